"""What is looked for, as an expression that finds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trainer.errors import UpstanderError
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 500
"""Characters that may be looked for."""


class AskedWronglyError(UpstanderError):
    """What is looked for cannot be looked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, and what shall stand instead.

    ``pattern`` tells that it is a regular expression, ``everywhere`` that it is looked for in
    all that is written behind a key, not only in what people read.
    """

    sought: str
    instead: str = ""
    case: bool = False
    words: bool = False
    pattern: bool = False
    everywhere: bool = False


class Finder:
    """Finds what is asked for in one text. An expression may never come to an end: see matching.

    Raises:
        AskedWronglyError: it cannot be looked for, or what shall stand instead cannot.

    """

    def __init__(self, asked: Asked) -> None:
        if len(asked.sought) > LONGEST:
            raise too_long()
        self._asked = asked
        inner = asked.sought if asked.pattern else _literally(asked.sought)
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
        for found in self._expression.finditer(text):
            if found.end() > found.start():
                yield found.start(), found.end(), self._instead(found)

    def _instead(self, found: re.Match[str]) -> str:
        asked = self._asked
        if asked.pattern:
            return found.expand(asked.instead)
        if asked.case:
            return asked.instead
        return with_capitals(found.group(), asked.sought, asked.instead)


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
