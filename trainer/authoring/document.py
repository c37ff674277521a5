"""A file that is being written: its text, and what stands in it, which never disagree.

The text is the only truth. Every change is splices of it; what stands in it is read again from
the lines that a splice has touched. Who changes a form has :meth:`put` work out the splices. While
the text is no YAML (somebody is typing), :attr:`broken` says why, and what stood in it last can
still be looked at, not changed.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from trainer.authoring import formats
from trainer.authoring.arrangement import Arrangement
from trainer.authoring.source import parts as splitting
from trainer.authoring.source.around import entry_span, line_end
from trainer.authoring.source.changing import CannotChangeError as CannotChangeError
from trainer.authoring.source.changing import insert, put, rename
from trainer.authoring.source.index import Index
from trainer.authoring.source.inserting import place_for
from trainer.authoring.source.lines import Lines
from trainer.authoring.source.nodes import (
    Data,
    Mapping,
    Node,
    Scalar,
    child,
    plain,
    steps_to,
)
from trainer.authoring.source.parts import SPLIT, Part, UnreadableError, read, read_again
from trainer.authoring.source.splices import Splice, all_spliced, all_undoing, between, in_turn
from trainer.authoring.source.writing import entry_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path as File

    from trainer.authoring.source.lines import Path
    from trainer.scenario.problems import Problem

AT_ONCE: Final = 120_000
"""Characters up to which a text is read as a whole at once, which takes some 12 ms."""

_ONE_BY_ONE: Final = 8
"""Splices after each of which the touched lines are read; after more, the text is, once."""


class Document:
    """A file that is being written.

    Attributes:
        path: where it lies; it need not be there yet.
        text: all of it, as it stands in the file, line ends included.
        version: grows with every change.
        broken: why the text cannot be read; None if it can, or if that is not known yet.
        stale: whether the text must be read as a whole before anything is asked; who is in no
            hurry has :func:`parts.read` do it elsewhere, and hands it to :meth:`adopt`.
        saved: the text as it stands in the file.
        arrangement: how it lies on the map, which is no part of the text.
        saved_arrangement: how it lies there as it was last saved.
        fixed: whether it is only looked at: no step changes it.
        meant: by path, what somebody typed for a name that is led to, and not there yet.
        gone: by path, what people and scenes were called that somebody has taken out of it.

    """

    def __init__(self, path: File, text: str) -> None:
        self.path = path
        self.text = text
        self.version = 0
        self._index = Index([])
        self._lines_before: tuple[int, bool, list[int]] = (-1, True, [])
        self.broken: Problem | None = None
        self.stale = True
        self.saved = text
        self.arrangement = self.saved_arrangement = Arrangement()
        self.fixed = False
        self.gone: dict[Path, str] = {}
        self.meant: dict[Path, str] = {}

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.text != self.saved or self.arrangement != self.saved_arrangement

    @property
    def waits(self) -> bool:
        """Whether the text is to be read as a whole, and is so long that this takes a while."""
        return self.stale and len(self.text) > AT_ONCE

    # Reading

    @property
    def parts(self) -> list[Part]:
        """What was read of it, in order; of the text as it was last readable."""
        return self._index.parts

    def settle(self) -> bool:
        """Read the text as a whole if that is still to be done; tell whether it is readable."""
        if self.stale:
            try:
                self.adopt(self.version, read(self.text))
            except UnreadableError as wrong:
                self.adopt(self.version, wrong.problem)
        return self.broken is None

    def adopt(self, version: int, found: list[Part] | Problem) -> bool:
        """Take what reading the whole text has found, unless the text has changed since."""
        if version != self.version:
            return False
        self.stale = False
        if isinstance(found, list):
            self.broken = None
            self._index = Index(found)
        else:
            self.broken = found
        return True

    @property
    def format(self) -> str:
        """Name of its format; a file that names none counts as a scenario."""
        written = self.data(("format",))
        known = isinstance(written, str) and written in formats.TABLES
        return written if known else formats.SCENARIO

    @property
    def is_scenario(self) -> bool:
        """Whether it is a scenario; files of the other formats have no scenes."""
        return self.format == formats.SCENARIO

    def data(self, path: Path = ()) -> Data:
        """Give what stands at a place, as it was last readable; None if nothing does."""
        if not path:
            return {name: self.data((name,)) for name in self._index.top()}
        if path == (SPLIT,) and self._is_split():
            return {name: self.data((SPLIT, name)) for name in self.scenes()}
        found = self.find(path)
        return None if found is None else plain(found[1])

    def scenes(self) -> dict[str, Part]:
        """Give the parts of scenes by name, in order; of two of one name the first."""
        return self._index.scenes()

    def find(self, path: Path) -> tuple[Part, Node] | None:
        """Give what stands at a path, and the part that it is in; None if nothing does."""
        part, rest = self._part_of(path)
        node: Node | None = None if part is None else part.root
        for step in rest:
            node = None if node is None else child(node, step)
        return None if part is None or node is None else (part, node)

    def span(self, path: Path) -> tuple[int, int] | None:
        """Give where in the text the value at a path starts and ends; None if nothing is there."""
        found = self.find(path)
        if found is None:
            return None
        part, node = found
        return part.start + node.start, part.start + node.end

    def key(self, path: Path) -> tuple[Part | None, Scalar | None]:
        """Give the key that a path ends in, and the part that it is in."""
        part, rest = self._part_of(path)
        holder: Node | None = None if part is None else part.root
        for step in rest[:-1]:
            holder = None if holder is None else child(holder, step)
        place = holder.place(str(rest[-1])) if rest and isinstance(holder, Mapping) else None
        if place is None or not isinstance(holder, Mapping):
            return part, None
        key = holder.keys[place]
        return part, key if isinstance(key, Scalar) else None

    def key_span(self, path: Path) -> tuple[int, int] | None:
        """Give where in the text the key stands that a path ends in."""
        part, key = self.key(path)
        if part is None or key is None:
            return None
        return part.start + key.start, part.start + key.end

    def path_at(self, offset: int) -> Path:
        """Give the path of the innermost thing at a character of the text."""
        at = self._index.place(offset)
        if at < 0 or self.parts[at].root is None:
            return ()
        part = self.parts[at]
        lead: Path = (SPLIT,) if part.scene else ()
        return (*lead, *steps_to(part.root, offset - part.start))

    def lines_before(self) -> list[int]:
        """Give how many lines of the text come before each part."""
        if self._lines_before[:2] != (self.version, self.stale):
            counts = [part.breaks(self.text) for part in self.parts]
            lines = [0, *accumulate(counts)][: len(self.parts)]
            self._lines_before = (self.version, self.stale, lines)
        return self._lines_before[2]

    def lines_to(self, part: Part) -> int:
        """Give how many lines of the text come before one of its parts."""
        return self.lines_before()[self._index.place(part.start)]

    def _part_of(self, path: Path) -> tuple[Part | None, Path]:
        """Give the part in which a path goes on, and how it goes on there."""
        if not path:
            return None, ()
        if len(path) > 1 and path[0] == SPLIT and self._is_split():
            return self.scenes().get(str(path[1])), path[1:]
        return self._index.top().get(str(path[0])), path

    def _only_part(self) -> Part | None:
        """Give the part that is the whole file, if that could not be taken apart."""
        root = self.parts[0].root if len(self.parts) == 1 else None
        whole = isinstance(root, Mapping) and (root.flow or len(root.keys) > 1)
        return self.parts[0] if whole else None

    def _is_split(self) -> bool:
        return bool(self.scenes())

    # Changing

    def apply(self, splices: Sequence[Splice]) -> tuple[Splice, ...]:
        """Make splices that all count in the text as it is now, whatever comes of them.

        They may not overlap. Gives those that take them back, which count in the text after.
        """
        ordered = in_turn(splices)
        back = all_undoing(self.text, ordered)
        if len(ordered) > _ONE_BY_ONE:
            self.text = all_spliced(self.text, ordered)
            self.version += 1
            self._whole_anew()
            return back
        for splice in ordered:
            self.text = all_spliced(self.text, (splice,))
            self.version += 1
            if self.stale or self.broken is not None or not self._read_touched(splice):
                self._whole_anew()
        return back

    def put(self, path: Path, data: Data) -> list[Splice]:
        """Work out what lets ``data`` stand at a place; None takes it away. Changes nothing.

        What stands there already changes as little as can be.

        Raises:
            CannotChangeError: what ought to hold it is not there, or the text is broken.

        """
        self._need_sound()
        part, rest = self._part_of(path)
        if part is None and len(path) == 1:
            part = self._only_part()
        if path == (SPLIT,) and self._is_split() and data is not None:
            raise CannotChangeError(path)  # Scenes are put one by one.
        if part is not None and len(rest) == 1 and data is None and part.name is not None:
            return self._without_part(part)
        if part is not None:
            return self._changed(part, put(self._lines(part), rest, data))
        if data is None or len(path) != 1 + self._in_scenes(path):
            raise CannotChangeError(path)
        return self._new_part(path, data)

    def insert(self, path: Path, data: Data) -> list[Splice]:
        """Work out what puts an entry into a list before the one at ``path``, or at its end.

        A list that is not there yet is made.

        Raises:
            CannotChangeError: there can be no such list, or the text is broken.

        """
        self._need_sound()
        if not isinstance(self.data(path[:-1]), list):
            return self.put(path[:-1], [data])
        if not self.data(path[:-1]):
            return self.put(path[:-1], [data])
        part, rest = self._part_of(path)
        if part is None:
            raise CannotChangeError(path)
        return self._changed(part, insert(self._lines(part), rest, data))

    def rename(self, path: Path, name: str) -> list[Splice]:
        """Work out what gives a key another name, in its place.

        Raises:
            CannotChangeError: it is not there, the other one is, or the text is broken.

        """
        self._need_sound()
        part, rest = self._part_of(path)
        taken = len(rest) == 1 and self.data((*path[:-1], name)) is not None
        if part is None or part.heads or taken:
            raise CannotChangeError(path)
        return self._changed(part, rename(self._lines(part), rest, name))

    def _need_sound(self) -> None:
        if not self.settle():
            raise CannotChangeError(())

    def _in_scenes(self, path: Path) -> bool:
        return len(path) == 2 and path[0] == SPLIT and self._is_split()

    def _lines(self, part: Part) -> Lines:
        lead: Path = (SPLIT,) if part.scene else ()
        written = splitting.without_marker(self.text[part.start : part.end])
        name = self.format

        def reread(text: str) -> Node | None:
            try:
                found = read(text) if part.name is None else read_again(text, part)
            except UnreadableError:
                return None
            return found[0].root if found is not None and len(found) == 1 else None

        assert part.root is not None
        return Lines(
            written, part.root, reread, lambda path: formats.order_at(name, (*lead, *path))
        )

    def _changed(self, part: Part, made: Lines) -> list[Splice]:
        old = splitting.without_marker(self.text[part.start : part.end])
        change = between(old, self._with_own_breaks(made.text), part.start)
        return [] if change is None else [change]

    def _with_own_breaks(self, text: str) -> str:
        first = self.text.find("\n")
        if first < 1 or self.text[first - 1] != "\r":
            return text
        return text.replace("\r\n", "\n").replace("\n", "\r\n")

    def _without_part(self, part: Part) -> list[Splice]:
        """Take a key on top, or a scene, with its lines; above no scene stands ``{}``."""
        assert isinstance(part.root, Mapping)
        first, last = part.start + part.root.keys[0].start, part.start + part.root.values[0].end
        if part.heads:
            last = max(one.end for one in self.parts if one.scene)
        found = [Splice(*entry_span(self.text, first, last), "")]
        if part.scene and len(self.scenes()) == 1:
            head = self._index.top()[SPLIT]
            assert isinstance(head.root, Mapping)
            colon = self.text.index(":", head.start + head.root.keys[0].end) + 1
            found.append(Splice(colon, colon, " {}"))
        return found

    def _new_part(self, path: Path, data: Data) -> list[Splice]:
        """Write a key on top, or a scene, that is not there yet, where it belongs."""
        name = str(path[-1])
        scene = len(path) == 2
        there = [one for one in self.parts if one.root is not None and one.scene == scene]
        if not there:
            indent, at = "", len(self.text)
        else:
            indent = " " * there[0].column
            order = formats.order_at(self.format, path[:-1])
            place = place_for(name, [one.name or "" for one in there], order)
            at = self._behind(there[place - 1]) if place else there[0].start
        lines = "\n".join(entry_lines(name, data, indent))
        lead = "\n" if at and self.text[at - 1] != "\n" else ""
        return [Splice(at, at, self._with_own_breaks(f"{lead}{lines}\n"))]

    def _behind(self, part: Part) -> int:
        """Give where the line after a part's last one with content starts, or the text ends."""
        last = part
        if part.heads or (not part.scene and part.name == SPLIT):
            last = next((one for one in reversed(self.parts) if one.scene), part)
        root = last.root
        assert isinstance(root, Mapping)
        end = line_end(self.text, last.start + root.values[-1].end)
        found = self.text.find("\n", end)
        return len(self.text) if found < 0 else found + 1

    # Reading again what was touched

    def _read_touched(self, splice: Splice) -> bool:
        """Read the parts again that a splice has touched; tell whether that was enough."""
        first, last = self._index.touched(splice)
        touched = self.parts[first : last + 1]
        if not touched or any(one.heads or one.scene != touched[0].scene for one in touched):
            return False
        start, end = touched[0].start, touched[-1].end + splice.grows
        found = read_again(self.text[start:end], touched[0])
        if found is None or (last + 1 < len(self.parts) and self.text[end - 1 : end] != "\n"):
            return False
        for one in found:
            one.start += start
        self._index.exchange(first, touched, found, splice.grows)
        return True

    def _whole_anew(self) -> None:
        self.stale = True
        if not self.waits:
            self.settle()
