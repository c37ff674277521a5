"""Reads a scenario: bytes, screened events, nodes with marks, model.

Every problem of a file is collected, each at its place; nothing that a file holds makes
this module raise. What only trying all ways can find is found elsewhere.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from trainer.scenario import build, build_talk, figures
from trainer.scenario.collector import collector_paused
from trainer.scenario.context import Context
from trainer.scenario.keys import FORMAT
from trainer.scenario.model import NOWHERE, Mark, Scenario, Status, You
from trainer.scenario.nodes import (
    MOST,
    Mapping,
    Node,
    TooManyError,
    TooNestedError,
    compose,
    pairs,
    place_of,
)
from trainer.scenario.not_yaml import explain
from trainer.scenario.problems import Problem, order, problem
from trainer.scenario.scalars import boolean, whole_number
from trainer.scenario.shapes import PLANS, value_of
from trainer.scenario.source import LARGEST, REPLACED, events, text_of

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Reading", "build", "build_talk", "read_bytes", "read_file"]

_FILE = PLANS["file"]
_EMPTY_STATE: Any = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one file gave.

    ``scenario`` is None after an error in shape, names, state or conditions;
    ``analysable`` says the same. ``scenario_id`` is what stands behind ``id``, even then,
    and ``id_mark`` where; both are empty if nothing does. ``problems`` go by place.
    """

    path: Path
    scenario_id: str | None
    scenario: Scenario | None
    problems: tuple[Problem, ...]
    analysable: bool
    id_mark: Mark = NOWHERE


def read_file(path: Path, *, today: datetime.date | None = None) -> Reading:
    """Read a scenario from a file. Raises nothing for whatever the file is or holds.

    Args:
        path: the file; its own pictures lie beside it.
        today: the day against which a review expires; the computer's, if None.

    """
    try:
        # Reading a pipe or a device might never begin, or never end.
        if not (path.is_file() or path.is_dir()) and path.exists():
            return _unreadable(path, "kind")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return _unreadable(path, "missing")
    except IsADirectoryError:
        return _unreadable(path, "folder")
    except PermissionError:
        return _unreadable(path, "folder" if path.is_dir() else "permission")
    except (OSError, ValueError) as wrong:
        return _unreadable(path, "", str(getattr(wrong, "strerror", None) or wrong))
    return read_bytes(data, path, today=today)


def _unreadable(path: Path, case: str, reason: str = "") -> Reading:
    wrong = problem("unreadable", Mark(), case, reason=reason)
    return Reading(path, None, None, (wrong,), False)


def read_bytes(data: bytes, path: Path, *, today: datetime.date | None = None) -> Reading:
    """Read a scenario from bytes, as if they were the file ``path``. Raises nothing."""
    text, found = text_of(data)
    if found and not text:
        return Reading(path, None, None, tuple(found), False)
    with collector_paused():
        return _read_text(text, found, data, path, today or datetime.date.today())


def _read_text(
    text: str, found: list[Problem], data: bytes, path: Path, today: datetime.date
) -> Reading:
    """Read a decoded file; its nodes are gone again before the collector looks."""
    ctx = Context(text, path.parent, today)
    ctx.keep(found)
    ctx.damaged = bool(found)
    root = _root(ctx, text)
    if root is None:
        return _finished(ctx, path, None, None)
    return _read_root(ctx, root, data, path)


def _root(ctx: Context, text: str) -> Mapping | None:
    """Give the mapping on top, or None after reporting why there is none."""
    import yaml

    screened: list[Problem] = []
    try:
        root = compose(events(text), text, screened)
    except yaml.YAMLError as wrong:
        if not ctx.problems:
            ctx.keep([explain(text, wrong)])
        return None
    except TooNestedError:
        ctx.keep(screened)
        return None
    except TooManyError:
        ctx.keep([problem("too-large", Mark(), "parts", limit=MOST)])
        return None
    ctx.keep(screened)
    if any(one.code == "too-deep" for one in screened):
        return None  # No author gets there by hand, and every value on the way would be wrong.
    if isinstance(root, Mapping):
        return root
    if root is None or (root.value == "" and not root.style):
        ctx.report("not-yaml", Mark(), "empty")
    elif not ctx.problems:
        ctx.wrong_type(root, "", "top")
    return None


def _read_root(ctx: Context, root: Mapping, data: bytes, path: Path) -> Reading:
    top = _top(ctx, root)
    version = top.get("format")
    if version is not None and version.value and not _is_read(ctx, version.value):
        hint = ctx.near(version.value, (FORMAT,))
        ctx.problems.clear()
        ctx.report("unsupported-format", version, hint=hint, format=version.value)
        return _finished(ctx, path, None, top.get("id"))
    _learn_names(ctx, top)
    got = _FILE.read(ctx, root, "")
    if got is not None:
        _check_review(ctx, root, got)
        if not got.get("sources"):
            figures.report_unsourced(ctx, figures.told_as_fact(top.get("scenes")))
    scenario = None
    if got is not None and not ctx.broken:
        scenario = _scenario(root, got, data, path)
    return _finished(ctx, path, scenario, top.get("id"))


def _is_read(ctx: Context, version: str) -> bool:
    """Whether this version reads a format; of one that is damaged that was said already."""
    return version == FORMAT or (ctx.damaged and REPLACED in version)


def _finished(ctx: Context, path: Path, scenario: Scenario | None, name: Node | None) -> Reading:
    problems = tuple(sorted(ctx.problems, key=order))
    name_written, mark = None, NOWHERE
    if name is not None and name.value:
        name_written, mark = name.value, place_of(name)
    return Reading(path, name_written, scenario, problems, scenario is not None, mark)


def _top(ctx: Context, root: Mapping) -> dict[str, Node]:
    """Give the values of the file's keys before they are read; misspelt keys count."""
    top: dict[str, Node] = {}
    strays: list[tuple[str, Node]] = []
    for key, value in pairs(root):
        if key.value in _FILE.readers:
            top.setdefault(key.value, value)
        elif key.value:
            strays.append((key.value, value))
    for name, value in strays:
        near = ctx.finder.near(name, _FILE.known)
        if near is not None:
            top.setdefault(near, value)
    return top


def _learn_names(ctx: Context, top: dict[str, Node]) -> None:
    """Learn the names that the file defines, rightly or wrongly, before any is used."""
    ctx.scenes = _names(top.get("scenes"))
    ctx.cast = _names(top.get("cast"))
    state = top.get("state")
    if isinstance(state, Mapping):
        ctx.types = {}
        for name, value in pairs(state):
            if name.value:
                ctx.types.setdefault(name.value, _type_of(value))
    elif state is not None:
        ctx.types = None


def _names(node: Node | None) -> dict[str, None] | None:
    if not isinstance(node, Mapping) or not node.items:
        return None
    return {name.value: None for name, _value in pairs(node) if name.value}


def _type_of(value: Node) -> type | None:
    if boolean(value) is not None:
        return bool
    return None if whole_number(value) is None else int


def _check_review(ctx: Context, root: Mapping, got: dict[str, Any]) -> None:
    if got.get("status") is Status.REVIEWED and "reviewed" not in got:
        ctx.report("review-missing", value_of(root, "status"))


def _scenario(root: Mapping, got: dict[str, Any], data: bytes, path: Path) -> Scenario:
    """Make the scenario of values that are all right."""
    got.pop("format")
    debrief = got.pop("debrief", None) or {}
    state = got.setdefault("state", _EMPTY_STATE)
    marks: dict[str, Mark] = {}
    if state:
        marks = {name.value: place_of(name) for name, _value in pairs(value_of(root, "state"))}
    normal = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return Scenario(
        you=got.pop("you", None) or You(role=""),
        content_hash=hashlib.sha256(normal).hexdigest(),
        folder=path.parent,
        state_marks=MappingProxyType(marks),
        questions=debrief.get("questions", ()),
        leaves_out=MappingProxyType(got.pop("leaves_out", None) or {}),
        start_mark=place_of(value_of(root, "start")),
        **got,
    )
