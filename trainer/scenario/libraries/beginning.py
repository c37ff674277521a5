"""Which scenario somebody begins with who has never played one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer import paths
from trainer.scenario.kinds import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.scenario.libraries.library import Card

FIRST: Final = "team-thread"
"""Nobody is in danger in it, and a chat leaves time to think; ``docs/decisions.md`` says more."""

_SEVERITIES: Final = list(Severity)


def first_scenario(cards: Iterable[Card]) -> Card | None:
    """Give the scenario to begin with; None if there is none at all.

    Where the one that is meant for it is not there, it is a built-in one before any other,
    of the lowest severity, the shortest of those.
    """
    built_in = paths.built_in_scenarios()
    return min(
        cards,
        key=lambda card: (
            card.id != FIRST,
            not card.path.is_relative_to(built_in),
            _SEVERITIES.index(Severity(card.severity)),
            card.minutes,
            card.scenes,
        ),
        default=None,
    )
