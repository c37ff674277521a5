"""A picture of one's own: looked at as if anybody had made it, and copied beside the file.

The copy is without what a camera wrote into it; what was chosen stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from trainer import saving
from trainer.authoring.keeping.bare_pictures import bare
from trainer.errors import CarriedError
from trainer.language import _
from trainer.letters import without_marks
from trainer.scenario.files.assets import KINDS
from trainer.scenario.files.pictures import MOST_BYTES
from trainer.ui.widgets.pictures import own_picture

if TYPE_CHECKING:
    from pathlib import Path

_LOOK: Final = QSize(64, 64)

_DAY: Final = re.compile(r"-*\d[\d-]{4,}\d-*")
"""What may be a day or a time in a name: six digits and more, hyphens among them."""


def brought(place: Path, folder: Path) -> str:
    """Bring a picture beside a file; give its name as it is written there.

    One that lies there already is not copied.

    Raises:
        UpstanderError: it is no picture that can be shown, or cannot be read or written.

    """
    if place.suffix.lower() not in KINDS or not _can_be_shown(place):
        raise _no_picture(place)
    if place.resolve().parent == folder.resolve():
        return place.name
    try:
        data = bare(place.read_bytes())
    except OSError:
        raise _no_picture(place) from None
    if data is None:
        raise _not_bare(place)
    name = _free_name(place, folder, data)
    if not (folder / name).exists():
        saving.save(folder / name, data)
    return name


def _can_be_shown(place: Path) -> bool:
    try:
        if place.stat().st_size > MOST_BYTES:
            return False
    except OSError:
        return False
    found = own_picture.find(place.parent, place.name)
    return found is not None and own_picture.fitting(found, _LOOK) is not None


def _free_name(place: Path, folder: Path, data: bytes) -> str:
    """Give a name of plain letters that is free there, or has the same picture already.

    Telephones name a photo by its day: that goes, too.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", without_marks(place.stem).lower())
    stem = _DAY.sub("-", plain).strip("-")[:40] or "picture"
    number = 1
    while True:
        name = f"{stem}{f'-{number}' if number > 1 else ''}{place.suffix.lower()}"
        there = folder / name
        try:
            if not there.exists() or there.read_bytes() == data:
                return name
        except OSError:
            pass
        number += 1


def _no_picture(place: Path) -> CarriedError:
    return CarriedError(
        _("“%(name)s” cannot be shown as a picture.") % {"name": place.name},
        safe=_("Nothing was copied or changed."),
        next_step=_("Choose a PNG, JPEG or WebP picture of up to 16 MB and 16 megapixels."),
    )


def _not_bare(place: Path) -> CarriedError:
    return CarriedError(
        _("What a camera may have noted in “%(name)s” cannot be taken out.") % {"name": place.name},
        safe=_("Nothing was copied or changed."),
        next_step=_(
            "Open it in another program, save it from there as a PNG, and choose that one."
        ),
    )
