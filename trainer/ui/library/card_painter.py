"""Paints a card of the library: picture, title, facts, what it practises."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from trainer.language import _
from trainer.ui import dates, reviewed, scenario_words, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import fill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from trainer.scenario.libraries.library import Card
    from trainer.ui.library.card_grid import CardGrid

PICTURE_HEIGHT = 128
_PAD, _TOP, _BOTTOM, _GAP = 16, 14, 14, 4
_LONGEST = 6
"""How many of the longest texts are measured for the height that all cards share."""

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
_FAR = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)


def practises(card: Card) -> str:
    """Say what a scenario practises: its first goal."""
    return _("Practises: %(goal)s") % {"goal": card.goals[0]} if card.goals else ""


def when_played(played: datetime | None) -> str:
    """Say when it was played last, or that it is new."""
    if played is None:
        return _("new")
    return _("played %(day)s") % {"day": dates.day(played)}


def spoken(card: Card, played: datetime | None) -> str:
    """Everything on a card, as a screen reader says it."""
    parts = [
        card.title,
        scenario_words.facts(card),
        practises(card),
        when_played(played),
        reviewed.of_card(card),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part)


def _wide(role: Role, texts: set[str]) -> int:
    """Width of the widest of the longest texts."""
    longest = nlargest(_LONGEST, texts, key=len)
    metrics = QFontMetrics(theme.font(role, of="".join(longest)))
    return max((metrics.horizontalAdvance(text) for text in longest), default=0)


def _tall(role: Role, width: int, texts: set[str]) -> int:
    """Height of the tallest of the longest texts when they wrap; 0 if there is no text."""
    longest = [text for text in nlargest(_LONGEST, texts, key=len) if text]
    metrics = QFontMetrics(theme.font(role, of="".join(longest)))
    room = QRect(0, 0, max(1, width), 100_000)
    return max((metrics.boundingRect(room, _WRAP, text).height() for text in longest), default=0)


class CardPainter:
    """Paints cards. Their height is shared, and holds the longest title and goal wrapped."""

    def __init__(self, view: CardGrid) -> None:
        self._view = view
        self._beside = True

    def height(self, width: int, cards: Sequence[Card], played: Mapping[str, datetime]) -> int:
        """Height of a card at a width, so that nothing on any of them is cut off."""
        inner = width - 2 * theme.px(_PAD)
        when = {when_played(None), *(when_played(moment) for moment in played.values())}
        facts = {scenario_words.facts(card) for card in cards}
        note = QFontMetrics(theme.font(Role.NOTE)).height()
        self._beside = _wide(Role.NOTE, facts) + _wide(Role.NOTE, when) + theme.px(12) <= inner
        parts = [
            _tall(Role.HEADING, inner, {card.title for card in cards}),
            _tall(Role.NOTE, inner, facts),
            0 if self._beside else note,
            _tall(Role.NOTE, inner, {practises(card) for card in cards}),
            _tall(Role.SMALL, inner, {reviewed.of_card(card) for card in cards}),
        ]
        shown = [part for part in parts if part]
        air = theme.px(PICTURE_HEIGHT + _TOP + _BOTTOM)
        return air + sum(shown) + theme.px(_GAP) * (len(shown) - 1)

    def paint(self, painter: QPainter, box: QRect, card: Card, played: datetime | None) -> None:
        """Paint one card into its place."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self._view.layoutDirection())
        self._paint_surface(painter, box, card)
        self._paint_words(painter, box, card, when_played(played))
        painter.restore()

    @staticmethod
    def paint_edge(painter: QPainter, box: QRect, *, hovered: bool, focused: bool) -> None:
        """Paint the outline of a card; a ring while it has the focus."""
        palette = theme.colours()
        width = theme.RING + 1 if focused else 1
        colour = palette.focus if focused else palette.teal if hovered else palette.outline
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        corner = theme.px(theme.CARD_CORNER) - inset
        edge = QRectF(box).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, corner, corner)

    def _paint_surface(self, painter: QPainter, box: QRect, card: Card) -> None:
        palette = theme.colours()
        corner = theme.px(theme.CARD_CORNER)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(box), corner, corner)
        painter.fillPath(shape, QColor(palette.card))
        place = QRect(box.topLeft(), QSize(box.width(), theme.px(PICTURE_HEIGHT)))
        picture = self._view.pictures.of(card, place.size())
        painter.save()
        painter.setClipPath(shape)
        if picture is None:
            fill(painter, place, palette.wash)
        else:
            painter.drawPixmap(place, picture)
        if palette.contrast:
            line = QRect(place.left(), place.bottom(), place.width(), 1)
            fill(painter, line, palette.line)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, card: Card, played: str) -> None:
        palette = theme.colours()
        inner = box.adjusted(theme.px(_PAD), 0, -theme.px(_PAD), -theme.px(_BOTTOM))
        inner.setTop(box.top() + theme.px(PICTURE_HEIGHT + _TOP))
        review = reviewed.of_card(card)
        self._write(painter, inner, card.title, Role.HEADING, palette.ink)
        if self._beside:
            self._write(painter, QRect(inner), played, Role.NOTE, palette.soft, _FAR)
        self._write(painter, inner, scenario_words.facts(card), Role.NOTE, palette.soft)
        if not self._beside:
            self._write(painter, inner, played, Role.NOTE, palette.soft)
        self._write(painter, inner, practises(card), Role.NOTE, palette.soft)
        self._write(painter, inner, review, Role.SMALL, palette.soft)

    @staticmethod
    def _write(
        painter: QPainter, room: QRect, text: str, role: Role, colour: str, align: int = _WRAP
    ) -> None:
        """Write a text at the top of ``room``, and take what it needs off the room."""
        if not text:
            return
        painter.setFont(theme.font(role, of=text))
        painter.setPen(QColor(colour))
        painter.drawText(room, align, text)
        used = painter.fontMetrics().boundingRect(QRect(0, 0, room.width(), 100_000), align, text)
        room.setTop(room.top() + used.height() + theme.px(_GAP))
