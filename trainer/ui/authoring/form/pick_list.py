"""A list to pick from, which no key changes while it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from trainer.ui.widgets.fields import Dropdown

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

Key, Held = Qt.Key, Qt.KeyboardModifier

_STEPS: Final = (Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End, Key.Key_PageUp,
                 Key.Key_PageDown)  # fmt: skip


class PickList(Dropdown):
    """Arrows and letters open it; what is picked is what Enter takes in it.

    A closed list would change with each key, and what one passes over is written: words in the
    wrong mouth, choices that are gone.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open it at what is picked, or at what begins with a letter; leave the panel its keys."""
        held = event.modifiers() & ~(Held.KeypadModifier | Held.ShiftModifier)
        typed = event.text()
        if event.key() in _STEPS and held and event.key() not in (Key.Key_Up, Key.Key_Down):
            event.ignore()
        elif event.key() in _STEPS and not held & Held.ControlModifier:
            self.showPopup()
        elif not held and typed.isprintable() and typed.strip():
            self.showPopup()
            self.view().keyboardSearch(typed)
        else:
            super().keyPressEvent(event)
