"""Builds drills from what stands in a file, and looks whether they are true to the method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from trainer.drills.keys import TABLE
from trainer.drills.model import Deck, Drill, Reflection, Repair, Reply
from trainer.method.ds import D
from trainer.scenario.files import figures
from trainer.scenario.files.nodes import Mapping, Node, Sequence, pairs, place_of
from trainer.scenario.files.shapes import (
    Format,
    exactly_one,
    missing,
    missing_one_of,
    twice,
    value_of,
    value_or_none,
)
from trainer.scenario.model import NOWHERE, Kind
from trainer.scenario.problems import Hint
from trainer.scenario.reviews import check_review, review_builder
from trainer.scenario.rules.on_choices import LONGEST_DIRECT
from trainer.scenario.texts import words

if TYPE_CHECKING:
    from trainer.scenario.files.context import Context
    from trainer.scenario.model import Mark

DRILLS: Format[Deck] = Format(TABLE)

LEAST_DS: Final = 3
"""Different D's that the replies of a drill have, or more."""

_DRILL = DRILLS.plans["drill"]
_REPLY = DRILLS.plans["reply"]


def _build_file(ctx: Context, root: Mapping, key: str) -> Deck | None:
    got = DRILLS.file.read(ctx, root, key)
    if got is None:
        return None
    check_review(ctx, root, got)
    if "drills" not in got and "reflections" not in got:
        missing_one_of(ctx, DRILLS.file, root, ("drills", "reflections"), key)
    if "drills" in got:
        if "family" not in got:
            missing(ctx, DRILLS.file, root, "family", key)
        if got.get("content_notes", ()) == ():
            ctx.report("no-content-notes", NOWHERE, "drills")
    _report_figures(ctx, root, got)
    if ctx.broken:
        return None
    got.pop("format")
    return Deck(**got)


def _report_figures(ctx: Context, root: Mapping, got: dict[str, Any]) -> None:
    """Report figures where neither the file nor the card says where they come from.

    A line is what somebody says, right or wrong, so it may hold any.
    """
    if got.get("sources"):
        return
    for part in ("drills", "reflections"):
        below = value_or_none(root, part)
        for _name, node in pairs(below) if isinstance(below, Mapping) else ():
            if not (isinstance(node, Mapping) and value_or_none(node, "sources")):
                said = figures.all_below(node, but=("line", "soft"))
                figures.report_unsourced(ctx, said)


def _build_drill(ctx: Context, node: Node, key: str) -> Drill | None:
    mark = place_of(ctx.name_node)
    got = _DRILL.read(ctx, node, key)
    if got is None:
        return None
    if "replies" in got:
        replies = value_of(node, "replies")
        for again in twice(replies):
            ctx.report("duplicate-id", again, "reply", id=again.value, drill=key)
        _check_ds(ctx, replies, mark, key)
    return None if ctx.broken else Drill(key=key, mark=mark, **got)


def _check_ds(ctx: Context, replies: Node, mark: Mark, key: str) -> None:
    """Report replies that are too much alike; fewer than three were reported already.

    As long as one has no D, nobody knows how many there will be.
    """
    items = replies.items if isinstance(replies, Sequence) else []
    found = [None if (d := value_or_none(item, "d")) is None else d.value for item in items]
    ds = dict.fromkeys(found)
    if len(items) >= LEAST_DS > len(ds) and all(found):
        ctx.report("drill-ds", mark, hint=Hint("three-ds"), drill=key, ds=", ".join(map(str, ds)))


def _build_reply(ctx: Context, node: Node, key: str) -> Reply | None:
    got = _REPLY.read(ctx, node, key)
    kind = None if got is None else exactly_one(ctx, _REPLY, node, got, key)
    if got is None or kind is None:
        return None
    said = got.pop(kind)
    if kind == Kind.SAY and got.get("d") is D.DIRECT and said is not None:
        _check_length(ctx, value_of(node, kind), said, got.get("id") or key)
    return None if ctx.broken else Reply(kind=Kind(kind), words=said, **got)


def _check_length(ctx: Context, node: Node, said: str, name: str) -> None:
    count = words.count([said])
    if count > LONGEST_DIRECT:
        limit = LONGEST_DIRECT
        ctx.report("direct-too-long", node, "reply", reply=name, words=count, limit=limit)


DRILLS.builders.update(
    {
        "file": _build_file,
        "reviewed": review_builder(DRILLS.plans["reviewed"]),
        "drill": _build_drill,
        "reply": _build_reply,
    }
)
DRILLS.made("repair", Repair)
DRILLS.made_by_name("reflection", Reflection)
