"""A day as somebody types it: read only if it can be no other day."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from PySide6.QtCore import QLocale

from trainer.language import _
from trainer.ui import dates

_PIECE: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_ENDS: Final = frozenset({"st", "nd", "rd", "th", "de", "del", "of"})
"""What stands between a day, a month and a year, and says nothing by itself."""

_SHORTEST: Final = 3
"""Letters of a month's name at least."""


def read_day(text: str) -> date | None:
    """Read a day that somebody has typed; None if it is none, or may be one of two."""
    possible = _possible(text)
    return possible[0] if len(possible) == 1 else None


def wrong_with(text: str) -> str:
    """Say why a day cannot be read; empty if it can be."""
    possible = _possible(text)
    if len(possible) == 1:
        return ""
    if possible:
        return _("This may be one of two days. Write the month in letters, or as in 2027-01-31.")
    return _("This is no day. Write it as in 2027-01-31, or 31 January 2027.")


def _possible(text: str) -> list[date]:
    """Give the days that a text may mean: none, one, or two."""
    if not text.isascii() and any(one.isdecimal() and not one.isascii() for one in text):
        return []
    pieces = [one for one in _PIECE.findall(text.casefold()) if one not in _ENDS]
    if len(pieces) != 3:
        return []
    numbers = [int(one) for one in pieces if one.isdecimal() and len(one) in (1, 2, 4)]
    if len(numbers) == 2:
        return _with_a_month(pieces)
    if len(numbers) != 3:
        return []
    if len(pieces[0]) == 4:
        orders = {(0, 1, 2)}
    elif len(pieces[2]) == 4:
        orders = {(2, 1, 0), (2, 0, 1)}
    else:
        return []
    found = {_day(*(numbers[at] for at in order)) for order in orders}
    return sorted(one for one in found if one is not None)


def _with_a_month(pieces: list[str]) -> list[date]:
    (name,) = (one for one in pieces if not one.isdecimal())
    day, year = sorted((one for one in pieces if one.isdecimal()), key=len)
    if len(year) != 4 or len(day) > 2:
        return []
    found = {_day(int(year), month, int(day)) for month in _months(name)}
    return sorted(one for one in found if one is not None)


def _months(name: str) -> set[int]:
    """Give the months that a name may mean, in the language of the window or in English."""
    if len(name) < _SHORTEST:
        return set()
    return {
        month
        for locale in (dates.locale(), QLocale("en"))
        for month in range(1, 13)
        for kind in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
        for full in (locale.monthName(month, kind), locale.standaloneMonthName(month, kind))
        if full.casefold().startswith(name)
    }


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
