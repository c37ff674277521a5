"""The state of a database, found out without writing a byte anywhere."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.errors import DamagedData, KeepingError, NewerData
from trainer.progress import files, header, lock
from trainer.progress.backups import open_backup

if TYPE_CHECKING:
    from pathlib import Path


class Condition(StrEnum):
    """What can be said of a database."""

    ABSENT = "absent"
    """Nothing was kept yet."""
    WHOLE = "whole"
    HELD = "held"
    """A running Upstander has it open, so it was not looked into."""
    SEALED = "sealed"
    """It is locked with a passphrase, so it was not looked into."""
    NEWER = "newer"
    DAMAGED = "damaged"
    MISSING = "missing"
    """It is gone, but backups are there."""
    CLOSED = "closed"
    """The system does not let it be read."""


FINE = frozenset({Condition.ABSENT, Condition.WHOLE, Condition.HELD, Condition.SEALED})
"""Conditions in which nobody needs to do anything."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found. ``size`` is in bytes; counts are None where they are not known."""

    condition: Condition
    details: str = ""
    size: int = 0
    schema: int | None = None
    runs: int | None = None
    decisions: int | None = None


def examine(database: Path) -> Examined:
    """Look at a profile's database and check all of it. Raises nothing, writes nothing."""
    try:
        if files.is_sealed(database):
            database = files.sealed(database)
            return _examine_sealed(database)
        return _examine(database)
    except NewerData as error:
        return Examined(Condition.NEWER, error.details, _size(database))
    except (DamagedData, sqlite3.Error) as error:
        details = error.details if isinstance(error, DamagedData) else str(error)
        return Examined(Condition.DAMAGED, details, _size(database))
    except OSError as error:
        return Examined(Condition.CLOSED, str(error))


def _size(database: Path) -> int:
    return database.stat().st_size


def _examine_sealed(database: Path) -> Examined:
    if not database.exists():
        return Examined(Condition.MISSING)
    from trainer.progress.sealed import vault

    vault.inspect(database)
    condition = Condition.HELD if lock.is_held(database) else Condition.SEALED
    return Examined(condition, size=_size(database))


def is_sealed_file(path: Path) -> bool:
    """Tell whether a file is sealed as ours are, as far as that can be seen from outside."""
    from trainer.progress.sealed import vault

    try:
        vault.inspect(path)
    except (KeepingError, OSError):
        return False
    return True


def _examine(database: Path) -> Examined:
    if not database.exists():
        gone = files.backup_files(database)
        return Examined(Condition.MISSING if gone else Condition.ABSENT)
    if lock.is_held(database):
        return Examined(Condition.HELD, size=_size(database))
    schema = header.inspect(database).version
    with closing(_open(database)) as connection:
        said = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
        if said != ["ok"]:
            return Examined(Condition.DAMAGED, "; ".join(said), _size(database), schema)
        runs = connection.execute("SELECT count(*) FROM run").fetchone()[0]
        query = "SELECT count(*) FROM event WHERE kind = 'decided'"
        decisions = connection.execute(query).fetchone()[0]
    return Examined(Condition.WHOLE, "", _size(database), schema, runs, decisions)


def _open(database: Path) -> sqlite3.Connection:
    """Open a database for looking only; what waits in its log is seen, and left there."""
    if not header.has_waiting(database):
        return open_backup(database)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(header.image(database))
    return connection
