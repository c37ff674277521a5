"""What is inside a file that calls itself a picture, as far as its first bytes and its size tell.

Nothing is decoded: that is the window's, which draws only what is none of these.
"""

from __future__ import annotations

import os
import stat
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO, Final, Literal

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES: Final = 16 * 1024 * 1024
MOST_PIXELS: Final = 16_000_000

Form = Literal["png", "jpeg", "webp"]

FORMS: Final[dict[str, Form]] = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp"}
"""By the ending of a file, what has to be in it."""

Inside = Literal["empty", "no-picture", "other-kind", "cut-off", "too-large"]

TOO_SHORT: Final = 12
"""Bytes below which nothing can be told of what a file will be: something may still write it."""

_MOST_PIECES: Final = 10_000
"""Pieces of a file that are looked at; one of 16 MiB has some thousand."""

_NO_SIZE_IN: Final = {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG that look like those of a picture's size, and are others."""

_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def wrong_inside(place: str | Path) -> Inside | None:
    """Say why a file could not be drawn; None if nothing speaks against it, or it is not there."""
    try:
        real = os.path.realpath(place)  # Its own ending counts, not that of a link to it.
        found = os.stat(real)
    except (OSError, ValueError):
        return None
    return _wrong_inside(real, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=500)
def _wrong_inside(place: str, _changed: int, size: int) -> Inside | None:
    if size > MOST_BYTES:
        return "too-large"
    try:
        with open(place, "rb", opener=_opener) as file:
            return _looked_at(file, place, size)
    except OSError:
        return None


def _opener(name: str, flags: int) -> int:
    handle = os.open(name, flags | _NO_WAIT)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(name)
    return handle


def _looked_at(file: BinaryIO, place: str, size: int) -> Inside | None:
    head = file.read(32)
    if len(head) < TOO_SHORT:
        return "empty"
    form = form_of(head)
    if form is None:
        return "no-picture"
    if form != FORMS.get(os.path.splitext(place)[1].lower()):
        return "other-kind"
    wide, high, is_whole = _MEASURES[form](file, head, size)
    if not wide or not high:
        return "no-picture" if is_whole else "cut-off"
    if wide * high > MOST_PIXELS:
        return "too-large"
    return None if is_whole else "cut-off"


def form_of(head: bytes) -> Form | None:
    """Say which picture begins with these bytes; None: none that is ever shown."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "webp" if head[:4] == b"RIFF" and head[8:12] == b"WEBP" else None


_Measures = tuple[int, int, bool]
"""How wide and how high, 0 if that is nowhere; and whether its end is there, too."""


def _of_png(file: BinaryIO, head: bytes, size: int) -> _Measures:
    is_headed = head[12:16] == b"IHDR"
    wide, high = (_number(head[at : at + 4]) if is_headed else 0 for at in (16, 20))
    at = 8
    for _piece in range(_MOST_PIECES):
        file.seek(at)
        begun = file.read(8)
        at += 12 + _number(begun[:4])
        if len(begun) < 8 or at > size:
            return wide, high, False
        if begun[4:] == b"IEND":
            return wide, high, True
    return wide, high, True


def _of_jpeg(file: BinaryIO, _head: bytes, size: int) -> _Measures:
    """Look for the size; what ends after it is drawn as far as it goes, and counts as whole."""
    at = 2
    for _piece in range(_MOST_PIECES):
        file.seek(at)
        begun = file.read(9)
        if len(begun) < 4 or begun[0] != 0xFF:
            return 0, 0, at < size
        kind = begun[1]
        if kind == 0xFF:  # What fills up.
            at += 1
            continue
        if 0xC0 <= kind <= 0xCF and kind not in _NO_SIZE_IN and len(begun) == 9:
            return _number(begun[7:9]), _number(begun[5:7]), True
        at += 2 + _number(begun[2:4])
    return 0, 0, True


def _of_webp(_file: BinaryIO, head: bytes, size: int) -> _Measures:
    is_whole = int.from_bytes(head[4:8], "little") + 8 <= size
    kind, data = head[12:16], head[20:]
    if kind == b"VP8X":
        wide, high = (1 + int.from_bytes(data[at : at + 3], "little") for at in (4, 7))
    elif kind == b"VP8L" and data[:1] == b"\x2f":
        bits = int.from_bytes(data[1:5], "little")
        wide, high = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    elif kind == b"VP8 " and data[3:6] == b"\x9d\x01\x2a":
        wide, high = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (6, 8))
    else:
        wide = high = 0
    return wide, high, is_whole


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")


_MEASURES: Final = {"png": _of_png, "jpeg": _of_jpeg, "webp": _of_webp}
