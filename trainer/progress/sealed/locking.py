"""Putting a passphrase on a profile, taking it off, changing it: all while it is open.

A kill at any moment leaves the profile as it was, or as it is to be, and never without both;
what stands in the open goes last when locking, and what is sealed goes last when unlocking.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from trainer.progress import bad_days, files
from trainer.progress.connecting import connect
from trainer.progress.file_keeper import FileKeeper
from trainer.progress.migrations import LATEST, STEPS
from trainer.progress.sealed.sealed import SealedKeeper, check_image, in_memory, write

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from trainer.progress.database import Database
    from trainer.progress.sealed.vault import Key


def lock(database: Database, key: Key) -> None:
    """Seal an open profile; then its plain database, log, backups and leftovers are erased.

    Raises:
        KeepingError: it is not sealed, and all is as it was; or it is, and not all that
            stands in the open is erased yet: opening it once more goes on.

    """
    plain = _place(database)
    with database.reading() as connection:
        image = image_of(connection)
    sealed = files.sealed(plain)
    check_image(image, plain, LATEST)
    # Opening it erases what stands in the open, once it has proved whole.
    with database.set_down(plain, then=SealedKeeper(sealed, key, STEPS, None)):
        _mark_passing(plain)
        write(image, sealed, key)


def unlock(database: Database) -> None:
    """Keep an open sealed profile in the open again; its sealed file and backups are erased.

    Raises:
        KeepingError: it is still sealed, and all is as it was; or it is not, and not all
            that was sealed is erased yet: opening it once more goes on.

    """
    sealed = _place(database)
    plain = files.plain(sealed)
    with database.reading() as connection:
        image = connection.serialize()
    with database.set_down(sealed, then=FileKeeper(plain, STEPS, None)):
        _mark_passing(plain)
        _write_plain(image, plain)
        files.mark_erasing(sealed)
    with bad_days.told(sealed):
        files.erase_all(sealed)


def change(database: Database, key: Key) -> None:
    """Seal an open sealed profile with another key, its backups included.

    Raises:
        KeepingError: the passphrase is as it was.

    """
    keeper = database.keeper
    if not isinstance(keeper, SealedKeeper):
        raise TypeError("only what is sealed has a passphrase to change")
    with database.reading() as connection:
        keeper.change_key(connection, key)
    database.note_place()


def image_of(connection: sqlite3.Connection) -> bytes:
    """Give the bytes of an open database as they lie in a file without a log, tidied up."""
    with closing(connect(":memory:")) as copy:
        connection.backup(copy)
        copy.execute("VACUUM")
        image = bytearray(copy.serialize())
    image[18:20] = b"\1\1"
    return bytes(image)


def _mark_passing(plain: Path) -> None:
    files.private_file(files.passing_mark(plain))
    files.sync(plain.parent)


def _place(database: Database) -> Path:
    if database.path is None:
        raise TypeError("what is in memory only has no passphrase")
    return database.path


def _write_plain(image: bytes, plain: Path) -> None:
    """Write a plain database beside, read it again, and put it in place."""
    check_image(image, plain, LATEST)
    new = files.beside(plain)
    files.discard(new)
    files.private_file(new)
    try:
        with closing(in_memory(image)) as source, closing(connect(str(new))) as target:
            source.backup(target)
            said = target.execute("PRAGMA integrity_check").fetchone()[0]
        if said != "ok":
            raise bad_days.damaged(new, said)
        files.put_in_place(new, plain)
    except BaseException:
        files.discard(new)
        raise
