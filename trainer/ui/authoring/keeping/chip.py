"""The chip beside the file's name: whether what is written is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.authoring.keeping.kept import State
from trainer.language import _
from trainer.ui import theme
from trainer.ui.widgets.chips import FactChip, FilterChip

if TYPE_CHECKING:
    from trainer.ui.authoring.keeping.keeper import Keeper

_LASTS: Final = 4000
"""Milliseconds for which the chip says that there was nothing to save."""


class _Fact(FactChip):
    """How it stands; stands out while it ``answers`` somebody."""

    answers = False

    def colours(self) -> tuple[str, str, str]:
        """Quiet, but for while it answers."""
        palette = theme.colours()
        return (palette.wash, palette.teal, palette.ink) if self.answers else super().colours()


class SavedChip(QWidget):
    """Says how what is written stands to what is on the disk; hidden while nothing is open.

    Where that is not decided, it is a button, which leads to what there is to decide.

    Signals:
        wanted(): somebody wants to look at both.
    """

    wanted = Signal()

    def __init__(self, keeper: Keeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        row = theme.lay(QHBoxLayout(self))
        self._nothing_new = QTimer(self)
        self._nothing_new.setSingleShot(True)
        self._nothing_new.setInterval(_LASTS)
        self._nothing_new.timeout.connect(self._show)
        self.fact = _Fact("", self)
        self.fact.setAccessibleName(_("State of the file"))
        self.look = FilterChip(_("changed elsewhere"), self, checkable=False)
        self.look.setAccessibleName(_("Changed elsewhere: look at both"))
        self.look.setToolTip(_("The file was changed elsewhere. Look at both first."))
        self.look.clicked.connect(self.wanted)
        self.look.hide()
        row.addWidget(self.fact)
        row.addWidget(self.look)
        keeper.state_changed.connect(self._show)
        self._show()

    def say_nothing_new(self) -> None:
        """Say for a while that there was nothing to save, in place and without any movement."""
        self._nothing_new.start()
        self._show()

    def text(self) -> str:
        """What it says now."""
        return self.fact.text()

    def _show(self) -> None:
        state = self._keeper.state
        self.setVisible(state is not None)
        if state is None:
            return
        differs = state is State.DIFFERS
        if differs == self.look.isHidden():
            self.look.setVisible(differs)
            self.fact.setVisible(not differs)
            self.updateGeometry()
        if state is not State.SAVED:
            self._nothing_new.stop()
        words, more = _words(state)
        self.fact.answers = self._nothing_new.isActive()
        if self.fact.answers:
            words = _("saved, nothing new")
        if words == self.text():
            return
        self.fact.setText(words)
        self.fact.setToolTip(more)
        self.fact.setAccessibleDescription(words)
        self.fact.updateGeometry()
        self.updateGeometry()


def _words(state: State) -> tuple[str, str]:
    """Say it in the chip, and in a sentence."""
    if state is State.SAVED:
        return _("saved"), _("Everything that you have written is saved.")
    if state is State.SAVING:
        return _("saving …"), _("What you have written is being saved.")
    if state is State.ASIDE:
        return _("kept aside"), _("It could not be saved. What you have written is kept aside.")
    if state is State.DIFFERS:
        return _("changed elsewhere"), _("The file was changed elsewhere. Look at both first.")
    if state is State.FIXED:
        return _("only looked at"), _("What is shown here cannot be changed.")
    return _("not saved yet"), _("What you have written is kept, but not saved yet.")
