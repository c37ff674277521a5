"""The map itself: paints what lies in view, moves and zooms, and tells what is clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.map import scenery, words
from trainer.ui.authoring.map.camera import STEP, Camera
from trainer.ui.authoring.map.model import EMPTY, FEW
from trainer.ui.authoring.map.picture import Picture
from trainer.ui.authoring.map.tools import Tools
from trainer.ui.slices import Slices
from trainer.ui.widgets.words import tip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent, QHelpEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from trainer.ui.authoring.map.model import MapModel
    from trainer.ui.authoring.map.picture import Box

_MARGIN: Final = 36
_ROOM: Final = 48
_READABLE: Final = 0.8
"""Zoom below which a map that is opened is not squeezed: names should be read."""

_SLIDE: Final = 260


class MapView(QWidget):
    """The map. It knows the model, not what can be done with it: that is in ``MapHand``.

    Signals:
        camera_moved(): another part shows, or another size.
        pictured(): it shows other boxes, or has them in other places.
        looks_otherwise(): the same boxes are marked in another way.
    """

    camera_moved = Signal()
    pictured = Signal()
    looks_otherwise = Signal()

    def __init__(self, model: MapModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.camera = Camera()
        self.tools = Tools(theme.look())
        self.picture: Picture = model.picture(mirrored=self.isRightToLeft())
        self.fitted = True
        self._was_broken = False
        self.linking = ""
        """Name of the scene from which a way is being made."""
        self.loose_end: QPointF | None = None
        """Where the way that is being made ends now, on the map."""
        self.note_moved: tuple[str, QPointF] = ("", QPointF())
        """The note that is being dragged, and how far."""
        self._slices = Slices(self)
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(_SLIDE)
        self._slide.setStartValue(0.0)
        self._slide.setEndValue(1.0)
        self._slide.valueChanged.connect(self._slid)
        self._slide.finished.connect(self._arrived)
        self._from: dict[str, QPointF] = {}
        self._to: dict[str, QPointF] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.fix(self, width=120, height=48, at_least=True)
        self.setAccessibleName(_("Map of the scenes"))
        self.camera.text = theme.look().scale
        model.opened.connect(self._opened)
        model.renewed.connect(self.renew)
        model.marked.connect(self._marked)
        model.laid.connect(self._laid)
        model.current_changed.connect(self._stands_elsewhere)

    # Following the model

    def _opened(self) -> None:
        self.fitted = True
        if len(self.model.shown.lines) <= FEW:
            self.renew()
        else:
            self._show(Picture(EMPTY))
            self._slices.begin(self._renewing())

    def renew(self) -> None:
        """Paint what the model has now."""
        if self._slices.is_busy:
            self._slices.begin(self._renewing())  # What is being made is of what was before.
        elif self.picture.mirrored is not self.isRightToLeft():
            self._show(self.model.picture(mirrored=self.isRightToLeft()))
        else:
            self.model.bring_up(self.picture)
            self._show(self.picture)

    def _renewing(self) -> Iterator[None]:
        """Do the same, of many boxes some at each step; until then what there was shows."""
        made = Picture(self.model.shown, mirrored=self.isRightToLeft())
        yield from self.model.filling(made)
        self._show(made)

    def _show(self, picture: Picture) -> None:
        self._slide.stop()
        self._slices.stop()
        self._was_broken = self.model.bench.is_broken
        self.picture = picture
        if self.fitted:
            self._fit()
        self.pictured.emit()
        self.update()

    def _marked(self) -> None:
        if self._slices.is_busy:
            return  # What comes is marked as of then.
        broken = self.model.bench.is_broken
        if self.picture.mark(self.model.shown, self.model.marks) or broken != self._was_broken:
            self._was_broken = broken
            self.update()
            self.looks_otherwise.emit()

    def _laid(self) -> None:
        if len(self.model.shown.lines) > FEW:
            self._slices.begin(self._renewing())
            return
        new = self.model.picture(mirrored=self.isRightToLeft())
        old = self.picture.boxes
        moves = not theme.reduced_motion() and self.isVisible()
        if moves and len(old.keys() & new.boxes.keys()) > 1:
            self._from = {name: old[name].rect.center() for name in new.boxes if name in old}
            self._to = {name: new.boxes[name].rect.center() for name in self._from}
            self._slide.start()
        else:
            self._show(new)
        if self.fitted:
            self._fit_to(new)

    def _slid(self, how_far: float) -> None:
        left = (1 - how_far) ** 3
        for name, end in self._to.items():
            if name in self.picture.boxes:
                self.picture.move(name, end + (self._from[name] - end) * left)
        self.update()

    def _arrived(self) -> None:
        self.renew()

    def _stands_elsewhere(self) -> None:
        box = self.picture.boxes.get(self.model.current)
        if self.fitted and not self.isVisible():
            self._fit()  # Nobody has looked at it; it has another size once somebody does.
        elif box is not None and not self.model.note:
            self.bring(box)
        self.update()

    # Looking

    def room(self) -> QSizeF:
        """Give the size in pixels."""
        return QSizeF(self.size())

    def bring(self, box: Box) -> None:
        """Move as little as shows a box."""
        before = QPointF(self.camera.offset)
        self.camera.bring(box.rect, self.room(), theme.px(_ROOM))
        if self.camera.offset != before:
            self._looked_elsewhere()

    def look_at(self, unit: QPointF) -> None:
        """Show a place in the middle."""
        self.camera.centre_on(unit, self.room())
        self._looked_elsewhere()

    def pan(self, by: QPointF) -> None:
        """Move what shows by some pixels, not farther than the map goes."""
        self.camera.offset += by
        area = self.picture.extent()
        seen = self.camera.seen(self.room())
        if not area.isEmpty() and not area.intersects(seen):
            self.camera.offset -= by
            return
        self._looked_elsewhere()

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom around a pixel; around what is current, or the middle, if None."""
        if around is None:
            around = QRectF(self.rect()).center()
            box = self.picture.boxes.get(self.model.current)
            if box is not None and self.camera.seen(self.room()).intersects(box.rect):
                around = self.camera.pixel(box.rect.center())
        self.camera.zoom_to(self.camera.zoom * factor, around)
        self._looked_elsewhere()

    def zoom_in(self) -> None:
        """Show it larger."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """Show it smaller."""
        self.zoom_by(1 / STEP)

    def show_all(self) -> None:
        """Show the whole map."""
        self.camera.fit(self.picture.extent(), self.room(), theme.px(_MARGIN))
        self._looked_elsewhere()

    def _looked_elsewhere(self) -> None:
        self.fitted = False
        self.camera_moved.emit()
        self.update()

    def _fit(self) -> None:
        self._fit_to(self.picture)

    def _fit_to(self, picture: Picture) -> None:
        """Show all of it if names can be read then; else from the start on."""
        self.camera.fit(picture.extent(), self.room(), theme.px(_MARGIN))
        if self.camera.zoom < _READABLE:
            self.camera.zoom = _READABLE
            name = self.model.current or self.model.graph.start
            box = picture.boxes.get(name) or next(iter(picture.boxes.values()), None)
            if box is not None:
                self.camera.centre_on(box.rect.center(), self.room())
                aside = (
                    self.width() / 2 - theme.px(_MARGIN) - box.rect.width() * self.camera.scale / 2
                )
                back = 1 if picture.mirrored else -1
                self.camera.offset += QPointF(max(0.0, aside) * back, 0)
        self.camera_moved.emit()

    # Qt

    def restyled(self) -> None:
        """Paint in another look; the same place stays in the middle."""
        middle = self.camera.unit(QRectF(self.rect()).center())
        self.tools = Tools(theme.look())
        self.camera.text = theme.look().scale
        if self.fitted:
            self._fit()
        else:
            self.camera.centre_on(middle, self.room())
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Mirror the map with the reading direction."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.renew()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit it again as long as nobody has moved it."""
        super().resizeEvent(event)
        if self.fitted:
            self._fit()
        self.camera_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a box."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what a box is."""
        if event.type() == QEvent.Type.ToolTip:
            help_event: QHelpEvent = event  # type: ignore[assignment]
            box = self.picture.at(self.camera.unit(QPointF(help_event.pos())))
            QToolTip.showText(help_event.globalPos(), tip(words.told(box)) if box else "", self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move; with Ctrl, zoom."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned.y():
                self.zoom_by(STEP ** (turned.y() / 120), event.position())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not turned.x():
            self.pan(QPointF(turned.y() / 2, 0))
        else:
            by = event.pixelDelta()
            self.pan(QPointF(by) if not by.isNull() else QPointF(turned) / 2)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies in view."""
        painter = QPainter(self)
        scenery.paint(painter, self, QRectF(event.rect()))
        painter.end()
