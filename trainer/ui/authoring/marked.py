"""Words of which some are taken out, and some put in: laid out to be painted.

What is taken out is struck through and softer, what is put in underlined, bold and teal: by shape
and by colour. A screen reader is told in words, by whoever paints this.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.endless import with_ends

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE: Final = "\u2028"


class As(StrEnum):
    """How some words look."""

    PLAIN = "plain"
    STRONG = "strong"
    SOFT = "soft"
    OUT = "out"
    IN = "in"


class Run(NamedTuple):
    """Some words that look alike."""

    text: str
    look: As = As.PLAIN


def laid_out(runs: Iterable[Run], width: int, *, mirrored: bool) -> QTextLayout:
    """Lay words out in lines of a width."""
    made, text, at = [], "", 0
    for run in runs:
        words = with_ends(run.text).replace("\n", _LINE)
        units = len(words.encode("utf-16-le", "surrogatepass")) // 2
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = at, units, _format(run.look)
        made.append(one)
        text += words
        at += units
    layout = QTextLayout(text, theme.font(Role.NOTE, of=text))
    option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(made)
    _break_lines(layout, max(width, 40))
    return layout


def _format(look: As) -> QTextCharFormat:
    palette, made = theme.colours(), QTextCharFormat()
    made.setForeground(QColor(palette.ink))
    if look is As.SOFT:
        made.setForeground(QColor(palette.soft))
    elif look is As.OUT:
        made.setForeground(QColor(palette.soft))
        made.setFontStrikeOut(True)
    elif look is As.IN:
        made.setForeground(QColor(palette.teal))
        made.setFontUnderline(True)
    if look in (As.IN, As.STRONG):
        made.setFontWeight(QFont.Weight.Bold)
    return made


def _break_lines(layout: QTextLayout, width: int) -> None:
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
