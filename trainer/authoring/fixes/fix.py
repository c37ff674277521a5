"""A fix: what it does, in words, and how; and what a maker of fixes is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring.source.nodes import Mapping, Scalar, Sequence, child

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Node
    from trainer.authoring.source.parts import Part
    from trainer.scenario.problems import Problem


class Fix(NamedTuple):
    """Something that can be done about a problem.

    Attributes:
        words: what it does, as on a button.
        act: does it.
        by_letter: whether F alone does it. What takes somebody's word away is pressed itself.

    """

    words: str
    act: Callable[[Step, Document], None]
    by_letter: bool = True


class Place(NamedTuple):
    """A problem, and where it stands now. ``offset`` is a character, ``path`` what it is about."""

    document: Document
    problem: Problem
    offset: int
    path: Path

    @property
    def text(self) -> str:
        """The text of the whole file."""
        return self.document.text

    def said(self, name: str) -> str:
        """Give a parameter of the problem as text, or nothing."""
        return str(self.problem.params.get(name, ""))

    def hinted(self, name: str) -> str:
        """Give a parameter of the hint as text, or nothing."""
        hint = self.problem.hint
        return "" if hint is None else str(hint.params.get(name, ""))

    def node(self) -> tuple[Part, Node] | None:
        """Give the innermost thing that begins at the problem's character."""
        for part in self.document.parts:
            if part.start <= self.offset < max(part.end, part.start + 1) and part.root is not None:
                found = _beginning(part.root, self.offset - part.start)
                return None if found is None else (part, found)
        return None

    def scalar(self) -> tuple[int, Scalar] | None:
        """Give the text that begins there, and where in the file its part begins."""
        found = self.node()
        if found is None or not isinstance(found[1], Scalar):
            return None
        return found[0].start, found[1]


def _beginning(root: Node, offset: int) -> Node | None:
    """Give the innermost node that begins at a character, keys included."""
    inner: list[Node] = []
    if isinstance(root, Mapping):
        inner = [one for pair in root.pairs() for one in pair]
    elif isinstance(root, Sequence):
        inner = root.items
    for one in inner:
        if one.start <= offset < max(one.end, one.start + 1):
            found = _beginning(one, offset)
            if found is not None:
                return found
    return root if root.start == offset else None


def free_key(document: Document, path: Path) -> bool:
    """Whether a key may be written: what holds it is there, and it is not."""
    found = document.find(path[:-1])
    if len(path) == 1:
        return document.data(path) is None
    return found is not None and isinstance(found[1], Mapping) and child(found[1], path[-1]) is None
