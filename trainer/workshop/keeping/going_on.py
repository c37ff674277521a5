"""Going on with a workshop that stopped: here after a crash, or on a second laptop."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer import saving
from trainer.workshop import material
from trainer.workshop.clock import SystemClock
from trainer.workshop.journal import reopening
from trainer.workshop.journal.journal import cannot, hold
from trainer.workshop.keeping import folders, listing
from trainer.workshop.retelling import retell
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.workshop.clock import Clock
    from trainer.workshop.journal.reopening import Opened
    from trainer.workshop.retelling import Retold


class Left(StrEnum):
    """Whether a part of the journal was left out, and why. All of it is kept beside."""

    NOTHING = "nothing"
    UNREADABLE = "unreadable"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class GoneOn:
    """A workshop that goes on, and what of its journal could not be taken over."""

    workshop: Workshop
    left: Left


def go_on(folder: Path, clock: Clock | None = None) -> GoneOn:
    """Go on with the workshop of a folder, at the same place, timer, votes and phones.

    Raises:
        HeldElsewhere: it is open in another window.
        DamagedData: the beginning of its journal cannot be read.
        NewerData: a newer Upstander wrote it.
        MaterialError: what it was made of cannot be read.
        KeepingError: it cannot be read or written.

    """
    path = folders.journal(folder)
    # Before it is read: nobody adds to it in between.
    lock = hold(path)
    try:
        opened = reopening.read(path)
        retold = retell(material.from_plain(opened.head.get("made"), folder), opened.entries)
    except BaseException:
        lock.release()
        raise
    clock = clock or SystemClock()
    journal = opened.up_to(retold.count).go_on(lock)
    wall = clock.wall() if retold.wall is None else retold.wall
    try:
        days = listing.keep_days(opened.head)
        workshop = Workshop(retold.making.material, journal, clock, (retold, wall), days)
    except BaseException:
        journal.close()
        raise
    return GoneOn(workshop, _left(opened, retold))


def _left(opened: Opened, retold: Retold) -> Left:
    if retold.refused is not None:
        return Left.REFUSED
    return Left.NOTHING if opened.whole else Left.UNREADABLE


def take_up(path: Path, clock: Clock | None = None) -> GoneOn:
    """Go on with the journal of another laptop: a copy of it, in a folder of its own.

    Raises:
        DamagedData: that is no journal, or its beginning cannot be read; nothing was made.
        NewerData: a newer Upstander wrote it; nothing was made.
        MaterialError: what it was made of cannot be read; nothing was made.
        KeepingError: it cannot be read, or the copy not written; nothing was made.

    """
    clock = clock or SystemClock()
    opened = reopening.read(path)
    material.from_plain(opened.head.get("made"), path.parent)
    folder = None
    try:
        folder = folders.new(clock.wall())
        saving.put(folders.journal(folder), path.read_bytes(), mode=0o600)
    except OSError as error:
        if folder is not None:
            with suppress(OSError):
                folder.rmdir()
        raise cannot(error) from error
    return go_on(folder, clock)
