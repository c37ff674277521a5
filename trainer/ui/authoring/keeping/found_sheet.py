"""Asks what becomes of what was not saved when the program was ended by force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.authoring.called import title_of
from trainer.authoring.keeping.differing import difference, summary
from trainer.language import _
from trainer.ui import dates
from trainer.ui.authoring.keeping.words import sentences
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.keeping.aside import Unsaved
    from trainer.authoring.keeping.kept import Kept
    from trainer.ui.context import Context


class FoundSheet(Sheet):
    """Says what differs, and asks; neither answer loses anything.

    Signals:
        wanted(): go on with what was not saved.
        unwanted(): leave the file as it is.
    """

    wanted = Signal()
    unwanted = Signal()

    def __init__(
        self, context: Context, kept: Kept, unsaved: Unsaved, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, _("Not everything was saved"), parent)
        told = _(
            "When Upstander ended, something in “%(name)s” was not saved. It was kept: %(when)s."
        )
        self.body.addWidget(
            Words(told % {"name": title_of(kept.document), "when": dates.moment(unsaved.at)}, self)
        )
        found = difference(summary(kept.document.text), summary(unsaved.text))
        if kept.document.text != unsaved.text:
            for sentence in sentences(found):
                self.body.addWidget(Words(sentence, self))
        if kept.document.arrangement != unsaved.arrangement:
            self.body.addWidget(Words(_("Changed: how the scenes lie on the map"), self))
        if kept.base != unsaved.base:
            said = _("The file has been changed since. Nothing of that goes without asking.")
            self.body.addWidget(Words(said, self))
        said = _("What you do not choose stays under “Earlier versions”.")
        self.body.addWidget(SoftLabel(said, self))
        leave = QuietButton(_("Leave the file as it is"), self)
        leave.clicked.connect(self.reject)
        go_on = PrimaryButton(_("Go on with what was not saved"), self)
        go_on.clicked.connect(self.accept)
        self.buttons.addWidget(leave)
        self.buttons.addWidget(go_on)
        self.accepted.connect(self.wanted)
        self.rejected.connect(self.unwanted)
        go_on.setFocus()
