"""Files on the disk: opened to the byte, saved whole or not at all, and why not, in words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pytest

from tests.authoring.files import ODD
from tests.bad_days.days import ROOT, fill_up, posix, powerless, small_disk
from trainer import paths
from trainer.authoring.arrangement import Arrangement, Note
from trainer.authoring.keeping import aside, files, holding, kept, side
from trainer.authoring.keeping.kept import Kept, OutsideError
from trainer.errors import NoRoom, ReadOnlyPlace, UpstanderError

if TYPE_CHECKING:
    from pathlib import Path

ARRANGED = Arrangement(
    MappingProxyType({"one": (1.5, -2), "gone": (3, 4)}),
    frozenset({"gone"}),
    MappingProxyType({"a": Note(0, 1, "look")}),
)
TEXT = ODD["comments"]


def laid(folder: Path, text: str = TEXT) -> Kept:
    place = folder / "a.yaml"
    place.write_bytes(text.encode())
    return kept.opened(place)


def typed(one: Kept, text: str) -> Kept:
    one.document.text = text
    one.document.settle()
    return one


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: 1\r\nb: 2\n", b"", b"a: 1\rb", TEXT.encode()])
def test_every_byte_stays(data: bytes, tmp_path: Path) -> None:
    place = tmp_path / "a.yaml"
    place.write_bytes(data)
    one = kept.opened(place)
    text = one.document.text
    for change in ("x", ""):
        one.document.text = text + change
        one.took(kept.save(kept.writing(one)).stood)
        assert place.read_bytes() == data + change.encode()


def test_what_cannot_be_opened_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes("é".encode("latin-1"))
    (tmp_path / "large.yaml").write_bytes(b"#" * (8 * 1024 * 1024 + 1))
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
    names = ("latin.yaml", "large.yaml", "pipe.yaml", "none.yaml", ".", "latin.yaml/a", "a\0b")
    said = set()
    for name in names:
        with pytest.raises(UpstanderError) as told:
            files.read(tmp_path / name)
        said.add(told.value.what.replace(str(tmp_path / name), ""))
    assert len(said) == 5, said


@posix
def test_rights_and_links_stay(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    laid(real)
    (real / "a.yaml").chmod(0o640)
    (tmp_path / "b.yaml").symlink_to(real / "a.yaml")
    one = typed(kept.opened(tmp_path / "b.yaml"), "a: 1\n")
    kept.save(kept.writing(one))
    assert (tmp_path / "b.yaml").is_symlink()
    assert (real / "a.yaml").read_text() == "a: 1\n"
    assert (real / "a.yaml").stat().st_mode & 0o777 == 0o640


def test_what_somebody_else_wrote_is_never_written_over(tmp_path: Path) -> None:
    one = typed(laid(tmp_path), "a: 1\n")
    theirs = TEXT.swapcase()  # It is as long as what stood there.
    one.place.write_text(theirs)
    with pytest.raises(OutsideError):
        kept.save(kept.writing(one))
    assert one.place.read_text() == theirs
    kept.save(kept.writing(one), over=True)
    assert one.place.read_text() == "a: 1\n"


def test_a_file_that_is_gone_is_written_again_and_a_folder_that_is_gone_is_said(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    one = typed(laid(folder), "a: 1\n")
    one.place.unlink()
    kept.save(kept.writing(one))
    assert one.place.read_text() == "a: 1\n"
    one.place.unlink()
    folder.rmdir()
    with pytest.raises(FileNotFoundError) as wrong:
        kept.save(kept.writing(one))
    assert "folder" in files.cannot_save(one.place, wrong.value, aside=True).what


def test_a_full_disk_leaves_the_old_file_and_takes_the_text_home(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        one = typed(laid(disk), "a: 1\n" * 9000)
        filler = fill_up(disk)
        with pytest.raises(OSError, match=r".") as wrong:
            kept.save(kept.writing(one))
        assert isinstance(files.cannot_save(one.place, wrong.value, aside=True), NoRoom)
        assert one.place.read_text() == TEXT
        with pytest.raises(OSError, match=r"."):
            aside.keep(one.place, one.unsaved(), home=False)
        aside.keep(one.place, one.unsaved(), home=True)
        assert sorted(found.name for found in disk.iterdir()) == ["a.yaml", "filler"]
        found = aside.find(one.place)
        assert found is not None
        assert found.text == one.document.text
        filler.unlink()
        kept.save(kept.writing(one))
        aside.forget(one.place)
        assert one.place.read_text() == one.document.text
        assert not any(paths.unsaved().iterdir())


def test_a_place_that_cannot_be_written_is_said() -> None:
    error = OSError(30, "no")
    assert isinstance(files.cannot_save(paths.home(), error, aside=False), ReadOnlyPlace)


# The map


def test_what_lies_on_the_map_is_the_same_again(tmp_path: Path) -> None:
    place = tmp_path / "a.yaml"
    side.write(place, ARRANGED)
    assert side.read(place) == (ARRANGED, True)
    side.write(place, Arrangement())
    assert list(tmp_path.iterdir()) == []
    assert side.read(place) == (Arrangement(), True)


def test_places_of_scenes_that_are_gone_are_not_saved(tmp_path: Path) -> None:
    one = laid(tmp_path)
    one.document.settle()
    one.document.arrangement = ARRANGED
    kept.save(kept.writing(one))
    found = side.read(one.place)[0]
    assert found.pins == {"one": (1.5, -2)}
    assert found.folded == frozenset()
    assert found.notes == ARRANGED.notes
    assert one.document.arrangement == ARRANGED
    assert one.place.read_text() == TEXT


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"format": "scenario-map/2"}',
        b'{"format": "scenario-map/1", "pins": {"a": [1, NaN]}}',
        b'{"format": "scenario-map/1", "pins": {"a": [1, 1e300]}}',
        b'{"format": "scenario-map/1", "pins": {"a": [1, true]}}',
        b'{"format": "scenario-map/1", "pins": {"a": [1]}}',
        b'{"format": "scenario-map/1", "pins": 5}',
        b'{"format": "scenario-map/1", "folded": "abc"}',
        b'{"format": "scenario-map/1", "notes": {"a": {"x": 1, "y": 1, "text": 1}}}',
        b'{"format": "scenario-map/1"}' + b" " * side.LARGEST,
    ],
)
def test_an_odd_map_is_left_where_it_is(data: bytes, tmp_path: Path) -> None:
    place = tmp_path / "a.yaml"
    side.place(place).write_bytes(data)
    assert side.read(place) == (Arrangement(), False)
    side.write(place, ARRANGED, understood=False)
    assert side.read(place) == (ARRANGED, True)
    assert (tmp_path / "a.map.json.before").read_bytes() == data
    side.place(place).write_bytes(b"another")
    side.write(place, ARRANGED, understood=False)
    assert (tmp_path / "a.map.json.before").read_bytes() == data
    assert (tmp_path / "a.map.json.before.2").read_bytes() == b"another"


# What is not saved


def test_what_is_kept_aside_is_the_same_again(tmp_path: Path) -> None:
    one = laid(tmp_path)
    one.document.text, one.document.arrangement = "x: \r\n\ufeff", ARRANGED
    unsaved = one.unsaved(left=True)
    aside.keep(one.place, unsaved, home=False)
    assert aside.find(one.place) == unsaved
    assert list(aside.every([tmp_path])) == [one.place]
    # An earlier program has not said from where it was.
    line, _end, text = aside.beside(one.place).read_bytes().partition(b"\n")
    head = {key: said for key, said in json.loads(line).items() if key != "from"}
    aside.beside(one.place).write_bytes(json.dumps(head).encode() + b"\n" + text)
    assert aside.find(one.place) == unsaved
    aside.forget(one.place)
    assert not aside.is_there(one.place)


def test_what_somebody_else_has_kept_beside_a_shared_file_stays_theirs(tmp_path: Path) -> None:
    one, here = laid(tmp_path), paths.home()
    paths.move_home(tmp_path / "theirs")
    one.document.text = "theirs\n"
    unsaved = one.unsaved()
    aside.keep(one.place, unsaved, home=False)
    paths.move_home(here)
    one.document.text = "ours\n"
    aside.keep(one.place, one.unsaved(), home=True)
    paths.move_home(tmp_path / "theirs")  # They write on: what is ours counts for us, still.
    later = unsaved._replace(at=unsaved.at + timedelta(days=1))
    aside.keep(one.place, later, home=False)
    paths.move_home(here)
    found = aside.find(one.place)
    assert found is not None
    assert (found.text, found.ours) == ("ours\n", True)
    aside.forget(one.place)  # Ours is saved; theirs is not.
    theirs = aside.find(one.place)
    assert theirs is not None
    assert (theirs.text, theirs.ours) == ("theirs\n", False)
    # Where there is no other place, theirs gets another name.
    aside.keep(one.place, one.unsaved(), home=False)
    found = aside.find(one.place)
    assert found is not None
    assert (found.text, found.ours) == ("ours\n", True)
    put_by = aside.beside(one.place).with_name(f"{aside.beside(one.place).name}.1")
    assert put_by.read_text().endswith("theirs\n")


@pytest.mark.parametrize(
    "change", ["cut", "format", "map", "at", "naive", "binary", "empty", "folder"]
)
def test_what_is_odd_is_put_by_and_not_lost(change: str, tmp_path: Path) -> None:
    one = laid(tmp_path)
    aside.keep(one.place, one.unsaved(), home=False)
    place = aside.beside(one.place)
    line, _end, text = place.read_bytes().partition(b"\n")
    head = json.loads(line)
    odd = {
        "cut": line + b"\n" + text[:-1],
        "binary": os.urandom(100),
        "empty": b"",
        "folder": b"",
    }
    changes = {"format": "upstander-unsaved/9", "map": 5, "at": "x", "naive": "2020-01-01"}
    head["at" if change == "naive" else change] = changes.get(change)
    data = odd.get(change, json.dumps(head).encode() + b"\n" + text)
    place.unlink()
    if change == "folder":
        place.mkdir()
    else:
        place.write_bytes(data)
    assert aside.find(one.place) is None
    aside.forget(one.place)
    assert place.exists()
    aside.keep(one.place, one.unsaved(), home=False)
    assert aside.find(one.place) is not None
    by = tmp_path / f"{place.name}.1"
    assert by.is_dir() if change == "folder" else by.read_bytes() == data


# Who has it


def test_one_at_a_time_holds_a_file_and_its_lock_goes(tmp_path: Path) -> None:
    one, other = laid(tmp_path), kept.opened(tmp_path / "a.yaml")
    assert kept.take_hold(one)
    assert not kept.take_hold(other)
    assert other.document.fixed
    assert other.holder is not None
    assert other.holder.since is not None
    assert one.hold is not None
    one.hold.release()
    assert [found.name for found in tmp_path.iterdir()] == ["a.yaml"]
    assert kept.take_hold(other)
    assert not other.document.fixed


@pytest.mark.parametrize("data", [b"", b"[", b'{"computer": 1, "since": "x"}', b"\xff"])
def test_who_holds_it_may_be_unknown(data: bytes, tmp_path: Path) -> None:
    place = tmp_path / "a.yaml"
    holding.place(place).write_bytes(data)
    assert holding.holder(place) == holding.Holder()


def test_what_comes_along_is_never_changed() -> None:
    found = next(paths.built_in_scenarios().rglob("*.yaml"))
    assert kept.opened(found).document.fixed


_SAVES: Final = """
import sys
from pathlib import Path
from trainer.authoring.keeping import kept

one = kept.opened(Path(sys.argv[1]))
one.document.text = "a: 1"
try:
    kept.save(kept.writing(one))
except PermissionError:
    print("refused")
"""


@posix
def test_a_file_that_nobody_may_write_is_not_replaced(tmp_path: Path) -> None:
    one = laid(tmp_path)
    one.place.chmod(0o444)
    command = [*powerless(), sys.executable, "-c", _SAVES, str(one.place)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("refused\n", "")
    assert one.place.read_text() == TEXT


@posix
def test_two_never_hold_one_file_however_fast_it_goes_from_hand_to_hand(tmp_path: Path) -> None:
    place, holding_it, two = tmp_path / "a.yaml", 0, False

    def take_and_let_go() -> None:
        nonlocal holding_it, two
        for _turn in range(120):
            try:
                hold = holding.Hold(place)
            except holding.HeldError:
                continue
            holding_it += 1
            two = two or holding_it > 1
            time.sleep(0)
            holding_it -= 1
            hold.release()

    threads = [threading.Thread(target=take_and_let_go) for _number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not two


@posix
def test_links_and_pipes_beside_a_file_lead_nowhere(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    precious = tmp_path / "precious"
    for name in ("a.yaml.part", ".a.yaml.open", ".a.yaml.autosave", "a.map.json.part"):
        precious.write_text("precious")
        one = laid(there)
        (there / name).unlink(missing_ok=True)
        (there / name).symlink_to(precious)
        hold = holding.Hold(one.place)
        one.document.arrangement = ARRANGED
        typed(one, f"a: {name}\n")
        aside.keep(one.place, one.unsaved(), home=True)
        kept.save(kept.writing(one))
        hold.release()
        assert (precious.read_text(), one.place.is_symlink()) == ("precious", False), name
        assert one.place.read_text() == f"a: {name}\n"
        (there / "a.map.json").unlink()
    (there / ".a.yaml.open").unlink()
    (there / ".a.yaml.open").symlink_to(tmp_path / "new")
    holding.Hold(one.place).release()
    assert not (tmp_path / "new").exists()
    precious.write_text("precious")
    (there / ".a.yaml.open").unlink()
    os.link(precious, there / ".a.yaml.open")
    holding.Hold(one.place).release()
    assert precious.read_text() == "precious"


def test_a_folder_in_the_way_is_gone_round(tmp_path: Path) -> None:
    one = laid(tmp_path)
    for name in ("a.yaml.part", ".a.yaml.autosave.part", "a.map.json.part"):
        (tmp_path / name / "full").mkdir(parents=True)
    there = {found.name for found in tmp_path.iterdir()}
    one.document.arrangement = ARRANGED
    aside.keep(one.place, typed(one, "a: 1\n").unsaved(), home=False)
    written = kept.save(kept.writing(one))
    assert written.side_error is None
    assert one.place.read_text() == "a: 1\n"
    made = {found.name for found in tmp_path.iterdir()} - there
    assert made == {"a.map.json", ".a.yaml.autosave"}


@posix
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    one = typed(laid(tmp_path), "a: 1\n")
    os.mkfifo(tmp_path / "a.yaml.part")
    one.took(kept.save(kept.writing(one)).stood)
    assert one.place.read_text() == "a: 1\n"
    one.place.unlink()
    os.mkfifo(one.place)
    with pytest.raises(OSError, match="No such device"):
        kept.save(kept.writing(typed(one, "a: 2\n")))


def test_a_name_may_be_as_long_as_any(tmp_path: Path) -> None:
    place = tmp_path / ("x" * 250 + ".yaml")
    place.write_text("a: 1\n")
    assert not aside.is_there(place)
    one = typed(kept.opened(place), "a: 2\n")
    aside.keep(place, one.unsaved(), home=True)
    assert aside.is_there(place)
    kept.save(kept.writing(one))
    aside.put_by(place)
    assert not aside.is_there(place)
    assert place.read_text() == "a: 2\n"
    assert [found for found in tmp_path.iterdir() if found.is_file()] == [place]
