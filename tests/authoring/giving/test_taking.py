"""What is given away and taken in again: whole, apart from what is here, and never out of place."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.authoring.keeping import photos
from tests.bad_days.days import small_disk
from tests.scenes.authoring_giving_scenes import own_workshop
from trainer import paths
from trainer.authoring.giving import belonging, packing, taking, zipped
from trainer.authoring.giving.taking import Stands
from trainer.authoring.keeping import own_copies
from trainer.authoring.keeping.bare_pictures import bare
from trainer.errors import CarriedError, UpstanderError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

STORY = "format: scenario/1\nid: mine\ntitle: Mine\nbackdrop: pictures/a.png\n"


def written(place: Path, members: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return place


def there(folder: Path) -> set[str]:
    return {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()}


def test_a_plan_goes_with_all_that_it_names_and_comes_back_whole(tmp_path: Path) -> None:
    plan = own_workshop()
    parcels = belonging.with_named(plan)
    assert [one.format for one in parcels] == ["plan/1", "scenario/1"]
    assert (parcels[1].pictures, parcels[1].translations) == (1, 1)
    given = tmp_path / "given.zip"
    given.write_bytes(packing.packed(parcels))
    before = {one: one.read_bytes() for one in paths.home().rglob("*") if one.is_file()}
    paths.move_home(tmp_path / "hers")
    came = taking.look(given, ())
    assert {one.stands for one in came} == {Stands.NEW}
    laid = taking.lay(came)
    story = next(one for one in laid if one.is_relative_to(paths.own_scenarios()))
    assert there(story.parent) == {
        "morning-train-2.yaml", "morning-train-2.de.po", "pictures/our-train.png"
    }  # fmt: skip
    for one in story.parent.rglob("*"):
        if one.is_file():
            same = [data for path, data in before.items() if path.name == one.name]
            assert one.read_bytes() in same
    assert plan.read_bytes() in [one.read_bytes() for one in laid]
    # Once more: nothing is new.
    assert {one.stands for one in taking.look(given, ())} == {Stands.SAME}


@pytest.mark.parametrize("make", [photos.jpeg, photos.png, photos.webp])
def test_a_photo_laid_there_by_hand_is_given_without_what_a_camera_wrote(
    tmp_path: Path, make: Callable[[], bytes]
) -> None:
    plan = own_workshop()
    picture = paths.own_scenarios() / "morning-train-2/pictures/our-train.png"
    picture.write_bytes(make())  # Whatever it is called.
    given = tmp_path / "given.zip"
    given.write_bytes(packing.packed(belonging.with_named(plan)))
    inside = zipped.Zipped(given.name, given.read_bytes())
    held = {name: inside.read(name, zipped.LARGEST) or b"" for name in inside.names}
    assert not [name for name, data in held.items() if photos.MARK in data]
    assert held["scenarios/morning-train-2/pictures/our-train.png"] == bare(make())
    assert picture.read_bytes() == make()
    # It is known again, though it is not the same bytes.
    assert {one.stands for one in taking.look(given, ())} == {Stands.SAME}


def test_nothing_is_given_with_a_picture_from_which_it_cannot_be_taken_out() -> None:
    plan = own_workshop()
    picture = paths.own_scenarios() / "morning-train-2/pictures/our-train.png"
    picture.write_bytes(b"\0\0\0\x18ftypheic" + photos.MARK)
    with pytest.raises(UpstanderError, match="What a camera may have noted"):
        packing.packed(belonging.with_named(plan))
    picture.write_bytes(b"")  # Something may still write it: it says nothing yet.
    assert packing.packed(belonging.with_named(plan))


def test_what_has_the_id_of_another_stands_beside_it_and_is_named_anew(tmp_path: Path) -> None:
    plan = own_workshop()
    given = tmp_path / "given.zip"
    given.write_bytes(packing.packed(belonging.with_named(plan)))
    story = paths.own_scenarios() / "morning-train-2/morning-train-2.yaml"
    story.write_text(story.read_text("utf-8") + "# Hers\n", "utf-8")
    mine = {one: one.read_bytes() for one in paths.home().rglob("*") if one.is_file()}
    came = taking.look(given, ())
    assert {one.stands for one in came} == {Stands.ANOTHER}
    laid = taking.lay(came)
    assert {one: one.read_bytes() for one in mine} == mine
    texts = {one.stem: one.read_text("utf-8") for one in laid}
    assert texts.keys() == {"sixty-minutes-2-2", "morning-train-2-2"}
    assert "scenario: morning-train-2-2\n" in texts["sixty-minutes-2-2"]
    assert "title: The 8:10 to Harbor (my own) (taken in)\n" in texts["morning-train-2-2"]
    assert "morning-train-2-2.de.po" in there(laid[-1].parent) | there(laid[0].parent)
    # And what was laid beside it is known again.
    again = taking.look(given, ())
    assert {one.stands for one in again} == {Stands.SAME}
    assert taking.lay(again) == []


def test_a_list_that_the_story_of_a_plan_names_goes_along_and_another_title_is_another(
    tmp_path: Path,
) -> None:
    plan = own_workshop()
    story = paths.own_scenarios() / "morning-train-2/morning-train-2.yaml"
    helps = own_copies.copy(min(paths.built_in_help().glob("*.yaml")), ())
    helps.write_text(
        helps.read_text("utf-8").replace("\n  emergency-911:", "\n  our-circle:"), "utf-8"
    )
    named = re.sub("(?m)^resources: .*", "resources: [our-circle]", story.read_text("utf-8"))
    story.write_text(named, "utf-8")
    parcels = belonging.with_named(plan)
    assert [one.path for one in parcels] == [plan, story, helps]
    given = tmp_path / "given.zip"
    given.write_bytes(packing.packed(parcels))
    story.write_text(re.sub("(?m)^title: .*", "title: Another", named), "utf-8")
    stands = {one.title: one.stands for one in taking.look(given, ())}
    assert stands.pop("The 8:10 to Harbor (my own)") is Stands.ANOTHER
    assert Stands.SAME in stands.values()


def test_only_what_a_file_names_comes_in(tmp_path: Path) -> None:
    given = written(
        tmp_path / "a.zip",
        {
            "x/mine.yaml": STORY + "cast: {a: {picture: ../far.png}, b: {picture: /etc/a.png}}\n",
            "x/pictures/a.png": b"picture",
            "x/pictures/b.png": b"nobody names it",
            "far.png": b"outside",
            "x/mine.ko.po": "ko",
            "x/other.ko.po": "no",
            "x/mine.map.json": "{}",
            "x/run.sh": "rm",
            "__MACOSX/x/mine.yaml": STORY,
            "x/.hidden.yaml": STORY,
            "x/notes.yaml": "no: format",
            "x/later.yaml": "format: scenario/9\nid: later\n",
        },
    )
    (came,) = taking.look(given, ())
    (path,) = taking.lay([came])
    assert there(paths.home()) == {
        f"scenarios/mine/{name}" for name in ("mine.yaml", "mine.ko.po", "pictures/a.png")
    }
    assert (path.parent / "pictures/a.png").read_bytes() == b"picture"


@pytest.mark.parametrize("picture", ["C:out.png", "a/../C:out.png", "http://out.png"])
def test_a_picture_that_would_be_a_way_out_elsewhere_stays_in_the_zip(
    tmp_path: Path, picture: str
) -> None:
    story = STORY.replace("pictures/a.png", picture)
    names = ("x/C:out.png", "x/http:/out.png")
    given = written(tmp_path / "a.zip", {"x/mine.yaml": story, **dict.fromkeys(names, b"picture")})
    (path,) = taking.lay(taking.look(given, ()))
    assert there(path.parent) == {"mine.yaml"}


def test_a_text_alone_brings_what_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/a.png").write_bytes(b"picture")
    (tmp_path / "mine.de.po").write_text("de")
    file = tmp_path / "sent-by-her.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + STORY.encode())
    (path,) = taking.lay(taking.look(file, {"mine"}))
    assert path == paths.own_scenarios() / "mine-2/mine-2.yaml"
    assert there(path.parent) == {"mine-2.yaml", "mine-2.de.po", "pictures/a.png"}
    assert path.read_bytes().startswith(b"\xef\xbb\xbfformat")
    assert "id: mine-2\n" in path.read_text("utf-8")


def test_an_id_is_no_way_out_of_the_folder(tmp_path: Path) -> None:
    story = STORY.replace("id: mine", "id: ../../out")
    given = written(tmp_path / "a.zip", {"a.yaml": story, "a.ko.po": "x"})
    (path,) = taking.lay(taking.look(given, ()))
    assert path.parent.parent == paths.own_scenarios()
    assert there(path.parent) == {"out.yaml", "out.ko.po"}
    assert "id: out\n" in path.read_text()


def test_one_that_cannot_be_read_comes_in_as_it_is(tmp_path: Path) -> None:
    broken = "format: scenario/1\ntitle: [\n"
    given = written(tmp_path / "a.zip", {"half/written.yaml": broken})
    (path,) = taking.lay(taking.look(given, ()))
    assert path.read_text() == broken


def _locked(data: bytearray) -> None:
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1


def _cut(data: bytearray) -> None:
    del data[len(data) // 2 :]


def _flipped(data: bytearray) -> None:
    at = data.index(b"mine.yaml") + 20
    data[at] ^= 0xFF


def _other_way(data: bytearray) -> None:
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + at] = 93


@pytest.mark.parametrize("harm", [_locked, _cut, _flipped, _other_way])
def test_a_damaged_zip_is_refused(tmp_path: Path, harm: Callable[[bytearray], None]) -> None:
    given = written(tmp_path / "a.zip", {"mine.yaml": STORY * 1})
    data = bytearray(given.read_bytes())
    harm(data)
    given.write_bytes(data)
    with pytest.raises(CarriedError, match="cannot be taken in") as refused:
        taking.look(given, ())
    assert "Nothing was changed" in str(refused.value)
    assert not paths.own_scenarios().exists()


@pytest.mark.parametrize(
    "name",
    ["../up.yaml", "/etc/x.yaml", "a/../../b.yaml", "C:/x.yaml", "a\\..\\..\\b.png", "a//b.yaml",
     "a/./b", "x\x07.yaml", "\u202ex.yaml", "l" * 301, "../folder/"],
)  # fmt: skip
def test_a_name_that_leads_out_refuses_all_of_it(tmp_path: Path, name: str) -> None:
    given = written(tmp_path / "a.zip", {"mine.yaml": STORY, name: b""})
    with pytest.raises(CarriedError, match="leads out of its folder"):
        taking.look(given, ())


def test_links_and_names_that_are_alike_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("pictures/a.png")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    given = tmp_path / "a.zip"
    with zipfile.ZipFile(given, "w") as archive:
        archive.writestr("mine.yaml", STORY)
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(CarriedError, match="leads out"):
        taking.look(given, ())
    alike = written(tmp_path / "b.zip", {"e\u0301.png": b"", "É.png": b"", "mine.yaml": STORY})
    with pytest.raises(CarriedError, match="same name"):
        taking.look(alike, ())


def test_a_bomb_is_never_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "LARGEST", 2**20)
    long = STORY + "# " + "x" * 900_000
    given = written(tmp_path / "a.zip", {f"{n}.yaml": long for n in range(3)})
    assert given.stat().st_size < 20_000
    with pytest.raises(CarriedError, match="too large"):
        taking.look(given, ())
    picture = written(tmp_path / "b.zip", {"mine.yaml": STORY, "pictures/a.png": b"x" * 999_000})
    monkeypatch.setattr(own_copies, "LARGEST", 1000)
    (came,) = taking.look(picture, ())
    assert (came.beside, came.left_out) == ({}, ["pictures/a.png"])
    many = written(tmp_path / "c.zip", {f"{n}/mine.yaml": STORY for n in range(taking.MOST + 1)})
    with pytest.raises(CarriedError, match="more files"):
        taking.look(many, ())
    given.write_bytes(given.read_bytes() + b"x" * 2**20)
    with pytest.raises(CarriedError, match="too large to be taken in"):
        taking.look(given, ())


def test_what_holds_nothing_says_so(tmp_path: Path) -> None:
    empty = written(tmp_path / "a.zip", {"holiday.jpg": b"x"})
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all")
    for one in (empty, letter):
        with pytest.raises(CarriedError, match="holds nothing"):
            taking.look(one, ())
    with pytest.raises(CarriedError, match="cannot be read"):
        taking.look(tmp_path, ())


def test_where_there_is_no_room_nothing_of_it_is_here(home: Path, tmp_path: Path) -> None:
    long = STORY.replace("mine", "long") + "# " + "x" * 200_000
    given = written(tmp_path / "a.zip", {"1.yaml": STORY, "2.yaml": long})
    came = taking.look(given, ())
    with small_disk(home, 64):
        with pytest.raises(UpstanderError, match="could not be put"):
            taking.lay(came)
        assert there(paths.own_scenarios()) == set()


def test_nothing_but_the_copy_is_given(tmp_path: Path) -> None:
    plan = own_workshop()
    story = paths.own_scenarios() / "morning-train-2"
    (story / "morning-train-2.map.json").write_text('{"format": "scenario-map/1"}')
    (story / "diary.png").write_bytes(b"nobody names it")
    data = packing.packed(belonging.with_named(plan))
    assert data == packing.packed(belonging.with_named(plan))
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert sorted(names) == [
        "READ ME.txt",
        f"plans/{plan.stem}/{plan.stem}.yaml",
        "scenarios/morning-train-2/morning-train-2.de.po",
        "scenarios/morning-train-2/morning-train-2.yaml",
        "scenarios/morning-train-2/pictures/our-train.png",
    ]
