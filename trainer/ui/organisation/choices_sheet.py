"""What would go of a run's choices, to the letter, and the act that sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.language import _
from trainer.progress.organisation import outbox
from trainer.ui.dialogs import Sheet
from trainer.ui.organisation import telling
from trainer.ui.organisation.preview import Preview
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.progress.organisation.organisation import Organisation
    from trainer.progress.records import RunDetail
    from trainer.ui.context import Context


class ChoicesSheet(Sheet):
    """What would go of a run's choices, to the letter.

    Signals:
        agreed(): they shall go.
    """

    agreed = Signal()

    def __init__(
        self, context: Context, found: Organisation, run: RunDetail, parent: QWidget
    ) -> None:
        super().__init__(context, _("Send your choices of this run?"), parent, width=720)
        heading = Heading(_("What can be read from it"), self, role=Role.SUBHEADING)
        self.body.addWidget(heading)
        for sentence in telling.choices_can_be_read():
            self.body.addWidget(Words(sentence, self))
        self.body.addWidget(Heading(_("What goes"), self, role=Role.SUBHEADING))
        self.body.addWidget(Words(_("This goes, and nothing else:"), self))
        self.preview = Preview(_("What goes, to the letter"), self, lines=14)
        self.preview.show_statements(outbox.preview(run, found.actor, with_choices=True))
        self.body.addWidget(self.preview)
        where = {"address": f"{found.address.url}statements"}
        self.body.addWidget(Words(_("It goes to %(address)s") % where, self, role=Role.NOTE))
        keep = QuietButton(_("Keep them here"), self)
        keep.clicked.connect(self.reject)
        send = PrimaryButton(_("Send these choices"), self)
        send.clicked.connect(self._agree)
        self.buttons.addWidget(keep)
        self.buttons.addWidget(send)
        keep.setFocus()

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()
