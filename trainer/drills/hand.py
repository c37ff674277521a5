"""The cards of one file in somebody's hand: which one is in view, and whether it is turned.

Nothing is judged. What a hand remembers is where one was in each file, and whose content notes
have been read, until it is put away.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.drills.attempt import Side
from trainer.drills.model import Drill, Reflection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.drills.model import Deck

Card = Drill | Reflection


class Part(StrEnum):
    """What is looked at of a file, which may have both."""

    DRILLS = "drills"
    REFLECTIONS = "reflections"


def cards(deck: Deck, part: Part) -> Mapping[str, Card]:
    """Give the cards of a part of a file, by key; it may have none."""
    return deck.drills if part is Part.DRILLS else deck.reflections


class Hand:
    """One card at a time.

    ``deck`` is None until one is taken, and once it was put down. ``card`` is None before
    the first card, where the file's content notes stand. ``is_turned`` tells whether what
    is behind the card shows: the replies, or a thought. ``side`` tells from where a line is
    met; every line is met as one that somebody else says until one asks otherwise.
    """

    def __init__(self) -> None:
        self.deck: Deck | None = None
        self.part = Part.DRILLS
        self.is_turned = False
        self.side = Side.REPLY
        self._at: int | None = None
        self._wanted = 0
        self._cards: tuple[Card, ...] = ()
        self._places: dict[tuple[str, Part], int] = {}

    def take(self, deck: Deck, part: Part, key: str = "") -> None:
        """Take the cards of a file, at the one with this key, or where one was.

        Content notes that have not been read yet come first all the same.
        """
        known = cards(deck, part)
        was = self._places.get((deck.id, part))
        wanted = list(known).index(key) if key in known else min(was or 0, len(known) - 1)
        self.deck, self.part, self._cards = deck, part, tuple(known.values())
        self._at, self._wanted, self.is_turned, self.side = None, wanted, False, Side.REPLY
        if known and (was is not None or not has_notes(deck, part)):
            self._stand(wanted)

    def put_down(self) -> None:
        """Hold no card any more."""
        self.deck, self._cards, self._at, self.is_turned = None, (), None, False

    def take_side(self, side: Side) -> None:
        """Meet the line in view from this side, with nothing behind it showing yet.

        A line that is said to the learner stays one that somebody else says, and so does one
        of which the file does not say how to make it right.
        """
        if side is Side.REPLY or self.has_other_side:
            self.side, self.is_turned = side, False

    @property
    def has_other_side(self) -> bool:
        """Whether the line in view can be met as if one had said it oneself."""
        return isinstance(self.card, Drill) and self.card.has_other_side

    @property
    def card(self) -> Card | None:
        """The card in view."""
        return None if self._at is None else self._cards[self._at]

    @property
    def number(self) -> int:
        """Number of the card in view, from 1; 0 before the first one."""
        return 0 if self._at is None else self._at + 1

    @property
    def count(self) -> int:
        """How many cards there are."""
        return len(self._cards)

    @property
    def is_last(self) -> bool:
        """Whether no card comes after this one."""
        return self.number == self.count

    @property
    def has_more(self) -> bool:
        """Whether something is behind the card in view, which does not show yet."""
        if self.is_turned or self.card is None:
            return False
        return isinstance(self.card, Drill) or bool(self.card.note or self.card.sources)

    def go_on(self) -> bool:
        """From the notes to the card, from the card to what is behind it, then to the next.

        Returns:
            False where there is no next one: then nothing has changed.

        """
        if self.has_more:
            self.is_turned = True
            return True
        return self.next()

    def step_back(self) -> bool:
        """Turn the card back, or go to the one before it, or to the content notes.

        Returns:
            False where nothing comes before: then nothing has changed.

        """
        if self.is_turned:
            self.is_turned = False
            return True
        if self.previous():
            return True
        if self.deck is None or self._at is None or not has_notes(self.deck, self.part):
            return False
        self._at, self._wanted = None, 0
        return True

    def next(self) -> bool:
        """Go to the next card, or from the notes to the first; tell whether there is one."""
        if self._at is None:
            return bool(self._cards) and self._stand(self._wanted)
        return not self.is_last and self._stand(self._at + 1)

    def previous(self) -> bool:
        """Go to the card before this one; tell whether there is one."""
        return bool(self._at) and self._stand(self.number - 2)

    def _stand(self, place: int) -> bool:
        self._at, self.is_turned, self.side = place, False, Side.REPLY
        if self.deck is not None:
            self._places[self.deck.id, self.part] = place
        return True


def has_notes(deck: Deck, part: Part) -> bool:
    """Tell whether something is said of a file before its first card.

    Drills quote what hurts, so their file says what it is about even without content notes.
    """
    return part is Part.DRILLS or bool(deck.content_notes)
