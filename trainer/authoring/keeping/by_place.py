"""Puts one piece together place by place, where both sides have changed it.

A place is what the form shows as one: a field, or a choice as a whole. What only one side has
changed there is taken from that side; where both have, somebody is asked about that place alone.
It is written into the lines of this side, so that comments and quoting stay. Whenever that is not
certain to lose nothing, there is no answer, and the piece is asked about as a whole.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path as File
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring import formats
from trainer.authoring.document import CannotChangeError, Document
from trainer.authoring.keeping.lines import merged_entries, merged_lines
from trainer.authoring.source.comments import of_parts
from trainer.authoring.source.nodes import is_same
from trainer.scenario.files.tables import ListOf, OneOrMore

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data

Key = tuple[str, ...]

_NO_FILE: Final = File("piece.yaml")


class Put(NamedTuple):
    """What becomes of one place: this data stands there; None: nothing does.

    ``behind`` is the entry of a list that a new one comes behind, empty for the first.
    """

    key: Key
    data: Data
    behind: str = ""


class Together(NamedTuple):
    """A piece that was put together: its lines, and the places to ask about."""

    text: str
    clashes: tuple[Key, ...]


def is_asked(key: Key, asked: Collection[Key]) -> bool:
    """Whether somebody was asked about something, or a place in it."""
    return any(one[: len(key)] == key for one in asked)


def resolved(data: Data, steps: Sequence[str]) -> Path | None:
    """Give the path to a place, whose entries of lists go by their ids; None if there is none."""
    path: list[str | int] = []
    for step in steps:
        if isinstance(data, list):
            ids = _ids(data) or []
            if step not in ids:
                return None
            path.append(ids.index(step))
        elif isinstance(data, dict) and step in data:
            path.append(step)
        else:
            return None
        data = data[path[-1]]
    return tuple(path)


def together(
    key: Key,
    lead: str,
    sides: tuple[str, str, str],
    taken: Mapping[Key, bool],
    asked: Collection[Key],
) -> Together | None:
    """Put a piece together place by place.

    Args:
        key: which piece it is.
        lead: lines that have to stand before it, so that it can be read by itself.
        sides: as it was, as it is here, and as somebody else has written it.
        taken: what was decided: by place, whether theirs is taken.
        asked: places about which somebody was asked before.

    """
    files = [Document(_NO_FILE, lead + one) for one in sides]
    if not all(one.settle() for one in files):
        return None
    comments = [_comments(one) for one in files]
    if comments[2] - comments[0] - comments[1]:
        return None
    base, ours, theirs = (one.data(key) for one in files)
    joining = _Joining(files[1].format, taken, asked)
    if any(one is None for one in (base, ours, theirs)) or not joining.join(
        key, base, ours, theirs
    ):
        return None
    if not joining.puts and not joining.clashes and not joining.kept:
        return None  # It is only written otherwise.
    text = _written(files[1], key, ours, joining.puts)
    if text is None or (comments[1] - comments[0]) - _comments(files[1]):
        return None
    return Together(text[len(lead) :], tuple(joining.clashes))


class _Joining:
    """Goes through three sides of one piece, and collects what is to be written and asked."""

    def __init__(self, format_name: str, taken: Mapping[Key, bool], asked: Collection[Key]) -> None:
        self._format, self._taken, self._asked = format_name, taken, asked
        self.puts: list[Put] = []
        self.clashes: list[Key] = []
        self.kept = False
        """Whether this side was chosen somewhere."""
        self._behind: dict[Key, str] = {}
        """By entry of a list, which one it comes behind on the other side."""

    def join(self, key: Key, base: Data, ours: Data, theirs: Data) -> bool:
        """Join what stands at a place; False if that cannot be done place by place."""
        if is_same(ours, theirs):
            return True
        inside = is_asked(key, self._asked)
        if key in self._asked:
            return self._ask(key, theirs)
        if is_same(base, theirs) and not inside:
            return True
        if is_same(base, ours) and not inside:
            return self._take(key, theirs)
        if all(isinstance(one, dict) for one in (base, ours, theirs)):
            return self._mappings(key, base, ours, theirs)
        if all(isinstance(one, list) for one in (base, ours, theirs)):
            return self._lists(key, base, ours, theirs)
        if all(isinstance(one, str) for one in (base, ours, theirs)):
            lines = merged_lines(base, ours, theirs) if "\n" in base.strip() else None
            if lines is not None:
                return self._take(key, lines)
        return self._ask(key, theirs)

    def _take(self, key: Key, data: Data) -> bool:
        self.puts.append(Put(key, data, self._behind.get(key, "")))
        return True

    def _ask(self, key: Key, theirs: Data) -> bool:
        taken = self._taken.get(key)
        if taken is None:
            self.clashes.append(key)
        elif taken:
            self._take(key, theirs)
        else:
            self.kept = True
        return True

    def _mappings(
        self, key: Key, base: dict[str, Data], ours: dict[str, Data], theirs: dict[str, Data]
    ) -> bool:
        if not _in_order(list(base), list(theirs)):
            return False
        if self._excludes(key, base, ours, theirs):
            return self._ask(key, theirs)
        return all(
            self.join((*key, name), base.get(name), ours.get(name), theirs.get(name))
            for name in {**base, **ours, **theirs}
        )

    def _excludes(
        self, key: Key, base: dict[str, Data], ours: dict[str, Data], theirs: dict[str, Data]
    ) -> bool:
        """Whether both have touched keys of which only one may stand there, and not alike."""
        shape = formats.shape_at(self._format, _as_type(self._format, key))
        names = () if shape is None else shape.one_of
        sides = [{name: one[name] for name in names if name in one} for one in (base, ours, theirs)]
        if sides[0].keys() == sides[1].keys() == sides[2].keys():
            return False
        return not is_same(sides[0], sides[1]) and not is_same(sides[0], sides[2])

    def _lists(self, key: Key, base: list[Data], ours: list[Data], theirs: list[Data]) -> bool:
        ids = [_ids(one) for one in (base, ours, theirs)]
        before, here, there = ids
        if before is None or here is None or there is None:
            written = [[_dumped(entry) for entry in one] for one in (base, ours, theirs)]
            entries = merged_entries(*written)
            if entries is None or is_asked(key, self._asked):
                return self._ask(key, theirs)
            return self._take(key, [json.loads(one) for one in entries])
        if not _in_order(before, there):
            return self._ask(key, theirs)
        sides = [dict(zip(names, one, strict=True)) for names, one in zip(
            (before, here, there), (base, ours, theirs), strict=True)]  # fmt: skip
        self._behind |= {
            (*key, name): last for last, name in zip(["", *there], there, strict=False)
        }
        gone = [name for name in before if name not in there]
        return all(
            self.join((*key, name), *(one.get(name) for one in sides)) for name in (*there, *gone)
        )


def _written(document: Document, key: Key, ours: Data, puts: Sequence[Put]) -> str | None:
    """Write it all into the lines of this side; None if something else would stand there then."""
    wanted = json.loads(json.dumps(ours))
    for put in puts:
        try:
            _put(document, key, put)
            wanted = _put_data(wanted, put.key[len(key) :], put)
        except (CannotChangeError, KeyError, IndexError, ValueError, TypeError):
            return None
    sound = document.settle() and is_same(document.data(key), wanted)
    return document.text if sound else None


def _put(document: Document, key: Key, put: Put) -> None:
    steps = put.key[len(key) :]
    path = resolved(document.data(key), steps)
    if path is None:
        holder = resolved(document.data(key), steps[:-1])
        if holder is None:
            raise CannotChangeError(put.key)
        there = document.data((*key, *holder))
        if isinstance(there, list):
            at = _behind(there, put.behind)
            document.apply(document.insert((*key, *holder, at), put.data))
            return
        path = (*holder, steps[-1])
    document.apply(document.put((*key, *path), put.data))


def _put_data(data: Data, steps: Sequence[str], put: Put) -> Data:
    """Do the same to plain data; give what it is then."""
    if not steps:
        return put.data
    holder = data
    for step in resolved(data, steps[:-1]) or ():
        holder = holder[step]
    if isinstance(holder, list):
        ids = _ids(holder) or []
        if steps[-1] not in ids:
            holder.insert(_behind(holder, put.behind), put.data)
        elif put.data is None:
            del holder[ids.index(steps[-1])]
        else:
            holder[ids.index(steps[-1])] = put.data
    elif put.data is None:
        del holder[steps[-1]]
    else:
        holder[steps[-1]] = put.data
    return data


def _behind(there: list[Data], name: str) -> int:
    ids = _ids(there) or []
    return ids.index(name) + 1 if name in ids else 0


def _ids(entries: Sequence[Data]) -> list[str] | None:
    """Give the names of entries that all have one of their own; None if they do not."""
    ids = [one.get("id") if isinstance(one, dict) else None for one in entries]
    named = [one for one in ids if isinstance(one, str) and one]
    return named if len(set(named)) == len(entries) else None


def _as_type(format_name: str, key: Key) -> Path:
    """Give a path at which the same sort of thing stands; any entry of a list is its first."""
    path: list[str | int] = []
    for step in key:
        kind = formats.type_at(format_name, tuple(path))
        path.append(0 if isinstance(kind, ListOf | OneOrMore) else step)
    return tuple(path)


def _in_order(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether what is in both stands in the same order."""
    return [one for one in before if one in after] == [one for one in after if one in before]


def _comments(document: Document) -> Counter[str]:
    return Counter(of_parts(document.text, document.parts))


def _dumped(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False)
