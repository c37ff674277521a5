"""A plan as a card: how long, what it holds, in which languages, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.authoring import own
from trainer.language import _
from trainer.plans import words
from trainer.scenario.files.gathering import origin_words
from trainer.scenario.texts.markup import plain
from trainer.ui import pages, reviewed, scenario_words
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from trainer.plans.model import Plan
    from trainer.scenario.files.gathering import Placed


class PlanCard(Card):
    """One plan.

    Signals:
        ready_wanted(str): it shall be got ready; the id of the plan.
        change_wanted(str): it shall be changed.
        print_wanted(str): it shall be printed.
        delete_wanted(str): it shall go; only for one's own.
    """

    ready_wanted = Signal(str)
    change_wanted = Signal(str)
    print_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(
        self, placed: Placed[Plan], *, is_unsaved: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, spacing=6)
        self.plan = plan = placed.content
        self.body.addWidget(Heading(plain(plan.title), self))
        self.body.addWidget(SoftLabel(facts(plan), self, role=Role.NOTE_STRONG))
        self.body.addWidget(Words(plain(plan.summary), self))
        self.body.addWidget(SoftLabel(words.holds(plan), self))
        self.is_own = own.is_own(placed.path)
        unsaved = _("You have changed it, and not saved that yet.") if is_unsaved else ""
        origin = _("Your own plan") if self.is_own else origin_words(placed)
        for note in (origin, unsaved, reviewed.told(plan, placed.path)):
            if note:
                self.body.addWidget(SoftLabel(note, self, role=Role.SMALL))
        self.body.addStretch(1)
        self.body.addSpacing(4)
        acts = FlowLayout(spacing=8)
        for button in self._buttons():
            button.setAccessibleDescription(plain(plan.title))
            acts.addWidget(button)
        self.body.addLayout(acts)

    def _buttons(self) -> Iterator[QWidget]:
        if "workshop-ready" in pages.PLACES:
            self.ready = PrimaryButton(_("Get ready"), self, icon="play")
            self.ready.clicked.connect(self._ready)
            yield self.ready
        self.change = QuietButton(_("Change it"), self, icon="pencil")
        self.change.clicked.connect(self._change)
        yield self.change
        self.print = QuietButton(_("Print …"), self, icon="printer")
        self.print.clicked.connect(self._print)
        yield self.print
        if self.is_own:
            self.delete = QuietButton(_("Delete"), self, icon="trash-2")
            self.delete.clicked.connect(self._delete)
            yield self.delete

    def _print(self) -> None:
        self.print_wanted.emit(self.plan.id)

    def _delete(self) -> None:
        self.delete_wanted.emit(self.plan.id)

    def _change(self) -> None:
        self.change_wanted.emit(self.plan.id)

    def _ready(self) -> None:
        self.ready_wanted.emit(self.plan.id)


def facts(plan: Plan) -> str:
    """Say in a line how long a plan is, and in which languages."""
    tongues = [scenario_words.language_name(one) for one in (plan.language, *plan.languages)]
    if len(tongues) == 1:
        known = {"minutes": words.minutes(plan.minutes), "language": tongues[0]}
        return _("%(minutes)s · %(language)s") % known
    return _("%(minutes)s · %(first)s and %(second)s side by side") % {
        "minutes": words.minutes(plan.minutes), "first": tongues[0], "second": tongues[1]
    }  # fmt: skip
