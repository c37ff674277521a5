"""From a story of one's own to one's group: a plan with the story in it, and the place of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trainer.authoring import plan_with
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.fields import Dropdown
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.labelled import add_labelled
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


def lead(context: Context, story: str, title: str, parent: QWidget) -> None:
    """Ask which plan the group shall go through, and show the story's place in it."""
    LeadSheet(context, story, title, parent).open()


class LeadSheet(Sheet):
    """Asks which plan."""

    def __init__(self, context: Context, story: str, title: str, parent: QWidget) -> None:
        heading = _("Lead a workshop with “%(title)s”") % {"title": plain(title)}
        super().__init__(context, heading, parent)
        self._context, self._story, self._title = context, story, title
        self._plans = {
            one.content.id: one for one in plan_with.fitting(context.plans.plans(), story)
        }
        for said in (
            _("A workshop goes through a plan. You get one of your own, with your story in it."),
            _("All of it can be changed, and nobody sees it until you begin."),
        ):
            self.body.addWidget(Words(said, self))
        self.plan = Dropdown(_("Which plan?"), self)
        for id_, placed in self._plans.items():
            known = {"title": plain(placed.content.title)}
            there = plan_with.has(placed, story)
            words = _("%(title)s: your story is in it") if there else _("%(title)s")
            self.plan.add(words % known, id_)
        add_labelled(self.body, self.plan)
        self.end_with(_("Show me the plan"), self.make, icon="users")
        self.go.setEnabled(bool(self._plans))
        chain(self)
        self.plan.setFocus(Qt.FocusReason.OtherFocusReason)

    def make(self) -> None:
        """Make it, unless the story is in it already, and stand on the story."""
        placed, context = self._plans[str(self.plan.value())], self._context
        at = plan_with.place_in(placed.content, self._story)
        path = placed.path
        if not plan_with.has(placed, self._story):
            at = plan_with.place_in(placed.content)
            titles = {card.id: plain(card.title) for card in context.library.cards()}
            titles.setdefault(self._story, plain(self._title))
            taken = {one.content.id for one in context.plans.plans()}
            try:
                author = context.settings.author_name
                path = plan_with.make(placed, self._story, titles, taken, author)
            except UpstanderError as error:
                context.tell(error)
                return
            context.forget_plans()
            context.read_library()
        self.accept()
        context.open_page("author", path=path, at=at)
