"""Dialogue, feedback and ways on: the parts whose keys are the author's own names.

Importing this module fills the builders of :data:`SCENARIO`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from trainer.scenario import keys
from trainer.scenario.files.fields import check_cut_sentences, list_items
from trainer.scenario.files.nodes import Mapping, Node, Opaque, Sequence, pairs, place_of
from trainer.scenario.files.scalars import read_prose, read_scene_name
from trainer.scenario.files.shapes import Format, is_cut, missing, value_of
from trainer.scenario.model import YOU, YOU_THINK, Arm, Feedback, Line, Mark
from trainer.scenario.problems import Hint, did_you_mean

if TYPE_CHECKING:
    from trainer.scenario.files.context import Context
    from trainer.scenario.model import Scenario

SCENARIO: Format[Scenario] = Format(keys.TABLE)
"""The format; :mod:`trainer.scenario.build` fills in the rest of its builders."""

_FEEDBACK = SCENARIO.plans["feedback"]
_WAY = SCENARIO.plans["way"]
_FIXED = ("headline", "why", YOU)
_MINE = (YOU, YOU_THINK)


def build_lines(ctx: Context, node: Node, key: str) -> tuple[Line | None, ...] | None:
    """Read a dialogue."""
    items = list_items(ctx, node, key, least=1)
    if items is None:
        return None
    if node.flow:
        check_cut_sentences(ctx, node)
    return tuple([_line(ctx, item, key) for item in items])


def _line(ctx: Context, node: Node, key: str) -> Line | None:
    if node.value is not None:
        text = read_prose(ctx, node, key)
        return None if text is None else Line(None, text)
    if type(node) is not Mapping:
        ctx.wrong_type(node, key, "line")
        return None
    if not node.items:
        ctx.report("bad-value", node, "empty-list", key=key)
        return None
    said: dict[str, str | None] = {}
    soft: str | None = None
    seen: set[str] = set()
    before: Node = None
    for name_node, value in pairs(node):
        name = _speaker(ctx, node, (name_node, value, before), seen)
        before = value
        if name is None:
            continue
        text = read_prose(ctx, value, name)
        if name == "soft":
            soft = text
        elif said:
            other = next(iter(said))
            ctx.report("bad-value", value, "speakers", key=name, other=other)
        else:
            said[name] = text
    if not said:
        if not seen - {"soft"} and not _was_told(node):
            ctx.report("missing-key", node, "speaker")
        return None
    (speaker, words), *_rest = said.items()
    return None if words is None else Line(speaker, words, soft)


def _was_told(node: Mapping) -> bool:
    """Whether a mapping has a key about which something was said already."""
    return any(isinstance(name, Opaque) for name, _value in pairs(node))


def _speaker(
    ctx: Context, node: Mapping, entry: tuple[Node, Node, Node], seen: set[str]
) -> str | None:
    """Give the speaker or ``soft`` that a key of a line means; report any other key."""
    name_node, value, before = entry
    name: str | None = name_node.value
    if name is None:
        ctx.wrong_type(name_node, "", "key")
        return None
    if name in seen:
        ctx.report("duplicate-key", name_node, key=name)
        return None
    cast = ctx.names["cast"]
    known = name in _MINE or name == "soft" or cast is None or name in cast
    if not known and is_cut(node, value, before):
        ctx.report("cut-text", before, "comma", hint=Hint("write-block"))
        return None
    seen.add(name)
    if known:
        return name
    near = ctx.finder.near(name, ctx.speakers)
    if near is not None and near in seen:
        near = None
    return _unknown_name(ctx, name_node, near, (*_MINE, "soft"))


def _unknown_name(ctx: Context, node: Node, near: str | None, fixed: tuple[str, ...]) -> str | None:
    """Report a key that is no one's name: of a fixed word misspelt, or of nobody."""
    if near in fixed:
        ctx.report("unknown-key", node, hint=did_you_mean(near), key=node.value)
        return near
    hint = did_you_mean(near)
    if hint is None and " " in node.value:
        hint = Hint("quote-colon")
    ctx.report("unknown-cast", node, hint=hint, name=node.value)
    return near or str(node.value)


def build_feedback(ctx: Context, node: Node, key: str) -> Feedback | None:
    """Read what a choice did, and for whom."""
    if type(node) is not Mapping or not node.items:
        _FEEDBACK.read(ctx, node, key)
        return None
    got: dict[str, str | None] = {}
    cast = ctx.names["cast"]
    before: Node = None
    for name_node, value in pairs(node):
        name = name_node.value
        if name in got or (name not in _FIXED and (cast is None or name not in cast)):
            name = _stray_feedback(ctx, node, (name_node, value, before), got)
        before = value
        if name is not None:
            got[name] = read_prose(ctx, value, name)
    if "headline" not in got:
        missing(ctx, _FEEDBACK, node, "headline", key)
    if ctx.broken:
        return None
    headline, why = got.pop("headline"), got.pop("why", None)
    about: Any = MappingProxyType(got)
    return Feedback(headline or "", why, about)


def _stray_feedback(
    ctx: Context, node: Mapping, entry: tuple[Node, Node, Node], got: dict[str, str | None]
) -> str | None:
    """Report a key of feedback that is unknown or there already; give what it counts as."""
    name_node, value, before = entry
    name: str | None = name_node.value
    if name is None:
        ctx.wrong_type(name_node, "", "key")
    elif name in got:
        ctx.report("duplicate-key", name_node, key=name)
        read_prose(ctx, value, name)
    elif ctx.names["cast"] is None:
        return name
    elif is_cut(node, value, before):
        ctx.report("cut-text", before, "comma", hint=Hint("write-block"))
    else:
        near = ctx.finder.near(name, ctx.about)
        there = near in got or any(other.value == near for other, _value in pairs(node))
        return _unknown_name(ctx, name_node, None if there else near, _FIXED)
    return None


def build_next(ctx: Context, node: Node, key: str) -> tuple[Arm | None, ...] | None:
    """Read what follows: a scene's name, or ways that are tried in order."""
    if node.value is not None:
        to = read_scene_name(ctx, node, key)
        mark = node.start_mark
        return None if to is None else (Arm(to, None, Mark(mark.line + 1, mark.column + 1)),)
    if type(node) is not Sequence:
        ctx.wrong_type(node, key, "next")
        return None
    if not node.items:
        ctx.report("bad-value", node, "empty-list", key=key)
        return None
    return tuple([_arm(ctx, item, key, item is node.items[-1]) for item in node.items])


def _arm(ctx: Context, node: Node, key: str, last: bool) -> Arm | None:
    got = _WAY.read(ctx, node, key)
    if got is None:
        return None
    if last and "when" in got:
        ctx.report("bad-value", value_of(node, "when"), "last-way", hint=Hint("no-when"))
    elif not last and "when" not in got:
        missing(ctx, _WAY, node, "when", key)
    if ctx.broken:
        return None
    return Arm(mark=place_of(node.items[0]), **got)


SCENARIO.builders.update({"lines": build_lines, "feedback": build_feedback, "next": build_next})
