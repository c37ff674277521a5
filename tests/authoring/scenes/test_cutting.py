"""Scenes cut, joined, deleted and given choices: what goes where, and what stays as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.authoring.files import document
from tests.authoring.scenes.test_renaming import step_on
from trainer.authoring.arrangement import Arrangement
from trainer.authoring.document import CannotChangeError, Document
from trainer.authoring.outline import Outliner
from trainer.authoring.scenes import cutting, making
from trainer.ui.authoring.outline.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path

STORY = """\
format: scenario/1
id: story
start: one
scenes:
  one:
    text: |
      First.

      Second.
    soft: Softly.
    skip: Skipped.
    # what one can do
    choices:
      - id: ask  # first of all
        say: 'Hello?'
        next: two
  two:
    text: Three.
    next: three
  three:
    text: Four.
    # the end
    ending: {outcome: mixed}
"""


def test_the_rest_of_a_scene_has_its_choices_with_their_comments() -> None:
    """And what protects whoever softens or skips holds for both."""
    doc = document(STORY)
    step_on(doc, cutting.split, "one", ("text", 1), "rest")
    assert doc.data(("scenes", "one")) == {
        "text": "First.\n",
        "soft": "Softly.",
        "skip": "Skipped.",
        "next": "rest",
    }
    assert doc.data(("scenes", "rest", "soft")) == "Softly."
    assert doc.data(("scenes", "rest", "skip")) == "Skipped."
    kept = STORY[STORY.index("    # what one can do") : STORY.index("  two:")]
    assert kept in doc.text[doc.text.index("  rest:") :]


def test_translations_of_choices_go_with_them(tmp_path: Path) -> None:
    """The texts of the scene itself stay."""
    beside = tmp_path / "story.de.po"
    beside.write_text(
        'msgctxt "one/ask/say"\nmsgid "a"\n\nmsgctxt "one/soft"\nmsgid "b"\n', "utf-8"
    )
    doc = Document(tmp_path / "story.yaml", STORY)
    doc.settle()
    desk = step_on(doc, cutting.split, "one", ("text", 1), "rest")
    text = desk.documents[beside].text
    assert 'msgctxt "rest/ask/say"' in text
    assert 'msgctxt "one/soft"' in text


def test_two_scenes_are_joined_unless_others_lead_to_the_second() -> None:
    doc = document(STORY)
    assert cutting.follower(doc, "two") == ("three", None)
    step_on(doc, cutting.merge, "two")
    assert doc.text.endswith("    # the end\n    ending: {outcome: mixed}\n")
    assert doc.data(("scenes", "two", "text")) == "Three.\n\nFour.\n"
    doc = document(STORY.replace("next: two", "next: three"))
    assert cutting.follower(doc, "two") == ("three", "others-lead-there")
    with pytest.raises(CannotChangeError):
        step_on(doc, cutting.merge, "two")


def test_the_first_choice_leads_where_the_scene_went() -> None:
    doc = document(STORY)
    step_on(doc, making.add_choice, "two", "Wait: here")
    assert doc.data(("scenes", "two", "choices")) == [
        {"id": "wait-here", "act": "Wait: here", "next": "three"}
    ]
    assert doc.data(("scenes", "two", "next")) is None


def test_the_map_forgets_a_deleted_scene_and_what_was_reached_is_marked() -> None:
    doc = document(STORY)
    doc.arrangement = Arrangement({"two": (1.0, 1.0), "one": (0.0, 0.0)}, frozenset({"two"}))
    rows, outliner = Rows(), Outliner(doc)
    assert not any(row.marks for row in rows.rows(outliner.outline(), {}))
    step_on(doc, _lead_nowhere)
    marks = {
        row.name: [one.words for one in row.marks] for row in rows.rows(outliner.outline(), {})
    }
    assert marks["three"] == ["cannot be reached"]
    step_on(doc, making.delete, "two")
    assert doc.arrangement == Arrangement({"one": (0.0, 0.0)}, frozenset())


def _lead_nowhere(step: object, doc: Document) -> None:
    step.put(doc, ("scenes", "two", "next"), "two")  # type: ignore[attr-defined]


COMMENTED = """\
format: scenario/1
id: story
start: one
scenes:
  # above one
  one:  # one
    lines:
      # the first
      - ann: 'Hello'  # said
    present: [ann, bea]
    next: two  # how it goes on
    # last in one

  # -------- two
  two:  # the second
    # first in two
    text: |
      Later.
    lines:
      - bea: "Bye"
      # quietly
      - cem: "So long"  # he goes
        soft: Bye
      - you: Wait.
    # the end
    ending: {outcome: mixed}
  three:
    ending: {outcome: mixed}
    text: T
"""


def test_two_that_are_joined_keep_every_comment_and_how_lines_are_written() -> None:
    doc = document(COMMENTED)
    desk = step_on(doc, cutting.merge, "one")
    for line in COMMENTED.splitlines():
        if "#" in line:
            assert doc.text.count(line[line.index("#") :].strip()) == 1, line
    said = COMMENTED[COMMENTED.index('      - bea: "Bye"') : COMMENTED.index("    # the end")]
    assert f"      - Later.\n{said}" in doc.text
    assert doc.data(("scenes", "one", "present")) == ["ann", "bea", "cem"]
    assert doc.text.index("# first in two") < doc.text.index("    ending:")
    desk.undo()
    assert doc.text == COMMENTED


def test_where_to_cut_is_told_by_what_people_are_called() -> None:
    told = document(
        "cast:\n  coat: {name: Man in the coat, role: harming}\n  lin: {role: targeted}\n"
        "scenes:\n  one:\n    lines:\n      - It rains.\n      - coat: Go home.\n"
        "      - {soft: He is rude., coat: Go.}\n      - lin: No.\n      - you_think: My heart.\n",
    )
    words = [cutting.words_at(told, "one", ("lines", at)) for at in range(1, 5)]
    assert words == [
        "Man in the coat: Go home.",
        "Man in the coat: Go.",
        "Whoever is targeted: No.",
        "You, inside: My heart.",
    ]
