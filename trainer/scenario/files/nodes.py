"""Events to nodes: a tree of what stands in a file, with marks and without meaning.

A scalar is PyYAML's own event, because making another object for each of a hundred
thousand scalars would cost more than parsing them. Anchors, aliases, tags, second
documents and too much depth are reported here, and leave an :class:`Opaque` behind,
about which nothing more is said.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from trainer.scenario.model import Mark
from trainer.scenario.problems import Hint, Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterable

DEEPEST: Final = 30
"""Lists and mappings that may stand inside each other."""

_BOTTOM: Final = 1000
"""Lists and mappings inside what is too deep after which the parser is stopped."""

MOST: Final = 1_000_000
"""Events that a file may have: some seven times what 2,000 scenes need."""

_CORE: Final = "tag:yaml.org,2002:"
"""What YAML makes of the two signs with which such a tag is written."""

_BARE_TAG: Final = re.compile(r"!(?:(?<=[\s\[{,]!)|(?<=\A!))(?=[\s,\]}]|\Z)")

_NEAR: Final = 40
_WHEN: Final = re.compile(r"\bwhen[\"']?\s*:\s*\Z")
"""What stands before a tag that was meant as ``not``."""


class Collection:
    """A list or a mapping; ``items`` are its entries, or its keys and values in turn."""

    __slots__ = ("event", "flow", "items", "near")
    value = None

    def __init__(self, event: Any) -> None:
        self.event = event
        self.flow: bool = bool(event.flow_style)
        self.items: list[Any] = []
        self.near: dict[str, tuple[Any, Any]] | None = None

    @property
    def start_mark(self) -> Any:
        """Where it starts."""
        return self.event.start_mark


class Mapping(Collection):
    """A mapping. ``near`` holds, by the key that was meant, keys that were misspelt."""

    __slots__ = ()


class Sequence(Collection):
    """A list."""

    __slots__ = ()


class Opaque:
    """Something that was reported already and is not looked into."""

    __slots__ = ("start_mark",)
    value = None

    def __init__(self, event: Any) -> None:
        self.start_mark = event.start_mark


Node = Any
"""A scalar event, a :class:`Mapping`, a :class:`Sequence` or an :class:`Opaque`."""


def place_of(node: Node) -> Mark:
    """Give line and column at which a node starts."""
    start = node.start_mark
    return Mark(start.line + 1, start.column + 1)


def pairs(node: Mapping) -> Iterable[tuple[Node, Node]]:
    """Go through the keys and values of a mapping, in order."""
    each = iter(node.items)
    return zip(each, each, strict=False)


def id_of(node: Mapping) -> str:
    """Give the id that a mapping gives itself, or an empty text."""
    return next((value.value for key, value in pairs(node) if key.value == "id"), None) or ""


class TooManyError(Exception):
    """There are more events than any file has."""


class TooNestedError(Exception):
    """It is nested so deeply that merely parsing the rest would take for ever."""


def compose(events: Iterable[Any], text: str, problems: list[Problem]) -> Node | None:
    """Build the tree of the first document; None if there is none.

    Raises:
        yaml.YAMLError: from ``events``; what came before it is YAML.
        TooManyError: there are more than :data:`MOST` events.
        TooNestedError: what is too deep has no bottom; it has been reported.

    """
    from yaml import events as kinds

    composer = _Composer(text, problems)
    scalar, mapping, sequence = (
        kinds.ScalarEvent,
        kinds.MappingStartEvent,
        kinds.SequenceStartEvent,
    )
    ends = (kinds.MappingEndEvent, kinds.SequenceEndEvent)
    careful = composer.careful
    root: list[Any] = []
    children: list[Any] = root
    open_lists: list[list[Any]] = []
    stream = iter(events)
    for event in islice(stream, MOST):
        kind = type(event)
        if kind is scalar:
            plain = event.anchor is None and event.tag is None and not careful
            children.append(event if plain else composer.screened(event, event))
        elif kind in ends:
            children = open_lists.pop()
        elif kind is mapping or kind is sequence:
            if len(open_lists) == DEEPEST:
                children.append(composer.too_deep(event, stream, ends, (mapping, sequence)))
                continue
            node = Mapping(event) if kind is mapping else Sequence(event)
            children.append(composer.screened(event, node))
            open_lists.append(children)
            children = node.items
        elif kind is kinds.AliasEvent:
            children.append(composer.alias(event))
        elif kind is kinds.DocumentStartEvent and root:
            composer.second_document(event, stream)
    if next(stream, None) is not None:
        raise TooManyError
    return root[0] if root else None


class _Composer:
    """Reports what a file may not have, and gives what stands in its place."""

    def __init__(self, text: str, problems: list[Problem]) -> None:
        self.text = text
        self.problems = problems
        self.careful = bool(_BARE_TAG.search(text))

    def screened(self, event: Any, node: Node) -> Node:
        """Report anchor and tag of an event; a tagged node is not looked into."""
        place = place_of(event)
        if event.anchor is not None:
            self.problems.append(problem("alias", place, "anchor", name=str(event.anchor)))
        start = event.start_mark.index
        tag = event.tag or ("!" if self.careful and self.text[start : start + 1] == "!" else None)
        if tag is None:
            return node
        name = tag.removeprefix("!")
        meant = None
        if re.fullmatch("[A-Za-z][A-Za-z0-9_]*", name):
            negated = _WHEN.search(self.text, max(0, start - _NEAR), start)
            meant = Hint("write-not", {"name": name}) if negated else Hint("quote-sign")
        self.problems.append(problem("tag", place, hint=meant, tag=tag.replace(_CORE, "!!")))
        return Opaque(event)

    def alias(self, event: Any) -> Opaque:
        """Report an alias."""
        hint = Hint("write-out")
        self.problems.append(problem("alias", place_of(event), hint=hint, name=str(event.anchor)))
        return Opaque(event)

    def too_deep(self, event: Any, stream: Iterable[Any], ends: Any, starts: Any) -> Opaque:
        """Report what is nested too deeply, and pass over it."""
        self.problems.append(problem("too-deep", place_of(event), limit=DEEPEST))
        depth = 1
        for inner in stream:
            depth += (type(inner) in starts) - (type(inner) in ends)
            if not depth:
                break
            if depth > _BOTTOM:
                # The parser looks at every open bracket again for each next one.
                raise TooNestedError
        return Opaque(event)

    def second_document(self, event: Any, stream: Iterable[Any]) -> None:
        """Report a second document; the rest is parsed and not looked at."""
        self.problems.append(problem("several-documents", place_of(event)))
        for _rest in stream:
            pass
