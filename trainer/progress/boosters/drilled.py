"""Keeping what was answered to a drill, as the boosters have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.drills.attempt import Side
from trainer.progress.boosters import boosters
from trainer.progress.boosters.boosters import Answer, Kind

if TYPE_CHECKING:
    from trainer.drills.attempt import Attempt
    from trainer.drills.model import Drill
    from trainer.progress.boosters.boosters import Rating
    from trainer.progress.store import Store


def variant(deck: str, drill: str, side: Side) -> str:
    """Name what was shown: a line to answer, or one to make right."""
    return f"repair:{deck}/{drill}" if side is Side.REPAIR else boosters.drill_variant(deck, drill)


def keep(
    store: Store, deck: str, drill: Drill, side: Side, attempt: Attempt, rating: Rating | None
) -> None:
    """Keep an answer, with how it went in the learner's own view (or nothing said of it).

    A reply that was picked has its D; one's own words have the D that the learner says
    they were most like, if any. Making something right is none of the five.

    Raises:
        KeepingError: nothing of it was kept.

    """
    skill = None if side is Side.REPAIR else attempt.skill(drill)
    ticked = tuple(sorted(attempt.ticked))
    shown = variant(deck, drill.key, side)
    given = Answer(Kind.DRILL, skill, drill.setting, shown, rating, attempt.said(), ticked)
    boosters.answer(store, given)


class Earlier(NamedTuple):
    """Words of one's own that were kept: the ``answer`` that holds them, its day (ISO 8601)."""

    answer: str
    day: str
    words: str


def earlier(store: Store, deck: str, drill: str, side: Side, limit: int = 5) -> list[Earlier]:
    """Give what one said to a line before, from this side, the latest first.

    Raises:
        KeepingError: it cannot be read.

    """
    query = """SELECT id, day, words FROM answer WHERE kind = 'drill' AND variant = ?
        AND words <> '' ORDER BY number DESC LIMIT ?"""
    with store.reading() as connection:
        rows = connection.execute(query, (variant(deck, drill, side), limit)).fetchall()
    return [Earlier(*row) for row in rows]


def forget(store: Store, answer: str) -> None:
    """Delete the words of an answer, and every trace of them in the profile's folder.

    That something was practised that day stays. Backups that hold the words are removed, and
    one without them is made.

    Raises:
        LookupError: no such words are kept.
        KeepingError: they are still there; or they are gone from the answer, but not all
            traces are yet: they go when Upstander starts again.

    """
    from trainer.progress.deletion import deletion

    with store.writing() as connection:
        query = "UPDATE answer SET words = '' WHERE id = ? AND words <> '' RETURNING id"
        if not connection.execute(query, (answer,)).fetchall():
            raise LookupError(answer)
        deletion.forget(connection, "answer", (answer,))
    store.clear_traces()
