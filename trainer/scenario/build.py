"""Mappings of the file to things of the model, and what holds across their keys.

Importing this module fills the builders of :data:`SCENARIO`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.scenario.build_talk import SCENARIO as SCENARIO
from trainer.scenario.files.nodes import Mapping, Node, place_of
from trainer.scenario.files.shapes import (
    exactly_one,
    exclude,
    missing,
    missing_one_of,
    twice,
    value_of,
)
from trainer.scenario.model import (
    CastMember,
    Choice,
    Consequence,
    Ending,
    Kind,
    Mark,
    Scene,
    Timer,
    You,
)
from trainer.scenario.reviews import review_builder

if TYPE_CHECKING:
    from trainer.scenario.files.context import Context

_PLANS = SCENARIO.plans
_KINDS = {kind.value: kind for kind in Kind}


def first_key(node: Mapping) -> Mark:
    """Give the place of a mapping's first key."""
    return place_of(node.items[0])


def build_scene(ctx: Context, node: Node, key: str) -> Scene | None:
    """Read a scene; ``key`` is its name."""
    mark = place_of(ctx.name_node)
    ctx.scene, ctx.choice = key, None
    if node.value == "" and not node.style:
        ctx.wrong_type(node, key, "scene")
        return None
    plan = _PLANS["scene"]
    got = plan.read(ctx, node, key)
    if got is None:
        return None
    if "choices" in got:
        for again in twice(value_of(node, "choices")):
            ctx.report("duplicate-id", again, "choice", id=again.value, scene=key)
    way = exactly_one(ctx, plan, node, got, key)
    if "stub" not in got and "text" not in got and "lines" not in got:
        missing_one_of(ctx, plan, node, ("text", "lines"), key)
    if "timer" in got and way is not None and "choices" not in got:
        ctx.report("bad-value", value_of(node, "timer"), "timer")
    if ctx.broken:
        return None
    return Scene(id=key, mark=mark, **got)


def build_choice(ctx: Context, node: Node, key: str) -> Choice | None:
    """Read one choice."""
    ctx.choice = node if type(node) is Mapping else None
    plan = _PLANS["choice"]
    got = plan.read(ctx, node, key)
    if got is not None:
        kind = exactly_one(ctx, plan, node, got, key)
        _check_choice(ctx, node, got, key)
        if not ctx.broken and kind is not None:
            made = Choice(kind=_KINDS[kind], words=got.pop(kind), mark=first_key(node), **got)
            ctx.choice = None
            return made
    ctx.choice = None
    return None


def _check_choice(ctx: Context, node: Mapping, got: dict[str, Any], key: str) -> None:
    """What a choice needs depends on whether it asks for own words."""
    plan = _PLANS["choice"]
    if "own_words" in got:
        if "say" in got or "act" in got:
            return  # It was said that they exclude each other; what is needed is open.
        if "points" not in got:
            missing(ctx, plan, node, "points", key)
        if "fit" in got:
            exclude(ctx, node, *_later(node, "fit", "own_words"))
        return
    for name in ("fit", "feedback"):
        if name not in got:
            missing(ctx, plan, node, name, key)
    kind = next((name for name in ("say", "act") if name in got), None)
    if "points" in got and kind is not None:
        exclude(ctx, node, *_later(node, "points", kind))


def _later(node: Mapping, one: str, other: str) -> tuple[str, str]:
    """Two keys, the one that stands later in the file first."""
    if value_of(node, one).start_mark.index > value_of(node, other).start_mark.index:
        return one, other
    return other, one


def build_consequence(ctx: Context, node: Node, key: str) -> Consequence | None:
    """Read what is seen at once after a choice."""
    got = _PLANS["consequence"].read(ctx, node, key)
    if got is None:
        return None
    if not got:
        missing_one_of(ctx, _PLANS["consequence"], node, ("text", "lines"), key)
    return None if ctx.broken else Consequence(**got)


SCENARIO.builders.update(
    {
        "scene": build_scene,
        "choice": build_choice,
        "reviewed": review_builder(_PLANS["reviewed"]),
        "consequence": build_consequence,
        "debrief": _PLANS["debrief"].read,
        "leaves_out": _PLANS["leaves_out"].read,
    }
)
SCENARIO.made_by_name("cast", CastMember)
SCENARIO.made("you", You)
SCENARIO.made("ending", Ending)
SCENARIO.made("timer", Timer)
