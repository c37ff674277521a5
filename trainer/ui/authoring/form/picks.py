"""Fields that something is picked in: one of a few, a person, several people, a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from trainer.authoring.forms import fields, writing
from trainer.language import N_, _
from trainer.ui.authoring.form.own_undo import leave_undo_to_the_page, small
from trainer.ui.authoring.form.pick_list import PickList
from trainer.ui.authoring.form.rows import Row, texts
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.number_field import NumberField
from trainer.ui.widgets.taking_out import take_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.authoring.forms.known import Known
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data

    Offers = Sequence[tuple[str, str]]


class PickRow(Row):
    """One of a few words that the format has."""

    doing = N_("Choose “%(field)s”")

    def make(self) -> QWidget:
        """Make the list."""
        self.pick = PickList("", self)
        small(self.pick)
        self._offers: Offers = ()
        self._stray = ""
        self.pick.chosen.connect(self._chosen)
        return self.pick

    def stop(self) -> QWidget:
        """The list."""
        return self.pick

    def bind(self, base: Path, whose: str = "") -> None:
        """Stand at another place, and offer what can stand there."""
        super().bind(base, whose)
        if not self._offers:
            self.offer(self.offers())

    def offers(self) -> Offers:
        """Give what can be picked, with its words."""
        return fields.options(self.writer.document.format, self.path)

    def offer(self, offers: Offers) -> None:
        """Offer this from now on; what is picked stays."""
        value = self.value()
        self._offers = offers
        self._fill(value)

    def value(self) -> str:
        """What is picked; empty for nothing."""
        return str(self.pick.value() or "")

    def show_value(self, value: Data) -> None:
        """Show what is picked; what is not among the offers is shown as it is written."""
        said = value if isinstance(value, str) else ""
        if said != self.value() or not self.pick.count():
            self._fill(said)

    def _fill(self, value: str) -> None:
        known = {one for one, _words in self._offers}
        stray = value if value and value not in known else ""
        if not self.pick.count() or stray != self._stray or self._changed_offers():
            self._stray = stray
            self.pick.clear()
            self.pick.add(_(self.field.nothing) if self.field.nothing else _("Choose"), "")
            for one, words in self._offers:
                self.pick.add(words, one)
            if stray:
                self.pick.add(stray, stray)
        self.pick.choose(value)

    def _changed_offers(self) -> bool:
        there = [
            (self.pick.itemData(at), self.pick.itemText(at)) for at in range(self.pick.count())
        ]
        return there[1 : 1 + len(self._offers)] != list(self._offers)

    def _chosen(self, value: object) -> None:
        self.write(str(value or ""))


class PersonRow(PickRow):
    """One of the cast."""

    def offers(self) -> Offers:
        """Those of whom it was told."""
        return self._offers

    def know(self, known: Known) -> None:
        """Offer these people."""
        self.offer([(one.key, one.name) for one in known.cast])


class NumberRow(Row):
    """A whole number, or none."""

    def make(self) -> QWidget:
        """Make the number."""
        field = self.field
        nothing = _(field.nothing) if field.nothing else ""
        self.number = NumberField("", self, least=field.least, most=field.most, nothing=nothing)
        small(self.number)
        leave_undo_to_the_page(self.number)
        self.number.number_changed.connect(self._changed)
        holder = QWidget(self)
        FlowLayout(holder).addWidget(self.number)
        return holder

    def stop(self) -> QWidget:
        """The number."""
        return self.number

    def show_value(self, value: Data) -> None:
        """Show the number."""
        number = int(value) if isinstance(value, str) and value.strip().isdecimal() else None
        if number != self.number.number():
            self.number.set_number(number)

    def _changed(self, number: object) -> None:
        self.write(None if number is None else str(number), typed=True)


class LengthRow(NumberRow):
    """How long something is; what it can be cut to is never more than that."""

    def _changed(self, number: object) -> None:
        least = (*self.base, "least")
        cut = self.writer.data(least)
        with self.writer.step(self.act(), self.path, typed=True) as step:
            writing.write(step, self.writer.document, self.path, str(number))
            if isinstance(cut, str) and cut.isdecimal() and int(cut) > int(str(number)):
                writing.write(step, self.writer.document, least, str(number))


class LeastRow(NumberRow):
    """What something can be cut to."""

    def show_in(self, holder: Data) -> None:
        """Show it; there is no more of it than it is long."""
        long = fields.value_in(holder, ("minutes",))
        if isinstance(long, str) and long.isdecimal():
            self.number.blockSignals(True)
            self.number.setMaximum(int(long))
            self.number.blockSignals(False)
        super().show_in(holder)


class PeopleRow(Row):
    """Several of the cast, each a chip that is on or off."""

    doing = N_("Choose “%(field)s”")

    def make(self) -> QWidget:
        """Make the place for the chips."""
        self.holder = QWidget(self)
        self.flow = FlowLayout(self.holder, spacing=6, line_spacing=6)
        self.chips: dict[str, FilterChip] = {}
        self.cast: tuple[tuple[str, str], ...] = ()
        return self.holder

    def stop(self) -> QWidget:
        """The first chip."""
        return next(iter(self.chips.values()), self.holder)

    def stops(self) -> list[QWidget]:
        """Every chip has its own name."""
        return []

    def know(self, known: Known) -> None:
        """Show a chip for each of these people."""
        self.offer([(one.key, one.name) for one in known.cast])

    def offer(self, offers: Offers) -> None:
        """Show a chip for each of these."""
        cast = tuple(offers)
        if cast == self.cast:
            return
        take_out(self.flow, *self.chips.values())
        self.cast, self.chips = cast, {}
        self.writer.grown.emit()
        for key, name in cast:
            chip = FilterChip(name, self.holder)
            said = _("%(field)s: %(name)s") % {"field": self.label.text(), "name": name}
            chip.setAccessibleName(said)
            chip.setAccessibleDescription(self.note.text())
            chip.clicked.connect(self.tell)
            self.flow.addWidget(chip)
            chip.show()
            self.chips[key] = chip

    def say(self, note: str) -> None:
        """Say something below the chips, and with each; nothing, if it is empty."""
        if note != self.note.text():
            self.note.setText(note)
            self.note.setVisible(bool(note))
            for chip in self.chips.values():
                chip.setAccessibleDescription(note)

    def show_value(self, value: Data) -> None:
        """Show who is among them."""
        there = texts(value)
        for key, chip in self.chips.items():
            if chip.isChecked() != (key in there):
                chip.setChecked(key in there)

    def tell(self, _on: object = None) -> None:
        """Write who is among them: in the order of the file those who were, then the others."""
        on = [key for key, chip in self.chips.items() if chip.isChecked()]
        before = texts(self.writer.data(self.path))
        stay = [key for key in before if key in on or key not in self.chips]
        self.write([*stay, *(key for key in on if key not in stay)])


class SeveralRow(PeopleRow):
    """Several of a few words that the format has, each a chip that is on or off."""

    def bind(self, base: Path, whose: str = "") -> None:
        """Stand at another place, and offer what can stand there."""
        super().bind(base, whose)
        self.offer(fields.options(self.writer.document.format, self.path))
