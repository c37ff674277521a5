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

from trainer.errors import DamagedData, NewerData
from trainer.progress import bad_days, files, header, organisation
from trainer.progress.database import connect, create
from trainer.progress.lock import ProfileLock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

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


def open_backup(backup: Path) -> sqlite3.Connection:
    """Open a backup for reading only; nothing is written beside it either.

    Raises:
        sqlite3.Error: it cannot be opened.

    """
    return connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _runs(backup: Path) -> int | None:
    try:
        header.inspect(backup)
        with closing(open_backup(backup)) as connection:
            return int(connection.execute("SELECT count(*) FROM run").fetchone()[0])
    except (sqlite3.Error, DamagedData, NewerData, OSError):
        return None


def listed(database: Path) -> list[Backup]:
    """Give the backups of a database, the latest first."""
    found = []
    for path in files.backup_files(database):
        when = files.made(path)
        if when is not None:
            found.append(Backup(path, when, path.stat().st_size, _runs(path)))
    return found


def make(connection: sqlite3.Connection, database: Path, now: datetime) -> Path:
    """Make a backup of an open database, outside any transaction.

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
        connection.execute("VACUUM INTO ?", (str(new),))
        _keep_to_itself(new)
        _verify(new, "quick_check")
        files.put_in_place(new, backup)
    except BaseException:
        files.discard(new)
        raise
    return backup


def _keep_to_itself(copy: Path) -> None:
    """Have a copy send nothing: where completions go is switched on in one place only."""
    with closing(connect(str(copy))) as connection:
        connection.execute("BEGIN IMMEDIATE")
        organisation.forget_in(connection)
        connection.execute("COMMIT")


def is_due(connection: sqlite3.Connection, database: Path, now: datetime) -> bool:
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
        with closing(open_backup(latest)) as backup:
            return _state(backup) != state
    except sqlite3.Error:
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


def _verify(backup: Path, check: str) -> None:
    """Check a backup as a whole.

    Raises:
        DamagedData: it is not what it should be.
        NewerData: it was written by a newer version.
        OSError: it cannot be read.

    """
    try:
        header.inspect(backup)
        with closing(open_backup(backup)) as connection:
            said = connection.execute(f"PRAGMA {check}").fetchone()[0]
    except (sqlite3.DatabaseError, DamagedData) as error:
        raise bad_days.bad_backup(backup, str(error)) from error
    if said != "ok":
        raise bad_days.bad_backup(backup, said)


def _is_whole(database: Path) -> bool:
    """Tell whether a database that nobody has open can be read as a whole."""
    if not database.exists():
        return False
    try:
        with bad_days.told(database):
            header.inspect(database)
            with closing(connect(str(database))) as connection:
                return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    except DamagedData:
        return False


def put_back(database: Path, backup: Path, now: datetime) -> None:
    """Let a backup take the place of a database that is held but not open.

    What is there now becomes a backup itself, or is kept aside if it cannot be read.

    Raises:
        DamagedData: the backup cannot be read; nothing was replaced.
        NewerData: backup or database are of a newer version; nothing was replaced.
        sqlite3.Error, OSError: nothing was replaced.

    """
    _verify(backup, "integrity_check")
    new = files.beside(database)
    files.discard(new)
    files.private_file(new)
    shutil.copyfile(backup, new)
    _keep_to_itself(new)
    files.sync(new)
    if _is_whole(database):
        with closing(connect(str(database))) as connection:
            make(connection, database, now)
        files.remove(list(files.companions(database)))
    else:
        files.keep_aside(database, now)
    files.put_in_place(new, database)


def restore(database: Path, backup: Path, *, now: Callable[[], datetime] | None = None) -> None:
    """Let a backup take the place of a database that nobody has open.

    What is there now becomes a backup itself, or is kept aside if it cannot be read.

    Raises:
        KeepingError: or the one of its kinds that fits; nothing was replaced.

    """
    moment = now() if now else datetime.now(UTC)
    with bad_days.told(database):
        files.private_folder(database.parent)
        with ProfileLock(database):
            put_back(database, backup, moment)


def set_aside(database: Path, *, now: Callable[[], datetime] | None = None) -> Path | None:
    """Start anew: keep what is there under another name, and put an empty database there.

    Gives the new name, or None if nothing was there.

    Raises:
        KeepingError: or the one of its kinds that fits; what was there still is.

    """
    moment = now() if now else datetime.now(UTC)
    with bad_days.told(database):
        files.private_folder(database.parent)
        with ProfileLock(database):
            aside = files.keep_aside(database, moment)
            create(database)
    return aside
