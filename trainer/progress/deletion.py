"""Deleting so that it is gone: rows, freed pages, the log, backups, what was kept aside.

SQLite overwrites deleted content (``secure_delete``); rewriting the file (``VACUUM``) and
emptying the log take what copies the file's own bookkeeping left. Which runs are being
erased is kept until all of it is done, so that a kill in between is made up for when the
profile is next opened. What lies on freed blocks of the disk is beyond any program's
reach; docs/data.md says so.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer import paths
from trainer.errors import DamagedData, KeepingError, NewerData, SnapshotError
from trainer.language import _, ngettext
from trainer.practice.snapshot import from_json, to_json
from trainer.progress import backups, bad_days, files, header
from trainer.progress.lock import ProfileLock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from trainer.practice.snapshot import Step
    from trainer.progress.database import Database

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

_COUNTS = """
    SELECT count(DISTINCT run.number) AS runs,
        count(CASE WHEN event.kind = 'decided' THEN 1 END) AS decisions,
        count(CASE WHEN event.kind = 'decided' AND event.words <> '' THEN 1 END) AS words,
        count(DISTINCT CASE WHEN event.kind = 'noted'
            THEN run.number || ' ' || event.question END) AS notes
    FROM run LEFT JOIN event ON event.run = run.number
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


@dataclass(frozen=True, slots=True)
class Goes:
    """What a deletion takes, as counts.

    ``words`` counts decisions with the learner's own words, ``notes`` the questions that
    were written about, ``backups`` those that hold any of it, ``aside`` the unreadable
    files that may.
    """

    runs: int
    decisions: int
    words: int
    notes: int
    backups: int
    aside: int


def what_goes(database: Database, run: str | None = None) -> Goes:
    """Count what deleting a run takes; without a run, what deleting everything takes.

    Raises:
        LookupError: no such run is kept.
        KeepingError: it cannot be read.

    """
    where, values = ("", ()) if run is None else (" WHERE run.id = ?", (run,))
    with database.reading() as connection:
        row = connection.execute(_COUNTS + where, values).fetchone()
    if run is not None and not row["runs"]:
        raise LookupError(run)
    held, aside = 0, 0
    if database.path is not None:
        found = files.backup_files(database.path)
        held = len(found if run is None else [one for one in found if _holds(one, {("run", run)})])
        aside = len(files.kept_aside(database.path))
    return Goes(row["runs"], row["decisions"], row["words"], row["notes"], held, aside)


def in_words(goes: Goes) -> tuple[str, ...]:
    """Say what a deletion takes, one sentence for each kind, and that it is for good."""
    counted = (
        (goes.runs, ngettext("%(n)d run.", "%(n)d runs.", goes.runs)),
        (goes.decisions, ngettext("%(n)d decision.", "%(n)d decisions.", goes.decisions)),
        (
            goes.words,
            ngettext(
                "What you wrote in your own words for %(n)d decision.",
                "What you wrote in your own words for %(n)d decisions.",
                goes.words,
            ),
        ),
        (
            goes.notes,
            ngettext(
                "What you noted about %(n)d question.",
                "What you noted about %(n)d questions.",
                goes.notes,
            ),
        ),
        (
            goes.backups,
            ngettext("%(n)d backup that holds it.", "%(n)d backups that hold it.", goes.backups),
        ),
        (
            goes.aside,
            ngettext(
                "%(n)d unreadable file that was kept aside.",
                "%(n)d unreadable files that were kept aside.",
                goes.aside,
            ),
        ),
    )
    return (*(sentence % {"n": n} for n, sentence in counted if n), _for_good())


def whole_profile() -> tuple[str, ...]:
    """Say what deleting a profile takes that cannot be read, and so not counted."""
    return (
        _("Everything that was kept goes, with its backups and files that were kept aside."),
        _for_good(),
    )


def everything_in_words() -> tuple[str, ...]:
    """Say what :func:`erase_everything` takes."""
    return (
        _("All that was kept goes, with its backups, and so do your settings and the logs."),
        _("Scenarios that you added stay."),
        _for_good(),
    )


def _for_good() -> str:
    return _("This cannot be undone. What you exported or saved elsewhere stays there.")


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
        connection.execute(_UNUSED_VERSIONS)
        _count_again(connection, found["scenario"])
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


def _count_again(connection: sqlite3.Connection, scenario: str) -> None:
    """Count the decisions of a scenario anew, after some of them went."""
    connection.execute("DELETE FROM tally WHERE scenario = ?", (scenario,))
    connection.execute(_TALLY, (scenario,))


def finish(database: Database) -> None:
    """Clear the traces of runs, and of what else :func:`forget` noted.

    Raises:
        KeepingError: some are still there; calling it again goes on.

    """
    with database.reading() as connection:
        gone = {(row["kind"], row["run"]) for row in connection.execute("SELECT * FROM erasing")}
        files.remove(_holding(database.path, gone))
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


def erase_all(database: Database) -> None:
    """Delete everything of a profile, its backups and what was kept aside included.

    Raises:
        KeepingError: not all of it is gone; calling it again goes on.

    """
    if database.path is None:
        with database.writing() as connection:
            connection.execute("PRAGMA defer_foreign_keys = ON")
            for name in _tables(connection):
                connection.execute(f"DELETE FROM {name}")
        return
    with database.set_down(database.path):
        files.erase_all(database.path)


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("PRAGMA main.table_list").fetchall()
    return [row["name"] for row in found if not row["name"].startswith("sqlite_")]


def erase_profile(database: Path) -> None:
    """Delete everything of a profile that nobody has open, whether it can be read or not.

    Raises:
        HeldElsewhere: a running Upstander has it open; nothing was deleted.
        KeepingError: not all of it is gone; calling it again goes on.

    """
    with bad_days.told(database):
        if database.parent.is_dir():
            with ProfileLock(database):
                files.erase_all(database)


def erase_everything() -> None:
    """Delete all profiles, the settings, the logs and the index of the library.

    Scenarios that a person added stay: they are theirs, like any file of their own.

    Raises:
        HeldElsewhere: a running Upstander has a profile open; nothing was deleted.
        KeepingError: not all of it is gone; calling it again goes on.

    """
    with bad_days.told(paths.home()), ExitStack() as held:
        databases = [folder / paths.database().name for folder in _profiles()]
        for database in databases:
            held.enter_context(ProfileLock(database))
        for database in databases:
            files.erase_all(database)
        held.close()
        for folder in (paths.profiles(), paths.cache(), paths.logs()):
            if folder.is_dir():
                shutil.rmtree(folder)
        files.remove(list(paths.home().glob(f"{paths.settings().name}*")))


def _profiles() -> list[Path]:
    folder = paths.profiles()
    return [one for one in folder.iterdir() if one.is_dir()] if folder.is_dir() else []


def _holding(database: Path | None, gone: set[_Gone]) -> list[Path]:
    """Files beside a database that hold one of these, or may."""
    if database is None:
        return []
    found = [backup for backup in files.backup_files(database) if _holds(backup, gone)]
    return [*found, *files.kept_aside(database), *files.half_written(database)]


def _holds(backup: Path, gone: set[_Gone]) -> bool:
    """Tell whether a backup holds one of these; one that cannot be read may."""
    try:
        header.inspect(backup)
        with closing(backups.open_backup(backup)) as connection:
            there = set(_tables(connection))
            return any(
                connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (one,)).fetchone()
                for kind, one in gone
                if kind in there
            )
    except (sqlite3.Error, DamagedData, NewerData, OSError):
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
