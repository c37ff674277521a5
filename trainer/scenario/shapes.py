"""Reads a mapping by its shape: known keys, unknown ones, twice the same, missing ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.scenario import keys
from trainer.scenario.fields import reader_of
from trainer.scenario.near import SURE
from trainer.scenario.nodes import Mapping, Node, Opaque, pairs
from trainer.scenario.problems import Hint, did_you_mean

if TYPE_CHECKING:
    from trainer.scenario.context import Context
    from trainer.scenario.scalars import Reader


class Plan:
    """A shape with the readers of its keys, made once."""

    def __init__(self, shape: keys.Shape) -> None:
        self.shape = shape
        self.name = shape.name
        self.readers: dict[str, Reader] = {
            name: reader_of(key.type) for name, key in shape.keys.items()
        }
        self.known = tuple(shape.keys)
        self.required = frozenset(shape.required)
        self.names = shape.name if shape.name in ("file", "scene", "choice") else ""

    def read(self, ctx: Context, node: Node, key: str) -> dict[str, Any] | None:
        """Read a mapping.

        Returns:
            The values by key, None for a value that has been reported; or None if the
            node is no mapping with entries. A misspelt key counts as the one it is near.

        """
        if type(node) is not Mapping:
            ctx.wrong_type(node, key, "mapping")
            return None
        if not node.items:
            if self.shape.needs_entry:
                ctx.report("bad-value", node, "empty-list", key=key)
                return None
            return {}
        got: dict[str, Any] = {}
        strays: list[tuple[Node, Node, Node]] = []
        readers = self.readers
        before: Node = None
        items = iter(node.items)
        for name_node, value in zip(items, items, strict=False):
            name = name_node.value
            reader = readers.get(name)
            if reader is None or name in got:
                strays.append((name_node, value, before))
            else:
                got[name] = reader(ctx, value, name)
            before = value
        if strays:
            self.take_strays(ctx, node, got, strays)
        if not self.required <= got.keys():
            self.report_missing(ctx, node, got, key)
        return got

    def take_strays(
        self,
        ctx: Context,
        node: Mapping,
        got: dict[str, Any],
        strays: list[tuple[Node, Node, Node]],
    ) -> None:
        """Report keys that are unknown or stand there twice."""
        seen: set[str] = set(got)
        for name_node, value, before in strays:
            name = name_node.value
            if name is None:
                ctx.wrong_type(name_node, "", "key")
            elif name in seen:
                ctx.report("duplicate-key", name_node, key=name)
                if name in self.readers:
                    self.readers[name](ctx, value, name)
            elif not (name == "<<" and isinstance(value, Opaque)):
                seen.add(name)
                self.take_unknown(ctx, node, got, (name_node, value, before))

    def take_unknown(
        self, ctx: Context, node: Mapping, got: dict[str, Any], stray: tuple[Node, Node, Node]
    ) -> None:
        """Report an unknown key; if it is near a known one, take it for that."""
        name_node, value, before = stray
        name = name_node.value
        found = ctx.finder.rated(name, self.known)
        if found is not None and found[0] in got:
            # What is there already is hardly meant, if another key is near as well.
            lacking = [key for key in self.known if key not in got]
            found = ctx.finder.search(name, lacking) or found
        if is_cut(node, value, before) and (found is None or " " in name):
            ctx.report("cut-text", before, "comma", hint=Hint("write-block"))
            return
        near = found[0] if found else None
        ctx.report("unknown-key", name_node, hint=did_you_mean(near), key=name)
        if found is None or near is None or near in got:
            return
        node.near = {**(node.near or {}), near: (name_node, value)}
        got[near] = self.readers[near](ctx, value, near) if found[1] >= SURE else None

    def report_missing(self, ctx: Context, node: Mapping, got: dict[str, Any], key: str) -> None:
        """Report each required key that is not there, at the mapping's first line."""
        for name in self.shape.required:
            if name not in got:
                missing(ctx, self, node, name, key)


def missing(ctx: Context, plan: Plan, node: Mapping, name: str, key: str) -> None:
    """Report one key that a mapping lacks; ``key`` is what the mapping stands behind."""
    case, where = whose(ctx, plan, key)
    ctx.report("missing-key", node, case, key=name, where=where)


def whose(ctx: Context, plan: Plan, key: str) -> tuple[str, str]:
    """Give case and name for a message about the mapping that is being read."""
    if plan.name == "choice":
        name = ctx.choice_name()
        return ("choice", name) if name else ("", key)
    return plan.names, key


def is_cut(node: Mapping, value: Node, before: Node) -> bool:
    """Whether a key in ``{..}`` is really the rest of the text before it."""
    empty = value.value == "" and not value.style
    return node.flow and empty and bool(before and before.value) and not before.style


def exactly_one(
    ctx: Context, plan: Plan, node: Mapping, got: dict[str, Any], key: str
) -> str | None:
    """Give the one key of ``one_of`` that is there; report none, and more than one."""
    there = [name for name in plan.shape.one_of if name in got]
    if len(there) == 1:
        return there[0]
    listed = ", ".join(plan.shape.one_of)
    if not there:
        case, where = whose(ctx, plan, key)
        ctx.report(
            "missing-key", node, f"{case}-one-of" if case else "one-of", keys=listed, where=where
        )
        return None
    there.sort(key=lambda name: value_of(node, name).start_mark.index)
    for name in there[1:]:
        hint = Hint("exactly-one", {"keys": listed})
        exclude(ctx, node, name, there[0], hint)
    return there[0]


def exclude(ctx: Context, node: Mapping, name: str, other: str, hint: Hint | None = None) -> None:
    """Report that two keys of a mapping exclude each other, at the first one's value."""
    ctx.report("bad-value", value_of(node, name), "excluded", hint=hint, key=name, other=other)


def value_of(node: Mapping, name: str) -> Node:
    """Give the value behind a key, or behind one that was taken for it."""
    for name_node, value in pairs(node):
        if name_node.value == name:
            return value
    return (node.near or {})[name][1]


PLANS = {name: Plan(shape) for name, shape in keys.SHAPES.items()}
"""Plan of every shape, by name."""
