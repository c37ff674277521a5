"""A question to the room, how the room stands, and several passes side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from trainer.language import _, ngettext
from trainer.ui.workshop.projector.blocks import Stack, told
from trainer.ui.workshop.projector.sheet import Try
from trainer.ui.workshop.projector.text import words
from trainer.ui.workshop.projector.views.view import LARGE, View
from trainer.ui.workshop.projector.votes import Answer, Bar, FingerHead, Fingers, PassNames
from trainer.workshop.telling.room_view import What
from trainer.workshop.votes.ballot import Asks
from trainer.workshop.votes.tally import Why

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QRectF

    from trainer.ui.workshop.projector.blocks import Block
    from trainer.ui.workshop.projector.paper import Ink
    from trainer.ui.workshop.projector.sheet import Body
    from trainer.ui.workshop.projector.views.view import Telling
    from trainer.workshop.telling.room_view import Vote
    from trainer.workshop.votes.ballot import Question
    from trainer.workshop.votes.tally import Tally

MOST_PASSES: Final = 3
"""Passes that stand side by side; of more, the first and the latest ones."""


class AskView(View):
    """A question with its answers: nothing of how anybody answered."""

    what = What.ASK
    invites = True
    hands = True
    sizes: ClassVar[Sequence[int]] = (40, 36, 34, 32, 30, 28)
    grow = 14

    def __init__(self, telling: Telling) -> None:
        super().__init__(telling)
        votes = self.seen.votes
        self.is_closed = any(one.number for one in votes) and not any(one.is_open for one in votes)
        self._foot_says = False

    def place(self, room: QRectF, one: Try, ink: Ink) -> Body:
        """Put it into its room; that the vote is closed is said once."""
        self._foot_says = self.join is not None and one.foot != "none"
        return super().place(room, one, ink)

    def tries(self) -> Iterator[Try]:
        """Shrink first; then two columns; the code to join gives way before words stand close."""
        feet = ("full", "slim") if self.join is not None else ("full",)
        yield from (Try(size, 1, feet[0]) for size in (*LARGE, 44))
        for foot in feet:
            yield from (Try(size, 1, foot) for size in self.sizes)
            yield from (Try(size, 2, foot) for size in (30, 28))
        for foot in (*feet, "none"):
            yield Try(28, 2, foot, tight=True)

    def aside(self) -> str:
        """Say how many have answered."""
        votes = self.seen.votes
        if not votes:
            return ""
        answered = max(one.answered for one in votes)
        if self.is_closed and not self._foot_says:
            return _("The vote is closed")
        if not any(one.is_open for one in votes) and not answered:
            return ""
        said = ngettext("%(n)d has answered", "%(n)d have answered", answered)
        return said % {"n": answered}

    def body(self) -> list[Block]:
        """Give the answers, or the statements of several questions."""
        second = self.telling.second
        if len(self.seen.votes) != 1:
            return [*self._legend(), *(self._statement(n) for n in range(len(self.seen.votes)))]
        question = self.seen.votes[0].question
        others = second.votes[0].question.options if second and second.votes else ()
        beneath = {one.id: one.text for one in others}
        return [
            *self._hint(question),
            *(
                Answer(one.text, number, self.other(one.text, beneath.get(one.id, "")))
                for number, one in enumerate(question.options, 1)
            ),
        ]

    def _hint(self, question: Question) -> Iterator[Block]:
        if question.asks is Asks.MANY:
            yield words(_("As many as you like."), tone="soft", grow=-4)
        elif question.asks is Asks.SCALE:
            yield from self._legend()
        elif self.seen.text:
            yield from told(self.seen.text, tone="soft", grow=-4)

    def _legend(self) -> Iterator[Block]:
        # What to picture comes first, as large as the answers; what is said about them is quieter.
        *first, last = self.seen.text.split("\n\n")
        for one in first:
            yield from told(one)
        yield from told(last, tone="soft", grow=-4)
        yield words(_("A fist: not sure at all. Five fingers: very sure."), bold=True, grow=-2)

    def _statement(self, number: int) -> Block:
        question = self.seen.votes[number].question
        return Answer(question.text, number + 1)


class ResultView(View):
    """How the room stands: only now with the D's, and never where too few answered."""

    what = What.RESULT
    grows = True
    sizes: ClassVar[Sequence[int]] = (40, 36, 34, 32, 30, 28)
    grow = 14

    def title(self) -> str:
        """Give the question; of a scenario's answers it is always the same one."""
        return _("Where the room stands") if self._ds() else super().title()

    def second_title(self) -> str:
        """Give the question in the second language, where the first is a question."""
        return "" if self._ds() else super().second_title()

    def __init__(self, telling: Telling) -> None:
        super().__init__(telling)
        self._left_out: dict[str, int] = {}
        self._is_full = False

    def tries(self) -> Iterator[Try]:
        """At last leave out what nobody answered, and say so."""
        yield from super().tries()
        yield Try(28, 2, "none", tight=True, brief=True)

    def place(self, room: QRectF, one: Try, ink: Ink) -> Body:
        """Put it into its room, as a whole or in brief."""
        self._left_out = self._unanswered() if one.brief else {}
        self._is_full = one.tight
        return super().place(room, one, ink)

    def _unanswered(self) -> dict[str, int]:
        """Give the answers that nobody gave, in no pass that is told, with their numbers."""
        told_ = [one.tally.counts for one in self.seen.votes if one.tally and one.tally.counts]
        options = self.seen.votes[0].question.options if told_ else ()
        return {
            one.id: number
            for number, one in enumerate(options, 1)
            if not any(counts.get(one.id) for counts in told_)
        }

    def _not_given(self) -> Iterator[Block]:
        if self._left_out:
            numbers = _(", ").join(map(str, self._left_out.values()))
            yield words(_("Nobody gave these answers: %(numbers)s.") % {"numbers": numbers})

    def _ds(self) -> bool:
        return any(one.ds for one in self.seen.votes)

    def aside(self) -> str:
        """Say how many answered, and how many of them by hand."""
        tallies = [one.tally for one in self.seen.votes if one.tally is not None]
        if not tallies:
            return ""
        most = max(tallies, key=lambda one: one.answered)
        answered = ngettext("%(n)d answer", "%(n)d answers", most.answered) % {"n": most.answered}
        raised = sum((most.hands or {}).values())
        if not raised or self.seen.votes[0].question.asks is Asks.MANY:
            return answered
        return _("%(answers)s, %(hands)d by hand") % {"answers": answered, "hands": raised}

    def body(self) -> list[Block]:
        """Give a bar for each answer, or columns for each statement."""
        if any(one.question.asks is Asks.SCALE for one in self.seen.votes):
            return _statements([(one,) for one in self.seen.votes], (), self.telling.grown)
        vote = self.seen.votes[0]
        return [*_why(vote.tally), *self._bars(vote)]

    def _bars(self, vote: Vote) -> Iterator[Block]:
        ds = dict(vote.ds)
        counts = vote.tally.counts if vote.tally else None
        second = self.telling.second
        others = second.votes[0].question.options if second and second.votes else ()
        beneath = {one.id: one.text for one in others}
        for number, one in enumerate(vote.question.options, 1):
            if one.id in self._left_out:
                continue
            yield Bar(
                one.text,
                number,
                () if counts is None else (counts[one.id],),
                max(counts.values()) if counts else 0,
                ds.get(one.id),
                self.other(one.text, beneath.get(one.id, "")),
                with_d=bool(ds),
                grown=self.telling.grown,
            )

    def last(self) -> list[Block]:
        """Give the reason that goes with it, or something to talk about."""
        found: list[Block] = list(self._not_given())
        vote = self.seen.votes[0] if self.seen.votes else None
        if vote is not None and vote.tally is not None and vote.tally.left_out:
            said = ngettext(
                "%(n)d answer by phone is left out: too few to be counted in.",
                "%(n)d answers by phone are left out: too few to be counted in.",
                vote.tally.left_out,
            )
            found.append(words(said % {"n": vote.tally.left_out}, tone="soft", grow=-4))
        if self.seen.note:
            found.append(words(self.seen.note))
        elif self._ds() and not self._is_full:
            ask = _("Talk with the person beside you: what did you want to protect?")
            found.append(words(ask, tone="soft"))
        return found


class CompareView(ResultView):
    """The passes of a question side by side, or before and after the workshop."""

    what = What.COMPARE

    def title(self) -> str:
        """Give the question."""
        return View.title(self)

    def second_title(self) -> str:
        """Give it in the second language."""
        return View.second_title(self)

    def aside(self) -> str:
        """Give nothing: each pass says how many answered."""
        return ""

    def last(self) -> list[Block]:
        """Say what is not shown."""
        reasons = dict.fromkeys(_of_vote(one.number, _reason(one.tally)) for one in self.seen.votes)
        found: list[Block] = list(self._not_given())
        found += [words(one, tone="soft", grow=-4) for one in reasons if one]
        hidden = max(map(_told, self._all().values()), default=0) - MOST_PASSES
        if hidden > 0:
            said = ngettext(
                "One vote in between is not shown here.",
                "%(n)d votes in between are not shown here.",
                hidden,
            )
            found.append(words(said % {"n": hidden}, tone="soft", grow=-4))
        return found

    def _all(self) -> dict[str, list[Vote]]:
        every: dict[str, list[Vote]] = {}
        for one in self.seen.votes:
            every.setdefault(one.question.id, []).append(one)
        return every

    def _passes(self) -> list[tuple[Vote, ...]]:
        """Give the passes of each question that stand side by side: those that are told."""
        every = []
        for votes in self._all().values():
            each = [one for one in votes if one.tally is not None and one.tally.is_told] or votes
            if len(each) > MOST_PASSES:
                each = [each[0], *each[len(each) - MOST_PASSES + 1 :]]
            every.append(tuple(each))
        return every

    def body(self) -> list[Block]:
        """Give for each answer a bar of each pass."""
        every = self._passes()
        if not every:
            return [words(_("No result has been shown yet."))]
        names = tuple(_pass_name(one) for one in max(every, key=len))
        if every[0][0].question.asks is Asks.SCALE:
            return _statements(every, names, self.telling.grown)
        return [PassNames(names), *self._compared(every[0])]

    def _compared(self, passes: tuple[Vote, ...]) -> Iterator[Block]:
        told_ = [one.tally.counts if one.tally else None for one in passes]
        most = max((max(each.values()) for each in told_ if each), default=0)
        for number, one in enumerate(passes[0].question.options, 1):
            if one.id in self._left_out:
                continue
            counts = tuple(None if each is None else each[one.id] for each in told_)
            yield Bar(one.text, number, counts, most, grown=self.telling.grown)


def _pass_name(vote: Vote) -> str:
    return _("Vote %(number)d") % {"number": vote.number}


def _statements(
    every: Sequence[tuple[Vote, ...]], names: tuple[str, ...], grown: float
) -> list[Block]:
    """Give a row of columns for each statement, below what the columns are."""
    first = every[0][0].question
    ids = tuple(one.id for one in first.options)
    wide = max(len(each) for each in every)
    rows: list[Block] = [FingerHead(ids, names or ("",) * wide)]
    for passes in every:
        counts = [_counts(one, ids) for one in passes]
        counts += [None] * (wide - len(counts))
        rows.append(Fingers(passes[0].question.text, ids, tuple(counts), grown=grown))
    why = dict.fromkeys(_reason(one.tally) for passes in every for one in passes)
    return [*(words(one, grow=-2) for one in why if one), *rows] if not names else rows


def _counts(vote: Vote, ids: tuple[str, ...]) -> tuple[int, ...] | None:
    counts = vote.tally.counts if vote.tally else None
    return None if counts is None else tuple(counts[one] for one in ids)


def _told(votes: list[Vote]) -> int:
    return sum(one.tally is not None and one.tally.is_told for one in votes)


def _of_vote(number: int, reason: str) -> str:
    """Say of which vote a reason tells; empty without one."""
    known = {"number": number, "reason": reason}
    return _("Vote %(number)d: %(reason)s") % known if reason else ""


def _why(tally: Tally | None) -> Iterator[Block]:
    reason = _reason(tally)
    if reason:
        yield Stack((words(reason),), fill="wash", edge="")


def _reason(tally: Tally | None) -> str:
    """Say why no split is shown; empty if one is."""
    if tally is None or tally.is_told:
        return ""
    if tally.why is Why.NOBODY:
        return _("Nobody answered.")
    if tally.why is Why.ALMOST_AS_BEFORE:
        return _(
            "Almost the same as in vote %(number)d. The difference is so small that it would "
            "give somebody away, so it is not shown."
        ) % {"number": tally.as_before or 1}
    return _("Too few people answered. So that nobody is given away, it is not shown how.")


VIEWS: Final[tuple[type[View], ...]] = (AskView, ResultView, CompareView)
