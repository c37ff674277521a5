"""Says line by line what differs between two texts of one file, as the form would.

A line is a field whose words are others, a thing that came or went, another order, or the map.
What differs only in how the file is written (comments, quoting) is counted, not told.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from trainer.authoring.arrangement import Arrangement
from trainer.authoring.comparing import on_map, telling
from trainer.authoring.comparing.walking import Walk
from trainer.authoring.document import Document
from trainer.authoring.plainly import told
from trainer.authoring.source.comments import of_parts
from trainer.authoring.source.parts import SPLIT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as File

    from trainer.authoring.comparing.telling import Line
    from trainer.authoring.comparing.walking import Differing
    from trainer.authoring.source.parts import Part

MOST: Final = 200
"""Lines that are told one by one; nobody reads more, and the file itself has them."""

_Parts = dict[tuple[bool, str], str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs.

    Attributes:
        lines: what is told one by one.
        more: how many lines more there are.
        writing: in how many places the file itself is written otherwise, and says the same.
        unread: why one of the texts cannot be read, in a sentence; empty if both can.

    """

    lines: tuple[Line, ...] = ()
    more: int = 0
    writing: int = 0
    unread: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether the two are the same in every way."""
        return not (self.lines or self.more or self.writing or self.unread)


def compare(
    file: File,
    old: str,
    new: str,
    lies: tuple[Arrangement, Arrangement] = (Arrangement(), Arrangement()),
) -> Comparison:
    """Say what became of a text, and of how it lies on the map: first the old, then the new."""
    return compared(Document(file, old), Document(file, new), lies)


def compared(
    before: Document,
    after: Document,
    lies: tuple[Arrangement, Arrangement] = (Arrangement(), Arrangement()),
) -> Comparison:
    """Say the same of two documents, which may have been read already."""
    old, new = before.text, after.text
    unread = next((_why(one) for one in (after, before) if not one.settle()), "")
    lines = on_map.lines(*lies)
    if unread:
        return Comparison(lines, unread=unread if old != new else "")
    if old == new:
        return Comparison(lines)
    return _Comparing(before, after).compared(lines)


class _Comparing:
    """One comparison of two files that can both be read."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self._walk = Walk(old, new)
        self._pieces = _pieces(old), _pieces(new)
        self._writing = 0

    def compared(self, of_map: tuple[Line, ...]) -> Comparison:
        found = self._differing()
        told_ = [telling.line(self.old, self.new, one) for one in islice(found, MOST)]
        more = sum(1 for _one in found)
        if not told_ and not more and not self._writing:
            self._writing = 1  # Only what stands before or between all of it is another.
        return Comparison((*told_, *of_map), more, self._writing)

    def _differing(self) -> Iterator[Differing]:
        split = [bool(one.scenes()) for one in (self.old, self.new)]
        tops = {**_top(self.new), **_top(self.old)}
        for name in tops:
            if name != SPLIT:
                yield from self._counted((False, name), self._walk.at((name,), (name,)))
        if not any(split):
            yield from self._counted((False, SPLIT), self._walk.at((SPLIT,), (SPLIT,)))
            return
        old, new = (_names(one) for one in (self.old, self.new))
        yield from self._walk.of_order((SPLIT,), old, new)
        for name in {**dict.fromkeys(new), **dict.fromkeys(old)}:
            yield from self._counted((True, name), self._walk.at((SPLIT, name), (SPLIT, name)))

    def _counted(self, key: tuple[bool, str], found: Iterator[Differing]) -> Iterator[Differing]:
        """Give what differs in a part; where nothing does, the writing may."""
        before, after = (one.get(key) for one in self._pieces)
        if before is not None and before == after:
            return
        is_other = before != after
        for one in found:
            yield one
            is_other = False
        if before is not None and after is not None and not is_other:
            is_other = _comments(self.old, key) != _comments(self.new, key)
        self._writing += is_other


def _top(document: Document) -> dict[str, None]:
    whole = document.data()
    return dict.fromkeys(whole) if isinstance(whole, dict) else {}


def _names(document: Document) -> list[str]:
    given = document.data((SPLIT,))
    return list(given) if isinstance(given, dict) else []


def _pieces(document: Document) -> _Parts:
    """Give the lines of each part; what stands before the first key belongs to no part."""
    return {
        _key(part): document.text[part.start : part.end].rstrip()
        for part in document.parts
        if part.root is not None
    }


def _key(part: Part) -> tuple[bool, str]:
    return part.scene, part.name or ""


def _comments(document: Document, key: tuple[bool, str]) -> Counter[str]:
    parts = (part for part in document.parts if part.root is not None and _key(part) == key)
    return Counter(of_parts(document.text, parts, alone=True))


def _why(document: Document) -> str:
    assert document.broken is not None
    return told.sentence(document, document.broken, ())
