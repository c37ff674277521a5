"""Asks what becomes of what was not saved when the program was ended by force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.authoring.called import Names, title_of
from trainer.authoring.comparing.comparing import compare
from trainer.authoring.document import AT_ONCE
from trainer.authoring.keeping.differing import difference, summary
from trainer.language import _
from trainer.ui import dates
from trainer.ui.authoring.keeping.changes import Changes
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
        self._say_what(kept, unsaved)
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

    def _say_what(self, kept: Kept, unsaved: Unsaved) -> None:
        """Say what differs: place by place, or of a long file by scene."""
        document = kept.document
        lies = (document.arrangement, unsaved.arrangement)
        if max(len(document.text), len(unsaved.text)) > AT_ONCE:
            for sentence in sentences(
                difference(summary(document.text), summary(unsaved.text)), Names(document)
            ):
                self.body.addWidget(Words(sentence, self))
            return
        changes = Changes(_("What was not saved"), self)
        changes.show_comparison(compare(document.path, document.text, unsaved.text, lies))
        self.body.addWidget(changes)
