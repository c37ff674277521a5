"""What a deletion takes, counted, and said before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.language import _, ngettext
from trainer.progress import files
from trainer.progress.deletion import deletion

if TYPE_CHECKING:
    import sqlite3

    from trainer.progress.database import Database

_COUNTS = """
    SELECT count(DISTINCT run.number) AS runs,
        count(CASE WHEN event.kind = 'decided' THEN 1 END) AS decisions,
        count(CASE WHEN event.kind = 'decided' AND event.words <> '' THEN 1 END) AS words,
        count(DISTINCT CASE WHEN event.kind = 'noted'
            THEN run.number || ' ' || event.question END) AS notes
    FROM run LEFT JOIN event ON event.run = run.number
"""

_OTHERS = """
    SELECT (SELECT count(*) FROM answer) AS answers,
        (SELECT count(*) FROM confidence) AS confidence,
        (SELECT count(*) FROM paper WHERE kind = 'plan') AS plans,
        (SELECT count(*) FROM paper WHERE kind = 'incident') AS incidents,
        (SELECT count(*) FROM outbox) AS statements
"""


@dataclass(frozen=True, slots=True)
class Goes:
    """What a deletion takes, as counts.

    ``words`` counts decisions with the learner's own words, ``notes`` the questions that
    were written about, ``backups`` those that hold any of it, ``aside`` the unreadable
    files that may; ``statements`` what an outbox holds.
    """

    runs: int
    decisions: int
    words: int
    notes: int
    backups: int
    aside: int
    answers: int = 0
    confidence: int = 0
    plans: int = 0
    incidents: int = 0
    statements: int = 0


def what_goes(database: Database, run: str | None = None) -> Goes:
    """Count what deleting a run takes; without a run, what deleting everything takes.

    Raises:
        LookupError: no such run is kept.
        KeepingError: it cannot be read.

    """
    where, values = ("", ()) if run is None else (" WHERE run.id = ?", (run,))
    with database.reading() as connection:
        row = connection.execute(_COUNTS + where, values).fetchone()
        others = _others(connection, run)
    if run is not None and not row["runs"]:
        raise LookupError(run)
    held, aside = 0, 0
    if database.path is not None:
        found = files.backup_files(database.path)
        if run is not None:
            found = [one for one in found if deletion.holds(one, {("run", run)}, database.key)]
        held = len(found)
        aside = len(files.all_kept_aside(database.path))
    return Goes(row["runs"], row["decisions"], row["words"], row["notes"], held, aside, **others)


def _others(connection: sqlite3.Connection, run: str | None) -> dict[str, int]:
    if run is None:
        return dict(connection.execute(_OTHERS).fetchone())
    query = "SELECT count(*) FROM outbox WHERE run = ?"
    return {"statements": connection.execute(query, (run,)).fetchone()[0]}


def in_words(goes: Goes) -> tuple[str, ...]:
    """Say what a deletion takes, one sentence for each kind, and that it is for good."""
    counted = (*_of_runs(goes), *_of_learning(goes), *_of_files(goes))
    return (*(sentence % {"n": n} for n, sentence in counted if n), _for_good())


_Counted = tuple[tuple[int, str], ...]


def _of_runs(goes: Goes) -> _Counted:
    return (
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
    )


def _of_learning(goes: Goes) -> _Counted:
    return (
        (
            goes.answers,
            ngettext(
                "%(n)d answer to a drill or a booster.",
                "%(n)d answers to drills and boosters.",
                goes.answers,
            ),
        ),
        (
            goes.confidence,
            ngettext(
                "What you said %(n)d time about how sure you feel.",
                "What you said %(n)d times about how sure you feel.",
                goes.confidence,
            ),
        ),
        (goes.plans, ngettext("Your safety plan.", "%(n)d safety plans.", goes.plans)),
        (
            goes.incidents,
            ngettext(
                "%(n)d record of what happened.",
                "%(n)d records of what happened.",
                goes.incidents,
            ),
        ),
        (
            goes.statements,
            ngettext(
                "%(n)d statement for your organisation, here only: one that was sent stays there.",
                "%(n)d statements for your organisation, here only: those that were sent "
                "stay there.",
                goes.statements,
            ),
        ),
    )


def _of_files(goes: Goes) -> _Counted:
    return (
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


def whole_profile() -> tuple[str, ...]:
    """Say what deleting a profile takes that cannot be read, and so not counted."""
    return (
        _("Everything that was kept goes, with its backups and files that were kept aside."),
        _for_good(),
    )


def everything_in_words() -> tuple[str, ...]:
    """Say what :func:`trainer.progress.deletion.erasing.erase_everything` takes."""
    return (
        _("All that was kept goes, with its backups, and so do your settings and the logs."),
        _("What is kept of workshops goes, too."),
        _("That holds for everybody who practises on this computer."),
        _("Scenarios and plans that you added stay; earlier versions of them go."),
        _for_good(),
    )


def _for_good() -> str:
    return _("This cannot be undone. What you exported or saved elsewhere stays there.")
