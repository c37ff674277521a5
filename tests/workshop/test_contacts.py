"""Whom a workshop names where there is help: kept in its journal, with hours and languages."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.help.sample import GOOD
from tests.scenario.good_file import put
from tests.workshop.small import small
from trainer.help import directory
from trainer.workshop import contacts, material
from trainer.workshop.after.hand_out import reach
from trainer.workshop.contacts import Contact, Way
from trainer.workshop.making import Making
from trainer.workshop.material import Material, MaterialError
from trainer.workshop.telling import phone_view

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def named(tmp_path: Path) -> Material:
    """A workshop that names a line with hours, and one of which neither is known."""
    text = GOOD.replace("about: Day and night.", "about: Day *and* night.")
    put(tmp_path / "help.yaml", text.replace("[en, zh-Hant]", "[yue, en]"))
    there = contacts.named(directory.read([tmp_path]), ["first-line", "gone", "988"])
    return replace(small(), contacts=there)


def kept(given: Material) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(material.to_plain(given)))
    return plain


def test_hours_and_languages_are_said_with_the_ways_to_reach_somebody(named: Material) -> None:
    again = material.from_plain(kept(named))
    assert dict(again.contacts) == dict(named.contacts)
    assert list(again.contacts) == ["first-line", "988"]
    line, other = map(reach, again.contacts.values())
    assert line[0] == "Call 1-800-555-LINE (Day and night.)"
    assert line[1] == "Text 988"
    assert line[-1] == "Languages: Cantonese, English"
    assert other == ("http://example.org/law",), "nothing is said of what nobody knows"


def test_a_journal_of_before_goes_on(named: Material) -> None:
    before = kept(named)
    before["contacts"] = [["a", "A", "Listens.", [["phone", "123"]]]]
    known = material.from_plain(before).contacts
    assert known == {"a": Contact("a", "A", "Listens.", (Way("phone", "123"),))}


@pytest.mark.parametrize("wrong", [[[]], [["a"]], [["a", "A", "x", [["phone"]]]], [1], 7])
def test_what_cannot_be_read_is_said_to_be_so(named: Material, wrong: object) -> None:
    with pytest.raises(MaterialError):
        material.from_plain({**kept(named), "contacts": wrong})


def test_a_phone_is_told_channel_and_value_alone(named: Material) -> None:
    told = phone_view.contacts(Making(named))
    assert told[0]["reach"][0] == ["phone", "1-800-555-LINE"]
