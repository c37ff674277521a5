"""A workshop from its beginning to its end, with nothing but the clicker's forward key."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from tests.workshop.room import (
    Clock,
    at_the_question,
    begin,
    go_on,
    made_of,
    vote_all,
    walk_to,
    workshop_question,
)
from trainer.scenario.model import Scene
from trainer.workshop.beats import BeatKind
from trainer.workshop.refusals import Refused
from trainer.workshop.state import Phase
from trainer.workshop.telling import phone_view
from trainer.workshop.telling.room_view import RoomView, What, room_view
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


def test_the_clicker_alone_reaches_the_end() -> None:
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("begin")
    seen: list[What] = []
    for _step in range(400):
        before = workshop.state
        seen.append(room_view(workshop.making, before).what)
        if workshop.do("next") is before:
            break
    last = workshop.making.beat(workshop.state.at)
    assert last.kind is BeatKind.CLOSE
    assert seen[:2] == [What.SLIDE, What.AGREEMENTS]
    # The content note comes before the scene, and what was voted before its result.
    assert seen.index(What.NOTE) < seen.index(What.SCENE) < seen.index(What.FEEDBACK)
    assert workshop.state.gone == frozenset(range(len(workshop.making.segments) - 1))


def test_where_a_story_is_not_written_any_further_the_room_is_told() -> None:
    made = made_of()
    ((name, told),) = made.scenarios.items()
    story = told.in_language()
    scenes = {
        key: one if key == story.start else Scene(key, stub=True)
        for key, one in story.scenes.items()
    }
    cut = replace(story, scenes=MappingProxyType(scenes))
    told = replace(told, languages={story.language: cut})
    workshop = Workshop(replace(made, scenarios={name: told}), None, Clock())
    workshop.do("begin")
    views: list[RoomView] = []
    for _step in range(60):
        views.append(room_view(workshop.making, workshop.state))
        if views[-1].what is What.ENDING:
            break
        workshop.do("next")
    ending = views[-1]
    assert ending.what is What.ENDING
    assert ending.text == "The story is not written any further here."


def test_going_on_closes_then_shows_then_plays_what_most_chose() -> None:
    workshop = at_the_question()
    question = workshop_question(workshop)
    choices = [one.id for one in workshop.state.at.run.at.offered]  # type: ignore[union-attr]
    vote_all(workshop, {choices[1]: 6, choices[0]: 3, "-not-sure": 1})
    workshop.do("next")
    assert not workshop.state.ballots[question][0].is_open
    assert room_view(workshop.making, workshop.state).votes[0].tally is None
    workshop.do("next")
    shown = room_view(workshop.making, workshop.state)
    assert shown.what is What.RESULT
    assert shown.votes[0].tally is not None
    assert shown.votes[0].tally.counts is not None
    assert shown.votes[0].tally.counts[choices[1]] == 6
    workshop.do("next")
    assert room_view(workshop.making, workshop.state).what is What.FEEDBACK
    assert workshop.state.played[question] == (choices[1],)
    workshop.do("another")
    workshop.do("next")
    assert workshop.state.played[question][-1] == choices[0]


def test_a_second_laptop_goes_on_at_the_same_scene_timer_and_votes(tmp_path: Path) -> None:
    clock = Clock()
    workshop = begin(tmp_path / "journal.jsonl", clock)
    workshop.do("begin")
    walk_to(workshop, "train")
    while workshop.state.at.phase is not Phase.ASK:
        clock.go(7)
        workshop.do("next")
    workshop.do("timer", seconds=90)
    vote_all(workshop, {"-not-sure": 6})
    before, t = workshop.state, workshop.t()
    clock.go(40)
    workshop.close()
    again = go_on(tmp_path / "journal.jsonl", clock)
    after = again.state
    again.close()
    assert (after.at.segment, after.at.beat, after.at.phase) == (
        before.at.segment, before.at.beat, before.at.phase,
    )  # fmt: skip
    assert after.at.run is not None
    assert before.at.run is not None
    assert after.at.run.at.scene.id == before.at.run.at.scene.id
    assert after.ballots == before.ballots
    assert after.voters == before.voters
    # The workshop's clock went on; the discussion's stood still.
    assert again.t() == t + 40_000
    assert after.timer is not None
    assert before.timer is not None
    assert after.timer.ends - again.t() == before.timer.ends - t


def test_phones_see_neither_tally_nor_what_is_private() -> None:
    workshop = at_the_question()
    before = phone_view.for_all(workshop.making, workshop.state)
    vote_all(workshop, {"-nothing": 6})
    assert phone_view.for_all(workshop.making, workshop.state) == before
    workshop.do("ask", voter="v0", text="what if he is armed")
    workshop.do("care", name="Ana", where="by the door")
    workshop.do("pause", voter="v1", comes=True, where="third row")
    told = str(phone_view.for_all(workshop.making, workshop.state))
    assert "armed" not in told
    assert "third row" not in told
    assert phone_view.for_one(workshop.state, "v1")["pause"] == "sent"
    assert "third row" not in str(room_view(workshop.making, workshop.state))


def test_without_a_care_person_a_pause_is_refused() -> None:
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("care", name="", where="")
    workshop.do("join", voter="a")
    with pytest.raises(Refused):
        workshop.do("pause", voter="a", comes=True)
    assert workshop.state.pauses == ()


def test_a_pause_that_nobody_would_see_is_refused_with_where_to_go() -> None:
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("care", name="Ana", where="by the door")
    workshop.do("join", voter="a")
    # While people come in, nobody is at the console.
    assert not phone_view.for_all(workshop.making, workshop.state)["care"]["sees"]
    workshop.do("begin")
    assert phone_view.for_all(workshop.making, workshop.state)["care"]["sees"]
    workshop.do("covered", on=True)
    assert not phone_view.for_all(workshop.making, workshop.state)["care"]["sees"]
    with pytest.raises(Refused, match="Ana: by the door"):
        workshop.do("pause", voter="a", comes=True)
    workshop.do("looks", count=1)
    assert phone_view.for_all(workshop.making, workshop.state)["care"]["sees"]
    workshop.do("pause", voter="a", comes=True)
    assert len(workshop.state.pauses) == 1


def test_what_is_asked_is_on_the_wall_and_promises_nothing_that_hands_break() -> None:
    workshop = Workshop(made_of("sixty-minutes"), None, Clock())
    workshop.do("begin")
    walk_to(workshop, "before")
    seen = room_view(workshop.making, workshop.state)
    assert "Picture a bus." in seen.text
    assert "Nobody sees" not in seen.text
    assert "Nobody sees" in phone_view.for_all(workshop.making, workshop.state)["text"]
    while not (workshop.state.at.phase is Phase.ASK and len(seen.votes) == 1):
        workshop.do("next")
        seen = room_view(workshop.making, workshop.state)
    assert seen.text == "How far does it go?"


def test_frozen_the_room_stays_while_the_facilitator_looks_ahead() -> None:
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("begin")
    walk_to(workshop, "train")
    workshop.do("next")
    there = room_view(workshop.making, workshop.state)
    workshop.do("freeze", on=True)
    for _step in range(4):
        workshop.do("next")
    assert room_view(workshop.making, workshop.state) == there
    assert not workshop.state.ballots
    workshop.do("rejoin")
    assert room_view(workshop.making, workshop.state) == there


def test_a_vote_stays_open_while_the_scene_is_read_again_and_closes_when_it_is_left() -> None:
    workshop = at_the_question()
    question = workshop_question(workshop)
    workshop.do("join", voter="a")
    workshop.do("back")
    workshop.do("vote", voter="a", question=question, answers=["-nothing"])
    workshop.do("freeze", on=True)
    workshop.do("jump", segment=0)
    workshop.do("vote", voter="a", question=question, answers=["-not-sure"])
    workshop.do("freeze", on=False)
    with pytest.raises(Refused, match="closed"):
        workshop.do("vote", voter="a", question=question, answers=["-nothing"])
    assert workshop.state.ballots[question][0].votes == {"a": ("-not-sure",)}


@pytest.mark.parametrize("way", ["back", "jump"])
def test_a_vote_that_was_passed_by_opens_again_and_one_that_was_held_does_not(way: str) -> None:
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("begin")
    walk_to(workshop, "before")
    segment, question = workshop.state.at.segment, "sure/notice"
    workshop.do("join", voter="a")

    def leave_and_come_back() -> None:
        workshop.do("close")
        workshop.do("jump", segment=segment + 1)
        workshop.do(way, **({} if way == "back" else {"segment": segment}))

    leave_and_come_back()
    assert [one.is_open for one in workshop.state.ballots[question]] == [True]
    assert phone_view.for_all(workshop.making, workshop.state)["votes"]
    workshop.do("vote", voter="a", question=question, answers=["3"])
    leave_and_come_back()
    assert [one.is_open for one in workshop.state.ballots[question]] == [False]


def test_a_result_that_nobody_gave_stays_as_the_room_saw_it() -> None:
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("begin")
    walk_to(workshop, "ladder")
    workshop.do("next")
    workshop.do("next")
    workshop.do("back")
    [found] = room_view(workshop.making, workshop.state).votes
    assert (found.is_open, found.number) == (False, 1)


def test_what_is_looked_at_ahead_was_not_played() -> None:
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("begin")
    walk_to(workshop, "train")
    workshop.do("freeze", on=True)
    while workshop.state.at.phase is not Phase.FEEDBACK:
        workshop.do("next")
    assert workshop.state.played == {}


def test_only_who_has_joined_votes_and_hands_end_with_the_result() -> None:
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("begin")
    walk_to(workshop, "ladder")
    question = workshop_question(workshop)
    with pytest.raises(Refused, match="not joined"):
        workshop.do("vote", voter="stranger", question=question, answers=["verbal"])
    workshop.do("hands", question=question, answer="verbal", count=20)
    workshop.do("show")
    # What the room has seen stays what it was.
    with pytest.raises(Refused, match="has seen"):
        workshop.do("hands", question=question, answer="verbal", count=3)
    assert workshop.state.ballots[question][0].hands == {"verbal": 20}
