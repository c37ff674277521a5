"""The schemas for editors say what the readers say, and are the ones that are committed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from tests.checking.marking import read
from tests.drills.sample import GOOD as DRILLS_FILE
from tests.drills.test_reading import CASES as DRILLS_CASES
from tests.help.sample import GOOD as HELP_FILE
from tests.help.test_reading import CASES as HELP_CASES
from tests.pages.sample import GOOD as PAGE_FILE
from tests.pages.test_reading import CASES as PAGE_CASES
from tests.plans.sample import GOOD as PLAN_FILE
from tests.plans.test_reading import CASES as PLAN_CASES
from tests.scenario.files.test_json_schema import Loader
from tests.scenario.sample import HERE
from trainer.checking.schemas import TABLES
from trainer.drills import keys as drills
from trainer.drills.reading import DRILLS
from trainer.help import keys as help_
from trainer.help.reading import HELP
from trainer.pages import keys as pages
from trainer.pages.reading import PAGES
from trainer.plans import keys as plans
from trainer.plans.reading import PLANS
from trainer.scenario.files import tables
from trainer.scenario.files.json_schema import place, schema, written

if TYPE_CHECKING:
    from tests.checking.marking import Case
    from trainer.scenario.files.tables import Table

ROOT = Path(__file__).parent.parent.parent
FOUR = [
    (help_.TABLE, HELP_FILE, HELP_CASES),
    (drills.TABLE, DRILLS_FILE, DRILLS_CASES),
    (pages.TABLE, PAGE_FILE, PAGE_CASES),
    (plans.TABLE, PLAN_FILE, PLAN_CASES),
]
SEEN_BY_BOTH = {"unsupported-format", "missing-key", "unknown-key"}
"""Problems that a schema finds wherever they are; of the others it finds some."""


def valid(table: Table, text: str) -> bool:
    data = yaml.load(text, Loader)
    return bool(jsonschema.Draft202012Validator(schema(table)).is_valid(data))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.format)
def test_the_committed_schema_is_the_one_that_the_table_gives(table: Table) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(table))
    committed = (ROOT / place(table)).read_text("utf-8")
    assert committed == written(table), "run python -m trainer.checking.schemas"


@pytest.mark.parametrize(("table", "good", "cases"), FOUR, ids=["help", "drills", "page", "plan"])
def test_reader_and_schema_agree(table: Table, good: str, cases: list[Case]) -> None:
    assert valid(table, good)
    tried = set()
    for case in cases:
        text = good.replace(case.old, case.new).replace(HERE, "")
        if case.code in SEEN_BY_BOTH:
            assert not valid(table, text), str(case)
            tried.add(case.code)
        elif case.severity != "error":
            assert valid(table, text), str(case)
    assert tried == SEEN_BY_BOTH


@pytest.mark.parametrize(
    ("number", "old", "new"),
    [
        (0, "police: none", "police: no"),
        (0, "[crisis, counselling]", "[]"),
        (0, "source: https://example.org/about", "source: []"),
        (0, "first-line:", "First_line:"),
        (0, "until: 2027-01-31", "until: soon"),
        (0, "      - note: Or come by.", "      - note: Or come by.\n        phone: '911'"),
        (1, "d: delay", "d: wait"),
        (1, "family: joke", "family: jokes"),
        (1, "        act: Turn to Wen.", "        act: Turn.\n        say: Hi."),
        (1, "    points:\n      - Short\n", "    points:\n"),
        (2, "ours: true", "ours: false"),
        (2, "order: 3", "order: third"),
        (2, "read: 2026-01-31", "read: January"),
        (2, "[guide, book]", "[]"),
        (3, "least: 5", "slides: [{text: A}]\n    least: 500"),
        (3, "languages: [zh-TW]", "languages: [zh-TW, ko]"),
        (3, "    when: before", "    when: before\n    turn: 2"),
        (3, "    text: Back at seven.", "    least: 2"),
        (3, "[{text: Go well.}]", "[{title: Go}]"),
        (3, "        section: delay\n", ""),
        (3, "    size: 2\n", ""),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(number: int, old: str, new: str) -> None:
    table, good, _cases = FOUR[number]
    assert good.count(old) == 1
    text = good.replace(old, new)
    assert not valid(table, text)
    assert read(text, (HELP, DRILLS, PAGES, PLANS)[number]).content is None


@pytest.mark.parametrize(
    ("table", "page"),
    [
        (help_.TABLE, "help.md"),
        (drills.TABLE, "drills.md"),
        (pages.TABLE, "pages.md"),
        (plans.TABLE, "plans.md"),
    ],
    ids=["help", "drills", "page", "plan"],
)
def test_the_page_for_authors_names_every_key_and_value(table: Table, page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    for shape in table.shapes.values():
        for name, key in shape.keys.items():
            assert f"`{name}`" in text or f"{name}:" in text, (shape.name, name)
            kinds = [key.type, getattr(key.type, "item", None)]
            for kind in kinds:
                for word in kind.words if isinstance(kind, tables.OneOf) else ():
                    assert f"`{word}`" in text, (shape.name, name, word)
