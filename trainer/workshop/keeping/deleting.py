"""Deleting what is kept of a workshop: when its date has come, or at once."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer import locking, paths
from trainer.errors import HeldElsewhere, KeepingError
from trainer.language import _
from trainer.workshop.journal.journal import hold, lock_of
from trainer.workshop.keeping import dates, folders, listing
from trainer.workshop.keeping.dates import DAY
from trainer.workshop.keeping.listing import Condition, Kept

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Looked:
    """What is kept, what went because its date had come, and what goes next time.

    ``named`` is due by a clock that has moved on further than anybody can tell from a clock that
    was set forward, or never ended: it goes when the program looks again a day later.
    """

    kept: tuple[Kept, ...]
    went: tuple[Kept, ...] = ()
    named: tuple[Kept, ...] = ()


def look(now: float, spared: frozenset[Path] = frozenset()) -> Looked:
    """Look what is kept, and delete what is past its date, but for the folders ``spared``.

    What cannot be deleted now is tried again the next time.
    """
    _finish()
    every = listing.every()
    if not every:
        return Looked(())
    known = dates.read()
    due = [one for one in every if one.folder not in spared and _is_due(one, known, now)]
    going = [one for one in due if _may_go(one, known, now)]
    went = tuple(one for one in going if _went(one))
    waits = {
        one: replace(one, goes=known.named[one.folder.name] + DAY)
        for one in due
        if one not in going
    }
    kept = tuple(waits.get(one, one) for one in every if one not in went)
    known.keep(now, {one.folder.name for one in kept})
    return Looked(kept, went, tuple(waits.values()))


def _is_due(one: Kept, known: dates.Dates, now: float) -> bool:
    if one.goes is None or one.condition is Condition.OPEN:
        return False
    days = one.goes - one.last
    # The journal's own clock and the file's may differ: the later one is nearer the evening.
    last = max(one.last, one.touched)
    return now >= known.from_when(one.folder.name, last, now) + days


def _may_go(one: Kept, known: dates.Dates, now: float) -> bool:
    unfinished = one.condition is not Condition.ENDED
    return known.may_go(one.folder.name, now, unfinished=unfinished)


def _went(one: Kept) -> bool:
    try:
        delete(one.folder)
    except KeepingError:
        return False
    return True


def delete(folder: Path) -> None:
    """Delete all that is kept of a workshop, and look whether it is gone.

    Raises:
        HeldElsewhere: it is open in a window.
        KeepingError: something of it could not be removed; the next look goes on.

    """
    erasing = folder.with_name(folder.name + folders.ERASING)
    try:
        if folders.journal(folder).exists():
            hold(folders.journal(folder)).release()
        # From here on it is deleted, whatever happens: nothing opens it under that name.
        folder.rename(erasing)
        _remove(erasing)
    except HeldElsewhere:
        raise
    except (OSError, KeepingError) as error:
        raise KeepingError(
            _("Not all of this workshop could be deleted."),
            _("Everything else is safe."),
            _("Close other programs that may hold its files, and delete once more."),
            str(error),
        ) from error


def _remove(erasing: Path) -> None:
    for file in sorted(erasing.iterdir()):
        file.unlink()
    erasing.rmdir()
    _sync(erasing.parent)


def _sync(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows syncs no folders
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _finish() -> None:
    """Go on where deleting was interrupted."""
    with suppress(OSError):
        for erasing in paths.workshops().glob(f"*{folders.ERASING}"):
            with suppress(OSError):
                _remove(erasing)


def discard(folder: Path) -> None:
    """Delete a workshop that never began, and was let go of; quietly, as nothing was in it."""
    with suppress(KeepingError):
        if not locking.is_taken(lock_of(folders.journal(folder))):
            delete(folder)
