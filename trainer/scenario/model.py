"""A scenario as it is played: frozen once read, and free of how it was written.

Names follow the format (``docs/format.md``). Texts are Markdown as written; only the
whitelist renderer of the window, or plain text, ever shows them. ``mark`` is where a
thing stands in its file, for messages; it takes no part in comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from trainer.scenario.kinds import HIGH as HIGH
from trainer.scenario.kinds import LOW as LOW
from trainer.scenario.kinds import Kind as Kind
from trainer.scenario.kinds import Outcome as Outcome
from trainer.scenario.kinds import Role as Role
from trainer.scenario.kinds import Setting as Setting
from trainer.scenario.kinds import Severity as Severity
from trainer.scenario.kinds import Status as Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from trainer.method.ds import D, Fit

Value = bool | int
"""A value of state: a boolean, or a whole number from 0 to 10."""

YOU = "you"
YOU_THINK = "you_think"
"""Speakers that are not in the cast: the learner, aloud and inside."""


class Condition(Protocol):
    """A ``when``: read by :mod:`trainer.scenario.conditions`."""

    @property
    def source(self) -> str:
        """The expression as written."""

    @property
    def names(self) -> frozenset[str]:
        """Variables of state that it reads."""

    def holds(self, state: Mapping[str, Value]) -> bool:
        """Tell whether it holds for these values."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; line and column count from 1."""

    line: int = 1
    column: int = 1


NOWHERE = Mark()


@dataclass(frozen=True, slots=True)
class You:
    """Who the learner is here."""

    role: str
    name: str | None = None
    note: str | None = None
    targeted: bool = False


@dataclass(frozen=True, slots=True)
class CastMember:
    """A person of the scenario. ``picture`` is a built-in name, or a file (with a dot)."""

    key: str
    name: str
    role: Role
    pronouns: str | None = None
    picture: str | None = None
    note: str | None = None
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a dialogue. ``speaker`` is a cast key, ``you``, ``you_think`` or None.

    None is narration. ``soft`` is shown instead when strong language is softened.
    """

    speaker: str | None
    text: str
    soft: str | None = None


@dataclass(frozen=True, slots=True)
class Arm:
    """One way on: taken if ``when`` holds or is None."""

    to: str
    when: Condition | None = None
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a choice did, and for whom.

    ``about`` maps ``you`` and keys of the cast to a text, in the file's order.
    """

    headline: str
    why: str | None = None
    about: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Consequence:
    """What is seen at once after a choice, before going on."""

    text: str | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the learner can do in a scene; ``words`` is what is said or done.

    ``fit`` and ``feedback`` are None only for own words, which have ``points``.
    """

    id: str
    kind: Kind
    words: str
    d: D
    next: tuple[Arm, ...]
    fit: Fit | None = None
    feedback: Feedback | None = None
    points: tuple[str, ...] = ()
    when: Condition | None = None
    set: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    change: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    helping: bool = False
    to: str | None = None
    asks: str | None = None
    contacts: str | None = None
    shares: str | None = None
    consequence: Consequence | None = None
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Timer:
    """Seconds until the scene ``then`` follows by itself; only in timed practice."""

    seconds: int
    then: str


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ends, and the targeted person's own view of it."""

    outcome: Outcome
    view: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene: something seen, then choices, a way on, an ending, or nothing yet (stub)."""

    id: str
    text: str | None = None
    soft: str | None = None
    lines: tuple[Line, ...] = ()
    choices: tuple[Choice, ...] = ()
    next: tuple[Arm, ...] = ()
    ending: Ending | None = None
    stub: bool = False
    backdrop: str | None = None
    present: tuple[str, ...] = ()
    check: str | None = None
    facilitator: str | None = None
    discuss: tuple[str, ...] = ()
    content_notes: tuple[str, ...] = ()
    skip: str | None = None
    timer: Timer | None = None
    helping: bool = False
    over: bool = False
    emergency: bool = False
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Review:
    """Who reviewed it: a real person or body, never invented. Dates are ISO 8601."""

    by: str
    on: str
    until: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario, read from one file.

    ``content_hash`` is the SHA-256 (hex) of the file with line ends normalised: a saved
    place names it, and so notices that the scenario has changed. ``folder`` is where
    its own pictures may lie.
    """

    id: str
    title: str
    summary: str
    language: str
    setting: Setting
    severity: Severity
    minutes: int
    you: You
    cast: Mapping[str, CastMember]
    start: str
    scenes: Mapping[str, Scene]
    authors: tuple[str, ...]
    licence: str
    status: Status
    content_hash: str
    folder: Path | None = None
    content_notes: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    backdrop: str | None = None
    sources: tuple[str, ...] = ()
    state: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    state_marks: Mapping[str, Mark] = field(
        default_factory=lambda: MappingProxyType({}), compare=False
    )
    questions: tuple[str, ...] = ()
    leaves_out: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    resources: tuple[str, ...] = ()
    reviewed: Review | None = None
    start_mark: Mark = field(default=NOWHERE, compare=False)

    def targeted(self) -> tuple[CastMember, ...]:
        """People of the cast who are targeted, in the file's order."""
        return tuple(member for member in self.cast.values() if member.role is Role.TARGETED)
