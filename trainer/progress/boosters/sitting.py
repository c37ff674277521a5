"""One sitting with what is due: a situation, an answer from memory, comparing, and how it went.

Nothing is judged. A sitting is short on purpose, and may be left at any time: what was not
rated is simply due still.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trainer.method.ds import D
from trainer.progress.boosters import boosters
from trainer.progress.boosters.boosters import Answer, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.progress.boosters.boosters import Rating
    from trainer.progress.boosters.due import DueCard
    from trainer.progress.boosters.variants import Variant
    from trainer.progress.store import Store

MOST: Final = 3
"""Cards of one sitting: about as many minutes, twice."""


class Phase(StrEnum):
    """Where one is with a card."""

    BEFORE = "before"
    """What it is about is told; the situation does not show yet."""

    ASKING = "asking"
    COMPARING = "comparing"
    OVER = "over"


class Sitting:
    """At most :data:`MOST` cards, one after the other.

    Args:
        store: what is due, and where answers are kept.
        draw: gives the next variant of a card after those that were seen.

    Attributes:
        phase: where one is.
        card, variant: what is asked now; None when it is over.
        words: the learner's own, as far as they were handed over.
        answered: whether anything was kept in this sitting.

    """

    def __init__(self, store: Store, draw: Callable[[DueCard, list[str]], Variant | None]) -> None:
        self._store, self._draw = store, draw
        self._left: list[DueCard] = boosters.due(store, MOST)
        self.phase = Phase.OVER
        self.card: DueCard | None = None
        self.variant: Variant | None = None
        self.words = ""
        self.answered = False
        self._known: set[str] | None = None
        self._shown: list[str] = []
        self._next()

    def begin(self) -> None:
        """Show the situation; whoever begins knows its content notes from now on."""
        if self.phase is Phase.BEFORE and self.variant is not None:
            self.phase = Phase.ASKING
            self._known = {*(self._known or ()), *self.variant.content_notes}

    def compare(self, words: str) -> None:
        """Show what fits; ``words`` are what was answered, or nothing."""
        if self.phase is Phase.ASKING:
            self.words = words
            self.phase = Phase.COMPARING

    def rate(self, rating: Rating | None, ticked: tuple[int, ...] = ()) -> None:
        """Keep how it went, or that one would not say, and go on to the next card.

        Raises:
            KeepingError: nothing of it was kept, and this card is still asked.

        """
        if self.phase is Phase.COMPARING:
            self._answer(rating, self.words, ticked)

    def skip(self) -> None:
        """Let this card rest, and go on to the next.

        Raises:
            KeepingError: nothing of it was kept, and this card is still asked.

        """
        if self.phase in (Phase.BEFORE, Phase.ASKING):
            self._answer(None, "", ())

    def tell_anew(self) -> None:
        """Show the same situation as the settings say now: softened, or not."""
        if self.card is not None and self.variant is not None:
            found = self._draw(self.card, self._seen(self.card))
            if found is not None and found.key == self.variant.key:
                self.variant = found

    def _answer(self, rating: Rating | None, words: str, ticked: tuple[int, ...]) -> None:
        if self.card is None or self.variant is None:
            return
        skill, family = D(self.card.skill), self.card.family
        given = Answer(Kind.BOOSTER, skill, family, self.variant.key, rating, words, ticked)
        boosters.answer(self._store, given)
        self.answered = True
        self._shown.append(self.variant.key)
        self._next()

    def _next(self) -> None:
        """Go to the next card about which there is something to ask."""
        self.card, self.variant, self.words, self.phase = None, None, "", Phase.OVER
        while self._left:
            card = self._left[0]
            found = self._draw(card, self._seen(card))
            if found is None:
                boosters.put_off(self._store, card.skill, card.family)
            del self._left[0]
            if found is not None:
                self.card, self.variant = card, found
                self.phase = Phase.BEFORE if self._tells_more(found) else Phase.ASKING
                return

    def _tells_more(self, variant: Variant) -> bool:
        """Whether something is told before a situation that was not told in this sitting."""
        return self._known is None or not self._known.issuperset(variant.content_notes)

    def _seen(self, card: DueCard) -> list[str]:
        """Give what is not new: what was played, then what was shown, in this sitting last."""
        shown = boosters.seen(self._store, card.skill, card.family)
        return [*boosters.played(self._store, card.family), *shown, *self._shown]
