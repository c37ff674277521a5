"""Every place at which something stands, each in its sentence."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from trainer.authoring import own
from trainer.authoring.document import Document
from trainer.authoring.finding import matching, names
from trainer.authoring.finding.asking import Finder
from trainer.authoring.keeping import files
from trainer.authoring.prose import pieces
from trainer.errors import UpstanderError
from trainer.scenario.libraries.searching import yaml_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path as File

    from trainer.authoring.finding.asking import Asked
    from trainer.authoring.source.lines import Path

MOST: Final = matching.MOST

_AROUND: Final = 70
"""Characters of the sentence that are shown before and behind."""

_SENTENCE: Final = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)[.!?…。！？]['\"”’)]*\s+|\n+"
)
"""Where a sentence ends; not behind "Mrs." and the like, nor behind one capital letter."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """One place: characters ``start`` to ``end`` of the text at a path of a document.

    ``before`` and ``behind`` are what stands around it in its sentence, ``instead`` what would
    stand there. ``is_name`` tells that the text is the words of what has its name at the path.
    """

    document: Document
    path: Path
    start: int
    end: int
    words: str
    instead: str
    before: str
    behind: str
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be looked through, and why."""

    file: File
    why: str


@dataclass(frozen=True, slots=True)
class Short:
    """How many names of a file have it that are not looked through: only its text shows them."""

    count: int


def in_document(asked: Asked, document: Document) -> list[Found]:
    """Find every place in one document; in one that cannot be read just now, none.

    Raises:
        AskedWronglyError: it cannot be looked for, or that takes too long.

    """
    with matching.Matcher(asked) as matcher:
        return _in_document(matcher, asked, document)


def _in_document(matcher: matching.Matcher, asked: Asked, document: Document) -> list[Found]:
    if not document.settle():
        return []
    every = list(pieces(document, everything=asked.everywhere))
    matches = matcher.find([one.node.value for one in every])
    found = (
        _found(document, piece.path, piece.node.value, match)
        for piece, here in zip(every, matches, strict=True)
        for match in here
    )
    both = chain(_in_names(asked, document), found)
    return list(islice(both, MOST + 1))  # One more tells that there are more.


def _in_names(asked: Asked, document: Document) -> Iterator[Found]:
    """Find it in the words of names; nobody looks for a pattern there."""
    if asked.pattern:
        return
    plainly = Finder(names.asked_of(asked))
    told = list(names.names_in(document, asked))
    exact = plainly if asked.name else Finder(asked)
    for one in told:
        for match in (plainly if one.plain else exact).each(one.words):
            yield replace(_found(document, one.path, one.words, match), is_name=True)


def _short_names(asked: Asked, document: Document) -> int:
    """Count the names that have it and are not looked through, as long as nobody asks for them."""
    if asked.pattern or asked.name:
        return 0
    too = names.with_short(asked)
    finder = Finder(names.asked_of(too))
    every = names.names_in(document, too)
    return sum(one.plain and next(finder.each(one.words), None) is not None for one in every)


def _found(document: Document, path: Path, text: str, match: tuple[int, int, str]) -> Found:
    start, end, instead = match
    before, behind = text[max(0, start - 200) : start], text[end : end + 200]
    begins = [one.end() for one in _SENTENCE.finditer(before)]
    ends = _SENTENCE.search(behind)
    before = before[begins[-1] if begins else 0 :]
    behind = behind[: ends.start() + 1].rstrip() if ends else behind
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:]
    if len(behind) > _AROUND:
        behind = behind[:_AROUND] + "…"
    return Found(document, path, start, end, text[start:end], instead, before, behind)


def in_files(
    asked: Asked, places: Iterable[File], texts: Mapping[File, str]
) -> Iterator[list[Found] | Unread | Short]:
    """Find every place in some files, one file after another. Touches no document of anybody.

    Args:
        asked: what is looked for.
        places: the files.
        texts: of files that are being written, by path, as they are now.

    Raises:
        AskedWronglyError: it cannot be looked for, or that takes too long.

    """
    with matching.Matcher(asked) as matcher:
        yield from _in_files(matcher, asked, places, texts)


def _in_files(
    matcher: matching.Matcher, asked: Asked, places: Iterable[File], texts: Mapping[File, str]
) -> Iterator[list[Found] | Unread | Short]:
    open_ = {os.path.realpath(place): place for place in texts}
    seen: set[str] = set()
    for given in places:
        real = os.path.realpath(given)
        if real in seen:
            continue  # One file, by however many ways, is changed once.
        seen.add(real)
        place = open_.get(real, given)
        try:
            text = texts[place] if place in texts else files.read(place).text
        except UpstanderError as error:
            yield Unread(place, str(error))
            continue
        document = Document(place, text)
        if document.settle():
            yield _in_document(matcher, asked, document)
            if short := _short_names(asked, document):
                yield Short(short)
        else:
            yield Unread(place, "")


def own_files(here: File, added: Iterable[File] = ()) -> list[File]:
    """Give all files of one's own, in folders that were added, too: the one that shows first."""
    every = chain(own.files(), own.added_files(added))
    return [here, *sorted(one.path for one in every)]


def files_beside(file: File) -> list[File]:
    """Give the files of a file's folder, and of those in it, by path."""
    return sorted(one.path for one in yaml_files(file.parent))
