"""The things of one sort that something has, as cards; each opens as a form of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.forms import things
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.form import thing_acts
from trainer.ui.authoring.form.pool import Pool
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.authoring.forms.things import Sort
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.writer import Writer

_LONGEST = 70


class ThingCard(QuietButton):
    """One thing; pressing it opens it.

    Signals:
        moved(int): it shall go so many places down.
        removed(): it shall go.
    """

    role = Role.NOTE
    moved = Signal(int)
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or remove; else as any button."""
        key, with_ = event.key(), event.modifiers()
        arrow = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if arrow and with_ == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and not with_:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ThingList(QWidget):
    """All things of a sort, and what adds one."""

    def __init__(self, sort: Sort, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sort, self.writer = sort, writer
        self._base: Path = ()
        self._keys: list[str | int] = []
        column = theme.lay(QVBoxLayout(self), spacing=8)
        column.addWidget(Heading(_(sort.heading), self, role=Role.SUBHEADING))
        self.pool: Pool[ThingCard] = Pool(self._card, writer, self, spacing=6)
        column.addWidget(self.pool)
        foot = QWidget(self)
        flow = FlowLayout(foot)
        self.add = QuietButton(_(sort.add), foot, icon="plus")
        self.add.clicked.connect(self.append)
        flow.addWidget(self.add)
        column.addWidget(foot)

    def _card(self) -> ThingCard:
        card = ThingCard("", self, align_left=True)
        card.clicked.connect(self._opened)
        card.moved.connect(self._moved)
        card.removed.connect(self._removed)
        return card

    @property
    def path(self) -> Path:
        """Where in the file they stand."""
        return (*self._base, self.sort.key)

    def show_in(self, base: Path, data: Data) -> None:
        """Show the things that something has."""
        self._base = base
        given: Data = data.get(self.sort.key) if isinstance(data, dict) else ()
        self._keys = things.keys_of(given)
        for at, card in enumerate(self.pool.need(len(self._keys))):
            words = things.called(self.sort, given[self._keys[at]])
            words = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
            if words != card.words():
                card.set_words(words)
            one = _(self.sort.one) % {"n": at + 1}
            card.setAccessibleName(_("%(one)s: %(words)s") % {"one": one, "words": words})

    def stand_on(self, at: int) -> None:
        """Put the keyboard on a thing, or on what adds one."""
        shown = self.pool.shown
        stop: QWidget = shown[min(max(at, 0), len(shown) - 1)] if shown else self.add
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def place_of(self, key: str | int) -> int:
        """Give the place of the thing with a name."""
        return self._keys.index(key) if key in self._keys else 0

    def _at(self) -> int:
        card = self.sender()
        return next((at for at, one in enumerate(self.pool.shown) if one is card), -1)

    def _opened(self) -> None:
        at = self._at()
        if at >= 0:
            self.writer.bench.write_at((*self.path, self._keys[at]))

    def append(self) -> None:
        """Add one at the end, and write in it."""
        made = thing_acts.add(self.writer, self.sort, self.path)
        if made is not None:
            self.writer.bench.write_at(made)

    def _moved(self, by: int) -> None:
        at = self._at()
        if at >= 0:
            self.stand_on(thing_acts.move(self.writer, (*self.path, self._keys[at]), by))

    def _removed(self) -> None:
        at = self._at()
        if at >= 0 and thing_acts.remove(self.writer, (*self.path, self._keys[at])):
            self.stand_on(at)
