"""What a phone does is numbered, so that what it sends again counts once."""

from __future__ import annotations

import pytest

from tests.workshop.room import at_the_question, vote_all, workshop_question
from trainer.workshop.refusals import Refused


def test_what_was_done_is_not_done_again() -> None:
    workshop = at_the_question()
    workshop.do("join", voter="a")
    workshop.do("ask", voter="a", n=3, text="what if he is armed")
    with pytest.raises(Refused) as refused:
        workshop.do("ask", voter="a", n=3, text="what if he is armed")
    assert refused.value.code == "again"
    assert len(workshop.state.asked) == 1
    workshop.do("join", voter="a", language="ko")
    workshop.do("ask", voter="a", n=4, text="and if he follows her")
    assert workshop.state.voters["a"].n == 4
    # What was refused has not been done, and may come again.
    with pytest.raises(Refused):
        workshop.do("ask", voter="a", n=9, text=" ")
    assert workshop.state.voters["a"].n == 4


def test_a_vote_for_a_pass_that_has_closed_is_not_counted_in_the_next() -> None:
    workshop = at_the_question()
    vote_all(workshop, {"-not-sure": 1})
    question = workshop_question(workshop)
    workshop.do("close")
    workshop.do("open")
    with pytest.raises(Refused) as refused:
        workshop.do("vote", voter="v0", question=question, answers=["-nothing"], **{"pass": 1})
    assert refused.value.code == "closed"
    workshop.do("vote", voter="v0", question=question, answers=["-nothing"], **{"pass": 2})
    assert workshop.state.ballots[question][1].votes == {"v0": ("-nothing",)}
