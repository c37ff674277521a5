"""A run as a list shows it. Apart from the rest, because the first page needs no more.

A named tuple, because making its class takes a tenth of making a dataclass.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.scenario.kinds import Outcome

if TYPE_CHECKING:
    import sqlite3

EARLIEST: Final = datetime(1970, 1, 2, tzinfo=UTC)
_LATEST: Final = datetime(9000, 1, 1, tzinfo=UTC)
"""Between these every time has a day and an hour, wherever the reader is."""


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
    """Read a time that :func:`written` wrote; one that no clock can show is the nearest that can.

    Raises:
        ValueError: it is none.

    """
    found = datetime.fromisoformat(text)
    return min(max(found if found.tzinfo else found.replace(tzinfo=UTC), EARLIEST), _LATEST)


def some_moment(text: str) -> datetime:
    """Read a time in a file that somebody may have changed: what is none was long ago."""
    try:
        return moment(text)
    except ValueError:
        return EARLIEST


def day(moment: datetime) -> str:
    """Write the day of a time as the calendar on the wall has it here and now, ISO 8601."""
    return moment.astimezone().date().isoformat()


_OUTCOMES: Final = frozenset(Outcome)


def summary(row: sqlite3.Row) -> RunSummary:
    """Give the run of a row of ``run`` joined with its title.

    A row that somebody has changed is a run all the same, with what can be read of it.
    """
    return RunSummary(
        run=row["id"],
        scenario=row["scenario"],
        title=row["title"] or "",
        content_hash=row["content_hash"],
        began=some_moment(row["began"]),
        touched=some_moment(row["touched"]),
        ended=some_moment(row["ended"]) if row["ended"] else None,
        outcome=Outcome(row["outcome"]) if row["outcome"] in _OUTCOMES else None,
        decisions=row["decisions"],
        replay_of=row["origin"],
        is_replay=bool(row["is_replay"]),
    )
