"""The band after a crash: the room was open, phones wait, and one press has them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.language import _, ngettext
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import LineLabel
from trainer.ui.workshop.console.bands.bands import Band

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.workshop.telling.console_view import ConsoleView


class ReopenBand(Band):
    """Says that phones may be waiting, until the room is open again.

    Signals:
        wanted(): it shall be opened where it was.
    """

    fill, edge = "wash", "teal"
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("The room for phones"))
        row = FlowLayout(self, margins=(16, 10, 12, 10), spacing=12)
        self.words = LineLabel("", self, role=Role.STRONG)
        words = _("Open the room again")
        self.button = PrimaryButton(words, self, icon="lock-open", keys=_("Alt P"))
        self.button.clicked.connect(self.wanted)
        row.addWidget(self.words)
        row.add_stretch()
        row.addWidget(self.button)
        self.later = LinkButton(_("Not now"), self)
        self.later.clicked.connect(self._put_off)
        row.addWidget(self.later)
        self._is_put_off = False

    def _put_off(self) -> None:
        self._is_put_off = True
        self.hide()

    def show_door(self, view: ConsoleView) -> None:
        """Come, or go."""
        said = said_of_door(view)
        if said and said != self.words.text():
            self.words.setText(said)
            self.button.setAccessibleDescription(said)
        # Put off, it comes back after the next time that this was needed.
        self._is_put_off = self._is_put_off and bool(said)
        self.setVisible(bool(said) and not self._is_put_off)


def said_of_door(view: ConsoleView) -> str:
    """Say that phones may be waiting; empty where none is."""
    if view.door is None or not view.door.broke_off or view.has_ended:
        return ""
    if not view.joined:
        return _("The room was open. Phones may be waiting.")
    return ngettext(
        "The room was open. %(count)d phone may be waiting.",
        "The room was open. %(count)d phones may be waiting.",
        view.joined,
    ) % {"count": view.joined}
