"""What ships can be held: every plan finds what it names, and cares for whoever is in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workshop.room import made_of
from trainer.plans.collection import Collection
from trainer.plans.model import Kind
from trainer.plans.writing import written
from trainer.scenario.texts import words
from trainer.workshop.beats import beats

if TYPE_CHECKING:
    from trainer.plans.model import Plan
    from trainer.scenario.files.gathering import Placed

PLACED = Collection().plans()
PLANS = {placed.content.id: placed.content for placed in PLACED}
SPEAKS_FOR_ITSELF = {("after-a-walk", "next-time")}
"""Segments that whoever leads the workshop needs no word about."""


def test_those_that_were_promised_are_there() -> None:
    assert {plan_id: plan.minutes for plan_id, plan in PLANS.items()} == {
        "sixty-minutes": 60, "seventy-five-minutes-interpreted": 75, "ninety-minutes": 90,
        "taster": 20, "before-a-walk": 20, "after-a-walk": 20,
    }  # fmt: skip
    assert [one.id for one in PLANS.values() if one.interpreted] == [
        "seventy-five-minutes-interpreted"
    ]


@pytest.mark.parametrize("placed", PLACED, ids=PLANS)
def test_what_the_editor_saves_of_it_differs_only_where_it_was_changed(
    placed: Placed[Plan],
) -> None:
    assert placed.path.read_text("utf-8") == written(placed.content)


@pytest.mark.parametrize("plan_id", PLANS)
def test_it_can_be_held_and_nobody_has_to_read_a_wall(plan_id: str) -> None:
    made = made_of(plan_id)
    told = beats(made)
    assert all(told)
    assert {key for one in made.plan.segments.values() for key in one.contacts} <= set(
        made.contacts
    )
    shown = [beat for segment in told for beat in segment]
    assert max(words.count([beat.text]) for beat in shown) <= 70  # the agreements
    asked = [len(question.text) for beat in shown for question in beat.questions]
    assert max(asked, default=0) <= 100


@pytest.mark.parametrize("plan_id", PLANS)
def test_it_cares_for_whoever_is_in_the_room(plan_id: str) -> None:
    plan = PLANS[plan_id]
    assert any("step out" in one or "go home" in one or "say no" in one for one in plan.agreements)
    for segment in plan.segments.values():
        assert all(slide.title and slide.text for slide in segment.slides)  # can be translated
        assert segment.notes or (plan_id, segment.key) in SPEAKS_FOR_ITSELF, segment.key
        assert not any(card.targeted for card in segment.cards)
        if segment.kind is Kind.SCENARIO:
            assert "sit" in (segment.notes or ""), segment.key  # may be sat out, and that is said
        if segment.kind is Kind.GROUPS:
            everything = " ".join(one.text for one in segment.cards) + (segment.notes or "")
            assert "empty chair" in everything
