"""Mappings of the file to things of the model, and what holds across their keys.

Importing this module fills :data:`trainer.scenario.fields.SHAPED`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.scenario.fields import SHAPED
from trainer.scenario.model import (
    CastMember,
    Choice,
    Consequence,
    Ending,
    Kind,
    Mark,
    Review,
    Scene,
    Timer,
    You,
)
from trainer.scenario.nodes import Mapping, Node, Sequence, place_of
from trainer.scenario.shapes import PLANS, exactly_one, exclude, missing, value_of

if TYPE_CHECKING:
    from trainer.scenario.context import Context

_PLANS = PLANS
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
        _check_ids(ctx, value_of(node, "choices"))
    way = exactly_one(ctx, plan, node, got, key)
    if "stub" not in got and "text" not in got and "lines" not in got:
        ctx.report("missing-key", node, "scene-one-of", keys="text, lines", where=key)
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


def build_cast_member(ctx: Context, node: Node, key: str) -> CastMember | None:
    """Read a member of the cast; ``key`` is the name that the file uses."""
    mark = place_of(ctx.name_node)
    got = _PLANS["cast"].read(ctx, node, key)
    return None if got is None or ctx.broken else CastMember(key=key, mark=mark, **got)


def build_you(ctx: Context, node: Node, key: str) -> You | None:
    """Read who the learner is."""
    got = _PLANS["you"].read(ctx, node, key)
    return None if got is None or ctx.broken else You(**got)


def build_review(ctx: Context, node: Node, key: str) -> Review | None:
    """Read who reviewed it and how long that holds."""
    got = _PLANS["reviewed"].read(ctx, node, key)
    if got is None:
        return None
    until = got.get("until")
    if until is not None and until < ctx.today.isoformat():
        ctx.report("review-expired", value_of(node, "until"), until=until)
    return None if ctx.broken else Review(**got)


def build_ending(ctx: Context, node: Node, key: str) -> Ending | None:
    """Read an ending."""
    got = _PLANS["ending"].read(ctx, node, key)
    return None if got is None or ctx.broken else Ending(**got)


def build_timer(ctx: Context, node: Node, key: str) -> Timer | None:
    """Read a timer."""
    got = _PLANS["timer"].read(ctx, node, key)
    return None if got is None or ctx.broken else Timer(**got)


def build_consequence(ctx: Context, node: Node, key: str) -> Consequence | None:
    """Read what is seen at once after a choice."""
    got = _PLANS["consequence"].read(ctx, node, key)
    if got is None:
        return None
    if not got:
        ctx.report("missing-key", node, "one-of", keys="text, lines", where=key)
    return None if ctx.broken else Consequence(**got)


def build_plain(shape: str) -> Any:
    """Make a reader that gives a mapping's values as they are."""
    plan = _PLANS[shape]

    def read(ctx: Context, node: Node, key: str) -> dict[str, Any] | None:
        return plan.read(ctx, node, key)

    return read


def _check_ids(ctx: Context, choices: Node) -> None:
    """Report ids that two choices of a scene share."""
    seen: set[str] = set()
    for item in choices.items if type(choices) is Sequence else ():
        node = value_of_or_none(item, "id")
        name = None if node is None else node.value
        if name and name in seen:
            ctx.report("duplicate-id", node, "choice", id=name, scene=ctx.scene)
        elif name:
            seen.add(name)


def value_of_or_none(node: Node, name: str) -> Node | None:
    """Give the value behind a key, or None if there is none."""
    try:
        return value_of(node, name) if type(node) is Mapping else None
    except KeyError:
        return None


SHAPED.update(
    {
        "scene": build_scene,
        "choice": build_choice,
        "cast": build_cast_member,
        "you": build_you,
        "reviewed": build_review,
        "ending": build_ending,
        "timer": build_timer,
        "consequence": build_consequence,
        "debrief": build_plain("debrief"),
        "leaves_out": build_plain("leaves_out"),
    }
)
