"""What is said of a plan and its segments in few words, in the reader's language."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.language import N_, _, ngettext
from trainer.plans.model import Kind
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.plans.model import Plan, Segment

_KINDS: Final = MappingProxyType(
    {
        Kind.SLIDES: N_("Slides"),
        Kind.SURVEY: N_("Survey"),
        Kind.LADDER: N_("Sorting: from slight to violence"),
        Kind.SCENARIO: N_("A story that the room decides"),
        Kind.GROUPS: N_("Practice in small groups"),
        Kind.DISCUSSION: N_("Discussion"),
        Kind.REFLECTION: N_("A question that each answers alone"),
        Kind.BREAK: N_("Break"),
        Kind.CLOSE: N_("Closing"),
    }
)

MANY: Final = 6
"""Titles that a card lists before it says how many more there are."""


def kind(of: Kind) -> str:
    """Name a kind of segment."""
    return _(_KINDS[of])


def minutes(count: int) -> str:
    """Say a length."""
    return ngettext("%(n)d minute", "%(n)d minutes", count) % {"n": count}


def holds(plan: Plan) -> str:
    """Say what a plan goes through: titles of its segments, surveys and breaks left out."""
    titles = list(_telling(plan))
    if len(titles) <= MANY:
        return _(" · ").join(titles)
    more = len(titles) - MANY
    known = {"titles": _(" · ").join(titles[:MANY]), "n": more}
    return ngettext("%(titles)s · and %(n)d more", "%(titles)s · and %(n)d more", more) % known


def _telling(plan: Plan) -> Iterator[str]:
    for segment in plan.segments.values():
        if segment.kind not in (Kind.SURVEY, Kind.BREAK):
            yield title(segment)


def title(segment: Segment) -> str:
    """Give a segment's title as plain text; what it is, where it has none."""
    return plain(segment.title).strip() or kind(segment.kind)
