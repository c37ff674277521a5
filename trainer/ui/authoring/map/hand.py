"""Mouse and keys on the map: what is pressed, dragged and walked to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

from trainer.authoring.layout.places import HIGH, WIDE
from trainer.authoring.layout.stepping import To, step
from trainer.ui import theme
from trainer.ui.authoring.map.menu import open_menu
from trainer.ui.authoring.map.notes import note_at, note_rect

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.ui.authoring.map.acts import MapActs
    from trainer.ui.authoring.map.picture import Box
    from trainer.ui.authoring.map.view import MapView

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HANDLE: Final = 14.0
"""Units around the middle of a box's far side from which a way is dragged."""

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapHand(QObject):
    """Takes the map's mouse and keys, and has done what they mean."""

    def __init__(self, view: MapView, acts: MapActs) -> None:
        super().__init__(view)
        self.view, self.acts, self.model = view, acts, acts.model
        self._pressed: QPointF | None = None
        self._dragged = False
        self._box: Box | None = None
        self._grip = QPointF()
        self._note = ""
        self._came_from = ""
        self._keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Plus: view.zoom_in,
            Qt.Key.Key_Equal: view.zoom_in,
            Qt.Key.Key_Minus: view.zoom_out,
            Qt.Key.Key_0: view.show_all,
            Qt.Key.Key_P: acts.pin,
            Qt.Key.Key_C: acts.fold,
            Qt.Key.Key_F: acts.follow,
            Qt.Key.Key_L: acts.start_link,
            Qt.Key.Key_N: acts.scenes.new_scene,
            Qt.Key.Key_Insert: acts.scenes.new_scene,
            Qt.Key.Key_F2: acts.scenes.rename,
            Qt.Key.Key_Delete: acts.scenes.delete,
            Qt.Key.Key_T: acts.tidy,
            Qt.Key.Key_M: acts.new_note,
        }
        self._looks = (view.zoom_in, view.zoom_out, view.show_all, acts.follow)
        self._with_ctrl: dict[int, Callable[[], object]] = {
            Qt.Key.Key_N: acts.scenes.new_scene,
            Qt.Key.Key_D: acts.scenes.duplicate,
            Qt.Key.Key_B: acts.scenes.split,
            Qt.Key.Key_J: acts.scenes.merge,
        }
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for the map; the rest goes on to the page."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # F2 and the like: else the window would take them, and go to another page.
            if self._is_mine(event):
                event.accept()
                return True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QMouseEvent):
            if kind == QEvent.Type.MouseButtonPress:
                return self._press(event)
            if kind == QEvent.Type.MouseMove:
                return self._move(event)
            if kind == QEvent.Type.MouseButtonRelease:
                return self._release(event)
            if kind == QEvent.Type.MouseButtonDblClick:
                return self._double(event)
        if kind == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._menu(event)
            return True
        return super().eventFilter(watched, event)

    # Keys

    def _is_mine(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ControlModifier:
            return key in self._with_ctrl
        return not held and key in self._keys

    def _key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ARROWS and held in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ControlModifier,
        ):
            across, down = _ARROWS[Qt.Key(key)]
            if self.view.picture.mirrored:
                across = -across
            if held:
                self._change(partial(self.acts.move_by, across, down))
            else:
                self._walk(To((across, down)))
            return True
        if key in _ENTER and not held:
            if self.view.linking:
                self.acts.finish_link(self.model.current)
            elif not event.isAutoRepeat():
                self.acts.write()
            return True
        if key == Qt.Key.Key_Escape:
            self.acts.step_back()
            return False  # It counts all the same: the second one leaves quickly, as everywhere.
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.model.note:
            self._change(self.acts.delete_note)
            return True
        if key == Qt.Key.Key_Home and not held:
            self._go(self.model.graph.start)
            return True
        if held == Qt.KeyboardModifier.ControlModifier and key in self._with_ctrl:
            self._change(self._with_ctrl[key])
            return True
        if held == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_Insert:
            self._change(self.acts.scenes.new_choice)
            return True
        act = self._keys.get(key)
        plus = key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
        if act is not None and (not held or (plus and held == Qt.KeyboardModifier.ShiftModifier)):
            if act in self._looks:
                act()
            else:
                self._change(act)
            return True
        return False

    def _change(self, act: Callable[[], object]) -> None:
        """Do what changes something, if anything can be changed."""
        if not self.acts.refuses():
            act()

    def _walk(self, to: To) -> None:
        """Go to the box that an arrow leads to; the first time, to where the story starts."""
        shown, name = self.model.shown, self.model.current
        if name not in self.view.picture.boxes:
            self._go(shown.start if shown.start in shown.lines else next(iter(shown.lines), ""))
            return
        found = step(shown, self.model.places.at, name, to, self._came_from, self.model.followed)
        if found is not None:
            self._came_from = name if to is To.ON else ""
            self._go(found)

    def _go(self, name: str) -> None:
        if name in self.view.picture.boxes:
            self.model.stand_on(name)

    # Mouse

    def _handle_of(self, box: Box | None, unit: QPointF) -> bool:
        """Tell whether a way would be dragged from here: the middle of the side that leads on."""
        if box is None or box.line is None:
            return False
        side = box.rect.left() if self.view.picture.mirrored else box.rect.right()
        by = unit - QPointF(side, box.rect.center().y())
        return abs(by.x()) <= _HANDLE and abs(by.y()) <= _HANDLE

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return False
        view = self.view
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        unit = view.camera.unit(event.position())
        self._note = note_at(unit, self._notes())
        self._box = None if self._note else view.picture.at(unit, _HANDLE / 2)
        if self._note:
            self.model.stand_on_note(self._note)
        elif self._box is not None:
            self._came_from = ""
            if view.linking:
                self.acts.finish_link(self._box.name)
                return True
            self.model.stand_on(self._box.name)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False
            # Of what is painted now: standing on something may have painted it anew.
            self._box = view.picture.boxes.get(self._box.name) if self._box is not None else None
            self._grip = unit - self._box.rect.center() if self._box is not None else unit
            if self.model.bench.is_broken:
                self._box, self._note = None, ""  # Nothing can be moved: the ground is.
            if self._handle_of(self._box, unit) and self._box is not None:
                view.linking = self._box.name
        return True

    def _notes(self) -> dict[str, QRectF]:
        document = self.model.bench.document
        notes = {} if document is None else document.arrangement.notes
        view = self.view
        return {key: note_rect(note, view.tools, view.picture) for key, note in notes.items()}

    def _move(self, event: QMouseEvent) -> bool:
        view, unit = self.view, self.view.camera.unit(event.position())
        if self._pressed is None:
            self._point(unit)
            return True
        by = event.position() - self._pressed
        if not self._dragged and by.manhattanLength() < theme.px(6):
            return True
        self._dragged = True
        if view.linking:
            view.loose_end = unit
        elif self._note:
            view.note_moved = (self._note, by / view.camera.scale)
        elif self._box is not None and self._box.name in self.model.graph.lines:
            view.picture.move(self._box.name, unit - self._grip)
        else:
            view.pan(by)
            self._pressed = event.position()
        view.update()
        return True

    def _point(self, unit: QPointF) -> None:
        """Show by the pointer what can be done here."""
        box = self.view.picture.at(unit, _HANDLE / 2)
        shape = Qt.CursorShape.ArrowCursor
        if self._handle_of(box, unit):
            shape = Qt.CursorShape.CrossCursor
        elif box is not None or note_at(unit, self._notes()):
            shape = Qt.CursorShape.PointingHandCursor
        if self.view.cursor().shape() != shape:
            self.view.setCursor(shape)

    def _release(self, event: QMouseEvent) -> bool:
        if self._pressed is None:
            return True
        view, unit, dragged = self.view, self.view.camera.unit(event.position()), self._dragged
        self._pressed, self._dragged = None, False
        if view.linking:
            to = view.picture.at(unit)
            if dragged and to is not None and to.name != view.linking:
                self.acts.finish_link(to.name)
            else:
                self.acts.end_link()
        elif dragged and self._note:
            key, by = view.note_moved
            view.note_moved = ("", QPointF())
            middle = self._notes()[key].center() + by
            self.acts.note_dropped(key, view.picture.unit(middle))
        elif dragged and self._box is not None and self._box.name in self.model.graph.lines:
            self.acts.dropped(self._box.name, view.picture.unit(unit - self._grip))
        view.update()
        return True

    def _double(self, event: QMouseEvent) -> bool:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None
            self.acts.end_link()
            unit = self.view.camera.unit(event.position())
            if self._note or self.view.picture.at(unit) is not None:
                self.acts.write()
        return True

    def _menu(self, event: QContextMenuEvent) -> None:
        view = self.view
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at, unit = event.globalPos(), view.camera.unit(QPointF(event.pos()))
        else:
            box = view.picture.boxes.get(self.model.current)
            unit = box.rect.center() if box is not None else QPointF(WIDE, HIGH)
            at = view.mapToGlobal(view.camera.pixel(unit).toPoint() if box else QPoint(20, 20))
        self._pressed = None
        open_menu(view, self.acts, at, unit)
