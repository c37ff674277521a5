"""Dates and times as a person reads them, in the language of the window."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, QTime

from trainer import language
from trainer.language import pgettext

if TYPE_CHECKING:
    from datetime import date


def locale() -> QLocale:
    """Locale of the language in use; the pseudo language has English dates."""
    code = language.code()
    return QLocale("en" if code == language.PSEUDO else code)


def _pattern(when: date, today: date) -> str:
    if when.year == today.year:
        pattern = pgettext("date of this year, in Qt's letters, as in Nov 16", "MMM d")
    else:
        pattern = pgettext("date of another year, in Qt's letters", "MMM d, yyyy")
    return pattern.strip(language.OPEN + language.CLOSE)


def _local(when: datetime) -> datetime:
    """Give a moment where the reader is; at the ends of time, which a file may name, as it is."""
    try:
        return when.astimezone()
    except (OverflowError, ValueError, OSError):
        return when


def day(when: datetime) -> str:
    """Day of a moment (timezone-aware) where the reader is, as in "Nov 16"."""
    local = _local(when)
    date = QDate(local.year, local.month, local.day)
    return locale().toString(date, _pattern(local.date(), datetime.now().astimezone().date()))


def short(day: date) -> str:
    """A day of the calendar, as in "Nov 16"; with its year if that is another one."""
    pattern = _pattern(day, datetime.now().astimezone().date())
    return locale().toString(QDate(day.year, day.month, day.day), pattern)


def month(day: date) -> str:
    """The month of a day, as in "November 2026"."""
    pattern = pgettext("month and year, in Qt's letters", "MMMM yyyy")
    pattern = pattern.strip(language.OPEN + language.CLOSE)
    return locale().toString(QDate(day.year, day.month, day.day), pattern)


def moment(when: datetime) -> str:
    """Day and time of a moment where the reader is, as in "Nov 16, 14:05"."""
    local = _local(when)
    time = locale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    both = pgettext("day and time", "%(day)s, %(time)s").strip(language.OPEN + language.CLOSE)
    return both % {"day": day(when), "time": time}


def full(day: str) -> str:
    """A day given in ISO 8601, always with its year, as in "Nov 16, 2026"."""
    pattern = pgettext("date of another year, in Qt's letters", "MMM d, yyyy")
    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    return locale().toString(date, pattern.strip(language.OPEN + language.CLOSE)) or day
