"""The choices of a scene, as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.forms.known import has_scene
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.form import choice_acts as choices
from trainer.ui.authoring.form.choice_card import ChoiceCard, targets
from trainer.ui.authoring.form.pool import MANY, Pool
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.writer import Writer


class ChoiceList(QWidget):
    """All choices of a scene; each opens as a form of its own."""

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.writer = writer
        self._base: Path = ()
        column = theme.lay(QVBoxLayout(self), spacing=10)
        self.heading = Heading(_("Choices"), self)
        self.pool: Pool[ChoiceCard] = Pool(self._card, writer, self, spacing=8, most=MANY)
        foot = QWidget(self)
        flow = FlowLayout(foot)
        self.add = QuietButton(_("Choice"), foot, icon="plus")
        self.add.setAccessibleName(_("Add a choice"))
        self.add.clicked.connect(self.append)
        flow.addWidget(self.add)
        for one in (self.heading, self.pool, foot):
            column.addWidget(one)

    def _card(self) -> ChoiceCard:
        card = ChoiceCard(self)
        card.clicked.connect(self._opened)
        card.moved.connect(self._moved)
        card.removed.connect(self._removed)
        card.doubled.connect(self._doubled)
        return card

    @property
    def path(self) -> Path:
        """Where in the file they stand."""
        return (*self._base, "choices")

    def bind(self, base: Path) -> None:
        """Be of another scene."""
        self._base = base

    def show_choices(self, value: Data) -> None:
        """Show the choices."""
        given = value if isinstance(value, list) else []
        document, said = self.writer.document, self.writer.bench.names.scene
        for at, card in enumerate(self.pool.need(len(given))):
            to = [(said(name), has_scene(document, name)) for name in targets(given[at])]
            card.show_choice(at, given[at], to)

    def stand_on(self, at: int) -> None:
        """Put the keyboard on a choice, or on what adds one."""
        shown = self.pool.shown
        stop: QWidget = shown[min(max(at, 0), len(shown) - 1)] if shown else self.add
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _at(self) -> int:
        card = self.sender()
        return next((at for at, one in enumerate(self.pool.shown) if one is card), -1)

    def _opened(self) -> None:
        at = self._at()
        if at >= 0:
            self.writer.bench.write_at((*self.path, at))

    def append(self) -> None:
        """Add a choice at the end, and write in it."""
        made = choices.add(self.writer, self._base)
        if made is not None:
            self.writer.bench.write_at(made)

    def _moved(self, by: int) -> None:
        at = self._at()
        if at >= 0:
            self.stand_on(choices.move(self.writer, (*self.path, at), by))

    def _removed(self) -> None:
        at = self._at()
        if at >= 0 and choices.remove(self.writer, (*self.path, at), shown=self._base):
            self.stand_on(at)

    def _doubled(self) -> None:
        at = self._at()
        if at >= 0 and choices.double(self.writer, (*self.path, at)):
            self.stand_on(at + 1)
