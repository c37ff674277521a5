"""Notes on the map: where they lie, and the sheet in which one is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF

from trainer.language import _
from trainer.ui import theme
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.fields import TextBox
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.arrangement import Note
    from trainer.ui.authoring.map.picture import Picture
    from trainer.ui.authoring.map.tools import Tools
    from trainer.ui.context import Context

_WIDE: Final = 190.0
_HIGHEST: Final = 400.0


def note_rect(note: Note, tools: Tools, picture: Picture) -> QRectF:
    """Give where a note lies: its place is its middle."""
    room = QRectF(0, 0, _WIDE - 20, _HIGHEST)
    metrics = QFontMetricsF(theme.suited(tools.detail_font, note.text))
    words = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), note.text)
    rect = QRectF(0, 0, _WIDE, min(_HIGHEST, max(20.0, words.height())) + 16)
    rect.moveCenter(picture.point((note.x, note.y)))
    return rect


def note_at(point: QPointF, notes: dict[str, QRectF]) -> str:
    """Give the key of the note at a place; empty if there is none."""
    return next((key for key, rect in reversed(notes.items()) if rect.contains(point)), "")


class NoteSheet(Sheet):
    """Writes one note.

    Signals:
        written(object): the words.
    """

    written = Signal(object)

    def __init__(self, context: Context, text: str, parent: QWidget) -> None:
        heading = _("Change the note") if text else _("A note on the map")
        super().__init__(context, heading, parent)
        self.body.addWidget(
            SoftLabel(
                _("It stands on the map, for whoever writes. It is not part of the story."), self
            )
        )
        self.box = TextBox(_("Note"), self, lines=4)
        self.box.set_text(text)
        self.body.addWidget(self.box)
        self.end_with(_("Keep"), self._keep)
        self.box.setFocus()

    def _keep(self) -> None:
        self.accept()
        self.written.emit(self.box.text().strip())
