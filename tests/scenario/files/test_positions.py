"""A place in a text is found again in the file, however YAML was made to write it."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.scenario.files.positions import inside
from trainer.scenario.files.source import events, mark_at
from trainer.scenario.model import Mark

WORDS = st.text("abé☃ '\"\\#:-|>\t\n", min_size=1, max_size=40).map(lambda text: f"x{text}")
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


def scalars(text: str) -> list[yaml.ScalarEvent]:
    return [event for event in events(text) if isinstance(event, yaml.ScalarEvent)]


def index_of(text: str, mark: Mark) -> int:
    lines = text.splitlines(keepends=True)
    return sum(len(line) for line in lines[: mark.line - 1]) + mark.column - 1


@given(WORDS, STYLES, st.integers(10, 80), st.booleans())
@settings(max_examples=150, deadline=None)
def test_each_character_is_found_where_it_was_written(
    value: str, style: str | None, width: int, windows: bool
) -> None:
    text = yaml.dump(
        {"k": [value]}, default_style=style, width=width, allow_unicode=True,
        line_break="\r\n" if windows else "\n",
    )  # fmt: skip
    scalar = scalars(text)[-1]
    assert scalar.value == value
    assert scalar.start_mark is not None
    assert scalar.end_mark is not None
    value_starts, value_ends = scalar.start_mark.index, scalar.end_mark.index
    for offset, char in enumerate(value):
        place = index_of(text, inside(text, scalar, offset))
        if not char.isspace() and text[place] != "\\":
            assert text[place] == char, (text, offset)
        assert value_starts <= place <= value_ends


@given(st.text("ab \n\r", max_size=30), st.integers(0, 30))
def test_lines_and_columns_count_every_kind_of_line_end(text: str, index: int) -> None:
    index = min(index, len(text))
    if text[index - 1 : index + 1] == "\r\n":
        index -= 1
    mark = mark_at(text, index)
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    assert mark == Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))


def placed(text: str, wanted: str) -> Mark:
    scalar = scalars(text)[-1]
    return inside(text, scalar, scalar.value.index(wanted))


def test_by_hand() -> None:
    assert placed("a: one\n  two\n\n  thrée four\n", "four") == Mark(4, 9)
    assert placed("a: 'it''s\n  so'\n", "so") == Mark(2, 3)
    assert placed('a: "\\x41\\u00e9 b\\\n  c d"\n', "d") == Mark(2, 5)
    assert placed("a: |2\n    in\n  out\n", "out") == Mark(3, 3)
    assert placed("a: |2\n    in\n  out\n", "in") == Mark(2, 5)
    assert placed("a: >-\n\n  one\n  two\n\n    code\n\n  end\n", "code") == Mark(6, 5)
    assert placed("a: >-\n\n  one\n  two\n\n    code\n\n  end\n", "end") == Mark(8, 3)
    assert placed("a: |+ # note\n\n  x\n\n\n", "x") == Mark(3, 3)


def test_the_end_of_a_text_has_a_place() -> None:
    for text in ("a: one", "a: 'one'", "a: |\n  one\n", "a: |\n", 'a: ""'):
        scalar = scalars(text)[-1]
        mark = inside(text, scalar, len(scalar.value))
        assert index_of(text, mark) <= len(text)
