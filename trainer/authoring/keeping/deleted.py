"""Files of one's own that are gone, while earlier versions of them are still kept."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer import saving
from trainer.authoring import own
from trainer.authoring.called import title_of
from trainer.authoring.document import Document
from trainer.authoring.keeping import files, side, versions
from trainer.errors import UpstanderError
from trainer.language import _

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from trainer.authoring.keeping.versions import Content

MOST: Final = 60
"""Files that are listed: those that were written last."""


class Deleted(NamedTuple):
    """A file that is gone: where it lay, what it was called, when it was last kept."""

    path: Path
    title: str
    at: datetime


def every() -> list[Deleted]:
    """Give the files that are gone, the last first; what cannot be read is passed over."""
    gone = [
        (path, last)
        for path, last in versions.latest()
        if _is_own(path) and not os.path.lexists(path)
    ]
    gone.sort(key=lambda one: one[1].at, reverse=True)
    found = []
    for path, last in gone[:MOST]:
        content = _content(path)
        if content is not None:
            document = Document(path, content.text)
            document.settle()
            found.append(Deleted(path, title_of(document), last.at))
    return found


def bring_back(one: Deleted) -> None:
    """Lay a file where it was, as it was last kept; its earlier versions are there as before.

    Raises:
        UpstanderError: it cannot be, and nothing was changed.

    """
    content = _content(one.path)
    if content is None:
        raise UpstanderError(
            _("“%(title)s” cannot be read any more.") % {"title": one.title},
            _("Nothing was changed."),
        )
    if os.path.lexists(one.path):
        raise UpstanderError(
            _("Another file of this name is there now: %(name)s.") % {"name": one.path.name},
            _("Nothing was changed."),
            _("Give that one another name, then bring this one back."),
        )
    try:
        one.path.parent.mkdir(parents=True, exist_ok=True)
        saving.put(one.path, files.encoded(content.text))
    except OSError as error:
        raise UpstanderError(
            _("%(name)s could not be brought back.") % {"name": one.path.name},
            _("It is still kept."),
            _("Make room on the disk, then try again."),
            details=str(error),
        ) from error
    with suppress(OSError):  # How it lies on the map is laid out anew then.
        side.write(one.path, content.arrangement)


def _is_own(path: Path) -> bool:
    """Whether it lay among one's own: versions know it by its real place."""
    return any(path.is_relative_to(os.path.realpath(folder)) for folder in own.folders())


def _content(path: Path) -> Content | None:
    """Give the last version of a file that can be read."""
    return next((found for one in versions.every(path) if (found := versions.read(one))), None)
