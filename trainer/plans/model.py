"""A plan for a workshop: timed segments, one after the other.

Names follow the format (``docs/plans.md``). Texts are Markdown as written. ``mark`` is where a
thing stands in its file, for messages; it takes no part in comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trainer.scenario.model import NOWHERE, Mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.scenario.model import Review, Severity, Status


class Kind(StrEnum):
    """What a segment is."""

    SLIDES = "slides"
    SURVEY = "survey"
    LADDER = "ladder"
    SCENARIO = "scenario"
    GROUPS = "groups"
    DISCUSSION = "discussion"
    REFLECTION = "reflection"
    BREAK = "break"
    CLOSE = "close"


NEVER_SHORTENED: Final = frozenset({Kind.BREAK, Kind.CLOSE})
"""Kinds of segment that are never offered to be shortened when it is late."""


class When(StrEnum):
    """Which of two surveys it is: the answers of both are laid side by side afterwards."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Slide:
    """One thing on the projector: a section of a page about the method, or words of one's own.

    ``page`` alone stands for all of its sections, one slide each; with a ``section``, ``title``
    and ``text`` say it in other words. ``notes`` are the facilitator's, and never on the
    projector.
    """

    page: str | None = None
    section: str | None = None
    title: str | None = None
    text: str | None = None
    notes: str | None = None
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that a room can give; ``id`` is unique in its segment."""

    id: str
    text: str
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Rung:
    """Something that happens, which the room places on the ladder; ``severity`` is our place.

    ``why`` says why it stands there; rooms disagree, and may.
    """

    id: str
    text: str
    severity: Severity
    why: str | None = None
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Card:
    """A role in a pair or three: ``act``, ``observe`` or who the situation is about.

    ``targeted`` is the targeted part, which nobody is given unasked.
    """

    id: str
    title: str
    text: str
    targeted: bool = False
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the workshop. ``minutes`` is planned, ``least`` what it can be cut to.

    Without ``least`` it is not offered to be shortened. Which of the other fields count, the
    kind says: slides (``slides``), survey (``when``, ``text``), ladder (``text`` before it,
    ``rungs``, ``slides`` after it), scenario (``scenario``), groups (``size``, ``situation``,
    ``cards``, ``turn`` minutes until the bell, ``ask`` when they are back), discussion (``ask``,
    ``answers``), reflection (``ask``, ``answers``: what people may resolve to do, as many as
    they like), break (``text``), close (``text``, ``slides``, ``contacts``: keys of help entries).
    """

    key: str
    kind: Kind
    title: str
    minutes: int
    least: int | None = None
    notes: str | None = None
    text: str | None = None
    slides: tuple[Slide, ...] = ()
    when: When | None = None
    rungs: tuple[Rung, ...] = ()
    scenario: str | None = None
    size: int | None = None
    situation: str | None = None
    cards: tuple[Card, ...] = ()
    turn: int | None = None
    ask: str | None = None
    answers: tuple[Answer, ...] = ()
    contacts: tuple[str, ...] = ()
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Care:
    """Who is there for somebody who needs a pause, and where they are to be found."""

    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan. ``languages`` are shown on the projector beside its own, at most one.

    ``agreements`` are shown at the beginning and stay one key away. ``interpreted`` keeps a
    strip of the projector free for captions or the interpreter's line. ``keep_days``: that many
    days after the workshop what is kept of it is deleted; 0 keeps nothing but what was saved.
    """

    id: str
    title: str
    summary: str
    language: str
    authors: tuple[str, ...]
    licence: str
    status: Status
    segments: Mapping[str, Segment]
    languages: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    care: Care | None = None
    interpreted: bool = False
    keep_days: int = 30
    sources: tuple[str, ...] = ()
    reviewed: Review | None = None

    @property
    def minutes(self) -> int:
        """Planned minutes, all segments together."""
        return sum(segment.minutes for segment in self.segments.values())
