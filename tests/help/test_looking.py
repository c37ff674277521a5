"""What is looked for is found in groups; what is not known is never taken for a yes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.help.test_directory import entry, made
from trainer.help import directory, looking
from trainer.help.looking import Found, Sort, Wish
from trainer.help.model import Need, Police

if TYPE_CHECKING:
    from trainer.help.directory import Directory

LISTEN, LAW, WALK = Need.COUNSELLING, Need.LEGAL, Need.COMPANY

ALL = made(
    entry("nation", "us", languages=("en", "zh"), needs=(LISTEN,), police=Police.CHOICE),
    entry("court", "us", languages=("en",), needs=(LAW,), police=Police.WORKS_WITH),
    entry("state", "us-ca", needs=(LISTEN, LAW), police=Police.UNKNOWN),
    entry("city", "us-ca-sf", languages=("yue",), needs=(WALK,), police=Police.NONE),
    entry("other", "us-tx", languages=("zh",), needs=(WALK,), police=Police.UNKNOWN),
)


def told(found: Found) -> list[tuple[Sort, str, list[str]]]:
    return [
        (group.sort, group.place.key if group.place else "", [one.entry.key for one in group.found])
        for group in found.groups
    ]


def test_the_nearest_place_comes_first() -> None:
    assert told(looking.look(ALL, Wish("us-ca-sf"))) == [
        (Sort.PLACE, "us-ca-sf", ["city"]),
        (Sort.PLACE, "us-ca", ["state"]),
        (Sort.PLACE, "us", ["nation", "court"]),
    ]


def test_what_helps_in_a_part_only_comes_last_and_says_so() -> None:
    assert told(looking.look(ALL, Wish("us"))) == [
        (Sort.PLACE, "us", ["nation", "court"]),
        (Sort.PART, "us", ["state", "other", "city"]),
    ]


def test_without_a_place_everything_stands_by_the_place_that_it_is_for() -> None:
    assert told(looking.look(ALL, Wish())) == [
        (Sort.PLACE, "us", ["nation", "court"]),
        (Sort.PLACE, "us-ca", ["state"]),
        (Sort.PLACE, "us-ca-sf", ["city"]),
        (Sort.PLACE, "us-tx", ["other"]),
    ]


def test_unknown_languages_stand_apart_after_those_that_are_spoken() -> None:
    assert told(looking.look(ALL, Wish("us-ca-sf", "zh"))) == [
        (Sort.PLACE, "us-ca-sf", ["city"]),
        (Sort.PLACE, "us", ["nation"]),
        (Sort.LANGUAGES_UNKNOWN, "", ["state"]),
    ]


def test_one_kind_of_help_is_enough() -> None:
    wish = Wish("us-ca-sf", needs=frozenset({WALK, LAW}))
    assert [one.entry.key for one in looking.look(ALL, wish).entries()] == [
        "city", "state", "court",
    ]  # fmt: skip
    assert len(looking.look(ALL, Wish("us-ca-sf", needs=frozenset({Need.MEDICAL})))) == 0


def test_without_police_is_what_is_known_to_be_and_counts_what_is_not_known() -> None:
    wish = Wish("us-ca-sf", without_police=True)
    found = looking.look(ALL, wish)
    assert told(found) == [
        (Sort.PLACE, "us-ca-sf", ["city"]),
        (Sort.PLACE, "us", ["nation"]),
    ]
    assert found.police_unknown == 1
    found = looking.look(ALL, replace(wish, even_unknown=True))
    assert told(found)[2:] == [(Sort.POLICE_UNKNOWN, "", ["state"])]
    assert found.police_unknown == 0


def test_with_police_nothing_is_counted_as_left_out() -> None:
    assert looking.look(ALL, Wish("us-ca-sf", even_unknown=True)).police_unknown == 0


def test_what_could_be_left_out_and_what_each_would_find() -> None:
    wish = Wish("us-tx", "yue", frozenset({LAW}), without_police=True)
    assert len(looking.look(ALL, wish)) == 0
    assert [(way.without, way.count) for way in looking.ways_out(ALL, wish)] == [("needs", 1)]
    wish = Wish("us-tx", "ko", frozenset({LISTEN}))
    ways = looking.ways_out(ALL, wish)
    assert {way.without: way.count for way in ways} == {"language": 1, "place": 1}
    assert all(len(looking.look(ALL, way.wish)) == way.count for way in ways)


def test_farther_away_is_the_nearest_wider_place_that_has_something() -> None:
    place, found = looking.farther(ALL, Wish("us-ca-la", needs=frozenset({WALK})))
    assert place is not None
    assert place.key == "us-ca"
    assert [one.entry.key for one in found.entries()] == ["city"]
    assert looking.farther(ALL, Wish("us-ca-la", "ko", frozenset({WALK}))) == (None, Found())
    assert looking.farther(ALL, Wish("", "ko", frozenset({WALK}))) == (None, Found())


CRISIS, MEDICAL = Need.CRISIS, Need.MEDICAL


def urgent(found: Directory, place: str) -> list[str]:
    return [one.entry.key for one in looking.urgent(found, place)]


def test_in_danger_the_number_for_emergencies_comes_first() -> None:
    found = made(
        entry("line", "us", needs=(CRISIS,)),
        entry("clinic", "us", needs=(MEDICAL,)),
        entry("city-line", "us-ca-sf", needs=(CRISIS,)),
        entry("nine", "us", needs=(MEDICAL, CRISIS)),
        entry("law", "us", needs=(LAW,)),
    )
    assert urgent(found, "us-ca-sf") == ["nine", "line", "city-line"]
    assert urgent(found, "us-tx") == ["nine", "line"]
    assert urgent(found, "") == ["nine", "line"]
    assert urgent(found, "uk") == []


def test_a_clinic_is_named_only_where_there_is_no_line() -> None:
    found = made(entry("clinic", "us", needs=(MEDICAL,)), entry("line", "uk", needs=(CRISIS,)))
    assert urgent(found, "us-ca") == ["clinic"]
    assert urgent(found, "uk") == ["line"]


def test_no_more_are_named_than_can_be_read_at_once() -> None:
    many = [entry(f"line-{number}", "us", needs=(CRISIS,)) for number in range(9)]
    assert len(urgent(made(*many), "us")) == looking.MOST_URGENT


@pytest.mark.parametrize("place", ["", "us-ny-nyc", "us-ca-sf", "us-wi-la-crosse"])
def test_of_what_ships_the_number_for_emergencies_is_always_first(place: str) -> None:
    found = looking.urgent(directory.built_in(), place)
    assert found[0].entry.key == "emergency-911"
    assert all(CRISIS in one.entry.needs for one in found)


def test_languages_that_are_offered_and_places_as_a_tree_is_read() -> None:
    assert looking.languages(ALL.entries()) == ["en", "yue", "zh"]
    read = [(place.key, level) for place, level in looking.in_reading_order(ALL)]
    assert read == [
        ("uk", 0), ("us", 0), ("us-ca", 1), ("us-ca-la", 2), ("us-ca-sf", 2), ("us-tx", 1),
    ]  # fmt: skip


def test_a_wish_for_nothing_but_a_place_has_no_filters_to_take_off() -> None:
    assert Wish("us").is_open()
    assert not Wish("us", without_police=True).is_open()
    assert not Wish(language="ko").is_open()
    assert not Wish(needs=frozenset({WALK})).is_open()
