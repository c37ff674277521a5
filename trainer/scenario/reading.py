"""Reads a scenario: what :mod:`trainer.scenario.files.reading` does, with a scenario in the end.

Every problem of a file is collected, each at its place; nothing that a file holds makes
this module raise. What only trying all ways can find is found elsewhere.
"""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.scenario.build import SCENARIO as SCENARIO
from trainer.scenario.files import figures, resources
from trainer.scenario.files import reading as files
from trainer.scenario.files.nodes import Mapping, Node, pairs, place_of
from trainer.scenario.files.reading import Reading, names_in
from trainer.scenario.files.scalars import boolean, whole_number
from trainer.scenario.files.shapes import value_of
from trainer.scenario.model import Mark, Scenario, You
from trainer.scenario.reviews import check_review

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from trainer.scenario.files.context import Context

_EMPTY_STATE: Final[Any] = MappingProxyType({})


def read_file(path: Path, *, today: datetime.date | None = None) -> Reading[Scenario]:
    """Read a scenario from a file. Raises nothing for whatever the file is or holds.

    Args:
        path: the file; its own pictures lie beside it.
        today: the day against which a review expires; the computer's, if None.

    """
    return files.read_file(path, (SCENARIO,), today=today)


def read_bytes(data: bytes, path: Path, *, today: datetime.date | None = None) -> Reading[Scenario]:
    """Read a scenario from bytes, as if they were the file ``path``. Raises nothing."""
    return files.read_bytes(data, path, (SCENARIO,), today=today)


def _build_file(ctx: Context, root: Node, key: str) -> Scenario | None:
    """Read the whole file."""
    learn_names(ctx)
    got = SCENARIO.file.read(ctx, root, key)
    if got is None:
        return None
    check_review(ctx, root, got)
    if not got.get("sources"):
        figures.report_unsourced(ctx, figures.told_as_fact(ctx.top.get("scenes")))
    return None if ctx.broken else _scenario(ctx, root, got)


def learn_names(ctx: Context) -> None:
    """Learn the names that the file defines, rightly or wrongly, before any is used.

    Names of scenes that somebody who reads a file piece by piece has put in already stay.
    """
    ctx.names.setdefault("scene", names_in(ctx.top.get("scenes")))
    ctx.names["cast"] = names_in(ctx.top.get("cast"))
    if "resources" in ctx.top:
        ctx.names["resource"] = resources.known(ctx.path.parent).entries
    state = ctx.top.get("state")
    if isinstance(state, Mapping):
        ctx.types = {}
        for name, value in pairs(state):
            if name.value:
                ctx.types.setdefault(name.value, _type_of(value))
    elif state is not None:
        ctx.types = None


def _type_of(value: Node) -> type | None:
    if boolean(value) is not None:
        return bool
    return None if whole_number(value) is None else int


def _scenario(ctx: Context, root: Mapping, got: dict[str, Any]) -> Scenario:
    """Make the scenario of values that are all right."""
    got.pop("format")
    debrief = got.pop("debrief", None) or {}
    state = got.setdefault("state", _EMPTY_STATE)
    marks: dict[str, Mark] = {}
    if state:
        marks = {name.value: place_of(name) for name, _value in pairs(value_of(root, "state"))}
    normal = ctx.data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return Scenario(
        you=got.pop("you", None) or You(role=""),
        content_hash=hashlib.sha256(normal).hexdigest(),
        folder=ctx.path.parent,
        state_marks=MappingProxyType(marks),
        questions=debrief.get("questions", ()),
        leaves_out=MappingProxyType(got.pop("leaves_out", None) or {}),
        start_mark=place_of(value_of(root, "start")),
        **got,
    )


SCENARIO.builders["file"] = _build_file
