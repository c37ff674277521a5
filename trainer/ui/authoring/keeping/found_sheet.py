"""Asks what becomes of what was not saved when the program was ended by force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.authoring.called import Names, title_of
from trainer.authoring.comparing.comparing import compare
from trainer.authoring.document import AT_ONCE
from trainer.authoring.keeping import versions
from trainer.authoring.keeping.differing import difference, summary
from trainer.authoring.keeping.merging import merge
from trainer.language import _
from trainer.ui import dates
from trainer.ui.authoring.keeping.changes import Changes
from trainer.ui.authoring.keeping.words import not_chosen, sentences
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
        ended = _(
            "When Upstander ended, something in “%(name)s” was not saved. It was kept: %(when)s."
        )
        elsewhere = _(
            "Something in “%(name)s” was written elsewhere, and not saved. It was kept: %(when)s."
        )
        told = ended if unsaved.ours else elsewhere
        self.body.addWidget(
            Words(told % {"name": title_of(kept.document), "when": dates.moment(unsaved.at)}, self)
        )
        before = None if kept.base == unsaved.base else _began(kept, unsaved)
        self._say_what(kept, unsaved, before)
        if kept.base != unsaved.base:
            said = _("The file has been changed since. None of that goes without asking you.")
            self.body.addWidget(Words(said, self))
        self.body.addWidget(SoftLabel(not_chosen(context), self))
        leave = QuietButton(_("Leave the file as it is"), self)
        leave.clicked.connect(self.reject)
        go_on = PrimaryButton(_("Go on with what was not saved"), self)
        go_on.clicked.connect(self.accept)
        self.buttons.addWidget(leave)
        self.buttons.addWidget(go_on)
        self.accepted.connect(self.wanted)
        self.rejected.connect(self.unwanted)
        go_on.setFocus()

    def _say_what(self, kept: Kept, unsaved: Unsaved, began: str | None) -> None:
        """Say what would change: place by place, or of a long file by scene.

        What somebody else has changed since stays, and so is not told as if it went.
        """
        document = kept.document
        lies = (document.arrangement, unsaved.arrangement)
        before, then = document.text, unsaved.text
        if max(len(before), len(then)) > AT_ONCE:
            before = before if began is None else began
            for sentence in sentences(difference(summary(before), summary(then)), Names(document)):
                self.body.addWidget(Words(sentence, self))
            return
        if began is not None:
            merged = merge(began, then, before)
            mine = {clash.key: False for clash in merged.clashes}
            merged = merge(began, then, before, mine) if mine else merged
            then = then if merged.clashes else merged.text
        changes = Changes(_("What was not saved"), self)
        changes.show_comparison(compare(document.path, before, then, lies))
        self.body.addWidget(changes)


def _began(kept: Kept, unsaved: Unsaved) -> str | None:
    """Give the text that what was not saved goes back on; None if it is not known any more."""
    found = versions.with_digest(kept.place, unsaved.base)
    return None if found is None else found.text
