"""Entries of the help directory that are named somewhere: picked, put in order, taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer import paths
from trainer.help.model import Police
from trainer.language import N_, _
from trainer.ui.authoring.form.own_undo import small
from trainer.ui.authoring.form.pick_list import PickList
from trainer.ui.authoring.form.rows import Row, texts
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.taking_out import take_out

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from trainer.authoring.source.nodes import Data
    from trainer.help.directory import Listed


class NamedChip(FilterChip):
    """Something that was picked: pressed, it goes; Alt and an arrow key move it.

    Signals:
        moved(int): so many places to the end of the row.
    """

    moved = Signal(int)

    def __init__(self, name: str, key: str, parent: QWidget) -> None:
        super().__init__(name, parent, icon="x", checkable=False)
        self.key = key
        self.setAccessibleName(_("Take out: %(name)s") % {"name": name})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt, as everything does."""
        beside = -1 if self.isRightToLeft() else 1
        keys = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1,
                Qt.Key.Key_Left: -beside, Qt.Key.Key_Right: beside}  # fmt: skip
        by = keys.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if by is not None and held == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)


class ResourcesRow(Row):
    """A chip for each entry, in the order in which they are shown; a list to pick one more from."""

    doing = N_("Choose “%(field)s”")

    adding = N_("Add an entry")

    order = N_("They are shown in this order. Alt and an arrow key move one.")
    """What is said below once there are several; nothing, where the order means nothing."""

    def make(self) -> QWidget:
        """Make the place for the chips, and the list."""
        holder = QWidget(self)
        self.flow = FlowLayout(holder, spacing=6, line_spacing=6)
        self.pick = PickList("", holder)
        small(self.pick)
        self.pick.chosen.connect(self._add)
        self.flow.addWidget(self.pick)
        self.chips: dict[str, NamedChip] = {}
        self._own: frozenset[str] = frozenset()
        self._names: dict[str, str] | None = None
        self._value: Data = None
        return holder

    def stop(self) -> QWidget:
        """The list."""
        return self.pick

    def names(self) -> dict[str, str]:
        """Give the entries by key, one's own first; read when first shown."""
        if self._names is None:
            ordered = sorted(self.writer.bench.context.help.entries(), key=_place)
            self._own = frozenset(one.entry.key for one in ordered if is_own(one))
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
        self.chips = {}
        for key in there:
            self.chips[key] = self._chip(key)  # Behind those that are there by now.
        self.pick.clear()
        self.pick.add(_(self.adding), "")
        for key, name in self.names().items():
            if key not in there:
                self.pick.add(name, key)
        if self.chips:
            # Where the list stands already, and then the list behind them.
            chain(self.pick, *self.chips.values())
            chain(next(reversed(self.chips.values())), self.pick)
        self._tell_order()

    def _tell_order(self) -> None:
        said = _(self.order) if self.order and len(self.chips) > 1 else ""
        for chip in self.chips.values():
            chip.setAccessibleDescription(said)
        if said != self.note.text():
            self.note.setText(said)
            self.note.setVisible(bool(said))
            self.name_it()

    def _chip(self, key: str) -> NamedChip:
        chip = NamedChip(self.names().get(key, key), key, self)
        chip.clicked.connect(self._take_out)
        chip.moved.connect(self._move)
        self.flow.insert_widget(len(self.chips), chip)
        chip.show()
        return chip

    def _add(self, key: object) -> None:
        if key:
            there = texts(self.writer.data(self.path))
            there.insert(self._place_for(str(key), there), str(key))
            self.write(there)

    def _place_for(self, key: str, there: list[str]) -> int:
        """One's own, whom one knows, come before what comes along."""
        others = (at for at, one in enumerate(there) if one not in self._own)
        return next(others, len(there)) if key in self._own else len(there)

    def _take_out(self) -> None:
        chip = self.sender()
        if isinstance(chip, NamedChip):
            self.pick.setFocus()
            self.write([one for one in texts(self.writer.data(self.path)) if one != chip.key])

    def _move(self, by: int) -> None:
        chip = self.sender()
        there = texts(self.writer.data(self.path))
        if not isinstance(chip, NamedChip) or not self.order or chip.key not in there:
            return
        key, at = chip.key, there.index(chip.key)
        to = min(len(there) - 1, max(0, at + by))
        if to == at:
            return
        there.insert(to, there.pop(at))
        self.write(there)
        if key in self.chips:
            self.chips[key].setFocus()
        said = _("Now number %(n)d of %(count)d.") % {"n": to + 1, "count": len(there)}
        self.writer.bench.context.announce(said)


def _place(listed: Listed) -> tuple[bool, bool, str]:
    """One's own first, and among those whoever works with the police last."""
    with_police = is_own(listed) and listed.entry.police is Police.WORKS_WITH
    return not is_own(listed), with_police, listed.entry.name.casefold()


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
