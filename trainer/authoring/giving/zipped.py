"""Reading a zip that anybody may have made: in memory, by name, with a limit on everything.

Nothing is unpacked: what is taken in is laid under names of our own. One name that leads out of
its folder, and all of it is refused, because whoever wrote that meant no good.
"""

from __future__ import annotations

import io
import re
import stat
import unicodedata
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from trainer.authoring.keeping import files
from trainer.errors import CarriedError
from trainer.language import _

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 256 * 2**20
"""Bytes of a zip, and of all that is read of one."""

_MOST: Final = 5000
"""Files that one may hold."""

_LONGEST: Final = 300
"""Signs of a name in it."""

_KNOWN: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MAGIC: Final = b"PK\x03\x04"
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_LOCKED: Final = 1
_WRONG: Final = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError,
    OverflowError, IndexError, KeyError, OSError,
)  # fmt: skip
"""What reading raises of a zip that is none, or a damaged one."""


def is_zip(data: bytes) -> bool:
    """Whether a file begins as a zip does."""
    return data.startswith(_MAGIC)


class Zipped:
    """The files in a zip, by name with slashes; read one by one."""

    def __init__(self, name: str, data: bytes) -> None:
        """Look at all names.

        Args:
            name: of the file, for whoever is told that something is wrong with it.
            data: all of it.

        Raises:
            CarriedError: it cannot be read, or is not to be trusted.

        """
        self.name = name
        self._left = LARGEST
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            every = self._archive.infolist()
        except _WRONG as error:
            raise self._damaged(error) from error
        if len(every) > _MOST:
            raise self.refused(_("It holds more files than anybody gives away."))
        self._infos: dict[str, zipfile.ZipInfo] = {}
        folded: set[str] = set()
        for info in every:
            self._add(info, folded)

    @property
    def names(self) -> list[str]:
        """All names, in order."""
        return sorted(self._infos)

    def read(self, name: str, most: int) -> bytes | None:
        """Read a file; None if it holds more than ``most`` bytes.

        Raises:
            CarriedError: it is damaged, or all that was read is too much.

        """
        try:
            with self._archive.open(self._infos[name]) as file:
                data = file.read(most + 1)
        except _WRONG as error:
            raise self._damaged(error) from error
        self._left -= len(data)
        if self._left < 0:
            raise self.refused(_("Unpacked, it is too large."))
        return data if len(data) <= most else None

    def _add(self, info: zipfile.ZipInfo, folded: set[str]) -> None:
        if info.flag_bits & _LOCKED:
            raise self.refused(_("It is locked with a password."))
        if info.compress_type not in _KNOWN:
            raise self.refused(_("It is packed in a way that is not known here."))
        name = info.orig_filename.replace("\\", "/")
        if _leads_out(name.removesuffix("/")) or stat.S_ISLNK(info.external_attr >> 16):
            raise self.refused(_("A name in it leads out of its folder."))
        alike = unicodedata.normalize("NFC", name).casefold()
        if alike in folded:
            raise self.refused(_("Two files in it have the same name."))
        folded.add(alike)
        if not name.endswith("/"):
            self._infos[name] = info

    def refused(self, why: str, details: str = "") -> CarriedError:
        """Give the error that it is not taken in."""
        return CarriedError(
            _("%(name)s cannot be taken in.") % {"name": self.name},
            _("%(why)s Nothing was changed here.") % {"why": why},
            _("Ask whoever gave it to you for another copy."),
            details,
        )

    def _damaged(self, error: Exception) -> CarriedError:
        return self.refused(_("It is damaged, or not a zip file."), str(error))


def _leads_out(name: str) -> bool:
    """Whether a name is anything but one of a file inside the folder."""
    parts = name.split("/")
    return (
        len(name) > _LONGEST
        or not all(name)
        or any(not sign.isprintable() for sign in name)
        or bool(_DRIVE.match(name))
        or any(part in ("", ".", "..") for part in parts)
    )


def read(path: Path) -> bytes:
    """Read all bytes of a file that somebody gave, as far as it may be so large.

    Raises:
        CarriedError: it is not there, is no file, or is too large.

    """
    try:
        data, _stat = files.raw(path, LARGEST + 1)
    except (OSError, ValueError) as error:
        raise CarriedError(
            _("%(name)s cannot be read.") % {"name": path.name},
            _("Nothing was changed here."),
            _("See whether it is still there, then try again."),
            str(error),
        ) from error
    if len(data) > LARGEST:
        raise CarriedError(
            _("%(name)s is too large to be taken in.") % {"name": path.name},
            _("Nothing was changed here."),
            _("Ask whoever gave it to you for fewer files at once."),
        )
    return data
