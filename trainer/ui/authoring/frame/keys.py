"""Keys that the editor takes wherever the focus is, also in a field that knows them, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from trainer.ui.authoring.key_table import KeyTable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Keys(QObject):
    """Looks at each key before the widget that has the focus does.

    ``acts`` is by the name of the keys, as ``QKeySequence`` has it; ``moved`` is told what
    had the focus and what has it now, each time it moves; ``typed`` of each letter.

    Signals:
        pressed(int): a key was pressed on what has the focus.
    """

    pressed = Signal(int)

    def __init__(
        self,
        page: QWidget,
        acts: Mapping[str, Callable[[], object]],
        moved: Callable[[QWidget | None, QWidget | None], object],
        typed: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._table = KeyTable(acts)
        self._moved = moved
        self._typed = typed
        self._on: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        # Not on all of the program: a map that is being dragged would wait for each event.
        app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._on is not None and shiboken6.isValid(self._on):
            self._on.removeEventFilter(self)
        self._on = None
        if not shiboken6.isValid(self._page):
            return
        if new is not None and (new is self._page or self._page.isAncestorOf(new)):
            self._on = new
            new.installEventFilter(self)
        self._moved(old if old is not None and shiboken6.isValid(old) else None, new)

    def act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Give what a key does here, or None."""
        return self._table.act_of(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys, and say before that no shortcut of the window shall have them."""
        wanted = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() in wanted and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                self.pressed.emit(event.key())
            act = self.act_of(event)
            if act is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    act()
                return True
            if event.type() == QEvent.Type.KeyPress and event.text():
                self._typed()
        return super().eventFilter(watched, event)


def keep_from_window(event: QEvent) -> bool:
    """Accept what no shortcut of the window shall have: Esc, which that would only count, and F2.

    F2 renames here; the window would lead away from where one writes.
    """
    kept = (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.key() == Qt.Key.Key_Escape or is_rename(event))
    )
    if kept:
        event.accept()
    return kept


def is_rename(event: QKeyEvent) -> bool:
    """Tell whether it is the key that renames."""
    return event.key() == Qt.Key.Key_F2 and not event.modifiers()
