"""What calls itself a picture is looked into, and never decoded for that."""

from __future__ import annotations

import os
import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from tests.scenario.sample import GOOD, read
from trainer.scenario.files.pictures import MOST_BYTES, wrong_inside

if TYPE_CHECKING:
    from pathlib import Path


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(wide: int, high: int) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0))
    body = _chunk(b"IDAT", zlib.compress(bytes((wide + 1) * min(high, 10))))
    return b"\x89PNG\r\n\x1a\n" + head + body + _chunk(b"IEND", b"")


def jpeg(wide: int, high: int, *, filled: bytes = b"") -> bytes:
    about = b"\xff\xe1" + struct.pack(">H", 2 + 60_000) + bytes(60_000)
    tables = b"\xff\xc4" + struct.pack(">H", 2 + 9) + b"\xff" * 9
    size = b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, high, wide, 1) + bytes(3)
    return b"\xff\xd8" + about + tables + filled + size + b"\xff\xda\x00\x02"


def webp(kind: bytes, data: bytes) -> bytes:
    body = b"WEBP" + kind + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def lossy(wide: int, high: int) -> bytes:
    return webp(b"VP8 ", b"\x10\x02\x00\x9d\x01\x2a" + struct.pack("<HH", wide, high) + bytes(20))


def lossless(wide: int, high: int) -> bytes:
    return webp(b"VP8L", b"\x2f" + struct.pack("<I", wide - 1 | high - 1 << 14) + bytes(20))


def extended(wide: int, high: int) -> bytes:
    size = (wide - 1).to_bytes(3, "little") + (high - 1).to_bytes(3, "little")
    return webp(b"VP8X", bytes(4) + size + bytes(20))


@pytest.mark.parametrize(
    ("name", "data", "wrong"),
    [
        ("a.png", png(4000, 4000), None),
        ("a.PNG", png(1, 1), None),
        ("a.png", png(4000, 4001), "too-large"),
        ("a.png", png(20_000, 20_000), "too-large"),
        ("a.png", png(0, 5), "no-picture"),
        ("a.png", png(9, 9)[:-1], "cut-off"),
        ("a.png", png(9, 9)[:-12], "cut-off"),
        ("a.png", png(9, 9)[:20], "cut-off"),
        ("a.png", png(9, 9) + b"more", None),
        ("a.png", b"", "empty"),
        ("a.png", b"\x89PNG", "empty"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no-picture"),
        ("a.png", b"GIF89a" + bytes(40), "no-picture"),
        ("a.png", jpeg(9, 9), "other-kind"),
        ("a.jpg", png(9, 9), "other-kind"),
        ("a.jpg", jpeg(4000, 4000), None),
        ("a.jpeg", jpeg(4000, 4001), "too-large"),
        ("a.jpg", jpeg(9, 9, filled=b"\xff\xff"), None),
        ("a.jpg", jpeg(9, 9)[:500], "cut-off"),
        ("a.jpg", jpeg(9, 9)[:-12], "cut-off"),
        ("a.jpg", b"\xff\xd8\xff\xda" + bytes(40), "no-picture"),
        ("a.webp", lossy(4000, 4000), None),
        ("a.webp", lossy(4000, 4001), "too-large"),
        ("a.webp", lossless(4000, 4000), None),
        ("a.webp", lossless(4000, 4001), "too-large"),
        ("a.webp", extended(4000, 4000), None),
        ("a.webp", extended(4000, 4001), "too-large"),
        ("a.webp", lossy(9, 9)[:-1], "cut-off"),
        ("a.webp", webp(b"ELSE", bytes(30)), "no-picture"),
    ],
)
def test_what_is_in_it(tmp_path: Path, name: str, data: bytes, wrong: str | None) -> None:
    (tmp_path / name).write_bytes(data)
    assert wrong_inside(tmp_path / name) == wrong


def test_what_is_heavy_is_not_read(tmp_path: Path) -> None:
    place = tmp_path / "a.png"
    place.write_bytes(png(9, 9))
    os.truncate(place, MOST_BYTES)
    assert wrong_inside(place) is None
    os.truncate(place, 500 * 2**20)
    assert wrong_inside(place) == "too-large"


def test_what_is_no_file_says_nothing(tmp_path: Path) -> None:
    assert wrong_inside(tmp_path) is None
    assert wrong_inside(tmp_path / "gone.png") is None
    assert wrong_inside(tmp_path / "a\0.png") is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_nobody_waits_for_a_pipe_and_a_link_is_what_it_leads_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert wrong_inside(tmp_path / "pipe.png") in (None, "empty")
    (tmp_path / "real.jpg").write_bytes(jpeg(9, 9))
    (tmp_path / "link.png").symlink_to(tmp_path / "real.jpg")
    assert wrong_inside(tmp_path / "link.png") is None


def test_a_changed_file_is_looked_into_again(tmp_path: Path) -> None:
    place = tmp_path / "a.png"
    place.write_bytes(b"no picture at all")
    assert wrong_inside(place) == "no-picture"
    place.write_bytes(png(9, 9))
    assert wrong_inside(place) is None


@pytest.mark.parametrize("name", ["bus.png", "in/bus.png", "in\\bus.png"])
def test_the_checker_says_which_picture_it_is(tmp_path: Path, name: str) -> None:
    place = tmp_path / name.replace("\\", "/")
    place.parent.mkdir(exist_ok=True)
    text = GOOD.replace("backdrop: bus", f"backdrop: {name}", 1)
    for data, case in ((b"no picture at all", "no-picture"), (png(20_000, 20_000), "too-large")):
        place.write_bytes(data)
        (problem,) = read(text, tmp_path).problems
        assert (problem.code, problem.case) == ("missing-asset", case)
        assert problem.params["path"] == name
    for fine in (png(9, 9), b""):
        place.write_bytes(fine)
        assert read(text, tmp_path).problems == ()
