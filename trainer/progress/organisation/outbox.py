"""What waits for an organisation's learning record store, and what became of it.

Only rows and rules; :mod:`trainer.progress.organisation.sending` is the one place that opens
a connection.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trainer.progress import queries
from trainer.progress.organisation import organisation, pacing
from trainer.progress.organisation.pacing import Pace, Waiting
from trainer.progress.organisation.xapi import statements
from trainer.progress.summaries import some_moment, written

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from trainer.progress.organisation.organisation import Organisation
    from trainer.progress.organisation.pacing import Reply
    from trainer.progress.records import RunDetail
    from trainer.progress.store import Store

_LONGEST_SAID: Final = 300

_PUT: Final = """
    INSERT OR IGNORE INTO outbox (id, run, made, state, statement) VALUES (?, ?, ?, 'waiting', ?)
"""


class State(StrEnum):
    """Where a statement is."""

    WAITING = "waiting"
    SENT = "sent"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Item:
    """A statement of the outbox as a list shows it. ``said`` is the store's own text."""

    id: str
    run: str
    made: datetime
    state: State
    statement: bytes
    said: str


def add_completion(connection: sqlite3.Connection, run: str, now: datetime) -> None:
    """Let a run that has just ended wait to be sent, if that is switched on.

    Inside the transaction that ends the run.
    """
    found = organisation.kept_in(connection)
    if found is None:
        return
    summary = queries.run(connection, run).summary
    if statements.has_completion(summary):
        _put(connection, run, [statements.completion(summary, found.actor)], now)


def preview(run: RunDetail, actor: UUID, *, with_choices: bool) -> list[bytes]:
    """Give the very bytes that would go of a run: its completion, or its choices."""
    found = (
        statements.choices(run, actor)
        if with_choices
        else [statements.completion(run.summary, actor)]
    )
    return [statements.as_bytes(one) for one in found]


def add_choices(store: Store, run: str) -> int:
    """Let the choices of a run wait to be sent; give how many statements that adds.

    Called for one run at a time, by an act of the learner's own.

    Raises:
        LookupError: no such run is kept.
        ValueError: the run has not ended, or is a replay.
        KeepingError: nothing was added.

    """
    with store.writing() as connection:
        found = organisation.kept_in(connection)
        if found is None:
            return 0
        detail = queries.run(connection, run)
        if not statements.has_completion(detail.summary):
            raise ValueError("only a run that has ended, and is no replay")
        return _put(connection, run, statements.choices(detail, found.actor), store.now())


def has_choices(store: Store, run: str) -> bool:
    """Tell whether the choices of a run wait or have gone.

    Raises:
        KeepingError: what was kept cannot be read.

    """
    with store.reading() as connection:
        found = organisation.kept_in(connection)
        if found is None:
            return False
        ending = statements.ending_id(run, found.actor)
        query = "SELECT 1 FROM outbox WHERE id = ?"
        return connection.execute(query, (ending,)).fetchone() is not None


def _put(
    connection: sqlite3.Connection, run: str, made: Sequence[statements.Statement], now: datetime
) -> int:
    rows = [(one["id"], run, written(now), statements.as_bytes(one)) for one in made]
    return sum(connection.execute(_PUT, row).rowcount for row in rows)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do now: send ``batch`` to ``to``; without a batch, look again in ``wait`` seconds.

    ``to`` is None while sending is off. ``wait`` is None where only an act of the learner's,
    or something new, changes anything.
    """

    to: Organisation | None = None
    batch: tuple[Waiting, ...] = ()
    wait: float | None = None


def plan(store: Store) -> Plan:
    """Say what to do now.

    Raises:
        KeepingError: what was kept cannot be read.

    """
    found = organisation.current(store)
    if found is None:
        return Plan()
    how = pace(store)
    there = waiting(store)
    if how.halt or not there:
        return Plan(found)
    left = pacing.seconds_left(how, store.now())
    if left > 0:
        return Plan(found, wait=left)
    return Plan(found, tuple(pacing.batch(how, there)), wait=0.0)


def waiting(store: Store, most: int = pacing.BATCH) -> list[Waiting]:
    """Give what waits, the oldest first.

    Raises:
        KeepingError: what was kept cannot be read.

    """
    query = "SELECT * FROM outbox WHERE state = 'waiting' ORDER BY number LIMIT ?"
    with store.reading() as connection:
        rows = connection.execute(query, (most,)).fetchall()
    return [Waiting(row["number"], row["id"], row["statement"]) for row in rows]


def counts(store: Store) -> dict[State, int]:
    """Count what waits, has gone, and was rejected.

    Raises:
        KeepingError: what was kept cannot be read.

    """
    with store.reading() as connection:
        rows = connection.execute("SELECT state, count(*) FROM outbox GROUP BY state").fetchall()
    found = {State(state): int(count) for state, count in rows}
    return {state: found.get(state, 0) for state in State}


def listed(store: Store, most: int = 200) -> list[Item]:
    """Give what is or was in the outbox, the latest first.

    Raises:
        KeepingError: what was kept cannot be read.

    """
    with store.reading() as connection:
        rows = connection.execute("SELECT * FROM outbox ORDER BY number DESC LIMIT ?", (most,))
        return [_item(row) for row in rows]


def _item(row: sqlite3.Row) -> Item:
    return Item(
        id=row["id"],
        run=row["run"] or "",
        made=some_moment(row["made"]),
        state=State(row["state"]),
        statement=row["statement"],
        said=row["said"],
    )


def pace(store: Store) -> Pace:
    """Give how sending goes.

    Raises:
        KeepingError: what was kept cannot be read.

    """
    with store.reading() as connection:
        return pacing.from_json(organisation.pace(connection))


def try_again(store: Store) -> None:
    """Let what waits be tried now, whatever happened before.

    Raises:
        KeepingError: it was not kept.

    """
    with store.writing() as connection:
        found = pacing.from_json(organisation.pace(connection))
        organisation.keep_pace(connection, pacing.resumed(found).to_json())


def settle(store: Store, tried: Sequence[Waiting], reply: Reply) -> Pace:
    """Note what became of statements that were tried; give the pace from now on.

    Raises:
        KeepingError: nothing was noted; the same statements are tried again.

    """
    with store.writing() as connection:
        found = organisation.kept_in(connection)
        if found is None:
            return Pace()
        before = pacing.from_json(organisation.pace(connection))
        after = pacing.after(before, tried, reply, store.now(), str(found.actor))
        said = _said(reply)
        _mark(connection, State.SENT, after.sent, "")
        _mark(connection, State.REJECTED, after.rejected, said)
        organisation.keep_pace(connection, after.pace.to_json())
    return after.pace


def _said(reply: Reply) -> str:
    words = "".join(sign if sign.isprintable() else " " for sign in reply.said)
    return f"{reply.status} {' '.join(words.split())}".strip()[:_LONGEST_SAID]


def _mark(connection: sqlite3.Connection, state: State, numbers: Sequence[int], said: str) -> None:
    query = "UPDATE outbox SET state = ?, said = ? WHERE number = ? AND state = 'waiting'"
    connection.executemany(query, [(state, said, number) for number in numbers])
