"""Paints boxes, ways and what is marked at them, in units; how much, depends on how large."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from trainer.authoring.outline import Kind
from trainer.language import _
from trainer.ui import icons, theme
from trainer.ui.authoring.map import words
from trainer.ui.authoring.map.picture import SIGN
from trainer.ui.authoring.map.titles import PAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter

    from trainer.authoring.outline import Way
    from trainer.method.ds import D
    from trainer.ui.authoring.map.picture import Box
    from trainer.ui.authoring.map.tools import Tools

LEGIBLE: Final = 0.5
"""Pixels a unit below which no text is painted: it could not be read."""

_CORNER: Final = 12.0
_CHIP: Final = 20.0
_ICONS: Final = {
    "error": "circle-x",
    "unwritten": "pencil",
    "warning": "triangle-alert",
    "method": "compass",
}
_LEFT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignCenter)


def far(painter: QPainter, boxes: Sequence[Box], tools: Tools) -> None:
    """Paint many boxes at once, too small for words: plain, endings washed, lost ones open."""
    plain: list[QRectF] = []
    ends: list[QRectF] = []
    lost: list[QRectF] = []
    for box in boxes:
        line = box.line
        if line is None or box.marks.lost or line.kind is Kind.STUB:
            lost.append(box.rect)
        elif line.kind is Kind.ENDING:
            ends.append(box.rect)
        else:
            plain.append(box.rect)
    pen = QPen(tools.way)
    pen.setCosmetic(True)
    pen.setWidthF(1)
    painter.setPen(pen)
    painter.setBrush(tools.card)
    painter.drawRects(plain)
    painter.setBrush(tools.wash)
    painter.drawRects(ends)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRects(lost)


def box(painter: QPainter, box: Box, tools: Tools, scale: float, *, chosen: bool) -> None:
    """Paint one box."""
    line = box.line
    rect = box.rect
    ending = line is not None and line.kind is Kind.ENDING
    painter.setBrush(tools.wash if ending else tools.card)
    if line is None or line.kind is Kind.STUB:
        painter.setPen(tools.dotted)
    elif box.marks.lost:
        painter.setPen(tools.lost)
    else:
        painter.setPen(tools.edge)
    painter.drawRoundedRect(rect, _CORNER, _CORNER)
    if chosen:
        painter.setPen(tools.chosen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, _CORNER, _CORNER)
    if box.marks.stuck or box.marks.endless:
        _bar(painter, box, tools)
    if scale < LEGIBLE:
        return
    _texts(painter, box, tools)
    if box.pinned:
        _pin(painter, QPointF(rect.right() - 16, rect.top()), tools)
    chips(painter, box, tools)


def _pin(painter: QPainter, at: QPointF, tools: Tools) -> None:
    """Say on the upper edge that a box stays where it was put."""
    painter.setPen(QPen(QColor(tools.look.colours.outline), 1))
    painter.setBrush(tools.card)
    painter.drawEllipse(at, 11, 11)
    icons.paint(painter, "map-pin", QRectF(at.x() - 7, at.y() - 7, 14, 14),
                tools.look.colours.soft)  # fmt: skip


def _bar(painter: QPainter, box: Box, tools: Tools) -> None:
    """Bar the way out."""
    painter.setPen(tools.none)
    painter.setBrush(QColor(tools.look.colours.direct))
    x = box.rect.left() - 3 if _is_mirrored(painter) else box.rect.right() - 3
    painter.drawRoundedRect(QRectF(x, box.rect.top() + 6, 6, box.rect.height() - 12), 3, 3)


def _texts(painter: QPainter, box: Box, tools: Tools) -> None:
    rect = box.rect
    left, room = rect.left() + PAD, rect.width() - 2 * PAD + 4
    painter.setFont(theme.suited(tools.name_font, " ".join(box.title)))
    painter.setPen(tools.ink if box.line is not None else tools.soft)
    for at, line in enumerate(box.title):
        painter.drawText(QRectF(left, rect.top() + 9 + 21 * at, room, 22), _LEFT, line)
    painter.setFont(theme.suited(tools.detail_font, box.detail))
    painter.setPen(tools.soft)
    painter.drawText(QRectF(left, rect.bottom() - 29, room, 19), _LEFT, box.detail)


def chips(painter: QPainter, box: Box, tools: Tools) -> None:
    """Paint what is marked at a box on its lower edge, and where the story starts on its upper."""
    rect, mirrored = box.rect, _is_mirrored(painter)
    lead = rect.right() - 10 if mirrored else rect.left() + 10
    if box.starts:
        _chip(painter, QPointF(lead, rect.top() - 12), _("Start"), "play", tools)
    said = [(words.state(box.marks), "")] if words.state(box.marks) else []
    said += [(text, _ICONS[sort]) for sort, _count, text in words.counted(box.marks)]
    widths = [chip_width(text, icon, tools) for text, icon in said]
    if sum(widths) + 4 * len(widths) > rect.width() + 60:
        # Words for the first; the others by icon and number, in words in the line below the map.
        counts = words.counted(box.marks)
        first = len(said) - len(counts)
        said[first:] = [(str(count), _ICONS[sort]) for sort, count, _text in counts]
    at = QPointF(lead, rect.bottom() - 8)
    for text, icon in said:
        step = _chip(painter, at, text, icon, tools) + 4
        at += QPointF(-step if mirrored else step, 0)
    if box.behind:
        text = words.hidden(box.behind)
        wide = chip_width(text, "", tools)
        end = rect.left() + wide - 14 if mirrored else rect.right() - wide + 14
        _chip(painter, QPointF(end, rect.center().y() + 3), text, "", tools)


def _is_mirrored(painter: QPainter) -> bool:
    return painter.layoutDirection() == Qt.LayoutDirection.RightToLeft


def chip_width(text: str, icon: str, tools: Tools) -> float:
    """Width of a chip."""
    return tools.chip_metrics.horizontalAdvance(text) + 18 + (17 if icon else 0)


def _chip(painter: QPainter, at: QPointF, text: str, icon: str, tools: Tools) -> float:
    """Paint a pill with an icon and a word from where one begins to read; give its width."""
    wide, mirrored = chip_width(text, icon, tools), _is_mirrored(painter)
    pill = QRectF(at.x() - wide if mirrored else at.x(), at.y(), wide, _CHIP)
    painter.setPen(QPen(QColor(tools.look.colours.outline), 1))
    painter.setBrush(tools.card)
    painter.drawRoundedRect(pill, _CHIP / 2, _CHIP / 2)
    lead = 9
    if icon:
        left = pill.right() - lead - 12 if mirrored else pill.left() + lead - 2
        icons.paint(painter, icon, QRectF(left, pill.top() + 3, 14, 14),
                    tools.look.colours.ink)  # fmt: skip
        lead += 17
    painter.setFont(tools.chip_font)
    painter.setPen(tools.ink)
    room = pill.adjusted(0, 0, -lead, 0) if mirrored else pill.adjusted(lead, 0, 0, 0)
    painter.drawText(room, _LEFT, text)
    return wide


def ds_of(ways: Iterable[Way]) -> list[D]:
    """Give the D's of some ways, each once."""
    return list(dict.fromkeys(d for d in map(words.d_of, ways) if d is not None))


def badges(painter: QPainter, at: QPointF, of: Sequence[D], tools: Tools) -> None:
    """Paint the icons of the D's of a way at it."""
    side = SIGN
    wide = side * len(of)
    pill = QRectF(at.x() - wide / 2, at.y() - side / 2, wide, side)
    painter.setPen(QPen(QColor(tools.colour_of(of[0])), 1.5))
    painter.setBrush(tools.card)
    painter.drawRoundedRect(pill, side / 2, side / 2)
    for place, d in enumerate(of):
        spot = QRectF(pill.left() + place * side + 4, pill.top() + 4, 14, 14)
        icons.paint(painter, icons.OF_D[d], spot, tools.colour_of(d))
