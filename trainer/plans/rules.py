"""What a good trainer would insist on, looked for in a plan; each with its reason in the report."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer import paths
from trainer.plans.model import Kind, Plan, When
from trainer.scenario.files.shapes import value_of
from trainer.scenario.model import NOWHERE
from trainer.scenario.problems import Hint
from trainer.scenario.texts import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from trainer.plans.model import Segment
    from trainer.scenario.files.context import Context
    from trainer.scenario.files.nodes import Mapping
    from trainer.scenario.model import Mark

LONGEST_SLIDE: Final = 45
"""Words of one's own that a slide has, or fewer, so that they are read from the last row."""

LONGEST_STRETCH: Final = 90
"""Minutes without a break."""

CODES: Final = frozenset(
    {"after-close", "cards-and-size", "no-agreements", "no-break", "no-care", "no-close"}
    | {"no-resources", "not-arrived", "scenario-then-close", "survey-alone", "survey-twice"}
    | {"targeted-unasked", "title-minutes"}
)
"""What :func:`report` looks for, which needs a plan without errors."""

_TAKE_PART: Final = frozenset({Kind.SCENARIO, Kind.GROUPS, Kind.DISCUSSION})
_ARRIVED: Final = frozenset({Kind.SCENARIO, Kind.GROUPS})
"""Kinds that nothing begins with: agreements come with the first segment."""

_IN_A_TITLE: Final = re.compile(r"\b(\d{1,3})[ \u00a0\u202f-]?(?:min|分|분|phút)", re.IGNORECASE)
"""A length that a title tells, in languages whose word for it is known here."""


def report(ctx: Context, plan: Plan, root: Mapping) -> None:
    """Report what a plan lacks for those who will be in the room."""
    segments = tuple(plan.segments.values())
    _report_close(ctx, segments)
    _report_stretches(ctx, segments)
    _report_surveys(ctx, segments)
    for segment in segments:
        _report_cards(ctx, segment)
    if segments[0].kind in _ARRIVED:
        ctx.report("not-arrived", segments[0].mark, segment=segments[0].key)
    if not plan.agreements and any(one.kind in _TAKE_PART for one in segments):
        ctx.report("no-agreements", NOWHERE)
    if plan.care is None and not _comes_along(ctx.path):
        ctx.report("no-care", NOWHERE, hint=Hint("add-care"))
    told = _IN_A_TITLE.search(plan.title)
    if told and int(told.group(1)) != plan.minutes:
        title = value_of(root, "title")
        ctx.report("title-minutes", title, told=told.group(1), minutes=plan.minutes)


def _comes_along(path: Path) -> bool:
    """Whether a plan comes with the program: who is there for a pause, it cannot know."""
    return path.absolute().parent == paths.built_in_plans().absolute()


def report_long_slide(ctx: Context, text: str | None, mark: Mark) -> None:
    """Report words of one's own that are too many to be read from the last row."""
    count = words.count([text or ""])
    if count > LONGEST_SLIDE:
        limit = MappingProxyType({"limit": LONGEST_SLIDE})
        ctx.report("long-slide", mark, hint=Hint("last-row", limit), words=count)


def _report_close(ctx: Context, segments: Sequence[Segment]) -> None:
    close = next((one for one in segments if one.kind is Kind.CLOSE), None)
    if close is None:
        ctx.report("no-close", segments[-1].mark)
        return
    if not close.contacts:
        ctx.report("no-resources", close.mark, "close", segment=close.key)
    after = segments[segments.index(close) + 1 :]
    if after:
        ctx.report("after-close", after[0].mark, segment=after[0].key)
    for before, here in pairwise(segments):
        if before.kind is Kind.SCENARIO and here is close:
            ctx.report("scenario-then-close", before.mark, segment=before.key)


def _report_stretches(ctx: Context, segments: Sequence[Segment]) -> None:
    for is_break, group in groupby(segments, lambda one: one.kind is Kind.BREAK):
        stretch = list(group)
        minutes = sum(one.minutes for one in stretch)
        if not is_break and minutes > LONGEST_STRETCH:
            ctx.report("no-break", stretch[0].mark, minutes=minutes, limit=LONGEST_STRETCH)


def _report_surveys(ctx: Context, segments: Sequence[Segment]) -> None:
    seen: set[When | None] = set()
    for one in segments:
        if one.kind is not Kind.SURVEY:
            continue
        if one.when in seen:
            ctx.report("survey-twice", one.mark, segment=one.key, when=str(one.when))
        elif one.when is When.AFTER and When.BEFORE not in seen:
            ctx.report("survey-alone", one.mark, segment=one.key)
        seen.add(one.when)


def _report_cards(ctx: Context, segment: Segment) -> None:
    """Report parts that do not go round; the targeted one is there beside the others."""
    if segment.kind is not Kind.GROUPS or segment.size is None:
        return
    others = [card for card in segment.cards if not card.targeted]
    if len(others) < len(segment.cards) and len(others) < segment.size:
        ctx.report("targeted-unasked", segment.mark, segment=segment.key)
    elif len(others) != segment.size:
        count = len(others)
        ctx.report(
            "cards-and-size", segment.mark, segment=segment.key, cards=count, size=segment.size
        )
