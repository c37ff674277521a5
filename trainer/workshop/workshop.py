"""A workshop that is being held: one truth for console, projector, phones and report.

Whoever acts, from whatever thread, calls :meth:`Workshop.do`. It works out the next state, writes
the act into the journal, and only then stands there and tells those who look on. So whatever
anybody sees is kept already; and if it cannot be written, nothing has happened.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from trainer.workshop import acts, retelling
from trainer.workshop.clock import SystemClock
from trainer.workshop.making import Making

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trainer.workshop.clock import Clock
    from trainer.workshop.journal.journal import Journal
    from trainer.workshop.material import Material
    from trainer.workshop.retelling import Retold
    from trainer.workshop.state import State

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
        self._state = told[0].state if told else retelling.beginning(self.making)
        self._from = self._clock.running()
        self._before = 0
        if told is not None:
            self._go_on(told[0].t, self._clock.wall() - told[1])

    def _go_on(self, t: int, gap: float) -> None:
        """Go on after ``gap`` seconds, as far as the clocks can be believed."""
        gap_ms = int(gap * 1000) if 0 < gap <= MOST_GAP else 0
        self._before = t + gap_ms
        self.do("resumed", gap=gap_ms)

    @property
    def state(self) -> State:
        """Everything as it is now; a value that never changes."""
        return self._state

    @property
    def material(self) -> Material:
        """What it is made of."""
        return self.making.material

    @property
    def folder(self) -> Path | None:
        """Where it is kept, or None."""
        return None if self._journal is None else self._journal.path.parent

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
            told = acts.understood(act, what)
            then = acts.done(self.making, self._state, act, told, t)
            if self._journal is not None:
                self._journal.append(t, act, told, self._clock.wall())
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
