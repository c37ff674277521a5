"""Small real photos, as telephones write them: with a mark wherever one may tell something."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter

MARK: Final = b"Alder Street, 2026:11:30, Sokha"


def _shown(form: str, *, progressive: bool = False) -> bytes:
    image = QImage(24, 16, QImage.Format.Format_RGB32)
    for x in range(24):
        for y in range(16):
            image.setPixelColor(x, y, QColor(x * 10, y * 15, (x * y * 7) % 255))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form.encode()))
    writer.setQuality(70)
    writer.setProgressiveScanWrite(progressive)
    assert writer.write(image)
    return bytes(held.data())


def exif(way: int, order: str = "<") -> bytes:
    """What a camera writes: a description, which way up, a day; and a place far behind."""
    entries = ((0x010E, 2, len(MARK), 60), (0x0132, 2, 20, 60))
    turned = struct.pack(order + "HHIHH", 0x0112, 3, 1, way, 0)
    first, last = (struct.pack(order + "HHII", *one) for one in entries)
    head = struct.pack(order + "2sHI", b"II" if order == "<" else b"MM", 42, 8)
    return head + struct.pack(order + "H", 3) + first + turned + last + bytes(14) + MARK * 2


def segment(kind: int, said: bytes) -> bytes:
    """One piece of a JPEG."""
    return bytes((0xFF, kind)) + (len(said) + 2).to_bytes(2, "big") + said


def jpeg(way: int = 6, order: str = "<", *, progressive: bool = False) -> bytes:
    """With a small picture in it, another behind it, and a film behind that."""
    plain = _shown("jpeg", progressive=progressive)
    thumbnail = b"JFIF\0\x01\x01\x01\0\x48\0\x48\x01\x0b" + MARK + bytes(2)
    said = [(0xE0, thumbnail), (0xE0, b"JFXX\0\x10" + MARK), (0xE1, b"Exif\0\0" + exif(way, order))]
    said += [(kind, b"any\0" + MARK) for kind in range(0xE1, 0xF0)]
    said += [(0xE2, b"MPF\0" + MARK), (0xFE, MARK), (0xEE, b"Adobe\0\x64\0\0\0\0\x01" + MARK)]
    about = b"".join(segment(*one) for one in said)
    assert plain[2:4] == b"\xff\xe0"
    end = segment(0xFE, MARK) + b"\xff\xd9"
    return plain[:2] + about + plain[20:-2] + end + MARK + plain + b"ftypmp42" + MARK


def _chunk(kind: bytes, said: bytes) -> bytes:
    return struct.pack(">I", len(said)) + kind + said + struct.pack(">I", zlib.crc32(kind + said))


def png(way: int = 6, order: str = "<") -> bytes:
    """With every kind of text that a PNG has, and one that is nobody's."""
    plain = _shown("png")
    said = [(b"eXIf", exif(way, order)), (b"tEXt", b"Author\0" + MARK)]
    said += [(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + MARK), (b"tIME", MARK[:7])]
    said += [(b"zTXt", b"a\0\0" + zlib.compress(MARK)), (b"maKr", MARK)]
    about = b"".join(_chunk(*one) for one in said)
    return plain[:33] + about + plain[33:-12] + _chunk(b"tEXt", b"b\0" + MARK) + plain[-12:] + MARK


def _riff(kind: bytes, said: bytes) -> bytes:
    return kind + struct.pack("<I", len(said)) + said + b"\0" * (len(said) % 2)


def webp(way: int = 6, order: str = "<", *, moves: bool = False) -> bytes:
    """With what a camera and a program say of it, and with two steps if it moves."""
    inside = _shown("webp")[12:]
    if inside[:4] == b"VP8X":
        inside = inside[18:]
    size = (23).to_bytes(3, "little") + (15).to_bytes(3, "little")
    if moves:
        step = _riff(b"ANMF", bytes(6) + size + bytes(4) + inside + _riff(b"maKr", MARK))
        inside = _riff(b"ANIM", bytes(6)) + step + step
    about = _riff(b"EXIF", exif(way, order)) + _riff(b"XMP ", MARK) + _riff(b"maKr", MARK)
    flags = 0x0E if moves else 0x0C
    body = _riff(b"VP8X", bytes((flags, 0, 0, 0)) + size) + inside + about
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body + MARK


def seen(data: bytes, form: str) -> tuple[QImage, object]:
    """Give what is seen of a picture, the right way up, and how it was turned."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    return reader.read(), reader.transformation()
