"""A recorder between the sessions and the store, for days on which nothing can be kept.

Free of Qt. The first failure reaches the page, which says so once. Whoever then goes on
anyway plays on; what happens meanwhile waits here, in order, and is written as soon as
the store takes it again. There is one for each store, whatever pages come and go: what
waits outlives the page that it happened on.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from trainer.errors import GoneRun, KeepingError

if TYPE_CHECKING:
    from trainer.practice.recorder import Event, Recorder
    from trainer.practice.snapshot import Snapshot


class PatientRecorder:
    """Hands over what happens; holds it back while ``go_on_anyway`` and the store refuses."""

    def __init__(self, inner: Recorder) -> None:
        self._inner = inner
        self._waiting: list[tuple[Event | None, Snapshot]] = []
        self._anyway = False

    @property
    def waiting(self) -> int:
        """How many things are not kept yet."""
        return len(self._waiting)

    def places(self) -> dict[str, Snapshot]:
        """Give the place reached in each run of which something waits, the latest last."""
        found: dict[str, Snapshot] = {}
        for _event, place in self._waiting:
            found.pop(place.run, None)
            found[place.run] = place
        return found

    def go_on_anyway(self) -> None:
        """From now on, until everything is kept again, a refusal of the store stops nobody."""
        self._anyway = True

    def record(self, event: Event, place: Snapshot) -> None:
        """Keep an event and the place; raises KeepingError unless going on anyway."""
        self._take(event, place)

    def keep_place(self, place: Snapshot) -> None:
        """Keep the place; raises KeepingError unless going on anyway."""
        self._take(None, place)

    def try_again(self) -> bool:
        """Write what waits, in order; tell whether all of it is kept now."""
        try:
            while self._waiting:
                self._hand_over_first()
        except KeepingError:
            return False
        self._anyway = False
        return True

    def _take(self, event: Event | None, place: Snapshot) -> None:
        if self._anyway:
            self._waiting.append((event, place))
            self.try_again()
        else:
            self._hand_over(event, place)

    def _hand_over_first(self) -> None:
        # What was deleted meanwhile nobody wants kept.
        with suppress(GoneRun):
            self._hand_over(*self._waiting[0])
        del self._waiting[0]

    def _hand_over(self, event: Event | None, place: Snapshot) -> None:
        if event is None:
            self._inner.keep_place(place)
        else:
            self._inner.record(event, place)
