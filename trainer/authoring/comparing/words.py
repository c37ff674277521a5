"""Two texts word by word: what stayed, what was taken out, what was put in."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring.keeping.pieces import ends, hunks
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKENS: Final = re.compile(
    "[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"  # written without spaces
    r"|\w+(?:['’‑-]\w+)*|\s+|.",
    re.DOTALL,
)
_GAPS: Final = re.compile(r"\n\s*\n")
_MANY: Final = 3000
"""Words of both texts together above which lines are compared instead: more takes too long."""

_ALIKE: Final = 0.25
"""What two texts must have in common at least, of all their words, to be shown as one."""

_AROUND: Final = 60
"""Characters that are shown around what differs."""

_LONGEST: Final = 900
_GONE: Final = 240
"""Characters of one piece that are shown, and of one that was taken out; the file has all."""


class How(StrEnum):
    """What became of some words."""

    SAME = "same"
    OUT = "out"
    IN = "in"


class Piece(NamedTuple):
    """Some words, and what became of them."""

    how: How
    text: str


def compared(old: str, new: str) -> tuple[Piece, ...]:
    """Give what became of the words of a text, in the order in which one reads both."""
    if old == new:
        return (Piece(How.SAME, old),) if old else ()
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    if _middle(before, after) > _MANY:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    if _middle(before, after) > _MANY:
        return tuple(replaced(old, new))
    return tuple(_joined(_calmed(_walked(before, after), old, new)))


def _middle(before: Sequence[str], after: Sequence[str]) -> int:
    """Give how many words stand between what both begin and end with."""
    return len(before) + len(after) - 2 * sum(ends(before, after))


def _walked(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    at = 0
    for first, last, other_first, other_last in hunks(before, after):
        if at < first:
            yield Piece(How.SAME, "".join(before[at:first]))
        yield from replaced("".join(before[first:last]), "".join(after[other_first:other_last]))
        at = last
    if at < len(before):
        yield Piece(How.SAME, "".join(before[at:]))


def replaced(old: str, new: str) -> Iterator[Piece]:
    """Give a text as taken out, and another as put in its place.

    Spaces that both begin or end with stayed: struck through, one looks like a dash.
    """
    first = _spaces(old, new)
    last = _spaces(old[first:][::-1], new[first:][::-1])
    pieces = (
        Piece(How.SAME, old[:first]),
        Piece(How.OUT, old[first : len(old) - last]),
        Piece(How.IN, new[first : len(new) - last]),
        Piece(How.SAME, old[len(old) - last :]),
    )
    yield from (one for one in pieces if one.text)


def _spaces(one: str, other: str) -> int:
    """Count the spaces and line breaks that both begin with."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _each in takewhile(lambda two: two[0] == two[1] and two[0].isspace(), pairs))


def _calmed(given: Iterator[Piece], old: str, new: str) -> Iterator[Piece]:
    """Let no lone space or comma stay between changes; a text that is another one is so told."""
    pieces = list(given)
    common = sum(_weight(one.text) for one in pieces if one.how is How.SAME)
    whole = max(_weight(old), _weight(new))
    if old and new and common < _ALIKE * whole:
        yield from replaced(old, new)
        return
    out, put = "", ""
    for at, (how, text) in enumerate(pieces):
        island = how is How.SAME and 0 < at < len(pieces) - 1 and not _weight(text)
        if how is How.SAME and not island:
            yield from replaced(out, put)
            out, put = "", ""
            yield Piece(how, text)
            continue
        out += text if how is not How.IN else ""
        put += text if how is not How.OUT else ""
    yield from replaced(out, put)


def _weight(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for one in pieces:
        if last is not None and last.how is one.how:
            last = Piece(one.how, last.text + one.text)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def shortened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Leave out what stayed far from what differs, and the end of what is very long."""
    return tuple(
        Piece(one.how, _near(one.text, at == 0, at == len(pieces) - 1))
        if one.how is How.SAME and len(pieces) > 1
        else Piece(one.how, _begun(one.text, _GONE if one.how is How.OUT else _LONGEST))
        for at, one in enumerate(pieces)
    )


def _begun(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()} …"


def _near(text: str, first: bool, last: bool) -> str:
    """Keep what stands beside a change; ``first`` and ``last``: nothing differs before, after."""
    text = _GAPS.sub("\n", text)
    end = "" if first else _from_start(text)
    start = "" if last else _to_end(text)
    if len(end) + len(start) >= len(text):
        return text
    return f"{end} … {start}" if end and start else f"{end} …" if end else f"… {start}"


def _from_start(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    cut = text[:_AROUND]
    return cut.rsplit(None, 1)[0] if " " in cut.strip() else cut


def _to_end(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    cut = text[-_AROUND:]
    return cut.split(None, 1)[1] if " " in cut.strip() else cut


def spoken(pieces: Sequence[Piece]) -> str:
    """Say for the ear what was taken out, and what was put in."""
    said = []
    for how, words in ((How.OUT, _("taken out: %(words)s")), (How.IN, _("put in: %(words)s"))):
        found = [" ".join(one.text.split()) for one in pieces if one.how is how]
        told = _(" … ").join(one for one in found if one)
        if told:
            said.append(words % {"words": told})
    if not said and any(one.how is not How.SAME for one in pieces):
        return _("only spaces or line breaks")
    return _("; ").join(said)


def plain(pieces: Sequence[Piece]) -> str:
    """Give the words on one line, whatever became of them."""
    return " ".join(" ".join(one.text for one in pieces).split())
