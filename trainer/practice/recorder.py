"""What a run tells whoever keeps it: a few kinds of event, and the place reached.

A recorder writes the event and the place in one transaction, and returns only when
both are on disk; the session shows nothing new before that. If it raises, the
session has not moved.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from trainer.method.ds import D, Fit
    from trainer.practice.snapshot import Snapshot
    from trainer.scenario.model import Outcome


@dataclass(frozen=True, slots=True)
class Began:
    """A run began. ``replay_of`` names the run whose decision is played again, or None."""

    replay_of: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """A choice was made.

    ``first`` is True for the first decision at this place of this run: statistics count
    those; second tries and replays are kept and told apart. ``words`` are the learner's
    own, ``ticked`` the positions (from 0) of the points that they held. ``in_time`` is
    False when a timer decided instead, and then ``choice`` is None.
    """

    step: int
    scene: str
    choice: str | None
    d: D | None
    fit: Fit | None
    first: bool
    words: str = ""
    ticked: tuple[int, ...] = ()
    in_time: bool = True


@dataclass(frozen=True, slots=True)
class Undone:
    """The decision number ``step`` was stepped back over."""

    step: int


@dataclass(frozen=True, slots=True)
class Retried:
    """The learner went back to the decision number ``step`` to try another choice."""

    step: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """The hard part of a scene was skipped."""

    scene: str


@dataclass(frozen=True, slots=True)
class Noted:
    """The learner wrote about a question of the debrief; the newest text holds."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The run reached an ending."""

    scene: str
    outcome: Outcome


Event = Began | Decided | Undone | Retried | Skipped | Noted | Ended


class Recorder(Protocol):
    """Keeps what happens in runs."""

    def record(self, event: Event, place: Snapshot) -> None:
        """Keep an event and the place reached, in one transaction.

        Raises:
            KeepingError: nothing of it was kept; what was kept before is safe.

        """

    def keep_place(self, place: Snapshot) -> None:
        """Keep the place reached after going on to another scene without deciding.

        Raises:
            KeepingError: as in :meth:`record`.

        """


class KeepsNothing:
    """A recorder for ``play`` on the command line, and for tests that need none."""

    def record(self, event: Event, place: Snapshot) -> None:
        """Forget the event."""

    def keep_place(self, place: Snapshot) -> None:
        """Forget the place."""
