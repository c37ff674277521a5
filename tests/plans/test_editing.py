"""A plan that is being changed: steps, what is wrong, drafts, files; all on the real disk."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer import paths
from trainer.errors import ReadOnlyPlace, UpstanderError
from trainer.plans import rules
from trainer.plans.collection import Collection
from trainer.plans.editing import drafts, fields, fresh, looking, saving
from trainer.plans.editing.editing import WHOLE, Editing
from trainer.plans.editing.saving import Origin
from trainer.plans.model import Care, Kind, Plan, When
from trainer.plans.reading import PLANS
from trainer.plans.writing import written
from trainer.scenario import files
from trainer.scenario.model import Review, Status
from trainer.scenario.problems import Severity

if TYPE_CHECKING:
    from trainer.scenario.problems import Problem

SIXTY = Path(__file__).parent.parent / "data" / "plans" / "sixty-minutes.yaml"


def sixty() -> Plan:
    plan = files.read_file(SIXTY, (PLANS,)).content
    assert plan is not None
    return plan


def nothing_known(found: Problem) -> bool:
    return False


def look(plan: Plan) -> list[tuple[str, str]]:
    found = looking.look(plan, paths.own_plans(), nothing_known)
    return [(one.part, one.sentence) for one in found]


def test_a_mistake_more_mends_nothing() -> None:
    plan = replace(sixty(), care=None)
    folder = paths.own_plans()
    seen = looking.look(plan, folder, nothing_known)
    assert [one.code for one in seen if one.code in rules.CODES] == ["no-care"]
    story = next(key for key, one in plan.segments.items() if one.kind is Kind.SCENARIO)
    parts = {**plan.segments, story: replace(plan.segments[story], scenario="")}
    again = looking.look(replace(plan, segments=parts), folder, nothing_known, seen)
    assert len(again) == len(seen) + 1
    assert [one.code for one in again if one.waits] == ["no-care"]
    assert looking.look(plan, folder, nothing_known, again) == seen
    close = next(key for key, one in plan.segments.items() if one.kind is Kind.CLOSE)
    bare = {**parts, close: replace(plan.segments[close], contacts=())}
    told = looking.Found(close, Severity.METHOD, "…", "no-resources")
    assert replace(told, waits=True) in looking.look(
        replace(plan, segments=bare), folder, nothing_known, [told]
    )
    del bare[close]
    assert not any(
        one.waits
        for one in looking.look(replace(plan, segments=bare), folder, nothing_known, [told])
    )


ACTS = st.lists(st.tuples(st.sampled_from("madrtuy"), st.integers(0, 11), st.integers(0, 8)))


def act(editing: Editing, what: str, one: int, other: int) -> None:
    """Do one of what a person can do: move, add, double, remove, type, undo, do again."""
    keys = list(editing.plan.segments)
    if what == "u":
        editing.undo()
    elif what == "y":
        editing.redo()
    elif what == "a":
        editing.add(list(Kind)[other], keys[one % len(keys)] if keys else WHOLE)
    elif keys and what == "m":
        editing.move(keys[one % len(keys)], other)
    elif keys and what == "d":
        editing.duplicate(keys[one % len(keys)])
    elif keys and what == "r":
        editing.remove(keys[one % len(keys)])
    elif keys:
        editing.change(keys[one % len(keys)], "title", title=f"Part {other}")


def order(plan: Plan) -> list[object]:
    return list(plan.segments.items())


@settings(max_examples=30)
@given(ACTS)
def test_whatever_is_done_can_be_undone_to_the_beginning_and_done_again(
    acts: list[tuple[str, int, int]],
) -> None:
    plan = sixty()
    editing = Editing(plan)
    for one in acts:
        act(editing, *one)
    last = editing.plan
    assert len({one.key for one in last.segments.values()}) == len(last.segments)
    assert all(key == segment.key for key, segment in last.segments.items())
    while editing.can_redo:
        editing.redo()
    last = editing.plan
    while editing.can_undo:
        editing.undo()
    assert order(editing.plan) == order(plan)
    while editing.can_redo:
        editing.redo()
    assert order(editing.plan) == order(last)


def test_letters_typed_into_one_field_are_one_step() -> None:
    editing = Editing(sixty())
    for title in ("H", "Ha", "Hal", "Hall"):
        editing.change("welcome", "title", title=title)
    editing.change("welcome", "notes", notes="Say")
    assert editing.undo() == "welcome"
    assert editing.segment("welcome") == replace(sixty().segments["welcome"], title="Hall")
    assert editing.undo() == "welcome"
    assert editing.plan == sixty()
    assert editing.undo() is None


def test_a_new_part_stands_before_the_close_or_behind_the_one_that_is_chosen() -> None:
    editing = Editing(sixty())
    key = editing.add(Kind.BREAK)
    assert list(editing.plan.segments)[-2:] == [key, "close"]
    key = editing.add(Kind.SURVEY, "welcome")
    assert list(editing.plan.segments)[1] == key
    made = editing.segment(key)
    assert made is not None
    assert made.when is When.AFTER  # There is one before already.


@pytest.mark.parametrize("kind", list(Kind))
def test_a_new_part_says_only_what_it_still_needs(kind: Kind) -> None:
    """It is a part of its kind, and whatever is wrong with it a person can fill in."""
    editing = Editing(replace(sixty(), care=Care("Noor", "in the foyer")))
    key = editing.add(kind)
    still = {
        Kind.SLIDES: {"Still missing: slides"},
        Kind.LADDER: {"Still missing: what is sorted"},
        Kind.SCENARIO: {"Still missing: the story"},
        Kind.GROUPS: {"Still missing: the situation"},
        Kind.DISCUSSION: {"Still missing: the question"},
        Kind.REFLECTION: {"Still missing: the question"},
    }
    said = {sentence for part, sentence in look(editing.plan) if part == key}
    assert said == still.get(kind, said if kind in (Kind.CLOSE, Kind.SURVEY) else set())


def test_what_is_wrong_is_said_of_the_part_that_it_is_in() -> None:
    editing = Editing(sixty())
    assert look(editing.plan) == [
        (WHOLE, "Nobody is named who is there for somebody who needs a pause. Phones then have "
                "no button for it; they say to come to you."),
    ]  # fmt: skip
    editing.change("will-do", "ask", ask="")
    editing.change("train", scenario="nothing-of-the-kind")
    parts = {part: sentence for part, sentence in look(editing.plan) if part != WHOLE}
    assert parts["will-do"] == "Still empty: the question"
    assert "nothing-of-the-kind" in parts["train"]
    found = looking.look(editing.plan, paths.own_plans(), nothing_known)
    assert not looking.is_usable(found)
    known = looking.look(
        editing.plan, paths.own_plans(), lambda one: one.code == "unknown-scenario"
    )
    assert "train" not in {one.part for one in known}


def test_what_is_wrong_with_a_part_as_a_whole_is_said_of_that_part() -> None:
    editing = Editing(replace(sixty(), care=Care("Noor", "in the foyer")))
    editing.change("threes", size=4)
    assert [part for part, _sentence in look(editing.plan)] == ["threes"]


def test_every_field_of_the_forms_is_there_in_the_model() -> None:
    plan = sixty()
    for segment in plan.segments.values():
        for field in fields.of_segment(segment):
            assert hasattr(segment, field.name)
        for name in fields.LISTS.get(segment.kind, ()):
            for thing in getattr(segment, name):
                asked = fields.of_slide(thing) if name == "slides" else fields.OF_LIST[name]
                for field in asked:
                    fields.value(thing, field.name)
    assert {field.name for field in fields.OF_PLAN} <= set(Plan.__dataclass_fields__)


# Drafts


@settings(max_examples=30)
@given(ACTS)
def test_a_draft_comes_back_as_it_was(acts: list[tuple[str, int, int]]) -> None:
    editing = Editing(replace(sixty(), care=Care("", ""), languages=("ko",)))
    editing.change("will-do", ask="")
    for one in acts:
        act(editing, *one)
    drafts.keep(drafts.Draft("sixty-minutes", editing.plan))
    back = drafts.read("sixty-minutes")
    assert back is not None
    assert order(back) == order(editing.plan)
    assert back == editing.plan
    drafts.forget("sixty-minutes")
    assert drafts.read("sixty-minutes") is None


def test_a_draft_with_a_review_comes_back() -> None:
    plan = replace(
        sixty(), status=Status.REVIEWED, reviewed=Review("Ours", "2026-01-01", "2027-01-01")
    )
    drafts.keep(drafts.Draft("a", plan))
    assert drafts.read("a") == plan


@pytest.mark.parametrize(
    "wrong",
    [
        "", "[]", "null", "{", '{"format": "plan-draft/2"}', "[" * 100_000,
        '{"format": "plan-draft/1", "of": "a", "plan": []}',
    ],
)  # fmt: skip
def test_a_draft_that_is_none_is_left(home: Path, wrong: str) -> None:
    paths.plan_drafts().mkdir(parents=True)
    drafts.path("a").write_text(wrong, "utf-8")
    assert drafts.read("a") is None


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (("title",), 7), (("keep_days",), True), (("interpreted",), 1), (("authors",), "Ours"),
        (("authors",), [1]), (("care",), {"name": "N"}), (("status",), "done"),
        (("segments", 0, "kind"), "party"), (("segments", 0, "minutes"), "4"),
        (("segments", 0, "slides"), [{"page": 1}]), (("segments", 1, "key"), "welcome"),
        (("segments", 0, "__class__"), "x"),
    ],
)  # fmt: skip
def test_a_draft_with_something_else_in_it_is_left(
    home: Path, at: tuple[str | int, ...], value: object
) -> None:
    drafts.keep(drafts.Draft("a", sixty()))
    given_ = json.loads(drafts.path("a").read_text("utf-8"))
    place = given_["plan"]
    for step in at[:-1]:
        place = place[step]
    place[at[-1]] = value
    drafts.path("a").write_text(json.dumps(given_), "utf-8")
    assert drafts.read("a") is None


# Files


def built_in() -> Origin:
    return Origin("sixty-minutes", SIXTY, SIXTY.read_text("utf-8"))


def test_a_plan_that_comes_along_is_never_changed_but_becomes_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "sixty-minutes.yaml"
    before = SIXTY.read_bytes()
    file.write_bytes(before)
    along = Origin("sixty-minutes", file, before.decode())
    plan = replace(sixty(), title="Our Thursday, für alle", status=Status.REVIEWED)
    plan = replace(plan, reviewed=Review("Somebody", "2026-01-01", "2027-01-01"))
    saved = saving.save(plan, along, ["sixty-minutes"])
    assert file.read_bytes() == before
    assert saved.plan.id == "our-thursday-fur-alle"
    # What somebody else looked at is not what stands there now.
    assert (saved.plan.status, saved.plan.reviewed) == (Status.DRAFT, None)
    assert saved.origin.path == paths.own_plans() / "our-thursday-fur-alle.yaml"
    placed = Collection().plan(saved.plan.id)
    assert placed is not None
    assert placed.content == saved.plan
    assert order(placed.content) == order(saved.plan)


def test_ones_own_is_saved_in_its_place_and_a_second_one_beside_it() -> None:
    first = saving.save(sixty(), built_in(), ["sixty-minutes"])
    again = saving.save(replace(first.plan, title="Another"), first.origin, [first.plan.id])
    assert (again.origin.path, again.plan.id) == (first.origin.path, first.plan.id)
    assert not again.kept
    other = saving.save(sixty(), built_in(), ["sixty-minutes", first.plan.id])
    assert other.origin.path != first.origin.path
    assert len(list(paths.own_plans().iterdir())) == 2


def test_what_another_program_wrote_meanwhile_is_left() -> None:
    first = saving.save(sixty(), built_in(), ["sixty-minutes"])
    assert first.origin.path is not None
    theirs = written(replace(first.plan, title="Theirs"))
    first.origin.path.write_text(theirs, "utf-8")
    again = saving.save(replace(first.plan, title="Ours"), first.origin, [first.plan.id])
    assert again.origin.path != first.origin.path
    assert first.origin.path.read_text("utf-8") == theirs


def test_what_was_written_by_hand_is_kept_beside() -> None:
    paths.own_plans().mkdir(parents=True)
    place = paths.own_plans() / "by-hand.yaml"
    by_hand = "# Ours, do not lose this.\n" + written(replace(sixty(), id="by-hand"))
    place.write_text(by_hand, "utf-8")
    placed = Collection().plan("by-hand")
    assert placed is not None
    saved = saving.save(replace(placed.content, title="New"), saving.origin(placed), ["by-hand"])
    assert saved.kept
    assert (paths.own_plans() / "by-hand.yaml.before").read_text("utf-8") == by_hand
    assert not saving.save(saved.plan, saved.origin, ["by-hand"]).kept


def test_where_nothing_can_be_written_nothing_is_lost_and_it_is_said(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    (home / "plans").write_text("A file where the folder should be.", "utf-8")
    with pytest.raises(UpstanderError) as told:
        saving.save(sixty(), built_in(), ["sixty-minutes"])
    assert "still stands here" in told.value.safe
    assert not isinstance(told.value, ReadOnlyPlace)


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Für uns", "fur-uns"),
        ("안녕", "sixty-minutes-2"),
        ("A" * 90, "a" * 48),
        ("–", "sixty-minutes-2"),
    ],
)
def test_an_id_is_made_of_the_title(title: str, made: str) -> None:
    assert fresh.own(replace(sixty(), title=title), ["sixty-minutes"]).id == made


def test_severities_decide_what_can_be_led() -> None:
    assert looking.is_usable((looking.Found(WHOLE, Severity.METHOD, ""),))
    assert not looking.is_usable((looking.Found(WHOLE, Severity.ERROR, ""),))
