"""New parts of a plan, keys that nothing has yet, and the id of a plan of one's own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from trainer.language import _
from trainer.plans import words
from trainer.plans.model import Answer, Card, Kind, Rung, Segment, When
from trainer.scenario.model import Severity

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from trainer.plans.model import Plan

_MINUTES: Final = {Kind.SLIDES: 5, Kind.SURVEY: 2, Kind.LADDER: 8, Kind.SCENARIO: 12,
                   Kind.GROUPS: 8, Kind.DISCUSSION: 5, Kind.REFLECTION: 2, Kind.BREAK: 10,
                   Kind.CLOSE: 5}  # fmt: skip
_LONGEST_ID: Final = 48


def segment(kind: Kind, plan: Plan) -> Segment:
    """Give a new part of a kind, with what it needs as far as that can be known."""
    made: dict[str, Any] = {}
    if kind is Kind.SURVEY:
        first = not any(one.when is When.BEFORE for one in plan.segments.values())
        made = {"when": When.BEFORE if first else When.AFTER}
    elif kind is Kind.GROUPS:
        made = {"size": 3, "cards": _three_cards()}
    return Segment(
        key=free(str(kind), plan.segments),
        kind=kind,
        title=words.kind(kind),
        minutes=_MINUTES[kind],
        **made,
    )


def _three_cards() -> tuple[Card, ...]:
    return (
        Card("act", _("You act"), _("Say or do one thing. One sentence is enough.")),
        Card("beside", _("You stand beside"), _("Help the one who acts, if you are asked.")),
        Card("watch", _("You watch"), _("Say afterwards what you saw, and what it changed.")),
    )


def rung(others: Iterable[Rung]) -> Rung:
    """Give a new rung of the ladder."""
    return Rung(free("rung", {one.id for one in others}), "", Severity.VERBAL)


def card(others: Iterable[Card]) -> Card:
    """Give a new role card."""
    return Card(free("card", {one.id for one in others}), "", "")


def answer(others: Iterable[Answer]) -> Answer:
    """Give a new answer."""
    return Answer(free("answer", {one.id for one in others}), "")


def free(wanted: str, taken: Container[str]) -> str:
    """Give a name that is not taken, as near to the one that is wanted as can be."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def own(plan: Plan, taken: Container[str]) -> Plan:
    """Give a plan under an id of its own; what a review said of another one does not hold."""
    from trainer.scenario.model import Status

    return replace(
        plan, id=free(_id_of(plan.title) or plan.id, taken), status=Status.DRAFT, reviewed=None
    )


def _id_of(title: str) -> str:
    """Make an id of a title; empty where none of its letters can stand in one."""
    bare = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST_ID].strip("-")
