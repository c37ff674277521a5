"""The schema for editors says what the reader says, and is the one that is committed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.scenario.sample import GOOD, read
from trainer.scenario.files.json_schema import place, schema, written
from trainer.scenario.keys import TABLE

ROOT = Path(__file__).parents[3]


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a date is a text, and ``on`` is a word."""


Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in each
        if not tag.endswith("timestamp") and (first in "tf" or not tag.endswith("bool"))
    ]
    for first, each in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def valid(text: str) -> bool:
    data: Any = yaml.load(text, Loader)
    return bool(jsonschema.Draft202012Validator(schema(TABLE)).is_valid(data))


def test_the_committed_schema_is_the_one_that_the_table_gives() -> None:
    committed = ROOT / place(TABLE)
    assert committed.read_text("utf-8") == written(TABLE), "run python -m trainer.checking.schemas"


def test_it_is_a_schema_with_an_id() -> None:
    jsonschema.Draft202012Validator.check_schema(schema(TABLE))
    assert schema(TABLE)["$id"] == "urn:upstander:schema:scenario-1"


def test_the_good_one_is_valid() -> None:
    assert valid(GOOD)
    assert valid((ROOT / "tests" / "data" / "scenarios" / "small-bus.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes: 8", "minutes: 61"),
        ("minutes: 8", "minutes: eight"),
        ("setting: transit", "setting: bus"),
        ("title:", "titel:"),
        ("title: Shouting on the 22 bus", "title:"),
        ("authors: [Upstander]", "authors: []"),
        ("id: bus-shouting", "id: Bus"),
        ("  calm: 2", "  calm: 11"),
        ("  calm: 2", "  not: 1"),
        ("  grey: {", "  you: {"),
        ("    next: later", "    next: later\n    stub: true"),
        ("later: {stub: true}", "later: {stub: false}"),
        ("later: {stub: true}", "later: {next: home}"),
        ("        fit: strong\n", ""),
        ("        d: direct", "        d: direct\n        fit: fair"),
        ("        d: distract", "        d: distract\n        points: [Short]"),
        ("    next: later", "    next: later\n    timer: {seconds: 3, then: home}"),
        ("format: scenario/1", "format: scenario/2"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(old: str, new: str) -> None:
    text = GOOD.replace(old, new, 1)
    assert not valid(text)
    assert read(text).problems


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Shouting on the 22 bus", "title: 1984"),
        ("content_notes: [racist language, shouting]", "content_notes: []"),
        ("        next: home", "        next: [{to: home}]"),
        ("later: {stub: true}", "later: {stub: true, text: Soon.}"),
    ],
)
def test_what_the_reader_takes_the_schema_takes(old: str, new: str) -> None:
    text = GOOD.replace(old, new, 1)
    assert valid(text)
    assert read(text).problems == ()
