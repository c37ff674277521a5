"""Goes through two files side by side, and gives each field, and each thing, that differs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring import formats
from trainer.authoring.comparing.matching import in_order, pairs
from trainer.authoring.source.nodes import is_same
from trainer.scenario.files.tables import Dialogue, Effects, Named, OneOrMore, Ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data


class What(StrEnum):
    """How something differs."""

    FIELD = "field"
    CAME = "came"
    WENT = "went"
    ORDER = "order"
    """The same things stand there in another order."""


class Differing(NamedTuple):
    """A field, or a thing: where it stands in each of the files, and what it holds there."""

    what: What
    old_path: Path
    path: Path
    old: Data
    new: Data


class Walk:
    """Walks two files of one format; they are not changed by that."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self._format = new.format if new.data(("format",)) is not None else old.format

    def at(self, old: Path | None, new: Path | None) -> Iterator[Differing]:
        """Give what differs at a place, which may be there in only one of the two."""
        before = None if old is None else self.old.data(old)
        after = None if new is None else self.new.data(new)
        yield from self._values(old or new or (), new or old or (), before, after)

    def of_order(self, path: Path, old: list[str], new: list[str]) -> Iterator[Differing]:
        """Give whether names that are in both stand in another order."""
        before = [name for name in old if name in set(new)]
        after = [name for name in new if name in set(old)]
        if before != after:
            yield Differing(What.ORDER, path, path, before, after)

    def _values(self, at: Path, to: Path, old: Data, new: Data) -> Iterator[Differing]:
        if old is None or new is None:
            yield from self._one_side(at, to, old, new)
        elif is_same(old, new):
            yield from self._order(to, old, new)
        elif isinstance(old, dict) and isinstance(new, dict) and not self._is_field(to):
            yield from self._mappings(at, to, old, new)
        elif self._has_things(to, old, new):
            yield from self._lists(at, to, old, new)
        else:
            yield Differing(What.FIELD, at, to, old, new)

    def _one_side(self, at: Path, to: Path, old: Data, new: Data) -> Iterator[Differing]:
        if old is None and new is None:
            return
        there = old if new is None else new
        if self._is_thing(to):
            what = What.WENT if new is None else What.CAME
            yield Differing(what, at, to, old, new)
        elif isinstance(there, dict) and there and not self._is_field(to):
            for key, value in there.items():
                gone = new is None
                inner = (value, None) if gone else (None, value)
                yield from self._one_side((*at, key), (*to, key), *inner)
        elif isinstance(there, list) and there and self._has_things(to, there, there):
            for place, value in enumerate(there):
                inner = (value, None) if new is None else (None, value)
                yield from self._one_side((*at, place), (*to, place), *inner)
        else:
            yield Differing(What.FIELD, at, to, old, new)

    def _mappings(
        self, at: Path, to: Path, old: dict[str, Data], new: dict[str, Data]
    ) -> Iterator[Differing]:
        yield from self._order(to, old, new)
        for key in {**new, **old}:
            yield from self._values((*at, key), (*to, key), old.get(key), new.get(key))

    def _lists(self, at: Path, to: Path, old: list[Data], new: list[Data]) -> Iterator[Differing]:
        found = pairs(old, new)
        if not in_order(found):
            yield Differing(What.ORDER, at, to, old, new)
        for here, there in found:
            if here is None:
                assert there is not None
                yield from self._one_side(at, (*to, there), None, new[there])
            elif there is None:
                yield from self._one_side((*at, here), (*to, here), old[here], None)
            else:
                yield from self._values((*at, here), (*to, there), old[here], new[there])

    def _order(self, to: Path, old: Data, new: Data) -> Iterator[Differing]:
        """Give whether things with names of their own stand in another order."""
        named = isinstance(formats.type_at(self._format, to), Named)
        if named and isinstance(old, dict) and isinstance(new, dict):
            yield from self.of_order(to, list(old), list(new))

    def _is_field(self, path: Path) -> bool:
        """Whether the form shows what stands there as one, though it is made of several."""
        kind = formats.type_at(self._format, path)
        return isinstance(kind, Effects | Ways | Dialogue | OneOrMore)

    def _has_things(self, path: Path, old: Data, new: Data) -> bool:
        if not isinstance(old, list) or not isinstance(new, list) or self._is_field(path):
            return False
        return all(isinstance(one, dict) for one in (*old, *new))

    def _is_thing(self, path: Path) -> bool:
        """Whether it is one of several things that have each a name, or a number."""
        kind = formats.type_at(self._format, path[:-1])
        return isinstance(path[-1], int) or isinstance(kind, Named)
