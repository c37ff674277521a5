"""What a screen reader says of itself, without the focus moving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(window: QWidget, text: str) -> None:
    """Have a screen reader say what has appeared.

    What the focus has just moved to is said by itself; announced as well, it came twice.
    """
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    focus = QApplication.focusWidget()
    if focus is not None and focus.accessibleDescription() == text:
        return
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(window, text))
