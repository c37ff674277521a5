"""Reading what was kept. Every list is in an order that the clock has no part in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.progress import summaries

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import datetime

    from trainer.progress.records import RunDetail
    from trainer.progress.summaries import RunSummary

_SUMMARY = """
    SELECT run.*, scenario.title AS title, origin.id AS origin FROM run
    LEFT JOIN scenario ON scenario.id = run.scenario
    LEFT JOIN run AS origin ON origin.number = run.replay_of
"""

# Steps from one scenario to the next in the index, so that a long history costs nothing.
_LAST_PLAYED = """
    WITH RECURSIVE each (scenario) AS (
        SELECT min(scenario) FROM run
        UNION ALL
        SELECT (SELECT min(scenario) FROM run WHERE scenario > each.scenario)
        FROM each WHERE each.scenario IS NOT NULL
    )
    SELECT each.scenario, (SELECT touched FROM run WHERE run.scenario = each.scenario
        ORDER BY touch DESC LIMIT 1) AS touched
    FROM each WHERE each.scenario IS NOT NULL
"""


def runs(
    connection: sqlite3.Connection, limit: int, offset: int, scenario: str | None
) -> list[RunSummary]:
    """Give one page of runs, the latest begun first; of one scenario if it is named."""
    where, values = ("", ()) if scenario is None else ("WHERE run.scenario = ?", (scenario,))
    query = f"{_SUMMARY} {where} ORDER BY run.number DESC LIMIT ? OFFSET ?"
    return list(map(summaries.summary, connection.execute(query, (*values, limit, offset))))


def unfinished(
    connection: sqlite3.Connection, limit: int, scenario: str | None
) -> list[RunSummary]:
    """Give runs that have not ended, the latest touched first; of one scenario if named."""
    where, values = ("", ()) if scenario is None else ("AND run.scenario = ?", (scenario,))
    query = f"{_SUMMARY} WHERE run.ended IS NULL {where} ORDER BY run.touch DESC LIMIT ?"
    return list(map(summaries.summary, connection.execute(query, (*values, limit))))


def run_count(connection: sqlite3.Connection, scenario: str | None) -> int:
    """Count the runs; of one scenario if it is named."""
    where, values = ("", ()) if scenario is None else (" WHERE scenario = ?", (scenario,))
    return int(connection.execute(f"SELECT count(*) FROM run{where}", values).fetchone()[0])


def decision_count(connection: sqlite3.Connection) -> int:
    """Count every decision that was made, those that were taken back included."""
    query = "SELECT count(*) FROM event WHERE kind = 'decided'"
    return int(connection.execute(query).fetchone()[0])


def run(connection: sqlite3.Connection, run_id: str) -> RunDetail:
    """Give a run with everything that happened in it.

    Raises:
        LookupError: no such run is kept.

    """
    found = connection.execute(f"{_SUMMARY} WHERE run.id = ?", (run_id,)).fetchone()
    if found is None:
        raise LookupError(run_id)
    return _detail(connection, found)


def every_run(connection: sqlite3.Connection) -> Iterator[RunDetail]:
    """Give all runs one after the other, the earliest begun first."""
    for row in connection.execute(f"{_SUMMARY} ORDER BY run.number"):
        yield _detail(connection, row)


def _detail(connection: sqlite3.Connection, row: sqlite3.Row) -> RunDetail:
    from trainer.progress import records

    summary = summaries.summary(row)
    query = "SELECT * FROM event WHERE run = ? ORDER BY number"
    rows = connection.execute(query, (row["number"],))
    events = tuple(records.readable(rows, summary.replay_of))
    return records.RunDetail(summary, events, records.decisions(events), records.notes(events))


def place(connection: sqlite3.Connection, run_id: str) -> str:
    """Give the place reached in a run, as it was written.

    Raises:
        LookupError: no such run is kept.

    """
    query = "SELECT snapshot FROM place JOIN run ON run.number = place.run WHERE run.id = ?"
    found = connection.execute(query, (run_id,)).fetchone()
    if found is None:
        raise LookupError(run_id)
    return str(found[0])


def named(connection: sqlite3.Connection, scenario: str) -> tuple[str, str] | None:
    """Give a scenario's title and setting when it was last played; None if none was named."""
    query = "SELECT title, setting FROM scenario WHERE id = ?"
    found = connection.execute(query, (scenario,)).fetchone()
    return (found[0], found[1]) if found else None


def is_erasing(connection: sqlite3.Connection) -> bool:
    """Tell whether traces of deleted runs are still to be cleared."""
    return connection.execute("SELECT 1 FROM erasing LIMIT 1").fetchone() is not None


def is_sending(connection: sqlite3.Connection) -> bool:
    """Tell whether completions may go to an organisation.

    Asked before what knows more is read in: for most people it never is.
    """
    query = "SELECT 1 FROM fact WHERE name = 'organisation'"
    return connection.execute(query).fetchone() is not None


def last_played(connection: sqlite3.Connection) -> dict[str, datetime]:
    """Give for each scenario that was played when it was last touched, in UTC."""
    return {
        row["scenario"]: summaries.some_moment(row["touched"])
        for row in connection.execute(_LAST_PLAYED)
    }
