"""Builds the help directory's entries from what stands in a file."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from trainer.help.keys import TABLE
from trainer.help.model import Channel, Entry, HelpFile, Place, Reach
from trainer.scenario.files import resources
from trainer.scenario.files.context import MOST_PROBLEMS
from trainer.scenario.files.nodes import Mapping, Node, pairs, place_of
from trainer.scenario.files.reading import names_in
from trainer.scenario.files.shapes import (
    Format,
    exactly_one,
    missing,
    missing_one_of,
    value_of,
    value_or_none,
)
from trainer.scenario.problems import HARMLESS, Severity

if TYPE_CHECKING:
    from trainer.scenario.files.context import Context

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
    got.pop("format", None)
    if ctx.apart:
        ctx.partly = _without_those(ctx, got)
        # Whoever reads the whole file, such as the check, is given none of it.
        ctx.broken = ctx.broken or not _harmless(ctx)
    return None if ctx.broken else HelpFile(**got)


def _harmless(ctx: Context) -> bool:
    return all(one.code in HARMLESS for one in ctx.problems)


def _without_those(ctx: Context, got: dict[str, Any]) -> HelpFile | None:
    """Give the entries without an error; None where there is none, or the file has one itself."""
    errors = sum(one.severity is Severity.ERROR for one in ctx.problems)
    if ctx.broken or errors > sum(ctx.apart.values()) or errors >= MOST_PROBLEMS:
        return None
    entries = {key: one for key, one in got["entries"].items() if key not in ctx.apart}
    return HelpFile(**{**got, "entries": MappingProxyType(entries)}) if entries else None


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
    """Read an entry by itself: what is wrong with it does not keep the others from being read."""
    before, broken = len(ctx.problems), ctx.broken
    ctx.broken = False
    entry = _read_entry(ctx, node, key)
    errors = sum(one.severity is Severity.ERROR for one in ctx.problems[before:])
    if errors or ctx.broken:
        ctx.apart[key] = errors
    ctx.broken = broken
    return entry


def _read_entry(ctx: Context, node: Node, key: str) -> Entry | None:
    mark = place_of(ctx.name_node)
    got = _ENTRY.read(ctx, node, key)
    if got is None:
        return None
    if got.get("confirmed") is False:
        for wanted in ("source", "unconfirmed"):
            if wanted not in got:
                missing(ctx, _ENTRY, node, wanted, key)
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
