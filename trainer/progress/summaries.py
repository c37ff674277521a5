"""A run as a list shows it. Apart from the rest, because the first page needs no more.

A named tuple, because making its class takes a tenth of making a dataclass.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from trainer.scenario.kinds import Outcome

if TYPE_CHECKING:
    import sqlite3


class RunSummary(NamedTuple):
    """One run as a list shows it. Times are in UTC.

    ``title`` is the scenario's title when it was last played, empty if none was named.
    ``decisions`` counts those on the way that holds, not the ones taken back.
    ``replay_of`` names the run whose decision was played again; it is None as well when
    that run was deleted, which ``is_replay`` tells apart.
    """

    run: str
    scenario: str
    title: str
    content_hash: str
    began: datetime
    touched: datetime
    ended: datetime | None
    outcome: Outcome | None
    decisions: int
    replay_of: str | None
    is_replay: bool


def written(moment: datetime) -> str:
    """Write a time as UTC, ISO 8601, to the millisecond. It sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """Read a time that :func:`written` wrote."""
    return datetime.fromisoformat(text)


def day(moment: datetime) -> str:
    """Write the day of a time as the calendar on the wall has it here and now, ISO 8601."""
    return moment.astimezone().date().isoformat()


def summary(row: sqlite3.Row) -> RunSummary:
    """Give the run of a row of ``run`` joined with its title."""
    return RunSummary(
        run=row["id"],
        scenario=row["scenario"],
        title=row["title"] or "",
        content_hash=row["content_hash"],
        began=moment(row["began"]),
        touched=moment(row["touched"]),
        ended=moment(row["ended"]) if row["ended"] else None,
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        decisions=row["decisions"],
        replay_of=row["origin"],
        is_replay=bool(row["is_replay"]),
    )
