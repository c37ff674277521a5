"""One line about what the story remembers: a test of it, or a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.authoring.called import in_words
from trainer.authoring.forms import conditions
from trainer.authoring.forms.conditions import SIGNS, Comparison
from trainer.authoring.forms.effects import Effect, How
from trainer.language import _
from trainer.scenario.kinds import HIGH, LOW
from trainer.ui import theme
from trainer.ui.authoring.form.own_undo import leave_undo_to_the_page, small
from trainer.ui.authoring.form.pick_list import PickList
from trainer.ui.authoring.form.tool import Tool
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.authoring.source.nodes import Data


class MemoryLine(QWidget):
    """Something remembered, what about it, and how much.

    Signals:
        changed(): it says something else now.
        removed(): it shall go.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: Mapping[str, Data] = {}
        self._called: Mapping[str, str] = {}
        self._boolean: bool | None = None
        row = theme.lay(QHBoxLayout(self), spacing=4)
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=6, line_spacing=6, top=True)
        self.name = PickList("", holder)
        self.what = PickList("", holder)
        self.number = NumberField("", holder, least=LOW, most=HIGH)
        leave_undo_to_the_page(self.number)
        self.name.chosen.connect(self._renamed)
        self.what.chosen.connect(self._told)
        self.number.number_changed.connect(self._told)
        for one in (self.name, self.what, self.number):
            small(one)
            flow.addWidget(one)
        self.remove = Tool("x", "", self.removed.emit, self)
        row.addWidget(holder, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def say_whose(self, whose: str) -> None:
        """Name the controls to a screen reader."""
        for control, words in (
            (self.name, _("%(whose)s: what the story remembers")),
            (self.what, _("%(whose)s: what about it")),
            (self.number, _("%(whose)s: how much")),
            (self.remove, _("%(whose)s: delete")),
        ):
            control.setAccessibleName(words % {"whose": whose})
        self.remove.set_tip(self.remove.accessibleName())

    def know(self, state: Mapping[str, Data], called: Mapping[str, str]) -> None:
        """Offer what the story remembers, as it is called."""
        self._state, self._called = state, called
        for at in range(self.name.count()):
            said = self._said(str(self.name.itemData(at)))
            if said != self.name.itemText(at):
                self.name.setItemText(at, said)

    def _said(self, name: str) -> str:
        return self._called.get(name) or in_words(name)

    def _show(self, name: str, what: str, value: str, *, boolean: bool) -> None:
        there = [*self._state, *([] if name in self._state else [name])]
        if [self.name.itemData(at) for at in range(self.name.count())] != there:
            self.name.clear()
            for one in there:
                self.name.add(self._said(one), one)
        self.name.choose(name)
        if boolean != self._boolean:
            self._boolean = boolean
            self.what.clear()
            for key, words in self._offers(boolean=boolean):
                self.what.add(words, key)
        self.what.choose(value if boolean else what)
        self.number.setVisible(not boolean)
        if not boolean and value.isdecimal():
            self.number.set_number(int(value))

    def _offers(self, *, boolean: bool) -> list[tuple[str, str]]:
        raise NotImplementedError

    def _fresh(self, name: str) -> None:
        raise NotImplementedError

    def _renamed(self, name: object) -> None:
        if conditions.is_boolean(self._state, str(name)) != self._boolean:
            self._fresh(str(name))
        self.changed.emit()

    def _told(self, _value: object) -> None:
        self.changed.emit()


class TestLine(MemoryLine):
    """One test of a condition."""

    def show_test(self, test: Comparison) -> None:
        """Show a test."""
        self._show(test.name, test.sign, test.value, boolean=test.is_boolean)

    def test(self) -> Comparison:
        """Give the test that shows."""
        name, what = str(self.name.value()), str(self.what.value())
        if self._boolean:
            return Comparison(name, "==", what)
        return Comparison(name, what, str(self.number.number()))

    def _offers(self, *, boolean: bool) -> list[tuple[str, str]]:
        if boolean:
            return [("true", _("is so")), ("false", _("is not so"))]
        return [(sign, _(words)) for sign, words in SIGNS.items()]

    def _fresh(self, name: str) -> None:
        self.show_test(conditions.usual(name, self._state))


class EffectLine(MemoryLine):
    """One change of what the story remembers."""

    def show_effect(self, effect: Effect) -> None:
        """Show a change."""
        boolean = effect.value in ("true", "false")
        self._show(effect.name, effect.how.value, effect.value, boolean=boolean)

    def effect(self) -> Effect:
        """Give the change that shows."""
        name, what = str(self.name.value()), str(self.what.value())
        if self._boolean:
            return Effect(name, How.BECOMES, what)
        return Effect(name, How(what), str(self.number.number()))

    def _offers(self, *, boolean: bool) -> list[tuple[str, str]]:
        if boolean:
            return [("true", _("is so from now on")), ("false", _("is not so any more"))]
        return [
            (How.UP.value, _("goes up by")),
            (How.DOWN.value, _("goes down by")),
            (How.BECOMES.value, _("becomes")),
        ]

    def _fresh(self, name: str) -> None:
        self.show_effect(usual_effect(name, self._state))


def usual_effect(name: str, state: Mapping[str, Data]) -> Effect:
    """Give the change that is made most of something that the story remembers."""
    if conditions.is_boolean(state, name):
        return Effect(name, How.BECOMES, "true")
    return Effect(name, How.UP, "1")
