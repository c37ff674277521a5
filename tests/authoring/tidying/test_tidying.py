"""Writing a file anew: in order, in form, with every comment, and saying the same as before."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.files import ODD, read, shipped
from trainer.authoring.source.nodes import plain
from trainer.authoring.source.parts import read_whole
from trainer.authoring.tidying import tidying
from trainer.authoring.tidying.tidying import tidied
from trainer.errors import UpstanderError

COMMENTED = """\
# about the file

# about the scenes
scenes:   # all of them

  # the first
  one:
    next: two     # on
    # before the text
    text: |  # Markdown
      A # no comment
    #  what came of it
  # still the scenes
# about the cast
cast:
  # nobody else
  lin:   {role: targeted,   name: 'Mrs. Lin'}   # she

  grey: {name: Man, # him
    role: harming}


id: a
format: scenario/1 # one
"""
WRITTEN = """\
format: scenario/1  # one

id: a
# about the cast
cast:
  # nobody else
  lin: {name: Mrs. Lin, role: targeted}  # she

  grey:
    name: Man  # him
    role: harming
# about the file

# about the scenes
scenes:  # all of them

  # the first
  one:
    # before the text
    text: |  # Markdown
      A # no comment
    #  what came of it
    next: two  # on
  # still the scenes
"""


def test_comments_go_with_what_they_are_about() -> None:
    assert tidied(COMMENTED) == WRITTEN


@pytest.mark.parametrize("name", ODD)
def test_odd_files_say_the_same_and_stay_so(name: str) -> None:
    once = tidied(ODD[name])
    before, after = (read_whole(one.replace("\r\n", "\n")) for one in (ODD[name], once))
    assert before is not None
    assert after is not None
    assert plain(after) == plain(before)
    assert tidied(once) == once
    assert once.count("#") == ODD[name].count("#")


def test_line_ends_stay() -> None:
    once = tidied("scenes: {}\r\nid: a\r\n")
    assert once == "id: a\r\nscenes: {}\r\n"


def test_files_that_come_along_say_the_same_and_stay_so() -> None:
    for file in shipped()[::6]:
        once = tidied(read(file))
        assert tidied(once) == once


@pytest.mark.soak
def test_every_file_that_comes_along() -> None:
    for file in shipped():
        once = tidied(read(file))
        assert tidied(once) == once


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: 'a b'\n", "title: a b\n"),
        ('title: "true"\n', 'title: "true"\n'),
        ("title: '12'\n", 'title: "12"\n'),
        ("title: ~\n", "title: ~\n"),
        ('title: ""\n', 'title: ""\n'),
        ('title: "two\\nlines"\n', 'title: "two\\nlines"\n'),
        ("title: 'a: b'\n", 'title: "a: b"\n'),
        ("title: goes\n  on\n", "title: goes on\n"),
        ("goals: [One, Two]\n", "goals:\n  - One\n  - Two\n"),
        ("summary: >2-\n    a\n", 'summary: "  a"\n'),
        ("you:\n    name: Ana\n    role: rider\n", "you: {role: rider, name: Ana}\n"),
        ("goals:\n- a\n", "goals:\n  - a\n"),
        ("content_notes: [a man's  hand,  insults]\n", "content_notes: [a man's  hand, insults]\n"),
        ('you: {note: "Late, and wet.", role: a}\n', 'you: {role: a, note: "Late, and wet."}\n'),
        (f"you: {{role: {'a ' * 60}b}}\n", f"you:\n  role: {'a ' * 60}b\n"),
        ("sources: [a]\nmine: 1\nid: b\n", "id: b\nsources:\n  - a\nmine: 1\n"),
        ("", ""),
        ("# only this\n", "# only this\n"),
    ],
)
def test_how_things_are_written(before: str, after: str) -> None:
    assert tidied(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\nb: *x\n",
        "a: !!str 1\n",
        "a: 1\na: 2\n",
        "- a\n",
        "[a]: b\n",
        "%YAML 1.2\n---\na: 1\n",
        "a: [\n",
        "a:\n  - - b # c\n    - d\n",
    ],
)
def test_what_could_lose_something_is_refused(text: str) -> None:
    with pytest.raises(UpstanderError):
        tidied(text)


@pytest.mark.parametrize(
    "after",
    [
        "a: 1\nb: 'true'  # one\n# two\n",
        "a: 1\nb: true  # one\n",
        "a: 1\nb: true  # one\n# two\n# two\n",
        "a: 1\nb: true  # one\n# tow\n",
        "a: 1\nb: false  # one\n# two\n",
        "a: 1\nb: true  # one\n# two\nc: 2\n",
        "a: '1'\nb: true  # one\n# two\n",
        "b: true  # one\n# two\n",
    ],
)
def test_whatever_came_out_that_says_something_else_would_be_seen(after: str) -> None:
    before = "b: true # one\n# two\na: 1\n"
    same = "a: 1\nb: true  # one\n# two\n"
    old, new, other = (read_whole(text) for text in (before, same, after))
    assert old is not None
    assert new is not None
    assert other is not None
    assert tidying._is_all_there(before, old, same, new)
    assert not tidying._is_all_there(before, old, after, other)


WORDS = st.sampled_from(
    ["a", "b c", "true", "12", "", "x: y", "- z", "# h", "it's", '"q"', "é\nü", "a\n", " s", "null"]
)
DATA = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner),
    max_leaves=8,
)


@settings(max_examples=40)
@given(data=st.dictionaries(st.sampled_from(["id", "scenes", "x"]), DATA, min_size=1))
def test_whatever_is_written_comes_back(data: dict[str, object]) -> None:
    import json

    text = json.dumps(data, indent=1, ensure_ascii=False)
    once = tidied(text)
    root = read_whole(once)
    assert root is not None
    assert plain(root) == data
    assert tidied(once) == once


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("id: a\nstart: !!str b\n", "mark with !", 2),
        ("id: a\nstart: &b c\n", "name with &", 2),
        ("# about\n%YAML 1.2\n---\nid: a\n", "begins with %", 2),
        ("id: a\ncast:\n  lin: {role: targeted}\n  lin: {role: harming}\n", "before", 4),
        ("- one\n", "no key", 1),
    ],
)
def test_why_a_file_stays_as_it_is_is_told_with_its_line(text: str, said: str, line: int) -> None:
    with pytest.raises(UpstanderError) as told:
        tidied(text)
    assert said in told.value.next_step
    assert f"ine {line} " in told.value.next_step
    with pytest.raises(UpstanderError, match=r"from line 2 on"):
        tidied("id: a\ntitle: b: c\n")


def test_what_stands_last_stays_last_and_lines_end_as_most_do() -> None:
    text = "sources: [a]\n\nid: a\n# the end\n# of the file\n"
    assert tidied(text) == "id: a\nsources:\n  - a\n# the end\n# of the file\n"
    assert tidied(tidied(text)) == tidied(text)
    mixed = "id: a\r\ntitle:  b\nstart: c\n"
    assert tidied(mixed) == "id: a\ntitle: b\nstart: c\n"
    assert tidied("id: a\r\ntitle:  b\r\nstart: c\n") == "id: a\r\ntitle: b\r\nstart: c\r\n"


def test_what_a_comma_has_cut_off_stays_as_it_was_written() -> None:
    text = "cast:\n  lin: {role: targeted, note: In the queue, hungry.}\n"
    made = tidied(text)
    assert "note: In the queue" in made
    assert "hungry." in made
    after, before = read_whole(made), read_whole(text)
    assert after is not None
    assert before is not None
    assert plain(after) == plain(before)
