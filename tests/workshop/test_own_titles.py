"""A room that goes through somebody's own copy is not told that it is one."""

from __future__ import annotations

import json

import pytest

from trainer import language, paths
from trainer.authoring import plan_with
from trainer.authoring.keeping import own_copies
from trainer.help import directory
from trainer.pages.collection import Collection as Pages
from trainer.plans.collection import Collection as Plans
from trainer.scenario.libraries.library import Library
from trainer.scenario.texts.own_title import marked, unmarked
from trainer.workshop import holding, material
from trainer.workshop.after import report
from trainer.workshop.telling.phone_view import for_all
from trainer.workshop.telling.room_view import room_view


@pytest.mark.parametrize("spoken", ["en", "en-XA"])
def test_what_a_copy_has_in_its_title_is_taken_back(spoken: str) -> None:
    with language.speaking(spoken):
        for title in ("One", "Room (101)", "Über (dir)", "[One]", "a (my own) b"):
            assert unmarked(title) == title
            assert unmarked(marked(title)) == title
            assert unmarked(f"{marked(title)} (12)") == title
        assert unmarked("One (2)") == "One (2)"
        assert unmarked("(my own)") == "(my own)"
        assert unmarked("One (my own)") == "One"  # Copied before that was translated.


def test_the_room_and_its_report_name_a_copy_as_the_group_knows_it() -> None:
    mine = own_copies.copy(
        paths.built_in_scenarios() / "refund-counter/refund-counter.yaml", {"refund-counter"}
    )
    library = Library([paths.built_in_scenarios(), paths.own_scenarios()], None)
    card = next(one for one in library.cards() if one.path == mine)
    assert card.title.endswith(" (my own)")
    taster = Plans().plan("taster")
    assert taster is not None
    path = plan_with.make(taster, card.id, {card.id: card.title}, {"taster"}, "")
    placed = next(one for one in Plans().plans() if one.path == path)
    assert placed.content.title.endswith(" (my own)")
    made = holding.from_plan(placed, library, Pages(), directory.built_in(), keeps=False)
    before = room_view(made.making, made.state)
    assert before.title == taster.content.title
    assert for_all(made.making, made.state)["title"] == taster.content.title
    made.do("begin")
    known = json.loads(json.dumps(material.to_plain(made.making.material)))
    for one in (made.making.material, material.from_plain(known)):
        (story,) = (part for part in one.plan.segments.values() if part.scenario)
        assert story.title == card.title.removesuffix(" (my own)")
        assert one.scenarios[card.id].in_language().title == story.title
        assert "my own" not in one.plan.title
    assert material.plan_from(known).title == taster.content.title
    assert "(my own)" in known["plan"]  # What stands in the file stays as it is.
    assert report.make(made.making, made.state, 0).title == taster.content.title
    made.close()
