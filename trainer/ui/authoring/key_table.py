"""Which key does what, where one widget or the whole page takes keys before Qt does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class KeyTable:
    """``acts`` is by the name of the keys, as ``QKeySequence`` has it."""

    def __init__(self, acts: Mapping[str, Callable[[], object]]) -> None:
        self._acts = {_combined(keys): act for keys, act in acts.items()}

    def act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Give what a key does here, or None."""
        # The other Enter, and digits beside the letters, do the same.
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key()
        return self._acts.get(pressed.value | int(key))


def _combined(keys: str) -> int:
    first: Any = QKeySequence.fromString(keys)
    return int(first[0].toCombined())
