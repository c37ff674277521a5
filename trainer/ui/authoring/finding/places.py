"""The places that were found, each in its sentence, with a tick that can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.finding.looking import Found

SHOWN = 2000
"""Places that are listed."""


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
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(self))
        theme.set_role(self, Role.NOTE)
        self.itemChanged.connect(self._changed)
        self.itemDoubleClicked.connect(self.show_current)

    def show_found(self, found: Sequence[Found], *, replaces: bool, files: bool) -> None:
        """List places; ``replaces`` shows what would stand there, ``files`` the files' names."""
        self._found = found[:SHOWN]
        self.blockSignals(True)
        self.clear()
        for one in self._found:
            item = QListWidgetItem(_told(one, replaces=replaces, files=files), self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text())
            if replaces:
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

    def tick(self, on: bool) -> None:
        """Tick all of them, or none."""
        self.blockSignals(True)
        for row in range(self.count()):
            item = self.item(row)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.ticked.emit()

    def sizeHint(self) -> QSize:
        """Several rows."""
        return QSize(theme.px(300), theme.px(230))

    def minimumSizeHint(self) -> QSize:
        """A row or two."""
        return QSize(theme.px(160), theme.px(70))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show a place with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.show_current()
        else:
            super().keyPressEvent(event)

    def _changed(self) -> None:
        self.ticked.emit()

    def show_current(self) -> None:
        """Ask for the place at which one is."""
        row = self.currentRow()
        if 0 <= row < len(self._found):
            self.wanted.emit(self._found[row])


def _told(one: Found, *, replaces: bool, files: bool) -> str:
    """Say a place: what stands there, and what would, in its sentence."""
    known = {
        "before": one.before.replace("\n", " "),
        "words": one.words.replace("\n", " "),
        "instead": one.instead.replace("\n", " "),
        "behind": one.behind.replace("\n", " "),
        "file": one.document.path.name,
    }
    if replaces and one.instead:
        said = _("%(before)s[%(words)s → %(instead)s]%(behind)s") % known
    elif replaces:
        said = _("%(before)s[%(words)s taken out]%(behind)s") % known
    else:
        said = _("%(before)s[%(words)s]%(behind)s") % known
    return _("%(file)s: %(sentence)s") % {**known, "sentence": said} if files else said
