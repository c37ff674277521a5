"""A choice as a card: what is said or done, its D, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from trainer.authoring.forms import fields
from trainer.language import _
from trainer.method.ds import D
from trainer.ui import icons, theme
from trainer.ui.authoring.form.scene_edit import paint_wave
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.card import paint_surface

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.source.nodes import Data

_PAD, _GAP, _CHIP_PAD, _ICON = 13, 8, 8, 13
_LINES: Final = 2
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class ChoiceCard(QPushButton):
    """One choice; pressing it opens it.

    Signals:
        moved(int): it shall go so many places down.
        removed(): it shall go.
        doubled(): it shall be there twice.
    """

    moved = Signal(int)
    removed = Signal()
    doubled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._d: D | None = None
        self._to: list[tuple[str, bool]] = []
        self._tall: dict[int, int] = {}
        self._measured_in = theme.look()
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.set_role(self, Role.NOTE)

    def show_choice(self, at: int, choice: Data, to: list[tuple[str, bool]]) -> None:
        """Show a choice; ``to`` says how each scene is called that it leads to, if it is there."""
        words, d = words_of(choice), d_of(choice)
        name = _("Choice %(n)d: %(words)s") % {"n": at + 1, "words": words}
        if name == self.accessibleName() and (d, to) == (self._d, self._to):
            return
        self._words, self._d, self._to = words, d, to
        self._tall.clear()
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._described())
        self.updateGeometry()
        self.update()

    def _described(self) -> str:
        said = [fields.word_for("d", self._d.value)] if self._d else [_("No D yet")]
        for name, there in self._to:
            leads = (
                _("Leads to %(name)s.") if there else _("Leads to %(name)s, which is not there.")
            )
            said.append(leads % {"name": name})
        if not self._to:
            said.append(_("Leads nowhere yet."))
        return " ".join(said)

    # Looks

    def _line_height(self) -> int:
        return QFontMetrics(theme.font(Role.SMALL_STRONG)).height() + 2 * theme.px(4)

    def _words_height(self, width: int) -> int:
        metrics = QFontMetrics(theme.font(Role.NOTE, of=self._words))
        room = QRect(0, 0, max(1, width - 2 * theme.px(_PAD)), 100_000)
        tall = metrics.boundingRect(room, int(_WRAP), self._words).height()
        most = metrics.boundingRect(room, int(_WRAP), "\n".join("A" * _LINES)).height()
        return max(metrics.height(), min(tall, most))

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for two lines of words, and for what is below them; layouts ask very often."""
        look = theme.look()
        if look is not self._measured_in:
            self._measured_in = look
            self._tall.clear()
        if width not in self._tall:
            self._tall[width] = self._height_at(width)
        return self._tall[width]

    def _height_at(self, width: int) -> int:
        below = self._line_height() * len(self._rows(width))
        return 2 * theme.px(_PAD - 2) + self._words_height(width) + theme.px(6) + below

    def sizeHint(self) -> QSize:
        """As high as it is at its width."""
        width = self.width() if self.isVisible() else theme.px(320)
        return QSize(theme.px(200), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Its words are shortened where room is short."""
        return QSize(theme.px(120), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another type."""
        if event.type() == QEvent.Type.FontChange:
            self._tall.clear()
        super().changeEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Ask for the height that this width needs."""
        del event
        self.updateGeometry()

    def _chip_width(self) -> int:
        metrics = QFontMetrics(theme.font(Role.SMALL_STRONG))
        return metrics.horizontalAdvance(self._chip_words()) + theme.px(2 * _CHIP_PAD + _ICON + 5)

    def _chip_words(self) -> str:
        return fields.word_for("d", self._d.value) if self._d else _("No D yet")

    def _rows(self, width: int) -> list[list[str]]:
        """Give what stands in each line below the words: chip and target, or one each."""
        metrics = QFontMetrics(theme.font(Role.SMALL, of=self._to_words()))
        wide = metrics.horizontalAdvance(self._to_words()) + theme.px(16 + 4)
        inner = width - 2 * theme.px(_PAD)
        if self._chip_width() + theme.px(_GAP) + wide <= inner:
            return [["chip", "to"]]
        return [["chip"], ["to"]]

    def _to_words(self) -> str:
        if not self._to:
            return _("nowhere yet")
        first = self._to[0][0]
        if len(self._to) == 1:
            return first
        return _("%(name)s and %(n)d more") % {"name": first, "n": len(self._to) - 1}

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        palette = theme.colours()
        painter = QPainter(self)
        over = self.underMouse() or self.isDown()
        paint_surface(
            painter,
            QRectF(self.rect()),
            fill=palette.well if over else palette.card,
            border=palette.focus if self.hasFocus() else palette.outline,
            width=theme.RING + 1 if self.hasFocus() else 1,
            corner=theme.CARD_CORNER,
        )
        pad = theme.px(_PAD)
        top = theme.px(_PAD - 2)
        tall = self._words_height(self.width())
        room = QRect(pad, top, self.width() - 2 * pad, tall)
        painter.setFont(theme.font(Role.NOTE, of=self._words))
        painter.setPen(QColor(palette.ink))
        painter.drawText(room, int(_WRAP), self._fitting(room))
        top += tall + theme.px(6)
        for row in self._rows(self.width()):
            self._paint_row(painter, row, top)
            top += self._line_height()

    def _fitting(self, room: QRect) -> str:
        """Give the words, shortened if they need more than the room."""
        metrics = QFontMetrics(theme.font(Role.NOTE, of=self._words))
        words = self._words
        wide = QRect(0, 0, room.width(), 100_000)
        while words and metrics.boundingRect(wide, int(_WRAP), words).height() > room.height():
            words = words[: int(len(words) * 0.94)].rstrip(" .,…") + "…"
            if len(words) < 4:
                break
        return words

    def _paint_row(self, painter: QPainter, row: list[str], top: int) -> None:
        at = theme.px(_PAD)
        for part in row:
            if part == "chip":
                at += self._paint_chip(painter, at, top) + theme.px(_GAP)
            else:
                self._paint_target(painter, at, top)

    def _mirrored(self, left: float, wide: float) -> float:
        return self.width() - left - wide if self.isRightToLeft() else left

    def _paint_chip(self, painter: QPainter, at: int, top: int) -> int:
        palette = theme.colours()
        colour = palette.of(self._d) if self._d else palette.soft
        wide, tall = self._chip_width(), self._line_height() - theme.px(3)
        box = QRectF(self._mirrored(at, wide), top, wide, tall)
        painter.setPen(QPen(QColor(colour), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(7), theme.px(7))
        size = theme.px(_ICON)
        left = self._mirrored(at + theme.px(_CHIP_PAD), size)
        icon = icons.OF_D[self._d] if self._d else "circle"
        icons.paint(painter, icon, QRectF(left, top + (tall - size) / 2, size, size), colour)
        painter.setFont(theme.font(Role.SMALL_STRONG))
        painter.setPen(QColor(colour))
        start = at + theme.px(_CHIP_PAD + _ICON + 5)
        words = QRectF(self._mirrored(start, wide), top, wide, tall)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if self.isRightToLeft():
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(words, int(side), self._chip_words())
        return wide

    def _paint_target(self, painter: QPainter, at: int, top: int) -> None:
        palette = theme.colours()
        broken = any(not there for _name, there in self._to)
        metrics = QFontMetrics(theme.font(Role.SMALL, of=self._to_words()))
        size, tall = theme.px(15), self._line_height() - theme.px(3)
        arrow = "arrow-left" if self.isRightToLeft() else "arrow-right"
        box = QRectF(self._mirrored(at, size), top + (tall - size) / 2, size, size)
        icons.paint(painter, arrow, box, palette.soft)
        at += size + theme.px(4)
        room = self.width() - at - theme.px(_PAD)
        said = metrics.elidedText(self._to_words(), Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(said)
        left = self._mirrored(at, wide)
        painter.setFont(theme.font(Role.SMALL, of=self._to_words()))
        painter.setPen(QColor(palette.direct if broken else palette.soft))
        painter.drawText(
            QRectF(left, top, wide + 2, tall), int(Qt.AlignmentFlag.AlignVCenter), said
        )
        if broken:
            below = top + (tall + metrics.height()) / 2 - metrics.descent() + theme.px(3)
            paint_wave(painter, left, below, wide)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, move, double or remove."""
        key, with_ = event.key(), event.modifiers()
        alt = with_ == Qt.KeyboardModifier.AltModifier
        if enter.presses(event):
            self.click()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and not with_:
            self.removed.emit()
        elif key == Qt.Key.Key_D and with_ == Qt.KeyboardModifier.ControlModifier:
            self.doubled.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not with_:
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        elif enter.is_for_page(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def words_of(choice: Data) -> str:
    """Give what a choice says or does, on one line."""
    given = choice if isinstance(choice, dict) else {}
    said = next((given[key] for key in ("say", "act", "own_words") if given.get(key)), "")
    words = " ".join(said.split()) if isinstance(said, str) else ""
    return words or _("Nothing is written here yet")


def d_of(choice: Data) -> D | None:
    """Give the D of a choice; None if none is written, or one that is none."""
    written = choice.get("d") if isinstance(choice, dict) else None
    return D(written) if isinstance(written, str) and written in set(D) else None


def targets(choice: Data) -> list[str]:
    """Give the names of the scenes that a choice leads to, each once."""
    given = choice.get("next") if isinstance(choice, dict) else None
    found = [given] if isinstance(given, str) else []
    for way in given if isinstance(given, list) else ():
        to = way.get("to") if isinstance(way, dict) else None
        found += [to] if isinstance(to, str) else []
    return list(dict.fromkeys(one for one in found if one))
