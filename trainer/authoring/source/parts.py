"""A text in parts: its keys on top, and each scene by itself, so that a change reads one anew.

A part begins with the line of its key and ends before the line of the next one; what is between
(blank lines, comments) belongs to the one before. Where keys and scenes stand in lines of their
own, a part that can be read by itself, from the column that it had, says the same as in its
file: nothing reaches from one into another. Where they do not (braces on top, ``? key``), the
file is one part.
"""

from __future__ import annotations

import itertools
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.authoring.source.around import breaks, line_end
from trainer.authoring.source.nodes import DEEPEST, Mapping, Node, Scalar, Sequence
from trainer.authoring.source.tails import KEPT_OF, tails
from trainer.scenario.files.not_yaml import explain, merged_in
from trainer.scenario.files.source import BAD, bad_characters, events
from trainer.scenario.model import Mark
from trainer.scenario.problems import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as Mapping_

    from trainer.authoring.source.lines import Path

SPLIT: Final = "scenes"
"""The key whose entries are parts of their own."""

_DOCUMENT: Final = re.compile(r"^(---|\.\.\.|%)", re.MULTILINE)
"""Lines that concern the whole file, wherever they stand."""


_NO_TAILS: Final[Mapping_[Path, str]] = MappingProxyType({})


class UnreadableError(Exception):
    """A text is not YAML; ``problem`` says why."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.problem = found


class Part:
    """Some lines of a text, and what stands in them.

    Attributes:
        start: where it starts in the whole text.
        size: how many characters it has.
        scene: whether it is an entry of :data:`SPLIT` rather than of the file.
        column: at which its key stands.
        root: its mapping; of one key, unless the part is the whole file. None for what stands
            before the first key.
        tails: by path, comments at the ends of the lines of its scene, or of memory's names.
        memo: what others have worked out of its lines, each by a key of its own: as long as
            there is the part, they stay as they are, wherever they move.

    """

    __slots__ = (
        "_breaks", "_name", "column", "memo", "root", "scene", "size", "start", "tails",
    )  # fmt: skip

    def __init__(self, start: int, column: int, root: Node | None, *, scene: bool = False) -> None:
        self.start = start
        self.size = 0
        self.column = column
        self.scene = scene
        self.root = root
        self.tails: Mapping_[Path, str] = _NO_TAILS
        self.memo: dict[object, object] = {}
        self._name: str | None = ""
        self._breaks = -1

    @property
    def name(self) -> str | None:
        """Its key, if it has just one; to be asked for once it has been read."""
        if self._name == "":
            self._name = _only_key(self.root)
        return self._name

    @property
    def end(self) -> int:
        """Where it ends in the whole text."""
        return self.start + self.size

    def breaks(self, text: str) -> int:
        """Count its line breaks; ``text`` is the whole one."""
        if self._breaks < 0:
            self._breaks = breaks(text, self.start, self.end)
        return self._breaks

    @property
    def heads(self) -> bool:
        """Whether it is the key above parts of their own."""
        if self.scene or self.name != SPLIT or not isinstance(self.root, Mapping):
            return False
        value = self.root.values[0]
        return isinstance(value, Mapping) and not value.flow and not value.keys


def _only_key(root: Node | None) -> str | None:
    if isinstance(root, Mapping) and len(root.keys) == 1 and isinstance(root.keys[0], Scalar):
        return root.keys[0].value
    return None


def read(text: str) -> list[Part]:
    """Read a whole text into its parts, which follow on each other without a gap.

    Raises:
        UnreadableError: it is not YAML.

    """
    parts = _Reader(text, split=True).parts()
    # Nothing on top, a scalar or a list on top: one part, so that there is always one.
    return parts or [_sized(Part(0, 0, None), len(text))]


def read_whole(text: str) -> Node | None:
    """Read a whole text as one thing, with places that count from its start; None if it is empty.

    Raises:
        UnreadableError: it is not YAML.

    """
    return _Reader(text, split=False).whole()


def read_again(snippet: str, part: Part) -> list[Part] | None:
    """Read the text of some lines, which stood where ``part`` is.

    Returns:
        The parts that they are now; None if they cannot be read by themselves, or might reach
        further.

    """
    if part.root is None or _DOCUMENT.search(snippet):
        return None
    try:
        parts = _Reader(snippet, split=not part.scene, scene=part.scene).parts()
    except UnreadableError:
        return None
    if not parts or parts[0].root is None:
        return None  # It starts with what belongs to the part before.
    if any(one.column != part.column and one.scene == part.scene for one in parts):
        return None
    if any(one.name is None for one in parts) and part.name is not None:
        return None
    return parts


def without_marker(snippet: str) -> str:
    """Give lines without the ``...`` that ends the file, and what follows it."""
    found = _DOCUMENT.search(snippet)
    return snippet if found is None else snippet[: found.start()]


def _sized(part: Part, size: int) -> Part:
    part.size = size
    return part


class _Reader:
    """Builds nodes from events; places count from the start of the part that is being read."""

    def __init__(self, text: str, *, split: bool, scene: bool = False) -> None:
        self.text = text
        self.split = split
        self.scene = scene
        self.base = 0
        self.found: list[Part] = []

    def parts(self) -> list[Part]:
        """Read the text."""
        import yaml

        self._refuse_what_is_no_text()
        try:
            root = self._root(events(self.text))
            if root is not None and (not isinstance(root, Mapping) or not self._can_split(root)):
                self.base, self.found = 0, []
                root = self._root(events(self.text), whole=True)
                return [self._whole(root)] if root is not None else []
        except yaml.YAMLError as wrong:
            raise UnreadableError(explain(self.text, wrong)) from wrong
        if root is None:
            return []
        return self._closed()

    def whole(self) -> Node | None:
        """Read the text as one thing."""
        import yaml

        self._refuse_what_is_no_text()
        try:
            return self._root(events(self.text), whole=True)
        except yaml.YAMLError as wrong:
            raise UnreadableError(explain(self.text, wrong)) from wrong

    def _refuse_what_is_no_text(self) -> None:
        if BAD.search(self.text):
            raise UnreadableError(bad_characters(self.text)[0])
        merged = merged_in(self.text)
        if merged is not None:
            raise UnreadableError(merged)

    def _whole(self, root: Node) -> Part:
        part = _sized(Part(0, 0, root, scene=self.scene), len(self.text))
        part.tails = tails(self.text, root, scene=self.scene)
        return part

    def _can_split(self, root: Mapping) -> bool:
        return not root.flow and all(self._begins_line(one) for one in self.found)

    def _begins_line(self, part: Part) -> bool:
        before = self.text[part.start : part.start + part.column]
        return part.name is not None and not before.strip(" ")

    def _closed(self) -> list[Part]:
        """Let each part reach to the next one; what stands before the first is one too."""
        parts = self.found
        if parts and parts[0].start > 0:
            parts.insert(0, Part(0, 0, None))
        for one, following in itertools.pairwise(parts):
            one.size = following.start - one.start
        if parts:
            parts[-1].size = len(self.text) - parts[-1].start
        for one in parts:
            if one.scene or one.name in KEPT_OF:
                one.tails = self._tails(one)
        return parts

    def _tails(self, part: Part) -> Mapping_[Path, str]:
        """Give the comments of a part; of a scene only its first line is looked at."""
        line = part.start + part.column
        end = line_end(self.text, line) if part.scene else part.end
        if self.text.find("#", line, end) < 0:
            return _NO_TAILS
        return tails(self.text[part.start : part.end], part.root, scene=part.scene)

    def _root(self, stream: Iterable[Any], *, whole: bool = False) -> Node | None:
        from yaml import events as kinds

        ends = (kinds.MappingEndEvent, kinds.SequenceEndEvent)
        nodes: list[Node] = []
        root: Node | None = None
        for event in stream:
            kind = type(event)
            if kind is kinds.DocumentStartEvent and root is not None:
                raise UnreadableError(problem("several-documents", _mark(event)))
            if kind in ends:
                _end(nodes.pop(), event.end_mark.index - self.base)
                continue
            if kind is kinds.ScalarEvent:
                self._cut(nodes, event, whole)
                made: Node = self._scalar(event)
            elif kind is kinds.MappingStartEvent:
                made = Mapping(event.start_mark.index - self.base, bool(event.flow_style))
            elif kind is kinds.SequenceStartEvent:
                made = Sequence(event.start_mark.index - self.base, bool(event.flow_style))
            elif kind is kinds.AliasEvent:
                made = Scalar(*self._span(event), "", "*")
            else:
                continue
            if nodes:
                _put(nodes[-1], made)
            else:
                root = made
            if not isinstance(made, Scalar):
                nodes.append(made)
                if len(nodes) > DEEPEST:
                    raise UnreadableError(problem("too-deep", _mark(event), limit=DEEPEST))
        return root

    def _cut(self, nodes: list[Node], event: Any, whole: bool) -> None:
        """Begin a part, if this is the key of one: its entry goes into a mapping of its own."""
        if whole or not nodes or len(nodes) > 2:
            return
        holder = nodes[-1]
        if not isinstance(holder, Mapping) or holder.flow or len(holder.keys) > len(holder.values):
            return
        scene = self.scene if len(nodes) == 1 else self.split and self._is_split(nodes[0])
        if len(nodes) == 2 and not scene:
            return
        _end(holder, holder.start)
        mark = event.start_mark
        self.base = mark.index - mark.column
        nodes[-1] = root = Mapping(mark.column, False)
        self.found.append(Part(self.base, mark.column, root, scene=scene))

    def _is_split(self, root: Node) -> bool:
        key = root.keys[-1] if isinstance(root, Mapping) and root.keys else None
        return isinstance(key, Scalar) and key.value == SPLIT

    def _scalar(self, event: Any) -> Scalar:
        start, end = self._span(event)
        style = event.style or ""
        if style in ("|", ">"):
            end = self._end_of_block(start, end)
        return Scalar(start, end, event.value, style)

    def _end_of_block(self, start: int, end: int) -> int:
        """Where the last line with content of a block ends; what follows is nobody's."""
        written = self.text[self.base + start : self.base + end]
        header = written.split("\n", 1)[0]
        if "+" in header:
            return end - written.endswith("\n")
        return start + len(written.rstrip(" \t\r\n"))

    def _span(self, event: Any) -> tuple[int, int]:
        return event.start_mark.index - self.base, event.end_mark.index - self.base


def _put(holder: Node, made: Node) -> None:
    if isinstance(holder, Sequence):
        holder.items.append(made)
    elif isinstance(holder, Mapping):
        (holder.values if len(holder.keys) > len(holder.values) else holder.keys).append(made)


def _end(node: Node, end: int) -> None:
    """Set where a list or mapping ends: its bracket, or the end of its last entry."""
    if not isinstance(node, Scalar):
        inner = node.values if isinstance(node, Mapping) else node.items
        node.end = end if node.flow or not inner else inner[-1].end


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


def keys_of(parts: Iterable[Part]) -> Iterator[tuple[Part, Scalar, Node]]:
    """Go through parts with a key and a value."""
    for part in parts:
        if isinstance(part.root, Mapping) and part.root.keys:
            key = part.root.keys[0]
            if isinstance(key, Scalar):
                yield part, key, part.root.values[0]
