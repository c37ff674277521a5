"""How a scenario lies on the map: what its author has pinned, folded and noted there.

It is kept in a file beside the scenario, so that moving a box changes no word of the story. Of
which text a review was lies there, too: in the story itself there is no place for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Note:
    """Words on the map, at a place of their own."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class ReviewOf:
    """Of which text a review was: digests of what is ``said`` of the review, and of the ``text``.

    ``looked_at`` says in words what the reviewer has looked at; empty if that was not told.
    ``whole`` is the digest of the file to the letter: where it is still the same, nobody need read
    the story to know that it is; empty if that was not kept.
    """

    said: str
    text: str
    looked_at: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the map has beside the story.

    ``pins`` are the places of scenes that were dragged, in the map's units: x and y of the middle
    of the box; ``folded`` the scenes whose branch is collapsed; ``notes`` words, by a key;
    ``review`` of which text the review was; ``left`` the hints that stay as they are, with their
    number, see :mod:`trainer.authoring.hints`.
    """

    pins: Mapping[str, tuple[float, float]] = field(default_factory=lambda: MappingProxyType({}))
    folded: frozenset[str] = frozenset()
    notes: Mapping[str, Note] = field(default_factory=lambda: MappingProxyType({}))
    review: ReviewOf | None = None
    left: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
