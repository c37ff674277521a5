"""What a person did, kept on this computer: the recorder that remembers.

A :class:`Store` is opened once for a profile and used from the thread that opened it.
Every method that changes something returns when the change is on disk, and raises a
:class:`~trainer.errors.KeepingError` when it is not; then nothing of it was kept.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.practice.recorder import Began, Ended
from trainer.practice.snapshot import Phase, from_json, to_json
from trainer.progress import bad_days, records
from trainer.progress.database import Database

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import TracebackType

    from trainer.practice.recorder import Event
    from trainer.practice.snapshot import Snapshot
    from trainer.progress.records import RunDetail, RunSummary

_SUMMARY = """
    SELECT run.*, scenario.title AS title, origin.id AS origin FROM run
    LEFT JOIN scenario ON scenario.id = run.scenario
    LEFT JOIN run AS origin ON origin.number = run.replay_of
"""

_BEGIN = """
    INSERT INTO run (id, scenario, content_hash, is_replay, replay_of, began, touched, touch,
                     decisions)
    VALUES (?, ?, ?, ?, (SELECT number FROM run WHERE id = ?), ?, ?, 0, 0)
    RETURNING number
"""

_TOUCH = """
    UPDATE run SET touched = :at, touch = (SELECT max(touch) FROM run) + 1,
        content_hash = :content_hash, decisions = :decisions,
        ended = CASE WHEN :is_over THEN coalesce(ended, :at) END,
        outcome = CASE WHEN :is_over THEN coalesce(:outcome, outcome) END
    WHERE number = :number
"""

_PLACE = """
    INSERT INTO place (run, snapshot) VALUES (?, ?)
    ON CONFLICT (run) DO UPDATE SET snapshot = excluded.snapshot
"""

_EVENT = (
    f"INSERT INTO event (run, at, {', '.join(records.COLUMNS)}) "
    f"VALUES (?, ?{', ?' * len(records.COLUMNS)})"
)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """The history of one profile. Make it with :meth:`open` or :meth:`in_memory`."""

    def __init__(self, database: Database, now: Callable[[], datetime] = _utc_now) -> None:
        self._database = database
        self._now = now

    @classmethod
    def open(cls, path: Path, *, now: Callable[[], datetime] = _utc_now) -> Store:
        """Open the history in a file; folder and file are made where there are none.

        Args:
            path: the database.
            now: the clock, timezone-aware.

        Raises:
            HeldElsewhere: another running Upstander holds it.
            NewerData: it was written by a newer version; it is unchanged.
            DamagedData: it cannot be read; it is unchanged.
            ReadOnlyPlace: nothing can be written there.
            NoRoom: the disk is full.
            KeepingError: the disk failed otherwise.

        """
        return cls(Database(path), now)

    @classmethod
    def in_memory(cls, *, now: Callable[[], datetime] = _utc_now) -> Store:
        """Give a history that is forgotten on closing, for those who keep nothing."""
        return cls(Database(None), now)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path | None:
        """The file, or None in memory."""
        return self._database.path

    @property
    def keeps(self) -> bool:
        """Tell whether anything outlives this program."""
        return self._database.path is not None

    # Recording

    def record(self, event: Event, place: Snapshot) -> None:
        """Keep an event and the place reached; both are on disk afterwards.

        Raises:
            KeepingError: nothing of it was kept; what was kept before is.

        """
        at = records.written(self._now())
        with self._database.writing() as connection:
            if isinstance(event, Began):
                number = self._begin(connection, event, place, at)
            else:
                number = self._number(connection, place.run)
            connection.execute(_EVENT, (number, at, *records.to_row(event)))
            outcome = event.outcome if isinstance(event, Ended) else None
            self._touch(connection, number, place, at, outcome)

    def keep_place(self, place: Snapshot) -> None:
        """Keep the place reached, where nothing was decided.

        Raises:
            KeepingError: the place kept before still holds.

        """
        at = records.written(self._now())
        with self._database.writing() as connection:
            self._touch(connection, self._number(connection, place.run), place, at, None)

    def name_scenario(self, scenario: str, title: str) -> None:
        """Remember a scenario's title, for lists after the scenario has gone.

        Raises:
            KeepingError: it was not kept.

        """
        known = self._row("SELECT title FROM scenario WHERE id = ?", scenario)
        if known is not None and known["title"] == title:
            return
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO scenario VALUES (?, ?)", (scenario, title))

    @staticmethod
    def _begin(connection: sqlite3.Connection, event: Began, place: Snapshot, at: str) -> int:
        origin = event.replay_of
        values = (place.run, place.scenario, place.content_hash, origin is not None, origin, at, at)
        return int(connection.execute(_BEGIN, values).fetchone()[0])

    @staticmethod
    def _number(connection: sqlite3.Connection, run: str) -> int:
        found = connection.execute("SELECT number FROM run WHERE id = ?", (run,)).fetchone()
        if found is None:
            raise bad_days.gone_run(run)
        return int(found[0])

    @staticmethod
    def _touch(
        connection: sqlite3.Connection, number: int, place: Snapshot, at: str, outcome: str | None
    ) -> None:
        values = {
            "number": number,
            "at": at,
            "content_hash": place.content_hash,
            "decisions": sum(step.is_decision for step in place.steps),
            "is_over": place.phase is Phase.ENDED,
            "outcome": outcome,
        }
        connection.execute(_TOUCH, values)
        connection.execute(_PLACE, (number, to_json(place)))

    # Looking back

    def runs(
        self, *, limit: int = 50, offset: int = 0, scenario: str | None = None
    ) -> list[RunSummary]:
        """Give one page of runs, the latest begun first; of one scenario if it is named.

        Raises:
            KeepingError: it cannot be read.

        """
        if scenario is None:
            query = f"{_SUMMARY} ORDER BY run.number DESC LIMIT ? OFFSET ?"
            return self._summaries(query, limit, offset)
        query = f"{_SUMMARY} WHERE run.scenario = ? ORDER BY run.number DESC LIMIT ? OFFSET ?"
        return self._summaries(query, scenario, limit, offset)

    def unfinished(self, *, limit: int = 50) -> list[RunSummary]:
        """Give runs that have not ended, the latest touched first.

        Raises:
            KeepingError: it cannot be read.

        """
        query = f"{_SUMMARY} WHERE run.ended IS NULL ORDER BY run.touch DESC LIMIT ?"
        return self._summaries(query, limit)

    def run_count(self, *, scenario: str | None = None) -> int:
        """Count the runs; of one scenario if it is named.

        Raises:
            KeepingError: it cannot be read.

        """
        if scenario is None:
            return int(self._rows("SELECT count(*) FROM run")[0][0])
        return int(self._rows("SELECT count(*) FROM run WHERE scenario = ?", scenario)[0][0])

    def decision_count(self) -> int:
        """Count every decision that was made, those that were taken back included.

        Raises:
            KeepingError: it cannot be read.

        """
        return int(self._rows("SELECT count(*) FROM event WHERE kind = 'decided'")[0][0])

    def run(self, run: str) -> RunDetail:
        """Give a run with everything that happened in it.

        Raises:
            LookupError: no such run is kept.
            KeepingError: it cannot be read.

        """
        found = self._row(f"{_SUMMARY} WHERE run.id = ?", run)
        if found is None:
            raise LookupError(run)
        summary = records.summary(found)
        rows = self._rows("SELECT * FROM event WHERE run = ? ORDER BY number", found["number"])
        events = tuple(records.from_row(row, summary.replay_of) for row in rows)
        return records.RunDetail(summary, events, records.decisions(events), records.notes(events))

    def place(self, run: str) -> Snapshot:
        """Give the place reached in a run, to resume it.

        Raises:
            LookupError: no such run is kept.
            SnapshotError: the place is not readable by this version.
            KeepingError: it cannot be read.

        """
        query = "SELECT snapshot FROM place JOIN run ON run.number = place.run WHERE run.id = ?"
        found = self._row(query, run)
        if found is None:
            raise LookupError(run)
        return from_json(found["snapshot"])

    def last_played(self) -> Mapping[str, datetime]:
        """Give for each scenario that was played when it was last touched, in UTC.

        Raises:
            KeepingError: it cannot be read.

        """
        rows = self._rows("SELECT scenario, touched, max(touch) FROM run GROUP BY scenario")
        return {row["scenario"]: records.moment(row["touched"]) for row in rows}

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with self._database.reading() as connection:
            return connection.execute(query, values).fetchall()

    def _row(self, query: str, *values: object) -> sqlite3.Row | None:
        return next(iter(self._rows(query, *values)), None)

    def _summaries(self, query: str, *values: object) -> list[RunSummary]:
        return [records.summary(row) for row in self._rows(query, *values)]

    # Forgetting

    def delete_run(self, run: str) -> None:
        """Delete a run.

        Raises:
            LookupError: no such run is kept.
            KeepingError: it could not be deleted.

        """
        with self._database.writing() as connection:
            done = connection.execute("DELETE FROM run WHERE id = ?", (run,)).rowcount
        if not done:
            raise LookupError(run)

    def delete_all(self) -> None:
        """Delete every run.

        Raises:
            KeepingError: it could not be deleted.

        """
        with self._database.writing() as connection:
            for table in ("run", "scenario"):
                connection.execute(f"DELETE FROM {table}")

    def close(self) -> None:
        """Close it and let go of the profile. Closing twice is allowed."""
        self._database.close()
