"""What was kept, written out for other programs. docs/data.md describes both forms."""

from __future__ import annotations

import csv
import json
import os
from contextlib import contextmanager, suppress
from enum import StrEnum
from typing import IO, TYPE_CHECKING, Any

from trainer.errors import UsageError
from trainer.language import _
from trainer.progress import bad_days, files, records
from trainer.progress.records import written

if TYPE_CHECKING:
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
CSV_COLUMNS = (*RUN_COLUMNS, *EVENT_COLUMNS)
"""Columns of the CSV form: one line an event, each with what is known of its run."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


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


def write_json(runs: Iterable[RunDetail], file: IO[str], now: datetime) -> None:
    """Write one JSON object, run by run, so that a long history needs little memory."""
    head = {"format": FORMAT, "exported": written(now)}
    file.write(json.dumps(head)[:-1] + ', "runs": [')
    for number, detail in enumerate(runs):
        data = {**_run(detail), "notes": detail.notes, "events": list(_events(detail))}
        file.write("," if number else "")
        file.write("\n" + json.dumps(data, ensure_ascii=False))
    file.write("\n]}\n")


def write_csv(runs: Iterable[RunDetail], file: IO[str]) -> None:
    """Write one line an event, safe to open in a spreadsheet."""
    table = csv.DictWriter(file, CSV_COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for detail in runs:
        run = _run(detail)
        for event in _events(detail):
            table.writerow({name: _cell(value) for name, value in (run | event).items()})


def _cell(value: Any) -> str:
    """Give a value as text that no spreadsheet takes for a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return " ".join(map(str, value))
        case str() if value.startswith(_FORMULA):
            return "'" + value
        case _:
            return str(value)


def write(
    runs: Iterable[RunDetail], out: Path, form: Form, now: datetime, *, force: bool = False
) -> None:
    """Write an export beside its place, wait until it is on disk, then put it there.

    Args:
        runs: what is written, in this order.
        out: the file.
        form: the form of the file.
        now: the time that the export names.
        force: an existing file is replaced.

    Raises:
        UsageError: the file exists, and ``force`` was not given.
        KeepingError: it could not be written; what was there is unchanged.

    """
    # Spreadsheets take a file without this mark for one of the last century.
    encoding = "utf-8-sig" if form is Form.CSV else "utf-8"
    with placed(out, force=force, encoding=encoding) as file:
        if form is Form.CSV:
            write_csv(runs, file)
        else:
            write_json(runs, file, now)


@contextmanager
def placed(out: Path, *, force: bool, encoding: str = "utf-8") -> Iterator[IO[str]]:
    """Write a file in a block, beside its place; it takes that place once it is whole.

    Raises:
        UsageError: the file exists, and ``force`` was not given.
        KeepingError: it could not be written; what was there is unchanged.

    """
    if out.exists() and not force:
        raise UsageError(
            _("“%(file)s” already exists.") % {"file": out},
            _("It was not changed."),
            _("Choose another name, or add --force to replace it."),
        )
    new = out.with_name(f".{out.name}.{os.getpid()}.new")
    try:
        files.private_file(new)
        with new.open("w", encoding=encoding, newline="") as file:
            yield file
        files.put_in_place(new, out)
    except OSError as error:
        raise bad_days.not_exported(out, error) from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
