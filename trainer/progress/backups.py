"""Backups: made by themselves, thinned with age, checked before they replace anything.

A backup is a whole database (``VACUUM INTO``), written beside, synced, then put in
place. It holds no freed pages and has no log, so copying the one file is enough.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from trainer.errors import DamagedData, KeepingError, WrongPassphrase
from trainer.progress import bad_days, files, header
from trainer.progress.connecting import connect, create, create_in_memory
from trainer.progress.lock import ProfileLock
from trainer.progress.migrations import LATEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from trainer.progress.sealed.vault import Key

OFTEN = timedelta(days=1)
"""How old the latest backup may get before another is made."""

_LATEST = 3
"""How many of the latest backups stay, whatever their day: one may be from before a restore."""

_KEPT = ((7, "%Y%m%d"), (4, "%G%V"), (6, "%Y%m"))
"""How many days, weeks and months keep their latest backup."""


class Backup(NamedTuple):
    """One backup. ``made`` is in UTC, ``size`` in bytes; ``runs`` is None if unreadable."""

    path: Path
    made: datetime
    size: int
    runs: int | None


def open_backup(backup: Path, key: Key | None = None) -> sqlite3.Connection:
    """Open a backup for reading only, after a look at it; nothing is written beside it either.

    Args:
        backup: the file.
        key: what it is sealed with, if it is.

    Raises:
        sqlite3.Error, OSError, DamagedData, NewerData, WrongPassphrase: it cannot be opened.

    """
    if key is not None:
        from trainer.progress.sealed import sealed

        return sealed.open_copy(backup, key, LATEST)
    header.inspect(backup)
    return connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _runs(backup: Path, key: Key | None) -> int | None:
    try:
        with closing(open_backup(backup, key)) as connection:
            return int(connection.execute("SELECT count(*) FROM run").fetchone()[0])
    except (sqlite3.Error, KeepingError, OSError):
        return None


def listed(database: Path, key: Key | None = None) -> list[Backup]:
    """Give the backups of a database, the latest first; ``key`` opens them if it is sealed."""
    found = []
    for path in files.backup_files(database):
        when = files.made(path)
        if when is not None:
            found.append(Backup(path, when, path.stat().st_size, _runs(path, key)))
    return found


def make(
    connection: sqlite3.Connection, database: Path, now: datetime, key: Key | None = None
) -> Path:
    """Make a backup of an open database, outside any transaction; with a key it is sealed.

    Raises:
        sqlite3.Error, OSError, DamagedData: none was made.

    """
    folder = files.backups_folder(database)
    files.private_folder(folder)
    name = f"{database.stem}-{files.stamp(now.astimezone(UTC))}"
    backup = files.free(folder, name, database.suffix)
    new = files.beside(backup)
    files.private_file(new)
    try:
        _copy(connection, new, key)
        _verify(new, "quick_check", key)
        files.put_in_place(new, backup)
    except BaseException:
        files.discard(new)
        raise
    return backup


def _copy(connection: sqlite3.Connection, new: Path, key: Key | None) -> None:
    if key is None:
        connection.execute("VACUUM INTO ?", (str(new),))
        with closing(connect(str(new))) as copy:
            _keep_to_itself(copy)
    else:
        _seal(connection.serialize(), new, key)


def _seal(image: bytes, new: Path, key: Key) -> None:
    from trainer.progress.sealed import sealed, vault

    with closing(sealed.in_memory(image)) as copy:
        _keep_to_itself(copy)
        vault.begin(new, copy.serialize(), key)


def _keep_to_itself(copy: sqlite3.Connection) -> None:
    """Have a copy send nothing: where completions go is switched on in one place only."""
    copy.execute("BEGIN IMMEDIATE")
    # Imported late: most days end without a backup.
    from trainer.progress.organisation import organisation

    organisation.forget_in(copy)
    copy.execute("COMMIT")


def is_due(
    connection: sqlite3.Connection, database: Path, now: datetime, key: Key | None = None
) -> bool:
    """Tell whether something worth keeping changed since a backup that is a day old.

    A backup from the future (the clock was wrong) counts as old.
    """
    if not holds_anything(connection):
        return False
    state = _state(connection)
    latest = next(iter(files.backup_files(database)), None)
    when = files.made(latest) if latest else None
    if latest is None or when is None:
        return True
    if timedelta(0) <= now - when < OFTEN:
        return False
    try:
        with closing(open_backup(latest, key)) as backup:
            return _state(backup) != state
    except (sqlite3.Error, KeepingError, OSError):
        return True


_TOUCHES = """
    SELECT (SELECT count(*) FROM run), (SELECT coalesce(max(touch), 0) FROM run),
        (SELECT count(*) FROM answer), (SELECT count(*) FROM confidence),
        (SELECT count(*) FROM paper), (SELECT coalesce(max(touch), 0) FROM paper)
"""


def _state(connection: sqlite3.Connection) -> tuple[int, ...]:
    """What differs whenever something was kept: how much there is, and the latest touches."""
    return tuple(connection.execute(_TOUCHES).fetchone())


def holds_anything(connection: sqlite3.Connection) -> bool:
    """Tell whether there is something to back up."""
    return any(_state(connection))


def superfluous(backups: Iterable[Path]) -> list[Path]:
    """Give the backups that no longer need to be kept.

    Kept are the latest three, and the latest of each of the last 7 days, 4 weeks and
    6 months that have one (in UTC), whatever the date is today.
    """
    newest_first = sorted(backups, key=lambda path: path.stem, reverse=True)
    kept = set(newest_first[:_LATEST])
    for count, period in _KEPT:
        latest: dict[str, Path] = {}
        for path in newest_first:
            when = files.made(path)
            latest.setdefault(when.strftime(period) if when else path.stem, path)
        kept.update(list(latest.values())[:count])
    return [path for path in newest_first if path not in kept]


def thin(database: Path) -> None:
    """Remove the backups that no longer need to be kept.

    Raises:
        OSError: one could not be removed.

    """
    files.remove(superfluous(files.backup_files(database)))


def _verify(backup: Path, check: str, key: Key | None = None) -> None:
    """Check a backup as a whole.

    Raises:
        DamagedData: it is not what it should be.
        NewerData: it was written by a newer version.
        OSError: it cannot be read.

    """
    try:
        with closing(open_backup(backup, key)) as connection:
            said = connection.execute(f"PRAGMA {check}").fetchone()[0]
    except (sqlite3.DatabaseError, DamagedData, WrongPassphrase) as error:
        raise bad_days.bad_backup(backup, str(error)) from error
    if said != "ok":
        raise bad_days.bad_backup(backup, said)


def _is_whole(database: Path, key: Key | None) -> bool:
    """Tell whether a database that nobody has open can be read as a whole."""
    if not database.exists():
        return False
    try:
        with bad_days.told(database), closing(_opened(database, key)) as connection:
            return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    except (DamagedData, WrongPassphrase):
        return False


def _opened(database: Path, key: Key | None) -> sqlite3.Connection:
    """Open a database that nobody has open, its log included."""
    if key is not None:
        return open_backup(database, key)
    header.inspect(database)
    return connect(str(database))


def put_back(database: Path, backup: Path, now: datetime, key: Key | None = None) -> None:
    """Let a backup take the place of a database that is held but not open.

    What is there now becomes a backup itself, or is kept aside if it cannot be read.

    Raises:
        DamagedData: the backup cannot be read; nothing was replaced.
        NewerData: backup or database are of a newer version; nothing was replaced.
        sqlite3.Error, OSError: nothing was replaced.

    """
    _verify(backup, "integrity_check", key)
    new = files.beside(database)
    files.discard(new)
    files.private_file(new)
    _take(backup, new, key)
    if _is_whole(database, key):
        with closing(_opened(database, key)) as connection:
            make(connection, database, now, key)
        files.remove(list(files.companions(database)))
    else:
        files.keep_aside(database, now)
    files.put_in_place(new, database)


def _take(backup: Path, new: Path, key: Key | None) -> None:
    """Copy a backup to where it will stand; a sealed one takes on a name of its own."""
    if key is None:
        shutil.copyfile(backup, new)
        with closing(connect(str(new))) as copy:
            _keep_to_itself(copy)
        files.sync(new)
    else:
        from trainer.progress.sealed import vault

        _seal(vault.read(backup, key).image, new, key)


def restore(
    database: Path,
    backup: Path,
    *,
    now: Callable[[], datetime] | None = None,
    key: Key | None = None,
) -> None:
    """Let a backup take the place of a database that nobody has open.

    What is there now becomes a backup itself, or is kept aside if it cannot be read.

    Raises:
        KeepingError: or the one of its kinds that fits; nothing was replaced.

    """
    moment = now() if now else datetime.now(UTC)
    with bad_days.told(database):
        files.private_folder(database.parent)
        with ProfileLock(database):
            put_back(database, backup, moment, key)


def set_aside(
    database: Path, *, now: Callable[[], datetime] | None = None, key: Key | None = None
) -> Path | None:
    """Start anew: keep what is there under another name, and put an empty database there.

    With a key the empty one is sealed.

    Gives the new name, or None if nothing was there.

    Raises:
        KeepingError: or the one of its kinds that fits; what was there still is.

    """
    moment = now() if now else datetime.now(UTC)
    with bad_days.told(database):
        files.private_folder(database.parent)
        with ProfileLock(database):
            aside = files.keep_aside(database, moment)
            if key is None:
                create(database)
            else:
                from trainer.progress.sealed import sealed

                sealed.write(create_in_memory(), database, key)
    return aside
