"""One file of all that is given away: a zip, laid out as a pack is, with a line for who unzips it.

It holds nothing but what was asked for: no map and no notes on it, no earlier versions, nothing of
who looked at it. Pictures in it are without what a camera wrote into them, also those that somebody
laid beside the file by hand: these stay there as they are.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from trainer.authoring import formats
from trainer.authoring.giving.zipped import LARGEST
from trainer.authoring.keeping import own_copies
from trainer.authoring.keeping.bare_pictures import bare
from trainer.authoring.templates.making import id_of
from trainer.errors import UpstanderError
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.authoring.giving.belonging import Parcel

FOLDERS: Final = {
    formats.SCENARIO: "scenarios",
    formats.DRILLS: "drills",
    formats.HELP: "help",
    formats.PLAN: "plans",
    formats.PAGE: "pages",
}
"""By format, the folder in which a file lies."""

_WHEN: Final = (1980, 1, 1, 0, 0, 0)
"""No file in it tells when it was written."""


def packed(parcels: Sequence[Parcel]) -> bytes:
    """Make the zip of files and what lies beside them.

    Raises:
        UpstanderError: something cannot be read, or all of it is too large.

    """
    made = io.BytesIO()
    total = 0
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _members(parcels):
            total += len(data)
            if total > LARGEST:
                raise _too_large()
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return made.getvalue()


def _members(parcels: Sequence[Parcel]) -> Iterator[tuple[str, bytes]]:
    taken: set[str] = set()
    for one in parcels:
        stem = id_of(one.id, taken)
        taken.add(stem)
        folder = f"{FOLDERS.get(one.format, 'scenarios')}/{stem}"
        yield f"{folder}/{stem}.yaml", one.data
        for name, path in one.beside.items():
            try:
                data = own_copies.of_beside(path)
            except OSError as error:
                raise _cannot_read(path.name, error) from error
            if data is None:
                continue
            if name.endswith(".po"):
                yield f"{folder}/{stem}{name[len(one.path.stem) :]}", data
            else:
                yield f"{folder}/{name}", _bare(path.name, data)
    yield _("READ ME.txt"), _how().encode()


def _bare(name: str, picture: bytes) -> bytes:
    found = bare(picture)
    if found is not None:
        return found
    raise UpstanderError(
        _("What a camera may have noted in “%(name)s” cannot be taken out.") % {"name": name},
        _("Nothing was given away, and nothing was changed."),
        _("Take another picture there, or open this one in another program and save it anew."),
    )


def _how() -> str:
    return (
        _(
            "This was written with Upstander. To take it in: open Upstander, go to Author, choose "
            "“Take in what somebody gave you”, and pick this zip file. It need not be unpacked."
        )
        + "\n"
    )


def _too_large() -> UpstanderError:
    return UpstanderError(
        _("That is too much for one file: more than %(n)d MB.") % {"n": LARGEST // 2**20},
        _("Nothing was given away, and nothing was changed."),
        _("Give fewer files at once, or make the pictures smaller."),
    )


def _cannot_read(name: str, error: OSError) -> UpstanderError:
    return UpstanderError(
        _("%(name)s cannot be read.") % {"name": name},
        _("Nothing was given away, and nothing was changed."),
        _("See whether it can be opened with another program, then try again."),
        str(error),
    )
