"""What becomes of files that are dropped on Author: one's own opens, others may be taken in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

from trainer.authoring import own
from trainer.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData

    from trainer.ui.page import Page

_ENDINGS: Final = own.PACKED | {".yaml"}
_MOST: Final = 20
"""Files of which each shows in a sheet of its own, one after the other."""

_ENTERS: Final = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove})


class Dropping(QObject):
    """Takes what is dropped on a page, in place of the page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let files be dropped, and see to them."""
        if event.type() not in _ENTERS and event.type() != QEvent.Type.Drop:
            return super().eventFilter(watched, event)
        if not isinstance(event, QDropEvent) or not (paths := _files(event.mimeData())):
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.take(paths)
        return True

    def take(self, paths: Sequence[Path]) -> None:
        """Open a file of one's own; look at what somebody gave; of anything else say what it is."""
        context = self._page.context
        if len(paths) == 1 and _is_own(paths[0]):
            context.open_page("author", path=paths[0])
            return
        fitting = [one for one in paths if one.suffix.lower() in _ENDINGS and not one.is_dir()]
        given, left = fitting[:_MOST], len(paths) - len(fitting[:_MOST])
        if not given:
            context.notice(_refused(paths[0]))
            return
        context.open_page("author-home", take=given)
        if left:
            said = ngettext(
                "%(n)d of what you dropped is left as it is: %(most)d files at a time, "
                "in .yaml or .zip, can be looked at.",
                "%(n)d of what you dropped are left as they are: %(most)d files at a time, "
                "in .yaml or .zip, can be looked at.",
                left,
            )
            context.notice(said % {"n": left, "most": _MOST})


def _files(given: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]


def _is_own(path: Path) -> bool:
    """Whether a file is changed in its place: it lies there itself, not only a link to it."""
    try:
        place = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return False
    return path.suffix.lower() == ".yaml" and place.is_file() and own.is_own(place)


def _refused(path: Path) -> str:
    name = {"name": path.name or str(path)}
    if path.is_dir():
        return _("“%(name)s” is a folder. Drop the .yaml or .zip file that is in it.") % name
    return (
        _("“%(name)s” stays where it is: Author opens .yaml files, and .zip files of them.") % name
    )
