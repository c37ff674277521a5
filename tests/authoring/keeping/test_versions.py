"""Earlier versions: which stay, which go, and what is never lost."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.authoring.files import read, shipped
from tests.authoring.keeping.test_files import ARRANGED
from trainer import paths
from trainer.authoring.arrangement import Arrangement
from trainer.authoring.keeping import differing, files, versions
from trainer.authoring.keeping.pieces import split
from trainer.authoring.keeping.versions import Why

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)


def days(n: float) -> timedelta:
    return timedelta(days=n)


def hours(n: float) -> timedelta:
    return timedelta(hours=n)


def minutes(n: float) -> timedelta:
    return timedelta(minutes=n)


def kept(path: Path, *ages: timedelta, why: Why = Why.SAVED) -> list[timedelta]:
    """Keep a version of each of these ages, the oldest first; give the ages of those that stay."""
    for age in ages:
        versions.keep(path, f"a: {age}\n", Arrangement(), why, now=NOON - age)
    return [NOON - one.at for one in reversed(versions.every(path))]


def test_a_version_is_the_same_again(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    texts = ["a: 1\r\n\ufeff", "", "scenes:\n  one: {text: a}\n"]
    for text in texts:
        versions.keep(path, text, ARRANGED, Why.SAVED)
        versions.keep(path, text, ARRANGED, Why.WORK)
    found = versions.every(path)
    assert [versions.read(one) for one in found] == [(text, ARRANGED) for text in texts[::-1]]
    assert [one.why for one in found] == [Why.SAVED] * 3
    assert "scenes/one" in versions.summary_of(found[0])
    assert versions.every(tmp_path / "b.yaml") == []
    versions.forget(path)
    assert versions.every(path) == []


def test_old_ones_are_thinned(tmp_path: Path) -> None:
    ages = [days(40), days(29), days(3) + hours(1), days(3), hours(5), hours(5) - minutes(9)]
    recent = [*map(minutes, range(50, 5, -5)), timedelta()]
    wanted = [days(29), days(3), hours(5) - minutes(9), *recent]
    assert kept(tmp_path / "a.yaml", *ages, *recent) == wanted


def test_what_stands_nowhere_else_is_not_thinned(tmp_path: Path) -> None:
    ages = [days(3) + hours(1), days(3), *map(minutes, range(10))]
    assert kept(tmp_path / "a.yaml", *ages, why=Why.MINE) == ages


def test_the_latest_stays_however_large_or_old(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    kept(path, *map(minutes, range(12, 0, -1)))
    there = versions.every(path)
    assert list(versions.thinned(there, NOON, limit=1)) == there[1:]
    assert list(versions.thinned(there, NOON + days(9))) == there[10:]


def test_a_clock_that_leaps_takes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    ages = [days(29), days(3), *map(minutes, range(50, 20, -1))]
    kept(path, *ages)
    there = versions.every(path)
    for wrong in (days(3653), days(31), -days(365), -days(56 * 365)):
        versions.keep(path, f"b: {wrong}\n", Arrangement(), Why.SAVED, now=NOON + wrong)
        found = versions.every(path)
        # Nothing of an earlier day goes; of the hour before the leap, the latest of all stay.
        assert set(there[:6]) <= set(found)
        assert {NOON - days(29), NOON - days(3)} <= {one.at for one in found}
    # The clock is right again: the one that was kept last is the latest.
    versions.keep(path, "c: 1\n", Arrangement(), Why.SAVED, now=NOON)
    latest = versions.read(versions.every(path)[0])
    assert latest is not None
    assert latest.text == "c: 1\n"
    # Nobody keeps them for ever for that.
    for day in range(1, 40):
        versions.keep(path, f"d: {day}\n", Arrangement(), Why.SAVED, now=NOON + days(day))
    assert NOON - days(29) not in {one.at for one in versions.every(path)}


def test_a_clock_that_goes_backwards_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    versions.keep(path, "first\n", Arrangement(), Why.SAVED, now=NOON)
    versions.keep(path, "second\n", Arrangement(), Why.SAVED, now=NOON - days(400))
    versions.keep(path, "third\n", Arrangement(), Why.SAVED, now=NOON - days(400))
    found = [versions.read(one) for one in versions.every(path)]
    assert [one.text for one in found if one] == ["third\n", "second\n", "first\n"]


def test_a_number_that_somebody_has_made_up_ends_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    kept(path, minutes(1))
    [one] = versions.every(path)
    one.place.rename(one.place.with_name(one.place.name.replace("00000001", "99999999")))
    kept(path, timedelta())
    assert [one.number for one in versions.every(path)] == [100_000_000, 99_999_999]


def test_odd_versions_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    kept(path, timedelta())
    [good] = versions.every(path)
    whole = good.place.read_bytes()
    for number, data in enumerate((b"", whole[:-9], zlib.compress(b"[1]\na"), b"x" * 99)):
        odd = good.place.name.replace("00000001", f"{number + 2:08d}")
        (good.place.parent / odd).write_bytes(data)
    for name in ("x", "00000009-99999999T999999Z-saved-0123456789abcdef.version"):
        (good.place.parent / name).touch()
    found = versions.every(path)
    assert len(found) == 5
    assert [versions.read(one) is not None for one in found] == [False] * 4 + [True]
    assert versions.summary_of(found[0]) == {}
    whole_digest = files.digest(b"a: 0:00:00\n")
    assert versions.with_digest(path, whole_digest) is not None
    assert versions.with_digest(path, "0" * 64) is None
    assert paths.versions().is_dir()


def test_what_others_have_laid_there_neither_stops_anything_nor_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    versions.keep(path, "a: 1\n", Arrangement(), Why.SAVED, now=NOON)
    place = versions.folder(path)
    folder = place / f"{1:08d}-20260125T000000Z-saved-{1:016x}.version"
    folder.mkdir()
    link = place / f"{2:08d}-20260128T000000Z-saved-{2:016x}.version"
    link.symlink_to(path)
    path.write_text("of somebody else")
    (place / "notes.txt").write_text("mine")
    (place / f"{3:08d}-20269901T000000Z-saved-{3:016x}.version").write_text("no such month")
    versions.keep(path, "a: 2\n", Arrangement(), Why.SAVED, now=NOON - days(25))
    for number in range(20):  # Now both are old enough to be thinned.
        versions.keep(path, f"a: {number}\n", Arrangement(), Why.SAVED, now=NOON)
    assert folder.is_dir()
    assert not link.is_symlink()
    assert path.read_text() == "of somebody else"
    versions.forget(path)
    assert {one.name for one in place.iterdir()} >= {folder.name, "notes.txt"}
    assert [one.place for one in versions.every(path)] == [folder]


def test_of_very_many_only_some_go_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    versions.keep(path, "a: 1\n", Arrangement(), Why.SAVED, now=NOON)
    place = versions.folder(path)
    for number in range(450):
        name = f"{number:08d}-20250101T000000Z-saved-{number:016x}.version"
        (place / name).write_bytes(b"")
    versions.keep(path, "a: 2\n", Arrangement(), Why.SAVED, now=NOON)
    assert 11 < len(versions.every(path)) < 60
    versions.keep(path, "a: 3\n", Arrangement(), Why.SAVED, now=NOON)
    assert len(versions.every(path)) <= 11


def test_what_differs_is_told_by_name() -> None:
    old = differing.summary("title: a\nscenes:\n  one: {text: a}\n  two: {text: b}\n")
    new = differing.summary("title: b\nscenes:\n  one: {text: c}\n\n  three: {text: b}\n")
    found = differing.difference(old, new)
    assert found == ((), ("one",), (), ("title",), False, (("two", "three"),))
    other = differing.summary("title: b\nscenes:\n  one: {text: c}\n  three: {text: d}\n")
    assert differing.difference(old, other)[:3] == (("three",), ("one",), ("two",))
    assert differing.difference(old, other).renamed == ()
    noted = {name: told.partition("-")[0] for name, told in old.items()}  # By an older version.
    assert differing.difference(noted, new)[:3] == (("three",), ("one",), ("two",))
    assert not differing.difference(noted, old)
    for path in shipped():
        text = read(path)
        pieces = [one for one in split(text) or () if one.key and one.key != ("scenes",)]
        assert list(differing.summary(text)) == ["/".join(one.key) for one in pieces]
    assert not differing.difference(old, old)
    assert differing.difference(old, differing.summary("{")).unknown
