"""In which order things are written: at each moment, what was written stands somewhere."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.authoring.keeping.test_files import ARRANGED, laid, typed
from trainer import paths
from trainer.authoring.keeping import aside, in_order, kept, versions

if TYPE_CHECKING:
    from pathlib import Path


def test_it_stays_aside_as_long_as_the_map_is_not_saved(tmp_path: Path) -> None:
    one = typed(laid(tmp_path), "a: 1\n")
    one.document.arrangement = ARRANGED
    way = tmp_path / "a.map.json"
    (way / "full").mkdir(parents=True)
    written = in_order.save(kept.writing(one), one.unsaved(), home=False)
    assert written.side_error is not None
    unsaved = aside.find(one.place)
    assert unsaved is not None
    assert unsaved.arrangement == ARRANGED
    (way / "full").rmdir()
    way.rmdir()
    one.took(written.stood)
    assert in_order.save(kept.writing(one), one.unsaved(), home=False).side_error is None
    assert not aside.is_there(one.place)


def test_where_no_version_can_be_kept_it_has_another_name(tmp_path: Path) -> None:
    one = typed(laid(tmp_path), "a: 1\n")
    aside.keep(one.place, one.unsaved(), home=False)
    paths.versions().parent.mkdir(parents=True, exist_ok=True)
    paths.versions().write_text("no folder")
    in_order.put_by(one.place, one.unsaved(), home=True)
    assert not aside.is_there(one.place)
    assert (tmp_path / ".a.yaml.autosave.1").read_bytes().endswith(b"\na: 1\n")


def test_the_later_of_two_counts_though_the_clock_went_back(tmp_path: Path) -> None:
    one = typed(laid(tmp_path), "first\n")
    before = one.unsaved()
    paths.unsaved().mkdir(parents=True)
    aside.in_home(one.place).write_bytes(aside._written(one.place, before))
    typed(one, "second\n")
    late = one.unsaved()._replace(at=before.at - timedelta(days=9))
    aside.keep(one.place, late, home=True)
    assert aside.find(one.place) == late._replace(number=1)
    # It was written in the home since, and beside the file it could not be.
    later = late._replace(text="third\n", at=late.at + timedelta(days=1))
    aside.in_home(one.place).write_bytes(aside._written(one.place, later, number=2))
    assert aside.find(one.place) == later._replace(number=2)


def test_what_is_given_up_for_something_else_is_kept_twice(tmp_path: Path) -> None:
    one = laid(tmp_path, "stood\n")
    unsaved = typed(kept.opened(one.place), "unsaved\n").unsaved()
    aside.keep(one.place, unsaved, home=False)
    in_order.make_free(one.place, home=True)
    texts = [found.text for found in map(versions.read, versions.every(one.place)) if found]
    assert texts == ["unsaved\n", "stood\n"]
    assert not aside.is_there(one.place)
    aside.keep(one.place, unsaved, home=False)
    in_order.make_free(one.place, home=False)
    assert (tmp_path / ".a.yaml.autosave.1").is_file()
