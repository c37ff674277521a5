"""A help file becomes entries; each mistake is one message at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.checking.marking import TODAY, Case, read, seen
from tests.help.sample import GOOD
from trainer.help.model import Channel, Need, Place, Police, Reach
from trainer.help.reading import HELP
from trainer.scenario.files.reading import read_file
from trainer.scenario.model import Mark
from trainer.scenario.problems import hint, sentence

if TYPE_CHECKING:
    from pathlib import Path

LAST_REACH = "      - note: Or come by."

CASES = [
    # the file
    Case("unsupported-format", "help/1", "‸help/2"),
    Case("missing-key", "title: Help in small\n", "", at=(1, 1)),
    Case("unknown-key", "places:\n", "‸palces:\n"),
    Case("duplicate-key", "places:\n", "language: en\nplaces:\n", at=(5, 1)),
    Case("bad-value", "language: en\n", "language: ‸english please\n"),
    Case("bad-value", "id: small-help", "id: ‸Small_Help"),
    # places
    Case("missing-key", "{name: North, within: xx}", "‸{within: xx}"),
    Case("unknown-place", "within: xx}", "within: ‸xxx}"),
    Case("bad-value", "  xx-n-port:\n", "  ‸Upper: {name: U}\n  xx-n-port:\n"),
    Case("wrong-type", "xx: {name: Exland}", "xx: ‸Exland"),
    # an entry
    Case("bad-value", "  first-line:\n", "  ‸first_line:\n"),
    Case("missing-key", "    takes: Calls at any hour.\n", "", at=(13, 5)),
    Case("missing-key", "    confirmed: false\n", "", at=(13, 5)),
    Case("missing-key", "    unconfirmed: The hours.\n", "", at=(13, 5)),
    Case("missing-key", "    source: https://example.org/about\n", "", at=(13, 5)),
    Case("empty-text", "takes: Calls at any hour.", "takes: ‸~"),
    Case("unknown-place", "where: [xx]", "where: [xx, ‸xz]"),
    Case("bad-value", "where: [xx]", "where: ‸[]"),
    Case("wrong-type", "where: [xx]", "where: ‸xx"),
    Case("bad-value", "needs: [legal]", "needs: [‸leagl]"),
    Case("bad-value", "needs: [legal]", "needs: ‸[]"),
    Case("bad-value", "police: none", "police: ‸no"),
    Case("bad-value", "languages: [en, zh-Hant]", "languages: ‸[]"),
    Case("bad-value", "languages: [en, zh-Hant]", "languages: [en, ‸Chinese (traditional)]"),
    Case("wrong-type", "confirmed: true", "confirmed: ‸yes"),
    Case("bad-value", "unconfirmed: The hours.\n    reviewed: 2026-01-31",
         "unconfirmed: The hours.\n    reviewed: ‸2026-02-30"),
    Case("bad-value", "until: 2027-01-31", "until: ‸soon"),
    Case("bad-value", "source: https://example.org/about", "source: ‸example.org/about"),
    Case("bad-value", "http://example.org/2", "‸ftp://example.org/2"),
    Case("bad-value", "[https://example.org/1, http://example.org/2]", "‸[]"),
    Case("wrong-type", "source: https://example.org/about", "source: ‸{a: b}"),
    # ways to get in touch
    Case("bad-value", LAST_REACH, f"{LAST_REACH}\n        phone: ‸\"911\""),
    Case("missing-key", LAST_REACH, "      - ‸about: Come by."),
    Case("bad-value", 'text: "988"', 'text: ‸"call us"'),
    Case("bad-value", "email: help@example.org", "email: ‸help at example.org"),
    Case("bad-value", "web: https://example.org/first", "web: ‸javascript:alert(1)"),
    Case("unknown-key", "about: Day", "‸abuot: Day"),
    # texts
    Case("unsafe-markup", "Somebody calls *back*.", "Somebody ‸<b>calls</b> back."),
    Case("unsafe-markup", "Somebody calls *back*.", "Then ‸[back](http://example.org)."),
    Case("cut-text", "takes: Cases.", "takes: ‸Cases #1 and #2", "warning"),
    Case("alias", "takes: Cases.", "takes: ‸&x Cases."),
    # time
    Case("entry-expired", "until: 2026-06-01", "until: ‸2026-05-31", "warning"),
]  # fmt: skip


def test_a_good_file_becomes_entries() -> None:
    reading = read(GOOD, HELP)
    assert reading.problems == ()
    assert (reading.id, reading.format, reading.id_mark) == ("small-help", "help/1", Mark(2, 5))
    file = reading.content
    assert file is not None
    assert (file.id, file.title, file.language) == ("small-help", "Help in small", "en")
    assert list(file.places.values()) == [
        Place("xx", "Exland"), Place("xx-n", "North", "xx"), Place("xx-n-port", "Port", "xx-n"),
    ]  # fmt: skip
    first, second = file.entries.values()
    assert (first.key, first.name, first.mark) == ("first-line", "First Line", Mark(12, 3))
    assert (first.where, first.needs) == (("xx",), (Need.CRISIS, Need.COUNSELLING))
    assert (first.police, first.police_note) == (Police.CHOICE, "Only if you want it.")
    assert (first.after, first.languages) == ("Somebody calls *back*.", ("en", "zh-Hant"))
    assert first.reach == (
        Reach(Channel.PHONE, "1-800-555-LINE", "Day and night."),
        Reach(Channel.TEXT, "988"),
        Reach(Channel.WEB, "https://example.org/first"),
        Reach(Channel.EMAIL, "help@example.org"),
        Reach(Channel.ADDRESS, "1 Main Street, Port"),
        Reach(Channel.NOTE, "Or come by."),
    )
    assert (first.source, first.confirmed) == (("https://example.org/about",), False)
    assert (first.unconfirmed, first.reviewed, first.until) == (
        "The hours.", "2026-01-31", "2027-01-31",
    )  # fmt: skip
    assert second.source == ("https://example.org/1", "http://example.org/2")
    assert (second.languages, second.unconfirmed, second.after) == ((), None, None)


def test_a_list_may_say_by_whom_it_is_and_what_may_be_done_with_it() -> None:
    said = "language: en\nauthors: [Pearl Street, Ana]\nlicence: CC0-1.0\n"
    reading = read(GOOD.replace("language: en\n", said), HELP)
    assert reading.problems == ()
    file = reading.content
    assert file is not None
    assert (file.authors, file.licence) == (("Pearl Street", "Ana"), "CC0-1.0")
    silent = read(GOOD, HELP).content
    assert silent is not None
    assert (silent.authors, silent.licence) == ((), None)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_one_mistake_is_one_message_at_its_place(case: Case) -> None:
    text, place = case.applied(GOOD)
    reading = read(text, HELP)
    assert seen(reading) == [(case.code, case.severity, place)]
    assert (reading.content is None) == (case.severity == "error" and case.code != "unsafe-markup")
    for found in reading.problems:
        assert "%(" not in sentence(found) + (hint(found) or "")


def test_several_mistakes_are_told_at_once() -> None:
    text = GOOD
    for old, new in (("title:", "titel:"), ("police: none", "police: no"), ("[xx]", "[xz]"),
                     ("takes: Cases.", "takes: <i>"), ("until: 2027", "until: 2025")):  # fmt: skip
        text = text.replace(old, new)
    assert [one.code for one in read(text, HELP).problems] == [
        "unknown-key", "unknown-place", "entry-expired", "unsafe-markup", "bad-value",
    ]  # fmt: skip


@pytest.mark.parametrize("part", ["places", "entries"])
def test_a_file_may_hold_places_or_entries_alone(part: str) -> None:
    start, end = GOOD.index("places:"), GOOD.index("entries:")
    kept = GOOD[start:end] if part == "places" else GOOD[end:].replace("xx-n-port", "us").replace(
        "[xx-n,", "[us,").replace("[xx]", "[us]")  # fmt: skip
    assert read(GOOD[:start] + kept, HELP).problems == ()


def test_a_file_with_neither_lacks_one_of_them() -> None:
    reading = read(GOOD[: GOOD.index("places:")], HELP)
    assert seen(reading) == [("missing-key", "error", (1, 1))]
    assert "places, entries" in sentence(reading.problems[0])


@pytest.mark.parametrize(
    ("outer", "lines"),
    [
        ("", []),
        (", within: xx", [6]),
        (", within: xx-n", [6, 7]),
        (", within: xx-n-port", [6, 7, 10]),
    ],
)
def test_no_place_lies_within_itself(outer: str, lines: list[int]) -> None:
    reading = read(GOOD.replace("{name: Exland}", f"{{name: Exland{outer}}}"), HELP)
    assert {one.code for one in reading.problems} <= {"bad-value"}
    assert [one.mark.line for one in reading.problems] == lines


def test_what_leads_into_a_circle_is_no_part_of_it() -> None:
    text = GOOD.replace("{name: Exland}", "{name: Exland, within: xx-n}")
    first = text.replace("places:\n", "places:\n  leads: {name: L, within: xx-n-port}\n")
    last = text.replace("entries:\n", "  leads: {name: L, within: xx}\nentries:\n")
    for changed, lines in ((first, [7, 8]), (last, [6, 7])):
        assert [one.mark.line for one in read(changed, HELP).problems] == lines


def test_places_may_come_from_another_file_of_the_same_folder(tmp_path: Path) -> None:
    folder = tmp_path / "help"
    folder.mkdir()
    start, end = GOOD.index("places:"), GOOD.index("entries:")
    (folder / "places.yaml").write_text(GOOD[:end].replace("small-help", "places"), "utf-8")
    mine = folder / "mine.yaml"
    mine.write_text(GOOD[:start] + GOOD[end:], "utf-8")
    assert read_file(mine, (HELP,), today=TODAY).problems == ()
    (folder / "places.yaml").unlink()
    codes = {one.code for one in read_file(mine, (HELP,), today=TODAY).problems}
    assert codes == {"unknown-place"}


@pytest.mark.parametrize(
    "number", ["911", "+1 (888) 373-7888", "1-800-NUMBER", "020 7946 0018 ext. 12"]
)
def test_numbers_as_people_write_them(number: str) -> None:
    assert read(GOOD.replace('"988"\n', f'"{number}"\n'), HELP).problems == ()
