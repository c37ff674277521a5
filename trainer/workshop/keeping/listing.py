"""The workshops that are kept here: interrupted ones, and the reports of those that ended."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from trainer import locking
from trainer.errors import KeepingError, NewerData, UpstanderError
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.workshop import material
from trainer.workshop.after import settling
from trainer.workshop.journal import glancing, reopening
from trainer.workshop.journal.journal import hold, lock_of
from trainer.workshop.keeping import folders
from trainer.workshop.keeping.dates import DAY
from trainer.workshop.retelling import retell

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from trainer.plans.model import Plan
    from trainer.workshop.after.settling import Settled
    from trainer.workshop.journal.reopening import Opened
    from trainer.workshop.retelling import Retold

UNREADABLE_DAYS: Final = 30
"""Days that something stays of which nobody can tell when it shall go."""


class Condition(StrEnum):
    """How it is with a workshop that is kept."""

    INTERRUPTED = "interrupted"
    OPEN = "open"
    ENDED = "ended"
    DAMAGED = "damaged"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Kept:
    """A workshop that is kept here. Times are in seconds since 1970.

    ``held`` is when it began, or was made ready; ``last`` when something was last done in it;
    ``goes`` when it is deleted, None for one that a newer version wrote. ``stood`` is the title of
    the part of the plan in which an interrupted one stopped, empty before its beginning;
    ``touched`` is when the file system says that its journal was written last.
    """

    folder: Path
    condition: Condition
    title: str = ""
    held: float = 0.0
    last: float = 0.0
    goes: float | None = None
    stood: str = ""
    touched: float = 0.0

    @property
    def name(self) -> str:
        """What it is called, also without a title."""
        return self.title or _("A workshop without a title")


def every(*, settles: bool = True) -> tuple[Kept, ...]:
    """Give what is kept, the latest first.

    Those that were killed while they ended settle now, if ``settles``; else nothing is written.
    """
    return tuple(one(folder, settles=settles) for folder in folders.every())


def one(folder: Path, *, settles: bool = True) -> Kept:
    """Say how it is with one folder."""
    try:
        if folders.settled(folder).exists():
            return _settled(folder, settles=settles)
        return _journal(folder, settles=settles)
    except NewerData:
        return Kept(folder, Condition.NEWER)
    except (UpstanderError, OSError):
        # One that cannot even be looked into must not hide the others.
        last = _touched_or_none(folder)
        if last is None:
            return Kept(folder, Condition.DAMAGED)
        goes = last + UNREADABLE_DAYS * DAY
        return Kept(folder, Condition.DAMAGED, held=last, last=last, goes=goes)


def _settled(folder: Path, *, settles: bool) -> Kept:
    if settles and not locking.is_taken(lock_of(folders.journal(folder))):
        # It may have been killed before the journal was removed.
        with suppress(KeepingError):
            settling.drop_journal(folder)
    return _ended(settling.read(folder), folder)


def _ended(found: Settled, folder: Path) -> Kept:
    goes = found.ended + found.keep_days * DAY
    report = found.report
    return Kept(folder, Condition.ENDED, report.title, report.held, found.ended, goes)


def _journal(folder: Path, *, settles: bool) -> Kept:
    path = folders.journal(folder)
    if locking.is_taken(lock_of(path)):
        title = plain(str(glancing.head(path).get("title")))
        return Kept(folder, Condition.OPEN, title, last=_touched(folder))
    glance = glancing.glance(path)
    if glance is not None:
        made = _number(glance.head.get("made_at"))
        plan = material.plan_from(glance.head.get("made"), folder)
        at = None if glance.began_at is None else glance.segment
        last = made if glance.last is None else glance.last
        return _interrupted(folder, glance.head, plan, (glance.began_at, last), at)
    opened = reopening.read(path)
    retold = retell(material.from_plain(opened.head.get("made"), folder), opened.entries)
    if retold.state.ended is not None:
        return _settle(folder, opened, retold, settles=settles)
    last = _number(opened.head.get("made_at")) if retold.wall is None else retold.wall
    at = None if retold.began_at is None else retold.state.at.segment
    plan = retold.making.material.plan
    return _interrupted(folder, opened.head, plan, (retold.began_at, last), at)


def _interrupted(
    folder: Path, head: Mapping[str, Any], plan: Plan, when: tuple[float | None, float],
    at: int | None,
) -> Kept:  # fmt: skip
    """Give one that was interrupted; ``when`` it began, if it did, and its last act was."""
    began, last = when
    # Even where nothing is to be kept, one that was interrupted can be gone on with for a day.
    days = 1 if began is None else max(1, keep_days(head))
    titles = [one.title for one in plan.segments.values()]
    stood = plain(titles[at]) if at is not None and 0 <= at < len(titles) else ""
    held = began or _number(head.get("made_at"))
    goes, touched = last + days * DAY, _written(folders.journal(folder))
    title = plain(plan.title)
    return Kept(folder, Condition.INTERRUPTED, title, held, last, goes, stood, touched)


def _settle(folder: Path, opened: Opened, retold: Retold, *, settles: bool) -> Kept:
    began, ended = retold.began_at or 0.0, retold.wall or 0.0
    settled = settling.of(retold.making, retold.state, folder, began, ended, keep_days(opened.head))
    if not settles:
        return _ended(settled, folder)
    # A full disk keeps the journal; the next look tries again.
    with suppress(KeepingError):
        lock = hold(opened.path)
        try:
            settling.write(settled)
            settling.drop_journal(folder)
        finally:
            lock.release()
    return _ended(settled, folder)


def keep_days(head: Mapping[str, Any]) -> int:
    """Give the days that a journal's head says it is kept; a month if it says nothing sensible."""
    days = head.get("keep_days")
    sensible = type(days) is int and 0 <= days <= settling.MOST_DAYS
    return days if sensible else UNREADABLE_DAYS  # type: ignore[return-value]


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) and abs(value) < 1e12 else 0.0


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _touched_or_none(folder: Path) -> float | None:
    try:
        return _touched(folder)
    except KeepingError:
        return None


def _touched(folder: Path) -> float:
    try:
        return max((file.stat().st_mtime for file in folder.iterdir()), default=0.0)
    except OSError as error:
        raise KeepingError("", details=str(error)) from error
