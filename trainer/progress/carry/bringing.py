"""A file to take along, looked through and taken in.

It is looked through whole first, and nothing is changed before that went well. Taking it in
reads and checks it once more, in one transaction: a file that changed in between changes
nothing either.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from trainer.progress.carry import lines, whole
from trainer.progress.carry.found import Found, HowPapers, Plan
from trainer.progress.carry.merging import Merging

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from trainer.progress.carry.lines import Line
    from trainer.progress.store import Store

__all__ = ["Found", "HowPapers", "Plan", "look", "put"]

_OFTEN = 500
"""Lines after which is told how far it is."""


@contextmanager
def _lines(path: Path, passphrase: str) -> Iterator[tuple[Iterator[Line], int]]:
    """Give the checked lines of a file, and its size in bytes."""
    with lines.opened(path, passphrase) as (file, head):
        yield whole.checked(lines.read(file, head)), max(1, path.stat().st_size)


def _take(found: Iterator[Line], size: int, merging: Merging) -> Iterator[float]:
    for number, line in enumerate(found):
        merging.take(line.kind, line.data)
        if not number % _OFTEN:
            yield min(1.0, line.place / size)


def look(
    store: Store, path: Path, *, passphrase: str = "", papers: HowPapers | None = None
) -> Generator[float, None, Found]:
    """Look a file through step by step, changing nothing; the steps give how far it is.

    The arguments are those of :func:`put`.

    Raises:
        SealedFile: it is sealed, and not with this passphrase.
        CarriedError: it cannot be taken in.
        KeepingError: what is here cannot be read.

    """
    with _lines(path, passphrase) as (found, size), store.reading() as connection:
        merging = Merging(connection, papers=papers)
        yield from _take(found, size, merging)
    return merging.found


def put(
    store: Store,
    path: Path,
    before: Found,
    *,
    passphrase: str = "",
    papers: HowPapers | None = None,
) -> Generator[float, None, Found]:
    """Take a file in step by step; the steps give how far it is. A backup is made first.

    Ending the steps early, or any error, leaves everything as it was.

    Args:
        store: where it goes.
        path: the file.
        before: what looking through it found.
        passphrase: opens the file, if it is sealed.
        papers: how papers are taken in.

    Raises:
        CarriedError: the file is not as it was when it was looked through.
        KeepingError: nothing was taken in.

    """
    if store.run_count():
        store.backup()
    with _lines(path, passphrase) as (found, size), store.writing() as connection:
        merging = Merging(connection, before=before, papers=papers)
        yield from _take(found, size, merging)
        merging.finish()
    return merging.found
