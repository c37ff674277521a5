"""The part of the settings that takes everything along, and takes a file in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


def _ask(parent: QWidget, title: str, filters: str) -> str:
    from trainer.ui.along.bring_sheet import ask_which

    return ask_which(parent, title, filters)


class AlongCard(Card):
    """Take it along, take a file in. ``ask`` chooses that file: (parent, title, filter)."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self._context = context
        self.ask: Callable[[QWidget, str, str], str] = _ask
        self.body.addWidget(Heading(_("Take it along")))
        self.body.addWidget(
            Words(
                _(
                    "Everything that is kept can go into a file: for another computer, a"
                    " spreadsheet or other programs, or as a certificate. Nothing is sent."
                )
            )
        )
        buttons = FlowLayout()
        take = QuietButton(_("Take it along …"), icon="download")
        take.clicked.connect(self.take_along)
        bring = QuietButton(_("Take in a file …"), icon="folder-open")
        bring.clicked.connect(self.bring_in)
        buttons.addWidget(take)
        buttons.addWidget(bring)
        self.body.addLayout(buttons)

    def take_along(self) -> None:
        """Ask what to take along."""
        from trainer.ui.along import take_sheet

        take_sheet.open_sheet(self._context, self.window())

    def bring_in(self) -> None:
        """Ask which file, then look it through."""
        from trainer.ui.along.bring_sheet import BringSheet

        filters = _("Everything of Upstander (*.upstander);;All files (*)")
        chosen = self.ask(self.window(), _("Take in a file"), filters)
        if chosen:
            sheet = BringSheet(self._context, Path(chosen), self.window())
            sheet.open()
            sheet.begin()
