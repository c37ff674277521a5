"""The form of a scene."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.forms import fields, switching
from trainer.authoring.outline import Kind
from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.authoring.form.choice_list import ChoiceList
from trainer.ui.authoring.form.form import Form
from trainer.ui.authoring.form.making import add_rows, row_for
from trainer.ui.authoring.form.own_undo import small
from trainer.ui.authoring.form.pick_list import PickList
from trainer.ui.authoring.form.present_row import PresentRow
from trainer.ui.authoring.form.scene_name import SceneName
from trainer.ui.authoring.form.side_by_side import SideBySide
from trainer.ui.authoring.form.talk import Talk
from trainer.ui.authoring.form.ways_row import WaysRow
from trainer.ui.building import Building
from trainer.ui.theme import Role
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.forms.known import Known
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.rows import Row
    from trainer.ui.authoring.form.writer import Writer

_WAYS_ON: Final = {
    Kind.CHOICES: N_("with choices"),
    Kind.NEXT: N_("straight on to another scene"),
    Kind.ENDING: N_("the story ends here"),
    Kind.STUB: N_("planned, not written yet"),
}

_USUALLY: Final = 3
"""Lines, and choices, that most scenes have."""


class SceneForm(Form):
    """What is seen and said in a scene, and how it goes on."""

    def __init__(
        self, writer: Writer, parent: QWidget | None = None, *, ahead: bool = False
    ) -> None:
        super().__init__(writer, parent)
        self.kind = Kind.OPEN
        self.building = Building(self._build(), ahead=ahead)

    def ahead(self) -> Iterator[None]:
        """Make what most scenes need: a few lines of dialogue, a few choices."""
        yield from self.talk.lines.ahead(_USUALLY)
        yield from self.choices.pool.ahead(_USUALLY)

    def _build(self) -> Iterator[None]:
        """Make the fields, a few at each step."""
        writer = self.writer
        self.name = SceneName(writer, self)
        self.column.addWidget(self.name)
        (self.text,) = add_rows((fields.TEXT,), writer, self, self.column)
        self.talk = Talk(fields.LINES, writer, self)
        self.column.addWidget(self.talk)
        yield
        self.present = PresentRow(fields.PRESENT, writer, self)
        self.column.addWidget(self.present)
        self.backdrop = row_for(fields.BACKDROP, writer, self)
        self.notes = row_for(fields.NOTES, writer, self)
        self.notes.note.hide()
        self.column.addWidget(SideBySide(self.backdrop, self.notes, self))
        yield
        self.column.addWidget(self._way_on())
        yield
        self.choices = ChoiceList(writer, self)
        self.column.addWidget(self.choices)
        yield
        self.more = self.fold(_("More about this scene"))
        self._lay_out_more()
        self.column.addWidget(self.more)
        self.column.addStretch(1)

    def _way_on(self) -> QWidget:
        """Make what says how the scene goes on, and what that needs."""
        holder = QWidget(self)
        column = theme.lay(QVBoxLayout(holder), spacing=10)
        head = theme.lay(QVBoxLayout(), spacing=4)
        head.addWidget(SoftLabel(_("How it goes on"), holder, role=Role.SMALL))
        self.way_on = PickList(_("How it goes on"), holder)
        small(self.way_on)
        self.way_on.chosen.connect(self._go_on)
        head.addWidget(self.way_on)
        column.addLayout(head)
        self.next = WaysRow(fields.NEXT, self.writer, holder)
        column.addWidget(self.next)
        self.ending = QWidget(holder)
        inner = theme.lay(QVBoxLayout(self.ending), spacing=12)
        self.ending_rows = add_rows((fields.VIEW, fields.OUTCOME), self.writer, self.ending, inner)
        column.addWidget(self.ending)
        return holder

    def _lay_out_more(self) -> None:
        column, body = self.more.column, self.more.body
        self.others = add_rows(fields.OF_SCENE, self.writer, body, column)
        self.timer = QWidget(body)
        inner = theme.lay(QVBoxLayout(self.timer), spacing=12)
        self.timer_rows = add_rows((fields.SECONDS, fields.THEN), self.writer, self.timer, inner)
        column.addWidget(self.timer)

    # Showing

    def bind(self, base: Path) -> None:
        """Be of another scene."""
        super().bind(base)
        self.name.bind(base)
        self.talk.bind(base)
        self.next.bind(base)
        self.choices.bind(base)
        for row in self._simple():
            row.bind(base)

    def _simple(self) -> list[Row]:
        return [
            self.text, self.backdrop, self.notes, self.present,
            *self.ending_rows, *self.others, *self.timer_rows,
        ]  # fmt: skip

    def refresh(self, known: Known) -> None:
        """Show what stands in the scene now."""
        there = self.writer.data(self.base)
        scene: dict[str, Data] = there if isinstance(there, dict) else {}
        self.name.show_name()
        self.text.stand_in(self.name.heading.text())
        self.present.know(known)
        self.present.setVisible(bool(known.cast))
        self.present.show_scene(scene, known)
        for row in self._simple():
            row.show_in(scene)
        self.text.keeps = not scene.get("lines")  # Else nothing would say what is seen.
        self.talk.show_lines(scene.get("lines"), known)
        self._show_way_on(scene, known)
        timed = self.kind is Kind.CHOICES or "timer" in scene
        self.timer.setVisible(timed)
        self.timer_rows[1].setVisible("timer" in scene)
        filled = [row for row in self.others if row.is_filled(scene)]
        self.more.tell_filled(len(filled) + ("timer" in scene))

    def _show_way_on(self, scene: dict[str, Data], known: Known) -> None:
        kinds = (one for one in switching.WAYS_ON if one.value in scene)
        self.kind = next(kinds, Kind.OPEN)
        wanted = [*([Kind.OPEN] if self.kind is Kind.OPEN else []), *_WAYS_ON]
        if [self.way_on.itemData(at) for at in range(self.way_on.count())] != wanted:
            self.way_on.clear()
            for kind in wanted:
                words = _(_WAYS_ON[kind]) if kind in _WAYS_ON else _("Choose")
                self.way_on.add(words, kind.value)
        written = self.kind is Kind.STUB and bool(scene.get("text") or scene.get("lines"))
        stub = _("not said yet: until then it is not played") if written else _WAYS_ON[Kind.STUB]
        self.way_on.setItemText(wanted.index(Kind.STUB), stub if written else _(stub))
        self.way_on.choose(self.kind.value)
        self.next.setVisible(self.kind is Kind.NEXT)
        self.ending.setVisible(self.kind is Kind.ENDING)
        self.choices.setVisible(self.kind in (Kind.CHOICES, Kind.OPEN))
        for row, words in zip(self.ending_rows, (known.seen_by(), known.left_for()), strict=True):
            row.call(words)
        self.next.show_in(scene if self.kind is Kind.NEXT else {}, known)
        self.choices.show_choices(scene.get("choices"))

    def first(self) -> QWidget:
        """Writing begins with the narration."""
        return self.text.stop()

    def stand_on(self, path: Path) -> bool:
        """Put the keyboard on what is no field: how it goes on, a first line; tell if it is one."""
        key = str(path[2]) if len(path) == 3 else ""
        stops: dict[str, QWidget] = {"ending": self.way_on, "stub": self.way_on}
        if self.kind in (Kind.OPEN, Kind.STUB):
            stops |= {"choices": self.way_on, "next": self.way_on}
        if not self.talk.lines.shown:
            stops["lines"] = self.talk.add
        if key not in stops:
            return False
        stops[key].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # Changing

    def add_choice(self) -> None:
        """Add a choice, unless the scene goes on in a way that would be lost by that."""
        if self.kind in (Kind.CHOICES, Kind.OPEN, Kind.STUB):
            self.choices.append()
        else:
            said = _("This scene goes on without choices. “How it goes on” changes that.")
            self.writer.bench.say(said, passing=True)

    def _go_on(self, kind: object) -> None:
        kind = Kind(str(kind))
        if kind is Kind.OPEN or kind is self.kind:
            return
        went = self.kind
        lost = len(self.choices.pool.shown)
        with self.writer.step(_("Change how the scene goes on"), self.base) as step:
            switching.way_on(step, self.writer.document, self.base, kind)
        bench = self.writer.bench
        if went is Kind.CHOICES and lost:
            said = _("The choices of this scene are gone. Ctrl Z brings them back.")
            bench.say(said, _("Undo"), bench.undo)
