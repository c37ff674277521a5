"""When a card is asked again, by fsrs (which takes 20 ms to read in: only when it is needed)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from fsrs import Card, Scheduler, State
from fsrs import Rating as Grade
from fsrs.scheduler import MAX_DIFFICULTY, MIN_DIFFICULTY, STABILITY_MIN

from trainer.progress.boosters.boosters import note
from trainer.progress.boosters.due import LONGEST
from trainer.progress.summaries import moment, written

if TYPE_CHECKING:
    import sqlite3

    from trainer.method.ds import D
    from trainer.progress.boosters.boosters import Rating

_SCHEDULER: Final = Scheduler(
    learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=LONGEST.days
)
_STEADIEST: Final = 36_500.0
"""Days; a hundred years."""

_MOVE: Final = """
    UPDATE card SET due = :due, reviewed = :reviewed, stability = :stability,
        difficulty = :difficulty
    WHERE skill = :skill AND family = :family
"""


def move(
    connection: sqlite3.Connection, skill: D, family: str, rating: Rating, now: datetime
) -> None:
    """Move a card by a rating, inside the transaction of the caller; make it if there is none.

    Args:
        connection: in a transaction.
        skill: the card's.
        family: the card's.
        rating: the learner's own.
        now: as :func:`trainer.progress.boosters.due.sane` gives it.

    """
    note(connection, skill, family, now)
    query = "SELECT * FROM card WHERE skill = ? AND family = ?"
    row = connection.execute(query, (skill, family)).fetchone()
    moved, _log = _SCHEDULER.review_card(_card(row, now), Grade(rating), now)
    values = {
        "skill": skill,
        "family": family,
        "due": written(moved.due),
        "reviewed": written(now),
        "stability": moved.stability,
        "difficulty": moved.difficulty,
    }
    connection.execute(_MOVE, values)


def _card(row: sqlite3.Row, now: datetime) -> Card:
    """Give a card as it is kept, with what cannot be true put right.

    Meeting a skill counts as a first time that went well.
    """
    stability, difficulty = row["stability"], row["difficulty"]
    if row["reviewed"] is None or stability is None or difficulty is None:
        fresh = Card(card_id=0, due=now)
        return _SCHEDULER.review_card(fresh, Grade.Good, _past(row["met"], now))[0]
    return Card(
        card_id=0,
        state=State.Review,
        stability=min(max(stability, STABILITY_MIN), _STEADIEST),
        difficulty=min(max(difficulty, MIN_DIFFICULTY), MAX_DIFFICULTY),
        due=now,
        last_review=_past(row["reviewed"], now),
    )


def _past(text: str, now: datetime) -> datetime:
    """Give a time that was kept; now, if that is later, or cannot be read."""
    try:
        return min(moment(text).astimezone(UTC), now)
    except (ValueError, OverflowError):
        return now
