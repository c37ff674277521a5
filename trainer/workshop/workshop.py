"""A workshop that is being held: one truth for console, projector, phones and report.

Whoever acts, from whatever thread, calls :meth:`Workshop.do`. It works out the next state, writes
the act into the journal, and only then stands there and tells those who look on. So whatever
anybody sees is kept already; and if it cannot be written, nothing has happened.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from trainer.workshop import acts
from trainer.workshop.clock import SystemClock
from trainer.workshop.doing import walking
from trainer.workshop.making import Making
from trainer.workshop.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trainer.workshop.clock import Clock
    from trainer.workshop.journal.journal import Entry, Journal
    from trainer.workshop.material import Material

MOST_GAP = 6 * 3600
"""Seconds that a workshop may have stood still; a longer gap is a clock that was put right."""


class Workshop:
    """A workshop, from its beginning or gone on with.

    Args:
        material: what it is made of.
        journal: keeps every act; None keeps nothing.
        clock: where time comes from.
        told: where a journal ends that is gone on with, and the wall clock (seconds) there;
            without it the workshop is new.

    """

    def __init__(
        self,
        material: Material,
        journal: Journal | None = None,
        clock: Clock | None = None,
        told: tuple[Retold, float] | None = None,
    ) -> None:
        self.making = told[0].making if told else Making(material)
        self._clock = clock or SystemClock()
        self._journal = journal
        self._lock = threading.RLock()
        self._watchers: list[Callable[[], object]] = []
        self._state = State(at=walking.entered(self.making, 0, 0))
        self._from = self._clock.running()
        self._before = 0
        if told is not None:
            self._go_on(*told)

    def _go_on(self, retold: Retold, wall: float) -> None:
        """Stand where the journal ends."""
        self._state = retold.state
        gap = self._clock.wall() - wall
        gap_ms = int(gap * 1000) if 0 < gap <= MOST_GAP else 0
        self._before = retold.t + gap_ms
        self.do("resumed", gap=gap_ms)

    @property
    def state(self) -> State:
        """Everything as it is now; a value that never changes."""
        return self._state

    @property
    def material(self) -> Material:
        """What it is made of."""
        return self.making.material

    def t(self) -> int:
        """Milliseconds since it began, as far as anybody has been told."""
        return self._before + int((self._clock.running() - self._from) * 1000)

    def do(self, act: str, /, **what: Any) -> State:
        """Do an act, and give the state after it.

        Raises:
            Refused: it cannot be done now; nothing has changed.
            UpstanderError: it could not be written; nothing has changed.

        """
        with self._lock:
            t = self.t()
            then = acts.apply(self.making, self._state, act, what, t)
            if self._journal is not None:
                self._journal.append(t, act, what, self._clock.wall())
            self._state = then
            watchers = tuple(self._watchers)
        for watcher in watchers:
            watcher()
        return then

    def watch(self, watcher: Callable[[], object]) -> Callable[[], None]:
        """Have ``watcher`` called after every act, in the thread of whoever acted.

        It must come back at once. What is given takes it away again.
        """
        with self._lock:
            self._watchers.append(watcher)

        def stop() -> None:
            with self._lock:
                if watcher in self._watchers:
                    self._watchers.remove(watcher)

        return stop

    def close(self) -> None:
        """Let go of the journal; what was done is on disk."""
        if self._journal is not None:
            self._journal.close()
