"""Every drill there is: those that the program brings along, and those of folders.

A file of a folder overrides the built-in one with the same id; of two folders the earlier
one counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import paths
from trainer.drills.reading import DRILLS
from trainer.scenario.files.gathering import by_id, gather

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from trainer.drills.model import Deck
    from trainer.scenario.files.gathering import Placed
    from trainer.scenario.files.reading import Reading
    from trainer.scenario.libraries.searching import FolderList


class Collection:
    """The files of drills and reflections of the program and of some folders.

    Args:
        folders: searched downwards, in order; one that does not exist is empty.

    """

    def __init__(self, folders: Iterable[Path | FolderList] = ()) -> None:
        gathered = gather(DRILLS, paths.built_in_drills(), folders)
        self._decks = by_id(gathered, lambda deck: deck.id)
        self._broken = gathered.broken

    def decks(self) -> tuple[Placed[Deck], ...]:
        """Give every file: those of folders, whom they are for, before what comes along."""
        return tuple(sorted(self._decks.values(), key=lambda placed: placed.folder is None))

    def deck(self, deck_id: str) -> Placed[Deck] | None:
        """Give one file by its id, or None."""
        return self._decks.get(deck_id)

    @property
    def broken(self) -> tuple[Reading[Deck], ...]:
        """Files with an error, which add nothing, with their problems."""
        return self._broken
