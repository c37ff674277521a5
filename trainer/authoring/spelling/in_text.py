"""The words of a file that people read, by where they stand in its text: no keys, no names, no ids.

A part of the file is looked through when one of its lines shows, and again when it has changed.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring.prose import of_part
from trainer.authoring.spelling.speller import words_in
from trainer.scenario.files.positions import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Node, Scalar
    from trainer.authoring.source.parts import Part

_LONGEST: Final = 20_000
"""Characters of one text above which nothing is looked up in it."""

_MOST: Final = 400
"""Parts that are remembered."""


class Word(NamedTuple):
    """One word: characters ``start`` to ``end`` of the file.

    ``at`` is where it starts in what stands at ``path``, in which no quotes or escapes are.
    """

    start: int
    end: int
    word: str
    path: Path
    at: int


class _Prose:
    """A text of a part, and its words once they were asked for; places count from the part."""

    __slots__ = ("node", "path", "words")

    def __init__(self, path: Path, node: Scalar) -> None:
        self.path = path
        self.node = node
        self.words: list[Word] | None = None


class ProseWords:
    """The words of one document."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Node, list[_Prose]]] = {}

    def between(self, document: Document, start: int, end: int) -> list[Word]:
        """Give the words that stand between two characters of a document that is readable."""
        parts = document.parts
        first = max(0, bisect_right(parts, start, key=_start) - 1)
        found: list[Word] = []
        for part in islice(parts, first, None):
            if part.start >= end:
                break
            found += self._in_part(document, part, start, end)
        return found

    def _in_part(self, document: Document, part: Part, start: int, end: int) -> Iterator[Word]:
        lead = part.start
        for one in self._prose(document, part):
            if lead + one.node.end <= start or lead + one.node.start >= end:
                continue
            if one.words is None:
                one.words = list(_words(document.text[lead : part.end], one))
            for word in one.words:
                if lead + word.start >= start and lead + word.end <= end:
                    yield word._replace(start=lead + word.start, end=lead + word.end)

    def _prose(self, document: Document, part: Part) -> list[_Prose]:
        if part.root is None:
            return []
        kept = self._kept.get(id(part.root))
        if kept is None:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            made = [_Prose(one.path, one.node) for one in of_part(part, document.format)]
            # What was read is kept with it, so that nothing else comes to be known by its number.
            kept = self._kept[id(part.root)] = (part.root, made)
        return kept[1]


def _words(text: str, one: _Prose) -> Iterator[Word]:
    node = one.node
    if node.end - node.start > _LONGEST:
        return
    where = list(places(text, (node.start, node.end), node.style, node.value))
    for at, word in words_in(node.value):
        if at + len(word) <= len(where):
            start, end = where[at], where[at + len(word) - 1] + 1
            yield Word(start, end, word, one.path, at)


def _start(part: Part) -> int:
    return part.start
