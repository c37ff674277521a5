"""A picture's path is judged as written, then where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trainer.scenario.files.assets import wrong_with

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "scenario"
    (made / "inside").mkdir(parents=True)
    (made / "here.png").touch()
    (made / "inside" / "deep.JPG").touch()
    (tmp_path / "outside.png").touch()
    (made / "way-out.png").symlink_to(tmp_path / "outside.png")
    (made / "folder-out").symlink_to(tmp_path)
    return made


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("here.png", None),
        ("inside/deep.JPG", None),
        ("inside\\deep.JPG", None),
        ("inside/../here.png", None),
        ("../outside.png", "leaves"),
        ("inside/../../outside.png", "leaves"),
        ("..\\outside.png", "leaves"),
        ("../scenario/here.png", "leaves"),
        ("/outside.png", "absolute"),
        ("C:outside.png", "absolute"),
        ("\\\\host\\outside.png", "absolute"),
        ("file:///outside.png", "absolute"),
        ("here.png\0", "absolute"),
        ("here.svg", "kind"),
        ("here.png.gif", "kind"),
        ("way-out.png", "link"),
        ("folder-out/outside.png", "link"),
        ("gone.png", "missing"),
        ("inside", "kind"),
    ],
)
def test_what_is_wrong_with_a_path(folder: Path, path: str, wrong: str | None) -> None:
    assert wrong_with(path, folder) == wrong


def test_without_a_folder_no_file_is_there() -> None:
    assert wrong_with("here.png", None) == "missing"
    assert wrong_with("../here.png", None) == "leaves"
