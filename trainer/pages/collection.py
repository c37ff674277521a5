"""Every page about the method: those that the program brings along, and those of folders.

A page of a folder overrides the built-in one with the same id; of two folders the earlier
one counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import paths
from trainer.pages.reading import PAGES
from trainer.scenario.files.gathering import by_id, gather

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from trainer.pages.model import Page
    from trainer.scenario.files.gathering import Placed
    from trainer.scenario.files.reading import Reading
    from trainer.scenario.libraries.searching import FolderList


class Collection:
    """The pages of the program and of some folders.

    Args:
        folders: searched downwards, in order; one that does not exist is empty.

    """

    def __init__(self, folders: Iterable[Path | FolderList] = ()) -> None:
        gathered = gather(PAGES, paths.built_in_pages(), folders)
        self._pages = by_id(gathered, lambda page: page.id)
        self._broken = gathered.broken

    def pages(self) -> tuple[Placed[Page], ...]:
        """Give every page, by its place in the list; of two at one place the built-in first."""
        return tuple(sorted(self._pages.values(), key=lambda placed: placed.content.order))

    def page(self, page_id: str) -> Placed[Page] | None:
        """Give one page by its id, or None."""
        return self._pages.get(page_id)

    @property
    def broken(self) -> tuple[Reading[Page], ...]:
        """Files with an error, which add nothing, with their problems."""
        return self._broken
