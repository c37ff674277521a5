"""A database that lives in memory while it is open, and sealed on disk at all times.

Each transaction adds one record to the sealed file, and has returned when that is on disk.
Where it cannot be written, the database in memory goes back to what is.
"""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from trainer.errors import DamagedData, KeepingError
from trainer.progress import bad_days, files, header
from trainer.progress.connecting import MEMORY, connect, create_in_memory, dress
from trainer.progress.migrations import APPLICATION_ID, migrate, version
from trainer.progress.sealed import vault

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from trainer.progress.migrations import Step
    from trainer.progress.sealed.vault import Key, Loaded

_MUCH: Final = 4 * 1024**2
"""Bytes of records that may gather in any case before the file is written anew."""
_TIMES: Final = 4
"""How many times what the whole database took."""


def _dump_nothing() -> None:
    """Have the system write no memory of this program to a file if it ends badly."""
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
            resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def check_image(image: bytes, path: Path, known: int) -> None:
    """Look at a database that was sealed, before SQLite does.

    Raises:
        DamagedData: it is no database of ours.
        NewerData: its schema is newer than ``known``.

    """
    found = header.parse(image)
    if found.application_id != APPLICATION_ID or found.page_size != vault.PAGE:
        raise bad_days.damaged(path, "sealed, but no database of ours")
    if found.version > known:
        raise bad_days.newer(path, found.version, known)


def in_memory(image: bytes) -> sqlite3.Connection:
    """Open a database from its bytes, in memory only."""
    connection = connect(MEMORY)
    put_into(connection, image)
    return connection


def put_into(connection: sqlite3.Connection, image: bytes) -> None:
    """Let a connection in memory hold this database instead of its own."""
    connection.deserialize(image)
    dress(connection)
    connection.execute("PRAGMA journal_mode = MEMORY").fetchone()


def open_copy(path: Path, key: Key, known: int) -> sqlite3.Connection:
    """Open a sealed file for looking only, in memory.

    Raises:
        DamagedData, NewerData, WrongPassphrase, OSError: it cannot be.

    """
    image = vault.read(path, key).image
    check_image(image, path, known)
    return in_memory(image)


def write(image: bytes, path: Path, key: Key) -> Loaded:
    """Write a sealed file beside, read it again, and put it in place.

    Raises:
        OSError, DamagedData: what stood there is as it was.

    """
    new = files.beside(path)
    files.discard(new)
    try:
        begun = vault.begin(new, image, key)
        if vault.read(new, key).image != image:
            raise bad_days.damaged(new, "it does not read as it was written")
        files.put_in_place(new, path)
    except BaseException:
        files.discard(new)
        raise
    return begun


class SealedKeeper:
    """Keeps a database in its sealed file; see :class:`trainer.progress.database.Keeper`."""

    def __init__(
        self,
        path: Path,
        key: Key,
        steps: Sequence[Step],
        before_migrating: Callable[[sqlite3.Connection], object] | None,
    ) -> None:
        self.path = path
        self.key = key
        self._steps = steps
        self._before_migrating = before_migrating
        self._at: Loaded
        self._is_doubtful = False

    def open(self) -> sqlite3.Connection:
        """Open the file of a profile that is held already; make it where there is none."""
        _dump_nothing()
        files.finish_erasing(self.path)
        if self.path.exists():
            self._at = vault.read(self.path, self.key)
        else:
            if files.backup_files(self.path) or files.plain(self.path).exists():
                raise bad_days.missing(self.path)
            self._at = write(create_in_memory(self._steps), self.path, self.key)
        check_image(self._at.image, self.path, len(self._steps))
        connection = in_memory(self._at.image)
        try:
            self._settle(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _settle(self, connection: sqlite3.Connection) -> None:
        if self._at.torn:
            # Not cut off but written anew: the place of a record is used once only.
            self._write_anew(self._at.image)
        if version(connection) < len(self._steps):
            if self._before_migrating is not None:
                self._before_migrating(connection)
            migrate(connection, self._steps)
            self.kept(connection)
        self._finish_changing()
        self._clear_plain()
        files.remove([*files.half_written(self.path), *files.half_written(files.plain(self.path))])

    def _clear_plain(self) -> None:
        """Erase what locking found, or unlocking left, in the open: this file has proved whole."""
        plain, mark = files.plain(self.path), files.passing_mark(self.path)
        if mark.exists():
            if plain.exists() or files.backup_files(plain):
                files.erase_all(plain)
            mark.unlink(missing_ok=True)
        elif plain.exists():
            # Somebody has put it there, who may have no other.
            files.keep_aside(plain, datetime.now(UTC))

    def _finish_changing(self) -> None:
        """Put backups in place that were sealed anew when a change of passphrase was cut off."""
        for backup in files.backup_files(self.path):
            new = files.beside(backup)
            if new.exists() and vault.is_of(new, self.key):
                files.put_in_place(new, backup)

    def kept(self, connection: sqlite3.Connection) -> None:
        """Bring a transaction to the disk; where that fails, take it back in memory too.

        Raises:
            OSError, KeepingError: nothing of it was kept; what was kept before is.

        """
        image = connection.serialize()
        if image == self._at.image:
            return
        try:
            if self._is_doubtful:
                self._write_anew(image)
            else:
                self._at = vault.append(self.path, self._at, image, self.key)
        except BaseException:
            put_into(connection, self._at.image)
            self._take_back()
            raise
        if self._at.size - self._at.base > max(_MUCH, _TIMES * self._at.base):
            try:
                self._write_anew(image)
            except OSError as error:
                logging.getLogger(__name__).warning("not written anew: %s", error)

    def _take_back(self) -> None:
        """Remove what a failed write left; where that fails too, the next one begins anew.

        So does it where somebody has cut the file: what it held is in memory still.
        """
        try:
            vault.take_back(self.path, self._at)
        except (OSError, KeepingError):
            self._is_doubtful = True

    def _write_anew(self, image: bytes) -> None:
        self._at = write(image, self.path, self.key)
        self._is_doubtful = False

    def clear_log(self, connection: sqlite3.Connection) -> None:
        """Write the file anew, without what its records held before."""
        self._write_anew(connection.serialize())

    def change_key(self, connection: sqlite3.Connection, key: Key) -> None:
        """Seal the file and its backups anew; a kill leaves the old key good, or the new one.

        Raises:
            OSError, KeepingError: the old key holds.

        """
        renewed = []
        for backup in files.backup_files(self.path):
            try:
                image = vault.read(backup, self.key).image
            except DamagedData:
                continue
            vault.begin(files.beside(backup), image, key)
            renewed.append(backup)
        self._at = write(connection.serialize(), self.path, key)
        self.key, self._is_doubtful = key, False
        try:
            for backup in renewed:
                files.put_in_place(files.beside(backup), backup)
        except OSError as error:
            logging.getLogger(__name__).warning("done when next opened: %s", error)
