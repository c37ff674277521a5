"""A field for a passphrase: hidden unless somebody wants to see it, never learnt by a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from trainer.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretField(TextField):
    """``show_letters(True)`` shows what is typed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.show_letters(False)

    def show_letters(self, shown: bool) -> None:
        """Show the letters, or dots."""
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if shown else modes.Password)
        hidden = Qt.InputMethodHint(0) if shown else Qt.InputMethodHint.ImhHiddenText
        self.setInputMethodHints(_HINTS | hidden)
