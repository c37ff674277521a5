"""Re-reading what one types in: the same problems as the checker's, without reading the rest.

A scene is read by the reader of scenarios, with the names that the rest of the file defines; so
codes, places, hints and words are the same. What only exploring finds is not looked for here.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from trainer.authoring.source.around import breaks
from trainer.authoring.source.parts import SPLIT, without_marker
from trainer.scenario.files import figures
from trainer.scenario.files.context import Context
from trainer.scenario.files.nodes import (
    Mapping,
    Node,
    Opaque,
    TooManyError,
    TooNestedError,
    compose,
    pairs,
    place_of,
)
from trainer.scenario.files.reading import top_of
from trainer.scenario.files.source import events
from trainer.scenario.model import Mark
from trainer.scenario.problems import Problem, order
from trainer.scenario.reading import SCENARIO, learn_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.source.parts import Part


class _Head(NamedTuple):
    """What stands outside the scenes, read; ``of`` is what it was read of."""

    of: tuple[object, ...]
    text: str
    ctx: Context
    root: Mapping
    starts: list[int]
    """Lines of ``text`` at which its pieces start."""


class Touched:
    """Re-reads parts of one document; what it knows of the rest is kept while that stays.

    Attributes:
        document: a scenario whose scenes are parts of their own; of another file all methods
            give None, for only reading it as a whole tells what is wrong.

    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._head: _Head | None = None

    @property
    def can(self) -> bool:
        """Whether parts of the text can be read by themselves now."""
        document = self.document
        return (
            not document.stale
            and document.broken is None
            and bool(document.scenes())
            and document.is_scenario
        )

    def scene(self, part: Part, today: datetime.date | None = None) -> list[Problem] | None:
        """Give the problems of a scene, by place; None if that cannot be told by itself."""
        head = self._known() if self.can and part.scene else None
        if head is None:
            return None
        document = self.document
        text = without_marker(document.text[part.start : part.end])
        ctx = self._context(text, today)
        ctx.top, ctx.names, ctx.types = head.ctx.top, head.ctx.names, head.ctx.types
        root = _composed(ctx, text)
        if not isinstance(root, Mapping):
            return None
        SCENARIO.file.readers[SPLIT](ctx, root, SPLIT)
        self._report_twice(ctx, part, root.items[0])
        if not _has_sources(head.ctx):
            figures.report_unsourced(ctx, figures.told_as_fact(root))
        return _moved(ctx.problems, [0], [document.lines_to(part)])

    def head(self, today: datetime.date | None = None) -> list[Problem] | None:
        """Give the problems of what stands outside the scenes; None if that cannot be told."""
        head = self._known() if self.can else None
        if head is None:
            return None
        ctx = self._context(head.text, today)
        ctx.top = head.ctx.top
        ctx.names["scene"] = dict.fromkeys(self.document.scenes())
        # A fresh tree: reading leaves marks in it.
        root = _with_opaque_scenes(_composed(ctx, head.text))
        if root is None:
            return None
        ctx.top = top_of(ctx, root, SCENARIO)
        SCENARIO.builders["file"](ctx, root, "")
        pieces = list(self._pieces())
        before = [self.document.lines_to(part) for part in pieces]
        return _moved(ctx.problems, head.starts, before)

    def _context(self, text: str, today: datetime.date | None) -> Context:
        return Context(text, self.document.path, b"", today or datetime.date.today())

    def _pieces(self) -> Iterator[Part]:
        return (part for part in self.document.parts if not part.scene)

    def _known(self) -> _Head | None:
        """Read what stands outside the scenes, unless it is the same as before."""
        pieces = list(self._pieces())
        of = (*(part.root for part in pieces), *(part.size for part in pieces))
        head = self._head
        if head is None or head.of != of:
            head = self._head = self._read_head(pieces, of)
        if head is not None:
            head.ctx.names["scene"] = dict.fromkeys(self.document.scenes())
        return head

    def _read_head(self, pieces: list[Part], of: tuple[object, ...]) -> _Head | None:
        texts = [without_marker(self.document.text[one.start : one.end]) for one in pieces]
        text = "".join(texts)
        starts, lines = [], 0
        for piece in texts:
            starts.append(lines)
            lines += breaks(piece, 0, len(piece))
        ctx = self._context(text, None)
        root = _with_opaque_scenes(_composed(ctx, text))
        if root is None:
            return None
        ctx.names["scene"] = None
        ctx.top = top_of(ctx, root, SCENARIO)
        learn_names(ctx)
        return _Head(of, text, ctx, root, starts)

    def _report_twice(self, ctx: Context, part: Part, name: Node) -> None:
        """Report a scene's name that an earlier scene has; then nothing else is said of it."""
        if self.document.scenes().get(part.name or "") is not part:
            ctx.problems = [one for one in ctx.problems if one.mark != place_of(name)]
            ctx.report("duplicate-key", name, key=part.name or "")


def problems(document: Document, scene: str) -> list[Problem] | None:
    """Give the problems of one scene by its name; None if only reading all of it tells them."""
    part = document.scenes().get(scene)
    return None if part is None else Touched(document).scene(part)


def _composed(ctx: Context, text: str) -> Node | None:
    import yaml

    screened: list[Problem] = []
    try:
        root = compose(events(text), text, screened)
    except (yaml.YAMLError, TooManyError, TooNestedError):
        return None
    ctx.keep(screened)
    return root


def _with_opaque_scenes(root: Node | None) -> Mapping | None:
    """Give a mapping with its scenes as something about which nothing more is said."""
    if not isinstance(root, Mapping):
        return None
    for at, (key, _value) in enumerate(pairs(root)):
        if key.value == SPLIT:
            root.items[2 * at + 1] = Opaque(key)
    return root


def _has_sources(ctx: Context) -> bool:
    sources: Any = ctx.top.get("sources")
    return bool(getattr(sources, "items", None))


def _moved(found: list[Problem], starts: list[int], before: list[int]) -> list[Problem]:
    """Give problems with their lines counted in the whole file."""
    moved = []
    for one in found:
        at = max(0, bisect_right(starts, one.mark.line - 1) - 1)
        line = one.mark.line - starts[at] + before[at]
        moved.append(replace(one, mark=Mark(line, one.mark.column)))
    return sorted(moved, key=order)
