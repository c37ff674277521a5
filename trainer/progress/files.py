"""Names of a database's files, and moving them about without losing one to a kill."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.saving import sync_handle as sync_handle

if TYPE_CHECKING:
    from pathlib import Path

_ENDINGS = ("-wal", "-shm", "-journal")
_ASIDE = ".unreadable-"
_NEW = ".new"
_STAMP = "%Y%m%dT%H%M%SZ"
_STAMPED = re.compile(r"-(\d{8}T\d{6}Z)(-\d\d+)?$")


def write_ahead_log(database: Path) -> Path:
    """Where SQLite keeps what is committed but not yet in the database itself."""
    return database.with_name(database.name + "-wal")


def sealed(database: Path) -> Path:
    """Where a profile's database lies while it is locked with a passphrase."""
    return database.with_suffix(".sealed")


def plain(database: Path) -> Path:
    """Where a profile's database lies while it has no passphrase."""
    return database.with_suffix(".db")


def of(database: Path, key: object) -> Path:
    """Where a profile's database lies: sealed if there is a key."""
    return plain(database) if key is None else sealed(database)


def companions(database: Path) -> tuple[Path, ...]:
    """Files that SQLite puts beside a database and that belong to it."""
    return tuple(database.with_name(database.name + ending) for ending in _ENDINGS)


def beside(path: Path) -> Path:
    """Where a file is written before it takes its place."""
    return path.with_name(path.name + _NEW)


def backups_folder(database: Path) -> Path:
    """Where the backups of a database lie."""
    return database.with_name("backups")


def backup_files(database: Path) -> list[Path]:
    """Backups of a database, the latest first."""
    found = backups_folder(database).glob(f"{database.stem}-*{database.suffix}")
    ours = (file for file in found if made(file) is not None)
    return sorted(ours, key=lambda file: file.stem, reverse=True)


def made(backup: Path) -> datetime | None:
    """When a backup was made (UTC), by its name; None if the name is not one of ours."""
    found = _STAMPED.search(backup.stem)
    if found is None:
        return None
    try:
        return datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def kept_aside(database: Path) -> list[Path]:
    """Files that could not be read and were kept under another name, sorted."""
    return sorted(database.parent.glob(f"{database.name}{_ASIDE}*"))


def all_kept_aside(database: Path) -> list[Path]:
    """Files of a profile that were kept under another name, sealed or not."""
    return [*kept_aside(plain(database)), *kept_aside(sealed(database))]


def half_written(database: Path) -> list[Path]:
    """What a kill may have left of files that were being written beside their places."""
    pattern = f"{database.stem}*{database.suffix}{_NEW}*"
    return [
        file
        for folder in (database.parent, backups_folder(database))
        for file in folder.glob(pattern)
    ]


def erasing_mark(database: Path) -> Path:
    """Stands while a database and everything with it is being removed."""
    return database.with_name(database.name + ".erasing")


def passing_mark(database: Path) -> Path:
    """Stands while a passphrase is being put on or off: a plain file beside a sealed one goes.

    Without it, such a file was put there by somebody.
    """
    return plain(database).with_name(plain(database).name + ".passing")


def stamp(moment: datetime) -> str:
    """Write a time (in UTC) as it stands in names of files; it sorts as text."""
    return moment.strftime(_STAMP)


def free(folder: Path, name: str, ending: str = "") -> Path:
    """Give a path of this name, with a number before its ending if one is there already."""
    number, found = 1, folder / f"{name}{ending}"
    while found.exists():
        number += 1
        found = folder / f"{name}-{number:02}{ending}"
    return found


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
        sync_handle(handle)
    finally:
        os.close(handle)


def put_in_place(new: Path, path: Path) -> None:
    """Let a whole file take its place, and wait until that is on disk.

    Raises:
        OSError: the old file stands.

    """
    sync(new)
    new.replace(path)
    sync(path.parent)


def discard(path: Path) -> None:
    """Remove a database and what belongs to it, if they are there.

    Raises:
        OSError: something is there and could not be removed.

    """
    for file in (path, *companions(path)):
        file.unlink(missing_ok=True)


def keep_aside(database: Path, now: datetime) -> Path | None:
    """Give a database and what belongs to it other names; None if there was nothing.

    The database goes first: without its log it could pass for a whole one.

    Raises:
        OSError: it still has its name.

    """
    aside = free(database.parent, f"{database.name}{_ASIDE}{stamp(now)}")
    moved = False
    for file, ending in zip((database, *companions(database)), ("", *_ENDINGS), strict=True):
        with suppress(FileNotFoundError):
            file.rename(aside.with_name(aside.name + ending))
            moved = True
    if moved:
        sync(database.parent)
    return aside if moved else None


def remove(unwanted: list[Path]) -> None:
    """Remove files, and wait until their folders no longer list them.

    Raises:
        OSError: one could not be removed.

    """
    for file in unwanted:
        file.unlink(missing_ok=True)
    for folder in {file.parent for file in unwanted}:
        sync(folder)


def erase_profile(database: Path) -> None:
    """Remove all of a profile's files but its name, locked with a passphrase or not.

    Raises:
        OSError: something could not be removed; calling it again goes on.

    """
    both = (sealed(database), plain(database))
    # Both marks first: a kill in between leaves neither of the two to be opened again.
    for one in both:
        mark_erasing(one)
    for one in both:
        erase_all(one)
    remove([passing_mark(database)])


def mark_erasing(database: Path) -> None:
    """Note that a database and everything with it goes, whatever happens from here on.

    Raises:
        OSError: it could not be noted.

    """
    private_file(erasing_mark(database))
    sync(database.parent)


def finish_erasing(database: Path) -> None:
    """Go on where an erasing was interrupted.

    Raises:
        OSError: something could not be removed; calling it again goes on.

    """
    for one in (sealed(database), plain(database)):
        if erasing_mark(one).exists():
            erase_all(one)


def is_sealed(database: Path) -> bool:
    """Tell whether a profile is locked with a passphrase.

    While one is being put on or taken off both files may be there: then the sealed one holds,
    until a mark says that it goes.
    """
    locked = sealed(database)
    if erasing_mark(locked).exists():
        return False
    if locked.exists():
        return True
    return not plain(database).exists() and bool(backup_files(locked))


def erase_all(database: Path) -> None:
    """Remove a database with its backups and all that was kept aside or half written.

    A kill in between is made up for: a mark stands until the last file is gone, and
    opening the database goes on where this was interrupted.

    Raises:
        OSError: something could not be removed; calling it again goes on.

    """
    mark_erasing(database)
    remove([*backup_files(database), *kept_aside(database), *half_written(database)])
    remove([database, *companions(database)])
    remove([erasing_mark(database)])
