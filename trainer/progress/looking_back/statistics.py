"""What first decisions add up to over a span of days: by D, by kind of place; days practised.

The queries read the tally, a row for each day, scenario, D and fit, never the events: so a
million decisions cost no more than the days they were made on. Fitted means a strong or a
fair fit. Own words have no fit: nobody judges them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trainer.method.ds import FIVE_DS, D, Fit
from trainer.progress import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.progress.store import Store


class Span(StrEnum):
    """How far back a look goes, today included."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


_DAYS: Final = {Span.MONTH: 30, Span.QUARTER: 90, Span.YEAR: 365}

_COUNTS: Final = """
    SELECT scenario, d, fit, sum(n) FROM tally GROUP BY scenario, d, fit
"""
# The plus keeps SQLite from walking the whole index for its order's sake.
_COUNTS_SINCE: Final = """
    SELECT scenario, d, fit, sum(n) FROM tally WHERE day >= ? GROUP BY +scenario, d, fit
"""

# From one day to the next in the index: a day costs the same however much was done on it.
_EACH_DAY: Final = """
    WITH RECURSIVE each (day) AS (
        SELECT min(day) FROM {table} WHERE day >= :since
        UNION ALL
        SELECT (SELECT min(day) FROM {table} WHERE day > each.day)
        FROM each WHERE each.day IS NOT NULL
    )
    SELECT day FROM each WHERE day IS NOT NULL
"""
_TABLES: Final = ("tally", "answer")


@dataclass(frozen=True, slots=True)
class Count:
    """How often something was chosen, and how often with which fit.

    What is left of ``times`` was said in own words, or the timer decided.
    """

    times: int = 0
    strong: int = 0
    fair: int = 0
    poor: int = 0

    @property
    def fitted(self) -> int:
        """How often it was a strong or a fair fit."""
        return self.strong + self.fair

    @property
    def judged(self) -> int:
        """How often there was a fit at all."""
        return self.fitted + self.poor


@dataclass(frozen=True, slots=True)
class Totals:
    """First decisions of a span.

    ``by_d`` has the five in their order, unused ones with a count of nothing; ``waited`` is
    how often the learner held back. ``by_place`` has kinds of place (values of ``Setting``),
    the most practised first; decisions in scenarios that nobody knows any more stand under "".
    """

    decisions: int
    by_d: Mapping[D, Count]
    waited: int
    by_place: Mapping[str, Count]


def today(store: Store) -> date:
    """Give today as the calendar on the wall has it."""
    return date.fromisoformat(records.day(store.now()))


def since(span: Span, now: date) -> date | None:
    """Give the first day of a span that ends today; None for all there is."""
    days = _DAYS.get(span)
    return None if days is None else now - timedelta(days=days - 1)


def totals(store: Store, first: date | None, places: Mapping[str, str]) -> Totals:
    """Add up the decisions from a day on.

    Args:
        store: where they are kept.
        first: the first day that counts; None for all.
        places: kind of place by scenario, for those that the history does not know it of.

    Raises:
        KeepingError: they cannot be read.

    """
    with store.reading() as connection:
        if first is None:
            rows = connection.execute(_COUNTS).fetchall()
        else:
            rows = connection.execute(_COUNTS_SINCE, (first.isoformat(),)).fetchall()
        settings = connection.execute("SELECT id, setting FROM scenario WHERE setting <> ''")
        known = {**places, **dict(map(tuple, settings.fetchall()))}
    # Plain sums first: there may be ten thousand rows.
    by_d: dict[tuple[str, str], int] = {}
    by_place: dict[tuple[str, str], int] = {}
    for scenario, d, fit, times in rows:
        place = known.get(scenario, "")
        by_d[d, fit] = by_d.get((d, fit), 0) + times
        by_place[place, fit] = by_place.get((place, fit), 0) + times
    places_met = {place: _count(by_place, place) for place, _fit in by_place}
    most_first = sorted(places_met.items(), key=lambda one: (-one[1].times, one[0]))
    return Totals(
        decisions=sum(by_d.values()),
        by_d={d: _count(by_d, d) for d in FIVE_DS},
        waited=_count(by_d, D.WAIT).times,
        by_place=dict(most_first),
    )


def _count(sums: Mapping[tuple[str, str], int], of: str) -> Count:
    """Gather the sums of one thing by fit."""
    return Count(
        times=sum(times for (what, _fit), times in sums.items() if what == of),
        strong=sums.get((of, Fit.STRONG), 0),
        fair=sums.get((of, Fit.FAIR), 0),
        poor=sums.get((of, Fit.POOR), 0),
    )


def days(store: Store, first: date | None) -> tuple[date, ...]:
    """Give the days from one on, on which something was decided or recalled, in their order.

    Raises:
        KeepingError: they cannot be read.

    """
    found: set[str] = set()
    with store.reading() as connection:
        for table in _TABLES:
            query = _EACH_DAY.format(table=table)
            values = {"since": first.isoformat() if first else ""}
            found.update(row[0] for row in connection.execute(query, values))
    return tuple(_dates(sorted(found)))


def _dates(written: Iterable[str]) -> Iterable[date]:
    """Read days; what is none, in a file that somebody has changed, is left out."""
    for one in written:
        try:
            yield date.fromisoformat(one)
        except ValueError:
            continue
