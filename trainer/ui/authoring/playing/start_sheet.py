"""Asks with which of the ways that lead to a scene the story is played from there on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from trainer.authoring.trying import words
from trainer.authoring.trying.starting import Start, Values
from trainer.language import _
from trainer.scenario.model import HIGH, LOW
from trainer.ui import theme
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import CheckBox, Dropdown
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.number_field import NumberField
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.authoring.called import Names
    from trainer.authoring.trying.reaching import Arrival, Reached
    from trainer.scenario.model import Value
    from trainer.ui.context import Context

_MOST_SHOWN = 50
"""Ways that are offered in the list; the others can be set by hand."""


class StartSheet(Sheet):
    """What the story remembers when it comes to the scene: picked from a list, or set freely.

    ``reached`` tells how one comes there; None if nobody knows.

    Signals:
        begun(object): a :class:`Start` to play from.
    """

    begun = Signal(object)

    def __init__(
        self,
        context: Context,
        names: Names,
        scene: str,
        state: Mapping[str, Value],
        remembered: Values | None,
        reached: Reached | None,
        parent: QWidget | None = None,
    ) -> None:
        told = _("Play from “%(scene)s”") % {"scene": names.scene(scene)}
        super().__init__(context, told, parent, width=560)
        self._scene, self._names = scene, names
        self._arrivals: tuple[Arrival, ...] = () if reached is None else reached.arrivals
        self.body.addWidget(
            Words(_("One can come here in different ways. Which shall it be?"), self)
        )
        self.list = Dropdown(_("What has happened before"), self)
        self.list.chosen.connect(self._picked)
        self.body.addWidget(self.list)
        self.found = SoftLabel("", self, role=Role.NOTE)
        self.body.addWidget(self.found)
        by_hand = _("What the story remembers then")
        self.body.addWidget(Words(by_hand, self, role=Role.NOTE_STRONG))
        self.fields: dict[str, CheckBox | NumberField] = {}
        self._add_fields({**state, **dict(remembered or ())})
        self._list(reached)
        if remembered is None and self._arrivals:
            self._set(self._arrivals[0].values)  # That is the one with the shortest way.
        self._find_in_list()
        self.end_with(_("Play"), self._begin, icon="play")
        chain(self)
        self.go.setFocus()

    def _add_fields(self, state: Mapping[str, Value]) -> None:
        grid = theme.lay(QGridLayout(), spacing=8)
        for row, (name, value) in enumerate(state.items()):
            field: CheckBox | NumberField
            if isinstance(value, bool):
                field = CheckBox(self._names.memory(name), self)
                field.setChecked(value)
                field.clicked.connect(self._find_in_list)
                grid.addWidget(field, row, 0, 1, 2)
            else:
                label = Words(self._names.memory(name), self, wrap=False)
                field = NumberField(self._names.memory(name), self, least=LOW, most=HIGH)
                field.set_number(value)
                field.number_changed.connect(self._find_in_list)
                grid.addWidget(label, row, 0)
                grid.addWidget(field, row, 1)
            self.fields[name] = field
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)

    def _list(self, reached: Reached | None) -> None:
        """List what can have happened, what is nearest to the beginning first."""
        if reached is not None:
            for place, arrival in enumerate(reached.arrivals[:_MOST_SHOWN]):
                self.list.add(words.unlike(arrival.values, reached.begins, self._names), place)
        self.list.add(_("Something else"), None)
        self.list.setEnabled(bool(self._arrivals))

    @property
    def values(self) -> Values:
        """What is set."""
        return tuple(
            (name, field.isChecked() if isinstance(field, CheckBox) else field.number() or 0)
            for name, field in self.fields.items()
        )

    def _set(self, values: Values) -> None:
        for name, value in values:
            field = self.fields.get(name)
            if isinstance(field, CheckBox):
                field.setChecked(bool(value))
            elif field is not None:
                field.set_number(int(value))

    def _picked(self, place: object) -> None:
        if isinstance(place, int):
            self._set(self._arrivals[place].values)
        self._find_in_list()

    def _find_in_list(self) -> None:
        """Show in the list which of its ways is set, if one is, and what was chosen on it."""
        now = dict(self.values)
        found = (place for place, one in enumerate(self._arrivals) if dict(one.values) == now)
        place = next(found, None)
        self.list.choose(place)
        if place is not None:
            said = _("Shortest way there: %(way)s") % {
                "way": words.way(self._arrivals[place].way, self._names)
            }
        elif self._arrivals:
            said = _("No way leads here so. It can be played all the same.")
        else:
            said = _("How one comes here could not be found out.")
        self.found.setText(said)
        self.fit()

    def _begin(self) -> None:
        start = Start(self._scene, self.values)
        self.accept()
        self.begun.emit(start)
