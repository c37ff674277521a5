"""Deleting so that it is gone: rows, freed pages, the log, backups, what was kept aside.

SQLite overwrites deleted content (``secure_delete``); rewriting the file (``VACUUM``) and
emptying the log take what copies the file's own bookkeeping left. Which runs are being
erased is kept until all of it is done, so that a kill in between is made up for when the
profile is next opened. What lies on freed blocks of the disk is beyond any program's
reach; docs/data.md says so.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.errors import KeepingError, SnapshotError
from trainer.language import _
from trainer.practice.snapshot import from_json, to_json
from trainer.progress import backups, files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from trainer.practice.snapshot import Step
    from trainer.progress.database import Database
    from trainer.progress.sealed.vault import Key

# Where the run that a replay came from is gone, nobody knows any more whose past it carries:
# that of any run of its scenario.
_DESCENDANTS = """
    WITH RECURSIVE later (number) AS (
        SELECT number FROM run WHERE replay_of = :run
            OR (is_replay AND replay_of IS NULL
                AND scenario = (SELECT scenario FROM run WHERE number = :run))
        UNION SELECT run.number FROM run JOIN later ON run.replay_of = later.number
    )
    SELECT place.run, place.snapshot FROM later JOIN place ON place.run = later.number
"""

_TALLY = """
    INSERT INTO tally
    SELECT event.day, run.scenario, coalesce(d, ''), coalesce(fit, ''), count(*)
    FROM run JOIN event ON event.run = run.number
    WHERE run.scenario = ? AND NOT is_replay AND kind = 'decided' AND is_first = 1
    GROUP BY 1, 2, 3, 4
"""

_UNUSED_VERSIONS = """
    DELETE FROM version WHERE number NOT IN
        (SELECT version FROM event WHERE version IS NOT NULL)
"""

_Gone = tuple[str, str]
"""Something that was deleted: the table that it was in, and its id."""


def erase_run(database: Database, run: str) -> None:
    """Delete a run, and every trace of it below the profile's folder.

    Backups that hold it go as a whole: the caller makes a new one.

    Raises:
        LookupError: no such run is kept.
        KeepingError: it is still there; or it is gone from the history, but not all
            traces are yet, and the error says so.

    """
    with database.writing() as connection:
        found = connection.execute("SELECT * FROM run WHERE id = ?", (run,)).fetchone()
        if found is None:
            raise LookupError(run)
        _forget_shared_past(connection, found["number"])
        connection.execute("DELETE FROM outbox WHERE run = ?", (run,))
        connection.execute("DELETE FROM run WHERE number = ?", (found["number"],))
        connection.execute("DELETE FROM scenario WHERE id NOT IN (SELECT scenario FROM run)")
        forget_unused_versions(connection)
        count_again(connection, found["scenario"])
        connection.execute("INSERT INTO erasing (run, kind) VALUES (?, 'run')", (run,))
    try:
        finish(database)
    except KeepingError as error:
        raise type(error)(
            _("The run was deleted, but traces of it are still on the disk."),
            _("Your other runs are safe."),
            _("Free some space or repair the disk; the traces go when Upstander starts again."),
            error.details,
        ) from error


def forget_papers(connection: sqlite3.Connection, papers: Iterable[str]) -> None:
    """Note that traces of papers, as they were until now, are to be cleared by :func:`finish`.

    Called in the transaction that deletes them, or seals them.
    """
    forget(connection, "paper", papers)


def forget(connection: sqlite3.Connection, table: str, ids: Iterable[str]) -> None:
    """Note that traces of rows of a table are to be cleared by :func:`finish`.

    Called in the transaction that deletes them.
    """
    connection.executemany(
        "INSERT OR IGNORE INTO erasing (run, kind) VALUES (?, ?)", ((one, table) for one in ids)
    )


def count_again(connection: sqlite3.Connection, scenario: str) -> None:
    """Count the decisions of a scenario anew, after some of them went or came."""
    connection.execute("DELETE FROM tally WHERE scenario = ?", (scenario,))
    connection.execute(_TALLY, (scenario,))


def forget_unused_versions(connection: sqlite3.Connection) -> None:
    """Let go of versions of scenarios in which nothing was decided that is still kept."""
    connection.execute(_UNUSED_VERSIONS)


def finish(database: Database) -> None:
    """Clear the traces of runs, and of what else :func:`forget` noted.

    Raises:
        KeepingError: some are still there; calling it again goes on.

    """
    with database.reading() as connection:
        gone = {(row["kind"], row["run"]) for row in connection.execute("SELECT * FROM erasing")}
        files.remove(_holding(database, gone))
        connection.execute("VACUUM")
    database.clear_log()
    with database.writing() as connection:
        connection.execute("DELETE FROM erasing")
    database.clear_log()


def finish_or_say(database: Database) -> None:
    """Clear the traces as :func:`finish` does, for what is no run.

    Raises:
        KeepingError: some are still there; the error says so, in words for a person.

    """
    try:
        finish(database)
    except KeepingError as error:
        raise type(error)(
            _("It was deleted, but traces of it are still on the disk."),
            _("Everything else is safe."),
            _("Free some space or repair the disk; the traces go when Upstander starts again."),
            error.details,
        ) from error


def tables(connection: sqlite3.Connection) -> list[str]:
    """Names of the tables of an open database."""
    found = connection.execute("PRAGMA main.table_list").fetchall()
    return [row["name"] for row in found if not row["name"].startswith("sqlite_")]


def _holding(database: Database, gone: set[_Gone]) -> list[Path]:
    """Files beside a database that hold one of these, or may."""
    path = database.path
    if path is None:
        return []
    found = [one for one in files.backup_files(path) if holds(one, gone, database.key)]
    return [*found, *files.all_kept_aside(path), *files.half_written(path)]


def holds(backup: Path, gone: set[_Gone], key: Key | None) -> bool:
    """Tell whether a backup holds one of these; one that cannot be read may."""
    try:
        with closing(backups.open_backup(backup, key)) as connection:
            there = set(tables(connection))
            return any(
                connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (one,)).fetchone()
                for kind, one in gone
                if kind in there
            )
    except (sqlite3.Error, KeepingError, OSError):
        return True


def _forget_shared_past(connection: sqlite3.Connection, run: int) -> None:
    """Blank words of a run where others, played again from it, carry them as their past."""
    words = _own_words(connection, run)
    if not words:
        return
    for later in connection.execute(_DESCENDANTS, {"run": run}).fetchall():
        theirs = words - _own_words(connection, later["run"])
        connection.execute(
            "UPDATE place SET snapshot = ? WHERE run = ?",
            (_without(later["snapshot"], theirs), later["run"]),
        )


def _own_words(connection: sqlite3.Connection, run: int) -> set[tuple[str, str]]:
    query = "SELECT scene, words FROM event WHERE run = ? AND kind = 'decided' AND words <> ''"
    return {(row["scene"], row["words"]) for row in connection.execute(query, (run,))}


def _without(snapshot: str, words: set[tuple[str, str]]) -> str:
    """Give a place without these words; one that cannot be read is emptied."""
    try:
        place = from_json(snapshot)
    except SnapshotError:
        return "{}"

    def blank(step: Step) -> Step:
        return replace(step, words="") if (step.scene, step.words) in words else step

    return to_json(replace(place, steps=tuple(map(blank, place.steps))))


def traces(folder: Path, marker: str) -> list[Path]:
    """Give the files below a folder that hold a text in any of their bytes, sorted.

    Only for a profile that nobody has open: closing a file that SQLite has open in the
    same process would drop SQLite's lock.

    Raises:
        OSError: a file cannot be read.

    """
    wanted = marker.encode()
    return sorted(
        path for path in folder.rglob("*") if path.is_file() and wanted in path.read_bytes()
    )
