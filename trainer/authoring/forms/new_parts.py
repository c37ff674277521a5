"""New parts of a plan, with what they need as far as that can be known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from trainer.language import _
from trainer.plans import words
from trainer.plans.model import Kind, When

if TYPE_CHECKING:
    from trainer.authoring.source.nodes import Data

_MINUTES: Final = {Kind.SLIDES: 5, Kind.SURVEY: 2, Kind.LADDER: 8, Kind.SCENARIO: 12,
                   Kind.GROUPS: 8, Kind.DISCUSSION: 5, Kind.REFLECTION: 2, Kind.BREAK: 10,
                   Kind.CLOSE: 5}  # fmt: skip


def new_part(kind: Kind, parts: Data) -> dict[str, Any]:
    """Give a new part of a kind, for a plan that has these already."""
    made = {"kind": kind.value, "title": words.kind(kind), "minutes": str(_MINUTES[kind])}
    return {**made, **_what_it_has(kind, parts)}


def _what_it_has(kind: Kind, parts: Data) -> dict[str, Any]:
    if kind is Kind.SURVEY:
        there = [one.get("when") for one in _told(parts)]
        return {"when": (When.AFTER if When.BEFORE.value in there else When.BEFORE).value}
    if kind is Kind.GROUPS:
        return {"size": "3", "situation": "", "cards": _three_cards()}
    others: dict[Kind, dict[str, Any]] = {
        Kind.SLIDES: {"slides": [{"text": ""}]},
        Kind.LADDER: {"rungs": [_rung("line"), _rung("line-2")]},
        Kind.SCENARIO: {"scenario": ""},
        Kind.DISCUSSION: {"ask": ""},
        Kind.REFLECTION: {"ask": ""},
    }
    return others.get(kind, {})


def _told(parts: Data) -> list[dict[str, Any]]:
    every = parts.values() if isinstance(parts, dict) else ()
    return [one for one in every if isinstance(one, dict)]


def _rung(name: str) -> dict[str, str]:
    return {"id": name, "text": "", "severity": "verbal"}


def _three_cards() -> list[dict[str, str]]:
    cards = (
        ("act", _("You act"), _("Say or do one thing. One sentence is enough.")),
        ("beside", _("You stand beside"), _("Help the one who acts, if you are asked.")),
        ("watch", _("You watch"), _("Say afterwards what you saw, and what it changed.")),
    )
    return [{"id": id_, "title": title, "text": text} for id_, title, text in cards]
