"""Whatever a file holds, reading it ends soon with problems, and raises nothing."""

from __future__ import annotations

import gc
import random
import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scenario.sample import GOOD, TODAY, read, seen
from trainer.scenario.files import source
from trainer.scenario.files.context import MOST_PROBLEMS
from trainer.scenario.problems import Severity, hint, sentence
from trainer.scenario.reading import read_bytes

if TYPE_CHECKING:
    from trainer.scenario.files.reading import Reading
    from trainer.scenario.model import Scenario

LINES = GOOD.splitlines(keepends=True)
TOKENS = (
    ": ", "- ", "#", " #", "[", "]", "{", "}", "&a ", "*a ", "!", "!x ", "|", ">", "'", '"', "\t",
    "\n", "  ", "~", "null", "? ", "<<: ", "---\n", "...\n", "%", "@", "\\", "\x00", "\u2028", "é",
    "(", ")", "not ", "<b>", "![](", "](", "true", "0x1", "you", "soft", "\r", "\ufeff", "😀",
)  # fmt: skip


def all_right(reading: Reading[Scenario]) -> None:
    """What holds for every reading."""
    for problem in reading.problems:
        for words in (sentence(problem), hint(problem) or ""):
            assert not {unicodedata.category(char) for char in words} & {"Cc", "Cs", "Zl", "Zp"}
        assert problem.mark.line >= 1
        assert problem.mark.column >= 1
    places = [(problem.mark.line, problem.mark.column) for problem in reading.problems]
    assert places == sorted(places)
    errors = [one for one in reading.problems if one.severity is Severity.ERROR]
    assert (reading.content is not None) or errors
    assert gc.isenabled()


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes(data: bytes) -> None:
    all_right(read_bytes(data, Path("nowhere/x.yaml"), today=TODAY))


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    all_right(read(text.encode("utf-8", "replace").decode()))


@given(st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_a_good_file_with_something_put_in_taken_out_or_moved(seed: int) -> None:
    dice = random.Random(seed)
    text = GOOD
    for _change in range(dice.randint(1, 4)):
        at, size = dice.randrange(len(text)), dice.randint(0, 12)
        put = dice.choice(("", dice.choice(TOKENS), dice.choice(LINES).strip()))
        text = text[:at] + put + text[at + size :]
    all_right(read(text))


@given(st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_a_good_file_with_lines_moved_or_indented(seed: int) -> None:
    dice = random.Random(seed)
    lines = list(LINES)
    for _change in range(dice.randint(1, 4)):
        at = dice.randrange(len(lines))
        what = dice.randrange(4)
        if what == 0:
            lines.insert(at, lines.pop(dice.randrange(len(lines))))
        elif what == 1:
            lines[at] = "  " + lines[at]
        elif what == 2:
            lines[at] = lines[at].removeprefix("  ")
        else:
            lines.insert(at, dice.choice(LINES))
    all_right(read("".join(lines)))


@given(st.integers(0, len(GOOD)))
@settings(max_examples=150, deadline=None)
def test_the_parser_in_python_reads_the_same(end: int) -> None:
    """Cut anywhere: both parsers find the same, unless it is not YAML at all."""
    with pytest.MonkeyPatch.context() as patch:
        in_c = read(GOOD[:end])
        patch.setattr("trainer.scenario.files.reading.events", source.python_events)
        in_python = read(GOOD[:end])
    codes = {problem.code for problem in in_c.problems}
    assert codes == {problem.code for problem in in_python.problems}
    if "not-yaml" not in codes:
        assert seen(in_c) == seen(in_python)
        assert in_c.content == in_python.content


SIZE = 256 * 1024
HEAD = GOOD[: GOOD.index("scenes:")] + "scenes:\n"
HOSTILE = {
    "brackets": "[" * SIZE,
    "braces": "{a: " * (SIZE // 4),
    "dashes": "- " * (SIZE // 2),
    "questions": "? " * (SIZE // 2),
    "quotes": '"' * SIZE,
    "one-word": "a" * SIZE,
    "colons": "a: " * (SIZE // 3),
    "spaces": " " * SIZE,
    "comment-signs": " #" * (SIZE // 2),
    "sighs": "a: 'x" + " #x" * (SIZE // 3) + "'",
    "anchors": "a:\n" + "".join(f"- &a{n} x\n" for n in range(SIZE // 10)),
    "aliases": "a: [" + "*a ," * (SIZE // 4) + "]",
    "tags": "a: [" + "!a b," * (SIZE // 5) + "]",
    "documents": "---\n" * (SIZE // 4),
    "unknown-keys": "".join(f"titel{n}: 1\n" for n in range(SIZE // 12)),
    "same-keys": "title: 1\n" * (SIZE // 9),
    "unknown-scenes": HEAD + "".join(f"  s{n}: {{text: a, next: t{n}}}\n" for n in range(10_000)),
    "html": HEAD + "  aboard: {stub: true, text: '" + "<b" * (SIZE // 2) + "'}\n",
    "links": HEAD + "  aboard: {stub: true, text: '" + "[](" * (SIZE // 3) + "'}\n",
    "brackets-in-a-condition": GOOD.replace("calm >= 1 and", "(" * SIZE),
    "nots-in-a-condition": GOOD.replace("calm >= 1 and", "not " * (SIZE // 4)),
    "long-name": GOOD.replace("start: aboard", "start: " + "a" * SIZE),
    "long-number": GOOD.replace("minutes: 8", "minutes: " + "8" * SIZE),
    "long-file": GOOD.replace("backdrop: bus", "backdrop: " + "a" * SIZE + ".png"),
    "long-id": GOOD.replace("id: bus-shouting", "id: " + "a-" * (SIZE // 2)),
    "long-language": GOOD.replace("language: en", "language: en" + "-abcde" * (SIZE // 6) + "!"),
    "escapes": GOOD.replace("title: Shouting", 'title: "' + "\\u0001" * (SIZE // 6) + '"\nx: '),
    "folded": HEAD + "  a:\n    text: >\n" + "      <b\n\n" * (SIZE // 10) + "    stub: true\n",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.soak
def test_much_malice_ends(name: str) -> None:
    """No figure is asserted; a quadratic step would need hours, not a test's timeout."""
    started = time.process_time()
    reading = read(HOSTILE[name])
    print(f"{name}: {time.process_time() - started:.2f} s, {len(reading.problems)} problems")
    all_right(reading)
    assert len(reading.problems) <= MOST_PROBLEMS
