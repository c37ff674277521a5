"""The form of a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.authoring.forms import fields, switching
from trainer.authoring.forms.fields import Field, Is
from trainer.language import N_, _
from trainer.method.ds import D
from trainer.scenario.model import YOU
from trainer.ui import theme
from trainer.ui.authoring.form import choice_acts
from trainer.ui.authoring.form.choice_rows import DRow, FitRow, NameRow, WordsRow
from trainer.ui.authoring.form.effects_row import EffectsRow
from trainer.ui.authoring.form.form import Form
from trainer.ui.authoring.form.making import add_rows, row_for
from trainer.ui.authoring.form.own_undo import small
from trainer.ui.authoring.form.pick_list import PickList
from trainer.ui.authoring.form.picks import PersonRow
from trainer.ui.authoring.form.pool import Pool
from trainer.ui.authoring.form.rows import Row, TextRow
from trainer.ui.authoring.form.talk import Talk
from trainer.ui.authoring.form.tool import Tool
from trainer.ui.authoring.form.ways_row import WaysRow
from trainer.ui.authoring.form.when import WhenRow
from trainer.ui.building import Building
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.authoring.forms.known import Known, Person
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.writer import Writer

_MADE: Final = {
    "say": N_("Something is said"),
    "act": N_("Something is done"),
    "own_words": N_("Whoever practises finds words of their own"),
}


class ChoiceForm(Form):
    """What is said or done, where it leads, and what it did for whom."""

    def __init__(
        self, writer: Writer, parent: QWidget | None = None, *, ahead: bool = False
    ) -> None:
        super().__init__(writer, parent)
        self.kind = "act"
        self.building = Building(self._build(), ahead=ahead)

    def ahead(self) -> Iterator[None]:
        """Make what most choices need: what it did for one or two people, one way on."""
        yield from self.targeted.ahead(1)
        yield from self.others.ahead(1)

    def _build(self) -> Iterator[None]:
        """Make the fields, a few at each step."""
        self._head()
        yield
        self._lay_out_first()
        yield
        self._lay_out_feedback()
        yield
        self.more = self.fold(_("More about this choice"))
        yield from self._lay_out_more()
        self.column.addWidget(self.more)
        self.column.addStretch(1)

    def _head(self) -> None:
        head = theme.lay(QVBoxLayout(), spacing=6)
        self.back = LinkButton("", self, icon="arrow-left")
        self.back.clicked.connect(self.go_back)
        head.addWidget(self.back)
        row = theme.lay(QHBoxLayout(), spacing=0)
        self.heading = Heading("", self)
        row.addWidget(self.heading, 1)
        self.up = Tool("arrow-up", _("Move this choice up"), self._up, self)
        self.down = Tool("arrow-down", _("Move this choice down"), self._down, self)
        self.double = Tool("copy", _("Duplicate this choice"), self._double, self)
        self.remove = Tool("trash-2", _("Delete this choice"), self._remove, self)
        for tool in (self.up, self.down, self.double, self.remove):
            row.addWidget(tool)
        head.addLayout(row)
        self.column.addLayout(head)

    def _lay_out_first(self) -> None:
        holder = QWidget(self)
        inner = theme.lay(QVBoxLayout(holder), spacing=6)
        self.made = PickList("", holder)
        small(self.made)
        for key, said in _MADE.items():
            self.made.add(_(said), key)
        self.made.chosen.connect(self._made)
        inner.addWidget(self.made)
        self.words = WordsRow(Field(("act",), N_("What is done"), Is.TEXT, kept=True),
                              self.writer, holder)  # fmt: skip
        inner.addWidget(self.words)
        self.column.addWidget(holder)
        self.points = row_for(fields.POINTS, self.writer, self)
        self.d = DRow(fields.D_FIELD, self.writer, self)
        self.to = PersonRow(fields.TO, self.writer, self)
        self.fit = FitRow(fields.FIT, self.writer, self)
        self.next = WaysRow(fields.LEADS_TO, self.writer, self)
        for one in (self.points, self.d, self.to, self.fit, self.next):
            self.column.addWidget(one)

    def _lay_out_feedback(self) -> None:
        self.column.addWidget(Heading(_("What it did"), self, role=Role.SUBHEADING))
        self.headline = row_for(fields.HEADLINE, self.writer, self)
        self.column.addWidget(self.headline)
        self.targeted: Pool[TextRow] = Pool(self._feedback_row, self.writer, self, spacing=12)
        self.column.addWidget(self.targeted)
        self.why = row_for(fields.WHY, self.writer, self)
        self.column.addWidget(self.why)

    def _feedback_row(self) -> TextRow:
        return TextRow(fields.feedback_for("you", N_("For you")), self.writer, self)

    def _lay_out_more(self) -> Iterator[None]:
        column, body = self.more.column, self.more.body
        self.others: Pool[TextRow] = Pool(self._feedback_row, self.writer, body, spacing=12)
        self.to_more = PersonRow(fields.TO, self.writer, body)
        self.when = WhenRow(fields.WHEN, self.writer, body)
        self.effects = EffectsRow(fields.EFFECTS, self.writer, body)
        self.seen = row_for(fields.SEEN, self.writer, body)
        self.talk = Talk(fields.SEEN_LINES, self.writer, body)
        self.talk.add.set_words(_("Add a line of dialogue"))
        for one in (self.others, self.when, self.effects, self.seen, self.talk, self.to_more):
            column.addWidget(one)
        yield
        self.facts = add_rows(fields.OF_CHOICE, self.writer, body, column)
        self.id = NameRow(fields.ID, self.writer, body)
        column.addWidget(self.id)

    # Showing

    def _simple(self) -> Sequence[Row]:
        return (
            self.words, self.points, self.d, self.fit, self.headline, self.why, self.when,
            self.effects, self.seen, *self.facts, self.id,
        )  # fmt: skip

    @property
    def place(self) -> int:
        """Place of the choice among those of its scene."""
        return int(self.base[-1]) if self.base else 0

    @property
    def scene(self) -> Path:
        """Where its scene stands."""
        return self.base[:2]

    @property
    def whose(self) -> str:
        """How a screen reader says whose the fields are."""
        return _("Choice %(n)d") % {"n": self.place + 1}

    def bind(self, base: Path) -> None:
        """Be of another choice."""
        super().bind(base)
        whose = self.whose
        self.heading.setText(whose)
        self.back.set_words(
            _("Scene: %(name)s") % {"name": self.writer.bench.names.scene(str(base[1]))}
        )
        self.back.setAccessibleDescription(_("Back to the scene"))
        self.made.setAccessibleName(_("%(whose)s: how it is made") % {"whose": whose})
        for row in self._simple():
            row.bind(base, whose)
        self.next.bind(base, whose)
        self.talk.bind(base, whose)

    def refresh(self, known: Known) -> None:
        """Show what stands in the choice now."""
        there = self.writer.data(self.base)
        choice: dict[str, Data] = there if isinstance(there, dict) else {}
        self._show_made(choice)
        self.when.know(known)
        self.effects.know(known)
        for row in self._simple():
            row.show_in(choice)
        own = self.kind == "own_words"
        self.points.setVisible(own)
        self.fit.setVisible(not own)
        self.next.show_in(choice, known)
        self._show_to(choice, known)
        self._show_feedback(choice, known)
        seen = choice.get("consequence")
        self.talk.show_lines(seen.get("lines") if isinstance(seen, dict) else None, known)
        count = len(self.writer.data(self.base[:-1]) or ())
        self.up.setEnabled(self.place > 0)
        self.down.setEnabled(self.place < count - 1)
        self._tell_filled(choice)

    def _show_made(self, choice: dict[str, Data]) -> None:
        self.kind = next((key for key in switching.MADE if key in choice), "act")
        self.made.choose(self.kind)
        if self.words.field.path != (self.kind,):
            self.words.field = Field((self.kind,), fields.ASKED[self.kind], Is.TEXT, kept=True)
        self.words.call(_(fields.ASKED[self.kind]))

    def _show_to(self, choice: dict[str, Data], known: Known) -> None:
        first = choice.get("d") == D.DELEGATE.value or "to" in choice
        for row, shows in ((self.to, first), (self.to_more, not first)):
            row.setVisible(shows)
            row.bind(self.base if shows else (), self.whose)
            row.know(known)
            if shows:
                row.show_in(choice)

    def _show_feedback(self, choice: dict[str, Data], known: Known) -> None:
        for pool, people in zip((self.targeted, self.others), known.affected(), strict=True):
            self._show_people(pool, people, choice)

    def _show_people(
        self, pool: Pool[TextRow], people: Sequence[Person], choice: dict[str, Data]
    ) -> None:
        for row, person in zip(pool.need(len(people)), people, strict=True):
            if row.field.path[-1] != person.key:
                row.field = fields.feedback_for(person.key, "")
            row.bind(self.base, self.whose)
            said = _("For you") if person.key == YOU else _("For %(name)s")
            row.call(said % {"name": person.name})
            row.show_in(choice)
        for row in pool.spare:
            row.bind(())

    def _tell_filled(self, choice: dict[str, Data]) -> None:
        rows = [*self.others.shown, self.when, self.effects, self.seen, *self.facts]
        seen = choice.get("consequence")
        talks = isinstance(seen, dict) and bool(seen.get("lines"))
        self.more.tell_filled(sum(row.is_filled(choice) for row in rows) + talks)

    def first(self) -> QWidget:
        """Writing begins with what is said or done."""
        return self.words.stop()

    # Changing

    def _made(self, to: object) -> None:
        with self.writer.step(_("Change how the choice is made"), self.base) as step:
            switching.made(step, self.writer.document, self.base, str(to))

    def go_back(self) -> None:
        """Show the scene, on the card of this choice."""
        self.writer.bench.write_at(self.base[:3])

    def turn(self, by: int) -> bool:
        """Show the next choice, or the one before; tell whether there is one."""
        count = len(self.writer.data(self.base[:-1]) or ())
        at = self.place + by
        if not 0 <= at < count:
            return False
        self.writer.bench.write_at((*self.base[:-1], at))
        return True

    def _go_to(self, at: int, stop: QWidget) -> None:
        self.writer.bench.select((*self.base[:-1], at))
        stop = stop if stop.isEnabled() else self.up if stop is self.down else self.down
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _up(self) -> None:
        self._go_to(choice_acts.move(self.writer, self.base, -1), self.up)

    def _down(self) -> None:
        self._go_to(choice_acts.move(self.writer, self.base, 1), self.down)

    def _double(self) -> None:
        if choice_acts.double(self.writer, self.base):
            self.writer.bench.write_at((*self.base[:-1], self.place + 1))

    def _remove(self) -> None:
        base = self.base
        if choice_acts.remove(self.writer, base):
            self.writer.bench.write_at((*base[:3], max(0, self.place - 1))[:3])

    def add_next(self) -> None:
        """Add one more choice to the scene, and write in it."""
        made = choice_acts.add(self.writer, self.scene)
        if made is not None:
            self.writer.bench.write_at(made)
