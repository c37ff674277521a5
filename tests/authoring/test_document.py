"""What belongs to an entry goes with it, and what is new stands where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.authoring.files import ODD, document
from trainer.authoring.document import Document
from trainer.authoring.source.splices import Splice

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data

SMALL = """\
format: scenario/1
title: One
# about the cast
cast:
  lin: {name: Mrs. Lin, role: targeted}
scenes:
  # how it begins
  one:
    text: A
    choices:
      # the first
      - id: a
        say: "Yes" # kept
        feedback:
          headline: B
          why: C
        next: two

  two: {stub: true}
"""


def put(made: Document, path: Path, data: Data) -> str:
    made.apply(made.put(path, data))
    return made.text


def test_comments_right_above_an_entry_go_with_it() -> None:
    assert put(document(SMALL), ("cast",), None) == SMALL.replace(
        "# about the cast\ncast:\n  lin: {name: Mrs. Lin, role: targeted}\n", ""
    )
    made = document(SMALL)
    put(made, ("scenes", "one"), None)
    assert "how it begins" not in made.text
    assert made.data(("scenes",)) == {"two": {"stub": "true"}}


def test_other_comments_stay() -> None:
    made = document(SMALL)
    assert put(made, ("scenes", "one", "choices", 0, "say"), "No") == SMALL.replace('"Yes"', '"No"')


def test_a_new_key_stands_in_its_usual_place() -> None:
    made = document(SMALL)
    put(made, ("summary",), "Short.")
    put(made, ("scenes", "one", "choices", 0, "feedback", "lin"), "She sits.")
    put(made, ("scenes", "one", "check"), "Two look over.")
    put(made, ("goals",), ["Notice early, before it gets loud"])
    assert "title: One\nsummary: Short.\ngoals:\n  - Notice early, before" in made.text
    assert "headline: B\n          lin: She sits.\n          why: C\n" in made.text
    assert "text: A\n    check: Two look over.\n    choices:\n" in made.text


def test_a_new_scene_stands_behind_the_last_one() -> None:
    made = document(SMALL)
    put(made, ("scenes", "three"), {"text": "Two\nlines.", "next": "one"})
    assert made.text == SMALL + "  three:\n    text: |\n      Two\n      lines.\n    next: one\n"


def test_without_a_scene_there_are_braces_and_with_one_again_lines() -> None:
    made = document(ODD["no line end"])
    assert put(made, ("scenes", "one"), None) == "format: scenario/1\nscenes: {}\n"
    put(made, ("scenes", "two"), {"text": "a: b", "next": "two"})
    assert made.data(("scenes", "two")) == {"text": "a: b", "next": "two"}


def test_line_ends_of_a_file_are_kept() -> None:
    made = document(ODD["windows"])
    put(made, ("scenes", "one", "text"), "A\nand\nB")
    put(made, ("scenes", "three"), {"stub": "true"})
    assert made.data(("scenes", "one", "text")) == "A\nand\nB\n"
    assert "\n" not in made.text.replace("\r\n", "")


def test_quotes_stay_as_they_were() -> None:
    made = document("title: 'It''s one'\nsummary: \"Two\"\nid: three\n")
    put(made, ("title",), "Quite another")
    put(made, ("summary",), "That's all")
    assert made.text == "title: 'Quite another'\nsummary: \"That's all\"\nid: three\n"


def test_a_folded_text_keeps_its_lines_elsewhere() -> None:
    made = document(ODD["comments"])
    put(made, ("scenes", "one", "text"), "folded letters go on\nand on")
    assert "text: >-\n      folded letters\n      go on\n\n      and on\n" in made.text


def test_the_last_line_that_is_kept_is_not_cut() -> None:
    made = document(ODD["comments"])
    put(made, ("scenes", "two", "text"), "Held\n\n")
    assert made.data(("scenes", "two", "text")) == "Held\n\n"


def test_a_broken_text_keeps_what_was_read_last() -> None:
    made = document(SMALL)
    at = made.text.index("Mrs.")
    back = made.apply([Splice(at, at, '"')])
    assert made.broken is not None
    assert made.data(("title",)) == "One"
    made.apply(back)
    assert made.broken is None


def test_where_a_letter_stands() -> None:
    made = document(SMALL)
    assert made.path_at(made.text.index("Yes")) == ("scenes", "one", "choices", 0, "say")
    assert made.path_at(made.text.index("role")) == ("cast", "lin", "role")
    start, end = made.span(("scenes", "one", "choices", 0, "say")) or (0, 0)
    assert made.text[start:end] == '"Yes"'
    start, end = made.key_span(("scenes", "two")) or (0, 0)
    assert made.text[start:end] == "two"
    two = made.scenes()["two"]
    assert made.lines_before()[made.parts.index(two)] == SMALL[: SMALL.index("  two:")].count("\n")


@pytest.mark.parametrize(
    ("at", "cut", "new"),
    [("  two:", 0, "---\n"), ("  two:", 0, " "), ("\n\n  two:", 2, ""), ("\n\n  two:", 0, "\n...")],
    ids=["marker", "further in", "joined", "end"],
)
def test_what_reaches_further_has_the_whole_read_again(at: str, cut: int, new: str) -> None:
    made = document(SMALL)
    start = made.text.index(at)
    made.apply([Splice(start, start + cut, new)])
    anew = Document(made.path, made.text)
    assert (made.settle(), made.broken) == (anew.settle(), anew.broken)
    assert made.broken is not None or made.data() == anew.data()


def test_lists_of_sentences_stand_in_lines_and_lists_of_names_in_one() -> None:
    made = document(SMALL)
    put(made, ("goals",), ["Notice early"])
    put(made, ("content_notes",), ["shouting", "racist language"])
    assert "content_notes: [shouting, racist language]\ngoals:\n  - Notice early\n" in made.text


def test_behind_a_text_that_keeps_its_end_a_key_is_put_behind_that_end() -> None:
    made = document(ODD["comments"])
    put(made, ("scenes", "two", "check"), "Look.")
    assert "text: |+\n      Kept\n\n    check: Look.\n    ending:" in made.text
