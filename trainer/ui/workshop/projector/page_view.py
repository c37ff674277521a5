"""Paints a page of the projector, in a window of any size, and says it to screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from trainer.ui import theme
from trainer.ui.widgets.pictures.picture import ScenePicture
from trainer.ui.workshop.projector import paper, sheet, views

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from trainer.ui.workshop.projector.paper import Ink
    from trainer.ui.workshop.projector.sheet import Placed, Sheet
    from trainer.ui.workshop.projector.views.view import Telling

USUAL: Final = QSize(1280, 800)


class Said(QLabel):
    """What stands at a place of the page, for a screen reader; the page itself paints it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, text: str, box: QRect) -> None:
        """Say something else, somewhere else."""
        if text != self.text():
            self.setText(text)
        if box != self.geometry():
            self.setGeometry(box)
        if bool(text) == self.isHidden():
            self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing."""


class RoomPicture(ScenePicture):
    """The picture of a scene in the projector's own palette."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = theme.look()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as the page looks, not as the window does."""
        with theme.within(self.look):
            super().paintEvent(event)


class PageView(QWidget):
    """Shows a page; the window that holds it says what is on it.

    ``spoken``: a screen reader finds what is on it; False where it is only drawn from.
    """

    def __init__(
        self, telling: Telling, ink: Ink, parent: QWidget | None = None, *, spoken: bool = True
    ) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._composed: tuple[Telling, Ink, QSize, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.telling = telling
        self.ink = ink
        self.sheet: Sheet | None = None
        self._said: list[Said] = []
        self._picture = RoomPicture(self)
        self._picture.hide()
        self._pictured: object = None
        self._kept = 0.0
        self.is_full = False
        """Whether there is so much that nothing could be kept free."""

    def keep(self, high: float) -> None:
        """Keep so many units free at the lower edge, unless the page then would not fit."""
        if high != self._kept:
            self._kept = high
            self._compose()

    def sizeHint(self) -> QSize:
        """Give the size of a usual projector."""
        return USUAL

    def show_telling(self, telling: Telling) -> None:
        """Show another page."""
        self.telling = telling
        self._compose()

    @property
    def looks(self) -> tuple[Sheet | None, object]:
        """What it looks like: where this is the same, so is every point of it."""
        return self.sheet, self._pictured

    def use(self, ink: Ink) -> None:
        """Set it in another palette or direction."""
        self.ink = ink
        self._pictured = self._composed = None
        self._compose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set it anew in another size."""
        super().resizeEvent(event)
        self._compose()

    def _compose(self) -> None:
        asked = (self.telling, self.ink, self.size(), self._kept)
        if asked == self._composed:
            return
        self._composed = asked
        before = self.sheet
        self.sheet = self._set(self._kept)
        self.is_full = bool(self._kept and self.sheet.cut)
        if self.is_full:
            self.sheet = self._set(0)
        if self._spoken:
            self._say()
        self._show_picture()
        for box in _changed(before, self.sheet):
            # Letters hang out of their line a little.
            self.update(self._pixels(box.adjusted(-8, -8, 8, 8)))

    def _set(self, kept: float) -> Sheet:
        page = paper.page(self.size()).adjusted(0, 0, 0, -kept)
        return sheet.compose(views.of(self.telling), page, self.ink)

    def _pixels(self, box: QRectF) -> QRect:
        one = paper.unit(self.size())
        return QRectF(
            box.left() * one, box.top() * one, box.width() * one, box.height() * one
        ).toAlignedRect()

    def _say(self) -> None:
        assert self.sheet is not None
        told = [one for one in self.sheet.placed if one.block.spoken]
        while len(self._said) < len(told):
            self._said.append(Said(self))
        for number, label in enumerate(self._said):
            if number < len(told):
                label.say(told[number].block.spoken, self._pixels(told[number].box))
            else:
                label.say("", QRect())

    def _show_picture(self) -> None:
        assert self.sheet is not None
        picture, box = self.telling.seen.picture, self.sheet.picture
        self._picture.setVisible(box is not None)
        if box is None or picture is None or picture.scenario is None or picture.scene is None:
            return
        unit = paper.unit(self.size())
        self._picture.look = self.ink.look(unit, reduced_motion=theme.reduced_motion())
        shown = (picture.scenario.content_hash, picture.scene.id)
        if shown != self._pictured:
            self._pictured = shown
            self._picture.show_scene(picture.scenario, picture.scene)
        self._picture.setGeometry(self._pixels(box))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.ink.colours.paper))
        if self.sheet is None:
            return
        one = paper.unit(self.size())
        painter.scale(one, one)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        for placed in self.sheet.placed:
            if self._pixels(placed.box.adjusted(-8, -8, 8, 8)).intersects(event.rect()):
                self._paint(painter, placed)
        painter.end()

    def _paint(self, painter: QPainter, placed: Placed) -> None:
        assert self.sheet is not None
        painter.save()
        placed.block.paint(painter, placed.box, placed.size, self.sheet.ink or self.ink)
        painter.restore()


def _changed(before: Sheet | None, after: Sheet) -> list[QRectF]:
    """Give what has to be painted anew: a clock that goes on is not the whole of a large screen."""
    same = before is not None and (before.page, before.ink) == (after.page, after.ink)
    if before is None or not same or len(before.placed) != len(after.placed):
        return [after.page]
    pairs = zip(before.placed, after.placed, strict=True)
    return [old.box.united(new.box) for old, new in pairs if old != new]
