"""One field of a form: its words, the control, and a note below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.plans.editing.fields import Field, Is
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import CheckBox, Dropdown, TextBox, TextField
from trainer.ui.widgets.number_field import NumberField
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.ui.workshop.editor.offers import Offer


class FieldRow(QWidget):
    """A field with its value. ``whose`` is said after its name to a screen reader ("Slide 2").

    A ``bare`` one shows no words of its own: what stands above it says them.

    Signals:
        changed(object): the value is another one now.
    """

    changed = Signal(object)

    def __init__(
        self,
        field: Field,
        value: Any,
        whose: str = "",
        offers: Sequence[Offer] = (),
        parent: QWidget | None = None,
        *,
        bare: bool = False,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._words = _(field.words)
        column = theme.lay(QVBoxLayout(self), spacing=3)
        if field.kind is not Is.TICK and not bare:
            column.addWidget(LineLabel(self._words, self, role=Role.NOTE_STRONG, tone="soft"))
        self.control = self._make(value, offers)
        if field.kind is Is.NUMBER:
            column.addWidget(self.control, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(self.control)
        note = _(field.note) if field.note else ""
        if note:
            column.addWidget(LineLabel(note, self, role=Role.SMALL, tone="soft"))
        self.stop().setAccessibleDescription(" ".join(one for one in (whose, note) if one))

    def stop(self) -> QWidget:
        """Give what takes the focus."""
        return self.control.edit if isinstance(self.control, TextBox) else self.control

    def _make(self, value: Any, offers: Sequence[Offer]) -> QWidget:
        if self.field.kind is Is.LINE:
            line = TextField(self._words, self)
            line.setText(value or "")
            line.setCursorPosition(0)
            line.textEdited.connect(self._told_text)
            return line
        if self.field.kind is Is.TEXT:
            box = TextBox(self._words, self)
            box.set_text(value or "")
            box.edited.connect(self._told_box)
            return box
        if self.field.kind is Is.TICK:
            tick = CheckBox(self._words, self)
            tick.setChecked(bool(value))
            tick.toggled.connect(self._told_tick)
            return tick
        return self._number(value) if self.field.kind is Is.NUMBER else self._pick(value, offers)

    def _number(self, value: int | None) -> NumberField:
        field = self.field
        nothing = _(field.nothing) if field.nothing else ""
        number = NumberField(self._words, self, least=field.least, most=field.most, nothing=nothing)
        number.set_number(value)
        number.number_changed.connect(self.changed)
        return number

    def _pick(self, value: Any, offers: Sequence[Offer]) -> Dropdown:
        pick = Dropdown(self._words, self)
        self._values = [one for _words, one in offers]
        for at, (words, _one) in enumerate(offers):
            pick.add(words, at)
        if value in self._values:
            pick.choose(self._values.index(value))
        pick.chosen.connect(self._told_pick)
        return pick

    def _told_tick(self, on: bool) -> None:
        self.changed.emit(on)

    def _told_text(self, text: str) -> None:
        self.changed.emit(self._text(text))

    def _told_box(self) -> None:
        if isinstance(self.control, TextBox):
            self.changed.emit(self._text(self.control.text()))

    def _text(self, text: str) -> str | None:
        return None if self.field.optional and not text.strip() else text

    def _told_pick(self, at: object) -> None:
        if isinstance(at, int):
            self.changed.emit(self._values[at])
