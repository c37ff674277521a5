"""What was kept, written out for other programs. docs/data.md describes both forms."""

from __future__ import annotations

import csv
import json
from contextlib import contextmanager
from enum import StrEnum
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from trainer import spreadsheets
from trainer.progress import queries, records
from trainer.progress.export import export_learned
from trainer.progress.export.placing import placed
from trainer.progress.records import written

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from trainer.progress.records import RunDetail

FORMAT = "upstander-progress/1"

RUN_COLUMNS = (
    "run", "scenario", "title", "content_hash", "is_replay", "replay_of", "began", "touched",
    "ended", "run_outcome",
)  # fmt: skip
EVENT_COLUMNS = (
    "event", "at", "kind", "step", "scene", "choice", "d", "fit", "is_first", "in_time",
    "undone", "retried", "words", "ticked", "question", "note", "outcome",
)  # fmt: skip
CSV_COLUMNS = (
    "title", "at", "kind", "step", "d", "fit", "words", "question", "note", "outcome",
    "run_outcome", "began", "ended", "touched", "is_replay", "is_first", "in_time", "undone",
    "retried", "ticked", "scene", "choice", "event", "run", "replay_of", "scenario",
    "content_hash",
)  # fmt: skip
"""Columns of the CSV form: one line an event, each with what is known of its run.

What a person reads comes first, ids and what is for programs last.
"""

# Zip files know no other years.
_ZIP_BEGINS, _ZIP_ENDS = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)


class Form(StrEnum):
    """Forms of an export."""

    JSON = "json"
    CSV = "csv"


def _run(detail: RunDetail) -> dict[str, Any]:
    run = detail.summary
    values = (
        run.run, run.scenario, run.title, run.content_hash, run.is_replay, run.replay_of,
        written(run.began), written(run.touched), written(run.ended) if run.ended else None,
        run.outcome,
    )  # fmt: skip
    return dict(zip(RUN_COLUMNS, values, strict=True))


def _events(detail: RunDetail) -> Iterator[dict[str, Any]]:
    """Give each event as its columns; those that its kind has no use for are left out."""
    decisions = {decision.number: decision for decision in detail.decisions}
    for kept in detail.events:
        data = {"event": kept.number, "at": written(kept.at), **records.fields(kept.event)}
        decision = decisions.get(kept.number)
        if decision is not None:
            data |= {"undone": decision.undone, "retried": decision.retried}
        yield {name: data[name] for name in EVENT_COLUMNS if name in data}


def write_json(
    connection: sqlite3.Connection, file: IO[str], now: datetime, *, papers: bool = False
) -> None:
    """Write one JSON object, row by row, so that a long history needs little memory."""
    head = {"format": FORMAT, "exported": written(now)}
    file.write(json.dumps(head)[:-1])
    runs = (
        {**_run(detail), "notes": detail.notes, "events": list(_events(detail))}
        for detail in queries.every_run(connection)
    )
    _write_list(file, "runs", runs)
    for table in export_learned.tables(papers=papers):
        _write_list(file, table, export_learned.rows(connection, table))
    file.write("}\n")


def _write_list(file: IO[str], name: str, rows: Iterable[dict[str, Any]]) -> None:
    file.write(f', "{name}": [')
    for number, data in enumerate(rows):
        file.write("," if number else "")
        file.write("\n" + json.dumps(data, ensure_ascii=False))
    file.write("\n]")


def write_csv(runs: Iterable[RunDetail], file: IO[str]) -> None:
    """Write one line an event, safe to open in a spreadsheet."""
    table = csv.DictWriter(file, CSV_COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for detail in runs:
        run = _run(detail)
        for event in _events(detail):
            table.writerow({name: _cell(value) for name, value in (run | event).items()})


def write_tables(
    connection: sqlite3.Connection, file: IO[bytes], now: datetime, *, papers: bool = False
) -> None:
    """Write one CSV file a table, all of them in a zip file."""
    with ZipFile(file, "w", ZIP_DEFLATED) as folder:
        with _member(folder, "runs", now) as one:
            write_csv(queries.every_run(connection), one)
        for name in export_learned.tables(papers=papers):
            with _member(folder, name, now) as one:
                table = csv.DictWriter(one, export_learned.COLUMNS[name], lineterminator="\r\n")
                table.writeheader()
                for row in export_learned.rows(connection, name):
                    table.writerow({column: _cell(value) for column, value in row.items()})


@contextmanager
def _member(folder: ZipFile, name: str, now: datetime) -> Iterator[IO[str]]:
    when = now.astimezone().timetuple()[:6]
    info = ZipInfo(f"{name}.csv", min(max(when, _ZIP_BEGINS), _ZIP_ENDS))
    info.compress_type = ZIP_DEFLATED
    with (
        folder.open(info, "w", force_zip64=True) as raw,
        TextIOWrapper(raw, spreadsheets.ENCODING, newline="") as file,
    ):
        yield file


def _cell(value: Any) -> str:
    """Give a value as text that no spreadsheet takes for a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return " ".join(map(str, value))
        case dict() | list():
            return json.dumps(value, ensure_ascii=False)
        case str():
            return spreadsheets.safe(value)
        case _:
            return str(value)


def write(
    connection: sqlite3.Connection,
    out: Path,
    form: Form,
    now: datetime,
    *,
    papers: bool = False,
    force: bool = False,
) -> None:
    """Write an export beside its place, wait until it is on disk, then put it there.

    Args:
        connection: what is written.
        out: the file. As CSV it holds the runs; if its name ends in ``.zip``, every table.
        form: the form of the file.
        now: the time that the export names.
        papers: safety plan and records go along, as far as they are not sealed.
        force: an existing file is replaced.

    Raises:
        UsageError: the file exists, and ``force`` was not given.
        KeepingError: it could not be written; what was there is unchanged.

    """
    with placed(out, force=force) as new:
        if form is Form.CSV and out.suffix.lower() == ".zip":
            with new.open("wb") as raw:
                write_tables(connection, raw, now, papers=papers)
            return
        encoding = spreadsheets.ENCODING if form is Form.CSV else "utf-8"
        with new.open("w", encoding=encoding, newline="") as file:
            if form is Form.CSV:
                write_csv(queries.every_run(connection), file)
            else:
                write_json(connection, file, now, papers=papers)
