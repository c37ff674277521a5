"""Catalogues of translators, damaged or hostile: a sentence of ours is said instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
import pytest

from trainer import language, paths
from trainer.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

N = "Say %(n)d of %(all)s"
ONE, MANY = "%(n)d scene", "%(n)d scenes"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(paths, "locale", lambda: tmp_path)
    folder = tmp_path / "eo" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    yield folder / f"{language.DOMAIN}.mo"
    language.use("en")


def catalogue(said: dict[str, str], plural: str = "nplurals=2; plural=(n != 1);") -> bytes:
    made = polib.POFile()
    made.metadata = {
        "Content-Type": "text/plain; charset=utf-8",
        "Plural-Forms": plural,
    }
    for ours, theirs in said.items():
        if ours == ONE:
            entry = polib.POEntry(msgid=ONE, msgid_plural=MANY)
            entry.msgstr_plural = {0: theirs, 1: f"{theirs}j"}
        else:
            entry = polib.POEntry(msgid=ours, msgstr=theirs)
        made.append(entry)
    return bytes(made.to_binary())


def test_what_fits_is_said(place: Path) -> None:
    place.write_bytes(catalogue({"100 %": "cent %", N: "%(all)s: %(n)d", ONE: "%(n)d sceno"}))
    language.use("eo")
    assert _("100 %") == "cent %"
    assert _(N) % {"n": 1, "all": "2"} == "2: 1"
    assert ngettext(ONE, MANY, 2) == "%(n)d scenoj"
    assert _("Nobody has translated this") == "Nobody has translated this"


@pytest.mark.parametrize(
    "theirs",
    ["%(m)d", "%(n)s %(all)d", "%(n)d %", "%d", "%(n)", "%(n)99999999999d %(all)s", "%(all)r"],
)
def test_what_cannot_be_filled_in_is_not_said(theirs: str, place: Path) -> None:
    place.write_bytes(catalogue({N: theirs, ONE: theirs}))
    language.use("eo")
    assert _(N) == N
    assert ngettext(ONE, MANY, 1) == ONE
    assert ngettext(ONE, MANY, 2) == MANY


def test_a_rule_for_plurals_that_divides_by_nothing_is_not_followed(place: Path) -> None:
    place.write_bytes(catalogue({ONE: "%(n)d sceno"}, "nplurals=2; plural=(n/(n-2));"))
    language.use("eo")
    assert ngettext(ONE, MANY, 2) == MANY


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        catalogue({N: "x"})[:-40],
        catalogue({N: "x"}, "nplurals=2; plural=__import__('os');"),
        catalogue({N: "x"}, "nplurals=2; plural=" + "(" * 5000 + "n" + ")" * 5000 + ";"),
        catalogue({N: "x"}).replace(b"utf-8", b"none!"),
        catalogue({N: "\u00e9"}).replace("\u00e9".encode(), b"\xff\xff"),
    ],
)
def test_a_damaged_catalogue_is_as_good_as_none(data: bytes, place: Path) -> None:
    place.write_bytes(data)
    language.use("eo")
    assert _(N) == N


def test_what_is_no_file_is_none(place: Path) -> None:
    place.mkdir()
    language.use("eo")
    assert _(N) == N
