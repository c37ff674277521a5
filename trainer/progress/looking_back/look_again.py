"""Decisions worth another look: first ones that fitted poorly, and any that somebody marked.

Replays and second tries are none of them: they are that other look. What somebody has taken
off the list stays off.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.method.ds import Fit
from trainer.practice.recorder import Decided
from trainer.progress import records
from trainer.progress.summaries import moment

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from trainer.method.ds import D
    from trainer.progress.store import Store

_COLUMNS = """
    SELECT event.*, run.id AS run_id, run.scenario, scenario.title,
        coalesce(version.content_hash, run.content_hash) AS made_in, mark.look,
        (SELECT max(other.at) FROM run AS replay JOIN event AS other ON other.run = replay.number
            WHERE replay.replay_of = event.run AND other.kind = 'decided'
                AND other.step = event.step AND other.scene = event.scene) AS again
    FROM event JOIN run ON run.number = event.run
    LEFT JOIN scenario ON scenario.id = run.scenario
    LEFT JOIN version ON version.number = event.version
    LEFT JOIN mark ON mark.event = event.number
"""

_POOR = f"""{_COLUMNS}
    WHERE event.kind = 'decided' AND event.is_first = 1 AND event.fit = 'poor'
        AND NOT run.is_replay AND mark.look IS NULL
    ORDER BY event.number DESC LIMIT ?
"""

_MARKED = f"""{_COLUMNS}
    WHERE event.number IN (SELECT event FROM mark WHERE look = 1)
    ORDER BY event.number DESC LIMIT ?
"""

_ONE = f"{_COLUMNS} WHERE event.number = ? AND event.kind = 'decided'"

_BEFORE = """
    SELECT * FROM event WHERE run = (SELECT run FROM event WHERE number = :number)
        AND number <= :number ORDER BY number
"""

_MARK = """
    INSERT INTO mark (event, look) SELECT number, ? FROM event
        WHERE number = ? AND kind = 'decided'
    ON CONFLICT (event) DO UPDATE SET look = excluded.look
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A decision that was made. ``number`` names it in the history.

    ``title`` is the scenario's when it was last played, empty if none was named;
    ``content_hash`` the version that it was made in. ``marked`` tells whether somebody wants
    to look at it again, apart from how it fitted; ``listed`` whether it is on the list.
    ``again`` is when it was last played again, None if it was not.
    """

    number: int
    at: datetime
    run: str
    scenario: str
    title: str
    content_hash: str
    decided: Decided
    marked: bool
    listed: bool
    again: datetime | None

    @property
    def d(self) -> D | None:
        """What it was; None where the timer decided."""
        return self.decided.d

    @property
    def fit(self) -> Fit | None:
        """How it fitted; None for own words, and where the timer decided."""
        return self.decided.fit


@dataclass(frozen=True, slots=True)
class WayThere:
    """A decision, and what led to it: the decisions that held when it was made, itself last."""

    made: Made
    decisions: tuple[Decided, ...]
    skipped: tuple[str, ...]


def listed(store: Store, limit: int) -> list[Made]:
    """Give decisions worth another look, the latest made first.

    Raises:
        KeepingError: they cannot be read.

    """
    with store.reading() as connection:
        rows = [
            *connection.execute(_POOR, (limit,)).fetchall(),
            *connection.execute(_MARKED, (limit,)).fetchall(),
        ]
    found = sorted(_readable(rows), key=lambda one: one.number, reverse=True)
    return found[:limit]


def _readable(rows: Iterable[sqlite3.Row]) -> Iterator[Made]:
    """Read rows; one that makes no sense, in a file that somebody has changed, is left out."""
    for row in rows:
        try:
            yield _made(row)
        except ValueError:
            continue


def way_to(store: Store, number: int) -> WayThere:
    """Give a decision with what led to it.

    Raises:
        LookupError: it is not kept any more, or what is kept of it makes no sense.
        KeepingError: it cannot be read.

    """
    with store.reading() as connection:
        row = connection.execute(_ONE, (number,)).fetchone()
        if row is None:
            raise LookupError(number)
        before = connection.execute(_BEFORE, {"number": number}).fetchall()
    try:
        made = _made(row)
        events = tuple(records.from_row(one, None) for one in before)
    except ValueError as error:
        raise LookupError(number) from error
    held = [
        one.decided
        for one in records.decisions(events)
        if one.holds and one.decided.step < made.decided.step and one.number != number
    ]
    skipped = tuple(row["scene"] for row in before if row["kind"] == "skipped")
    return WayThere(made, (*held, made.decided), skipped)


def mark(store: Store, number: int, *, look: bool) -> None:
    """Put a decision on the list, or take it off; one that is gone is passed over.

    Raises:
        KeepingError: the list is as before.

    """
    with store.writing() as connection:
        connection.execute(_MARK, (look, number))


def _made(row: sqlite3.Row) -> Made:
    kept = records.from_row(row, None)
    decided = kept.event
    if not isinstance(decided, Decided):
        raise ValueError(kept.number)
    return Made(
        number=kept.number,
        at=kept.at,
        run=row["run_id"],
        scenario=row["scenario"],
        title=row["title"] or "",
        content_hash=row["made_in"],
        decided=decided,
        marked=row["look"] == 1,
        again=moment(row["again"]) if row["again"] else None,
        listed=row["look"] == 1 if row["look"] is not None else _is_poor(decided),
    )


def _is_poor(decided: Decided) -> bool:
    return decided.first and decided.fit is Fit.POOR
