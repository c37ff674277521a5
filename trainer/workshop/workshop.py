"""A workshop that is being held: one truth for console, projector, phones and report.

Whoever acts, from whatever thread, calls :meth:`Workshop.do`. It works out the next state, writes
the act into the journal, and only then stands there and tells those who look on. So whatever
anybody sees is kept already; and if it cannot be written, nothing has happened. A room does not
wait for a disk, though: once somebody has said so (:meth:`Workshop.go_on_unkept`), acts are done
all the same, and written as soon as that is possible.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from trainer.errors import KeepingError
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
        keep_days: days after its end until what is kept of it is deleted; as the plan says, if
            None.

    Attributes:
        making: its material, with its beats.
        began_at: the wall clock, in seconds, at its beginning; None before.
        keep_days: as above.

    """

    def __init__(
        self,
        material: Material,
        journal: Journal | None = None,
        clock: Clock | None = None,
        told: tuple[Retold, float] | None = None,
        keep_days: int | None = None,
    ) -> None:
        self.making = told[0].making if told else Making(material)
        self.keep_days = self.material.plan.keep_days if keep_days is None else keep_days
        self._clock = clock or SystemClock()
        self._journal = journal
        self._waiting: list[tuple[int, str, dict[str, Any], float, int]] = []
        self._may_wait = False
        self._lock = threading.RLock()
        self._watchers: list[Callable[[], object]] = []
        self._state = told[0].state if told else retelling.beginning(self.making)
        self._from = self._clock.running()
        self._before = 0
        self.began_at = told[0].began_at if told else None
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

    def wall(self) -> float:
        """Seconds since 1970, as the computer believes."""
        return self._clock.wall()

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
            wall = self._clock.wall()
            self._keep(t, act, told, wall, then.at.segment)
            if act == "begin":
                self.began_at = wall
            self._state = then
            watchers = tuple(self._watchers)
        for watcher in watchers:
            watcher()
        return then

    def _keep(self, t: int, act: str, told: dict[str, Any], wall: float, at: int) -> None:
        if self._journal is None:
            return
        self._waiting.append((t, act, told, wall, at))
        try:
            self._keep_what_waits(self._journal)
        except KeepingError:
            if not self._may_wait:
                self._waiting.pop()
                raise

    def _keep_what_waits(self, journal: Journal) -> None:
        while self._waiting:
            journal.append(*self._waiting[0])
            del self._waiting[0]
        # The next time that nothing can be written is told again.
        self._may_wait = False

    @property
    def waiting(self) -> int:
        """How many acts were done and are not kept yet."""
        return len(self._waiting)

    def go_on_unkept(self) -> None:
        """Go on although nothing can be written: acts wait, and are kept once that is possible."""
        with self._lock:
            self._may_wait = True

    def keep_waiting(self) -> None:
        """Keep what waits.

        Raises:
            KeepingError: it still cannot be written.

        """
        with self._lock:
            if self._journal is not None:
                self._keep_what_waits(self._journal)

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

    def forget_journal(self) -> None:
        """Keep nothing from now on; what was kept until now is on disk.

        Raises:
            KeepingError: the disk failed with the last of it.

        """
        with self._lock:
            journal, self._journal = self._journal, None
            self._waiting.clear()
        if journal is not None:
            journal.close()

    def close(self) -> None:
        """Let go of the journal; what was done is on disk, as far as that can be written."""
        with suppress(KeepingError):
            self.keep_waiting()
        if self._journal is not None:
            self._journal.close()
