"""What is offered while one types, and how a line goes on after Enter."""

from __future__ import annotations

import random

import pytest

from tests.authoring import files
from trainer.authoring.document import Document
from trainer.authoring.outline import Outliner
from trainer.authoring.typing.at_cursor import standing
from trainer.authoring.typing.completing import Offers, offers
from trainer.authoring.typing.continuing import lead_after

TEXT = """\
format: scenario/1
cast:
  lin: {name: Mrs. Lin, role: targeted}
state:
  calm: 2
start: aboard
scenes:
  aboard:
    text: |
      The bus: half full.
      - not a speaker
    lines:
      - lin: Hello
      - Rain
    choices:
      - id: ask
        say: Which stop?
        d: distract
        feedback:
          headline: Good
        next:
          - {when: calm > 1, to: beside}
          - to: aboard
      - id: other
        set: {calm: 1}
  beside:
    ending:
      outcome: mixed
"""


def offered(behind: str, typed: str, text: str = TEXT) -> Offers | None:
    """What is offered after something was typed in a new line behind one."""
    at = text.index(behind) + len(behind)
    document = files.document(TEXT)
    now = text[:at] + typed + text[at:]
    return offers(document, Outliner(document).outline(), now, at + len(typed))


def words(behind: str, typed: str) -> list[str]:
    found = offered(behind, typed)
    return [one.text for one in found.found] if found is not None else []


@pytest.mark.parametrize(
    ("behind", "typed", "first"),
    [
        ("start: aboard", "\nstart: ", ["aboard", "beside"]),
        ("d: distract", "\n        next: be", ["beside"]),
        ("d: distract", "\n        d: del", ["delegate"]),
        ("d: distract", "\n        fit: s", ["strong"]),
        ("d: distract", "\n        when: not ca", ["calm"]),
        ("d: distract", "\n        set: {ca", ["calm: "]),
        ("d: distract", "\n        set: {calm: 1, ca", ["calm: "]),
        ("d: distract", "\n        to: l", ["lin"]),
        ("Rain", "\n      - l", ["lin: "]),
        ("Rain", "\n      - you", ["you: ", "you_think: "]),
        ("Rain", "\n    over: t", ["true"]),
        ("Rain", "\n    present: [l", ["lin"]),
        ("Rain", "\n    present:\n      - l", ["lin"]),
        ("Rain", "\n    fac", ["facilitator: "]),
        ("Rain", "\n    end", ["ending:"]),
        ("headline: Good", "\n          l", ["lin: "]),
        ("headline: Good", "\n          wh", ["why: "]),
        ("to: beside}", "\n          - {when: calm > 1, to: b", ["beside"]),
        ("to: beside}", "\n          - {w", ["when: "]),
        ("to: aboard", "\n          - to: b", ["beside"]),
        ("mixed", "\nres", ["resources:"]),
        ("calm: 2", "\n  helped: f", ["false"]),
        ("name: Mrs. Lin", ", role: b", ["bystander"]),
        ("start: aboard", "\nbackdrop: bus", []),
        ("start: aboard", "\nbackdrop: bu", ["bus"]),
    ],
)
def test_what_belongs_there_is_offered(behind: str, typed: str, first: list[str]) -> None:
    assert words(behind, typed)[: len(first) or 9] == first


@pytest.mark.parametrize(
    ("behind", "typed"),
    [
        ("half full.", " n"),
        ("half full.", "\n      next: a"),
        ("Which stop?", " a"),
        ("lin: Hello", " l"),
        ("Rain", " l"),
        ("Rain", "\n    next: aboard  # a"),
        ("Rain", "\n    text: a"),
        ("calm: 2", "\n  a"),
        ("start: aboard", " b"),
        ("start: aboard", "\n# n"),
    ],
)
def test_nothing_is_offered_in_prose(behind: str, typed: str) -> None:
    assert offered(behind, typed) is None


def test_a_key_that_is_there_is_not_offered_again_and_says_what_it_is_for() -> None:
    assert "lines:" not in words("Rain", "\n    l")
    found = offered("Rain", "\n    fac")
    assert found is not None
    assert "console" in found.found[0].words
    assert "say: " not in words("Which stop?", "\n        ")


@pytest.mark.parametrize("file", files.shipped()[::6], ids=lambda file: file.stem)
def test_where_one_is_is_told_by_indentation_as_by_reading(file: object) -> None:
    chance = random.Random(str(file))
    text = files.read(file)  # type: ignore[arg-type]
    document = Document(file, text)  # type: ignore[arg-type]
    document.settle()
    seen = 0
    for at in chance.choices(range(len(text)), k=150):
        found = standing(text, at)
        if found is not None:
            seen += 1
            exact = [0 if isinstance(one, int) else one for one in document.path_at(at)]
            assert exact[: len(found.path)] == list(found.path), text[:at][-80:]
    assert seen > 50


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("cast:", "  "),
        ("  aboard:", "    "),
        ("    text: |", "      "),
        ("      The bus: half full.", "      "),
        ("    lines:", "      - "),
        ("      - lin: Hello", "      - "),
        ("      - Rain", "      - "),
        ("    choices:", "      - "),
        ("      - id: ask", "        "),
        ("        say: Which stop?", "        "),
        ("        next:", "          "),
        ("          - to: aboard", "          - "),
        ("        set: {calm: 1}", "        "),
    ],
)
def test_a_new_line_goes_on_where_it_ought_to(line: str, lead: str) -> None:
    for text in (TEXT, TEXT.replace("\n", "\r\n")):
        at = text.index(line) + len(line)
        assert lead_after(text, at, "scenario/1") == lead


def test_an_empty_entry_ends_the_list() -> None:
    text = TEXT.replace("      - Rain\n", "      - Rain\n      - \n")
    at = text.index("      - \n") + 8
    assert lead_after(text, at, "scenario/1") is None
