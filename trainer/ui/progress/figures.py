"""What was practised as figures: bars by D and by place, days, how sure somebody feels."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from trainer.language import N_, _, ngettext
from trainer.method import ds, five_steps
from trainer.method.five_steps import LEAST, MOST, Step
from trainer.progress.looking_back.statistics import Span
from trainer.scenario import kind_words
from trainer.scenario.kinds import Setting
from trainer.ui import dates, icons
from trainer.ui.charts.bars import Bar, Bars
from trainer.ui.charts.calendar import Months, Weeks
from trainer.ui.charts.figure import Figure, Table
from trainer.ui.charts.line import Dot, Line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from trainer.progress.confidence.confidence import Entry
    from trainer.progress.looking_back.statistics import Count, Totals

SPANS: Final = {
    Span.MONTH: N_("30 days"),
    Span.QUARTER: N_("90 days"),
    Span.YEAR: N_("A year"),
    Span.ALL: N_("All"),
}
"""Words of each span, to choose by."""

_DS: Final = {
    Span.MONTH: N_("The five D’s, last 30 days"),
    Span.QUARTER: N_("The five D’s, last 90 days"),
    Span.YEAR: N_("The five D’s, last year"),
    Span.ALL: N_("The five D’s, from the beginning"),
}
_PLACES: Final = {
    Span.MONTH: N_("Where it happened, last 30 days"),
    Span.QUARTER: N_("Where it happened, last 90 days"),
    Span.YEAR: N_("Where it happened, last year"),
    Span.ALL: N_("Where it happened, from the beginning"),
}
_DAYS: Final = {
    Span.MONTH: N_("Days you practised, last 30 days"),
    Span.QUARTER: N_("Days you practised, last 90 days"),
    Span.YEAR: N_("Days you practised, last year"),
    Span.ALL: N_("Days you practised, from the beginning"),
}

_LONGEST_WEEKS: Final = 371
"""Days, at most, that are shown week by week."""


def ds_heading(span: Span) -> str:
    """Heading above the five D's."""
    return _(_DS[span])


def places_heading(span: Span) -> str:
    """Heading above the kinds of place."""
    return _(_PLACES[span])


def days_heading(span: Span) -> str:
    """Heading above the days."""
    return _(_DAYS[span])


def sure_heading() -> str:
    """Heading above how sure somebody feels."""
    return _("How sure are you that you would step in?")


def times_fitted(count: Count) -> str:
    """Say how often, and how often it fitted; nothing for none, for none is owed."""
    if not count.times:
        return ""
    known = {"n": count.times, "fitted": count.fitted, "other": count.times - count.judged}
    if not known["other"]:
        words = ngettext(
            "%(n)d time, %(fitted)d fitted", "%(n)d times, %(fitted)d fitted", known["n"]
        )
    elif not count.judged:
        words = ngettext(
            "%(n)d time, in your own words", "%(n)d times, in your own words", known["n"]
        )
    else:
        words = ngettext(
            "%(n)d time, %(fitted)d fitted, %(other)d in your own words",
            "%(n)d times, %(fitted)d fitted, %(other)d in your own words",
            known["n"],
        )
    return words % known


def decisions_fitted(count: Count) -> str:
    """Say how many decisions, and how many of them fitted."""
    known = {"n": count.times, "fitted": count.fitted}
    words = ngettext(
        "%(n)d decision, %(fitted)d fitted", "%(n)d decisions, %(fitted)d fitted", known["n"]
    )
    return words % known


def _line(label: str, words: str) -> str:
    return _("%(label)s: %(words)s") % {"label": label, "words": words}


def _numbers(count: Count) -> tuple[str, ...]:
    other = count.times - count.judged
    return tuple(str(one) for one in (count.times, count.strong, count.fair, count.poor, other))


def _table(first: str, rows: Sequence[tuple[str, Count]]) -> Table:
    columns = (
        first,
        _("Times"),
        _("Strong fit"),
        _("Fair fit"),
        _("Poor fit"),
        _("Without a fit"),
    )
    return Table(columns, tuple((label, *_numbers(count)) for label, count in rows))


def ds_figure(totals: Totals, span: Span) -> Figure:
    """The five D's in their order."""
    rows = [(ds.name(d), count) for d, count in totals.by_d.items()]
    bars = [
        Bar(ds.name(d), times_fitted(count), count.times, count.fitted, d.value, icons.OF_D[d])
        for d, count in totals.by_d.items()
    ]
    told = [_line(bar.label, bar.words) for bar in bars if bar.words]
    return Bars(ds_heading(span), _table(_("D"), rows), told, bars)


def place_name(place: str) -> str:
    """Word for a kind of place; of scenarios that nobody knows any more, that."""
    try:
        return kind_words.setting(Setting(place))
    except ValueError:
        return _("Scenarios that are gone")


def places_figure(totals: Totals, span: Span) -> Figure:
    """Kinds of place, the most practised first."""
    rows = [(place_name(place), count) for place, count in totals.by_place.items()]
    bars = [Bar(label, decisions_fitted(count), count.times, count.fitted) for label, count in rows]
    told = [_line(bar.label, bar.words) for bar in bars]
    return Bars(places_heading(span), _table(_("Place"), rows), told, bars)


def days_practised(count: int) -> str:
    """Say on how many days."""
    return ngettext("You practised on %(n)d day.", "You practised on %(n)d days.", count) % {
        "n": count
    }


def days_figure(days: Sequence[date], span: Span, first: date | None, today: date) -> Figure:
    """The days, week by week; over years, month by month."""
    rows = tuple(_months(days))
    table = Table((_("Month"), _("Days"), _("Which")), rows)
    told = [days_practised(len(days)), *(_line(month, which) for month, _n, which in rows)]
    begins = first or (days[0] if days else today)
    if 0 <= (today - begins).days <= _LONGEST_WEEKS:
        return Weeks(days_heading(span), table, told, days, begins, today)
    return Months(days_heading(span), table, told, days)


def _months(days: Sequence[date]) -> list[tuple[str, str, str]]:
    """Months that have a day, each with how many and which."""
    found = []
    for _month, of_month in groupby(days, key=lambda day: (day.year, day.month)):
        there = list(of_month)
        which = _(", ").join(str(day.day) for day in there)
        found.append((dates.month(there[0]), str(len(there)), which))
    return found


def mean(answers: Mapping[Step, int]) -> float:
    """Give the mean of what was answered."""
    return sum(answers.values()) / len(answers)


def sure_figure(entries: Sequence[Entry]) -> Figure:
    """How sure somebody felt, each time that they said so."""
    steps = list(Step)
    columns = (_("When"), _("Mean"), *map(five_steps.name, steps))
    days = [dates.day(entry.at) for entry in entries]
    rows = tuple(
        (
            day,
            dates.locale().toString(mean(entry.answers), "f", 1),
            *(str(entry.answers.get(step, "")) for step in steps),
        )
        for day, entry in zip(days, entries, strict=True)
    )
    told = [_("%(day)s: %(mean)s of 5") % {"day": row[0], "mean": row[1]} for row in rows]
    dots = [Dot(_day(entry), mean(entry.answers)) for entry in entries]
    ends = (LEAST, MOST)
    words = {value: five_steps.value_words(value) for value in range(ends[0], ends[1] + 1)}
    scale = {value: said for value, said in words.items() if said}
    return Line(sure_heading(), Table(columns, rows), told, dots, ends, scale)


def _day(entry: Entry) -> date:
    return entry.at.astimezone().date()


def legend() -> str:
    """Say how to read a bar."""
    return _("Full: it fitted. Hollow: it did not, or nobody judged it.")


def ds_note(totals: Totals) -> str:
    """Say how often the learner held back; empty if never."""
    if not totals.waited:
        return ""
    waited = ngettext(
        "You also held back %(n)d time.", "You also held back %(n)d times.", totals.waited
    )
    return waited % {"n": totals.waited}


def sure_note() -> str:
    """Say what the line is, and what it is not."""
    return _("The mean of your own answers. The questions are ours; nobody has validated them.")


def sure_empty() -> str:
    """Say what will be there."""
    return _(
        "After you have said twice how sure you feel, you see here how that changes. "
        "It is asked now and then, and you can always skip it."
    )
