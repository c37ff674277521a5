"""Letting the story remember a first thing, where one would ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring import as_typed
from trainer.authoring.forms import writing
from trainer.authoring.scenes.naming import from_words
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.form.own_undo import leave_undo_to_the_page, small
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from trainer.ui.authoring.form.writer import Writer


class Remember(QWidget):
    """A line to name what the story shall remember; it is "not so" at the start.

    Signals:
        made(str): this is remembered now.
    """

    made = Signal(str)

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writer = writer
        column = theme.lay(QVBoxLayout(self), spacing=4)
        said = _("The story remembers nothing yet. Name what happens or does not, such as "
                 "“driver told”, and press Enter.")  # fmt: skip
        column.addWidget(SoftLabel(said, self, role=Role.SMALL))
        self.edit = TextField("", self)
        small(self.edit)
        leave_undo_to_the_page(self.edit)
        self.edit.setAccessibleDescription(said)
        self.edit.returnPressed.connect(self._make)
        column.addWidget(self.edit)

    def say_whose(self, whose: str) -> None:
        """Name the line to a screen reader."""
        known = {"whose": whose}
        self.edit.setAccessibleName(_("%(whose)s: what the story shall remember") % known)

    def _make(self) -> None:
        words = self.edit.text().strip()
        if not words:
            return
        writer = self._writer
        state = writer.data(("state",))
        taken = list(state) if isinstance(state, dict) else []
        name = from_words(words, taken, "state")
        path = ("state", name)
        with writer.step(
            _("Let the story remember “%(name)s”") % {"name": as_typed.shown(name, words)}, path
        ) as step:
            writing.write(step, writer.document, path, "false")
            as_typed.keep(step, writer.document, path, words)
        self.edit.clear()
        if writer.data(path) is not None:
            self.made.emit(name)
