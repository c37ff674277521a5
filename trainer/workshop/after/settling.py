"""The end of a journal: what only served the running room goes, and a report is what stays.

Phones, codes, answers one by one, questions and pauses are in the journal, and nobody needs them
when the workshop is over. So the report is written whole into ``settled.json``, and then the
journal is removed. A kill in between leaves the journal, or both; where both are, the settled
file holds, and the journal goes at the next look.
"""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from trainer import saving
from trainer.errors import DamagedData, KeepingError, NewerData
from trainer.language import _
from trainer.workshop.after import plain
from trainer.workshop.after.hand_out import HandOut, hand_out
from trainer.workshop.after.model import Report
from trainer.workshop.after.report import make
from trainer.workshop.journal.journal import cannot
from trainer.workshop.keeping import folders

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.workshop.making import Making
    from trainer.workshop.state import State
    from trainer.workshop.workshop import Workshop

FORMAT: Final = "settled/1"
LARGEST: Final = 4 * 1024 * 1024
MOST_DAYS: Final = 3650


@dataclass(frozen=True, slots=True)
class Settled:
    """What stays of a workshop, ``keep_days`` from ``ended`` (seconds since 1970) on.

    ``folder`` is where it lies, or None where nothing is kept.
    """

    folder: Path | None
    report: Report
    hand_out: HandOut
    ended: float
    keep_days: int


def settle(workshop: Workshop) -> Settled:
    """Let a workshop that has ended settle. It can still be looked at, but keeps nothing more.

    Raises:
        KeepingError: it cannot be written; the journal is as it was, and this can be tried again.

    """
    began = workshop.began_at or 0.0
    folder, days = workshop.folder, workshop.keep_days
    settled = of(workshop.making, workshop.state, folder, began, workshop.wall(), days)
    if folder is not None:
        write(settled)
        workshop.forget_journal()
        drop_journal(folder)
    return settled


def of(
    making: Making, state: State, folder: Path | None, began: float, ended: float, days: int
) -> Settled:
    """Give what stays of a workshop; nothing is written."""
    return Settled(folder, make(making, state, began), hand_out(making.material), ended, days)


def write(settled: Settled) -> None:
    """Write what stays of a workshop, whole.

    Raises:
        KeepingError: it cannot be written; what stood there is as it was.

    """
    if settled.folder is None:
        return
    told = {
        "format": FORMAT,
        "ended": settled.ended,
        "keep_days": settled.keep_days,
        "report": plain.to_plain(settled.report),
        "hand_out": plain.to_plain(settled.hand_out),
    }
    data = json.dumps(told, ensure_ascii=False, indent=1).encode()
    try:
        saving.put(folders.settled(settled.folder), data, mode=0o600)
    except OSError as error:
        raise cannot(error) from error


def drop_journal(folder: Path) -> None:
    """Remove a journal, and what was kept beside it.

    Raises:
        KeepingError: it could not be removed; calling it again goes on.

    """
    try:
        for file in folders.of_journal(folder):
            file.unlink(missing_ok=True)
    except OSError as error:
        raise cannot(error) from error


def read(folder: Path) -> Settled:
    """Read what stays of a workshop.

    Raises:
        DamagedData: it cannot be read.
        NewerData: a newer Upstander wrote it.
        KeepingError: it cannot be opened.

    """
    path = folders.settled(folder)
    try:
        found = path.stat()
        data = path.read_bytes() if stat.S_ISREG(found.st_mode) else b""
    except OSError as error:
        raise KeepingError(
            _("The workshop’s report cannot be read."), details=str(error)
        ) from error
    try:
        told = json.loads(data) if len(data) <= LARGEST else None
        if isinstance(told, dict) and str(told.get("format", "")).startswith("settled/"):
            return _from(folder, told)
        raise ValueError("format")
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise DamagedData(
            _("The workshop’s report is damaged."),
            _("The file was not changed."),
            _("What you saved of it elsewhere is not touched by this."),
            str(error),
        ) from error


def _from(folder: Path, told: dict[str, Any]) -> Settled:
    if told["format"] != FORMAT:
        raise NewerData(
            _("A newer Upstander wrote this report."),
            _("The file was not changed."),
            _("Open it with that one."),
            str(told["format"]),
        )
    days = told["keep_days"]
    if type(days) is not int or not 0 <= days <= MOST_DAYS:
        raise ValueError("keep_days")
    report = plain.from_plain(Report, told["report"])
    out = plain.from_plain(HandOut, told["hand_out"])
    return Settled(folder, report, out, plain.from_plain(float, told["ended"]), days)


def change(settled: Settled, **changes: Any) -> Settled:
    """Change how long it is kept (``keep_days``), or what stands in its report (``report``).

    Raises:
        KeepingError: it cannot be written; it is as it was.

    """
    then = replace(settled, **changes)
    write(then)
    return then
