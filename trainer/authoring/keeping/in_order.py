"""Acts on the disk of more than one step, in an order in which a kill at no moment loses anything.

They are done in the writer's thread.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from trainer.authoring.keeping import aside, files, kept, side, versions
from trainer.authoring.keeping.versions import Why
from trainer.errors import UpstanderError

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.authoring.keeping.aside import Unsaved
    from trainer.authoring.keeping.kept import Writing, Written


def save(given: Writing, unsaved: Unsaved, *, home: bool) -> Written:
    """Save; it is kept aside first, so that it always stands in one of the two.

    Raises:
        OutsideError: the file is another one now.
        OSError: it could not be written; what stood there is as it was.

    """
    with suppress(OSError):  # What cannot be kept aside may well be saved.
        aside.keep(given.place, unsaved, home=home)
    written = kept.save(given)
    if written.side_error is None:
        with suppress(OSError):
            aside.forget(given.place)
    return written


def put_by(place: Path, unsaved: Unsaved, *, home: bool) -> None:
    """Let what was not saved stay where it can be found: as a version, or under another name.

    What was kept from elsewhere stays in its folder in any case: it is somebody else's.

    Raises:
        OSError: that is not possible.

    """
    if home:
        with suppress(OSError):  # To give it another name takes no room.
            versions.keep(place, unsaved.text, unsaved.arrangement, Why.UNSAVED)
            if unsaved.ours:
                aside.forget(place)
                return
    aside.put_by(place)


def make_free(place: Path, *, home: bool) -> None:
    """Keep what stands at a place, saved or not, because something else is going to.

    Raises:
        OSError: what was not saved there cannot be put by.

    """
    if home:
        with suppress(OSError, UpstanderError):  # Somebody has agreed that it goes.
            lies, _understood = side.read(place)
            versions.keep(place, files.read(place).text, lies, Why.THEIRS)
    unsaved = aside.find(place)
    if unsaved is not None:
        put_by(place, unsaved, home=home)
