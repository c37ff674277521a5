"""One open database: one connection, used from the thread that opened it.

What brings it to the disk is a :class:`Keeper`: a file of SQLite's own
(:mod:`trainer.progress.file_keeper`), or a sealed one (:mod:`trainer.progress.sealed.sealed`).
In memory there is none.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from trainer.progress import bad_days, files
from trainer.progress.connecting import MEMORY, connect
from trainer.progress.file_keeper import FileKeeper
from trainer.progress.lock import ProfileLock
from trainer.progress.migrations import STEPS, migrate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from trainer.progress.migrations import Step
    from trainer.progress.sealed.vault import Key


class Keeper(Protocol):
    """Brings an open database to the disk; ``path`` is where it lies there."""

    path: Path

    def open(self) -> sqlite3.Connection:
        """Open what is kept, of a profile that is held already; make it where there is none."""

    def kept(self, connection: sqlite3.Connection) -> None:
        """See that a transaction that has just been committed is on disk, or take it back."""

    def clear_log(self, connection: sqlite3.Connection) -> None:
        """Leave nothing on disk of what is no longer in the database."""


class Database:
    """An open database, on disk or in memory.

    Args:
        path: the file; None keeps everything in memory and forgets it on closing.
        steps: the schema's migrations.
        before_migrating: called with the open connection before an older schema is
            changed, to make a backup.
        key: what opens the file, if it is sealed.

    Raises:
        KeepingError: or the one of its kinds that says why it cannot be opened; what
            is on disk is unchanged then.

    """

    connection: sqlite3.Connection

    def __init__(
        self,
        path: Path | None,
        steps: Sequence[Step] = STEPS,
        before_migrating: Callable[[sqlite3.Connection], object] | None = None,
        key: Key | None = None,
    ) -> None:
        self.path = path
        self._keeper: Keeper | None = None
        self._lock: ProfileLock | None = None
        if path is None:
            self.connection = connect(MEMORY)
            migrate(self.connection, steps)
            return
        with bad_days.told(path):
            files.private_folder(path.parent)
            self._lock = ProfileLock(path)
            self._use(_keeper(path, steps, before_migrating, key))

    def _use(self, keeper: Keeper) -> None:
        """Open what is kept of a profile that is held; let go of it if that fails."""
        try:
            self.connection = keeper.open()
            self._keeper, self.path = keeper, keeper.path
            self.note_place()
        except BaseException:
            self._release()
            raise

    @property
    def keeper(self) -> Keeper | None:
        """What brings it to the disk; None in memory."""
        return self._keeper

    @property
    def key(self) -> Key | None:
        """What opens the file and its backups; None where they are not sealed."""
        return getattr(self._keeper, "key", None)

    @contextmanager
    def set_down(self, path: Path, then: Keeper | None = None) -> Iterator[None]:
        """Close the file within a block, still holding the profile, then open it again.

        Args:
            path: the file, for errors.
            then: keeps the database from then on, in place of what did before.

        Raises:
            KeepingError: it could not be opened again; this object is closed.

        """
        before = self._keeper
        with bad_days.told(path):
            self.connection.close()
            try:
                yield
            except BaseException:
                then = None
                raise
            finally:
                keeper = then or before
                if keeper is not None:
                    self._use(keeper)

    @property
    def is_open(self) -> bool:
        """Tell whether it can still be used."""
        return self._lock is not None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read, with errors of the disk told to a person.

        Raises:
            KeepingError: the disk failed, or the file is damaged.

        """
        if self.path is None:
            yield self.connection
            return
        with bad_days.told(self.path):
            yield self.connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Write in one transaction: all of it is on disk afterwards, or nothing.

        Raises:
            KeepingError: nothing of it was kept; what was kept before is.

        """
        self.check_place()
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            if self._keeper is not None:
                self._keeper.kept(connection)
                self.note_place()

    def check_place(self) -> None:
        """Notice a deleted or replaced file, into which SQLite would go on writing.

        Raises:
            KeepingError: it is not where it was.

        """
        if self.path is None:
            return
        try:
            found = _identity(self.path)
        except OSError as error:
            raise bad_days.moved(self.path) from error
        if found != self._identity:
            raise bad_days.moved(self.path)

    def clear_log(self) -> None:
        """Leave nothing on disk of what is no longer in the database.

        Raises:
            KeepingError: the disk failed; nothing is lost.

        """
        with self.reading() as connection:
            if self._keeper is not None:
                self._keeper.clear_log(connection)
                self.note_place()

    def note_place(self) -> None:
        """Take the file that is there now for the one in use.

        Raises:
            OSError: there is none.

        """
        if self._keeper is not None:
            self._identity = _identity(self._keeper.path)

    def close(self) -> None:
        """Close it, forget its key, and let go of the profile. Closing twice is allowed."""
        self.connection.close()
        self._keeper = None
        self._release()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _keeper(
    path: Path,
    steps: Sequence[Step],
    before_migrating: Callable[[sqlite3.Connection], object] | None,
    key: Key | None,
) -> Keeper:
    """Give what keeps a profile: its sealed file, or a file of SQLite's own.

    Raises:
        NeedsPassphrase: the profile is locked, and there is no key.
        OSError: the disk failed.

    """
    if key is not None:
        # Imported late: most profiles are not sealed.
        from trainer.progress.sealed.sealed import SealedKeeper

        return SealedKeeper(files.sealed(path), key, steps, before_migrating)
    files.finish_erasing(path)
    if files.is_sealed(path):
        raise bad_days.locked(path)
    return FileKeeper(path, steps, before_migrating)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
