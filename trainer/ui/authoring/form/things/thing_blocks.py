"""What a thing has several of (replies, slides, ways to get in touch), written in on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.authoring.forms import things
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.form.either_row import EitherRow
from trainer.ui.authoring.form.making import add_rows
from trainer.ui.authoring.form.pool import Pool
from trainer.ui.authoring.form.things import thing_acts
from trainer.ui.authoring.form.tool import Fold, Tool
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent

    from trainer.authoring.forms.things import Sort
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.rows import Row
    from trainer.ui.authoring.form.writer import Writer


class ThingBlock(Card):
    """One of them, with its fields. One that has a single field needs no heading.

    Signals:
        moved(int): it shall go so many places down.
        removed(): it shall go.
    """

    moved = Signal(int)
    removed = Signal()

    def __init__(self, sort: Sort, writer: Writer, parent: QWidget | None = None) -> None:
        bare = len(sort.fields) == 1 and sort.either is None and not sort.more
        margins = (10, 6, 8, 8) if bare else (14, 8, 10, 14)
        super().__init__(parent, fill="well", margins=margins, spacing=10)
        self.sort, self.writer = sort, writer
        self.base: Path = ()
        self._head()
        self.either: EitherRow | None = None
        if sort.either is not None:
            self.either = EitherRow(sort.either, writer, self)
            self.body.addWidget(self.either)
        self.plain: list[Row] = add_rows(sort.fields, writer, self, self.body)
        self.more = Fold(_("More"), self)
        self.others = add_rows(sort.more, writer, self.more.body, self.more.column)
        self.more.setVisible(bool(sort.more))
        self.body.addWidget(self.more)

    def _head(self) -> None:
        row = theme.lay(QHBoxLayout(), spacing=2)
        self.name = Words("", self, role=Role.NOTE_STRONG)
        row.addWidget(self.name, 1)
        self.up = Tool("arrow-up", "", self._up, self)
        self.down = Tool("arrow-down", "", self._down, self)
        self.remove = Tool("x", "", self._remove, self)
        for tool in (self.up, self.down, self.remove):
            row.addWidget(tool)
        self.body.addLayout(row)

    def bind(self, base: Path, place: int, count: int) -> None:
        """Be of another one: the one at a place, of so many."""
        whose = _(self.sort.one) % {"n": place + 1}
        self.name.setText(whose)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < count - 1)
        self.up.call(_("Move up: %(name)s") % {"name": whose})
        self.down.call(_("Move down: %(name)s") % {"name": whose})
        self.remove.call(_("Take out: %(name)s") % {"name": whose})
        if base != self.base:
            self.more.open(False)  # What was open was that of another one.
        self.base = base
        for row in (*self.plain, *self.others):
            row.bind(base, whose)
        if self.either is not None:
            self.either.bind(base, whose)

    def show_in(self, data: Data) -> None:
        """Show what stands there."""
        there: dict[str, Any] = data if isinstance(data, dict) else {}
        for row in (*self.plain, *self.others):
            shows = self.sort.can_have(there, str(row.field.path[0]))
            if shows:
                row.show_in(there)
            row.setVisible(shows)
        if self.either is not None:
            self.either.show_in(there)
        filled = [row for row in self.others if not row.isHidden() and row.is_filled(there)]
        self.more.tell_filled(len(filled))
        self.more.setVisible(any(not row.isHidden() for row in self.others))

    def rows(self) -> Iterator[Row]:
        """Go through its fields."""
        yield from (*self.plain, *self.others)
        if self.either is not None:
            yield self.either.text

    def first(self) -> QWidget:
        """Writing begins here."""
        if self.either is not None:
            return self.either.text.stop()
        return next(row for row in self.plain if not row.isHidden()).stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow key."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)

    def _remove(self) -> None:
        self.removed.emit()


class ThingBlocks(QWidget):
    """All of them, and what adds one."""

    def __init__(self, sort: Sort, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sort, self.writer = sort, writer
        self._base: Path = ()
        column = theme.lay(QVBoxLayout(self), spacing=10)
        column.addWidget(Heading(_(sort.heading), self, role=Role.SUBHEADING))
        if sort.note:
            column.addWidget(SoftLabel(_(sort.note), self, role=Role.SMALL))
        self.pool: Pool[ThingBlock] = Pool(self._block, writer, self, spacing=10)
        column.addWidget(self.pool)
        foot = QWidget(self)
        flow = FlowLayout(foot)
        self.adds = [self._add_button(foot, words) for words in _beginnings(sort)]
        for button in self.adds:
            flow.addWidget(button)
        column.addWidget(foot)

    @property
    def add(self) -> QuietButton:
        """The button that adds one more of the first kind there is."""
        return self.adds[0]

    def _add_button(self, foot: QWidget, words: str) -> QuietButton:
        button = QuietButton(words, foot, icon="plus")
        button.clicked.connect(self._append)
        return button

    def _block(self) -> ThingBlock:
        block = ThingBlock(self.sort, self.writer, self)
        block.moved.connect(self._moved)
        block.removed.connect(self._removed)
        return block

    @property
    def path(self) -> Path:
        """Where in the file they stand."""
        return (*self._base, self.sort.key)

    def show_in(self, base: Path, data: Data) -> None:
        """Show those that a thing has."""
        self._base = base
        given: Data = data.get(self.sort.key) if isinstance(data, dict) else ()
        keys = things.keys_of(given)
        for at, block in enumerate(self.pool.need(len(keys))):
            block.bind((*self.path, keys[at]), at, len(keys))
            block.show_in(given[keys[at]])

    def block_at(self, path: Path) -> ThingBlock | None:
        """Give the one that a path is in."""
        shown = self.pool.shown
        return next((one for one in shown if path[: len(one.base)] == one.base), None)

    # What is done with one

    def _append(self) -> None:
        button = self.sender()
        at = next((at for at, one in enumerate(self.adds) if one is button), 0)
        made = thing_acts.add(self.writer, self.sort, self.path, beginning=at)
        if made is not None:
            self.writer.bench.write_at(made)

    def _at(self) -> int:
        block = self.sender()
        return next((at for at, one in enumerate(self.pool.shown) if one is block), -1)

    def _moved(self, by: int) -> None:
        at, count = self._at(), len(self.pool.shown)
        if 0 <= at + by < count:
            there = self.pool.shown[at]
            had = [one.hasFocus() for one in (there.up, there.down)]
            to = thing_acts.move(self.writer, there.base, by)
            block = self.pool.shown[to]
            stop = block.up if had[0] else block.down if had[1] else block.first()
            if not stop.isEnabled():
                stop = block.down if stop is block.up else block.up
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _removed(self) -> None:
        at = self._at()
        if at >= 0 and thing_acts.remove(self.writer, self.pool.shown[at].base):
            left = self.pool.shown
            stop = left[min(at, len(left) - 1)].remove if left else self.add
            stop.setFocus(Qt.FocusReason.OtherFocusReason)


def _beginnings(sort: Sort) -> list[str]:
    return [_(sort.add), *(_(words) for words, _fresh in sort.others)]
