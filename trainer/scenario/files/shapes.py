"""Reads a mapping by its shape: known keys, unknown ones, twice the same, missing ones.

A :class:`Format` holds a table's shapes with their readers; who builds the model puts in
what each mapping becomes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from trainer.scenario.files.fields import reader_of
from trainer.scenario.files.near import SURE
from trainer.scenario.files.nodes import Mapping, Node, Opaque, Sequence, id_of, pairs, place_of
from trainer.scenario.problems import Hint, did_you_mean
from trainer.scenario.wording import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.scenario.files import tables
    from trainer.scenario.files.context import Context
    from trainer.scenario.files.fields import Builders
    from trainer.scenario.files.scalars import Reader

T = TypeVar("T")


class Plan:
    """A shape with the readers of its keys, made once."""

    def __init__(self, shape: tables.Shape, builders: Builders) -> None:
        self.shape = shape
        self.name = shape.name
        self.readers: dict[str, Reader] = {
            name: reader_of(key.type, builders) for name, key in shape.keys.items()
        }
        self.known = tuple(shape.keys)
        self.required = frozenset(shape.required)
        self.case = shape.name if ("missing-key", shape.name) in SENTENCES else ""
        self.has_id = "id" in shape.keys and shape.name != "file"

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
    case, where = whose(plan, node, key)
    ctx.report("missing-key", node, case, key=name, where=where)


def missing_one_of(
    ctx: Context, plan: Plan, node: Mapping, names: tuple[str, ...], key: str
) -> None:
    """Report that a mapping lacks all of some keys of which it needs one."""
    case, where = whose(plan, node, key)
    listed = ", ".join(names)
    ctx.report(
        "missing-key", node, f"{case}-one-of" if case else "one-of", keys=listed, where=where
    )


def whose(plan: Plan, node: Mapping, key: str) -> tuple[str, str]:
    """Give case and name for a message about the mapping that is being read."""
    if not plan.has_id:
        return plan.case, key
    name = id_of(node)
    return (plan.case, name) if name else ("", key)


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
    if not there:
        missing_one_of(ctx, plan, node, plan.shape.one_of, key)
        return None
    listed = ", ".join(plan.shape.one_of)
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


def value_or_none(node: Node, name: str) -> Node | None:
    """Give the value behind a key, or None if there is none."""
    try:
        return value_of(node, name) if type(node) is Mapping else None
    except KeyError:
        return None


def twice(items: Node) -> list[Node]:
    """Give, of a list's mappings, the ids that one before them has already."""
    seen: set[str] = set()
    found = []
    for item in items.items if type(items) is Sequence else ():
        node = value_or_none(item, "id")
        name = None if node is None else node.value
        if name and name in seen:
            found.append(node)
        elif name:
            seen.add(name)
    return found


class Format(Generic[T]):
    """One format while files of it are read; the builder of ``file`` makes a ``T``, or None.

    ``plans`` are the table's shapes with readers. ``builders`` are filled by whoever builds
    the model: what reads a mapping, by the name of its shape, and ``lines`` and ``next``.
    """

    def __init__(self, table: tables.Table) -> None:
        self.name = table.format
        self.builders: Builders = {}
        self.plans = {name: Plan(shape, self.builders) for name, shape in table.shapes.items()}
        self.file = self.plans["file"]

    def made(self, shape: str, kind: Callable[..., object]) -> None:
        """Let each mapping of a shape become ``kind``, of its values by key."""
        plan = self.plans[shape]

        def read(ctx: Context, node: Node, key: str) -> object:
            got = plan.read(ctx, node, key)
            return None if got is None or ctx.broken else kind(**got)

        self.builders[shape] = read

    def made_by_name(self, shape: str, kind: Callable[..., object]) -> None:
        """Do the same for mappings behind a name, with that as ``key`` and its ``mark``."""
        plan = self.plans[shape]

        def read(ctx: Context, node: Node, key: str) -> object:
            mark = place_of(ctx.name_node)
            got = plan.read(ctx, node, key)
            return None if got is None or ctx.broken else kind(key=key, mark=mark, **got)

        self.builders[shape] = read
