"""The form of a part of the plan, or of the plan itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.plans import words
from trainer.plans.editing import fields
from trainer.plans.editing.fields import Is
from trainer.plans.model import Care, Kind
from trainer.ui import theme
from trainer.ui.authoring.form.previews import StoryPreview
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel
from trainer.ui.workshop.editor.field_row import FieldRow
from trainer.ui.workshop.editor.offers import offers
from trainer.ui.workshop.editor.things import ThingList, focus_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.plans.model import Plan, Segment
    from trainer.ui.context import Context
    from trainer.ui.widgets.number_field import NumberField


class PartForm(Card):
    """Fields of one part, then its lists.

    Signals:
        changed(object, str): new values by field, a dict; and which field was typed in.
        arranged(str): a list is in another order or length; what shall have the focus.
    """

    changed = Signal(object, str)
    arranged = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=14)
        self._context = context
        self._inside: QWidget | None = None  # All that shows; what was before may still be going.
        self._care: list[FieldRow] = []
        self._story: StoryPreview | None = None
        self.rows: dict[str, FieldRow] = {}
        self.lists: dict[str, ThingList] = {}

    def _begin(self) -> QVBoxLayout:
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._care, self._story, self.rows, self.lists = [], None, {}, {}
        self._inside = QWidget(self)
        self.body.addWidget(self._inside)
        return theme.lay(QVBoxLayout(self._inside), spacing=14)

    def focus(self, name: str) -> None:
        """Put the keyboard on a control by its object name."""
        if self._inside is not None:
            focus_on(self._inside, name)

    def _end(self, column: QVBoxLayout) -> None:
        if self._inside is not None:
            # What grows with its words would else take the room that is left.
            column.addStretch(1)
            # At once: while the page is in view, the layout would show it only later.
            self._inside.show()

    # A part

    def show_segment(self, segment: Segment) -> None:
        """Show a part."""
        column = self._begin()
        head = theme.lay(QVBoxLayout(), spacing=2)
        head.addWidget(Heading(words.title(segment), self._inside))
        if words.title(segment) != words.kind(segment.kind):
            head.addWidget(SoftLabel(words.kind(segment.kind), self._inside))
        column.addLayout(head)
        numbers: FlowLayout | None = None
        for field in fields.of_segment(segment):
            if field.kind is not Is.NUMBER:
                numbers = None
            elif numbers is None:
                place = QWidget(self._inside)
                numbers = FlowLayout(place, spacing=24, line_spacing=12, top=True)
                column.addWidget(place)
            self._field(numbers or column, field, segment)
            if field.name == "scenario":
                self._story = StoryPreview(self._context, self._inside)
                self._story.show_story(segment.scenario)
                column.addWidget(self._story)
        for name in fields.LISTS.get(segment.kind, ()):
            self._list(column, name, getattr(segment, name))
        if segment.kind is Kind.SURVEY:
            self._statements(column)
        self._end(column)

    def _statements(self, column: QVBoxLayout) -> None:
        from trainer.method import five_steps

        card = Card(self._inside, fill="well", margins=(14, 10, 14, 12), spacing=4)
        card.body.addWidget(SoftLabel(_("The room is asked, from a fist to five fingers:"), card))
        for step in five_steps.Step:
            card.body.addWidget(SoftLabel(five_steps.statement(step), card))
        column.addWidget(card)

    # The plan itself

    def show_plan(self, plan: Plan) -> None:
        """Show what holds for the whole plan."""
        column = self._begin()
        column.addWidget(Heading(_("The plan as a whole"), self._inside))
        for field in fields.OF_PLAN:
            if field.name == "languages":
                # What is cared for comes before what is set.
                self._care_rows(column, plan)
                self._list(column, "agreements", plan.agreements)
            self._field(column, field, plan)
        self._end(column)

    def _care_rows(self, column: QVBoxLayout, plan: Plan) -> None:
        column.addWidget(Heading(_("Somebody who cares"), self._inside, role=Role.SUBHEADING))
        for field in fields.OF_CARE:
            value = getattr(plan.care, field.name) if plan.care is not None else ""
            row = FieldRow(field, value, parent=self._inside)
            row.stop().setObjectName(f"care.{field.name}")
            row.changed.connect(self._care_changed)
            column.addWidget(row)
            self._care.append(row)
        said = _("You cannot be that person while you lead. It may stay open until the day "
                 "itself: you are asked again when you get ready.")  # fmt: skip
        column.addWidget(SoftLabel(said, self._inside, role=Role.SMALL))

    def _care_changed(self, to: object) -> None:
        del to
        name, where = (str(getattr(row.control, "text", str)()) for row in self._care)
        care = Care(name, where) if name.strip() or where.strip() else None
        row = self.sender()
        typed = f"care.{row.field.name}" if isinstance(row, FieldRow) else ""
        self.changed.emit({"care": care}, typed)

    # Both

    def _field(self, column: QLayout, field: fields.Field, thing: Any) -> None:
        there: Sequence[Any] = ()
        if field.offers:
            there = offers(self._context, field.offers, thing)
        row = FieldRow(field, getattr(thing, field.name), "", there, self._inside)
        row.stop().setObjectName(field.name)
        row.changed.connect(self._field_changed)
        column.addWidget(row)
        self.rows[field.name] = row

    def _list(self, column: QVBoxLayout, name: str, things: tuple[Any, ...]) -> None:
        made = ThingList(self._context, name, things, self._inside)
        made.changed.connect(self._list_changed)
        made.arranged.connect(self.arranged)
        column.addWidget(made)
        self.lists[name] = made

    def _field_changed(self, to: object) -> None:
        row = self.sender()
        if not isinstance(row, FieldRow):
            return
        field = row.field
        if field.name == "scenario" and self._story is not None and isinstance(to, str):
            self._story.show_story(to)
        typed = field.name if field.kind in (Is.LINE, Is.TEXT, Is.NUMBER) else ""
        changes: dict[str, Any] = {field.name: to}
        if field.name == "minutes" and isinstance(to, int):
            changes |= self._least_within(to)
        self.changed.emit(changes, typed)

    def _least_within(self, minutes: int) -> dict[str, Any]:
        """Have a part that got shorter not be cut to more than it has."""
        row = self.rows.get("least")
        if row is None:
            return {}
        number: NumberField = row.control  # type: ignore[assignment]
        before = number.number()
        number.blockSignals(True)
        number.setMaximum(minutes)
        number.blockSignals(False)
        return {"least": number.number()} if number.number() != before else {}

    def _list_changed(self, things: object, typed: str) -> None:
        made = self.sender()
        if isinstance(made, ThingList):
            self.changed.emit({made.name: things}, f"{made.name}.{typed}" if typed else "")
