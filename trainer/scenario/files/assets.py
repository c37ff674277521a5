"""Pictures and files that a file names: built-in ones, and its own beside it.

Nothing outside a file's folder is ever opened, so a path is followed through links
before it is believed.
"""

from __future__ import annotations

import ntpath
import os
import posixpath
from typing import TYPE_CHECKING, Final, Literal

from trainer import paths

if TYPE_CHECKING:
    from pathlib import Path

KINDS: Final = frozenset({".png", ".jpg", ".jpeg", ".webp"})
"""Endings of pictures that may lie beside a scenario. SVG is not among them."""

PictureFolder = Literal["backdrops", "people", "pages/pictures"]
"""A folder of built-in pictures, below the assets."""

Wrong = Literal["absolute", "leaves", "link", "kind", "missing"]


def built_in(folder: PictureFolder) -> frozenset[str]:
    """Names, without ending, of the pictures that come with the program."""
    place = paths.assets() / folder
    if not place.is_dir():
        return frozenset()
    return frozenset(entry.stem for entry in place.glob("*.*") if not entry.name.startswith("."))


def wrong_with(path: str, folder: Path | None) -> Wrong | None:
    """Say what is wrong with a picture's path as written in a file; None if nothing.

    ``folder`` is the file's; None if it has none, and then no file is there.
    """
    written = path.replace("\\", "/")
    if posixpath.isabs(written) or ntpath.splitdrive(path)[0] or "://" in written or "\0" in path:
        return "absolute"
    if posixpath.normpath(written).split("/")[0] == "..":
        return "leaves"
    if posixpath.splitext(written)[1].lower() not in KINDS:
        return "kind"
    return _wrong_on_disk(written, folder)


def _wrong_on_disk(written: str, folder: Path | None) -> Wrong | None:
    if folder is None:
        return "missing"
    try:
        home = os.path.realpath(folder)
        place = os.path.realpath(os.path.join(home, written))
        if os.path.commonpath([home, place]) != home:
            return "link"
        return None if os.path.isfile(place) else "missing"
    except (OSError, ValueError):
        return "missing"
