"""Drills: a line that is said, replies to it, and how to repair it if one said it oneself.

Names follow the format (``docs/drills.md``). Texts are Markdown as written. ``mark`` is where
a thing stands in its file, for messages; it takes no part in comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from trainer.scenario.model import NOWHERE, Kind, Mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.method.ds import D
    from trainer.scenario.model import Review, Setting, Status


class Family(StrEnum):
    """What sort of thing is said."""

    SLUR = "slur"
    GO_BACK = "go-back"
    GENERALISATION = "generalisation"
    ERASURE = "erasure"
    JOKE = "joke"
    WHERE_FROM = "where-from"
    COMPLIMENT = "compliment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Reply:
    """Something to say or to do; ``kind`` tells which, ``does`` what it does and for whom."""

    id: str
    kind: Kind
    words: str
    d: D
    does: str


@dataclass(frozen=True, slots=True)
class Repair:
    """What to do if one said it oneself; ``avoid`` is what not to say then."""

    said: str
    did: str
    now: str
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drill:
    """Someone says ``line``. ``soft`` is shown instead when strong language is softened.

    ``who`` says who says it, to whom, where; ``points`` what a good reply of one's own holds.
    ``to_you``: it is the learner whom the line is aimed at, who is then not asked to imagine
    having said it. ``repair`` is None where nothing is said of that.
    """

    key: str
    setting: Setting
    who: str
    line: str
    replies: tuple[Reply, ...]
    points: tuple[str, ...]
    to_you: bool = False
    soft: str | None = None
    repair: Repair | None = None
    mark: Mark = field(default=NOWHERE, compare=False)

    @property
    def has_other_side(self) -> bool:
        """Whether it can be met as if one had said it oneself."""
        return self.repair is not None and not self.to_you


@dataclass(frozen=True, slots=True)
class Reflection:
    """A card to think about."""

    key: str
    ask: str
    note: str | None = None
    sources: tuple[str, ...] = ()
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Deck:
    """The drills and reflections of one file, by key and in its order.

    ``family`` is None only where there are no drills.
    """

    id: str
    title: str
    summary: str
    language: str
    authors: tuple[str, ...]
    licence: str
    status: Status
    family: Family | None = None
    content_notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    reviewed: Review | None = None
    drills: Mapping[str, Drill] = field(default_factory=lambda: MappingProxyType({}))
    reflections: Mapping[str, Reflection] = field(default_factory=lambda: MappingProxyType({}))
