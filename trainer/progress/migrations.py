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

_LEARNING: Step = (
    # Where a scenario takes place, to count by; empty until it is played again.
    "ALTER TABLE scenario ADD COLUMN setting TEXT NOT NULL DEFAULT ''",
    # The file of a scenario as it was when a decision was made (zlib), so that the decision
    # can be looked at and played again after the scenario has changed; NULL: not kept.
    """CREATE TABLE version (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        content_hash TEXT NOT NULL UNIQUE,
        source BLOB
    ) STRICT""",
    "INSERT INTO version (content_hash) SELECT DISTINCT content_hash FROM run",
    # The day as the learner's calendar had it then, wherever the computer is carried later.
    "DROP TRIGGER event_is_append_only",
    "ALTER TABLE event ADD COLUMN day TEXT",
    "ALTER TABLE event ADD COLUMN version INTEGER REFERENCES version (number)",
    """UPDATE event SET day = date(at, 'localtime'), version = (
        SELECT version.number FROM run JOIN version USING (content_hash)
        WHERE run.number = event.run
    ) WHERE kind = 'decided'""",
    """CREATE TRIGGER event_is_append_only BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END""",
    """CREATE INDEX event_poor ON event (number)
        WHERE kind = 'decided' AND is_first = 1 AND fit = 'poor'""",
    # First decisions of runs that are no replays, counted as they are made.
    """CREATE TABLE tally (
        day TEXT NOT NULL,
        scenario TEXT NOT NULL,
        d TEXT NOT NULL,
        fit TEXT NOT NULL,
        n INTEGER NOT NULL CHECK (n > 0),
        PRIMARY KEY (day, scenario, d, fit)
    ) STRICT, WITHOUT ROWID""",
    """INSERT INTO tally
        SELECT event.day, run.scenario, coalesce(d, ''), coalesce(fit, ''), count(*)
        FROM event JOIN run ON run.number = event.run
        WHERE kind = 'decided' AND is_first = 1 AND NOT is_replay GROUP BY 1, 2, 3, 4""",
    # Adding up years goes along this, in its order, without sorting.
    "CREATE INDEX tally_by_scenario ON tally (scenario, d, fit, n)",
    # Decisions that somebody wants to look at again (1), or has taken off that list (0).
    """CREATE TABLE mark (
        event INTEGER PRIMARY KEY REFERENCES event (number) ON DELETE CASCADE,
        look INTEGER NOT NULL CHECK (look IN (0, 1))
    ) STRICT""",
    # What is asked again: a skill in a family of situations. Times are UTC.
    """CREATE TABLE card (
        skill TEXT NOT NULL,
        family TEXT NOT NULL,
        met TEXT NOT NULL,
        due TEXT NOT NULL,
        reviewed TEXT,
        stability REAL,
        difficulty REAL,
        PRIMARY KEY (skill, family)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX card_by_due ON card (due)",
    """CREATE TABLE answer (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        day TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('booster', 'drill')),
        skill TEXT NOT NULL,
        family TEXT NOT NULL,
        variant TEXT NOT NULL,
        rating INTEGER CHECK (rating BETWEEN 1 AND 4),
        words TEXT NOT NULL DEFAULT '',
        ticked TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX answer_by_card ON answer (skill, family)",
    "CREATE INDEX answer_by_day ON answer (day)",
    # How sure somebody is, from 1 to 5, at each of the five steps; NULL: not answered.
    """CREATE TABLE confidence (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        day TEXT NOT NULL,
        notice INTEGER CHECK (notice BETWEEN 1 AND 5),
        problem INTEGER CHECK (problem BETWEEN 1 AND 5),
        responsibility INTEGER CHECK (responsibility BETWEEN 1 AND 5),
        know_how INTEGER CHECK (know_how BETWEEN 1 AND 5),
        act INTEGER CHECK (act BETWEEN 1 AND 5)
    ) STRICT""",
    # The safety plan and records of what happened; ``content`` is JSON, or sealed.
    """CREATE TABLE paper (
        id TEXT PRIMARY KEY NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('plan', 'incident')),
        made TEXT NOT NULL,
        touched TEXT NOT NULL,
        touch INTEGER NOT NULL,
        is_sealed INTEGER NOT NULL CHECK (is_sealed IN (0, 1)),
        content BLOB NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # What the passphrase of those papers is stretched with, and a sealed word to try it on.
    """CREATE TABLE paper_lock (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        salt BLOB NOT NULL,
        work INTEGER NOT NULL,
        memory INTEGER NOT NULL,
        proof BLOB NOT NULL
    ) STRICT""",
    # What waits for, or has gone to, an organisation's learning record store.
    """CREATE TABLE outbox (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        run TEXT,
        made TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'rejected')),
        statement BLOB NOT NULL,
        said TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX outbox_waiting ON outbox (number) WHERE state = 'waiting'",
    "CREATE INDEX outbox_by_run ON outbox (run)",
    # Small facts, by name, that belong to the profile and not to the window.
    "CREATE TABLE fact (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # What is being erased may be something else than a run; ``kind`` is the table it was in.
    """ALTER TABLE erasing ADD COLUMN kind TEXT NOT NULL DEFAULT 'run'
        CHECK (kind IN ('run', 'paper', 'confidence', 'answer'))""",
)

STEPS: Final[tuple[Step, ...]] = (_FIRST, _LEARNING)
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
