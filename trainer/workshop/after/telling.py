"""What may be told of all passes of a question together, when the workshop is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.workshop.after.model import Count, Pass
from trainer.workshop.votes import tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.workshop.votes.ballot import Ballot, Question
    from trainer.workshop.votes.tally import Tally


def tallies(question: Question, passes: Sequence[Ballot]) -> dict[int, Tally]:
    """Give what may be told of every closed pass, all of them together, by their numbers."""
    closed = [one for one in passes if not one.is_open]
    # The room has seen what it was shown: that is told in any case, and before anything else.
    order = sorted(closed, key=lambda one: (not one.shown, one.number))
    found = {
        one.number: tally.final(question, one, order[:before]) for before, one in enumerate(order)
    }
    return dict(sorted(found.items()))


def passed(question: Question, number: int, told: Tally) -> Pass:
    """Give a pass as plain words and numbers."""
    counts: tuple[Count, ...] = ()
    if told.counts is not None:
        hands = told.hands or {}
        counts = tuple(
            Count(one.text, told.counts[one.id], hands.get(one.id, 0)) for one in question.options
        )
    return Pass(number, str(told.why), told.answered, counts, told.left_out, told.as_before)
