"""A day: typed as people write it, and kept as year, month and day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from trainer.authoring.forms import writing
from trainer.language import _
from trainer.ui import dates, typed_days
from trainer.ui.authoring.form.rows import LineRow, as_line, put_in_line
from trainer.ui.typed_days import read_day

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data

_HOLDS: Final = timedelta(days=182)
"""How long what was read somewhere is offered to hold: half a year."""


class DayRow(LineRow):
    """One day. What can be no other day is written as it is kept; all else stays as typed."""

    def lay_out(self) -> None:
        """Say how a day may be written."""
        self.edit.setPlaceholderText(_("Such as 31 January 2027, or 2027-01-31"))
        self.note.show()

    def show_value(self, value: Data) -> None:
        """Show the day, unless what is typed there means the same."""
        if as_line(value) != _kept(self.edit.text()):
            put_in_line(self.edit, as_line(value))
        self._say_what_it_means()

    def _typed(self, text: str) -> None:
        self._say_what_it_means()
        kept = _kept(text)
        with self.writer.step(self.act(), self.path, typed=True) as step:
            before = self.writer.data(self.path)
            gone = None if not self.field.kept else ""
            writing.write(step, self.writer.document, self.path, kept or gone)
            for path, data in self.following(before, read_day(text)):
                writing.write(step, self.writer.document, path, data)

    def following(self, _before: Data, _day: date | None) -> list[tuple[Path, str]]:
        """Give what else is written with a day: the places, and what stands there then."""
        return []

    def _say_what_it_means(self) -> None:
        text = self.edit.text().strip()
        day = read_day(text)
        said = typed_days.wrong_with(text) if text else ""
        self.note.setText(said if day is None else dates.full(day.isoformat()))
        self.note.setVisible(bool(self.note.text()))


class ReadDayRow(DayRow):
    """The day on which something was read: until when that holds counts from it."""

    def following(self, before: Data, day: date | None) -> list[tuple[Path, str]]:
        """Offer half a year, unless another end was typed."""
        path = (*self.base, "until")
        there, was = self.writer.data(path), read_day(as_line(before))
        offered = ("", None, "" if was is None else _end(was))
        return [] if day is None or there not in offered else [(path, _end(day))]


def _kept(text: str) -> str:
    """Give a text as it is kept: a day as year, month and day."""
    day = read_day(text)
    return text.strip() if day is None else day.isoformat()


def _end(day: date) -> str:
    """Give the last day on which what was read on a day holds."""
    try:
        return (day + _HOLDS).isoformat()
    except OverflowError:
        return date.max.isoformat()
