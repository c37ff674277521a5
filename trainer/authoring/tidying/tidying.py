"""A file's text in the usual order and form, with every comment beside what it is about.

Nothing is said otherwise than before: what comes out is read again and compared, and where
anything differs, the file is not changed at all.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from trainer.authoring import formats
from trainer.authoring.source import writing
from trainer.authoring.source.comments import comments_of
from trainer.authoring.source.nodes import Mapping, Node, Scalar, Sequence, child
from trainer.authoring.source.parts import UnreadableError, read_whole
from trainer.authoring.tidying.entries import OddError, entries_of
from trainer.errors import UpstanderError
from trainer.language import N_, _
from trainer.scenario.files.source import events
from trainer.scenario.problems import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.source.lines import Path
    from trainer.authoring.tidying.entries import Entry

_OWN_KIND: Final = re.compile(r"true|false|null|~|[-+]?\d+|", re.IGNORECASE)
"""Texts that are something else when they stand without quotes."""

_LONGEST: Final = 76
_WIDEST: Final = 100
"""Letters of what is put into one line, and of what was written in one and stays there."""

_SIMPLE: Final = re.compile(r"[\w .'’+-]{1,40}")


def tidied(text: str) -> str:
    """Give the same file as it is usually written; its kind of line ends stays: that of most lines.

    Raises:
        UpstanderError: it is no YAML, or written in a way that could lose something.

    """
    plain = text.replace("\r\n", "\n")
    root = _read(plain)
    if root is None:
        return text
    found = _odd_in(plain, root)
    if found is not None:
        raise _refusal(*found)
    assert isinstance(root, Mapping)
    try:
        made = _written(plain, root)
        again = read_whole(made)
        if again is None or not _is_all_there(plain, root, made, again):
            raise _refusal()
    except (OddError, UnreadableError) as wrong:
        raise _refusal() from wrong
    # Where lines end in two ways, in the one that most have.
    return made.replace("\n", "\r\n") if text.count("\r\n") * 2 > text.count("\n") else made


def _read(text: str) -> Node | None:
    try:
        return read_whole(text)
    except UnreadableError as wrong:
        known = {"line": wrong.problem.mark.line, "reason": sentence(wrong.problem)}
        raise UpstanderError(
            _("It cannot be read from line %(line)d on: %(reason)s") % known,
            _("The file is as it was."),
        ) from wrong


_ODD: Final = {
    "name": N_("In line %(line)d something has a name with & or *, and stands for something else."),
    "tag": N_("Line %(line)d has a mark with !, such as !!int."),
    "percent": N_("Line %(line)d begins with %%, which speaks to the program that reads it."),
    "twice": N_("Line %(line)d has a key that was there before."),
    "key": N_("Line %(line)d has a key that is no plain text."),
    "top": N_("In line %(line)d there is no key and no colon, as a file of Upstander begins."),
}


def _refusal(what: str = "", line: int = 0) -> UpstanderError:
    """Say that a file stays as it is; ``what`` is odd in a line, where that is known."""
    return UpstanderError(
        _("It is written in a way that could lose something if it were written anew."),
        _("The file is as it was."),
        _(_ODD[what]) % {"line": line} if what else "",
    )


def _odd_in(text: str, root: Node) -> tuple[str, int] | None:
    """Find what is written so that it cannot be written anew: what it is, and in which line."""
    percent = re.search("^%", text, re.MULTILINE)
    for event in events(text):
        line = event.start_mark.line + 1
        if getattr(event, "anchor", None):
            return "name", line
        if getattr(event, "tag", None):
            return "tag", line
    if percent:
        return "percent", _line_of(text, percent.start())
    if not isinstance(root, Mapping):
        return "top", _line_of(text, root.start)
    return _odd_key_in(text, root)


def _odd_key_in(text: str, node: Node) -> tuple[str, int] | None:
    if isinstance(node, Sequence):
        inside = [*node.items]
    elif isinstance(node, Mapping):
        names = set()
        for key in node.keys:
            if not isinstance(key, Scalar):
                return "key", _line_of(text, key.start)
            if key.value in names:
                return "twice", _line_of(text, key.start)
            names.add(key.value)
        inside = [value for _key, value in node.pairs()]
    else:
        return None
    return next(filter(None, (_odd_key_in(text, one) for one in inside)), None)


def _line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


# Whether it still says the same


def _is_all_there(before: str, old: Node, after: str, new: Node) -> bool:
    comments = Counter(comments_of(before, old)) == Counter(comments_of(after, new))
    return comments and _is_same(old, new)


def _is_same(old: Node, new: Node) -> bool:
    if isinstance(old, Scalar) and isinstance(new, Scalar):
        if _OWN_KIND.fullmatch(old.value) and bool(old.style) is not bool(new.style):
            return False
        return old.value == new.value
    if isinstance(old, Sequence) and isinstance(new, Sequence):
        return len(old.items) == len(new.items) and all(map(_is_same, old.items, new.items))
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return False
    names = [key.value for key in old.keys if isinstance(key, Scalar)]
    others = [key.value for key in new.keys if isinstance(key, Scalar)]
    if len(set(names)) < len(names) or sorted(names) != sorted(others):
        return False
    found = ((child(old, name), child(new, name)) for name in names)
    return all(one and other and _is_same(one, other) for one, other in found)


# Writing


def _written(text: str, root: Mapping) -> str:
    given = child(root, "format")
    known = isinstance(given, Scalar) and given.value in formats.TABLES
    writer = _Writer(text, given.value if known and isinstance(given, Scalar) else formats.SCENARIO)
    every = entries_of(text, root)
    # What stands below all of it stays there, whatever comes last now.
    last = every[-1].foot if every else []
    end, last[:] = [*last], []
    lines = [*writer.entries(every, (), ""), *_above(end, "")]
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines) + "\n"


class _Writer:
    def __init__(self, text: str, format_name: str) -> None:
        self.text = text
        self.format = format_name

    def entries(self, every: list[Entry], path: Path, indent: str) -> Iterator[str]:
        """Give the lines of a mapping's entries, in the usual order."""
        for one in self._in_order(every, path):
            assert one.key is not None
            yield from _above(one.lead, indent)
            name = self._scalar(one.key, indent, flow=True)[0]
            first, *rest = self._value(one, (*path, one.key.value), indent)
            yield _line(f"{indent}{name}:", first, one.tail)
            yield from rest
            yield from _above(one.foot, indent)

    def _in_order(self, every: list[Entry], path: Path) -> list[Entry]:
        order = formats.order_at(self.format, path)
        ranks = {name: rank for rank, name in enumerate(order)}
        other = ranks.get("", len(order))
        return sorted(every, key=lambda one: ranks.get(one.key.value if one.key else "", other))

    def _value(self, one: Entry, path: Path, indent: str) -> list[str]:
        """Give the lines of what an entry holds; the first stands behind its colon or dash."""
        node = one.value
        if isinstance(node, Scalar):
            return self._scalar(node, indent + writing.STEP)
        if not one.is_commented() and self._is_short(one, path):
            return [self._flow(one, path)]
        inner = indent + writing.STEP
        if isinstance(node, Mapping):
            return ["", *self.entries(one.inside, path, inner)]
        return ["", *self._items(one.inside, path, inner)]

    def _items(self, every: list[Entry], path: Path, indent: str) -> Iterator[str]:
        for at, one in enumerate(every):
            node = one.value
            if isinstance(node, Mapping) and node.keys and not self._is_way(one):
                yield from self._item_of_keys(one, (*path, at), indent)
                continue
            if isinstance(node, Sequence) and one.is_commented():
                raise OddError
            yield from _above(one.lead, indent)
            lines = (
                self._scalar(node, indent + writing.STEP)
                if isinstance(node, Scalar)
                else [self._flow(one, (*path, at))]
            )
            yield _line(f"{indent}-", lines[0], one.tail)
            yield from lines[1:]
            yield from _above(one.foot, indent)

    def _item_of_keys(self, one: Entry, path: Path, indent: str) -> Iterator[str]:
        """Give the lines of a mapping that begins behind its dash."""
        inner = indent + writing.STEP
        first = self._in_order(one.inside, path)[0]
        yield from _above([*one.lead, *one.tail, *filter(None, first.lead)], indent)
        first.lead = []
        head, *rest = self.entries(one.inside, path, inner)
        yield f"{indent}- {head.removeprefix(inner)}"
        yield from rest
        yield from _above(one.foot, indent)

    def _is_way(self, one: Entry) -> bool:
        """Whether it is one of the ways that a choice goes, which stand in a line each."""
        keys = {inner.key.value for inner in one.inside if inner.key is not None}
        scalars = all(isinstance(inner.value, Scalar) for inner in one.inside)
        return keys <= {"when", "to"} and scalars and not one.is_commented()

    def _is_short(self, one: Entry, path: Path) -> bool:
        if not one.inside:
            return True
        if path[-1] in writing.SENTENCES:
            return False
        if one.flow:
            # Whoever wrote it in one line finds it there again, as long as it is one.
            scalars = all(isinstance(inner.value, Scalar) for inner in one.inside)
            return scalars and len(self._flow(one, path)) <= _WIDEST
        simple = all(
            isinstance(inner.value, Scalar)
            and _SIMPLE.fullmatch(inner.value.value)
            and writing.is_plain(inner.value.value, flow=True)
            for inner in one.inside
        )
        return simple and len(self._flow(one, path)) <= _LONGEST

    def _flow(self, one: Entry, path: Path) -> str:
        """Give what an entry holds in one line."""
        node = one.value
        if isinstance(node, Scalar):
            return self._scalar(node, "", flow=True)[0]
        if isinstance(node, Sequence):
            items = (self._flow(inner, (*path, at)) for at, inner in enumerate(one.inside))
            return "[" + ", ".join(items) + "]"
        pairs = []
        for inner in self._in_order(one.inside, path):
            assert inner.key is not None
            name = self._scalar(inner.key, "", flow=True)[0]
            held = self._flow(inner, (*path, inner.key.value))
            colon = self.text[inner.key.end :].lstrip().startswith(":")
            # A comma in a text makes a key of what follows it, with nothing behind.
            pairs.append(f"{name}: {held}" if held or colon else name)
        return "{" + ", ".join(pairs) + "}"

    def _scalar(self, node: Scalar, indent: str, *, flow: bool = False) -> list[str]:
        """Give the lines of a text: a block as it is, else without quotes if that is the same."""
        value = node.value
        if node.style in ("|", ">") and not flow:
            return self._block(node, indent)
        if _OWN_KIND.fullmatch(value):
            return [writing.quoted(value) if node.style else value]
        if "\n" in value:
            return [writing.quoted(value)]
        return writing.scalar(value, indent, flow=flow)

    def _block(self, node: Scalar, indent: str) -> list[str]:
        header, *lines = self.text[node.start : node.end].split("\n")
        header = header.split("#")[0].rstrip()
        if any(sign.isdigit() for sign in header):
            return writing.scalar(node.value, indent, style=header[0])
        deep = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
        if lines and not lines[-1]:
            lines.pop()
        return [header, *(f"{indent}{line[deep:]}" if line.strip() else "" for line in lines)]


def _line(head: str, first: str, tail: list[str]) -> str:
    line = f"{head} {first}" if first else head
    return "  ".join([line, *tail])


def _above(lead: list[str], indent: str) -> Iterator[str]:
    before = None
    for one in lead:
        if one or before != "":
            yield f"{indent}{one}" if one else ""
        before = one
