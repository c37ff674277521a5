"""What a choice changes of what the story remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.forms import effects, writing
from trainer.authoring.forms.effects import Effect
from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.authoring.form.memory_line import EffectLine, usual_effect
from trainer.ui.authoring.form.pool import Pool
from trainer.ui.authoring.form.remember import Remember
from trainer.ui.authoring.form.rows import Row
from trainer.ui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trainer.authoring.forms.known import Known
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data


class EffectsRow(Row):
    """What it sets and what it changes, as one list; it stands in the choice itself."""

    doing = N_("Change “%(field)s”")

    def make(self) -> QWidget:
        """Make the lines, and what adds one."""
        self._state: Mapping[str, Data] = {}
        self._called: Mapping[str, str] = {}
        holder = QWidget(self)
        column = theme.lay(QVBoxLayout(holder), spacing=6)
        self.lines: Pool[EffectLine] = Pool(self._line, self.writer, holder, spacing=6)
        self.add = LinkButton(_("Add a change"), holder, icon="plus")
        self.add.clicked.connect(self._add)
        self.remember = Remember(self.writer, holder)
        self.remember.made.connect(self._begin_with)
        for one in (self.lines, self.add, self.remember):
            column.addWidget(one)
        return holder

    def _line(self) -> EffectLine:
        line = EffectLine(self)
        line.changed.connect(self._changed)
        line.removed.connect(self._removed)
        return line

    def stop(self) -> QWidget:
        """The first control that shows."""
        shown = self.lines.shown
        if shown:
            return shown[0].name
        return self.remember.edit if self.add.isHidden() else self.add

    def stops(self) -> list[QWidget]:
        """Each control has its own name, below."""
        return []

    def name_it(self) -> None:
        """Name the controls."""
        said = self.spoken()
        self.add.setAccessibleName(_("%(whose)s: add a change") % {"whose": said})
        self.remember.say_whose(said)
        for at, line in enumerate(self.lines.shown):
            line.say_whose(_("%(whose)s, change %(n)d") % {"whose": said, "n": at + 1})

    def know(self, known: Known) -> None:
        """Offer what the story remembers."""
        self._state, self._called = known.state or {}, known.memory

    def places(self) -> list[Path]:
        """What is set, and what is changed."""
        return [(*self.base, "set"), (*self.base, "change")]

    def is_filled(self, holder: Data) -> bool:
        """Whether it changes anything."""
        return bool(effects.read(holder))

    def show_in(self, holder: Data) -> None:
        """Show what a choice changes."""
        self.show_value(holder)

    def show_value(self, value: Data) -> None:
        """Show what a choice changes."""
        given = effects.read(value)
        before = len(self.lines.shown)
        for line, effect in zip(self.lines.need(len(given)), given, strict=True):
            line.know(self._state, self._called)
            if line.name.count() == 0 or line.effect() != effect:
                line.show_effect(effect)
        self.add.setVisible(bool(self._state))
        self.remember.setVisible(not self._state)
        if before != len(given):
            self.name_it()

    def _put(self, wanted: Sequence[Effect]) -> None:
        sets, changes = effects.written(wanted)
        with self.writer.step(self.act(), self.path) as step:
            for key, data in (("set", sets), ("change", changes)):
                path = (*self.base, key)
                if data is not None or self.writer.data(path) is not None:
                    writing.write(step, self.writer.document, path, data)

    def _effects(self) -> list[Effect]:
        return [line.effect() for line in self.lines.shown]

    def _changed(self) -> None:
        self._put(self._effects())

    def _removed(self) -> None:
        gone = self.sender()
        self._put([line.effect() for line in self.lines.shown if line is not gone])
        self.stop().setFocus()

    def _add(self) -> None:
        here = self._effects()
        used = {one.name for one in here}
        name = next((one for one in self._state if one not in used), next(iter(self._state)))
        self._put([*here, usual_effect(name, self._state)])
        if self.lines.shown:
            self.lines.shown[-1].name.setFocus()

    def _begin_with(self, name: str) -> None:
        self._put([Effect(name, effects.How.BECOMES, "true")])
        self.stop().setFocus()
