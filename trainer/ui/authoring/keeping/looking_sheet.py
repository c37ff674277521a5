"""Says why a file is only looked at, and offers a copy of one's own to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.authoring.keeping.kept import comes_along
from trainer.language import _
from trainer.ui import dates
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.keeping.holding import Holder
    from trainer.authoring.keeping.kept import Kept
    from trainer.ui.context import Context


class LookingSheet(Sheet):
    """Look only, or work on a copy.

    Signals:
        copy_wanted(): make a copy of one's own, and open that.
    """

    copy_wanted = Signal()

    def __init__(self, context: Context, kept: Kept, parent: QWidget | None = None) -> None:
        along = comes_along(kept.place)
        heading = _("This one comes with Upstander") if along else _("Open in another window")
        super().__init__(context, heading, parent)
        for sentence in _along() if along else _held(kept.place.name, kept.holder):
            self.body.addWidget(Words(sentence, self))
        look = QuietButton(_("Only look at it"), self)
        look.clicked.connect(self.reject)
        copy = PrimaryButton(_("Work on a copy"), self, icon="copy")
        copy.clicked.connect(self.accept)
        self.buttons.addWidget(look)
        self.buttons.addWidget(copy)
        self.accepted.connect(self.copy_wanted)
        self._kept = kept
        copy.setFocus()

    def look_whether_free(self) -> None:
        """Close if the file can be written here by now: what is said is not so any more."""
        if self._kept.hold is not None:
            self.reject()


def _along() -> tuple[str, ...]:
    return (
        _("It stays as it is, so that everybody finds it that way."),
        _("You can work on a copy of your own, with its pictures and translations."),
    )


def _held(name: str, holder: Holder | None) -> tuple[str, ...]:
    if holder is not None and holder.since is not None and holder.computer:
        who = _("Somebody writes in %(name)s on the computer “%(computer)s”, since %(when)s.") % {
            "name": name,
            "computer": holder.computer,
            "when": dates.moment(holder.since),
        }
    else:
        who = _("Somebody writes in %(name)s at the moment.") % {"name": name}
    free = _("Once it is saved there and left, you can write in it here.")
    return who, free, _("What is saved there is shown here.")
