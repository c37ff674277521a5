"""Figures without a source: found while reading, where their place in a text is known.

"72 % of people chose…" moves readers whether it is true or not. A figure carries its
source or does not appear (ours, after norms that other trainings made up).
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from trainer.scenario.files.nodes import Mapping, Sequence, pairs
from trainer.scenario.files.positions import all_inside
from trainer.scenario.problems import Hint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from trainer.scenario.files.context import Context
    from trainer.scenario.files.nodes import Node

PERCENTAGE: Final = re.compile(
    r"\d(?:[\d.,]*\d)?[ \u00a0\u202f]?(?:[%٪％]|per ?cent\b)", re.IGNORECASE
)
"""A number with the sign, or with the word."""

_NUMBERS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred"

FIGURE: Final = re.compile(
    rf"{PERCENTAGE.pattern}|\b\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+\b|\b\d{{5,}}\b"
    rf"|\b(?:\d{{1,3}}|{_NUMBERS}) (?:in|in every|of every|out of) (?:\d{{1,3}}|{_NUMBERS})\b",
    re.IGNORECASE,
)
"""The same, a number of thousands, and shares such as “one in five”."""

_MOST: Final = 100
"""Figures of one text that are told."""


def report_unsourced(
    ctx: Context, texts: Iterable[Node], pattern: re.Pattern[str] = PERCENTAGE, case: str = ""
) -> None:
    """Report each figure in some texts for which nothing names a source.

    Args:
        ctx: the file.
        texts: scalars, or anything else, which is passed over.
        pattern: what counts as a figure.
        case: picks the sentence.

    """
    if not pattern.search(ctx.text):
        return
    for node in texts:
        found = list(islice(pattern.finditer(node.value or ""), _MOST))
        if not found:
            continue  # What is no scalar has no places inside.
        places = all_inside(ctx.text, node, [one.start() for one in found])
        for one, place in zip(found, places, strict=True):
            ctx.report("unsourced-figure", place, case, hint=Hint("add-source"), figure=one.group())


def all_below(node: Node, but: Collection[str] = ()) -> Iterator[Node]:
    """Give every text below a node, in the file's order; not those behind some keys."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Mapping):
            waiting += reversed([value for key, value in pairs(here) if key.value not in but])
        elif isinstance(here, Sequence):
            waiting += reversed(here.items)
        else:
            yield here


def told_as_fact(scenes: Node) -> Iterator[Node]:
    """Texts of scenes that the story vouches for; what somebody says is theirs."""
    for scene in _values(scenes):
        for name, value in _items(scene):
            if name in ("text", "soft", "check"):
                yield value
            elif name == "lines":
                yield from _narration(value)
            elif name == "ending":
                yield from (view for key, view in _items(value) if key == "view")
            elif name == "choices":
                yield from _of_choices(value)


def _of_choices(choices: Node) -> Iterator[Node]:
    for choice in choices.items if isinstance(choices, Sequence) else ():
        for name, value in _items(choice):
            if name == "feedback":
                yield from _values(value)
            elif name == "consequence":
                parts = dict(_items(value))
                yield from (parts[key] for key in ("text",) if key in parts)
                yield from _narration(parts.get("lines"))


def _narration(lines: Node) -> Iterator[Node]:
    for line in lines.items if isinstance(lines, Sequence) else ():
        if line.value is not None:
            yield line


def _items(node: Node) -> Iterator[tuple[str | None, Node]]:
    if isinstance(node, Mapping):
        yield from ((name.value, value) for name, value in pairs(node))


def _values(node: Node) -> Iterator[Node]:
    yield from (value for _name, value in _items(node))
