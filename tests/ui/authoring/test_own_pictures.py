"""Pictures of one's own are copied without what a camera wrote into them, and it is said where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from tests.authoring.keeping import photos
from tests.scenes import Stage
from tests.ui.practice.hands import Hands
from trainer import paths
from trainer.authoring.keeping.bare_pictures import bare
from trainer.errors import UpstanderError
from trainer.settings import Settings
from trainer.ui.authoring.tables.pickers import own
from trainer.ui.authoring.tables.pickers.sheet import PictureSheet
from trainer.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(
    ("name", "photo"),
    [("a.jpg", photos.jpeg()), ("a.png", photos.png()), ("a.webp", photos.webp())],
)
def test_a_photo_is_copied_without_what_a_camera_wrote(
    tmp_path: Path, name: str, photo: bytes
) -> None:
    beside = tmp_path / "story"
    beside.mkdir()
    place = tmp_path / name
    place.write_bytes(photo)
    assert own.brought(place, beside) == own.brought(place, beside) == name
    (copied,) = beside.iterdir()
    assert photos.MARK not in copied.read_bytes()
    form = name[2:].replace("jpg", "jpeg")
    assert photos.seen(copied.read_bytes(), form) == photos.seen(photo, form)
    assert place.read_bytes() == photo
    # One that lies there already was laid by hand: it stays as it is.
    copied.write_bytes(photo)
    assert own.brought(copied, beside) == name
    assert copied.read_bytes() == photo


@pytest.mark.filterwarnings("ignore")
def test_a_photo_from_which_it_cannot_be_taken_out_is_not_copied(tmp_path: Path) -> None:
    beside, place = tmp_path / "story", tmp_path / "a.jpg"
    beside.mkdir()
    plain = bare(photos.jpeg()) or b""
    place.write_bytes(plain[:-2] + b"\xff\xe1\xff\xff" + photos.MARK)
    with pytest.raises(UpstanderError, match="What a camera may have noted"):
        own.brought(place, beside)
    assert list(beside.iterdir()) == []


def test_where_one_chooses_a_picture_it_says_what_stays_in_it(qapp: QApplication) -> None:
    with Stage() as stage:
        sheet = PictureSheet(stage.context, stage.shell, "people", paths.own_scenarios())
        sheet.open()
        said = "Faces, house numbers and the name of the file stay."
        assert any(said in one.text() for one in sheet.findChildren(QLabel) if one.isVisible())
        (bring,) = (one for one in sheet.findChildren(QuietButton) if "my own" in one.text())
        assert said in bring.accessibleDescription()


def test_where_there_is_little_room_it_is_told_once_one_was_chosen(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "a.png"
    place.write_bytes(photos.png())
    paths.own_scenarios().mkdir(parents=True)
    monkeypatch.setattr(
        "trainer.ui.authoring.tables.pickers.sheet.ask_for_file", lambda _parent: str(place)
    )
    for size, told in (((800, 600), 1), ((1280, 800), 0)):
        with Stage(Settings(keep=True, text_size=200), size) as stage:
            stage.shell.show()
            sheet = PictureSheet(stage.context, stage.shell, "people", paths.own_scenarios())
            sheet.open()
            stage.settle(0.02)
            bring = next(one for one in sheet.findChildren(QuietButton) if "my own" in one.text())
            bring.click()
            stage.settle(0.02)
            assert Hands(stage).seen().count("such as place and time, is left out") == told


@pytest.mark.parametrize(
    ("name", "copied"),
    [
        ("IMG_20261130_161502.jpg", "img.jpg"),
        ("2026-11-30 16.15.02.jpg", "picture.jpg"),
        ("IMG-20261130-WA0003.jpg", "img-wa0003.jpg"),
        ("room 101 (2).jpg", "room-101-2.jpg"),
    ],
)
def test_the_day_in_the_name_of_a_photo_goes(tmp_path: Path, name: str, copied: str) -> None:
    beside = tmp_path / "story"
    beside.mkdir()
    (tmp_path / name).write_bytes(photos.jpeg())
    assert own.brought(tmp_path / name, beside) == copied
