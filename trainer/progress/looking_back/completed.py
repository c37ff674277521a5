"""Which scenarios were played to their end: for a certificate, which says no more than that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.progress.summaries import some_moment, written

if TYPE_CHECKING:
    from datetime import datetime

    from trainer.progress.store import Store

_ENDED = """
    SELECT run.scenario, scenario.title, min(run.ended) AS first, max(run.ended) AS last
    FROM run LEFT JOIN scenario ON scenario.id = run.scenario
    WHERE run.ended >= ? GROUP BY run.scenario ORDER BY min(run.number)
"""


class Completed(NamedTuple):
    """Titles of scenarios, in the order in which they were first played to an end, and when.

    ``first`` and ``last`` are when the first and the last of those runs ended; None if none did.
    """

    titles: tuple[str, ...]
    first: datetime | None
    last: datetime | None


def completed(store: Store, since: datetime | None = None) -> Completed:
    """Give what was played to its end, each scenario once, however often.

    Args:
        store: what was kept.
        since: from when on, timezone-aware; None for all of it.

    Raises:
        KeepingError: it cannot be read.

    """
    with store.reading() as connection:
        rows = connection.execute(_ENDED, (written(since) if since else "",)).fetchall()
    if not rows:
        return Completed((), None, None)
    titles = tuple(row["title"] or row["scenario"] for row in rows)
    first, last = min(row["first"] for row in rows), max(row["last"] for row in rows)
    return Completed(titles, some_moment(first), some_moment(last))
