"""Help, drills, pages and plans that come with the app have nothing to be reported."""

from __future__ import annotations

import datetime
import re
from itertools import chain
from pathlib import Path

import pytest

from tests.checking.marking import read
from trainer import paths
from trainer.checking.files import FORMATS, check_paths
from trainer.drills.collection import Collection as Drills
from trainer.help import directory
from trainer.pages.collection import Collection as Pages
from trainer.plans.collection import Collection as Plans
from trainer.scenario.problems import person_line

TODAY = datetime.date(2026, 11, 29)
"""A day on which every entry that ships now is good; when one expires is for a release."""

KINDS = {
    paths.built_in_help(): "help/1",
    paths.built_in_drills(): "drills/1",
    paths.built_in_pages(): "page/1",
    paths.built_in_plans(): "plan/1",
}
FILES = sorted(chain.from_iterable(folder.rglob("*.yaml") for folder in KINDS))
HOLDS = re.compile("^(entries|drills|reflections|sections|segments):", re.MULTILINE)
DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_nothing_is_to_be_reported(file: Path) -> None:
    (one,) = check_paths([file], TODAY)
    assert [person_line(file.name, found) for found in one.problems] == []
    assert one.reading.content is not None
    assert one.reading.format == KINDS[file.parent]


def test_nothing_clashes_between_them() -> None:
    checked = check_paths(KINDS, TODAY)
    assert len(checked) == len(FILES)
    assert [found for one in checked for found in one.problems] == []


def test_what_is_gathered_is_what_is_there() -> None:
    decks, pages, plans, brought = Drills(), Pages(), Plans(), directory.built_in()
    assert [*brought.broken, *decks.broken, *pages.broken, *plans.broken] == []
    found = {one.path for one in decks.decks()} | {one.path for one in pages.pages()}
    found |= {one.path for one in brought.entries()}
    found |= {one.path for one in plans.plans()}
    assert found == {file for file in FILES if HOLDS.search(file.read_text("utf-8"))}


@pytest.mark.parametrize("document", ["help.md", "drills.md", "pages.md", "plans.md"])
def test_the_example_for_authors_is_a_good_one(document: str) -> None:
    text = (DOCS / document).read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(format: .*?)```", text, re.DOTALL)
    (form,) = (one for one in FORMATS if one.name == example.split()[1])
    assert read(example, form).problems == ()
