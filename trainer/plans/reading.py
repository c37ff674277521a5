"""Builds a plan from what stands in a file, and looks whether it cares for those in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from trainer.plans import known, rules
from trainer.plans.keys import (
    EVERY,
    LISTS,
    MOST_LANGUAGES,
    MOST_LISTED,
    MOST_SEGMENTS,
    NEEDED,
    OWN_WORDS,
    TABLE,
    keys_of,
)
from trainer.plans.model import NEVER_SHORTENED, Answer, Card, Care, Plan, Rung, Segment, Slide
from trainer.scenario.files import figures, resources
from trainer.scenario.files.nodes import Collection, Mapping, Node, place_of
from trainer.scenario.files.shapes import (
    Format,
    missing,
    missing_one_of,
    twice,
    value_of,
    value_or_none,
)
from trainer.scenario.problems import Hint
from trainer.scenario.reviews import check_review, review_builder

if TYPE_CHECKING:
    from trainer.scenario.files.context import Context

PLANS: Format[Plan] = Format(TABLE)

_SEGMENT = PLANS.plans["segment"]
_SLIDE = PLANS.plans["slide"]
_WITH_IDS: Final = {"rungs": "rung", "cards": "card", "answers": "answer"}
"""Lists of a segment whose entries have an id, and what such an entry is called."""


def _build_file(ctx: Context, root: Mapping, key: str) -> Plan | None:
    here = known.known(ctx.path.parent)
    ctx.names["scenario"] = here.scenarios
    ctx.names["page"] = here.pages
    ctx.names["contact"] = resources.known(ctx.path.parent).entries | here.entries
    got = PLANS.file.read(ctx, root, key)
    if got is None:
        return None
    check_review(ctx, root, got)
    _check_many(ctx, root, "languages", MOST_LANGUAGES)
    _check_many(ctx, root, "segments", MOST_SEGMENTS)
    if not got.get("sources") and "segments" in got:
        said = figures.all_below(value_of(root, "segments"))
        figures.report_unsourced(ctx, said, figures.FIGURE)
    if ctx.broken:
        return None
    got.pop("format")
    plan = Plan(**got)
    rules.report(ctx, plan, root)
    return plan


def _check_many(ctx: Context, node: Mapping, key: str, most: int) -> None:
    """Report the first entry of a list or a mapping that is one too many."""
    found = value_or_none(node, key)
    if not isinstance(found, Collection):
        return
    # The keys of a mapping, without the values between them.
    entries = found.items[::2] if isinstance(found, Mapping) else found.items
    if len(entries) > most:
        ctx.report("bad-value", entries[most], "many", key=key, most=most)


def _build_segment(ctx: Context, node: Node, key: str) -> Segment | None:
    mark = place_of(ctx.name_node)
    got = _SEGMENT.read(ctx, node, key)
    if got is None:
        return None
    if got.get("kind") is not None:
        _check_keys(ctx, node, got, key)
    for name, sort in _WITH_IDS.items():
        for again in twice(value_of(node, name)) if name in got else ():
            ctx.report("duplicate-id", again, sort, id=again.value, segment=key)
    for name in LISTS:
        _check_many(ctx, node, name, MOST_LISTED)
    _check_least(ctx, node, got)
    return None if ctx.broken else Segment(key=key, mark=mark, **got)


def _check_keys(ctx: Context, node: Mapping, got: dict[str, Any], key: str) -> None:
    """Report keys that the kind lacks, and those that belong to another kind."""
    kind = got["kind"]
    for name in NEEDED[kind]:
        if name not in got:
            missing(ctx, _SEGMENT, node, name, key)
    for name in got:
        if name in keys_of(kind) or (name == "least" and kind in NEVER_SHORTENED):
            continue
        listed = ", ".join(one for one in keys_of(kind) if one not in EVERY)
        hint = Hint("kind-has", {"keys": listed}) if listed else None
        ctx.report("bad-value", value_of(node, name), "of-kind", hint=hint, key=name, kind=kind)


def _check_least(ctx: Context, node: Mapping, got: dict[str, Any]) -> None:
    least, minutes, kind = got.get("least"), got.get("minutes"), got.get("kind")
    if least is None:
        return
    place = value_of(node, "least")
    if kind in NEVER_SHORTENED:
        ctx.report("bad-value", place, "never-shortened", kind=kind)
    elif minutes is not None and least > minutes:
        ctx.report("bad-value", place, "least-minutes", least=least, minutes=minutes)


def _build_slide(ctx: Context, node: Node, key: str) -> Slide | None:
    got = _SLIDE.read(ctx, node, key)
    if got is None:
        return None
    if "page" not in got and ("text" not in got or "section" in got):
        _report_slide(ctx, node, got, key)
    elif "section" not in got and "page" in got:
        for name in (one for one in OWN_WORDS if one in got):
            ctx.report("bad-value", value_of(node, name), "own-words", key=name)
    if got.get("section") is not None and got.get("page") is not None:
        _check_section(ctx, node, got["page"], got["section"])
    mark = place_of(node.items[0])
    rules.report_long_slide(ctx, got.get("text"), mark)
    return None if ctx.broken else Slide(mark=mark, **got)


def _report_slide(ctx: Context, node: Mapping, got: dict[str, Any], key: str) -> None:
    """Report a slide that has neither a page nor words, or a section of no page."""
    if "section" in got:
        missing(ctx, _SLIDE, node, "page", key)
    else:
        missing_one_of(ctx, _SLIDE, node, ("page", "text"), key)


def _check_section(ctx: Context, node: Mapping, page: str, section: str) -> None:
    pages = ctx.names["page"]
    sections = pages.get(page) if isinstance(pages, dict) else None
    if sections is not None and section not in sections:
        hint = ctx.near(section, sections)
        ctx.report("unknown-section", value_of(node, "section"), hint=hint, name=section, page=page)


def _made_here(shape: str, kind: type[Rung | Card | Answer]) -> None:
    """Let each mapping of a shape become ``kind``, with the place where it stands."""
    plan = PLANS.plans[shape]

    def read(ctx: Context, node: Node, key: str) -> object:
        got = plan.read(ctx, node, key)
        return None if got is None or ctx.broken else kind(mark=place_of(node.items[0]), **got)

    PLANS.builders[shape] = read


PLANS.builders.update(
    {
        "file": _build_file,
        "reviewed": review_builder(PLANS.plans["reviewed"]),
        "segment": _build_segment,
        "slide": _build_slide,
    }
)
PLANS.made("care", Care)
_made_here("rung", Rung)
_made_here("card", Card)
_made_here("answer", Answer)
