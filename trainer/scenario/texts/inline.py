"""The inside of a paragraph: emphasis, strong emphasis, links, line breaks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

DEEPEST: Final = 8
"""Marks that may be open at once; deeper ones stay the letters that they are."""

LINK: Final = re.compile(
    r"\([ \t]*<?((?:https://|mailto:|tel:)(?:[^\s()<>\[\]\\]|\([^\s()<>\[\]\\]*\))+)>?"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)",
    re.IGNORECASE,
)
"""What follows the brackets of a link; the address is the first group."""

_TOKEN: Final = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<newline>(?P<hard>\\)?\n[ \t]*)"
    r"|(?P<run>\*+|_+)"
    r"|(?P<open>\[)|(?P<close>\])"
    r"|<(?P<auto>(?:https://|mailto:|tel:)[^\s<>]+)>"
    r"|<(?P<mail>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253})>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Text:
    """Letters as they are; ``at`` is where they start in the source."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the author asked for."""

    at: int


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised parts."""

    parts: tuple[Part, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Strong:
    """Strongly emphasised parts."""

    parts: tuple[Part, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link to https, mailto or tel."""

    parts: tuple[Part, ...]
    url: str
    at: int


Part = Text | Break | Emphasis | Strong | Link


@dataclass(slots=True)
class _Open:
    """A mark that waits for its other half; without one it becomes letters again."""

    sign: str
    at: int
    parts: list[Part] = field(default_factory=list)
    dead: bool = False


def parts(text: str, start: int, end: int) -> tuple[Part, ...]:
    """Read ``text[start:end]``, one paragraph or entry of a list."""
    return _Inline(text, start, end).read()


class _Inline:
    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.stack = [_Open("", start)]

    def read(self) -> tuple[Part, ...]:
        at = self.start
        while found := _TOKEN.search(self.text, at, self.end):
            before = self.text[at : found.start()]
            spaces = 0
            if found["newline"]:
                spaces = len(before) - len(before.rstrip(" \t"))
            self.letters(before[: len(before) - spaces], at)
            at = self.token(found, hard=spaces >= 2)
        self.letters(self.text[at : self.end], at)
        while len(self.stack) > 1:
            self.flatten()
        return tuple(self.stack[0].parts)

    def letters(self, text: str, at: int) -> None:
        if text:
            self.stack[-1].parts.append(Text(text, at))

    def token(self, found: re.Match[str], *, hard: bool) -> int:
        """Take one token; give where to go on. ``hard``: two spaces stand before it."""
        at, kind = found.start(), found.lastgroup
        if found["escaped"]:
            self.letters(found["escaped"], at + 1)
        elif found["newline"]:
            if hard or found["hard"]:
                self.stack[-1].parts.append(Break(at))
            else:
                self.letters(" ", at)
        elif found["run"]:
            self.run(found["run"], at)
        elif kind == "open":
            self.open("[", at)
        elif kind == "close":
            return self.close_bracket(at)
        else:
            shown = found["auto"] or found["mail"]
            url = found["auto"] or f"mailto:{shown}"
            self.stack[-1].parts.append(Link((Text(shown, at + 1),), url, at))
        return found.end()

    def open(self, sign: str, at: int) -> None:
        if len(self.stack) > DEEPEST:
            self.letters(sign, at)
        else:
            self.stack.append(_Open(sign, at))

    def flatten(self) -> None:
        """Turn the innermost open mark back into letters."""
        opened = self.stack.pop()
        outer = self.stack[-1].parts
        outer.append(Text(opened.sign, opened.at))
        outer.extend(opened.parts)

    def run(self, run: str, at: int) -> None:
        """Stars or underscores: close what they can, then open what is left."""
        size = len(run)
        opens, closes = self.flanks(run[0], at, at + size)
        while closes and 0 < size <= 3 and self.close_mark(run[0], size):
            used = self.closed
            size -= used
            at += used
        if not size:
            return
        if not opens or size > 3:
            self.letters(run[0] * size, at)
            return
        if size == 3:
            self.open(run[0], at)
            at += 1
            size = 2
        self.open(run[0] * size, at)

    closed = 0
    """Length of the mark that was closed last."""

    def close_mark(self, sign: str, size: int) -> bool:
        """Close the nearest open mark of this sign that is not longer than the run."""
        for depth in range(len(self.stack) - 1, 0, -1):
            opened = self.stack[depth]
            if opened.sign == "[":
                return False
            if opened.sign[0] == sign and len(opened.sign) <= size and self.holds(depth):
                while len(self.stack) > depth + 1:
                    self.flatten()
                self.stack.pop()
                kind = Emphasis if len(opened.sign) == 1 else Strong
                self.stack[-1].parts.append(kind(tuple(opened.parts), opened.at))
                self.closed = len(opened.sign)
                return True
        return False

    def holds(self, depth: int) -> bool:
        return depth < len(self.stack) - 1 or bool(self.stack[depth].parts)

    def flanks(self, sign: str, start: int, end: int) -> tuple[bool, bool]:
        """Whether a run may open, and may close, by the letters beside it."""
        before = self.text[start - 1] if start > self.start else " "
        after = self.text[end] if end < self.end else " "
        left = not after.isspace() and (not _mark(after) or before.isspace() or _mark(before))
        right = not before.isspace() and (not _mark(before) or after.isspace() or _mark(after))
        if sign == "*":
            return left, right
        return left and (not right or _mark(before)), right and (not left or _mark(after))

    def close_bracket(self, at: int) -> int:
        """Make a link if an address follows that is allowed, else keep the letters."""
        depth = next((n for n in range(len(self.stack) - 1, 0, -1) if self.stack[n].sign == "["), 0)
        if not depth:
            self.letters("]", at)
            return at + 1
        target = LINK.match(self.text, at + 1, self.end)
        while len(self.stack) > depth + 1:
            self.flatten()
        if target is None or self.stack[depth].dead:
            self.flatten()
            self.letters("]", at)
            return at + 1
        opened = self.stack.pop()
        self.stack[-1].parts.append(Link(tuple(opened.parts), target[1], opened.at))
        for outer in self.stack:
            outer.dead = True
        return target.end()


def _mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
