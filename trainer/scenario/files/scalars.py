"""How scalars are read from a node, by the types of :mod:`trainer.scenario.files.tables`.

A reader takes the context, the node and the key it stands behind, and gives the value,
or None after it has reported why there is none.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from trainer.scenario.files import assets, pictures, tables
from trainer.scenario.files.context import NULLS, Context
from trainer.scenario.files.nodes import Node
from trainer.scenario.model import HIGH, LOW
from trainer.scenario.problems import Hint

if TYPE_CHECKING:
    from trainer.scenario.model import Value

Reader = Callable[[Context, Node, str], Any]

_NUMBER: Final = re.compile(r"[+-]?[0-9]+")
_BOOLEANS: Final = {"true": True, "false": False}
_FAR: Final = 10**9
"""Stands for every number that is further from zero."""


def scalar(ctx: Context, node: Node, key: str) -> str | None:
    """Give a scalar's text; report another kind of node, and an empty one."""
    value: str | None = node.value
    if value is None:
        ctx.wrong_type(node, key, "text")
        return None
    if not value or value.isspace() or (value in NULLS and not node.style):
        ctx.report("empty-text", node, key=key)
        return None
    return value


def read_prose(ctx: Context, node: Node, key: str) -> str | None:
    """Read what a person will read, and look for what cannot be shown or was cut."""
    value: str | None = node.value
    if not value or value.isspace() or (value in NULLS and not node.style):
        return scalar(ctx, node, key)
    if "<" in value or "[" in value:
        ctx.check_markup(node, value)
    style = node.style
    if not style:
        if node.end_mark.index in ctx.cuts:
            ctx.report("cut-text", node, "comment", hint=Hint("quote-hash"))
    elif style == '"' and not value.isprintable() and ctx.check_escapes(node, value):
        return None
    return value.strip() if value[-1] == "\n" else value


def read_plain(ctx: Context, node: Node, key: str) -> str | None:
    """Read a text that is data rather than prose."""
    value = scalar(ctx, node, key)
    if value is not None and not value.isprintable() and ctx.check_escapes(node, value):
        return None
    return value


def make_word(kind: tables.Word) -> Reader:
    """Make a reader of words of one pattern."""
    matches = re.compile(kind.pattern).fullmatch
    case = kind.case

    def read(ctx: Context, node: Node, key: str) -> str | None:
        value = scalar(ctx, node, key)
        if value is None:
            return None
        if not matches(value) or (case == "date" and not _is_date(value)):
            ctx.report("bad-value", node, case, hint=_word_hint(case, value), value=value)
            return None
        return value

    return read


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _word_hint(case: str, value: str) -> Hint | None:
    """Offer the value as it should be written, where that is clear."""
    if case not in _MEANT or len(value) >= 80:
        return None
    pattern, as_written = _MEANT[case]
    meant = as_written(value)
    return Hint("near", {"near": meant}) if re.fullmatch(pattern, meant) else None


def _hyphened(value: str) -> str:
    return re.sub("[^A-Za-z0-9]+", "-", value).strip("-")


_MEANT: Final[dict[str, tuple[str, Callable[[str], str]]]] = {
    "language": (tables.LANGUAGE, lambda value: value.replace("_", "-")),
    "id": (tables.ID, lambda value: _hyphened(value.lower())),
    "name": (tables.NAME, _hyphened),
    "address": (tables.ADDRESS, "https://{}".format),
}
"""Patterns of words, and how what was probably meant is made of what is not right."""


def make_one_of(kind: tables.OneOf) -> Reader:
    """Make a reader of one of a few words."""
    members = {word: kind.kind(word) if kind.kind else str(word) for word in kind.words}
    known = tuple(members)
    listed = ", ".join(known)

    def read(ctx: Context, node: Node, key: str) -> Any:
        member = members.get(node.value)
        if member is None and (value := scalar(ctx, node, key)) is not None:
            hint = ctx.near(value, known)
            ctx.report("bad-value", node, "one-of", hint=hint, key=key, value=value, known=listed)
        return member

    return read


def whole_number(node: Node) -> int | None:
    """Give a plain scalar's whole number, or None if it is none."""
    value = node.value
    if value is None or node.style or not _NUMBER.fullmatch(value):
        return None
    digits = value.lstrip("+-0")
    size = int(digits or "0") if len(digits) < 10 else _FAR
    return -size if value[0] == "-" else size


def make_number(kind: tables.Number) -> Reader:
    """Make a reader of numbers within bounds."""
    low, high = kind.low, kind.high

    def read(ctx: Context, node: Node, key: str) -> int | None:
        number = whole_number(node)
        if number is None:
            ctx.wrong_type(node, key, "number")
        elif (low is not None and number < low) or (high is not None and number > high):
            case = "least" if high is None else "range"
            limits = low or 0, high or 0
            _out_of_range(ctx, node, key, case, limits)
        else:
            return number
        return None

    return read


def boolean(node: Node) -> bool | None:
    """Give a plain scalar's ``true`` or ``false``, or None if it is neither."""
    return None if node.value is None or node.style else _BOOLEANS.get(node.value)


def read_flag(ctx: Context, node: Node, key: str) -> bool | None:
    """Read true or false."""
    value = boolean(node)
    if value is None:
        ctx.wrong_type(node, key, "boolean")
    return value


def make_flag(kind: tables.Flag) -> Reader:
    """Make a reader of true and false."""
    if not kind.only_true:
        return read_flag

    def read(ctx: Context, node: Node, key: str) -> bool | None:
        value = read_flag(ctx, node, key)
        if value is False:
            ctx.report("bad-value", node, "only-true", key=key)
        return value

    return read


def read_state_value(ctx: Context, node: Node, key: str) -> Value | None:
    """Read the value that a variable starts with."""
    value = boolean(node)
    if value is not None:
        return value
    number = whole_number(node)
    if number is None:
        ctx.wrong_type(node, key, "value")
        return None
    return in_range(ctx, node, key, number)


def in_range(ctx: Context, node: Node, key: str, number: int) -> int | None:
    """Give a number of state, or report that it is out of range."""
    if LOW <= number <= HIGH:
        return number
    _out_of_range(ctx, node, key, "range", (LOW, HIGH))
    return None


def _out_of_range(ctx: Context, node: Node, key: str, case: str, limits: tuple[int, int]) -> None:
    low, high = limits
    ctx.report("bad-value", node, case, key=key, value=node.value, low=low, high=high)


def read_format(ctx: Context, node: Node, key: str) -> str | None:
    """Read the format; that it is one this version reads was seen to before."""
    return scalar(ctx, node, key)


def read_when(ctx: Context, node: Node, key: str) -> Any:
    """Read a condition."""
    return ctx.condition(node) if scalar(ctx, node, key) is not None else None


_UNKNOWN: Final = {
    "cast": "unknown-cast",
    "resource": "unknown-resource",
    "place": "unknown-place",
    "source": "unknown-source",
    "page": "unknown-page",
    "scenario": "unknown-scenario",
    "contact": "unknown-contact",
}
"""Problem with a name that nothing defines, by its sort."""


def make_reference(kind: tables.Reference) -> Reader:
    """Make a reader of names of one sort."""
    if kind.to == "scene":
        return read_scene_name
    sort, code = kind.to, _UNKNOWN[kind.to]

    def read(ctx: Context, node: Node, key: str) -> str | None:
        value = scalar(ctx, node, key)
        known = ctx.names.get(sort)
        if value is not None and known is not None and value not in known:
            ctx.report(code, node, hint=ctx.near(value, known), name=value)
        return value

    return read


def read_scene_name(ctx: Context, node: Node, key: str) -> str | None:
    """Read the name of a scene that there is."""
    value: str | None = node.value
    scenes = ctx.names["scene"]
    if value is None or scenes is None or value not in scenes:
        value = scalar(ctx, node, key)
        if value is not None and scenes is not None:
            hint = ctx.near(value, scenes)
            case = _leading(ctx, key)
            names = {"key": key, "scene": ctx.scene, "choice": ctx.choice_name()}
            ctx.report("unknown-scene", node, case, hint=hint, to=value, **names)
    return value


def _leading(ctx: Context, key: str) -> str:
    """What leads to a scene: a choice, a scene, its timer, or the file."""
    if key == "then":
        return "timer"
    if key == "start":
        return ""
    return "choice" if ctx.choice is not None else "scene"


def make_picture(kind: tables.Picture) -> Reader:
    """Make a reader of pictures, built in or beside the file."""

    def read(ctx: Context, node: Node, key: str) -> str | None:
        value = scalar(ctx, node, key)
        if value is None:
            return None
        if "." in value or "/" in value or "\\" in value:
            _check_file(ctx, node, value)
        elif value not in (known := ctx.pictures(kind.folder)):
            hint = ctx.near(value, known) or Hint("dot-file")
            ctx.report("unknown-picture", node, hint=hint, name=value)
        return value

    return read


def _check_file(ctx: Context, node: Node, path: str) -> None:
    wrong = assets.wrong_with(path, ctx.path.parent)
    if wrong == "missing":
        ctx.report("missing-asset", node, path=path)
    elif wrong == "kind":
        hint = Hint("no-svg") if path.lower().endswith(".svg") else None
        ctx.report("bad-value", node, "picture-kind", hint=hint, value=path)
    elif wrong is not None:
        ctx.report("unsafe-path", node, wrong, path=path)
    else:
        _check_inside(ctx, node, path)


def _check_inside(ctx: Context, node: Node, path: str) -> None:
    """Report a file that is there and yet no picture to show; for the reader it is not there."""
    wrong = pictures.wrong_inside(ctx.path.parent / path.replace("\\", "/"))
    # One without anything in it may be about to come: a sync service, somebody who copies.
    if wrong is not None and wrong != "empty":
        ctx.report("missing-asset", node, wrong, path=path)
