"""What is due to be asked again. Apart from the rest, because the first page needs no more.

*Clocks.* Times are UTC. No honest schedule is longer than :data:`LONGEST`, so a card that is due
later than that was dated by a clock that ran ahead, and is due now. So nothing is ever out of
reach, whatever a clock said.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.progress.summaries import written

if TYPE_CHECKING:
    from trainer.progress.store import Store

LONGEST: Final = timedelta(days=180)
"""How long a card rests at most."""

_EARLIEST: Final = datetime(1980, 1, 1, tzinfo=UTC)
_LATEST: Final = datetime(9000, 1, 1, tzinfo=UTC)

_KNOWN: Final = "skill IN ('distract', 'delegate', 'document', 'delay', 'direct')"
_COUNT: Final = f"""
    SELECT (SELECT count(*) FROM card WHERE due <= :now AND {_KNOWN})
        + (SELECT count(*) FROM card WHERE due > :reach AND {_KNOWN})
"""

# Two questions, because each finds its cards by the index, in its order.
_FIRST: Final = f"""
    SELECT skill, family, due FROM
        (SELECT * FROM card WHERE due <= :now AND {_KNOWN}
            ORDER BY due, skill, family LIMIT :limit)
    UNION ALL SELECT skill, family, due FROM
        (SELECT * FROM card WHERE due > :reach AND {_KNOWN}
            ORDER BY due, skill, family LIMIT :limit)
    ORDER BY due, skill, family LIMIT :limit
"""


class DueCard(NamedTuple):
    """A skill (one of the five D's, by its value) in a family of situations that is due.

    ``family`` is a setting, or one that this version does not know.
    """

    skill: str
    family: str


def cards(store: Store, limit: int) -> list[DueCard]:
    """Give what is due, the longest first.

    Raises:
        KeepingError: it cannot be read.

    """
    with store.reading() as connection:
        rows = connection.execute(_FIRST, _times(store) | {"limit": limit}).fetchall()
    return [DueCard(skill, family) for skill, family, _due in rows]


def count(store: Store) -> int:
    """Count what is due.

    Raises:
        KeepingError: it cannot be read.

    """
    with store.reading() as connection:
        found = connection.execute(_COUNT, _times(store)).fetchone()
    return int(found[0])


def _times(store: Store) -> dict[str, str | int]:
    now = sane(store.now())
    return {"now": written(now), "reach": written(now + LONGEST)}


def sane(now: datetime) -> datetime:
    """Give a time in UTC that can be counted with, whatever the clock says."""
    return min(max(now.astimezone(UTC), _EARLIEST), _LATEST)
