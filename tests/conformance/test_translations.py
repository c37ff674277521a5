"""Translations: PO files beside a scenario, by name and never by position."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.conformance.story import GOOD, changed

if TYPE_CHECKING:
    from tests.conformance.story import Command

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ko\\n"\n\n'
TEXT = "The bus is half full.\n\nRain runs down the window.\n"


def entry(context: str, source: str, translation: str) -> str:
    said = [json.dumps(each, ensure_ascii=False) for each in (context, source, translation)]
    return "msgctxt {}\nmsgid {}\nmsgstr {}\n\n".format(*said)


ENTRIES = {
    "title": entry("title", "Shouting on the bus", "버스에서"),
    "text": entry("aboard/text", TEXT, "버스는 반쯤 찼다.\n"),
    "one line": entry("aboard/lines", "Please leave me alone.", "내버려 두세요."),
    "say": entry("aboard/ask/say", "Excuse me, which stop is best?", "실례합니다."),
}


def po(*entries: str) -> str:
    return HEAD + "".join(entries)


def test_a_translation_that_fits_says_nothing(upstander: Command) -> None:
    """What is missing falls back to the source and is no warning."""
    upstander.put("bus-small.ko.po", po(*ENTRIES.values()))
    assert upstander.check(GOOD, "--strict", name="bus-small.yaml").codes == []
    upstander.put("bus-small.ko.po", po())
    assert upstander.check(GOOD, "--strict", name="bus-small.yaml").codes == []
    upstander.put(
        "bus-small.ko.po", po(entry("aboard/ask/say", "Excuse me, which stop is best?", ""))
    )
    assert upstander.check(GOOD, "--strict", name="bus-small.yaml").codes == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rain runs down the window.", "Rain runs."),
        ("- lin: Please leave me alone.", "- lin: Leave me alone."),
        ("say: Excuse me, which stop is best?", "say: Which stop is best?"),
        ("title: Shouting on the bus", "title: Shouting"),
    ],
)
def test_a_translation_of_what_was_changed_is_stale(upstander: Command, old: str, new: str) -> None:
    upstander.put("bus-small.ko.po", po(*ENTRIES.values()))
    told = upstander.check(changed((old, new)), name="bus-small.yaml")
    assert told.codes == ["stale-translation"]
    assert told.one["severity"] == "warning"
    assert told.status == 0
    assert told.analysis is not None
    told = upstander.check(changed((old, new)), "--strict", name="bus-small.yaml")
    assert told.status == 1


def test_an_inserted_line_makes_nothing_stale(upstander: Command) -> None:
    upstander.put("bus-small.ko.po", po(*ENTRIES.values()))
    text = changed(
        ("      - grey: Why don't", "      - A child cries.\n      - grey: Why don't"),
        ("      - id: ask\n", "      - id: stand\n        act: Stand up.\n        d: wait\n"
         "        fit: fair\n        feedback: {headline: So., lin: Hm.}\n        next: beside\n"
         "      - id: ask\n"),
    )  # fmt: skip
    assert upstander.check(text, "--strict", name="bus-small.yaml").codes == []


def test_languages_are_told_apart(upstander: Command) -> None:
    upstander.put("bus-small.ko.po", po(*ENTRIES.values()))
    upstander.put("bus-small.zh-Hant.po", po(ENTRIES["title"]))
    upstander.put("other.de.po", po(*ENTRIES.values()))
    told = upstander.check(changed(("say: Excuse me,", "say: Sorry,")), name="bus-small.yaml")
    assert told.codes == ["stale-translation"]
    assert "ko" in told.one["message"]


@pytest.mark.parametrize(
    "data", [b"", b"not a catalogue \xff\xfe", b"msgid \"a\nmsgstr", b"\x00" * 100]
)  # fmt: skip
def test_a_broken_catalogue_does_no_harm(upstander: Command, data: bytes) -> None:
    upstander.put("bus-small.ko.po", data)
    told = upstander.check(GOOD, name="bus-small.yaml")
    assert told.status == 0
    assert told.analysis is not None


def test_a_played_translation(upstander: Command) -> None:
    upstander.put("bus-small.ko.po", po(*ENTRIES.values()))
    path = upstander.put("bus-small.yaml", GOOD)
    status, out, _err = upstander.run("play", path, "--choose", "2,1", "--language", "ko")
    assert status == 0
    for piece in ("버스는 반쯤 찼다.", "내버려 두세요.", "실례합니다.", "Two riders look up."):
        assert piece in out
    for piece in ("The bus is half full.", "Please leave me alone.", "which stop is best"):
        assert piece not in out
