"""A report as a file: Markdown to read on, CSV to count with; names of people as a list apart."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from trainer import spreadsheets
from trainer.language import _
from trainer.workshop.after import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.workshop.after.model import Asked, Pass, Report, Sure
    from trainer.workshop.after.written import Block, SayDay, Table

_MARKS: Final = re.compile(r"([\\`*_\[\]<>|~&])")
_AT_THE_START: Final = re.compile(r"^([#+=-]|\d+(?=[.)]))")


def markdown(report: Report, say_day: SayDay = written.iso_day) -> str:
    """Give a report as Markdown; what people typed stands in it as they typed it."""
    lines = [f"# {_plain(report.title)}", ""]
    for part in written.parts(report, say_day):
        lines += [f"## {_plain(part.title)}", ""]
        for block in part.blocks:
            lines += _block(block)
    return "\n".join(lines).rstrip() + "\n"


def _block(block: Block) -> Iterator[str]:
    if block.title:
        yield from (f"### {_plain(block.title)}", "")
    for said in block.said:
        yield from (_plain(said), "")
    if block.table is not None:
        yield from (*_rows(block.table), "")
    for said in block.below:
        yield from (_plain(said), "")


def _rows(table: Table) -> Iterator[str]:
    yield _row(table.columns)
    yield _row(["---"] * len(table.columns), is_rule=True)
    for row in table.rows:
        yield _row(row)


def _row(cells: Iterable[str], *, is_rule: bool = False) -> str:
    return f"| {' | '.join(one if is_rule else _plain(one) for one in cells)} |"


def _plain(text: str) -> str:
    """Give words in which nothing is a mark of Markdown, on one line."""
    marked = _MARKS.sub(r"\\\1", " ".join(text.split()))
    # "1." begins a list, and is only read so at the start.
    return _AT_THE_START.sub(lambda at: _apart(at.group()), marked)


def _apart(start: str) -> str:
    return f"{start}\\" if start[-1].isdigit() else f"\\{start}"


COLUMNS: Final = (
    "section", "part", "question", "vote", "answer", "people", "hands", "planned_minutes",
    "minutes", "owner", "note",
)  # fmt: skip
"""Columns of the CSV form; ``docs/data.md`` says what they mean."""

_Row = dict[str, object]


def as_csv(report: Report) -> str:
    """Give a report as one table, a number a line, safe to open in a spreadsheet."""
    file = io.StringIO()
    table = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for row in _lines(report):
        table.writerow({name: _cell(value) for name, value in row.items()})
    return file.getvalue()


def _cell(value: object) -> str:
    return spreadsheets.safe(value) if isinstance(value, str) else str(value)


def _lines(report: Report) -> Iterator[_Row]:
    yield {
        "section": "workshop",
        "part": report.title,
        "people": "" if report.people is None else report.people,
        "planned_minutes": report.planned,
        "minutes": _minutes(report.spent),
        "note": written.iso_day(report.held),
    }
    yield {"section": "phones", "people": report.phones}
    for stretch in report.stretches:
        yield {
            "section": "time",
            "part": stretch.title,
            "planned_minutes": stretch.planned,
            "minutes": _minutes(stretch.spent),
        }
    for asked in report.votes:
        yield from _asked("vote", asked)
    for asked in report.resolved:
        yield from _asked("resolve", asked)
    for one in report.sure:
        yield from _sure(one)
    for parked in report.parked:
        yield {"section": "later", "part": parked.text, "owner": parked.owner}


def _minutes(milliseconds: int) -> str:
    return f"{milliseconds / written.MINUTE:.1f}"


def _asked(section: str, asked: Asked) -> Iterator[_Row]:
    for one in asked.passes:
        same = {"section": section, "part": asked.part, "question": asked.question}
        yield from _pass({**same, "vote": one.number}, one)


def _pass(same: _Row, one: Pass) -> Iterator[_Row]:
    note = " ".join(written.notes(one, 1))
    if not one.counts:
        yield {**same, "people": one.answered, "note": note}
    for count in one.counts:
        yield {**same, "answer": count.text, "people": count.people, "hands": count.hands,
               "note": note}  # fmt: skip


def _sure(one: Sure) -> Iterator[_Row]:
    for section, passed in (("before", one.before), ("after", one.after)):
        if passed is not None:
            yield from _pass({"section": section, "question": one.statement}, passed)
    if one.matched is not None:
        for answer in ("surer", "same", "less"):
            yield {
                "section": "matched",
                "question": one.statement,
                "answer": answer,
                "people": getattr(one.matched, answer),
            }


def names(typed: str) -> tuple[str, ...]:
    """Give the names of a list as it was typed or pasted, one a line, in the order of letters.

    That order, and no other: the order in which people came would say more than who was there.
    """
    every = {" ".join(line.split()) for line in typed.splitlines()}
    return tuple(sorted((one for one in every if one), key=str.casefold))


def attendance(title: str, day: str, listed: Iterable[str]) -> str:
    """Give who was there as a CSV file of its own; nothing of answers is in it."""
    file = io.StringIO()
    table = csv.writer(file, lineterminator="\r\n")
    table.writerow([spreadsheets.safe(one) for one in (_("Name"), title, day)])
    for name in listed:
        table.writerow([spreadsheets.safe(name)])
    return file.getvalue()
