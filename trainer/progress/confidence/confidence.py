"""How sure somebody feels at each of the five steps, in their own estimate, and when to ask.

The steps are those of Latané and Darley (1970): notice, see it as a problem, take it on,
know how, act. The questions are our own; no validated scale for racist harassment was found,
and a rise is no proof that somebody acts (Kettrey & Marx 2021).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trainer.method.five_steps import LEAST, MOST, Step
from trainer.progress import summaries

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from datetime import date

    from trainer.progress.store import Store

EVERY: Final = timedelta(weeks=4)
"""How long it is left alone, for whoever wants to be asked again."""

THIRD: Final = 3
"""After so many finished runs it is offered once more."""


class Occasion(StrEnum):
    """When it is offered."""

    BEFORE = "before"
    """Before the first run."""

    THIRD = "third"
    """After the third one."""

    AGAIN = "again"
    """Some weeks later, if that is wished."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was answered once: ``answers`` from 1 to 5; what was left out is not in it.

    ``at`` is in UTC; ``day`` (ISO 8601) as the calendar on the wall had it then.
    """

    id: str
    at: datetime
    day: str
    answers: Mapping[Step, int]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rule of :func:`occasion` needs to know.

    ``begun`` tells whether there is any run; ``finished`` counts those that came to an end
    and are no replays, up to :data:`THIRD`. ``asked`` is when it was last answered or
    skipped, ``third`` whether that was done after the third run, ``wish`` whether to ask
    again (None: never said).
    """

    begun: bool = False
    finished: int = 0
    asked: datetime | None = None
    third: bool = False
    wish: bool | None = None


def occasion(now: datetime, facts: Facts) -> Occasion | None:
    """Tell what it is offered for now, or None.

    A clock that was set back, or was far ahead when it was asked last, neither silences it
    for good nor has it ask twice within four weeks: only the distance counts.
    """
    if not facts.begun:
        return Occasion.BEFORE if facts.asked is None else None
    if facts.finished >= THIRD and not facts.third:
        return Occasion.THIRD
    if facts.wish and facts.asked is not None and abs(now - facts.asked) >= EVERY:
        return Occasion.AGAIN
    return None


_ASKED, _THIRD, _WISH = "confidence-asked", "confidence-third", "confidence-wish"

_FACTS = f"""
    SELECT
        EXISTS (SELECT 1 FROM run) AS begun,
        (SELECT count(*) FROM (SELECT 1 FROM run WHERE ended IS NOT NULL AND NOT is_replay
            LIMIT {THIRD})) AS finished,
        (SELECT value FROM fact WHERE name = 'confidence-asked') AS asked,
        (SELECT value FROM fact WHERE name = 'confidence-third') AS third,
        (SELECT value FROM fact WHERE name = 'confidence-wish') AS wish
"""


def facts(store: Store) -> Facts:
    """Read what the rule needs.

    Raises:
        KeepingError: it cannot be read.

    """
    with store.reading() as connection:
        row = connection.execute(_FACTS).fetchone()
    wish = {"yes": True, "no": False}.get(row["wish"])
    return Facts(
        bool(row["begun"]), row["finished"], _moment(row["asked"]), bool(row["third"]), wish
    )


def _moment(text: str | None) -> datetime | None:
    """Read a time; one that makes no sense is none."""
    try:
        return summaries.moment(text or "")
    except ValueError:
        return None


def entries(store: Store, since: date | None = None) -> list[Entry]:
    """Give what was answered, from a day on if one is named, in the order of answering.

    Raises:
        KeepingError: it cannot be read.

    """
    query = "SELECT * FROM confidence WHERE day >= ? ORDER BY number"
    with store.reading() as connection:
        rows = connection.execute(query, (since.isoformat() if since else "",)).fetchall()
    return [entry for row in rows if (entry := _entry(row)).answers]


def _entry(row: sqlite3.Row) -> Entry:
    """Read a row; what is not on the scale, in a file that somebody has changed, is no answer."""
    answers = {step: int(row[step]) for step in Step if row[step] in range(LEAST, MOST + 1)}
    return Entry(row["id"], summaries.some_moment(row["at"]), row["day"], answers)


def todays(store: Store) -> Entry | None:
    """Give what was answered today, if that is the latest there is.

    Raises:
        KeepingError: it cannot be read.

    """
    query = "SELECT * FROM confidence ORDER BY number DESC LIMIT 1"
    with store.reading() as connection:
        row = connection.execute(query).fetchone()
    is_todays = row is not None and row["day"] == summaries.day(store.now())
    return _entry(row) if is_todays else None


def put(store: Store, answers: Mapping[Step, int]) -> None:
    """Keep what was answered; it takes the place of what was answered earlier this day.

    Raises:
        ValueError: nothing was answered, or something that is not on the scale.
        KeepingError: nothing of it was kept.

    """
    if not answers or not all(LEAST <= value <= MOST for value in answers.values()):
        raise ValueError(answers)
    before = todays(store)
    at, values = store.now(), [answers.get(step) for step in Step]
    with store.writing() as connection:
        if before is not None:
            put = f"UPDATE confidence SET at = ?, {', '.join(f'{one} = ?' for one in Step)}"
            connection.execute(f"{put} WHERE id = ?", (summaries.written(at), *values, before.id))
        else:
            put = f"INSERT INTO confidence (id, at, day, {', '.join(Step)})"
            row = (_new_id(), summaries.written(at), summaries.day(at), *values)
            connection.execute(f"{put} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        _was_asked(connection, at)


def _new_id() -> str:
    return os.urandom(16).hex()


def skip(store: Store) -> None:
    """Remember that it was offered and skipped, so that it is not offered again for that.

    Raises:
        KeepingError: it was not remembered.

    """
    with store.writing() as connection:
        _was_asked(connection, store.now())


def _was_asked(connection: sqlite3.Connection, at: datetime) -> None:
    _note(connection, _ASKED, summaries.written(at))
    if connection.execute(_FACTS).fetchone()["finished"] >= THIRD:
        _note(connection, _THIRD, "yes")


def set_wish(store: Store, *, again: bool) -> None:
    """Remember whether to ask again every four weeks.

    Raises:
        KeepingError: it was not remembered.

    """
    with store.writing() as connection:
        _note(connection, _WISH, "yes" if again else "no")


def _note(connection: sqlite3.Connection, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", (name, value))


def delete(store: Store, entry: str) -> None:
    """Delete what was answered once, and every trace of it in the profile's folder.

    Backups that hold it are removed, and one without it is made.

    Raises:
        LookupError: no such entry is kept.
        KeepingError: it is still there; or it is gone from the list, but not all traces
            are yet: they go when Upstander starts again.

    """
    from trainer.progress.deletion import deletion

    with store.writing() as connection:
        query = "DELETE FROM confidence WHERE id = ? RETURNING id"
        if not connection.execute(query, (entry,)).fetchall():
            raise LookupError(entry)
        deletion.forget(connection, "confidence", (entry,))
    store.clear_traces()
