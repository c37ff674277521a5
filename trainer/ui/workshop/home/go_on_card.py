"""On the first page, after a crash: a room full of people waits for its workshop."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel
from trainer.ui.workshop import keeping
from trainer.ui.workshop.home.kept_card import interrupted
from trainer.workshop.keeping import going_on, listing
from trainer.workshop.keeping.listing import Condition, Kept

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class GoOnCard(Card):
    """Says which workshop was interrupted, and where; one press goes on with it."""

    def __init__(self, context: Context, kept: Kept, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=4)
        self._context, self._kept = context, kept
        title = kept.name
        self.body.addWidget(SoftLabel(_("A workshop was interrupted"), self))
        self.body.addWidget(Heading(title, self, role=Role.TITLE))
        self.body.addWidget(SoftLabel(interrupted(kept), self))
        self.body.addSpacing(6)
        acts = FlowLayout(spacing=8)
        self.go_on = PrimaryButton(_("Go on with the workshop"), self, icon="play")
        self.go_on.setAccessibleDescription(title)
        self.go_on.clicked.connect(self._go_on)
        acts.addWidget(self.go_on)
        self.body.addLayout(acts)

    def _go_on(self) -> None:
        keeping.go_on(self._context, partial(going_on.go_on, self._kept.folder))


def card_of(context: Context, folder: Path) -> GoOnCard | None:
    """Give the card of the workshop in a folder, if it had begun and was interrupted."""
    with suppress(UpstanderError):
        kept = listing.one(folder, settles=False)
        if kept.condition is Condition.INTERRUPTED and kept.stood:
            return GoOnCard(context, kept)
    return None
