"""The formats that can be written here, and what belongs at each place of a file of one.

Everything is looked up in the tables from which reader and JSON Schema are made, too.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.drills import keys as drills
from trainer.help import keys as help_
from trainer.pages import keys as pages
from trainer.plans import keys as plans
from trainer.scenario import keys as scenario
from trainer.scenario.files.tables import (
    Dialogue,
    Flag,
    Key,
    ListOf,
    Named,
    Number,
    OneOf,
    OneOrMore,
    Picture,
    Reference,
    Shape,
    Shaped,
    StateValue,
    Table,
    Type,
    Ways,
)

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path

TABLES: Final = MappingProxyType(
    {
        table.format: table
        for table in (scenario.TABLE, drills.TABLE, help_.TABLE, plans.TABLE, pages.TABLE)
    }
)
"""Every format by its name. A file that names none counts as a scenario."""

SCENARIO: Final = scenario.TABLE.format
DRILLS: Final = drills.TABLE.format
HELP: Final = help_.TABLE.format
PLAN: Final = plans.TABLE.format
PAGE: Final = pages.TABLE.format

_ORDERS: Final = MappingProxyType(
    {
        "feedback": ("headline", "", "you", "why"),
        "scene": (
            "over", "emergency", "helping", "backdrop", "text", "soft", "lines", "present", "check",
            "facilitator", "discuss", "content_notes", "skip", "timer", "choices", "next", "ending",
            "stub",
        ),
        "choice": (
            "id", "say", "act", "own_words", "d", "to", "asks", "contacts", "shares", "when", "set",
            "change", "helping", "points", "fit", "feedback", "consequence", "next",
        ),
        "line": ("", "you", "you_think", "soft"),
    }
)  # fmt: skip
"""Order of keys where it is not the table's: a scene is read from what is seen to what follows.
An empty text stands for the author's own names."""


def table_of(format_name: str) -> Table:
    """Give the table of a format; a name that no format has gives that of scenarios."""
    return TABLES.get(format_name, scenario.TABLE)


@cache
def type_at(format_name: str, path: Path) -> Type | None:
    """Give the type of what stands at a path in a file of a format; None if nothing may.

    The path may end in a key that is not there, and have any name where the author gives names.
    """
    found: Type | None = Shaped("file")
    for step in path:
        found = None if found is None else _inside(table_of(format_name), found, step)
    return found


@cache
def shape_at(format_name: str, path: Path) -> Shape | None:
    """Give the shape of the mapping at a path; None if no mapping of a shape stands there."""
    found = type_at(format_name, path)
    if not isinstance(found, Shaped):
        return None
    return table_of(format_name).shapes.get(found.shape)


def key_at(format_name: str, path: Path) -> Key | None:
    """Give the key that a path ends in, with what is said of it; None if it is no known one."""
    if not path or not isinstance(path[-1], str):
        return None
    shape = shape_at(format_name, path[:-1])
    return None if shape is None else shape.keys.get(path[-1])


@cache
def order_at(format_name: str, path: Path) -> tuple[str, ...]:
    """Give the usual order of keys of the mapping at a path; names of the author's own: none."""
    shape = shape_at(format_name, path)
    if shape is None:
        return ()
    return _ORDERS.get(shape.name, tuple(shape.keys))


def is_picked(format_name: str, path: Path) -> bool:
    """Whether what stands at a path is chosen from what there is, or a number: no words."""
    kind = type_at(format_name, path)
    if isinstance(kind, ListOf | OneOrMore):
        kind = kind.item
    return isinstance(kind, OneOf | Reference | Flag | Number | StateValue | Picture)


def below(format_name: str, kind: Type | None, step: str | int) -> Type | None:
    """Give the type of what stands behind a key, or in a list, of something of a type."""
    return None if kind is None else _inside(table_of(format_name), kind, step)


def _inside(table: Table, kind: Type, step: str | int) -> Type | None:
    if isinstance(kind, Shaped):
        shape = table.shapes.get(kind.shape)
        if shape is None or not isinstance(step, str):
            return None
        key = shape.keys.get(step)
        return shape.rest if key is None else key.type
    if isinstance(kind, Named):
        return kind.item if isinstance(step, str) else None
    if isinstance(kind, ListOf):
        return kind.item if isinstance(step, int) else None
    if isinstance(kind, OneOrMore):
        return kind.item if isinstance(step, int) else None
    if isinstance(kind, Ways):
        return Shaped("way") if isinstance(step, int) else None
    if isinstance(kind, Dialogue):
        return Shaped("line") if isinstance(step, int) else None
    return None
