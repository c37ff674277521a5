"""A picture without what a camera wrote into it: the mark is gone, and it looks alike."""

from __future__ import annotations

import random
import struct
from typing import TYPE_CHECKING

import pytest

from tests.authoring.keeping.photos import MARK, exif, jpeg, png, seen, segment, webp
from trainer.authoring.keeping.bare_pictures import bare, bare_beside
from trainer.scenario.files.pictures import form_of

if TYPE_CHECKING:
    from collections.abc import Callable

PHOTOS = {
    "jpeg": jpeg(), "progressive": jpeg(progressive=True), "png": png(), "webp": webp(),
    "moving": webp(moves=True),
}  # fmt: skip


@pytest.mark.parametrize("name", PHOTOS)
def test_nothing_that_a_camera_wrote_is_left_and_it_looks_alike(name: str) -> None:
    photo = PHOTOS[name]
    form = form_of(photo[:12])
    assert form is not None
    found = bare(photo)
    assert found is not None
    assert MARK in photo
    for told in (MARK[:12], MARK[14:18], b"Sokha", b"MPF", b"tIME", b"zTXt", b"XMP ", b"mp42"):
        assert told not in found
    (was, turned), (shows, turns) = seen(photo, form), seen(found, form)
    assert not was.isNull()
    assert (shows, turns) == (was, turned)
    assert bare(found) == found


def test_the_pixels_are_the_same_bytes() -> None:
    found = {name: bare(photo) or b"" for name, photo in PHOTOS.items()}
    for name in ("jpeg", "progressive"):
        scans = PHOTOS[name][PHOTOS[name].index(b"\xff\xda") :].split(MARK)[0][:-4]
        assert found[name].endswith(scans + b"\xff\xd9")
        assert found[name].count(b"\xff\xd9") == 1  # And no other picture behind it.
    pixels = PHOTOS["png"].index(b"IDAT")
    assert PHOTOS["png"][pixels - 4 : pixels + 100] in found["png"]
    assert PHOTOS["webp"][30:130] in found["webp"]
    assert found["moving"].count(b"ANMF") == 2


@pytest.mark.parametrize("make", [jpeg, png, webp])
@pytest.mark.parametrize("order", ["<", ">"])
def test_which_way_up_is_kept_and_nothing_else_of_it(
    make: Callable[[int, str], bytes], order: str
) -> None:
    sizes = set()
    for way in range(10):
        found = bare(make(way, order)) or b""
        kept = struct.pack("<HHIH", 0x0112, 3, 1, way)
        assert (kept in found) == (2 <= way <= 8)
        assert found.count(b"II*\0") + found.count(b"MM\0*") == (2 <= way <= 8)
        sizes.add(len(found))
    assert len(sizes) == 2
    if make is webp:
        flags = (bare(make(1, order)) or b"")[20], (bare(make(3, order)) or b"")[20]
        assert flags == (0, 8)


def test_only_the_first_word_on_which_way_up_counts() -> None:
    plain = bare(jpeg(1)) or b""
    two = segment(0xE1, b"Exif\0\0" + exif(1)) + segment(0xE1, b"Exif\0\0" + exif(6))
    photo = plain[:2] + two + plain[2:]
    assert bare(photo) == plain
    filled = plain[:-2] + segment(0xFE, MARK) + MARK + b"\xff\xff" + plain[-2:]
    assert bare(filled) == plain
    late = plain[:-2] + segment(0xE1, b"Exif\0\0" + exif(6)) + plain[-2:]
    assert bare(late) == plain


def test_colours_are_kept() -> None:
    plain = bare(jpeg(1)) or b""
    assert segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01") in plain
    assert segment(0xE0, b"JFIF\0\x01\x01\x01\0\x48\0\x48\0\0") in plain
    colours = segment(0xE2, b"ICC_PROFILE\0\x01\x01" + bytes(range(256)))
    assert bare(plain[:2] + colours + plain[2:]) == plain[:2] + colours + plain[2:]


def test_what_cannot_be_gone_through_is_none() -> None:
    plain = bare(jpeg(1)) or b""
    lies = plain[:2] + b"\xff\xe1\xff\xff" + plain[2:]
    assert bare(lies) is None
    assert bare(plain[:-2] + b"\xff\xe1\xff\xff" + MARK) is None
    assert bare(plain[:2] + b"\xff\xfe\0\x01" + plain[2:]) is None
    assert bare(plain[:2] + segment(0xF0, MARK) + plain[2:]) is None
    assert bare(plain[: plain.index(b"\xff\xda")]) is None
    drawn = bare(png(1)) or b""
    assert bare(drawn[:-1]) is None
    assert bare(drawn[:33] + b"\0\0\0\x02CgBIab1234" + drawn[33:]) is None
    assert bare(drawn[:33] + b"\xff\xff\xff\xfftEXt" + drawn[33:]) is None
    web = bare(webp(1)) or b""
    assert bare(web[:-1]) is None
    assert bare(b"RIFF" + struct.pack("<I", len(web)) + web[8:]) is None
    assert bare(web[:16] + b"\xff\xff\xff\x7f" + web[20:]) is None
    for other in (b"\0\0\0\x18ftypheic" + MARK, b"<svg/>" + MARK, b"GIF89a" + MARK, MARK):
        assert bare(other) is None
    assert bare(b"") == b""


def test_marks_among_the_pixels_are_kept() -> None:
    plain = bare(jpeg(1)) or b""
    at = plain.index(b"\xff\xda") + 60
    steps = plain[:at] + b"\xff\xd0ab\xff\xff\xd7\xff\0\x01" + plain[at:]
    assert bare(steps) == steps


def test_one_that_ends_among_its_pixels_is_kept_as_far_as_it_goes() -> None:
    plain = bare(jpeg(1)) or b""
    half = plain[: plain.index(b"\xff\xda") + 60]
    assert bare(half) == half


def test_what_calls_itself_millions_of_pieces_is_none() -> None:
    many = b"\0\0\0\0tEXt1234"
    assert bare((bare(png(1)) or b"")[:33] + many * 150_000) is None
    assert bare(b"\xff\xd8\xff" + b"\xfe\0\2\xff" * 150_000) is None
    pieces = webp(1)[12:30] + b"ELSE\0\0\0\0" * 150_000
    assert bare(b"RIFF" + struct.pack("<I", len(pieces) + 4) + b"WEBP" + pieces) is None


@pytest.mark.parametrize("name", PHOTOS)
def test_damaged_bytes_are_never_a_crash(name: str) -> None:
    photo, chance = PHOTOS[name], random.Random(name)
    for _each in range(150):
        damaged = bytearray(photo[: chance.randrange(1, len(photo) + 1)])
        for _byte in range(chance.randrange(4)):
            damaged[chance.randrange(len(damaged))] = chance.choice((0, 1, 0x7F, 0xFF))
        found = bare(bytes(damaged))
        assert found is None or len(found) <= len(damaged) + 1
        if found is not None and len(damaged) >= 12:
            assert bare(found) == found


def test_what_lies_beside_a_file_compares_with_what_was_given() -> None:
    known = bare_beside(
        {"a.jpg": jpeg(), "b.png": b"no picture at all", "c.po": jpeg(), "d.png": None}
    )
    assert known == {
        "a.jpg": bare(jpeg()), "b.png": b"no picture at all", "c.po": jpeg(), "d.png": None,
    }  # fmt: skip
