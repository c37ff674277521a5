"""Looks into folders for what lies beside scenarios: help, pages, drills and plans of one's own.

A folder may hold thousands of files, on a disk that takes its time. So it is looked into in a
thread, and the window waits a moment for it. If that is not enough, what the library has found
there holds until the thread is done; what it then finds otherwise is shown, too.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from trainer.scenario.files import gathering
from trainer.scenario.libraries.searching import FolderList
from trainer.ui.authoring.keeping.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from trainer.ui.context import Context

AT_ONCE: Final = 0.15
"""Seconds that the window waits for it."""

_Known = tuple[FolderList | None, ...]
_Found = tuple[FolderList, ...]


class Folders(QObject):
    """Looks into the folders whenever something of them is asked for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._thread = Writer(self)
        self._last: dict[Path, tuple[FolderList | None, FolderList]] = {}
        self._found: _Found | None = None
        self._given: _Found | None = None
        self._is_late = False

    def look(self, folders: Sequence[Path], *, whole: bool = False) -> _Found:
        """Say what lies in folders.

        ``whole``: all of it is waited for where nothing is known yet, since nobody asks again
        when more is.
        """
        known = tuple(map(self._known, folders))
        if not self._is_late:
            self._found = None
            looked = partial(_looked, folders, known)
            came = partial(self._came, tuple(map(self._context.library.listed, folders)))
            self._thread.do(looked, came, self._failed)
            self._thread.wait(AT_ONCE)
        if whole and self._found is None and None in known:
            self._thread.flush()
        self._is_late = self._found is None
        if self._found is not None:
            return self._found
        pairs = zip(folders, known, strict=True)
        self._given = tuple(one or FolderList(folder, ()) for folder, one in pairs)
        return self._given

    def _known(self, folder: Path) -> FolderList | None:
        """Give what was found there last, here or, later than that, by the library."""
        library = self._context.library.listed(folder)
        then, found = self._last.get(folder, (None, None))
        return found if found is not None and then is library else library

    def _came(self, library: _Known, found: _Found) -> None:
        self._found = found
        self._last = {one.folder: (then, one) for then, one in zip(library, found, strict=True)}
        if self._is_late:
            self._is_late = False
            if self._given != found:
                self._context.library_changed.emit()

    def _failed(self, error: Exception) -> None:
        """Raise what ought not to happen where it is logged and told."""
        self._found, self._is_late = (), False
        raise error


def _looked(folders: Sequence[Path], known: _Known) -> _Found:
    """Look into folders, which takes as long as the disk does."""
    pairs = zip(folders, known, strict=True)
    return tuple(gathering.listed(folder, one) for folder, one in pairs)
