"""Reads a file of any format: bytes, screened events, nodes with marks, content.

Every problem of a file is collected, each at its place; nothing that a file holds makes
this module raise. What a format's content is, its builders say: see
:class:`trainer.scenario.files.shapes.Format`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from trainer.scenario.files.collector import collector_paused
from trainer.scenario.files.context import Context
from trainer.scenario.files.nodes import (
    MOST,
    Mapping,
    Node,
    TooManyError,
    TooNestedError,
    compose,
    pairs,
    place_of,
)
from trainer.scenario.files.not_yaml import explain, merged_in
from trainer.scenario.files.source import LARGEST, REPLACED, events, text_of
from trainer.scenario.model import NOWHERE, Mark
from trainer.scenario.problems import Problem, order, problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from trainer.scenario.files.shapes import Format

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What reading one file gave.

    ``content`` is None after an error in shape, names, state or conditions. ``id`` is what
    stands behind that key, even then, and ``id_mark`` where; both are empty if nothing
    does. ``format`` is as written, or None; ``problems`` go by place. ``partly`` is what is
    left without the parts that have an error, where the format has parts that stand alone.
    """

    path: Path
    id: str | None
    content: T | None
    problems: tuple[Problem, ...]
    id_mark: Mark = NOWHERE
    format: str | None = None
    partly: T | None = None


def read_file(
    path: Path, formats: Sequence[Format[T]], *, today: datetime.date | None = None
) -> Reading[T]:
    """Read a file that is of one of some formats. Raises nothing for whatever it is or holds.

    Args:
        path: the file; its own pictures lie beside it.
        formats: those that are read; of a file that names none, the one that is most like it.
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
    return read_bytes(data, path, formats, today=today)


def _unreadable(path: Path, case: str, reason: str = "") -> Reading[T]:
    return Reading(path, None, None, (problem("unreadable", Mark(), case, reason=reason),))


def read_bytes(
    data: bytes,
    path: Path,
    formats: Sequence[Format[T]],
    *,
    today: datetime.date | None = None,
) -> Reading[T]:
    """Read bytes as if they were the file ``path``. Raises nothing."""
    text, found = text_of(data)
    if found and not text:
        return Reading(path, None, None, tuple(found))
    with collector_paused():
        # The nodes are gone again before the collector looks.
        ctx = Context(text, path, data, today or datetime.date.today())
        ctx.keep(found)
        ctx.damaged = bool(found)
        root = _root(ctx, text)
        content = None if root is None else _read_root(ctx, root, formats)
        return _finished(ctx, content)


def _root(ctx: Context, text: str) -> Mapping | None:
    """Give the mapping on top, or None after reporting why there is none."""
    import yaml

    merged = merged_in(text)
    if merged is not None:
        if not ctx.problems:
            ctx.keep([merged])
        return None
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


def _read_root(ctx: Context, root: Mapping, formats: Sequence[Format[T]]) -> T | None:
    by_name = {one.name: one for one in formats}
    near = _most_like(root, formats)
    ctx.top = top_of(ctx, root, near)
    version = ctx.top.get("format")
    if version is not None and version.value and not _is_damaged(ctx, version.value):
        found = by_name.get(version.value)
        if found is None:
            hint = ctx.near(version.value, by_name)
            ctx.problems.clear()
            listed = ", ".join(by_name)
            ctx.report("unsupported-format", version, hint=hint, format=version.value, known=listed)
            return None
        if found is not near:
            near = found
            ctx.top = top_of(ctx, root, near)
    content: T | None = near.builders["file"](ctx, root, "")
    return content


def _most_like(root: Mapping, formats: Sequence[Format[T]]) -> Format[T]:
    """Give the format that has most of the keys on top; of several the first."""
    there = {key.value for key, _value in pairs(root)}
    return max(formats, key=lambda one: len(there & one.file.readers.keys()))


def _is_damaged(ctx: Context, version: str) -> bool:
    """Whether a format's name is wrong because of a character that was reported already."""
    return ctx.damaged and REPLACED in version


def _finished(ctx: Context, content: T | None) -> Reading[T]:
    problems = tuple(sorted(ctx.problems, key=order))
    version, name = ctx.top.get("format"), ctx.top.get("id")
    written = None if version is None else version.value
    if name is None or not name.value:
        return Reading(ctx.path, None, content, problems, format=written, partly=ctx.partly)
    mark = place_of(name)
    return Reading(ctx.path, name.value, content, problems, mark, written, ctx.partly)


def top_of(ctx: Context, root: Mapping, form: Format[T]) -> dict[str, Node]:
    """Give the values of the file's keys before they are read; misspelt keys count."""
    top: dict[str, Node] = {}
    strays: list[tuple[str, Node]] = []
    for key, value in pairs(root):
        if key.value in form.file.readers:
            top.setdefault(key.value, value)
        elif key.value:
            strays.append((key.value, value))
    for name, value in strays:
        near = ctx.finder.near(name, form.file.known)
        if near is not None:
            top.setdefault(near, value)
    return top


def names_in(node: Node | None) -> dict[str, None] | None:
    """Give the names that a mapping defines; None if it is missing, empty or no mapping."""
    if not isinstance(node, Mapping) or not node.items:
        return None
    return {name.value: None for name, _value in pairs(node) if name.value}
