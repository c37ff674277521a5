"""The schema of the database, as the ordered steps that lead to it.

A step that has run once somewhere is never changed; a new one is added. Each runs in one
transaction with the record that it ran (``user_version``), so a kill leaves the schema
before it or the schema after it, never something between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

APPLICATION_ID: Final = 0x55505354
"""``UPST`` in ASCII: marks a SQLite file as ours."""

Step = tuple[str, ...]
"""The statements of one step."""

_FIRST: Step = (
    """CREATE TABLE scenario (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # ``number`` says in which order runs began, whatever the clock said then;
    # ``touch`` in which order they were last touched.
    """CREATE TABLE run (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        scenario TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        is_replay INTEGER NOT NULL CHECK (is_replay IN (0, 1)),
        replay_of INTEGER REFERENCES run (number) ON DELETE SET NULL,
        began TEXT NOT NULL,
        touched TEXT NOT NULL,
        touch INTEGER NOT NULL,
        ended TEXT,
        outcome TEXT,
        decisions INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX run_by_scenario ON run (scenario, touch)",
    "CREATE INDEX run_by_touch ON run (touch)",
    "CREATE INDEX run_by_origin ON run (replay_of)",
    "CREATE INDEX run_unfinished ON run (touch) WHERE ended IS NULL",
    """CREATE TABLE place (
        run INTEGER PRIMARY KEY REFERENCES run (number) ON DELETE CASCADE,
        snapshot TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE event (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
        at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN
            ('began', 'decided', 'undone', 'retried', 'skipped', 'noted', 'ended')),
        step INTEGER,
        scene TEXT,
        choice TEXT,
        d TEXT,
        fit TEXT,
        is_first INTEGER CHECK (is_first IN (0, 1)),
        in_time INTEGER CHECK (in_time IN (0, 1)),
        words TEXT,
        ticked TEXT,
        question TEXT,
        note TEXT,
        outcome TEXT
    ) STRICT""",
    "CREATE INDEX event_by_run ON event (run)",
    """CREATE TRIGGER event_is_append_only BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END""",
    # Runs whose rows are gone but whose traces (freed pages, backups) may not be yet.
    "CREATE TABLE erasing (run TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID",
)

STEPS: Final[tuple[Step, ...]] = (_FIRST,)
"""Step ``n`` (from 0) leads from schema version ``n`` to ``n + 1``."""

LATEST: Final = len(STEPS)


def version(connection: sqlite3.Connection) -> int:
    """Schema version of an open database; 0 for one without a schema."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> int:
    """Run the steps that have not run yet, in order; give how many did.

    The connection is in autocommit mode. A step that fails leaves the version before it.

    Raises:
        sqlite3.Error: as SQLite says it; the steps before the failing one have run.

    """
    before = version(connection)
    for number in range(before, len(steps)):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in steps[number]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    return max(0, len(steps) - before)
