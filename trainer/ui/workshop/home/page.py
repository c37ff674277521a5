"""The page from which workshops start: plans that come along, one's own, and what this is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt

from trainer.authoring import own
from trainer.language import _, ngettext
from trainer.scenario.texts.markup import plain
from trainer.ui.page import Page
from trainer.ui.unfinished_note import UnfinishedNote
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.focus_order import chain, focusable
from trainer.ui.widgets.renewing import TileSection, renewed
from trainer.ui.widgets.words import Heading, Words
from trainer.ui.workshop.home.kept_part import KeptPart
from trainer.ui.workshop.home.plan_card import PlanCard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.plans.model import Plan
    from trainer.scenario.files.gathering import Placed
    from trainer.scenario.files.reading import Reading
    from trainer.ui.context import Context

_LEAST = 400
"""Width of a plan's card, unscaled, below which the cards stand one below the other."""


class WorkshopHomePage(Page):
    """What there is to lead. It is made anew whenever a plan came, went, or was changed."""

    name: ClassVar[str] = "workshop-home"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._column = self.scrolled()
        self._shown: tuple[object, tuple[str, ...]] = (None, ())
        self._fresh = False
        self._inside: QWidget | None = None
        self.kept: KeptPart | None = None
        self.intro: QWidget | None = None
        self.cards: list[PlanCard] = []
        context.library_changed.connect(self._changed)

    def title(self) -> str:
        """Title of the page."""
        return _("Workshop")

    def open(self, **what: Any) -> None:
        """Show what there is, read anew if it was changed."""
        self._look()
        self._fresh = True

    def shown(self) -> None:
        """Stand on the first plan; whoever comes back stands where they were."""
        self._look()
        if self.kept is not None:
            # Also for whoever comes back: a workshop may have ended meanwhile.
            self.kept.look()
            if self.intro is not None:
                self.intro.setVisible(not self.kept.cards)
        self.order_tabs()
        if self._fresh and self._inside is not None:
            first = next(iter(focusable(self._inside)), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fresh = False

    def order_tabs(self) -> None:
        """Card by card."""
        if self._inside is not None:
            chain(self._inside)

    def _look(self) -> None:
        """Show the plans anew if there are others, or others are not saved."""
        plans = self.context.plans
        there = (plans, tuple(one.content.id for one in plans.plans() if _is_unsaved(one)))
        if there != self._shown:
            self._shown = there
            self._show()

    def _changed(self) -> None:
        if self.isVisible():
            self.open()
            self.shown()

    def _show(self) -> None:
        self._inside = renewed(self._column, self._inside, self._parts())

    def _parts(self) -> Iterator[QWidget]:
        self.kept = KeptPart(self.context)
        yield self.kept.unfinished
        self.intro = _intro()
        yield self.intro
        yield self._plans()
        yield self.kept
        count, others = own.apart(self.context.plans.broken)
        if count:
            said = ngettext(
                "%(n)d plan in your own folder is not ready to be led: something in it is still "
                "missing, or wrong.",
                "%(n)d plans in your own folder are not ready to be led: something in them is "
                "still missing, or wrong.",
                count,
            )
            yield UnfinishedNote(self.context, said % {"n": count})
        if others:
            yield self._broken(others)

    def _plans(self) -> QWidget:
        unsaved = self._shown[1]
        self.cards = [
            PlanCard(placed, is_unsaved=placed.content.id in unsaved)
            for placed in sorted(self.context.plans.plans(), key=_place)
        ]
        for card in self.cards:
            card.delete_wanted.connect(self._delete)
            card.ready_wanted.connect(self._get_ready)
            card.change_wanted.connect(self._change)
            card.print_wanted.connect(self._print)
        section = TileSection(_("Plans"), self.cards, least=_LEAST)
        if not self.cards:
            section.column.addWidget(Words(_("The plans that come with Upstander are missing; "
                                             "installing it again brings them back.")))  # fmt: skip
        return section

    def _broken(self, broken: Sequence[Reading[Plan]]) -> QWidget:
        from trainer.ui.broken_note import note_of

        said = ngettext(
            "%(n)d plan in your folders cannot be used. "
            "It was not changed, and everything else works.",
            "%(n)d plans in your folders cannot be used. "
            "They were not changed, and everything else works.",
            len(broken),
        )
        return note_of(broken, said % {"n": len(broken)})

    # One's own plans

    def _delete(self, plan: str) -> None:
        """Delete a plan of one's own; the line at the foot brings it back."""
        placed = self.context.plans.plan(plan)
        if placed is None:
            return
        # Only whoever deletes something needs what that is done with.
        from trainer.ui.authoring import deleting

        title = plain(placed.content.title)
        deleting.delete(self.context, placed.path, title, self.window(), self._read_again)

    def _read_again(self) -> None:
        if self.isVisible():
            self._fresh = True
            self.shown()

    def _print(self, plan: str) -> None:
        # Only whoever prints needs what draws it.
        from trainer.ui.workshop.printed.sheet import print_plan

        placed = self.context.plans.plan(plan)
        if placed is not None:
            print_plan(self.context, placed.content, self.window())

    def _change(self, plan: str) -> None:
        # Only whoever changes something needs what that is done with.
        from trainer.ui.authoring import changing

        plans = self.context.plans
        placed = plans.plan(plan)
        if placed is not None:
            taken = [one.content.id for one in plans.plans()]
            changing.change(self.context, placed.path, placed.content.title, taken, self.window())

    def _get_ready(self, plan: str) -> None:
        self.context.open_page("workshop-ready", plan=plan)


def _is_unsaved(placed: Placed[Plan]) -> bool:
    """Whether something was written in a plan of one's own that is not saved yet."""
    from trainer.authoring import own
    from trainer.authoring.keeping import aside

    return own.is_own(placed.path) and aside.is_there(placed.path)


def _place(placed: Placed[Plan]) -> tuple[bool, str]:
    """One's own first; those that come along as their files are numbered: most wanted first."""
    comes_along = placed.folder is None
    return comes_along, placed.path.name if comes_along else placed.content.title.casefold()


def _intro() -> Card:
    card = Card(fill="wash", spacing=6)
    card.body.addWidget(Heading(_("Practice together, in one room")))
    for line in (
        _("You lead people through a plan: something to tell, a story that the room decides, "
          "practice in small groups, and a close that says where there is help."),
        _("People answer by hand, or with their phones if you open the room. All of it works "
          "without a network."),
        _("The program shows you what is next, keeps the time, and remembers every step, so "
          "that you can look at the people."),
    ):  # fmt: skip
        card.body.addWidget(Words(line))
    return card
