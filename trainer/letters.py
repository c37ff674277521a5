"""Letters without their marks: for names of files, and for finding what is written with marks.

What somebody has written is never shown so.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_READ_AS: Final = str.maketrans(
    {
        "đ": "d", "ð": "d", "ɖ": "d", "ħ": "h", "ı": "i", "ĸ": "k", "ł": "l", "ƚ": "l",
        "ŋ": "ng", "ø": "o", "ɵ": "o", "œ": "oe", "ŧ": "t", "þ": "th", "æ": "ae", "ß": "ss",
        "ə": "e", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɲ": "ny",
        "Đ": "D", "Ð": "D", "Ɖ": "D", "Ħ": "H", "Ł": "L", "Ƚ": "L", "Ŋ": "Ng", "Ø": "O",
        "Ɵ": "O", "Œ": "Oe", "Ŧ": "T", "Þ": "Th", "Æ": "Ae", "ẞ": "Ss", "Ə": "E", "Ɛ": "E",
        "Ɔ": "O", "Ɓ": "B", "Ɗ": "D", "Ƙ": "K", "Ƴ": "Y", "Ɲ": "Ny",
    }
)  # fmt: skip
"""Letters that are no other letter with a mark, as they are read where there are no such."""


def without_marks(text: str) -> str:
    """Give a text without its marks: “Đi đâu đó” is “Di dau do”."""
    apart = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return plain.translate(_READ_AS)


def alike(text: str) -> str:
    """Give what is the same for texts that differ by their marks and their capitals alone."""
    if text.isascii():
        return text.casefold()
    return _alike(text) if len(text) < _LONG else without_marks(text.casefold())


@lru_cache(4096)
def _alike(text: str) -> str:
    return without_marks(text.casefold())


_LONG: Final = 5_000
"""Characters from which on a text is not kept."""


def composed(text: str) -> str:
    """Give a text as it is usually typed: one character for each letter with its marks."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
