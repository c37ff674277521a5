"""The place reached in a run, as versioned plain data.

Keyed by ids of scenes and choices, never by positions, and by the scenario's content
hash: so a run resumes exactly, or says that the scenario has changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

VERSION: Final = 1


class Phase(StrEnum):
    """Where in a scene the learner is."""

    READING = "reading"
    """A scene that only leads on."""
    DECIDING = "deciding"
    """A scene that waits for a choice."""
    FEEDBACK = "feedback"
    """A choice was made; its consequence and feedback show."""
    ENDED = "ended"
    """An ending was reached."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened on the way, in the order in which it did.

    A decision has a ``choice``; going on from a scene that only leads on has none;
    ``timed_out`` marks a scene that a timer ended.
    """

    scene: str
    choice: str | None = None
    words: str = ""
    ticked: tuple[int, ...] = ()
    timed_out: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The place reached in a run: enough to stand there again exactly."""

    run: str
    scenario: str
    content_hash: str
    phase: Phase
    scene: str
    state: dict[str, bool | int]
    steps: tuple[Step, ...]
    skipped: tuple[str, ...] = ()
    tried: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    soften: bool = False
    skip_hard: bool = False
    timed: bool = False
    version: int = VERSION
