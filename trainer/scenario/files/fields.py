"""How lists and mappings are read, and which reader each type of a table has.

What a reader takes and gives is told in :mod:`trainer.scenario.files.scalars`.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.scenario.files import tables
from trainer.scenario.files.nodes import Mapping, Node, Opaque, Sequence, pairs
from trainer.scenario.files.scalars import (
    Reader,
    boolean,
    in_range,
    make_flag,
    make_number,
    make_one_of,
    make_picture,
    make_reference,
    make_word,
    read_format,
    read_plain,
    read_prose,
    read_state_value,
    read_when,
    whole_number,
)
from trainer.scenario.problems import Hint

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.scenario.files.context import Context
    from trainer.scenario.model import Value

Builders = dict[str, Reader]
"""Readers of mappings by the name of their shape, which make what the mapping stands for."""


def _effects(kind: tables.Effects) -> Reader:
    read_value = _read_change if kind.adds else _read_set

    def read(ctx: Context, node: Node, key: str) -> Any:
        if type(node) is not Mapping:
            return ctx.wrong_type(node, key, "mapping")
        made: dict[str, Value] = {}
        for name, value in pairs(node):
            if name.value in made:
                ctx.report("duplicate-key", name, key=name.value)
            elif name.value is None:
                ctx.wrong_type(name, key, "key")
            elif ctx.types is not None and name.value not in ctx.types:
                hint = ctx.near(name.value, ctx.types)
                ctx.report("unknown-variable", name, hint=hint, name=name.value)
            else:
                made[name.value] = read_value(ctx, value, name.value)
        return MappingProxyType(made)

    return read


def _read_set(ctx: Context, node: Node, name: str) -> Any:
    kind = ctx.types.get(name) if ctx.types is not None else None
    if kind is None:
        return read_state_value(ctx, node, name)
    if kind is bool:
        value = boolean(node)
        return ctx.wrong_type(node, name, "set-boolean") if value is None else value
    number = whole_number(node)
    if number is None:
        return ctx.wrong_type(node, name, "set-number")
    return in_range(ctx, node, name, number)


def _read_change(ctx: Context, node: Node, name: str) -> Any:
    if ctx.types is not None and ctx.types.get(name) is bool:
        if not isinstance(node, Opaque):
            ctx.report("wrong-type", node, "change-boolean", key=name)
        return None
    number = whole_number(node)
    return ctx.wrong_type(node, name, "number") if number is None else number


def list_items(ctx: Context, node: Node, key: str, *, least: int) -> list[Node] | None:
    """Give the entries of a list; report another kind of node, and a list too short."""
    if type(node) is not Sequence:
        ctx.wrong_type(node, key, "list")
        return None
    if len(node.items) < least:
        ctx.report("bad-value", node, "few" if least > 1 else "empty-list", key=key, least=least)
    return node.items


def _list_of(kind: tables.ListOf, builders: Builders) -> Reader:
    read_item = reader_of(kind.item, builders)
    least, sentences = kind.least, kind.sentences

    def read(ctx: Context, node: Node, key: str) -> Any:
        items = list_items(ctx, node, key, least=least)
        if items is None:
            return None
        if sentences and node.flow:
            check_cut_sentences(ctx, node)
        return tuple([read_item(ctx, item, key) for item in items])

    return read


def _one_or_more(kind: tables.OneOrMore, builders: Builders) -> Reader:
    read_item = reader_of(kind.item, builders)
    read_list = _list_of(tables.ListOf(kind.item, least=1), builders)

    def read(ctx: Context, node: Node, key: str) -> Any:
        if node.value is None:
            return read_list(ctx, node, key)
        return (read_item(ctx, node, key),)

    return read


def check_cut_sentences(ctx: Context, node: Sequence) -> None:
    """Report sentences in ``[..]`` that their comma cut in two."""
    whole: Node = None
    said = False
    for before, after in zip(node.items, node.items[1:], strict=False):
        if not (_is_plain(before) and _is_plain(after) and _goes_on(before.value, after.value)):
            whole, said = None, False
            continue
        whole = whole or before
        if not said:
            ctx.report("cut-text", whole, "comma", hint=Hint("write-block"))
            said = True


def _is_plain(node: Node) -> bool:
    return bool(node.value) and not node.style


def _goes_on(before: str, after: str) -> bool:
    """Whether the second looks like the rest of the first rather than like its neighbour."""
    ended = before[-1] in ".?!…"
    return not ended and ((before[0].isupper() and after[0].islower()) or after[-1] in ".?!…")


_NAME_CASES: Final = {tables.NAME: "name", tables.STATE_NAME: "state-name", tables.ID: "id"}
"""Sentence about a name that does not follow its pattern."""


def _named(kind: tables.Named, builders: Builders) -> Reader:
    read_item = reader_of(kind.item, builders)
    matches = re.compile(kind.pattern).fullmatch
    case = _NAME_CASES[kind.pattern]

    def read(ctx: Context, node: Node, key: str) -> Any:
        if type(node) is not Mapping:
            return ctx.wrong_type(node, key, "mapping")
        if kind.needs_entry and not node.items:
            ctx.report("bad-value", node, "empty-list", key=key)
        made: dict[str, Any] = {}
        for name_node, value in pairs(node):
            name = name_node.value
            if name is None:
                ctx.wrong_type(name_node, key, "key")
                continue
            twice = name in made
            if twice:
                ctx.report("duplicate-key", name_node, key=name)
            elif not matches(name):
                ctx.report("bad-value", name_node, case, value=name)
            elif name in kind.reserved:
                ctx.report("bad-value", name_node, "reserved", value=name)
            ctx.name_node = name_node
            item = read_item(ctx, value, name)
            if not twice:
                made[name] = item
        return MappingProxyType(made)

    return read


def _built(name: str, builders: Builders) -> Reader:
    """Make a reader that asks for its builder only when it reads: shapes hold each other."""

    def read(ctx: Context, node: Node, key: str) -> Any:
        return builders[name](ctx, node, key)

    return read


_OF_ONE: Final[dict[type, Callable[[Any], Reader]]] = {
    tables.Text: lambda kind: read_prose if kind.prose else read_plain,
    tables.Word: make_word,
    tables.FormatName: lambda _kind: read_format,
    tables.Number: make_number,
    tables.Flag: make_flag,
    tables.OneOf: make_one_of,
    tables.Reference: make_reference,
    tables.Picture: make_picture,
    tables.When: lambda _kind: read_when,
    tables.StateValue: lambda _kind: read_state_value,
    tables.Effects: _effects,
}

_OF_SEVERAL: Final[dict[type, Callable[[Any, Builders], Reader]]] = {
    tables.ListOf: _list_of,
    tables.OneOrMore: _one_or_more,
    tables.Named: _named,
    tables.Ways: lambda _kind, builders: _built("next", builders),
    tables.Dialogue: lambda _kind, builders: _built("lines", builders),
    tables.Shaped: lambda kind, builders: _built(kind.shape, builders),
}


def reader_of(kind: tables.Type, builders: Builders) -> Reader:
    """Give the reader for a type of a table whose mappings ``builders`` read."""
    if type(kind) in _OF_ONE:
        return _OF_ONE[type(kind)](kind)
    return _OF_SEVERAL[type(kind)](kind, builders)
