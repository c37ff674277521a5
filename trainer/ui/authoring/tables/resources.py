"""Entries of the help directory that the debrief shows: picked from a list, taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from trainer import paths
from trainer.language import N_, _
from trainer.ui.authoring.form.own_undo import small
from trainer.ui.authoring.form.pick_list import PickList
from trainer.ui.authoring.form.rows import Row, texts
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import take_out

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from trainer.authoring.source.nodes import Data
    from trainer.help.directory import Listed


class ResourcesRow(Row):
    """A chip for each entry, which takes it out; a list to pick one more from."""

    doing = N_("Choose “%(field)s”")

    adding = N_("Add an entry")

    def make(self) -> QWidget:
        """Make the place for the chips, and the list."""
        holder = QWidget(self)
        self.flow = FlowLayout(holder, spacing=6, line_spacing=6)
        self.pick = PickList("", holder)
        small(self.pick)
        self.pick.chosen.connect(self._add)
        self.flow.addWidget(self.pick)
        self.chips: dict[str, FilterChip] = {}
        self._names: dict[str, str] | None = None
        self._value: Data = None
        return holder

    def stop(self) -> QWidget:
        """The list."""
        return self.pick

    def names(self) -> dict[str, str]:
        """Give the entries by key, one's own first; read when first shown."""
        if self._names is None:
            listed = self.writer.bench.context.help.entries()
            ordered = sorted(listed, key=lambda one: (not is_own(one), one.entry.name.casefold()))
            self._names = {one.entry.key: called(one) for one in ordered}
        return self._names

    def showEvent(self, event: QShowEvent) -> None:
        """Read the directory once somebody sees what is picked from it."""
        super().showEvent(event)
        self.show_value(self._value)

    def show_value(self, value: Data) -> None:
        """Show the entries."""
        self._value = value
        if self._names is None and not self.isVisible():
            return
        there = texts(value)
        if list(self.chips) == there and self.pick.count():
            return
        take_out(self.flow, *self.chips.values())
        self.chips = {key: self._chip(key) for key in there}
        self.pick.clear()
        self.pick.add(_(self.adding), "")
        for key, name in self.names().items():
            if key not in there:
                self.pick.add(name, key)

    def _chip(self, key: str) -> FilterChip:
        name = self.names().get(key, key)
        chip = FilterChip(name, self, icon="x", checkable=False)
        chip.setAccessibleName(_("Take out: %(name)s") % {"name": name})
        chip.setProperty("key", key)
        chip.clicked.connect(self._take_out)
        self.flow.insert_widget(len(self.chips), chip)
        chip.show()
        return chip

    def _add(self, key: object) -> None:
        if key:
            self.write([*texts(self.writer.data(self.path)), str(key)])

    def _take_out(self) -> None:
        chip = self.sender()
        key = chip.property("key") if chip is not None else None
        self.pick.setFocus()
        self.write([one for one in texts(self.writer.data(self.path)) if one != key])


def is_own(listed: Listed) -> bool:
    """Tell whether an entry stands in a list of one's own."""
    return listed.folder == paths.own_scenarios()


def called(listed: Listed) -> str:
    """Give an entry's name; one of one's own says so, and whether anybody has confirmed it."""
    known = {"name": listed.entry.name}
    if not is_own(listed):
        return listed.entry.name
    if listed.entry.confirmed:
        return _("%(name)s (your own list)") % known
    return _("%(name)s (your own list, not confirmed)") % known
