"""Another story in a part of a plan leaves behind what was said of the one before."""

from __future__ import annotations

from pathlib import Path

from trainer import paths
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import Document
from trainer.authoring.forms.another_story import Followed, choose

TITLES = {"refund-counter": "Twenty to Nine", "line-42": "Line 42"}


def plan() -> tuple[Desk, Document, tuple[str, str]]:
    shipped = paths.built_in_plans() / "1-sixty-minutes.yaml"
    made = Document(Path("mine.yaml"), shipped.read_text("utf-8"))
    made.settle()
    parts = made.data(("segments",))
    assert isinstance(parts, dict)
    (name,) = (key for key, one in parts.items() if one.get("scenario") == "refund-counter")
    return Desk(), made, ("segments", name)


def chosen(desk: Desk, made: Document, part: tuple[str, str], story: str) -> Followed:
    with desk.step("Story", Place(made, part)) as step:
        return choose(step, made, part, story, TITLES)


def test_title_and_notes_that_came_along_go_with_the_story_and_come_back_with_one_key() -> None:
    desk, made, part = plan()
    before = made.text
    assert "Rey" in str(made.data((*part, "notes")))
    assert chosen(desk, made, part, "line-42") == Followed(title=True, emptied=True)
    assert made.data((*part, "scenario")) == "line-42"
    assert made.data((*part, "title")) == "Line 42"
    assert made.data((*part, "notes")) is None
    desk.undo()
    assert made.text == before
    assert chosen(desk, made, part, "refund-counter") == Followed()
    assert made.text == before


def test_what_somebody_wrote_stays_and_is_to_be_read_again() -> None:
    desk, made, part = plan()
    with desk.step("Write", Place(made, part)) as step:
        step.put(made, (*part, "title"), "Our evening")
        step.put(made, (*part, "notes"), "Ask what Rey wants.")
    assert chosen(desk, made, part, "line-42") == Followed(left=True)
    assert made.data((*part, "title")) == "Our evening"
    assert str(made.data((*part, "notes"))).strip() == "Ask what Rey wants."


def test_a_part_without_a_story_takes_its_title_and_keeps_its_notes() -> None:
    desk, made, part = plan()
    with desk.step("Write", Place(made, part)) as step:
        step.put(made, (*part, "scenario"), "")
        step.put(made, (*part, "title"), "")
        step.put(made, (*part, "notes"), "Mine.")
    assert chosen(desk, made, part, "line-42") == Followed()
    assert made.data((*part, "title")) == "Line 42"
    assert str(made.data((*part, "notes"))).strip() == "Mine."
