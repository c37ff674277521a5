"""Changing what stands in some lines, and nothing else in them.

Each change is first made the way that touches least: a letter in a text where that letter stands,
an entry behind the one before. Then the lines are read again, and if they do not say exactly what
they were to say (odd ways to write YAML are many), a wider way is taken: the whole text anew, then
what it stands in. So no change can come out as another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.source.inserting import insertions, removals, renamings
from trainer.authoring.source.lines import Lines, Path, at_path
from trainer.authoring.source.nodes import Data, Mapping, Sequence, is_same, plain
from trainer.authoring.source.replacing import replacements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class CannotChangeError(Exception):
    """No way of writing gave what was asked for; nothing was changed."""


def put(lines: Lines, path: Path, data: Data) -> Lines:
    """Let ``data`` stand at a place; the last step may be a key that is not there yet.

    Only what differs is written. ``None`` takes the key, or the entry of a list, away.

    Raises:
        CannotChangeError: what ought to hold it is not there, or is no list or mapping.

    """
    if data is None:
        return _made(lines, path, _without(plain(lines.root), path), removals)
    node = at_path(lines.root, path)
    if node is None:
        wanted = _with(plain(lines.root), path, data, insert=False)
        return _made(lines, path, wanted, lambda inner, at: insertions(inner, at, data))
    old = plain(node)
    if is_same(old, data):
        return lines
    if isinstance(node, Mapping) and isinstance(data, dict) and data and old:
        return _put_mapping(lines, path, old, data)
    if isinstance(node, Sequence) and isinstance(data, list) and data and old:
        return _put_list(lines, path, old, data)
    wanted = _with(plain(lines.root), path, data, insert=False)
    return _made(lines, path, wanted, lambda inner, at: replacements(inner, at, data))


def insert(lines: Lines, path: Path, data: Data) -> Lines:
    """Put an entry into a list, before the one that stands at ``path``; or at its end.

    Raises:
        CannotChangeError: there is no such list.

    """
    wanted = _with(plain(lines.root), path, data, insert=True)
    return _made(lines, path, wanted, lambda inner, at: insertions(inner, at, data))


def rename(lines: Lines, path: Path, name: str) -> Lines:
    """Give a key another name, in its place.

    Raises:
        CannotChangeError: the key is not there, or the other one is already.

    """
    holder, old = at_path(lines.root, path[:-1]), path[-1]
    data = plain(holder) if isinstance(holder, Mapping) else {}
    if old not in data or name in data:
        raise CannotChangeError(path)
    renamed = {name if key == old else key: value for key, value in data.items()}
    wanted = _with(plain(lines.root), path[:-1], renamed, insert=False)
    return _made(lines, path, wanted, lambda inner, at: renamings(inner, at, name))


def _put_mapping(lines: Lines, path: Path, old: Data, data: Data) -> Lines:
    for key in [key for key in old if key not in data]:
        lines = put(lines, (*path, key), None)
    for key, value in data.items():
        lines = put(lines, (*path, key), value)
    return lines


def _put_list(lines: Lines, path: Path, old: list[Data], data: list[Data]) -> Lines:
    """Change a list: what is alike at both ends stays, and as many entries as there can."""
    most = min(len(old), len(data))
    first = next((at for at in range(most) if not is_same(old[at], data[at])), most)
    last = next(
        (at for at in range(most - first) if not is_same(old[-1 - at], data[-1 - at])), most - first
    )
    goes, comes = len(old) - first - last, len(data) - first - last
    for at in range(first, first + min(goes, comes)):
        lines = put(lines, (*path, at), data[at])
    for _each in range(goes - comes):
        lines = put(lines, (*path, first + comes), None)
    for at in range(first + goes, first + comes):
        lines = insert(lines, (*path, at), data[at])
    return lines


# Trying ways until one says what was asked for


def _made(
    lines: Lines,
    path: Path,
    wanted: Data,
    ways: Callable[[Lines, Path], Iterator[str]],
) -> Lines:
    for text in ways(lines, path):
        made = _if_it_says(lines, text, wanted)
        if made is not None:
            return made
    for depth in range(len(path) - 1, -1, -1):
        data = _data_at(wanted, path[:depth])
        for text in replacements(lines, path[:depth], data):
            made = _if_it_says(lines, text, wanted)
            if made is not None:
                return made
    raise CannotChangeError(path)


def _if_it_says(lines: Lines, text: str, wanted: Data) -> Lines | None:
    root = lines.reread(text)
    if root is None or not is_same(plain(root), wanted):
        return None
    return lines._replace(text=text, root=root)


def _data_at(data: Data, path: Path) -> Data:
    for step in path:
        data = data[step]
    return data


def _copied(data: Data, path: Path) -> Data:
    """Give a copy of data along a path, sharing the rest."""
    copy = data.copy()
    if path and len(path) > 1:
        copy[path[0]] = _copied(data[path[0]], path[1:])
    return copy


def _with(data: Data, path: Path, value: Data, *, insert: bool) -> Data:
    """Give data with a value at a place.

    Raises:
        CannotChangeError: what ought to hold it is not there.

    """
    if not path:
        return value
    try:
        copy = _copied(data, path)
        holder, last = _data_at(copy, path[:-1]), path[-1]
        if isinstance(holder, list) and isinstance(last, int):
            if insert or last >= len(holder):
                holder.insert(last, value)
            else:
                holder[last] = value
        elif isinstance(holder, dict) and isinstance(last, str):
            holder[last] = value
        else:
            raise CannotChangeError(path)
    except (AttributeError, KeyError, IndexError, TypeError) as wrong:
        raise CannotChangeError(path) from wrong
    return copy


def _without(data: Data, path: Path) -> Data:
    try:
        copy = _copied(data, path)
        del _data_at(copy, path[:-1])[path[-1]]
    except (AttributeError, KeyError, IndexError, TypeError) as wrong:
        raise CannotChangeError(path) from wrong
    return copy
