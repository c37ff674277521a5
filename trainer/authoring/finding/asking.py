"""What is looked for, as an expression that finds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import combining, is_normalized

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.letters import composed, without_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST: Final = 500
"""Characters that may be looked for."""


class AskedWronglyError(UpstanderError):
    """What is looked for cannot be looked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, and what shall stand instead.

    ``pattern`` tells that it is a regular expression, ``everywhere`` that it is looked for in
    all that is written behind a key, not only in what people read. With ``unmarked`` letters
    count without their marks: "Phuc" finds “Phúc”. ``name`` is what is looked for in names, also
    in those that only the text of the file shows, after somebody got another one; it is
    ``named`` from then on.
    """

    sought: str
    instead: str = ""
    case: bool = False
    words: bool = False
    pattern: bool = False
    everywhere: bool = False
    unmarked: bool = False
    name: str = ""
    named: str = ""


class Finder:
    """Finds what is asked for in one text. An expression may never come to an end: see matching.

    Raises:
        AskedWronglyError: it cannot be looked for, or what shall stand instead cannot.

    """

    def __init__(self, asked: Asked) -> None:
        if len(asked.sought) > LONGEST:
            raise too_long()
        self._asked = asked
        self._folds = without_marks if asked.unmarked else composed
        sought = self._folds(asked.sought)
        inner = sought if asked.pattern else _literally(sought)
        whole = rf"(?<!\w)(?:{inner})(?!\w)" if asked.words else inner
        try:
            self._expression = re.compile(whole, 0 if asked.case else re.IGNORECASE)
            if asked.pattern:
                # Whether what shall stand instead names groups that there are.
                probe = re.compile(f"{whole}|", self._expression.flags).search("")
                if probe is not None:
                    probe.expand(asked.instead)
        except (re.error, IndexError, OverflowError, RecursionError) as error:
            what = _("This pattern cannot be used: %(reason)s.")
            reason = str(error)
            raise AskedWronglyError(what % {"reason": reason}, details=reason) from error

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Give start and end of each place, and what would stand there instead."""
        return list(self.each(text))

    def each(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Go through the places; see :meth:`find`."""
        as_it_is = text.isascii() or (not self._asked.unmarked and is_normalized("NFC", text))
        places = None if as_it_is else Folded(text, self._folds)
        for found in self._expression.finditer(text if places is None else places.text):
            if found.end() > found.start():
                start, end = found.span()
                if places is not None:
                    start, end = places.starts[start], places.ends[end - 1]
                yield start, end, self._instead(found)

    def _instead(self, found: re.Match[str]) -> str:
        asked = self._asked
        if asked.pattern:
            return found.expand(asked.instead)
        if asked.case:
            return asked.instead
        return with_capitals(found.group(), asked.sought, asked.instead)


class Folded:
    """A text as it is looked through: each letter is one character, without marks or with.

    Attributes:
        text: that.
        starts: by its characters, where what they stand for starts in the text that was given.
        ends: where it ends.

    """

    def __init__(self, text: str, folds: Callable[[str], str]) -> None:
        pieces: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in _letters(text):
            letter = text[start:end]
            piece = folds(letter)
            pieces.append(piece)
            if piece == letter:
                self.starts += range(start, end)
                self.ends += range(start + 1, end + 1)
            else:
                self.starts += [start] * len(piece)
                self.ends += [end] * len(piece)
        self.text = "".join(pieces)


def _letters(text: str) -> Iterator[tuple[int, int]]:
    """Go through the letters of a text, each with the marks that follow it."""
    start = 0
    for at in range(1, len(text)):
        if not _goes_on(text[at]):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def _goes_on(letter: str) -> bool:
    """Whether a character belongs to the one before: a mark, or a part of a Korean letter."""
    is_far = letter >= "\u0300"
    return is_far and (bool(combining(letter)) or "\u1160" <= letter <= "\u11ff")


def too_long() -> AskedWronglyError:
    """Give the error that there is too much of it."""
    return AskedWronglyError(_("That is too long to be looked for."))


def with_capitals(words: str, sought: str, instead: str) -> str:
    """Write what stands instead with capitals where the words have some that were not asked for.

    At the beginning of a sentence "the man" is "The man", and so is what stands there instead.
    """
    if len(words) > 1 and words.isupper() and not sought.isupper():
        return instead.upper()
    if words[:1].isupper() and sought[:1].islower():
        return instead[:1].upper() + instead[1:]
    return instead


def _literally(sought: str) -> str:
    """Find a text as it is; straight quotation marks also find the curved ones."""
    marks = {"'": "['’‘]", '"': '["“”]'}
    return "".join(marks.get(letter) or re.escape(letter) for letter in sought)
