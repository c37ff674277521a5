"""Deleting whole profiles, and looking again whether anything of what was deleted is left."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Final

from trainer import locking, paths
from trainer.errors import HeldElsewhere, KeepingError
from trainer.language import _
from trainer.progress import backups, bad_days, files, lock
from trainer.progress.deletion.deletion import tables
from trainer.progress.lock import ProfileLock

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from trainer.progress.database import Database


_TELLING: Final = 9
"""Letters from which an id is no word by chance; ours have 32."""

_ROW: Final = """
    SELECT 1 FROM run WHERE id = :id UNION ALL SELECT 1 FROM outbox WHERE run = :id
    UNION ALL SELECT 1 FROM paper WHERE id = :id
"""


_FOLDERS: Final = (
    paths.profiles, paths.workshops, paths.plan_drafts, paths.versions, paths.unsaved,
    paths.cache, paths.logs,
)  # fmt: skip
"""Folders below the home that go with everything."""

_PIECE: Final = 1024**2
_LARGE: Final = 128 * 1024**2
"""Bytes of a database that are looked through in memory."""


def erase_all(database: Database) -> None:
    """Delete everything of a profile, its backups and what was kept aside included.

    Raises:
        KeepingError: not all of it is gone; calling it again goes on.

    """
    if database.path is None:
        with database.writing() as connection:
            connection.execute("PRAGMA defer_foreign_keys = ON")
            for name in tables(connection):
                connection.execute(f"DELETE FROM {name}")
        return
    with database.set_down(database.path):
        files.erase_profile(database.path)


def erase_profile(database: Path) -> None:
    """Delete everything of a profile that nobody has open, whether it can be read or not.

    Its name stays: :func:`trainer.progress.profiles.remove` takes that, too.

    Raises:
        HeldElsewhere: a running Upstander has it open; nothing was deleted.
        KeepingError: not all of it is gone; calling it again goes on.

    """
    with bad_days.told(database):
        if database.parent.is_dir():
            with ProfileLock(database):
                files.erase_profile(database)


def erase_everything() -> None:
    """Delete all profiles, what is kept of workshops, the settings, the logs and the index.

    So go earlier versions of what a person wrote, and what was not saved. Scenarios and plans
    that a person added stay: they are theirs, like any file of their own.

    Raises:
        HeldElsewhere: a profile or a workshop is open; nothing was deleted.
        KeepingError: not all of it is gone; calling it again goes on.

    """
    with bad_days.told(paths.home()), ExitStack() as held:
        databases = [folder / paths.database().name for folder in _profiles()]
        for database in databases:
            held.enter_context(ProfileLock(database))
        for path in sorted(paths.workshops().glob("*/*.lock")):
            held.callback(_hold(path).release)
        for database in databases:
            files.erase_profile(database)
        held.close()
        for folder in _FOLDERS:
            if folder().is_dir():
                shutil.rmtree(folder())
        files.remove([*paths.home().glob(f"{paths.settings().name}*"), *_own_words()])


def _hold(lock: Path) -> locking.Lock:
    try:
        return locking.Lock(lock)
    except locking.TakenError as error:
        raise HeldElsewhere(
            _("A workshop is open."),
            _("Nothing was deleted."),
            _("End it or leave it, then delete."),
            str(error),
        ) from error


def _profiles() -> list[Path]:
    folder = paths.profiles()
    return [one for one in folder.iterdir() if one.is_dir()] if folder.is_dir() else []


# Looking again


def left_of(database: Database, *deleted: str) -> list[Path | None]:
    """Look for the ids of what was deleted; give the files that still hold one of them.

    Every byte is looked at: the database with its free pages, its log, the backups. What is
    sealed is opened for it. ``None`` in the list is the database in memory. An id that is not
    ours but came from elsewhere may be a word by chance: then only rows are looked at.

    Raises:
        KeepingError: something cannot be read.

    """
    telling = [one.encode() for one in deleted if len(one) >= _TELLING]
    with database.reading() as connection:
        found: list[Path | None] = []
        if _is_in(connection, telling) or _has_a_row(connection, deleted):
            found.append(database.path)
        if database.path is not None and telling:
            found += [
                file
                for file in (*_log(database.path), *_beside(database.path))
                if _is_in_file(file, telling) or _holds(_unsealed(file, database), telling)
            ]
    return found


def _holds(image: bytes, ids: Sequence[bytes]) -> bool:
    return any(one in image for one in ids)


def _is_in(connection: sqlite3.Connection, ids: Sequence[bytes]) -> bool:
    """Look through every byte of an open database; a very large one has no free pages instead."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    if pages * connection.execute("PRAGMA page_size").fetchone()[0] > _LARGE:
        return bool(connection.execute("PRAGMA freelist_count").fetchone()[0])
    return _holds(connection.serialize(), ids)


def _is_in_file(path: Path, ids: Sequence[bytes]) -> bool:
    """Look through a file a piece at a time; an id that lies across two pieces is found, too."""
    before = b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            if _holds(before + piece, ids):
                return True
            before = piece[-max(map(len, ids)) :]
    return False


def _has_a_row(connection: sqlite3.Connection, ids: Iterable[str]) -> bool:
    return any(connection.execute(_ROW, {"id": one}).fetchone() for one in ids)


def _beside(path: Path) -> list[Path]:
    """Files of a profile beside its open database, which must not be opened a second time."""
    return [*files.backup_files(path), *files.all_kept_aside(path), *files.half_written(path)]


def _log(path: Path) -> list[Path]:
    log = files.write_ahead_log(path)
    return [log] if log.exists() else []


def _unsealed(file: Path, database: Database) -> bytes:
    if database.key is None:
        return b""
    try:
        with closing(backups.open_backup(file, database.key)) as connection:
            return connection.serialize()
    except KeepingError:
        return b""  # Not opened by this passphrase: deleting has removed such files.


def left_of_all(database: Database) -> list[Path | None]:
    """Look for what emptying an open profile has left; an empty database is nothing.

    Raises:
        KeepingError: something cannot be read.

    """
    with database.reading() as connection:
        found: list[Path | None] = [database.path] if _has_rows(connection) else []
        if database.path is not None:
            found += _beside(database.path)
            other = (files.plain, files.sealed)[database.key is None](database.path)
            found += [one for one in (other, *_beside(other)) if one.exists()]
    return found


def _has_rows(connection: sqlite3.Connection) -> bool:
    return any(
        connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone()
        for name in tables(connection)
    )


def left_of_profile(folder: Path) -> list[Path]:
    """Look for files that the removal of a profile has left."""
    return sorted(one for one in folder.rglob("*") if one.is_file())


def left_of_history(folder: Path) -> list[Path]:
    """Look for files that emptying a profile that nobody has open has left, beside its name."""
    ours = (lock.place(paths.database()).name, "about.json")
    return [one for one in left_of_profile(folder) if one.name not in ours]


def left_of_everything() -> list[Path]:
    """Look for files that deleting everything has left; one's own scenarios do not count."""
    left = [file for folder in _FOLDERS for file in left_of_profile(folder())]
    settings = sorted(paths.home().glob(f"{paths.settings().name}*"))
    return [*left, *settings, *_own_words()]


def _own_words() -> list[Path]:
    """Words that were added to the spelling, names perhaps; an empty list if there are none."""
    return [paths.own_words()] if paths.own_words().exists() else []


def look_again(database: Database, *deleted: str) -> str:
    """Look whether anything is left of rows with these ids, or, without one, of everything.

    Gives the sentence that says so.

    Raises:
        KeepingError: something is left, or cannot be looked at.

    """
    left = left_of(database, *deleted) if any(deleted) else left_of_all(database)
    return looked_again(database.path.parent if database.path else None, left)


def looked_again(folder: Path | None, left: Sequence[Path | None]) -> str:
    """Say that nothing is left.

    Raises:
        KeepingError: something is.

    """
    if left:
        raise KeepingError(
            _("Upstander looked again, and something of it is still there."),
            _("Everything else is safe."),
            _("Close other programs that may hold these files, and delete once more."),
            details="\n".join(str(one or _("in memory")) for one in left),
        )
    if folder is None:
        return _("Looked again: nothing of it is left in memory.")
    return _("Looked again: Upstander keeps nothing of it on this computer any more.")
