"""The neutral page: what the window turns into when someone must not see what was open.

It looks like an ordinary notes window and can be written in; nothing written there is
kept. Ctrl + Shift + Space leads back: nothing on the page says so, the settings and F1 do.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from trainer.language import N_, _
from trainer.ui import theme

CHOICES: Final = (
    ("notes", N_("Notes")),
    ("shopping", N_("Shopping list")),
    ("blank", N_("Empty page")),
)
"""Neutral pages to choose from: (value of the setting, words)."""

_TITLES: Final = {
    "notes": N_("Notes"),
    "shopping": N_("Shopping list"),
    "blank": N_("Untitled"),
}

_TEXTS: Final = {
    "notes": N_(
        "Call the dentist on Monday.\n"
        "Ask about the parcel.\n"
        "Photos for the calendar: choose twelve.\n"
        "Water the plants on the stairs."
    ),
    "shopping": N_("Bread\nTomatoes\nOnions\nRice\nDish soap\nStamps"),
    "blank": "",
}


def close_dialogs() -> None:
    """Close whatever stands over the window."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            window.reject()


def title(kind: str) -> str:
    """Title of the window while the neutral page shows."""
    return _(_TITLES.get(kind, _TITLES["notes"]))


class NeutralPage(QWidget):
    """A plain page of notes, made when it is first needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QPlainTextEdit(self)
        self.edit.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.edit)
        self.setFocusProxy(self.edit)

    def show_kind(self, kind: str) -> None:
        """Fill it anew: whatever was written here before is forgotten."""
        known = kind if kind in _TEXTS else "notes"
        self.edit.setAccessibleName(title(known))
        text = _TEXTS[known]
        self.edit.setPlainText(_(text) if text else "")
        dark = theme.colours().dark
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor("#1E1E1E" if dark else "#FFFFFF"))
        palette.setColor(QPalette.ColorRole.Text, QColor("#E8E8E8" if dark else "#202020"))
        self.edit.setPalette(palette)
        font = QFont("sans-serif")
        font.setPixelSize(theme.px(15))
        self.edit.setFont(font)
        # Air as any editor has it; a document margin keeps the whole place clickable.
        self.edit.document().setDocumentMargin(theme.px(16))
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
