"""Colours, weights and marks of the lines that show; the others cost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from trainer.authoring.typing import lexing
from trainer.method.ds import D
from trainer.scenario.problems import Severity
from trainer.ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QTextBlock

    from trainer.authoring.typing.lexing import Span

_WIDER = 4
"""Pixels by which a space at the beginning of a line is wider than between words."""

MISSPELT: Final = "misspelt"

_Line = QTextCharFormat.UnderlineStyle
MARKS: Final = {
    Severity.ERROR.value: (_Line.WaveUnderline, "direct"),
    Severity.WARNING.value: (_Line.DashUnderline, "distract"),
    Severity.METHOD.value: (_Line.DashDotLine, "document"),
    MISSPELT: (_Line.DotLine, "ink"),
}
"""By what is marked, the line under it and its colour: each has a line of its own."""


class Colouring:
    """Dresses lines. One that is dressed as it ought to be is not touched."""

    def __init__(self) -> None:
        self._formats: dict[str, QTextCharFormat] = {}
        self._made_for: theme.Look | None = None

    def dress(
        self, block: QTextBlock, text: str, spans: Sequence[Span], marks: Sequence[Span]
    ) -> bool:
        """Dress a line; tell whether it was dressed otherwise before."""
        look = theme.look()
        if look is not self._made_for:
            self._made_for = look
            self._formats = dict(_all_formats())
        tag = hash((text, tuple(spans), tuple(marks), id(look))) & 0x3FFFFFFF
        if block.userState() == tag:
            return False
        block.setUserState(tag)
        layout = block.layout()
        made = [self._range(text, span) for span in (*spans, *marks)]
        if made or layout.formats():
            layout.setFormats(made)
            block.document().markContentsDirty(block.position(), block.length())
        return True

    def _range(self, text: str, span: Span) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = units(text, span.start)
        made.length = units(text, span.end) - made.start
        made.format = self._formats[span.kind]
        return made


def units(text: str, at: int) -> int:
    """Give Qt's place of a character in a line."""
    if text.isascii():
        return at
    return at + sum(letter > "\uffff" for letter in text[:at])


def _all_formats() -> Iterable[tuple[str, QTextCharFormat]]:
    colours = theme.colours()
    indent = QTextCharFormat()
    indent.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    indent.setFontLetterSpacing(theme.px(_WIDER))
    yield lexing.INDENT, indent
    yield lexing.KEY, _made(colours.teal)
    yield lexing.NAME, _made(colours.ink, QFont.Weight.DemiBold)
    yield lexing.QUOTE, _made(colours.ink)
    yield lexing.SIGN, _made(colours.soft)
    comment = _made(colours.soft)
    comment.setFontItalic(True)
    yield lexing.COMMENT, comment
    for d in D:
        yield d.value, _made(colours.of(d), QFont.Weight.Bold)
    for name, (style, colour) in MARKS.items():
        marked = QTextCharFormat()
        marked.setUnderlineStyle(style)
        marked.setUnderlineColor(QColor(getattr(colours, colour)))
        yield name, marked


def _made(colour: str, weight: QFont.Weight | None = None) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    if weight is not None:
        made.setFontWeight(weight)
    return made
