"""Pictures without what a camera wrote into them: where it stood, when, whose it is.

A photo of one's own may tell which street a story is about, and on which day. Kept is what a
picture is drawn from, byte by byte: pixels, colours, which way up. Nothing is decoded or packed
anew. What is not known to be needed goes, whatever it is called: small pictures of the whole that
one whose edges were cut off still holds, films behind a photo, what the next telephone writes.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING, Final, Literal

from trainer.scenario.files.pictures import TOO_SHORT, form_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MOST: Final = 100_000
"""Pieces of a picture that are gone through: one of 16 MiB has some thousand."""


class _NotUnderstoodError(Exception):
    """Bytes that do not go together, or a piece without which nobody knows what is drawn."""


def bare(data: bytes) -> bytes | None:
    """Leave out of a picture all but what it is drawn from.

    One that holds nothing else comes back as it is. None: it cannot be gone through to its end, so
    nobody can say what is in it.
    """
    if len(data) < TOO_SHORT:
        return data  # Nothing is in it yet, and nothing fits into it.
    form = form_of(data[:TOO_SHORT])
    try:
        return None if form is None else _BARE[form](data)
    except _NotUnderstoodError:
        return None


def bare_beside(beside: Mapping[str, bytes | None]) -> dict[str, bytes | None]:
    """Leave it out of all that lies beside a file, by name: so it compares with what was given."""
    return {
        name: data if data is None or name.endswith(".po") else bare(data) or data
        for name, data in beside.items()
    }


# JPEG

_SIGN: Final = re.compile(rb"\xff+([^\x00\xff])")
"""Where the next piece begins: a marker, behind whatever fills up."""

_AFTER_PIXELS: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends packed pixels: a marker that is none of those which stand among them."""

_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
_END, _PIXELS, _CAMERA, _NOTE = 0xD9, 0xDA, 0xE1, 0xFE
_DRAWN: Final = frozenset({*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD}) - {0xC8}
_SAID: Final = frozenset(range(0xE0, 0xF0))
"""Markers of what programs say of a picture (APP0 to APP15)."""


def _jpeg(data: bytes) -> bytes:
    kept, is_turned, is_begun = [data[:2]], False, False
    for kind, said, pixels in _segments(data):
        if kind in _DRAWN:
            kept += [_framed(kind, said), pixels]
        elif kind == _END:
            kept.append(b"\xff\xd9")
        elif kind in _SAID:
            kept.append(_needed(kind, said, may_turn=not (is_begun or is_turned)))
            is_turned = is_turned or (kind == _CAMERA and said.startswith(_EXIF))
        elif kind != _NOTE:
            raise _NotUnderstoodError
        is_begun = is_begun or kind == _PIXELS
    if not is_begun:
        raise _NotUnderstoodError
    return b"".join(kept)


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Go through the pieces up to the end of the picture: marker, what it says, packed pixels."""
    at = 2
    for _piece in range(_MOST):
        found = _SIGN.search(data, at)
        if found is None:
            return
        at, kind = found.end(), found[1][0]
        if kind == _END:
            yield kind, b"", b""
            return
        if kind in _ALONE:
            continue
        said = _segment(data, at)
        at += 2 + len(said)
        end = at
        if kind == _PIXELS:
            ended = _AFTER_PIXELS.search(data, at)
            end = len(data) if ended is None else ended.start()
        yield kind, said, data[at:end]
        at = end
    raise _NotUnderstoodError


def _segment(data: bytes, at: int) -> bytes:
    """Give what stands in a piece, behind the two bytes that say how long it is."""
    length = int.from_bytes(data[at : at + 2], "big")
    if length < 2 or at + length > len(data):
        raise _NotUnderstoodError
    return data[at + 2 : at + length]


def _framed(kind: int, said: bytes) -> bytes:
    return bytes((0xFF, kind)) + (len(said) + 2).to_bytes(2, "big") + said


def _needed(kind: int, said: bytes, *, may_turn: bool) -> bytes:
    """Give what a program says as far as the picture is drawn by it."""
    if kind == 0xE0 and said.startswith(b"JFIF\0") and len(said) >= 14:
        return _framed(kind, said[:12] + b"\0\0")  # With no small picture in it.
    if kind == _CAMERA and may_turn and said.startswith(_EXIF):
        turned = _turned(said[len(_EXIF) :])
        return _framed(kind, _EXIF + turned) if turned else b""
    if kind == 0xE2 and said.startswith(b"ICC_PROFILE\0"):
        return _framed(kind, said)
    if kind == 0xEE and said.startswith(b"Adobe") and len(said) >= 12:
        return _framed(kind, said[:12])
    return b""


# Which way up

_EXIF: Final = b"Exif\0\0"
_ORDERS: Final[dict[bytes, Literal["little", "big"]]] = {b"II*\0": "little", b"MM\0*": "big"}
_WAY_UP, _SHORT = 0x0112, 3


def _turned(exif: bytes) -> bytes:
    """Give what says which way up a picture is, and nothing else; nothing if it stands already."""
    order = _ORDERS.get(exif[:4])
    if order is None:
        return b""

    def number(at: int, size: int) -> int:
        return int.from_bytes(exif[at : at + size], order)

    at = number(4, 4)
    for entry in range(at + 2, min(at + 2 + 12 * number(at, 2), len(exif) - 11), 12):
        if (number(entry, 2), number(entry + 2, 2), number(entry + 4, 4)) == (_WAY_UP, _SHORT, 1):
            way = number(entry + 8, 2)
            if 2 <= way <= 8:
                return struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, _WAY_UP, _SHORT, 1, way, 0, 0)
            return b""
    return b""


# PNG

_PNG: Final = frozenset({
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
    b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
})  # fmt: skip
"""What a picture is drawn from, the steps of one that moves among it."""

_OPTIONAL: Final = 0x20
"""The bit of a first letter by which a piece says that a picture can be drawn without it."""


def _png(data: bytes) -> bytes:
    kept, at = [data[:8]], 8
    for _piece in range(_MOST):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(data):
            raise _NotUnderstoodError
        if kind in _PNG:
            kept.append(data[at:end])
        elif kind == b"eXIf":
            kept.append(_png_piece(kind, _turned(data[at + 8 : end - 4])))
        elif not kind[0] & _OPTIONAL:
            raise _NotUnderstoodError
        if kind == b"IEND":
            return b"".join(kept)
        at = end
    raise _NotUnderstoodError


def _png_piece(kind: bytes, said: bytes) -> bytes:
    if not said:
        return b""
    return len(said).to_bytes(4, "big") + kind + said + zlib.crc32(kind + said).to_bytes(4, "big")


# WebP

_WEBP: Final = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_HAS_EXIF, _HAS_XMP = 0x08, 0x04
_STEP_HEAD: Final = 16
"""Bytes in front of the pieces of one step of a picture that moves."""


def _webp(data: bytes) -> bytes:
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise _NotUnderstoodError
    pieces = list(_pieces(data[12:end]))
    turned = b""
    if pieces and pieces[0][0] == b"VP8X":
        exif = next((said for kind, said in pieces if kind == b"EXIF"), b"")
        turned = _turned(exif.removeprefix(_EXIF))
    kept = b"".join(_webp_piece(kind, said, is_turned=bool(turned)) for kind, said in pieces)
    if turned:
        kept += _riff(b"EXIF", turned)
    return b"RIFF" + (len(kept) + 4).to_bytes(4, "little") + b"WEBP" + kept


def _pieces(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Go through the pieces, by their kinds."""
    at = 0
    for _piece in range(_MOST):
        if at + 8 > len(data):
            return
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > len(data):
            raise _NotUnderstoodError
        yield kind, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    raise _NotUnderstoodError


def _webp_piece(kind: bytes, said: bytes, *, is_turned: bool) -> bytes:
    if kind not in _WEBP:
        return b""
    if kind == b"VP8X" and said:
        flags = said[0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if is_turned else 0)
        return _riff(kind, bytes((flags,)) + said[1:])
    if kind == b"ANMF":
        inside = _pieces(said[_STEP_HEAD:])
        drawn = (_riff(*one) for one in inside if one[0] in (b"ALPH", b"VP8 ", b"VP8L"))
        return _riff(kind, said[:_STEP_HEAD] + b"".join(drawn))
    return _riff(kind, said)


def _riff(kind: bytes, said: bytes) -> bytes:
    return kind + len(said).to_bytes(4, "little") + said + b"\0" * (len(said) % 2)


_BARE: Final = {"png": _png, "jpeg": _jpeg, "webp": _webp}
