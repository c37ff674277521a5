"""The way that was played last, walked again after the text has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.authoring.trying.drafts import TEXT, scenario
from trainer.authoring.document import Document
from trainer.authoring.trying import words
from trainer.authoring.trying.excerpt import excerpt
from trainer.authoring.trying.following import (
    Changed,
    HandWay,
    Turn,
    first_changed,
    hand_way,
    walk_again,
)
from trainer.authoring.trying.starting import Start, begun
from trainer.authoring.trying.tally import met_by_hand
from trainer.practice.session import Session

WAY = ("door", "door-again", "talk", "door")


def played() -> tuple[Session, HandWay]:
    """Stand, talk, and go back: the feedback of that shows still."""
    start = Start("door")
    made = begun(scenario(), start)
    assert made is not None
    session = Session(made)
    session.choose("stand")
    session.go_on()
    session.go_on()
    session.choose("back")
    return session, hand_way(session, start)


def test_a_way_counts_as_soon_as_a_choice_is_made() -> None:
    session, way = played()
    assert way.scenes == WAY
    session.go_on()
    assert hand_way(session, way.start).scenes == WAY


def test_it_still_goes_the_same_whatever_else_changes() -> None:
    _session, way = played()
    changed = TEXT.replace("It is loud.", "It is louder.").replace("id: wait", "id: look-on")
    found = walk_again(scenario(changed), way)
    assert (found.turn, found.scenes) == (None, WAY)
    assert words.again(found) == "What you played last still goes the same way."


CHOICE = {"id": "stand", "say": "Hello!", "feedback": {"why": "So."}}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, None),
        ({"attic": {"text": "Dust."}}, None),
        ({"door-again": {"text": "On and on."}}, Changed(1, after=False)),
        ({"door-again": None}, Changed(1, after=False)),
        ({"talk": {}, "door": {"text": "Hi.", "choices": [CHOICE]}}, Changed(0, after=False)),
        ({"door": {"choices": [{**CHOICE, "feedback": {"why": "No."}}]}}, Changed(0, after=True)),
        ({"door": {"choices": [{**CHOICE, "consequence": {"text": "A."}}]}},
         Changed(0, after=True)),
        ({"door": {"choices": [{**CHOICE, "say": "Hi."}]}}, Changed(0, after=False)),
        ({"door": {"choices": [CHOICE, {"act": "Go.", "feedback": {}}]}},
         Changed(0, after=False)),
        ({"door": {"choices": None}}, Changed(0, after=False)),
    ],
)  # fmt: skip
def test_what_was_changed_first_on_a_way_is_found(
    changed: dict[str, Any], expected: Changed | None
) -> None:
    before = {"door": {"choices": [CHOICE]}, "door-again": {"text": "On."}, "talk": {"text": "Hm"}}
    now = {**before, **changed}
    assert first_changed(played()[1], before, now.get) == expected


def test_a_way_begins_with_another_only_where_it_comes_to_the_same_scenes() -> None:
    way = played()[1]
    assert way.begins_with(HandWay(way.start, way.steps[:1], "door-again"))
    assert way.begins_with(way)
    assert not way.begins_with(HandWay(way.start, way.steps[:1], "attic"))
    assert not way.begins_with(HandWay(way.start, (*way.steps, *way.steps), "talk"))
    assert not way.begins_with(HandWay(Start("talk"), (), "door"))
    assert not way.begins_with(HandWay(Start("door", (("calm", 3),)), (), "door"))


@pytest.mark.parametrize(
    ("old", "new", "turn", "said"),
    [
        ("id: back", "id: return", Turn.CHOICE_GONE,
         "What you played last goes another way in “Talk”: the choice “Go back to the door.” is "
         "not there any more."),
        ("d: delay\n        fit: fair\n", "d: delay\n        fit: fair\n        when: calm >= 4\n",
         Turn.NOT_OFFERED, "What you played last goes another way in “Talk”: the choice “Go back "
         "to the door.” is not offered any more. Calm is 2, and must be at least 4."),
        ("next: door\n", "next: bad-end\n", Turn.ELSEWHERE,
         "What you played last goes another way in “Talk”: it leads to “Bad end” now, not to "
         "“Door”."),
        ("change: {calm: 1}", "change: {calm: 2}", Turn.ELSEWHERE,
         "What you played last goes another way in “Door”: it leads to “Calm end” now, not to "
         "“Door again”."),
        ("    next: [{when: helped and calm >= 2, to: talk}, {to: bad-end}]",
         "    ending: {outcome: mixed}", Turn.ASKS_NOW,
         "What you played last goes another way in “Door again”: it does not lead on by itself any "
         "more."),
        ("  door:", "  gate:", Turn.START_GONE,
         "What you played last began in “Door”, which is not there any more."),
    ],
)  # fmt: skip
def test_where_it_differs_is_said(old: str, new: str, turn: Turn, said: str) -> None:
    assert old in TEXT
    changed = TEXT.replace(old, new, 1)
    if turn is Turn.START_GONE:
        changed = changed.replace("start: door", "start: gate").replace(
            "next: door\n", "next: gate\n"
        )
    found = walk_again(scenario(changed), played()[1])
    assert found.turn is turn
    assert words.again(found) == said


def test_what_was_met_by_hand_is_known() -> None:
    found = met_by_hand(played()[0])
    assert found.scenes == {"door", "door-again", "talk"}
    assert found.choices == {("door", "stand"), ("talk", "back")}
    assert found.arms == {("door", "stand", 1), ("door-again", "", 0), ("talk", "back", 0)}


def test_the_scenes_of_the_way_alone_say_the_same_as_the_whole_text() -> None:
    _session, way = played()
    for old, new in (("", ""), ("next: door\n", "next: roof\n"), ("calm: 1}", "calm: 2}")):
        text = TEXT.replace(old, new, 1) if old else TEXT
        document = Document(Path("door.yaml"), text)
        document.settle()
        part = excerpt(document, way.scenes)
        assert len(part) < len(text)
        assert walk_again(scenario(part), way) == walk_again(scenario(text), way)
    assert excerpt(Document(Path("door.yaml"), TEXT), way.scenes) == TEXT  # not read yet
