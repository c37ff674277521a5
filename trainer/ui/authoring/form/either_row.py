"""One of several ways to say a thing, and what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.forms.fields import Field, Is
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.form.own_undo import small
from trainer.ui.authoring.form.pick_list import PickList
from trainer.ui.authoring.form.rows import TextRow

if TYPE_CHECKING:
    from trainer.authoring.forms.things import Either
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.writer import Writer


class EitherRow(QWidget):
    """A list of the ways, and a text; what is written stays when another way is picked."""

    def __init__(self, either: Either, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._either, self._writer = either, writer
        self._base: Path = ()
        self._key = next(iter(either.keys))
        column = theme.lay(QVBoxLayout(self), spacing=6)
        self.pick = PickList(_(either.words), self)
        small(self.pick)
        for key, words in either.keys.items():
            self.pick.add(_(words), key)
        self.pick.chosen.connect(self._chosen)
        column.addWidget(self.pick)
        self.text = TextRow(self._field(), writer, self)
        column.addWidget(self.text)

    def _field(self) -> Field:
        return Field((self._key,), self._either.keys[self._key], Is.TEXT, kept=True)

    def bind(self, base: Path, whose: str) -> None:
        """Stand at another place."""
        self._base = base
        known = {"whose": whose, "field": _(self._either.words)}
        self.pick.setAccessibleName(_("%(whose)s: %(field)s") % known)
        self.text.bind(base, whose)

    def show_in(self, data: Data) -> None:
        """Show which way it is, and what is said."""
        given = data if isinstance(data, dict) else {}
        self._key = next((key for key in self._either.keys if key in given), self._key)
        self.pick.choose(self._key)
        if self.text.field.path != (self._key,):
            self.text.field = self._field()
        self.text.call(_(self._either.keys[self._key]))
        self.text.show_in(data)

    def _chosen(self, key: object) -> None:
        there, to = self._writer.data(self._base), str(key)
        before = self._key
        if to == before:
            return
        with self._writer.step(_("Choose “%(field)s”") % {"field": _(self._either.words)},
                               self._base) as step:  # fmt: skip
            if isinstance(there, dict) and before in there:
                step.rename(self._writer.document, (*self._base, before), to)
            else:
                step.put(self._writer.document, (*self._base, to), "")
