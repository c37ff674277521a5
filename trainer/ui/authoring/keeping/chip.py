"""The chip beside the file's name: whether what is written is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.keeping.kept import State
from trainer.language import _
from trainer.ui.widgets.chips import FactChip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.keeping.keeper import Keeper


class SavedChip(FactChip):
    """Says how what is written stands to what is on the disk; hidden while nothing is open."""

    def __init__(self, keeper: Keeper, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._keeper = keeper
        self.setAccessibleName(_("State of the file"))
        keeper.state_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        state = self._keeper.state
        self.setVisible(state is not None)
        if state is None:
            return
        words, more = _words(state)
        if words == self.text():
            return
        self.setText(words)
        self.setToolTip(more)
        self.setAccessibleDescription(words)
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
