"""The directory: what is looked for is found, nearest first, and whose word counts."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenario.good_file import put
from trainer import paths
from trainer.help import directory
from trainer.help.directory import Branch, Directory
from trainer.help.model import Channel, Entry, HelpFile, Need, Place, Police, Reach
from trainer.scenario.files.gathering import Gathered, Placed

if TYPE_CHECKING:
    from pathlib import Path

PLACES = {
    "us": None, "us-ca": "us", "us-ca-la": "us-ca", "us-ca-sf": "us-ca", "us-tx": "us", "uk": None,
}  # fmt: skip
"""Places by the one that they lie in."""


def entry(key: str, *where: str, needs: tuple[Need, ...] = (Need.LEGAL,), **more: object) -> Entry:
    facts: dict[str, object] = {
        "name": key.title(), "summary": "S.", "takes": "T.", "takes_not": "N.",
        "police": Police.NONE, "reach": (Reach(Channel.NOTE, "R."),), "source": (),
        "confirmed": True, "reviewed": "2026-01-01", "until": "2026-12-31", **more,
    }  # fmt: skip
    return Entry(key=key, where=where, needs=needs, **facts)  # type: ignore[arg-type]


def made(*entries: Entry, places: dict[str, str | None] = PLACES) -> Directory:
    file = HelpFile(
        "a", "A", "en",
        places={key: Place(key, key.upper(), within) for key, within in places.items()},
        entries={one.key: one for one in entries},
    )  # fmt: skip
    return Directory(Gathered((Placed(file, paths.built_in_help() / "a.yaml"),)))


def keys(found: list[directory.Match]) -> list[str]:
    return [match.listed.entry.key for match in found]


NATION = entry("nation", "us")
STATE = entry("state", "us-ca")
CITY = entry("city", "us-ca-sf")
OTHER = entry("other", "us-tx")
ALL = made(NATION, STATE, CITY, OTHER, entry("far", "uk"))


@pytest.mark.parametrize(
    ("place", "found", "narrower"),
    [
        ("", ["nation", "state", "city", "other", "far"], {}),
        ("us", ["nation", "state", "other", "city"],
         {"state": "us-ca", "other": "us-tx", "city": "us-ca-sf"}),
        ("us-ca", ["state", "nation", "city"], {"city": "us-ca-sf"}),
        ("us-ca-sf", ["city", "state", "nation"], {}),
        ("us-ca-la", ["state", "nation"], {}),
        ("us-tx", ["other", "nation"], {}),
        ("nowhere", [], {}),
    ],
)  # fmt: skip
def test_by_place(place: str, found: list[str], narrower: dict[str, str]) -> None:
    matches = ALL.find(place)
    assert keys(matches) == found
    told = {one.listed.entry.key: one.narrower.key for one in matches if one.narrower}
    assert told == narrower


def test_an_entry_of_several_places_is_told_by_the_nearest() -> None:
    both = made(entry("both", "us-ca-sf", "us"), entry("cities", "us-ca-la", "us-tx"))
    assert [one.narrower for one in both.find("us-ca-sf")] == [None]
    wide, narrow = both.find("us")
    assert (wide.narrower, narrow.narrower) == (None, Place("us-tx", "US-TX", "us"))


def test_by_need() -> None:
    found = made(entry("a", "us"), entry("b", "us", needs=(Need.MONEY, Need.CRISIS)))
    assert keys(found.find(need=Need.CRISIS)) == ["b"]
    assert keys(found.find("us-ca", need=Need.LEGAL)) == ["a"]
    assert found.find("uk", need=Need.LEGAL) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("en", ["english", "british", "quiet"]),
        ("en-GB", ["english", "british", "quiet"]),
        ("en-US", ["english", "quiet"]),
        ("zh", ["british", "chinese", "quiet"]),
        ("ZH-hant", ["british", "chinese", "quiet"]),
        ("zh-Hans", ["chinese", "quiet"]),
        ("z", ["quiet"]),
    ],
)
def test_by_language_those_that_say_nothing_last(wanted: str, found: list[str]) -> None:
    told = made(
        entry("english", "us", languages=("en",)),
        entry("quiet", "us"),
        entry("british", "us", languages=("en-GB", "zh-Hant")),
        entry("chinese", "us", languages=("zh",)),
    )
    matches = told.find(language=wanted)
    assert keys(matches) == found
    assert [one.speaks for one in matches] == [True] * (len(found) - 1) + [None]
    assert keys(told.find()) == ["english", "quiet", "british", "chinese"]
    assert all(one.speaks for one in told.find())
    assert told.languages() == ("en", "en-GB", "zh", "zh-Hant")


def test_the_place_counts_before_the_language() -> None:
    told = made(
        entry("city", "us-ca-sf", languages=("ko",)),
        entry("nation-quiet", "us"),
        entry("state-quiet", "us-ca"),
        entry("nation", "us", languages=("ko",)),
    )
    found = told.find("us-ca", language="ko")
    assert keys(found) == ["nation", "state-quiet", "nation-quiet", "city"]


def test_whoever_keeps_a_list_of_their_own_finds_it_first(tmp_path: Path) -> None:
    ours = HelpFile("b", "B", "en", places={}, entries={"ours": entry("ours", "us-ca")})
    here = Placed(HelpFile("a", "A", "en", places={"us": Place("us", "US"),
                  "us-ca": Place("us-ca", "CA", "us")}, entries={"state": STATE, "nation": NATION}),
                  paths.built_in_help() / "a.yaml")  # fmt: skip
    both = Directory(Gathered((here, Placed(ours, tmp_path / "b.yaml", tmp_path))))
    assert keys(both.find("us-ca")) == ["ours", "state", "nation"]
    assert keys(both.find("")) == ["ours", "state", "nation"]


def test_places_as_a_tree_by_name() -> None:
    uk, us = ALL.tree()
    assert (uk.place.key, uk.inside) == ("uk", ())
    assert [branch.place.key for branch in us.inside] == ["us-ca", "us-tx"]
    assert [branch.place.key for branch in us.inside[0].inside] == ["us-ca-la", "us-ca-sf"]
    assert ALL.around("us-ca-sf") == ("us-ca-sf", "us-ca", "us")


def test_a_circle_of_places_that_two_files_make_ends() -> None:
    round_ = made(entry("a", "x"), places={"x": "y", "y": "x", "z": "x", "lost": "gone"})
    assert round_.around("x") == ("x", "y")
    assert {branch.place.key for branch in round_.tree()} == {"x", "y", "lost"}
    assert keys(round_.find("y")) == ["a"]
    assert keys(round_.find("z")) == ["a"]


def test_places_that_never_stop_lying_in_another_end() -> None:
    chain = {f"p{n}": f"p{n + 1}" for n in range(5000)}
    told = made(entry("a", "p0"), places={**chain, "p5000": None})
    assert len(told.around("p0")) == directory.DEEPEST
    assert len(list(_names(told.tree()))) == directory.DEEPEST
    assert keys(told.find("p0")) == ["a"]


def test_an_entry_expires_after_its_last_day() -> None:
    one = entry("a", "us", until="2026-06-01")
    assert not one.is_expired(datetime.date(2026, 6, 1))
    assert one.is_expired(datetime.date(2026, 6, 2))


TREES = st.lists(st.integers(0, 30), min_size=1, max_size=12)


@given(TREES, st.lists(st.lists(st.integers(0, 11), min_size=1, max_size=3), max_size=8), st.data())
def test_an_entry_holds_where_it_says_above_and_below(
    tree: list[int], wheres: list[list[int]], data: st.DataObject
) -> None:
    """Beside a plain search: walk up from the place, and up from where the entry holds."""
    names = [f"p{number}" for number in range(len(tree))]
    parents = {
        name: None if not number or at % (number + 1) == number else names[at % (number + 1)]
        for number, (name, at) in enumerate(zip(names, tree, strict=True))
    }
    where = [[names[at % len(names)] for at in one] for one in wheres]
    told = made(*(entry(f"e{n}", *one) for n, one in enumerate(where)), places=parents)
    asked = data.draw(st.sampled_from(names))

    def up(name: str | None) -> list[str]:
        return [] if name is None else [name, *up(parents[name])]

    wide = {f"e{n}" for n, one in enumerate(where) if set(one) & set(up(asked))}
    deep = {f"e{n}" for n, one in enumerate(where) if any(asked in up(name) for name in one)}
    found = told.find(asked)
    assert set(keys(found)) == wide | deep
    assert {one.listed.entry.key for one in found if one.narrower} == deep - wide
    assert [bool(one.narrower) for one in found] == sorted(bool(one.narrower) for one in found)
    for one in found:
        if one.narrower:
            assert one.narrower.key in one.listed.entry.where
            assert asked in up(one.narrower.key)
    steps = [min(up(asked).index(at) for at in one.listed.entry.where if at in up(asked))
             for one in found if not one.narrower]  # fmt: skip
    assert steps == sorted(steps)
    assert sorted(_names(told.tree())) == sorted(names)


def _names(branches: tuple[Branch, ...]) -> list[str]:
    return [name for one in branches for name in (one.place.key, *_names(one.inside))]


def _file(key: str, name: str, file_id: str = "ours", place: str = "us") -> str:
    return f"""\
format: help/1
id: {file_id}
title: Ours
language: ko
places: {{{place}: {{name: Our place}}}}
entries:
  {key}:
    name: {name}
    summary: S.
    where: [{place}]
    needs: [legal]
    takes: T.
    takes_not: N.
    police: none
    reach:
      - note: R.
    source: https://example.org/
    confirmed: true
    reviewed: 2026-01-01
    until: 2099-12-31
"""


def test_a_folder_overrides_and_adds(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    put(first / "deep" / "b.yaml", _file("stop-aapi-hate", "Mine"))
    put(first / "deep" / "c.yaml", _file("stop-aapi-hate", "Too late"))
    put(first / "story.yaml", "format: scenario/1\nid: x\n")
    put(second / "a.yaml", _file("stop-aapi-hate", "Later folder"))
    put(second / "z.yaml", _file("new-one", "New", place="our-town"))
    told = directory.read([first, second, tmp_path / "gone"])
    brought = directory.built_in()
    listed = told.entry("stop-aapi-hate")
    assert listed is not None
    assert (listed.entry.name, listed.folder, listed.overrides) == ("Mine", first, True)
    assert (listed.language, listed.path.name) == ("ko", "b.yaml")
    new = told.entry("new-one")
    assert new is not None
    assert (new.folder, new.overrides) == (second, False)
    order = [one.entry.key for one in told.entries()]
    assert order == [*(one.entry.key for one in brought.entries()), "new-one"]
    assert told.place("us") == brought.place("us")
    assert told.place("our-town") == Place("our-town", "Our place")
    assert told.name("new-one") == "New"
    assert (told.name("nothing"), told.entry("nothing"), told.broken) == (None, None, ())
    before = brought.entry("stop-aapi-hate")
    assert before is not None
    assert (before.folder, before.overrides) == (None, False)


def test_an_entry_with_an_error_is_left_out_by_itself(tmp_path: Path) -> None:
    both = _file("one", "One") + _file("two", "Two").partition("entries:\n")[2]
    for wrong, left in (
        (both.replace("name: Two", "name:"), {"one"}),
        (both.replace("name: One", "name:"), {"two"}),
        (both.replace("name: Two", "name: Two <b>"), {"one"}),
        (both.replace("name: Two", "nam: Two"), {"one"}),
        (both.replace("name:", "nom:"), set()),
        (both.replace("title:", "titel:"), set()),
        (both.replace("name: Two", "name: Two\x07"), set()),
        (both.replace("  two:", "  one:"), set()),
        (both + "extra: 1\n", set()),
    ):
        put(tmp_path / "a.yaml", wrong)
        told = directory.read([tmp_path])
        assert {key for key in ("one", "two") if told.entry(key)} == left, wrong
        assert [one.path.name for one in told.broken] == ["a.yaml"]
        assert told.broken[0].content is None or "<b>" in wrong


def test_a_broken_file_adds_nothing_and_is_named(tmp_path: Path) -> None:
    put(tmp_path / "a.yaml", _file("one", "One").replace("needs: [legal]", "needs: [leagl]"))
    put(tmp_path / "b.yaml", _file("two", "Two <b>"))
    put(tmp_path / "c.yaml", _file("three", "Three").replace("help/1", "help/9"))
    told = directory.read([tmp_path])
    assert [one.path.name for one in told.broken] == ["a.yaml", "b.yaml", "c.yaml"]
    assert [one.problems[0].code for one in told.broken] == [
        "bad-value", "unsafe-markup", "unsupported-format",
    ]  # fmt: skip
    assert all(told.entry(key) is None for key in ("one", "two", "three"))


def test_a_folder_that_is_named_twice_or_built_in_counts_once(tmp_path: Path) -> None:
    put(tmp_path / "a.yaml", _file("one", "One"))
    told = directory.read([tmp_path, tmp_path, paths.built_in_help()])
    assert not any(one.overrides for one in told.entries())
    folders = [one.folder for one in told.entries()]
    assert folders == [None] * (len(folders) - 1) + [tmp_path]


@pytest.mark.parametrize(
    ("where", "known"),
    [
        ("pack/scenarios/bus/help", True),
        ("pack/scenarios/help", True),
        ("pack/help", True),
        ("help", True),
        ("../help", False),
        ("pack/scenarios/bus/help/deeper", False),
        ("pack/other", False),
    ],
)
def test_help_near_a_scenario_is_its_own(tmp_path: Path, where: str, known: bool) -> None:
    top = tmp_path / "top"
    put(top / where / "ours.yaml", _file("near-one", "Near"))
    scenario = top / "pack" / "scenarios" / "bus"
    scenario.mkdir(parents=True, exist_ok=True)
    assert (directory.near(scenario).name("near-one") == "Near") == known
    assert directory.near(None) is directory.built_in()
