"""Asks with what the story begins that is played from a scene on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from trainer.authoring.trying import words
from trainer.authoring.trying.starting import Start, Values
from trainer.language import _, ngettext
from trainer.scenario.model import HIGH, LOW
from trainer.ui import theme
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.fields import CheckBox, Dropdown
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.number_field import NumberField
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.authoring.trying.reaching import Reached
    from trainer.scenario.model import Value
    from trainer.ui.context import Context

_MOST_SHOWN = 50
"""States that are offered in the list; the others can be set by hand."""


class StartSheet(Sheet):
    """What the story remembers when it comes to the scene: picked from a list, or set freely.

    Signals:
        begun(object): a :class:`Start` to play from.
    """

    begun = Signal(object)

    def __init__(
        self,
        context: Context,
        scene: str,
        state: Mapping[str, Value],
        remembered: Values | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, _("Play from “%(scene)s”") % {"scene": scene}, parent, width=560)
        self._scene = scene
        self._touched = remembered is not None
        self._arrivals: tuple[Values, ...] = ()
        said = _("What does the story remember when somebody comes here?")
        self.body.addWidget(Words(said, self))
        self.list = Dropdown(_("Ways to come here"), self)
        self.list.add(_("Looking for the ways to come here…"), None)
        self.list.setEnabled(False)
        self.list.chosen.connect(self._picked)
        self.body.addWidget(self.list)
        self.found = SoftLabel("", self, role=Role.NOTE)
        self.body.addWidget(self.found)
        self.fields: dict[str, CheckBox | NumberField] = {}
        self._add_fields({**state, **dict(remembered or ())})
        cancel = QuietButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.play = PrimaryButton(_("Play"), self, icon="play")
        self.play.clicked.connect(self._begin)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.play)
        chain(self)
        self.play.setFocus()

    def _add_fields(self, state: Mapping[str, Value]) -> None:
        grid = theme.lay(QGridLayout(), spacing=8)
        for row, (name, value) in enumerate(state.items()):
            field: CheckBox | NumberField
            if isinstance(value, bool):
                field = CheckBox(name, self)
                field.setChecked(value)
                field.clicked.connect(self._touch)
                grid.addWidget(field, row, 0, 1, 2)
            else:
                label = Words(name, self, wrap=False)
                field = NumberField(name, self, least=LOW, most=HIGH)
                field.set_number(value)
                field.number_changed.connect(self._touch)
                grid.addWidget(label, row, 0)
                grid.addWidget(field, row, 1)
            self.fields[name] = field
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)

    def tell(self, reached: Reached) -> None:
        """List the states in which the scene is reached; without a choice of one's own, take one.

        That is the one with the shortest way.
        """
        self._arrivals = tuple(one.values for one in reached.arrivals)
        self.list.clear()
        self.list.add(_("Set by hand"), None)
        for place, arrival in enumerate(reached.arrivals[:_MOST_SHOWN]):
            self.list.add(words.unlike(arrival.values, reached.begins), place)
        self.list.setEnabled(bool(self._arrivals))
        self.found.setText(_found(reached))
        if self._arrivals and not self._touched:
            self._set(self._arrivals[0])
        self._find_in_list()
        self.fit()

    def tell_nothing(self) -> None:
        """Say that it is not known how the scene is reached."""
        self.list.clear()
        self.list.add(_("Set by hand"), None)
        self.found.setText(_("How this scene is reached could not be found out."))

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
            self._touched = True
            self._set(self._arrivals[place])

    def _touch(self) -> None:
        self._touched = True
        self._find_in_list()

    def _find_in_list(self) -> None:
        """Show in the list which of its states is set, if one is."""
        now = dict(self.values)
        found = (place for place, one in enumerate(self._arrivals) if dict(one) == now)
        self.list.choose(next(found, None))

    def _begin(self) -> None:
        start = Start(self._scene, self.values)
        self.accept()
        self.begun.emit(start)


def _found(reached: Reached) -> str:
    if not reached.count:
        return _("No way leads here yet. What you set holds all the same.")
    told = ngettext(
        "The scene is reached in %(n)d state; the shortest way is set.",
        "The scene is reached in %(n)d different states; that of the shortest way comes first.",
        reached.count,
    )
    return told % {"n": reached.count}
