"""A field for numbers, in which the keys of a workshop go on working."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from trainer.ui.widgets.fields import TextField

_WRITTEN: Final = frozenset("0123456789 ,;:=")


class NumbersField(TextField):
    """Keeps digits, and what may stand between two numbers; letters are the workshop's keys."""

    def event(self, event: QEvent) -> bool:
        """Leave a letter to the shortcut that it is."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            written = event.text()
            if written.isprintable() and written and not set(written) <= _WRITTEN:
                event.ignore()
                return False
        return super().event(event)
