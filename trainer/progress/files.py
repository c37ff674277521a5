"""A database's file looked at from outside, and moved about, without SQLite.

What SQLite would repair, replay or overwrite on opening is looked at first, so that a
file which is not ours to change is not changed by a byte.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.progress import bad_days
from trainer.progress.migrations import APPLICATION_ID, LATEST

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_WAL_HEADER = 32
_FRAME_HEADER = 24


@dataclass(frozen=True, slots=True)
class Header:
    """What the first page of a database says. ``pages`` is 0 where it is not known."""

    application_id: int
    version: int
    page_size: int
    pages: int


def write_ahead_log(database: Path) -> Path:
    """Where SQLite keeps what is committed but not yet in the database itself."""
    return database.with_name(database.name + "-wal")


def companions(database: Path) -> tuple[Path, ...]:
    """Files that SQLite puts beside a database and that belong to it."""
    return tuple(
        database.with_name(database.name + ending) for ending in ("-wal", "-shm", "-journal")
    )


def beside(path: Path) -> Path:
    """Where a file is written before it takes its place."""
    return path.with_name(path.name + ".new")


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner may look into; leave one that exists.

    Raises:
        OSError: it cannot be made.

    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def private_file(path: Path) -> None:
    """Make an empty file that only its owner may read, in place of what was there.

    Raises:
        OSError: it cannot be made.

    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))


def sync(path: Path) -> None:
    """Wait until a file, or what a folder lists, is on disk.

    Raises:
        OSError: the disk failed.

    """
    if path.is_dir() and os.name == "nt":
        return  # Windows syncs no folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put_in_place(new: Path, path: Path) -> None:
    """Let a whole, synced file take its place, and wait until that is on disk.

    Raises:
        OSError: the old file stands.

    """
    sync(new)
    new.replace(path)
    sync(path.parent)


def discard(path: Path) -> None:
    """Remove a database and what belongs to it, if they are there."""
    for file in (path, *companions(path)):
        with suppress(FileNotFoundError):
            file.unlink()


def _parse(page: bytes) -> Header:
    size = int.from_bytes(page[16:18], "big")
    return Header(
        application_id=int.from_bytes(page[68:72], "big"),
        version=int.from_bytes(page[60:64], "big"),
        page_size=65536 if size == 1 else size,
        # The count of pages holds only if it was written with the last change (SQLite
        # file format, "In-header database size").
        pages=int.from_bytes(page[28:32], "big") if page[24:28] == page[92:96] else 0,
    )


def _log_version(log: Path) -> int:
    """Newest schema version in first pages that wait in the write-ahead log."""
    newest = 0
    try:
        file = log.open("rb")
    except OSError:
        return 0
    with file:
        header = file.read(_WAL_HEADER)
        size = int.from_bytes(header[8:12], "big")
        if len(header) < _WAL_HEADER or not 512 <= size <= 65536:
            return 0
        while len(frame := file.read(_FRAME_HEADER)) == _FRAME_HEADER:
            page = file.read(_HEADER)
            file.seek(size - len(page), os.SEEK_CUR)
            ours = frame[8:16] == header[16:24]  # salts: left from before a reset, else
            if ours and frame[0:4] == b"\0\0\0\1" and page.startswith(_MAGIC):
                newest = max(newest, _parse(page).version)
    return newest


def _waits(log: Path) -> bool:
    """Tell whether a log may hold pages that a kill kept from the database itself."""
    return log.exists() and log.stat().st_size > 0


def inspect(path: Path, known: int = LATEST) -> Header:
    """Look at a database's file without opening it as one.

    Raises:
        DamagedData: it is empty, too short, or no database of ours.
        NewerData: its schema is newer than ``known``.
        OSError: it cannot be read at all.

    """
    with path.open("rb") as file:
        page = file.read(_HEADER)
        length = os.fstat(file.fileno()).st_size
    if not page:
        raise bad_days.damaged(path, "empty file")
    if len(page) < _HEADER or not page.startswith(_MAGIC):
        raise bad_days.damaged(path, "not a database")
    header = _parse(page)
    if header.application_id != APPLICATION_ID:
        raise bad_days.damaged(path, f"foreign database {header.application_id:#x}")
    found = max(header.version, _log_version(write_ahead_log(path)))
    if found > known:
        raise bad_days.newer(path, found, known)
    if header.pages * header.page_size > length and not _waits(write_ahead_log(path)):
        raise bad_days.damaged(path, f"cut off: {length} bytes of {header.pages} pages")
    return header
