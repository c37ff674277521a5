"""Connections to a database, and new ones: all keep to the rules of this house.

The connection is the only one (``locking_mode=EXCLUSIVE``), which also keeps SQLite 3.40 clear of
its WAL-reset bug with two connections.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from trainer.progress import files
from trainer.progress.migrations import APPLICATION_ID, STEPS, migrate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from trainer.progress.migrations import Step

MEMORY: Final = ":memory:"

_BEFORE_USE = (
    "PRAGMA locking_mode = EXCLUSIVE",
    # Deleted content is overwritten, and what SQLite sorts or rewrites stays in memory:
    # nothing a learner wrote may lie in a temporary file.
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)


def connect(target: str, *, uri: bool = False) -> sqlite3.Connection:
    """Give a connection in autocommit mode that never waits for another.

    Raises:
        sqlite3.Error: it cannot be opened.

    """
    connection = sqlite3.connect(target, isolation_level=None, timeout=0, uri=uri)
    connection.row_factory = sqlite3.Row
    dress(connection)
    return connection


def dress(connection: sqlite3.Connection) -> None:
    """Have a connection keep to the rules of this house."""
    for pragma in _BEFORE_USE:
        connection.execute(pragma)


def create_in_memory(steps: Sequence[Step] = STEPS) -> bytes:
    """Give the bytes of an empty database that was never on disk."""
    connection = connect(MEMORY)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, steps)
        return connection.serialize()
    finally:
        connection.close()


def create(path: Path, steps: Sequence[Step] = STEPS) -> None:
    """Make an empty database, whole before it takes its place.

    So an empty or half-made file at that place is never ours.

    Raises:
        sqlite3.Error, OSError: nothing has taken its place.

    """
    new = files.beside(path)
    files.discard(new)
    files.private_file(new)
    connection = connect(str(new))
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, steps)
    finally:
        connection.close()
    files.put_in_place(new, path)
