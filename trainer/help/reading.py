"""Builds the help directory's entries from what stands in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.help.keys import TABLE
from trainer.help.model import Channel, Entry, HelpFile, Place, Reach
from trainer.scenario import resources
from trainer.scenario.files import names_in
from trainer.scenario.nodes import Mapping, Node, pairs, place_of
from trainer.scenario.shapes import (
    Format,
    exactly_one,
    missing,
    missing_one_of,
    value_of,
    value_or_none,
)

if TYPE_CHECKING:
    from trainer.scenario.context import Context

HELP: Format[HelpFile] = Format(TABLE)

_ENTRY = HELP.plans["entry"]
_REACH = HELP.plans["reach"]


def _build_file(ctx: Context, root: Mapping, key: str) -> HelpFile | None:
    mine = names_in(ctx.top.get("places")) or {}
    ctx.names["place"] = resources.known(ctx.path.parent).places | mine.keys()
    got = HELP.file.read(ctx, root, key)
    if got is None:
        return None
    if "places" not in got and "entries" not in got:
        missing_one_of(ctx, HELP.file, root, ("places", "entries"), key)
    _check_circles(ctx, ctx.top.get("places"))
    if ctx.broken:
        return None
    got.pop("format")
    return HelpFile(**got)


def _check_circles(ctx: Context, places: Node | None) -> None:
    """Report each place that lies within itself."""
    outer = {
        name.value: value_or_none(place, "within")
        for name, place in (pairs(places) if isinstance(places, Mapping) else ())
    }
    done: set[str] = set()
    for start in outer:
        way: dict[str, Node] = {}
        step: str | None = start
        while step is not None and step in outer and step not in done and step not in way:
            within = outer[step]
            way[step] = within
            step = None if within is None else within.value
        done |= way.keys()
        if step in way:
            # What was passed before the circle only leads into it.
            for name in list(way)[list(way).index(step) :]:
                ctx.report("bad-value", way[name], "circle", value=name)


def _build_entry(ctx: Context, node: Node, key: str) -> Entry | None:
    mark = place_of(ctx.name_node)
    got = _ENTRY.read(ctx, node, key)
    if got is None:
        return None
    if got.get("confirmed") is False and "unconfirmed" not in got:
        missing(ctx, _ENTRY, node, "unconfirmed", key)
    until = got.get("until")
    if until is not None and until < ctx.today.isoformat():
        ctx.report("entry-expired", value_of(node, "until"), entry=key, until=until)
    return None if ctx.broken else Entry(key=key, mark=mark, **got)


def _build_reach(ctx: Context, node: Node, key: str) -> Reach | None:
    got = _REACH.read(ctx, node, key)
    channel = None if got is None else exactly_one(ctx, _REACH, node, got, key)
    if got is None or channel is None or ctx.broken:
        return None
    return Reach(Channel(channel), got[channel], got.get("about"))


HELP.builders.update({"file": _build_file, "entry": _build_entry, "reach": _build_reach})
HELP.made_by_name("place", Place)
