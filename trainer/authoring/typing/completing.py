"""What can be written at a place of the text: keys with what they are for, names, the few words.

Never in prose: there, nothing is offered.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring import formats
from trainer.authoring.typing.at_cursor import standing
from trainer.language import _
from trainer.method.ds import D, Fit, fit_name, name
from trainer.scenario.conditions import WORDS
from trainer.scenario.files.tables import (
    Dialogue,
    Effects,
    Flag,
    ListOf,
    Named,
    OneOf,
    OneOrMore,
    Picture,
    Reference,
    Shaped,
    StateValue,
    Type,
    Ways,
    When,
)
from trainer.shortening import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.outline import Outline
    from trainer.authoring.source.lines import Path
    from trainer.authoring.typing.at_cursor import Standing

MOST: Final = 200
"""Offers at one place."""

_NAME: Final = re.compile(r"[\w./-]*")
_LAST: Final = re.compile(r"[A-Za-z_]\w*$|$")
_SPEAKERS: Final = ("you", "you_think")
_OWN: Final = MappingProxyType({"place": "places", "source": "sources"})
"""Where in its own file something stands that is referred to."""


class Offer(NamedTuple):
    """Something to write: what goes in, and a few words on it, which may be empty."""

    text: str
    words: str = ""


class Offers(NamedTuple):
    """What is offered in place of some characters. ``sure``: nothing else belongs there."""

    start: int
    end: int
    found: tuple[Offer, ...]
    sure: bool = True


def _nothing_beyond(_to: str) -> Iterable[Offer]:
    return ()


def offers(
    document: Document,
    outline: Outline,
    text: str,
    offset: int,
    beyond: Callable[[str], Iterable[Offer]] = _nothing_beyond,
) -> Offers | None:
    """Give what can be written at a character of a text; None where nothing is offered.

    ``beyond`` gives what stands in no file alone: scenarios, pages, entries of help, by the
    word that the tables have for them.
    """
    where = standing(text, offset)
    if where is None:
        return None
    maker = _Maker(document, outline, offset, beyond)
    kind = formats.type_at(document.format, where.path)
    typed = where.typed
    if isinstance(kind, When):
        typed = typed[_last_word(typed) :]
    if not _NAME.fullmatch(typed):
        return None
    made = maker.keys(where) if where.key is None else maker.values(kind)
    found = _fitting(made, typed)
    if not found:
        return None
    # Where words of a story may begin as well, nothing is taken by the way.
    sure = where.key is not None or not isinstance(
        formats.type_at(document.format, where.holder[:-1]), Dialogue
    )
    return Offers(offset - len(typed), offset, found, sure)


def _last_word(typed: str) -> int:
    found = _LAST.search(typed)
    return found.start() if found else len(typed)


def _fitting(made: Iterable[Offer], typed: str) -> tuple[Offer, ...]:
    """Those that begin so come first, then those that hold it; what is whole is not offered."""
    sought = typed.casefold()
    every = {one.text: one for one in made if one.text != typed}
    begin = [one for one in every.values() if one.text.casefold().startswith(sought)]
    hold = [one for one in every.values() if sought in one.text.casefold() and one not in begin]
    return tuple([*begin, *hold][:MOST])


class _Maker:
    """Makes offers for one document."""

    def __init__(
        self,
        document: Document,
        outline: Outline,
        offset: int,
        beyond: Callable[[str], Iterable[Offer]],
    ) -> None:
        self._beyond = beyond
        self._document = document
        self._outline = outline
        self._offset = offset

    def keys(self, where: Standing) -> Iterator[Offer]:
        """Keys of the mapping that something stands in, or entries of the list."""
        format_name, holder = self._document.format, where.holder
        kind = formats.type_at(format_name, holder)
        if isinstance(kind, Shaped):
            yield from self._of_shape(kind, holder)
            return
        if isinstance(kind, Effects):
            yield from (Offer(f"{one.text}: ", one.words) for one in self._state())
        elif kind is not None and holder and isinstance(holder[-1], int):
            yield from self.values(kind)

    def _of_shape(self, kind: Shaped, holder: Path) -> Iterator[Offer]:
        shape = formats.shape_at(self._document.format, holder)
        if shape is None:
            return
        if kind.shape == "line":
            yield from (Offer(f"{one.text}: ", one.words) for one in self._cast())
            yield from (Offer(f"{one}: ") for one in _SPEAKERS)
        there = self._there(holder)
        for key in formats.order_at(self._document.format, holder):
            found = shape.keys.get(key)
            if not key:
                yield from (Offer(f"{one.text}: ", one.words) for one in self._cast())
            elif found is not None and key not in there:
                open_ended = isinstance(found.type, Shaped | Named | ListOf | Dialogue)
                yield Offer(f"{key}:" if open_ended else f"{key}: ", _(found.doc))
        if shape.rest is not None and "" not in formats.order_at(self._document.format, holder):
            yield from (Offer(f"{one.text}: ", one.words) for one in self._cast())

    def _there(self, holder: Path) -> dict[str, object]:
        """Give what is written in the mapping already, as far as that is known."""
        if self._document.broken is not None or self._document.waits:
            return {}
        # Told by indentation, a place in a list counts as the first one.
        exact = self._document.path_at(self._offset)[: len(holder)]
        same = tuple(0 if isinstance(one, int) else one for one in exact) == holder
        found = self._document.data(exact) if same else None
        return found if isinstance(found, dict) else {}

    def values(self, kind: Type | None) -> Iterator[Offer]:
        """What may stand behind a key, or be an entry of a list."""
        if isinstance(kind, OneOrMore):
            yield from self.values(kind.item)
        elif isinstance(kind, OneOf):
            yield from (Offer(word, _named(word)) for word in kind.words)
        elif isinstance(kind, Ways) or (isinstance(kind, Reference) and kind.to == "scene"):
            yield from (Offer(one.name, _first(one.words)) for one in self._outline.scenes.values())
        elif isinstance(kind, Reference) and kind.to == "cast":
            yield from self._cast()
        elif isinstance(kind, Reference) and kind.to in _OWN:
            yield from (Offer(key, _called(told)) for key, told in self._entries(_OWN[kind.to]))
        elif isinstance(kind, Reference):
            yield from self._beyond(kind.to)
        elif isinstance(kind, Flag):
            yield from (
                Offer(word) for word in (("true",) if kind.only_true else ("true", "false"))
            )
        elif isinstance(kind, StateValue):
            yield from (Offer(word) for word in ("true", "false"))
        elif isinstance(kind, When):
            yield from self._state()
            yield from (Offer(word) for word in sorted(WORDS))
        elif isinstance(kind, Picture):
            yield from (Offer(word) for word in pictures(kind.folder))

    def _cast(self) -> Iterator[Offer]:
        for key, person in self._entries("cast"):
            yield Offer(key, _called(person))

    def _state(self) -> Iterator[Offer]:
        for key, first in self._entries("state"):
            yield Offer(key, first if isinstance(first, str) else "")

    def _entries(self, key: str) -> Iterator[tuple[str, object]]:
        found = self._document.data((key,))
        yield from found.items() if isinstance(found, dict) else ()


def _called(told: object) -> str:
    """Give what somebody or something is called in a file."""
    found = told if isinstance(told, dict) else {}
    given = found.get("name", found.get("title"))
    return given if isinstance(given, str) else ""


def _named(word: str) -> str:
    """Give what one of the format's own words is called, if it has a name."""
    if word in frozenset(D):
        return name(D(word))
    return fit_name(Fit(word)) if word in frozenset(Fit) else ""


def _first(words: str) -> str:
    return shortened(words.split("\n", 1)[0], 60)


def pictures(folder: str) -> list[str]:
    """Give the names of the pictures of a kind that come with the program."""
    from trainer import paths

    return sorted({one.stem for one in (paths.assets() / folder).glob("*.svg")})
