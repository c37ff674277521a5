"""Statements written into a file of the learner's own: JSON Lines, one statement a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.progress import queries
from trainer.progress.export.placing import placed
from trainer.progress.organisation import organisation as organisations
from trainer.progress.organisation import outbox
from trainer.progress.organisation.xapi import statements

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.progress.store import Store


def export(
    store: Store,
    out: Path,
    *,
    organisation: str = "",
    with_choices: bool = False,
    force: bool = False,
) -> int:
    """Write what was completed, the earliest run first; give how many runs that were.

    Args:
        store: what was kept.
        out: the file.
        organisation: whom it is for; each has a random id of its own for this profile.
        with_choices: the choices of every one of the runs are written, too.
        force: an existing file is replaced.

    Raises:
        UsageError: the file exists, and ``force`` was not given.
        KeepingError: it could not be written; what was there is unchanged.

    """
    count = 0
    with placed(out, force=force) as new, new.open("w", encoding="utf-8", newline="") as file:
        actor = organisations.actor_for(store, organisation)
        with store.reading() as connection:
            for run in queries.every_run(connection):
                if not statements.has_completion(run.summary):
                    continue
                count += 1
                parts = (False, True) if with_choices else (False,)
                for part in parts:
                    for line in outbox.preview(run, actor, with_choices=part):
                        file.write(line.decode("ascii") + "\n")
    return count
