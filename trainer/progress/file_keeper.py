"""A database in a file of SQLite's own.

SQLite in write-ahead mode with ``synchronous=FULL``: a transaction that has returned is on disk.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.progress import bad_days, files, header
from trainer.progress.connecting import connect, create
from trainer.progress.migrations import migrate, version

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from trainer.progress.migrations import Step

_DURABLE = (
    "PRAGMA synchronous = FULL",
    # On macOS a plain fsync leaves data in the disk's own cache.
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA journal_size_limit = 4194304",
)


class FileKeeper:
    """Keeps a database in a file of SQLite's own."""

    def __init__(
        self,
        path: Path,
        steps: Sequence[Step],
        before_migrating: Callable[[sqlite3.Connection], object] | None,
    ) -> None:
        self.path = path
        self._steps = steps
        self._before_migrating = before_migrating

    def open(self) -> sqlite3.Connection:
        """Open the file of a profile that is held already; make it where there is none."""
        return _open(self.path, self._steps, self._before_migrating)

    def kept(self, connection: sqlite3.Connection) -> None:
        """Nothing is to be done: what SQLite has committed is on disk."""

    def clear_log(self, connection: sqlite3.Connection) -> None:
        """Move everything from the write-ahead log into the database, and empty the log."""
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _open(
    path: Path,
    steps: Sequence[Step],
    before_migrating: Callable[[sqlite3.Connection], object] | None,
) -> sqlite3.Connection:
    """Open a database whose profile is held already; make it where there is none."""
    if path.exists():
        header.inspect(path, len(steps))
    else:
        if files.backup_files(path):
            raise bad_days.missing(path)
        files.keep_aside(path, datetime.now(UTC))  # a log without its database
        create(path, steps)
    ended_badly = header.has_waiting(path)
    connection = connect(str(path))
    try:
        _settle(connection, path, check=ended_badly)
        if version(connection) < len(steps):
            if before_migrating is not None:
                before_migrating(connection)
            migrate(connection, steps)
    except BaseException:
        connection.close()
        raise
    files.remove([*files.half_written(path), *files.half_written(files.sealed(path))])
    files.passing_mark(path).unlink(missing_ok=True)
    return connection


def _settle(connection: sqlite3.Connection, path: Path, *, check: bool) -> None:
    """Take the database for good, and prove that it can be read and written."""
    connection.execute("PRAGMA journal_mode = WAL").fetchone()
    for pragma in _DURABLE:
        connection.execute(pragma)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("SELECT max(number) FROM event").fetchone()
    connection.execute("COMMIT")
    if check:
        said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if said != "ok":
            raise bad_days.damaged(path, said)
