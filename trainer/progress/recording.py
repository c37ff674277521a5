"""Writing what happens in a run, each inside the transaction of the caller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.method.ds import FIVE_DS, Fit
from trainer.practice.recorder import Began, Decided, Ended
from trainer.practice.snapshot import Phase, to_json
from trainer.progress import bad_days, queries, records
from trainer.progress.boosters import boosters

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from trainer.practice.recorder import Event
    from trainer.practice.snapshot import Snapshot

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
    f"INSERT INTO event (run, at, day, version, {', '.join(records.COLUMNS)}) "
    f"VALUES (?, ?, ?, ?{', ?' * len(records.COLUMNS)})"
)

_COUNT = """
    INSERT INTO tally VALUES (?, ?, ?, ?, 1)
    ON CONFLICT (day, scenario, d, fit) DO UPDATE SET n = n + 1
"""


def add(connection: sqlite3.Connection, event: Event, place: Snapshot, now: datetime) -> None:
    """Add an event, and the place reached by it.

    Raises:
        KeepingError: the run is not kept here (it was deleted meanwhile).

    """
    at = records.written(now)
    if isinstance(event, Began):
        number = _begin(connection, event, place, at)
    else:
        number = _number(connection, place.run)
    day, version = None, None
    if isinstance(event, Decided):
        day, version = records.day(now), _version(connection, place.content_hash)
        _count(connection, number, event, place.scenario, day)
        _meet(connection, event, place.scenario, now)
    connection.execute(_EVENT, (number, at, day, version, *records.to_row(event)))
    _touch(connection, number, place, at, event.outcome if isinstance(event, Ended) else None)
    if isinstance(event, Ended) and queries.is_sending(connection):
        from trainer.progress.organisation import outbox

        outbox.add_completion(connection, place.run, now)


def move(connection: sqlite3.Connection, place: Snapshot, now: datetime) -> None:
    """Replace the place reached in a run.

    Raises:
        KeepingError: the run is not kept here (it was deleted meanwhile).

    """
    _touch(connection, _number(connection, place.run), place, records.written(now), None)


def name(connection: sqlite3.Connection, scenario: str, title: str, setting: str) -> None:
    """Remember a scenario's title, and where it takes place."""
    connection.execute(
        "INSERT OR REPLACE INTO scenario (id, title, setting) VALUES (?, ?, ?)",
        (scenario, title, setting),
    )


def _begin(connection: sqlite3.Connection, event: Began, place: Snapshot, at: str) -> int:
    origin = event.replay_of
    values = (place.run, place.scenario, place.content_hash, origin is not None, origin, at, at)
    return int(connection.execute(_BEGIN, values).fetchall()[0][0])


def _version(connection: sqlite3.Connection, content_hash: str) -> int:
    """Give the number of a version of a scenario, a new one if it was never met."""
    query = "SELECT number FROM version WHERE content_hash = ?"
    found = connection.execute(query, (content_hash,)).fetchone()
    if found is None:
        put = "INSERT INTO version (content_hash) VALUES (?) RETURNING number"
        found = connection.execute(put, (content_hash,)).fetchall()[0]
    return int(found[0])


def _count(
    connection: sqlite3.Connection, number: int, event: Decided, scenario: str, day: str
) -> None:
    """Count a decision, if it is the first at its place and its run no replay."""
    query = "SELECT is_replay FROM run WHERE number = ?"
    if event.first and not connection.execute(query, (number,)).fetchone()[0]:
        connection.execute(_COUNT, (day, scenario, event.d or "", event.fit or ""))


def _meet(connection: sqlite3.Connection, event: Decided, scenario: str, now: datetime) -> None:
    """Have a skill asked again that the learner used, and that was no poor fit."""
    if event.d in FIVE_DS and event.fit is not Fit.POOR:
        known = queries.named(connection, scenario)
        boosters.note(connection, event.d, known[1] if known else "", now)


def _number(connection: sqlite3.Connection, run: str) -> int:
    found = connection.execute("SELECT number FROM run WHERE id = ?", (run,)).fetchone()
    if found is None:
        raise bad_days.gone_run(run)
    return int(found[0])


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
