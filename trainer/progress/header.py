"""A database's file looked at from outside, without SQLite.

What SQLite would repair, replay or overwrite on opening is looked at first, so that a
file which is not ours to change is not changed by a byte. Layouts are those of
https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import os
import struct
from typing import TYPE_CHECKING, NamedTuple

from trainer.progress import bad_days, files
from trainer.progress.migrations import APPLICATION_ID, LATEST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_LOG_HEADER = 32
_FRAME_HEADER = 24
_LITTLE_ENDIAN_SUMS = 0x377F0682
_MASK = 0xFFFFFFFF


class Header(NamedTuple):
    """What the first page of a database says. ``pages`` is 0 where it is not known."""

    application_id: int
    version: int
    page_size: int
    pages: int


def parse(page: bytes) -> Header:
    """Read the first 100 bytes of a database."""
    size = int.from_bytes(page[16:18], "big")
    return Header(
        application_id=int.from_bytes(page[68:72], "big"),
        version=int.from_bytes(page[60:64], "big"),
        page_size=65536 if size == 1 else size,
        # The count of pages holds only if it was written with the last change.
        pages=int.from_bytes(page[28:32], "big") if page[24:28] == page[92:96] else 0,
    )


def _log_page_size(header: bytes) -> int:
    """Size of a page in a write-ahead log; 0 if this is not the start of one."""
    size = int.from_bytes(header[8:12], "big")
    return size if len(header) == _LOG_HEADER and 512 <= size <= 65536 else 0


def _log_version(log: Path) -> int:
    """Newest schema version in first pages that wait in the write-ahead log."""
    newest = 0
    if not log.exists():
        return newest
    with log.open("rb") as file:
        header = file.read(_LOG_HEADER)
        size = _log_page_size(header)
        while size and len(frame := file.read(_FRAME_HEADER)) == _FRAME_HEADER:
            page = file.read(_HEADER)
            file.seek(size - len(page), os.SEEK_CUR)
            of_now = frame[8:16] == header[16:24]  # else left from before the log was reset
            if of_now and frame[0:4] == b"\0\0\0\1" and page.startswith(_MAGIC):
                newest = max(newest, parse(page).version)
    return newest


def has_waiting(database: Path) -> bool:
    """Tell whether a kill may have left pages in the log that the database lacks."""
    log = files.write_ahead_log(database)
    return log.exists() and log.stat().st_size > 0


def inspect(path: Path, known: int = LATEST) -> Header:
    """Look at a database's file without opening it as one.

    Raises:
        DamagedData: it is empty, too short, or no database of ours.
        NewerData: its schema is newer than ``known``.
        OSError: it cannot be read at all.

    """
    if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe might never end
        raise bad_days.damaged(path, "no file")
    with path.open("rb") as file:
        page = file.read(_HEADER)
        length = os.fstat(file.fileno()).st_size
    if not page:
        raise bad_days.damaged(path, "empty file")
    if len(page) < _HEADER or not page.startswith(_MAGIC):
        raise bad_days.damaged(path, "not a database")
    header = parse(page)
    if header.application_id != APPLICATION_ID:
        raise bad_days.damaged(path, f"foreign database {header.application_id:#x}")
    found = max(header.version, _log_version(files.write_ahead_log(path)))
    if found > known:
        raise bad_days.newer(path, found, known)
    if header.pages * header.page_size > length and not has_waiting(path):
        raise bad_days.damaged(path, f"cut off: {length} bytes of {header.pages} pages")
    return header


def image(database: Path) -> bytes:
    """Give a database as it would be once its log were moved into it, writing nothing.

    Raises:
        OSError: it cannot be read.

    """
    whole = bytearray(database.read_bytes())
    log = files.write_ahead_log(database)
    if log.exists():
        _apply(whole, log.read_bytes())
    if len(whole) > 20:
        whole[18:20] = b"\1\1"  # an image in memory has no log
    return bytes(whole)


def _apply(whole: bytearray, log: bytes) -> None:
    """Put the pages of all committed transactions of a log in their places."""
    size = _log_page_size(log[:_LOG_HEADER])
    if not size:
        return
    pages: dict[int, bytes] = {}
    for number, committed, page in _frames(log, size):
        pages[number] = page
        if committed:
            del whole[committed * size :]
            whole.extend(bytes(committed * size - len(whole)))
            for place, content in pages.items():
                whole[(place - 1) * size : place * size] = content
            pages.clear()


def _frames(log: bytes, size: int) -> Iterator[tuple[int, int, bytes]]:
    """Give each valid frame: page number, pages after its commit (or 0), content."""
    little = int.from_bytes(log[0:4], "big") == _LITTLE_ENDIAN_SUMS
    words = struct.Struct("<II" if little else ">II")
    sums = _add((0, 0), log[: _LOG_HEADER - 8], words)
    for start in range(_LOG_HEADER, len(log) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        head = log[start : start + _FRAME_HEADER]
        page = log[start + _FRAME_HEADER : start + _FRAME_HEADER + size]
        sums = _add(_add(sums, head[:8], words), page, words)
        if head[8:16] != log[16:24] or struct.unpack(">II", head[16:24]) != sums:
            return
        number, committed = struct.unpack(">II", head[:8])
        yield number, committed, page


def _add(sums: tuple[int, int], data: bytes, words: struct.Struct) -> tuple[int, int]:
    """Go on with a log's checksum over these bytes."""
    first, second = sums
    for one, other in words.iter_unpack(data):
        first = (first + one + second) & _MASK
        second = (second + other + first) & _MASK
    return first, second
