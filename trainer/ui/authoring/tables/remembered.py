"""What the story remembers: with what it starts, and where it is asked for and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring import as_typed
from trainer.authoring.forms import writing
from trainer.authoring.scenes import renaming, usage
from trainer.authoring.scenes.naming import variable_names
from trainer.language import _, ngettext
from trainer.scenario.kinds import HIGH, LOW
from trainer.ui import theme
from trainer.ui.authoring.form.own_undo import leave_undo_to_the_page, small
from trainer.ui.authoring.form.pick_list import PickList
from trainer.ui.authoring.form.pool import Pool
from trainer.ui.authoring.outline.sheets import NameSheet
from trainer.ui.authoring.tables.named import Named, add_button
from trainer.ui.theme import Role
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.number_field import NumberField
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.authoring.scenes.counting import Counts
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.writer import Writer


class MemoryPart(Named):
    """One thing that the story remembers."""

    top = "state"

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(writer, parent)
        row = FlowLayout(spacing=8, line_spacing=4)
        self.label = Words("", self, role=Role.NOTE_STRONG)
        self.starts = SoftLabel(_("at the start:"), self, role=Role.SMALL)
        self.so = PickList("", self)
        self.so.add(_("no"), "false")
        self.so.add(_("yes"), "true")
        self.number = NumberField("", self, least=LOW, most=HIGH)
        for one in (self.so, self.number):
            small(one)
        leave_undo_to_the_page(self.number)
        self.so.chosen.connect(self._chosen)
        self.number.number_changed.connect(self._set)
        for widget in (self.label, self.starts, self.so, self.number):
            row.addWidget(widget)
        self.column.addLayout(row)
        self.add_acts()

    def show_memory(self, name: str, value: Data) -> None:
        """Show what it starts with now."""
        said = self.writer.bench.names.memory(name)
        if (name, said) != (self.name, self.label.text()):
            self.name = name
            self.label.setText(said)
            called = _("%(name)s, at the start") % {"name": said}
            self.so.setAccessibleName(called)
            self.number.setAccessibleName(called)
        start = value if isinstance(value, str) else ""
        self.number.setVisible(start.isdecimal())
        self.so.setVisible(not start.isdecimal())
        if start.isdecimal():
            if int(start) != self.number.number():
                self.number.set_number(int(start))
        else:
            self.so.choose(start)

    def tell_uses(self, counts: Counts) -> None:
        """Say in how many places it is asked for, and in how many it changes."""
        super().tell_uses(counts)
        asked, changed = counts.asked[self.name], counts.changed[self.name]
        known = {
            "asked": ngettext("asked for in %(n)d place", "asked for in %(n)d places", asked)
            % {"n": asked},
            "changed": ngettext("changed in %(n)d place", "changed in %(n)d places", changed)
            % {"n": changed},
        }
        self.told.setText(_("%(asked)s · %(changed)s") % known)

    def uses(self) -> list[usage.Use]:
        """Give where it is asked for, and where it changes."""
        return usage.of_variable(self.writer.document, self.name)

    def count(self, counts: Counts) -> int:
        """Give in how many places it is used."""
        return counts.asked[self.name] + counts.changed[self.name]

    def renew_uses(self, counts: Counts) -> None:
        """Say anew where it is used, if it is still there."""
        if self.name in variable_names(self.writer.document):
            self.tell_uses(counts)

    def called(self) -> str:
        """What people call it."""
        return self.writer.bench.names.memory(self.name)

    def rename_to(self, new: str, typed: str) -> None:
        """Give it another name, in every condition, too."""
        words = _("Rename “%(old)s” to “%(new)s”") % {
            "old": self.called(),
            "new": as_typed.shown(new, typed),
        }
        with self.writer.step(words, ()) as step:
            renaming.rename_variable(step, self.writer.document, self.name, new, typed)

    def _chosen(self, value: object) -> None:
        self._write(str(value))

    def _set(self, number: object) -> None:
        if number is not None:
            self._write(str(number))

    def _write(self, value: str) -> None:
        words = _("“%(name)s” at the start") % {"name": self.called()}
        self.writer.write(self.path, value, words, typed=True)


class MemoryTable(QWidget):
    """All that is remembered, and buttons for more."""

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.writer = writer
        column = theme.lay(QVBoxLayout(self), spacing=8)
        column.addWidget(Heading(_("What the story remembers"), self, role=Role.SUBHEADING))
        said = _("Choices can change it, and what is offered or follows can depend on it.")
        column.addWidget(SoftLabel(said, self, role=Role.SMALL))
        self.parts: Pool[MemoryPart] = Pool(lambda: MemoryPart(writer), writer, self, spacing=14)
        column.addWidget(self.parts)
        row = FlowLayout(spacing=8, line_spacing=8)
        self.add_so = add_button(_("Something that happened or did not"), self)
        self.add_number = add_button(_("A number"), self)
        self.add_so.clicked.connect(self._ask_so)
        self.add_number.clicked.connect(self._ask_number)
        row.addWidget(self.add_so)
        row.addWidget(self.add_number)
        column.addLayout(row)
        self._value = "false"

    def show_state(self, there: Data) -> None:
        """Show what is remembered now."""
        state = there if isinstance(there, dict) else {}
        parts = self.parts.need(len(state))
        for part, (name, value) in zip(parts, state.items(), strict=True):
            part.show_memory(name, value)

    def stand(self, path: Path) -> None:
        """Stand on something that is remembered, or on what adds it."""
        part = next((one for one in self.parts.shown if one.name == path[1]), None)
        stop: QWidget = self.add_so
        if part is not None:
            stop = part.number if part.so.isHidden() else part.so
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_so(self) -> None:
        self._ask(
            "false",
            _("Something that happened or did not"),
            _("What happened or did not, in a few words"),
        )

    def _ask_number(self) -> None:
        self._ask("0", _("A number that the story remembers"), _("What it counts, in a few words"))

    def _ask(self, value: str, heading: str, label: str) -> None:
        self._value = value
        self._sheet = NameSheet(
            self.writer.bench.context,
            self.window(),
            heading,
            label,
            _("Add it"),
            variable_names(self.writer.document),
            sort="state",
            said=self.writer.bench.names.memory,
        )
        self._sheet.answered.connect(self._named)
        self._sheet.open()

    def _named(self) -> None:
        name, typed = self._sheet.name, self._sheet.typed
        words = _("Remember “%(name)s”") % {"name": as_typed.shown(name, typed)}
        path = ("state", name)
        with self.writer.step(words, path) as step:
            writing.write(step, self.writer.document, path, self._value)
            as_typed.keep(step, self.writer.document, path, typed)
