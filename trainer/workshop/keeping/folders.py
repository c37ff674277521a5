"""One folder a workshop, which only its owner may look into: names of what lies in it.

::

    workshops/20261130-1805-k3f9qa/
        journal.jsonl            while it is held, and after a crash
        journal.jsonl.lock       empty; held by the program that writes the journal
        journal.jsonl.damaged    what could not be read when somebody went on with it
        settled.json             after its end: the report, and when it is deleted
    workshops/20261130-1805-k3f9qa.erasing/      is being deleted
"""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Final

from trainer import paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

JOURNAL: Final = "journal.jsonl"
SETTLED: Final = "settled.json"
ERASING: Final = ".erasing"
_SIGNS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


def new(wall: float) -> Path:
    """Make a folder for a workshop that begins now.

    Raises:
        OSError: it cannot be made.

    """
    try:
        stamp = time.strftime("%Y%m%d-%H%M", time.localtime(wall))
    except (OverflowError, ValueError, OSError):
        stamp = "0"
    random = "".join(secrets.choice(_SIGNS) for _sign in range(6))
    every = paths.workshops()
    every.mkdir(parents=True, exist_ok=True)
    every.chmod(0o700)
    folder = every / f"{stamp}-{random}"
    folder.mkdir(mode=0o700)
    return folder


def journal(folder: Path) -> Path:
    """Give where a workshop's journal lies."""
    return folder / JOURNAL


def of_journal(folder: Path) -> list[Path]:
    """Give a journal and what lies beside it but its lock, the journal last."""
    path = journal(folder)
    beside = sorted(folder.glob(f"{JOURNAL}.*"))
    return [one for one in beside if one.suffix != ".lock"] + [path]


def settled(folder: Path) -> Path:
    """Give where what stays of a workshop after its end lies."""
    return folder / SETTLED


def every() -> Iterator[Path]:
    """Give the folders of workshops that are not being deleted, the latest first."""
    try:
        found = sorted(paths.workshops().iterdir(), reverse=True)
    except OSError:
        return
    for folder in found:
        if folder.is_dir() and not folder.is_symlink() and folder.suffix != ERASING:
            yield folder
