"""Looks words up: in a dictionary, among the names of a story, among one's own words."""

from __future__ import annotations

import errno
import io
import os
import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from trainer import paths
from trainer.authoring.keeping import files
from trainer.authoring.spelling.dictionaries import stem_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.document import Document

WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word: letters, with an apostrophe between them at most."""

_LONGEST: Final = 40
"""Letters after which nothing is looked up: that is no word, and rules may take for ever on it."""

_LARGEST_OWN: Final = 1_000_000
"""Bytes of one's own words; a file that is as large as that is read so far, and never written."""

_MOST_OWN: Final = 20_000
_LINKS: Final = re.compile(r"\]\([^)]{0,4000}\)|https?://\S+|(?<!\S)\S[^\s@]*@\S+")
"""Addresses, which no dictionary knows."""


class Speller:
    """One language. It is used in a thread of its own: reading a dictionary takes half a second.

    Attributes:
        there: whether there is a dictionary of the language that can be read.

    """

    def __init__(self, language: str) -> None:
        self.there = False
        self._letters: frozenset[str] | None = None
        self._dictionary: Any = None
        stem = stem_for(language)
        if stem is None:
            return
        try:
            self._dictionary = _read(stem)
        except Exception:  # whatever a damaged dictionary makes the library raise
            return
        self.there = True

    def is_fine(self, word: str) -> bool:
        """Whether a word is in the dictionary, or there is none to say."""
        if not self.there or len(word) > _LONGEST:
            return True
        plain = word.replace("’", "'")
        try:
            return bool(self._dictionary.lookup(plain))
        except Exception:  # rules that are damaged say nothing
            return True

    def is_foreign(self, word: str) -> bool:
        """Whether a word has a letter that no word of the dictionary has: it is of elsewhere."""
        if not self.there:
            return False
        if self._letters is None:
            self._letters = _letters_of(self._dictionary)
        return bool(self._letters) and not self._letters.issuperset(_without_signs(word))

    def suggest(self, word: str, most: int = 6) -> list[str]:
        """Give what may have been meant, the likeliest first."""
        if not self.there or len(word) > _LONGEST:
            return []
        try:
            found = list(islice(self._dictionary.suggest(word.replace("’", "'")), most))
        except Exception:  # rules that are damaged say nothing
            return []
        return [one.replace("'", "’") if "’" in word else one for one in found]


def _letters_of(dictionary: Any) -> frozenset[str]:
    """Give the letters of all words of a dictionary; none of one that cannot be gone through."""
    try:
        return frozenset().union(*(one.stem.lower() for one in dictionary.dic.words))
    except (AttributeError, TypeError):
        return frozenset()


def _without_signs(word: str) -> str:
    return "".join(letter for letter in word.lower() if letter not in "'’-")


def _read(stem: Path) -> Any:
    """Read a dictionary. The library's own way leaves its files open.

    Raises:
        Exception: whatever the library raises at a file that is no dictionary.

    """
    from spylls.hunspell import Dictionary, readers
    from spylls.hunspell.readers.file_reader import FileReader

    class Reader(FileReader):  # type: ignore[misc]  # the library has no types
        """Reads a file whole, and closes it."""

        def _open(self, path: str, encoding: str) -> io.StringIO:
            with open(path, encoding=encoding, errors="surrogateescape") as file:
                return io.StringIO(file.read())

    aff, context = readers.read_aff(Reader(f"{stem}.aff"))
    words = Reader(f"{stem}.dic", encoding=context.encoding)
    return Dictionary(aff, readers.read_dic(words, aff=aff, context=context))


def words_in(text: str) -> Iterator[tuple[int, str]]:
    """Go through the words of a text, with where each starts; addresses are passed over."""
    plain = _LINKS.sub(lambda found: " " * len(found.group()), text)
    for found in WORD.finditer(plain):
        if len(found.group()) > 1:
            yield found.start(), found.group()


def names_of(document: Document) -> frozenset[str]:
    """Give the words of which names consist: of those in a story, who wrote it, who reviewed it."""
    cast, authors = document.data(("cast",)), document.data(("authors",))
    members = cast.values() if isinstance(cast, dict) else ()
    names = [one.get("name") for one in members if isinstance(one, dict)]
    names += authors if isinstance(authors, list) else [authors]
    names += [document.data(("you", "name")), document.data(("reviewed", "by"))]
    return frozenset(
        word for name in names if isinstance(name, str) for _at, word in words_in(name)
    )


def own_words() -> set[str]:
    """Give the words that a person has added; what cannot be read has none."""
    try:
        data, _stat = files.raw(paths.own_words(), _LARGEST_OWN)
    except (OSError, ValueError):
        return set()
    lines = data.decode("utf-8-sig", "replace").splitlines()
    return {line.strip() for line in lines[:_MOST_OWN] if WORD.fullmatch(line.strip())}


def keep_own_word(word: str) -> None:
    """Keep a word that a person has added; all else in the file stays as it is.

    It may be edited by hand, and by another window: so it is read anew each time.

    Raises:
        OSError: the word cannot be kept; the file is as it was.

    """
    place = Path(os.path.realpath(paths.own_words()))
    text, bom = _own_text(place)
    end = "\r\n" if "\r\n" in text else "\n"
    lead = end if text and not text.endswith("\n") else ""
    place.parent.mkdir(parents=True, exist_ok=True)
    files.write(place, f"{text}{lead}{word}{end}", bom=bom)


def _own_text(place: Path) -> tuple[str, bool]:
    """Read the file of one's own words, if it is one that may be written again as a whole."""
    try:
        data, _stat = files.raw(place, _LARGEST_OWN)
    except FileNotFoundError:
        return "", False
    if len(data) == _LARGEST_OWN:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(place))
    try:
        return data.removeprefix(files.BOM).decode(), data.startswith(files.BOM)
    except UnicodeDecodeError as error:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ), str(place)) from error
