"""Everything of a workshop that changes, as one frozen value that is replaced whole.

Times are ``t``: milliseconds since the workshop began, as its journal counts them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.practice.standing import Standing
    from trainer.workshop.votes.ballot import Ballot

_EMPTY: Final[Any] = MappingProxyType({})


class Phase(StrEnum):
    """What of a beat is on: most have only SHOW; a vote has ASK and then RESULT.

    A scenario goes NOTE, SCENE, ASK, RESULT, FEEDBACK, the next SCENE …, and ENDING. COMPARE
    lays the passes of a question side by side.
    """

    SHOW = "show"
    NOTE = "note"
    SCENE = "scene"
    ASK = "ask"
    RESULT = "result"
    COMPARE = "compare"
    FEEDBACK = "feedback"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the workshop is. ``part`` is which screen of a long text, from 0.

    ``run`` is how far a scenario has been played; None where none is.
    """

    segment: int = 0
    beat: int = 0
    phase: Phase = Phase.SHOW
    part: int = 0
    run: Standing | None = None


@dataclass(frozen=True, slots=True)
class Timer:
    """A discussion timer that ends at ``ends``, of ``seconds`` in all; then a bell rings."""

    ends: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Door:
    """The room as phones find it: typed code, address for people and for the QR code.

    ``salt`` makes voters of tokens (hex); ``care`` is the key of the care person's view.
    ``broke_off``: it was open when the program stopped, and nobody has closed it: phones wait.
    """

    code: str
    salt: str
    care: str
    url: str = ""
    is_open: bool = True
    broke_off: bool = False


class Part(StrEnum):
    """What somebody does in a pair or three. Nobody has to say why."""

    ACT = "act"
    OBSERVE = "observe"
    PASS = "pass"


@dataclass(frozen=True, slots=True)
class Voter:
    """A phone that joined. ``code`` is a hash of the code that its person made, or empty.

    ``n`` is the number of the last of its acts that was done.
    """

    voter: str
    joined: int
    language: str = ""
    code: str = ""
    part: Part | None = None
    n: int = 0


@dataclass(frozen=True, slots=True)
class Pause:
    """Somebody needs a pause. ``comes``: they wish that the care person comes to them.

    ``where`` is what they wrote of where they sit. ``seen`` is when somebody said that they go
    there, or know; ``been`` is when they were there. ``back``: they took it back themselves.
    """

    id: int
    voter: str
    t: int
    comes: bool
    where: str = ""
    seen: int | None = None
    back: bool = False
    been: int | None = None

    @property
    def is_done(self) -> bool:
        """Whether nothing is to be done about it any more; where somebody goes, they arrive."""
        return self.been is not None or (self.seen is not None and (self.back or not self.comes))


class Handled(StrEnum):
    """What the facilitator did with a question."""

    NEW = "new"
    KEPT = "kept"
    SHOWN = "shown"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the facilitator; nobody else sees it unless it is SHOWN."""

    id: int
    t: int
    text: str
    handled: Handled = Handled.NEW
    voter: str = ""


@dataclass(frozen=True, slots=True)
class Parked:
    """Something left for later, and who takes it on; an owner is a part, not only a name."""

    id: int
    text: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """All of it. What is not explained here, its class or act says.

    ``room`` is what the room sees while the screen is frozen, else None. ``past`` is the way
    here, for going back. ``minutes`` are planned minutes that were changed, by segment;
    ``spent`` milliseconds in each segment before the present one was entered at ``entered``.
    ``covered``: the facilitator has the console out of sight, because the room sees the only
    screen; ``looks`` counts the pages of the care person that look on.
    ``strip`` is the line for captions: None no strip, empty kept free. ``second`` is the
    language that the projector shows beside the plan's own, or empty. ``gone`` are segments
    that have been left.
    """

    at: Place = Place()
    room: Place | None = None
    past: tuple[Place, ...] = ()
    began: int | None = None
    ended: int | None = None
    entered: int = 0
    spent: Mapping[int, int] = field(default_factory=lambda: _EMPTY)
    minutes: Mapping[int, int] = field(default_factory=lambda: _EMPTY)
    gone: frozenset[int] = frozenset()
    ballots: Mapping[str, tuple[Ballot, ...]] = field(default_factory=lambda: _EMPTY)
    timer: Timer | None = None
    rang: int = 0
    blank: bool = False
    breathe: bool = False
    agreements: bool = False
    soften: bool = True
    covered: bool = False
    looks: int = 0
    strip: str | None = None
    second: str = ""
    door: Door | None = None
    voters: MappingProxyType[str, Voter] = field(default_factory=lambda: _EMPTY)
    people: int | None = None
    pauses: tuple[Pause, ...] = ()
    asked: tuple[Asked, ...] = ()
    parked: tuple[Parked, ...] = ()
    care: tuple[str, str] | None = None
    played: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _EMPTY)
    groups: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=lambda: _EMPTY)

    @property
    def seen(self) -> Place:
        """What the room sees, under whatever covers it."""
        return self.room or self.at
