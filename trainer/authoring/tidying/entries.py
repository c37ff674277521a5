"""A text as entries, each a key with what it holds or an entry of a list, with its comments.

A comment belongs to what follows it, or to what it stands behind. One that is set further in than
what follows belongs to what came before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from trainer.authoring.source.around import column_of, dash, line_start
from trainer.authoring.source.comments import comments
from trainer.authoring.source.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKERS: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*(?=\n|\Z|#)|^%[^\n]*", re.MULTILINE)


@dataclass(eq=False)
class Entry:
    """One of them.

    ``lead`` are comments and blank lines above it, ``tail`` those in its line, ``foot`` those
    below; a blank line is an empty text.
    """

    key: Scalar | None
    value: Node
    start: int
    column: int
    inside: list[Entry] = field(default_factory=list)
    lead: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    above: Entry | None = None

    @property
    def flow(self) -> bool:
        """Whether what it holds stands in braces or brackets."""
        return not isinstance(self.value, Scalar) and self.value.flow

    def with_all(self) -> Iterator[Entry]:
        """Go through it and all that it holds, in order."""
        yield self
        for one in self.inside:
            yield from one.with_all()

    def is_commented(self) -> bool:
        """Whether something inside it has a comment."""
        return any(
            [one for one in (*each.lead, *each.tail, *each.foot) if one]
            for top in self.inside
            for each in top.with_all()
        )


class OddError(Exception):
    """A text is written in a way that cannot be written anew without loss."""


def entries_of(text: str, root: Mapping) -> list[Entry]:
    """Give the entries of a text, with its comments, each of them once.

    Raises:
        OddError: there is a key that is no plain text.

    """
    found = _inside(text, root, None)
    _Comments(text, [one for top in found for one in top.with_all()]).settle()
    return found


def _inside(text: str, node: Node, above: Entry | None) -> list[Entry]:
    made: list[Entry] = []
    if isinstance(node, Mapping):
        for key, value in node.pairs():
            if not isinstance(key, Scalar):
                raise OddError
            made.append(Entry(key, value, key.start, column_of(text, key.start), above=above))
    elif isinstance(node, Sequence):
        for at, item in enumerate(node.items):
            start = item.start if node.flow else dash(text, node, at)
            made.append(Entry(None, item, start, column_of(text, start), above=above))
    for one in made:
        one.inside = _inside(text, one.value, one)
    return made


class _Comments:
    """Gives each comment, and each blank line, to an entry."""

    def __init__(self, text: str, every: list[Entry]) -> None:
        self.text = text
        self.every = every
        self.starts = [one.start for one in every]
        self.scalars = [one for entry in every for one in _scalars_of(entry) if one.end > one.start]

    def settle(self) -> None:
        """Do it."""
        own: list[tuple[int, str]] = []
        for at, comment in comments(self.text, self.scalars):
            before = self.text[line_start(self.text, at) : at]
            if not _MARKERS.sub("", before).strip():
                own.append((at, comment))
            else:
                self._behind(at).tail.append(comment)
        own += [(at, "") for at in self._blanks()]
        place: tuple[Entry, bool] | None = None
        for at, comment in sorted(own, reverse=True):
            follows = bisect_left(self.starts, at)
            after = self.every[follows] if follows < len(self.every) else None
            if comment:
                place = self._place(at, after)
            elif place is None or self._is_past(place, at):
                # A blank line goes with what follows it; none goes with the end.
                if after is None:
                    continue
                place = (after, False)
            entry, below = place
            (entry.foot if below else entry.lead).insert(0, comment)

    def _is_past(self, place: tuple[Entry, bool], at: int) -> bool:
        """Whether something else stands between a blank line and where the last comment went."""
        entry, below = place
        follows = bisect_left(self.starts, at)
        if not below:
            return self.every[follows] is not entry
        return self.every[follows - 1] is not list(entry.with_all())[-1]

    def _behind(self, at: int) -> Entry:
        """Give the entry in whose line something stands."""
        one = self.every[max(0, bisect_right(self.starts, at) - 1)]
        found, up = one, one.above
        while up is not None:
            if up.flow and up.value.end <= at:
                found = up
            up = up.above
        return found

    def _place(self, at: int, after: Entry | None) -> tuple[Entry, bool]:
        """Give the entry to which a comment on a line of its own goes; True if it is below."""
        column = column_of(self.text, at)
        least = -1 if after is None else after.column
        before = bisect_left(self.starts, at) - 1
        one: Entry | None = self.every[before] if before >= 0 else None
        while one is not None and one.column > column:
            one = one.above
        if one is not None and one.column > least and not (after and _holds(one, after)):
            return one, True
        if after is not None:
            return after, False
        return self.every[0], False

    def _blanks(self) -> Iterator[int]:
        """Find blank lines that are no part of a text."""
        spans = sorted((one.start, one.end) for one in self.scalars)
        firsts = [start for start, _end in spans]
        for found in re.finditer(r"^[ \t]*$", self.text, re.MULTILINE):
            at = found.start()
            inside = bisect_right(firsts, at) - 1
            if inside < 0 or spans[inside][1] <= at:
                yield at


def _holds(one: Entry, other: Entry) -> bool:
    up = other.above
    while up is not None and up is not one:
        up = up.above
    return up is one


def _scalars_of(entry: Entry) -> Iterator[Scalar]:
    if entry.key is not None:
        yield entry.key
    if isinstance(entry.value, Scalar):
        yield entry.value
