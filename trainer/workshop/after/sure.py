"""How sure the room felt before and after, and who of those that can be matched is surer.

People are matched by the code that they made for themselves, never by their phone. What is told
of them together must not give away, by subtraction, what a few answered:

* at least five are matched, and those who answered by phone and are not are none, or five;
* both distributions are told, with the phones in them;
* nobody of the matched answered otherwise, or at least five did.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from trainer.plans.model import Kind, When
from trainer.workshop import asking
from trainer.workshop.after import telling
from trainer.workshop.after.model import Matched, Sure
from trainer.workshop.votes.ballot import BATCH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from trainer.plans.model import Segment
    from trainer.workshop.making import Making
    from trainer.workshop.state import State, Voter
    from trainer.workshop.votes.ballot import Ballot, Question, Votes
    from trainer.workshop.votes.tally import Tally


def compare(making: Making, state: State) -> tuple[Sure, ...]:
    """Give every statement of the surveys, in order; empty where the plan has none."""
    surveys = [one for one in making.segments if one.kind is Kind.SURVEY]
    asked = {
        question.id: question
        for number, segment in enumerate(making.segments)
        if segment.kind is Kind.SURVEY
        for beat in making.beats[number]
        for question in beat.questions
    }
    return tuple(_one(question, surveys, state) for question in asked.values())


def _one(question: Question, surveys: list[Segment], state: State) -> Sure:
    every = asking.passes(state, question.id)
    before = _last_of(every, [one.key for one in surveys if one.when is When.BEFORE])
    after = _last_of(every, [one.key for one in surveys if one.when is When.AFTER])
    wanted = [one for one in every if one.shown or one in (before, after)]
    told = telling.tallies(question, wanted)
    matched = None
    if before is not None and after is not None:
        matched = match(before, after, told, state.voters)
    return Sure(
        question.text,
        telling.passed(question, before.number, told[before.number]) if before else None,
        telling.passed(question, after.number, told[after.number]) if after else None,
        matched,
    )


def _last_of(every: tuple[Ballot, ...], segments: list[str]) -> Ballot | None:
    found = [one for one in every if one.segment in segments and not one.is_open]
    return found[-1] if found else None


def match(
    before: Ballot, after: Ballot, told: Mapping[int, Tally], voters: Mapping[str, Voter]
) -> Matched | None:
    """Compare the answers of those who made a code, if that gives nobody away."""
    if not all(
        told[one.number].is_told and not told[one.number].left_out for one in (before, after)
    ):
        return None
    pairs = list(_pairs(before.votes, after.votes, voters))
    if len(pairs) < BATCH:
        return None
    if any(0 < one.phones - len(pairs) < BATCH for one in (before, after)):
        return None
    surer = sum(then > first for first, then in pairs)
    less = sum(then < first for first, then in pairs)
    if 0 < surer + less < BATCH:
        return None
    return Matched(len(pairs), surer, len(pairs) - surer - less, less)


def _pairs(first: Votes, then: Votes, voters: Mapping[str, Voter]) -> Iterator[tuple[int, int]]:
    """Give the answers of each code; one that several people made tells nothing."""
    by_code = (_by_code(first, voters), _by_code(then, voters))
    for code in sorted(by_code[0].keys() & by_code[1].keys()):
        yield by_code[0][code], by_code[1][code]


def _by_code(votes: Votes, voters: Mapping[str, Voter]) -> dict[str, int]:
    codes = {one: voters[one].code for one in votes if one in voters and voters[one].code}
    often = Counter(codes.values())
    return {code: int(votes[one][0]) for one, code in codes.items() if often[code] == 1}
