"""What phones show of groups: a number, who does what in this turn, and the cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.plans.model import Kind
from trainer.scenario.texts.markup import plain
from trainer.workshop.groups import seating, turns
from trainer.workshop.state import Part

if TYPE_CHECKING:
    from trainer.plans.model import Card
    from trainer.workshop.making import Making
    from trainer.workshop.state import State


def cards(making: Making, state: State, language: str = "") -> list[dict[str, Any]]:
    """Give the cards of this part; ``targeted`` is the one that only who wants to takes."""
    segment = making.segment_in(state.seen, language)
    return [{**_card(one), "targeted": one.targeted} for one in segment.cards]


def of_one(making: Making, state: State, voter: str) -> dict[str, Any] | None:
    """Give somebody's group while the room is in groups; None if they are in none.

    ``number`` is what the group is called, ``people`` how many are in it, ``card`` what they do
    in this turn, ``acts`` whether that is to act.
    """
    known = state.voters.get(voter)
    segment = making.segment_in(state.seen, known.language if known else "")
    now = state.groups.get(segment.key)
    number = None if now is None else seating.number_of(now, voter)
    if segment.kind is not Kind.GROUPS or now is None or number is None:
        return None
    group = now[number - 1]
    parts = {one: state.voters[one].part for one in group if one in state.voters}
    turn = max(1, making.beat(state.seen).turn)
    card = turns.cards(group, parts, segment, turn).get(voter)
    deck = turns.dealt(segment)
    return {
        "number": number,
        "people": len(group),
        "card": None if card is None else _card(card),
        "acts": card is not None and card is deck[0] and parts.get(voter) is not Part.OBSERVE,
    }


def _card(card: Card) -> dict[str, Any]:
    return {"id": card.id, "title": plain(card.title), "text": plain(card.text)}
