"""Nobody is given away by a number: what is told of votes, and what is withheld."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trainer.workshop.votes import ballot as ballots
from trainer.workshop.votes.ballot import BATCH, Asks, Ballot, Option, Question, differing
from trainer.workshop.votes.tally import Tally, Why, final, live

ANSWERS = ("a", "b", "c")
ASKED = Question("q", "?", tuple(Option(one, one) for one in ANSWERS))

Given = list[tuple[int, tuple[str, ...]]]
VOTES = st.lists(
    st.tuples(st.integers(0, 12), st.sampled_from([(one,) for one in ANSWERS] + [()])), max_size=60
)


def passed(votes: dict[str, str], number: int = 1, *, shown: bool = False) -> Ballot:
    """A closed pass in which phones answered so."""
    one = Ballot("q", number, "s", 0)
    for voter, answer in votes.items():
        one = ballots.vote(one, voter, (answer,))
    return replace(one, closed=1, shown=shown)


def room(**answers: int) -> dict[str, str]:
    """So many phones for each answer, always the same phones."""
    given_ = [answer for answer, count in answers.items() for _one in range(count)]
    return {f"v{number}": answer for number, answer in enumerate(given_)}


def test_fewer_than_five_are_only_counted() -> None:
    for count in range(1, 5):
        told = final(ASKED, passed(room(a=count)))
        assert told == Tally(Why.FEW, count)
    assert final(ASKED, passed(room(a=4, b=1))).counts == {"a": 4, "b": 1, "c": 0}
    assert final(ASKED, passed({})).why is Why.NOBODY


def test_phones_too_few_beside_hands_are_left_out_and_said_so() -> None:
    few = passed(room(a=3))
    told = final(ASKED, ballots.hands(few, "b", 20))
    assert (told.counts, told.left_out) == ({"a": 0, "b": 20, "c": 0}, 3)
    # Three phones and four hands: what the hands leave over would be three people's answers.
    assert final(ASKED, ballots.hands(few, "b", 4)).why is Why.FEW
    both = final(ASKED, ballots.hands(passed(room(a=5)), "b", 4))
    assert (both.counts, both.hands, both.left_out) == ({"a": 5, "b": 4, "c": 0}, {"b": 4}, 0)


def test_a_pass_that_few_answered_otherwise_is_withheld() -> None:
    first = passed(room(a=10, b=6), shown=True)
    moved = {**room(a=10, b=6), "v0": "b"}
    told = final(ASKED, passed(moved, 2), [first])
    assert (told.why, told.counts, told.as_before) == (Why.ALMOST_AS_BEFORE, None, 1)
    assert final(ASKED, passed(room(a=10, b=6), 2), [first]).is_told
    assert final(ASKED, passed(room(a=5, b=11), 2), [first]).is_told
    # One who came later is one person, too.
    late = {**room(a=10, b=6), "late": "c"}
    assert not final(ASKED, passed(late, 2), [first]).is_told
    # What was withheld told nothing, so nothing has to be withheld for it.
    second = passed(late, 2, shown=True)
    third = passed({**room(a=4, b=12), "late": "c"}, 3)
    assert final(ASKED, third, [first, second]).is_told


def test_hands_are_replaced_and_taken_back() -> None:
    one = ballots.hands(ballots.hands(Ballot("q", 1, "s", 0), "a", 7), "a", 9)
    assert one.raised(Asks.ONE) == 9
    assert ballots.hands(one, "a", 0).hands == {}


@given(VOTES)
def test_what_is_told_while_it_is_open_moves_by_five_people(given_: Given) -> None:
    one = Ballot("q", 1, "s", 0)
    told = one.live
    for number, answers in given_:
        one = ballots.vote(one, f"v{number}", answers)
        assert len(one.changed) == differing(one.ready, one.votes) < BATCH
        if one.live != told:
            assert differing(told, one.live) >= BATCH
            assert differing(one.live, one.ready) >= BATCH
            told = one.live
        counts = live(ASKED, one).counts
        assert (counts is not None) == (len(one.live) >= BATCH)
        assert counts is None or counts == {"a": 0, "b": 0, "c": 0, **ballots.count(one.live)}


def test_the_last_step_when_it_closes_is_of_five_people_too() -> None:
    one = Ballot("q", 1, "s", 0)
    for number in range(14):
        one = ballots.vote(one, f"v{number}", ("a",))
    counts = live(ASKED, one).counts
    assert counts is not None
    assert counts["a"] == 5
    assert live(ASKED, one, [passed(room(a=9), shown=True)]).counts is None


@given(VOTES)
def test_a_phone_counts_once_with_what_it_answered_last(given_: Given) -> None:
    one = Ballot("q", 1, "s", 0)
    last: dict[str, tuple[str, ...]] = {}
    for number, answers in given_:
        one = ballots.vote(one, f"v{number}", answers)
        last[f"v{number}"] = answers
    assert dict(one.votes) == {voter: given for voter, given in last.items() if given}
    assert differing(one.votes, Ballot("q", 2, "s", 0).votes) == len(one.votes)
