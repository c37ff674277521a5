"""The Markdown that scenarios may use: paragraphs, emphasis, lists, links. Nothing else.

A whitelist: what is not on it stays the letters that it is. The check asks
:func:`unsafe` for what has no business in a text; the story widget draws what
:func:`blocks` gives; terminals and screen readers get :func:`plain`. All of them take
time in proportion to the text, however hostile it is, and none of them recurses.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from trainer.scenario.texts.inline import LINK, Break, Emphasis, Link, Part, Strong, Text, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Block", "Break", "Emphasis", "Item", "Items", "Link", "Paragraph", "Part", "Strong",
    "Text", "Unsafe", "blocks", "has_quotation_marks", "plain", "plain_parts", "unsafe",
]  # fmt: skip

DEEPEST_LEVEL: Final = 5
"""Levels of lists that are told apart, counted from 0."""

_MARKER: Final = re.compile(r"( *)(?:[-*+]|([0-9]{1,9})[.)])(?: +(?=\S)|$)")
_LINE: Final = re.compile(r"[^\n]*(?:\n|\Z)")
_SUSPECT: Final = re.compile(r"\\.|!\[|\[|\]|<", re.DOTALL)
_HTML: Final = re.compile(
    r"<(?:(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,40})[^\s<>]{0,40}>?|!--|![A-Z\[]|\?)"
)
_AUTOLINK: Final = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>")
_MAIL: Final = re.compile(r"<[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}>")
_TARGET: Final = re.compile(r"\(\s{0,9}<?([^()<>\s]{0,60})")
_DEFINITION: Final = re.compile(
    r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*<?((?:[A-Za-z][A-Za-z0-9+.-]*:|[/.#])[^\s>]*)>?"
    r"[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\))?[ \t]*$",
    re.MULTILINE,
)
_SAFE: Final = re.compile(r"(?:https://|mailto:|tel:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``at`` is where it starts in the source."""

    parts: tuple[Part, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list. ``level`` counts from 0; ``number`` is None with a bullet."""

    parts: tuple[Part, ...]
    level: int
    number: int | None
    at: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list, inner lists included: they are told by the level of their items."""

    items: tuple[Item, ...]
    at: int


Block = Paragraph | Items


@dataclass(frozen=True, slots=True)
class Unsafe:
    """Something that no text may hold, ``at`` characters into it, and how it begins."""

    at: int
    kind: Literal["html", "picture", "link"]
    text: str


def unsafe(text: str) -> tuple[Unsafe, ...]:
    """Find HTML, pictures, and links that are not https, mailto or tel, in order."""
    if "<" not in text and "[" not in text:
        return ()
    found: list[Unsafe] = []
    covered = 0  # What stands inside something unsafe is not told again.
    for one, end in sorted(
        [*_unsafe_inline(text), *_definitions(text)], key=lambda each: each[0].at
    ):
        if one.at >= covered:
            found.append(one)
            covered = end
    return tuple(found)


def _definitions(text: str) -> Iterator[tuple[Unsafe, int]]:
    """Addresses of links that stand apart from them."""
    for match in _DEFINITION.finditer(text):
        if not _SAFE.match(match.group(1)):
            at = match.start() + match.group().index("[")
            yield Unsafe(at, "link", match.group(1)[:60]), match.end()


def _unsafe_inline(text: str) -> Iterator[tuple[Unsafe, int]]:
    """What is unsafe, each with the place where it ends."""
    opened: list[tuple[int, bool]] = []
    tags: Counter[str] = Counter()
    for match in _SUSPECT.finditer(text):
        sign, at = match.group(), match.start()
        if sign == "<":
            yield from _angle(text, at, tags)
        elif sign in ("[", "!["):
            opened.append((at, sign == "!["))
        elif sign == "]" and opened:
            start, picture = opened.pop()
            follows = text[at + 1 : at + 2]
            target = _TARGET.match(text, at + 1)
            end = target.end() if target else at
            if picture and follows and follows in "([":
                yield Unsafe(start, "picture", text[start : start + 60]), end
            elif follows == "(" and not LINK.match(text, at + 1):
                yield Unsafe(start, "link", target.group(1) if target else ""), end


def _angle(text: str, at: int, tags: Counter[str]) -> Iterator[tuple[Unsafe, int]]:
    """What a ``<`` starts: a link in angle brackets, HTML, or nothing.

    ``tags`` counts what is open: the end of an element that was told is no second mistake.
    """
    address = _AUTOLINK.match(text, at)
    if address:
        if not _SAFE.match(address.group(), 1):
            yield Unsafe(at, "link", address.group()[1:-1][:60]), address.end()
        return
    html = _HTML.match(text, at)
    if not html or _MAIL.match(text, at):
        return
    name = (html["name"] or "").lower()
    if html["end"] and tags[name]:
        tags[name] -= 1
        return
    if not html["end"]:
        tags[name] += 1
    yield Unsafe(at, "html", html.group()), html.end()


def has_quotation_marks(text: str) -> bool:
    """Tell whether what somebody says begins with a quotation mark, of whatever language."""
    return text.lstrip().startswith(("“", "”", '"', "«", "„", "「", "『"))


def blocks(text: str) -> tuple[Block, ...]:
    """Read a text into paragraphs and lists, with places in the source."""
    made: list[Block] = []
    items: list[Item] = []
    for start, end, marker in _ranges(text):
        if marker is None:
            if items:
                made.append(Items(tuple(items), items[0].at))
                items = []
            made.append(Paragraph(parts(text, start, end), start))
        else:
            level = min(len(marker.group(1)) // 2, DEEPEST_LEVEL)
            number = int(marker.group(2)) if marker.group(2) else None
            items.append(Item(parts(text, start, end), level, number, marker.end(1)))
    if items:
        made.append(Items(tuple(items), items[0].at))
    return tuple(made)


def _ranges(text: str) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """Cut a text into blocks: start, end, and the marker if it is an entry of a list."""
    start: int | None = None
    marker: re.Match[str] | None = None
    last = 0
    for line in _LINE.finditer(text):
        written = line.group().strip()
        found = _MARKER.match(text, line.start(), line.end()) if written else None
        if start is not None and (found or not written):
            yield start, last, marker
            start = None
        if written and start is None:
            marker = found
            indent = len(line.group()) - len(line.group().lstrip())
            start = found.end() if found else line.start() + indent
        last = line.start() + len(line.group().rstrip())
    if start is not None:
        yield start, last, marker


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Give a text without its marks, for terminals and screen readers.

    The titles of a workshop are asked for each time that somebody votes.
    """
    told = []
    for block in blocks(text):
        if isinstance(block, Paragraph):
            told.append(plain_parts(block.parts))
        else:
            told.append("\n".join(_plain_item(item) for item in block.items))
    return "\n\n".join(told)


def _plain_item(item: Item) -> str:
    sign = "•" if item.number is None else f"{item.number}."
    return f"{'  ' * item.level}{sign} {plain_parts(item.parts)}"


def plain_parts(inside: tuple[Part, ...]) -> str:
    """Give the letters of some parts; a link is followed by its address in brackets."""
    told: list[str] = []
    waiting: list[Part | str] = list(reversed(inside))
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            told.append(part)
        elif isinstance(part, Text):
            told.append(part.text)
        elif isinstance(part, Break):
            told.append("\n")
        else:
            if isinstance(part, Link) and plain_parts(part.parts) != part.url:
                waiting.append(f" ({part.url})")
            waiting.extend(reversed(part.parts))
    return "".join(told)
