"""What the author took out is told by its name, and never mended by what only sounds like it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from tests.authoring.checking.breaking import FULL
from tests.authoring.files import document
from trainer.authoring.desk import Desk, Place
from trainer.authoring.fixes.fixing import fixes_for
from trainer.authoring.plainly.told import Kind, tell
from trainer.authoring.scenes import making, usage
from trainer.checking.files import check_text

if TYPE_CHECKING:
    from trainer.authoring.document import Document
    from trainer.scenario.problems import Problem

TODAY: Final = date(2026, 11, 30)


def found(of: Document, code: str) -> Problem:
    problems = check_text(of.text.encode(), of.path, TODAY)[0].problems
    return next(one for one in problems if one.code == code)


def words(of: Document, code: str) -> str:
    (line,) = tell(of, (found(of, code),))
    return line.words


def renamed(old: str, new: str) -> Document:
    """Give the story with another name where a choice leads, and in no other place."""
    assert f"next: {old}\n" in FULL
    return document(FULL.replace(f"next: {old}\n", f"next: {new}\n", 1))


@pytest.mark.parametrize(
    ("there", "written", "offered"),
    [
        ("off", "of", True),
        ("off", "ofg", True),
        ("off", "fof", True),
        ("off", "offing", False),
    ],
)
def test_a_lookalike_is_offered_only_for_a_slip(there: str, written: str, *, offered: bool) -> None:
    story = renamed(there, written)
    problem = found(story, "unknown-scene")
    said = [fix.words for fix in fixes_for(story, problem)]
    assert any(one.startswith("Change") for one in said) is offered
    assert ("Did you mean" in words(story, "unknown-scene")) is offered


def test_a_name_in_which_only_the_number_differs_is_another_scene() -> None:
    text = FULL.replace("\n  off:\n", "\n  scene-2:\n").replace("next: off\n", "next: scene-2\n")
    story = document(text.replace("next: scene-2\n", "next: scene-3\n", 1))
    assert "Did you mean" not in words(story, "unknown-scene")


def test_a_scene_that_was_deleted_is_not_mended_by_another() -> None:
    text = FULL.replace("\n  off:\n", "\n  offs:\n    text: Off.\n    next: off\n  off:\n")
    story = document(text.replace("next: off\n", "next: offs\n", 1))
    desk = Desk()
    with desk.step("deleting", Place(story, ())) as step:
        making.delete(step, story, "offs")
    problem = found(story, "unknown-scene")
    assert problem.hint is not None  # The checker knows of no deleting, and offers "off".
    assert "“Offs”, and that scene was deleted" in words(story, "unknown-scene")
    assert [one.words for one in fixes_for(story, problem)] == ["Create the scene “Offs”"]


def test_somebody_who_was_taken_out_is_told_by_name() -> None:
    story = document(FULL.replace("  grey: {name: ", "  gray: {name: ", 1))
    assert "Grey" in words(story, "unknown-cast")
    story.gone["cast", "grey"] = "Mr. Grey"
    assert words(story, "unknown-cast").startswith("Mr. Grey is still named here")


def test_a_choice_without_words_is_told_by_its_number() -> None:
    old = "        say: " if "        say: " in FULL else "        act: "
    story = document(FULL.replace(old, "        soft: ", 1))
    told = [usage.choice_words(story, ("scenes", "aboard", "choices", at)) for at in range(2)]
    assert sum(one.startswith("Choice ") for one in told) == 1, told


def test_a_list_that_was_emptied_is_still_to_be_written() -> None:
    story = document(FULL.replace("content_notes: [staring]", "content_notes:", 1))
    (line,) = tell(story, (found(story, "wrong-type"),))
    assert line.kind is Kind.UNWRITTEN
    assert "line of its own" not in line.words
