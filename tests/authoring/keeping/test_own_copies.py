"""A copy of what comes along: one's own, with all that lies beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bad_days.days import small_disk
from trainer import paths
from trainer.authoring.document import Document
from trainer.authoring.keeping import own_copies
from trainer.errors import UpstanderError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_copy_is_ones_own_and_a_draft() -> None:
    source = paths.built_in_scenarios() / "morning-train" / "morning-train.yaml"
    path = own_copies.copy(source, {"morning-train"}, "Ana")
    document = Document(path, path.read_text())
    assert document.settle()
    assert path == paths.own_scenarios() / "morning-train-2" / "morning-train-2.yaml"
    assert document.data(("id",)) == "morning-train-2"
    authors = document.data(("authors",))
    assert isinstance(authors, list)
    assert authors[-1] == "Ana"
    assert len(authors) > 1
    assert (document.data(("status",)), document.data(("reviewed",))) == ("draft", None)
    assert own_copies.copy(source, {"morning-train"}) != path


def test_what_lies_beside_comes_along(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    (folder / "pictures").mkdir(parents=True)
    source = folder / "a.yaml"
    drawn = (
        b"backdrop: pictures/x.PNG\r\ncast: {a: {picture: far.png}, b: {picture: ../up.png}}\r\n"
    )
    head = b"\xef\xbb\xbfid: mine\r\n"
    source.write_bytes(head + b"title: One\r\nreviewed: {by: x}\r\n" + drawn)
    (tmp_path / "up.png").write_bytes(b"not ours")
    names = ("mine.ko.po", "a.de.po", "pictures/x.PNG", "hers.png", "other.yaml", "a.map.json")
    for name in names:
        (folder / name).write_bytes(b'{"format": "scenario-map/1", "folded": ["s"]}')
    (folder / "far.png").symlink_to(tmp_path / "up.png")
    path = own_copies.copy(source, ())
    there = {str(one.relative_to(path.parent)) for one in path.parent.rglob("*") if one.is_file()}
    beside = {"mine.yaml", "mine.ko.po", "mine.de.po", "pictures/x.PNG", "mine.map.json"}
    assert there == beside
    assert path.read_bytes() == head + b"title: One (my own)\r\n" + drawn


def test_each_copy_has_a_title_of_its_own(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_text("id: a\ntitle: One\n")
    paths.own_scenarios().mkdir(parents=True)
    (paths.own_scenarios() / "broken.yaml").write_bytes(b"\xff")

    def title(path: Path) -> object:
        document = Document(path, path.read_text())
        assert document.settle()
        return document.data(("title",))

    mine = own_copies.copy(source, ())
    assert title(mine) == "One (my own)"
    second = own_copies.copy(source, ())
    assert title(second) == "One (my own) (2)"
    assert title(own_copies.copy(mine, ())) == "One (my own) (3)"
    assert title(own_copies.copy(second, ())) == "One (my own) (4)"
    source.write_text("id: a\ntitle: Room (101)\n")
    assert title(own_copies.copy(source, ())) == "Room (101) (my own)"
    assert own_copies.numbered_title("Room (2)", ["room  (2)", "Room (3)"]) == "Room (4)"
    source.write_text("id: a\ntitle:\n")
    assert title(own_copies.copy(source, ())) in (None, "")


def test_one_that_cannot_be_made_says_so_and_leaves_nothing() -> None:
    source = paths.built_in_scenarios() / "morning-train" / "morning-train.yaml"
    with pytest.raises(UpstanderError):
        own_copies.copy(source.with_name("none.yaml"), ())
    paths.home().mkdir()
    paths.own_scenarios().write_text("not a folder")
    with pytest.raises(UpstanderError):
        own_copies.copy(source, ())


def test_where_there_is_no_room_there_is_no_half_of_a_copy(home: Path, tmp_path: Path) -> None:
    source = tmp_path / "large.yaml"
    source.write_text("id: large\n# " + "x" * 200_000)
    with small_disk(home, 64):
        with pytest.raises(UpstanderError, match="could not be copied"):
            own_copies.copy(source, ())
        assert list(paths.own_scenarios().iterdir()) == []
