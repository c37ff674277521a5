"""Sentences in another language, as translators have made them: not one of them can stop us.

A catalogue that cannot be read is as good as none. A sentence whose blanks are others than those
of ours, or cannot be filled in, is left out, and ours is said.
"""

from __future__ import annotations

import re
from functools import lru_cache
from gettext import GNUTranslations, find
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 32 * 1024 * 1024
"""Bytes of the largest catalogue that is read."""

_BLANK: Final = re.compile(r"%\((\w+)\)([#0 +-]*\d*(?:\.\d+)?[a-zA-Z])")


class Catalogue(GNUTranslations):
    """One language; what it says can be filled in as what we say."""

    def gettext(self, message: str) -> str:
        """Give a sentence."""
        said = super().gettext(message)
        return said if _fits(said, message) else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Give the sentence that goes with a number."""
        ours = msgid1 if n == 1 else msgid2
        try:
            said = super().ngettext(msgid1, msgid2, n)
        except Exception:  # the rule for plurals is the file's own, and divides by what it likes
            return ours
        return said if _fits(said, msgid1, msgid2) else ours

    def pgettext(self, context: str, message: str) -> str:
        """Give the sentence that means something in a context."""
        said = super().pgettext(context, message)
        return said if _fits(said, message) else message


def found(domain: str, folder: Path, language: str) -> Catalogue | None:
    """Read a language's catalogue; None if there is none that can be read."""
    try:
        for place in find(domain, str(folder), [language], all=True):
            with open(place, "rb") as file:
                data = file.read(LARGEST + 1)
            if len(data) <= LARGEST:
                return Catalogue(_Whole(data))
    except Exception:  # a parser of others, fed with anything: no failure of it is ours
        return None
    return None


class _Whole:
    """A file that was read already."""

    name = ""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self) -> bytes:
        """Give all of it."""
        return self._data


@lru_cache(maxsize=8192)
def _fits(said: str, *ours: str) -> bool:
    """Whether a sentence can be filled in with what is filled in in ours."""
    if said in ours:
        return True
    blanks = set(_BLANK.findall("".join(ours)))
    if not blanks:
        return True  # Nothing is filled in.
    if not set(_BLANK.findall(said)) <= blanks:
        return False
    filled: dict[str, Any] = dict.fromkeys((name for name, _how in blanks), 1)
    try:
        return bool(said % filled)
    except (ValueError, TypeError, KeyError, OverflowError):
        return False
