"""Fields have no undo of their own: the keys of undoing and saving are the page's everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.pasted import OneLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSpinBox

_KEYS: Final = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Save,
)


class _Leaving(QObject):
    """Hands the page's keys on to what holds the field."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys from the field."""
        if not isinstance(event, QKeyEvent) or not any(event.matches(key) for key in _KEYS):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            parent = watched.parentWidget()
            if parent is not None:
                QApplication.sendEvent(parent, event)
            return True
        return False


def leave_undo_to_the_page(field: QLineEdit | QPlainTextEdit | QSpinBox) -> None:
    """Have a field hand on the keys of undoing, doing again and saving.

    What is pasted into one line is kept on one line there.
    """
    if isinstance(field, QPlainTextEdit):
        field.setUndoRedoEnabled(False)
    elif isinstance(field, QLineEdit) and field.validator() is None:
        field.setValidator(OneLine(field))
    field.installEventFilter(_Leaving(field))


def small(widget: QWidget) -> None:
    """Set what is written in the type of a form."""
    theme.set_role(widget, Role.NOTE)
