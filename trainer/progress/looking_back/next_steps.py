"""What to try next, and why: never because a D is unused, and never Direct for its own sake.

At most one of each: a run that waits, a decision worth another look, a place that is new.
What is due as a booster stands on the home page and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.scenario.kinds import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trainer.progress.looking_back.look_again import Made
    from trainer.progress.store import Store
    from trainer.progress.summaries import RunSummary
    from trainer.scenario.libraries.library import Card

_SETTINGS = "SELECT id, setting FROM scenario WHERE setting <> ''"
_GENTLE = (Severity.MICROAGGRESSION, Severity.VERBAL)


class Why(StrEnum):
    """Why something is suggested."""

    BEGUN = "begun"
    POOR_FIT = "poor-fit"
    MARKED = "marked"
    NEW_PLACE = "new-place"
    NEW_SCENARIO = "new-scenario"


@dataclass(frozen=True, slots=True)
class Next:
    """Something to try. Of ``run``, ``made`` and ``card`` there is what the reason is about."""

    why: Why
    card: Card | None = None
    run: RunSummary | None = None
    made: Made | None = None


def suggest(store: Store, cards: Sequence[Card], look: Sequence[Made]) -> list[Next]:
    """Suggest what to try next.

    Args:
        store: what was done.
        cards: scenarios that can be played.
        look: decisions worth another look, the latest first.

    Raises:
        KeepingError: the history cannot be read.

    """
    there = {card.id: card for card in cards}
    played = store.last_played()
    found = [
        Next(Why.BEGUN, card=there[run.scenario], run=run)
        for run in store.unfinished(limit=9)
        if run.scenario in there and run.decisions
    ][:1]
    if look:
        why = Why.MARKED if look[0].marked else Why.POOR_FIT
        found.append(Next(why, card=there.get(look[0].scenario), made=look[0]))
    found += _something_new(store, cards, played)
    return found


def _something_new(store: Store, cards: Iterable[Card], played: Iterable[str]) -> list[Next]:
    """Suggest a kind of place that was not met, or else a scenario that was not played.

    The mildest first: nobody is led to a threat by an empty row in a table.
    """
    done = set(played)
    new = sorted((card for card in cards if card.id not in done), key=_mildest_first)
    if not new or not done:
        return []
    with store.reading() as connection:
        known = dict(map(tuple, connection.execute(_SETTINGS).fetchall()))
    met = {known.get(card.id, card.setting) for card in cards if card.id in done}
    met.update(known[one] for one in done if one in known)
    elsewhere = next((card for card in new if card.setting not in met), None)
    if elsewhere is not None and elsewhere.severity in _GENTLE:
        return [Next(Why.NEW_PLACE, card=elsewhere)]
    return [Next(Why.NEW_SCENARIO, card=new[0])] if new[0].severity in _GENTLE else []


def _mildest_first(card: Card) -> tuple[int, int, str]:
    return [*Severity].index(card.severity), card.minutes, card.id
