"""A condition: a few tests that are picked, or a line of the language where that is not enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.forms import conditions
from trainer.authoring.forms.conditions import Comparisons
from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.authoring.form.memory_line import TestLine
from trainer.ui.authoring.form.own_undo import leave_undo_to_the_page, small
from trainer.ui.authoring.form.pick_list import PickList
from trainer.ui.authoring.form.pool import Pool
from trainer.ui.authoring.form.remember import Remember
from trainer.ui.authoring.form.rows import Row, as_line, put_in_line
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.authoring.forms.known import Known
    from trainer.authoring.source.nodes import Data


class WhenRow(Row):
    """What has to be so."""

    doing = N_("Change “%(field)s”")

    def make(self) -> QWidget:
        """Make the tests, the line, and what adds a test."""
        self._state: Mapping[str, Data] = {}
        self._called: Mapping[str, str] = {}
        holder = QWidget(self)
        column = theme.lay(QVBoxLayout(holder), spacing=6)
        self.joint = PickList("", holder)
        small(self.joint)
        self.joint.add(_("All of these have to be so"), "and")
        self.joint.add(_("One of these has to be so"), "or")
        self.joint.chosen.connect(self._changed)
        self.tests: Pool[TestLine] = Pool(self._line, self.writer, holder, spacing=6)
        self.raw = TextField("", holder)
        small(self.raw)
        leave_undo_to_the_page(self.raw)
        self.raw.textEdited.connect(self._typed)
        self.raw.editingFinished.connect(self.writer.pause)
        self.add = LinkButton(_("Add a condition"), holder, icon="plus")
        self.add.clicked.connect(self._add)
        self.remember = Remember(self.writer, holder)
        self.remember.made.connect(self._begin_with)
        for one in (self.joint, self.tests, self.raw, self.add, self.remember):
            column.addWidget(one)
        return holder

    def _line(self) -> TestLine:
        line = TestLine(self)
        line.changed.connect(self._changed)
        line.removed.connect(self._removed)
        return line

    def stop(self) -> QWidget:
        """The first control that shows."""
        shown = self.tests.shown
        if shown:
            return shown[0].name
        if not self.raw.isHidden():
            return self.raw
        return self.remember.edit if self.add.isHidden() else self.add

    def stops(self) -> list[QWidget]:
        """Each control has its own name, below."""
        return []

    def name_it(self) -> None:
        """Name the controls."""
        said = self.spoken()
        self.joint.setAccessibleName(_("%(whose)s: how many") % {"whose": said})
        self.raw.setAccessibleName(said)
        self.add.setAccessibleName(_("%(whose)s: add a condition") % {"whose": said})
        self.remember.say_whose(said)
        for at, line in enumerate(self.tests.shown):
            line.say_whose(_("%(whose)s, condition %(n)d") % {"whose": said, "n": at + 1})

    def know(self, known: Known) -> None:
        """Offer what the story remembers."""
        self._state, self._called = known.state or {}, known.memory

    def show_value(self, value: Data) -> None:
        """Show a condition."""
        source = as_line(value)
        tests = conditions.read(source) if source else Comparisons(())
        raw = tests is None
        self.raw.setVisible(raw)
        if raw and source != self.raw.text().strip():
            put_in_line(self.raw, source)
        given = () if tests is None else tests.tests
        before = len(self.tests.shown)
        for line, test in zip(self.tests.need(len(given)), given, strict=True):
            line.know(self._state, self._called)
            if line.name.count() == 0 or line.test() != test:
                line.show_test(test)
        self.joint.setVisible(len(given) > 1)
        self.joint.choose("or" if tests is not None and tests.any_of else "and")
        self.add.setVisible(not raw and bool(self._state))
        self.remember.setVisible(not raw and not self._state)
        if before != len(given):
            self.name_it()

    def _tests(self) -> Comparisons:
        any_of = self.joint.value() == "or" and len(self.tests.shown) > 1
        return Comparisons(tuple(line.test() for line in self.tests.shown), any_of)

    def _changed(self, _value: object = None) -> None:
        self.write(conditions.written(self._tests()))

    def _typed(self, text: str) -> None:
        self.write(text.strip(), typed=True)

    def _removed(self) -> None:
        line = self.sender()
        here = self._tests()
        left = tuple(
            test for one, test in zip(self.tests.shown, here.tests, strict=True) if one is not line
        )
        self.write(conditions.written(Comparisons(left, here.any_of and len(left) > 1)))
        self.stop().setFocus()

    def _add(self) -> None:
        first = conditions.fresh(self._state)
        if first is not None:
            here = self._tests()
            self.write(conditions.written(Comparisons((*here.tests, first), here.any_of)))
            self.tests.shown[-1].name.setFocus()

    def _begin_with(self, name: str) -> None:
        self.write(conditions.written(Comparisons((conditions.Comparison(name, "==", "true"),))))
        self.stop().setFocus()
