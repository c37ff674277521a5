"""A plan in another language: gettext PO files beside it, as a scenario has them.

What stands where is told by name, never by position; ``docs/translation.md`` lists the names.
The notes of whoever leads the workshop are texts like any other.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from trainer.scenario import translation
from trainer.scenario.translation import maybe

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.plans.model import Answer, Card, Plan, Rung, Segment, Slide
    from trainer.scenario.problems import Problem
    from trainer.scenario.translation import Catalogue, Say


def translate(plan: Plan, catalogue: Catalogue) -> Plan:
    """Give the plan with its texts in another language; keys, ids and minutes stay the same."""
    return replace(_told(plan, translation.sayer(catalogue)), language=catalogue.language)


def texts(plan: Plan) -> dict[tuple[str, str], None]:
    """Give every text that can be translated, as (context, text), in the file's order."""
    return translation.said(partial(_told, plan))


def problems(plan: Plan, path: Path) -> list[Problem]:
    """Find the translations that no longer fit, as warnings on the file's first line."""
    return translation.stale(path, plan.id, texts(plan))


def _told(plan: Plan, say: Say) -> Plan:
    """Rebuild a plan with each of its texts given to ``say``: the one list of them."""
    return replace(
        plan,
        title=say("title", plan.title),
        summary=say("summary", plan.summary),
        agreements=tuple(say("agreements", one) for one in plan.agreements),
        segments=MappingProxyType(
            {key: _segment(say, key, segment) for key, segment in plan.segments.items()}
        ),
    )


def _segment(say: Say, at: str, segment: Segment) -> Segment:
    return replace(
        segment,
        title=say(f"{at}/title", segment.title),
        notes=maybe(say, f"{at}/notes", segment.notes),
        text=maybe(say, f"{at}/text", segment.text),
        slides=tuple(_slide(say, f"{at}/slides", slide) for slide in segment.slides),
        rungs=tuple(_rung(say, f"{at}/{rung.id}", rung) for rung in segment.rungs),
        situation=maybe(say, f"{at}/situation", segment.situation),
        cards=tuple(_card(say, f"{at}/{card.id}", card) for card in segment.cards),
        ask=maybe(say, f"{at}/ask", segment.ask),
        answers=tuple(_answer(say, f"{at}/{one.id}", one) for one in segment.answers),
    )


def _slide(say: Say, at: str, slide: Slide) -> Slide:
    return replace(
        slide,
        title=maybe(say, f"{at}/title", slide.title),
        text=maybe(say, f"{at}/text", slide.text),
        notes=maybe(say, f"{at}/notes", slide.notes),
    )


def _rung(say: Say, at: str, rung: Rung) -> Rung:
    return replace(rung, text=say(f"{at}/text", rung.text), why=maybe(say, f"{at}/why", rung.why))


def _card(say: Say, at: str, card: Card) -> Card:
    return replace(card, title=say(f"{at}/title", card.title), text=say(f"{at}/text", card.text))


def _answer(say: Say, at: str, answer: Answer) -> Answer:
    return replace(answer, text=say(f"{at}/text", answer.text))
