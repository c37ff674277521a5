"""The places that were found, each in its sentence, with a tick that can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem

from trainer.authoring.called import title_of
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.finding.place_row import FOUND, WHERE, PlaceRow
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.document import Document
    from trainer.authoring.finding.looking import Found


Key = tuple[str, tuple[str | int, ...], int]
"""Tells a place from others: its file, the path there, and the character."""


def key_of(found: Found) -> Key:
    """Give what tells a place from others."""
    return str(found.document.path), found.path, -found.start - 1 if found.is_name else found.start


class Places(QListWidget):
    """Places; Space ticks one or leaves it out, Enter shows it in its file.

    Signals:
        ticked(): others are ticked now.
        wanted(object): the place that shall be shown.
    """

    ticked = Signal()
    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Found] = ()
        self.setAccessibleName(_("Places found"))
        self.setAccessibleDescription(_("Space leaves a place out, Enter shows it"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._rows = PlaceRow(self)
        self.setItemDelegate(self._rows)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.setBatchSize(60)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(self))
        theme.set_role(self, Role.NOTE)
        self.itemChanged.connect(self._changed)
        self.itemDoubleClicked.connect(self.show_current)

    def show_found(self, found: Sequence[Found], places: Sequence[str], *, files: bool) -> None:
        """List places, and say where each is; ``files`` says of each in which file, too."""
        self._found = found[: len(places)]
        self._rows.forget()
        self.blockSignals(True)
        self.clear()
        titles: dict[Document, str] = {}
        for one, where in zip(self._found, places, strict=True):
            if files:
                if one.document not in titles:
                    titles[one.document] = title_of(one.document)
                known = {"file": titles[one.document], "place": where}
                where = _("%(file)s · %(place)s") % known
            item = QListWidgetItem(self)
            item.setData(FOUND, one)
            item.setData(WHERE, where)
            said = _("%(place)s: %(sentence)s") % {"place": where, "sentence": _told(one)}
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.setCurrentRow(0)
        self.blockSignals(False)

    def chosen(self) -> list[Found]:
        """Give the places that are ticked."""
        checked = Qt.CheckState.Checked
        return [
            one for row, one in enumerate(self._found) if self.item(row).checkState() == checked
        ]

    def left_out(self) -> frozenset[Key]:
        """Give what tells the places that are not ticked."""
        chosen = set(self.chosen())
        return frozenset(key_of(one) for one in self._found if one not in chosen)

    def stand_as_left(self, row: int, out: Collection[Key]) -> None:
        """Leave out what was left out, and stand on a row."""
        self.blockSignals(True)
        for at, one in enumerate(self._found):
            if key_of(one) in out:
                self.item(at).setCheckState(Qt.CheckState.Unchecked)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        self.blockSignals(False)
        self.ticked.emit()

    def tick(self, on: bool) -> None:
        """Tick all of them, or none."""
        self.blockSignals(True)
        for row in range(self.count()):
            item = self.item(row)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.ticked.emit()

    def restyled(self) -> None:
        """Measure anew: type may be of another size."""
        self._rows.forget()
        self.scheduleDelayedItemsLayout()

    def wanted_height(self, most: int) -> int:
        """Give the height of all rows, up to ``most``."""
        tall = 0
        for row in range(self.count()):
            tall += self.sizeHintForRow(row)
            if tall >= most:
                return most
        return tall

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show a place with Enter, tick it with Space."""
        if enter.is_enter(event):
            self.show_current()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._rows.turn(self.model(), self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _changed(self) -> None:
        self.ticked.emit()

    def show_current(self) -> None:
        """Ask for the place at which one is."""
        row = self.currentRow()
        if 0 <= row < len(self._found):
            self.wanted.emit(self._found[row])


def _told(one: Found) -> str:
    """Say a place: what stands there, and what would, in its sentence."""
    known = {
        "before": one.before.replace("\n", " "),
        "words": one.words.replace("\n", " "),
        "instead": one.instead.replace("\n", " "),
        "behind": one.behind.replace("\n", " "),
    }
    if one.instead:
        return _("%(before)s[%(words)s → %(instead)s]%(behind)s") % known
    return _("%(before)s[%(words)s]%(behind)s") % known
