"""Keeping what was answered to a drill, as the boosters have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.drills.attempt import Side
from trainer.progress import boosters
from trainer.progress.boosters import Answer, Kind

if TYPE_CHECKING:
    from trainer.drills.attempt import Attempt
    from trainer.drills.model import Drill
    from trainer.progress.boosters import Rating
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
