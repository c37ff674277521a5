"""What Enter means on a control: it presses it, unless Ctrl makes it the page's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractButton


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether it is Enter, of the letters or of the block of digits."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_for_page(event: QKeyEvent) -> bool:
    """Tell whether it is Ctrl Enter, which means the same wherever the focus is."""
    return is_enter(event) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def presses(event: QKeyEvent) -> bool:
    """Tell whether it presses the control that has the focus; held down, it presses once."""
    return is_enter(event) and not is_for_page(event) and not event.isAutoRepeat()


def is_taken(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button with Enter, and leave Ctrl Enter to the page; tell whether it was either."""
    if presses(event):
        button.click()
    elif is_for_page(event):
        event.ignore()
    else:
        return False
    return True
