"""Who does what in a turn: everybody who wants to acts once, and watches another time.

The first card is the one who acts; the others follow in the group's order, and the last card is
for whoever is left over, and for those who only want to watch. The targeted part is never dealt:
it lies beside the cards for whoever takes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.workshop.state import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trainer.plans.model import Card, Segment


def dealt(segment: Segment) -> tuple[Card, ...]:
    """Give the cards that go round."""
    return tuple(one for one in segment.cards if not one.targeted)


def beside(segment: Segment) -> Card | None:
    """Give the targeted part, which only somebody who wants to takes."""
    return next((one for one in segment.cards if one.targeted), None)


def acting(people: int, turn: int, turns: int) -> tuple[int, ...]:
    """Give the places of those who act in a turn, both counted as in a list of ``people``.

    With more people than turns some act in the same turn, one after the other; with fewer, the
    first begin again.
    """
    if people == 0:
        return ()
    at = (turn - 1) % max(1, min(people, turns))
    return tuple(range(at, people, turns)) if people > turns else (at,)


def cards(
    group: Sequence[str], parts: Mapping[str, Part | None], segment: Segment, turn: int
) -> dict[str, Card]:
    """Give everybody's card in a turn, which counts from 1; empty if there are no cards."""
    deck = dealt(segment)
    if not deck:
        return {}
    willing = [one for one in group if parts.get(one) is not Part.OBSERVE]
    now = acting(len(willing), turn, segment.size or len(deck))
    after = now[0] + 1 if now else 0
    round_ = [*range(after, len(willing)), *range(after)]
    others = [willing[one] for one in round_ if one not in now]
    watching = [one for one in group if one not in willing]
    rest = _rest(len(others), deck, watched=bool(watching))
    found = {willing[one]: deck[0] for one in now}
    found |= dict(zip(others, rest, strict=True))
    return found | dict.fromkeys(watching, deck[-1])


def _rest(many: int, deck: tuple[Card, ...], *, watched: bool) -> list[Card]:
    """Give the cards of those who do not act: somebody watches first of all."""
    between = list(deck[1:-1])
    wanted = many if watched else many - 1
    return (between[: max(0, wanted)] + [deck[-1]] * many)[:many]
