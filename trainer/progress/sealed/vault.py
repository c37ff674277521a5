"""Sealed files: the pages of a database, encrypted with what a passphrase is stretched to.

A sealed file begins with a header that says how its passphrase is stretched (argon2id), and a
random name of its own. After that comes one record a transaction: the first holds every page,
the others those that changed. Each is encrypted and signed (XSalsa20-Poly1305) with a key made
of the passphrase and the whole header, so that a record fits no other file, and carries its
number, so that it fits no other place in its own. docs/data.md has the layout.

Nothing of a database ever stands in the open here: whoever reads one has its pages in memory.
"""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.errors import DamagedData
from trainer.progress import bad_days, files
from trainer.progress.stretching import Stretching, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nacl.secret import SecretBox

MAGIC: Final = b"UPSTSEAL"
VERSION: Final = 1
PAGE: Final = 4096
LARGEST: Final = 2 * 1024**3
"""Bytes of the largest file that is read: SQLite holds no more than half of it in memory."""

_HEADER = struct.Struct(">8sHHIQ16s16s")
_RECORD = struct.Struct(">QI")
_PAGES = struct.Struct(">QII")
_NUMBER = struct.Struct(">I")
_AROUND = 24 + 16
"""Bytes that encryption adds: a nonce, and the signature."""
_HEAD = _AROUND + _RECORD.size


@dataclass(frozen=True, slots=True)
class Key:
    """What opens the sealed files of one profile. It lives in memory only."""

    stretching: Stretching
    secret: bytes = field(repr=False)


class Loaded(NamedTuple):
    """What a sealed file holds: the database, and where its next record goes.

    ``base`` and ``size`` are in bytes; ``torn`` tells of a record that a crash cut off.
    """

    image: bytes
    header: bytes
    records: int
    base: int
    size: int
    torn: bool


def new_key(passphrase: str) -> Key:
    """Stretch a passphrase that nothing is sealed with yet; takes about half a second.

    Raises:
        ValueError: it is empty.
        KeepingError: there is not enough memory for it.

    """
    if not passphrase:
        raise ValueError("a passphrase of nothing")
    return _stretched(passphrase, fresh())


def unlock(path: Path, passphrase: str) -> Key:
    """Stretch the passphrase of a sealed file, and try it; takes about half a second.

    Raises:
        WrongPassphrase: it does not open this file.
        DamagedData: this is no sealed file, or not a whole one.
        NewerData: a newer version sealed it.
        KeepingError: it cannot be read.

    """
    with bad_days.told(path):
        _be_a_file(path)
        with path.open("rb") as file:
            data = file.read(_HEADER.size + _HEAD)
        key = _stretched(passphrase, _parse(data, path))
        if _opened(_box(key, data[: _HEADER.size]), data[_HEADER.size :]) is None:
            raise bad_days.wrong_passphrase(path)
    return key


def unlock_profile(sealed: Path, passphrase: str) -> Key:
    """Do as :func:`unlock` for a profile: where its file is gone or damaged, by a backup.

    Opening it then tells what is wrong, and a backup can take its place.

    Raises:
        KeepingError: or the one of its kinds that fits, as with :func:`unlock`.

    """
    for one in (sealed, *files.backup_files(sealed)):
        with suppress(DamagedData):
            if one.exists():
                return unlock(one, passphrase)
    return unlock(sealed, passphrase)


def inspect(path: Path) -> None:
    """Look at a sealed file without its passphrase.

    Raises:
        DamagedData: this is no sealed file, or not a whole one.
        NewerData: a newer version sealed it.
        OSError: it cannot be read at all.

    """
    _be_a_file(path)
    with path.open("rb") as file:
        _parse(file.read(_HEADER.size + _HEAD), path)


def is_of(path: Path, key: Key) -> bool:
    """Tell whether a file was sealed with this key; one that cannot be read was not.

    Raises:
        OSError: it cannot be read at all.

    """
    with path.open("rb") as file:
        data = file.read(_HEADER.size + _HEAD)
    return _opened(_box(key, data[: _HEADER.size]), data[_HEADER.size :]) is not None


def read(path: Path, key: Key) -> Loaded:
    """Read a sealed file as a whole.

    Raises:
        WrongPassphrase: the key is another.
        DamagedData: it was changed, or damaged; it is left as it is.
        NewerData: a newer version sealed it.
        OSError: it cannot be read at all.

    """
    _be_a_file(path)
    if path.stat().st_size > LARGEST:
        raise bad_days.damaged(path, "too large")
    data = path.read_bytes()
    _parse(data, path)
    header = data[: _HEADER.size]
    image = bytearray()
    number, base, end = 0, 0, len(header)
    for number, end, body in _records(data, _box(key, header), path):
        _apply(image, body, number, path)
        base = base or end
    if not number:
        raise bad_days.damaged(path, "no whole record")
    return Loaded(bytes(image), header, number, base, end, torn=end < len(data))


def begin(path: Path, image: bytes, key: Key) -> Loaded:
    """Write a new sealed file; it is synced, and stands at a place where nothing depends on it.

    Raises:
        OSError: it could not be written as a whole.

    """
    if len(image) % PAGE or not image:
        raise ValueError("not a database of whole pages")
    header = _HEADER.pack(
        MAGIC,
        VERSION,
        key.stretching.work,
        PAGE,
        key.stretching.memory,
        key.stretching.salt,
        os.urandom(16),
    )
    first = _sealed(_box(key, header), 1, b"", image)
    files.private_file(path)
    with path.open("r+b") as file:
        file.write(header + first)
    files.sync(path)
    size = len(header) + len(first)
    return Loaded(image, header, 1, size, size, torn=False)


def append(path: Path, at: Loaded, image: bytes, key: Key) -> Loaded:
    """Add a record with the pages that differ; it is on disk afterwards.

    Raises:
        OSError: it is not; the file may hold a part of it, after ``at.size``.

    """
    record = _sealed(_box(key, at.header), at.records + 1, at.image, image)
    with path.open("r+b") as file:
        if file.seek(0, os.SEEK_END) != at.size:
            raise bad_days.moved(path)
        file.write(record)
        file.flush()
        files.sync_handle(file.fileno())
    return at._replace(image=image, records=at.records + 1, size=at.size + len(record))


def take_back(path: Path, at: Loaded) -> None:
    """Remove what a failed write left after the records that hold.

    Raises:
        OSError: it is still there.
        KeepingError: somebody has cut the file, so that records that hold are not there.

    """
    with path.open("r+b") as file:
        if file.seek(0, os.SEEK_END) < at.size:
            raise bad_days.moved(path)
        file.truncate(at.size)
        files.sync_handle(file.fileno())


def differ(old: bytes, new: bytes) -> Iterator[int]:
    """Give the numbers (from 1) of pages that are new or other than before."""
    step = 64 * PAGE
    for start in range(0, len(new), step):
        if old[start : start + step] == new[start : start + step]:
            continue
        for at in range(start, min(start + step, len(new)), PAGE):
            if old[at : at + PAGE] != new[at : at + PAGE]:
                yield at // PAGE + 1


def _be_a_file(path: Path) -> None:
    """Refuse what reading might never end of."""
    if path.exists() and not path.is_file():
        raise bad_days.damaged(path, "not a file")


def _stretched(passphrase: str, stretching: Stretching) -> Key:
    try:
        return Key(stretching, stretching.key(passphrase))
    except MemoryError as error:
        raise bad_days.no_memory() from error


def _box(key: Key, header: bytes) -> SecretBox:
    """Make the box of one file: its whole header is part of the key."""
    from nacl.encoding import RawEncoder
    from nacl.hash import blake2b
    from nacl.secret import SecretBox

    return SecretBox(blake2b(header, digest_size=32, key=key.secret, encoder=RawEncoder))


def _parse(data: bytes, path: Path) -> Stretching:
    """Read how the header says that the passphrase is stretched; that has bounds."""
    if not data.startswith(MAGIC) or len(data) < _HEADER.size + _HEAD:
        raise bad_days.damaged(path, "not a sealed file")
    _magic, version, work, page, memory, salt, _name = _HEADER.unpack_from(data)
    if version > VERSION:
        raise bad_days.newer_seal(path, version, VERSION)
    try:
        if version < 1 or page != PAGE:
            raise ValueError((version, page))
        return Stretching(salt, work, memory)
    except ValueError as error:
        raise bad_days.damaged(path, f"a header that nobody writes: {error}") from error


def _sealed(box: SecretBox, number: int, old: bytes, new: bytes) -> bytes:
    pages = list(differ(old, new))
    body = bytearray(_PAGES.pack(number, len(new) // PAGE, len(pages)))
    for page in pages:
        body += _NUMBER.pack(page)
        body += new[(page - 1) * PAGE : page * PAGE]
    whole = bytes(box.encrypt(bytes(body)))
    return bytes(box.encrypt(_RECORD.pack(number, len(whole)))) + whole


def _records(data: bytes, box: SecretBox, path: Path) -> Iterator[tuple[int, int, bytes]]:
    """Give each whole record: its number, where it ends, its content.

    What a crash cut off at the end was never acknowledged, and is left out: it is too short,
    or blocks of it never arrived and are zeros.
    """
    at, number = _HEADER.size, 0
    while at + _HEAD <= len(data):
        number += 1
        head = _opened(box, data[at : at + _HEAD])
        if head is None:
            if number == 1:
                raise bad_days.wrong_passphrase(path)
            if not any(data[at:]):
                return
            raise bad_days.damaged(path, f"record {number} was changed")
        said, length = _RECORD.unpack(head)
        start, at = at + _HEAD, at + _HEAD + length
        if said != number:
            raise bad_days.damaged(path, f"record {said} in the place of {number}")
        if at > len(data):
            return
        body = _opened(box, data[start:at])
        if body is None:
            if at == len(data) and not any(data[max(start, at - 32) : at]):
                return
            raise bad_days.damaged(path, f"the pages of record {number} were changed")
        yield number, at, body


def _opened(box: SecretBox, sealed: bytes) -> bytes | None:
    """Give what was sealed; None if it was not with this key, or was changed."""
    from nacl.exceptions import CryptoError

    try:
        return bytes(box.decrypt(sealed))
    except (CryptoError, ValueError):
        return None


def _apply(image: bytearray, body: bytes, number: int, path: Path) -> None:
    """Put the pages of a record in their places."""
    try:
        said, total, count = _PAGES.unpack_from(body)
        if said != number or len(body) != _PAGES.size + count * (_NUMBER.size + PAGE):
            raise DamagedData("")
        if total * PAGE > LARGEST or (number == 1 and count != total):
            raise DamagedData("")
        del image[total * PAGE :]
        image.extend(bytes(total * PAGE - len(image)))
        for at in range(_PAGES.size, len(body), _NUMBER.size + PAGE):
            (page,) = _NUMBER.unpack_from(body, at)
            if not 1 <= page <= total:
                raise DamagedData("")
            start = at + _NUMBER.size
            image[(page - 1) * PAGE : page * PAGE] = body[start : start + PAGE]
    except (struct.error, DamagedData) as error:
        raise bad_days.damaged(path, f"the pages of record {number} do not fit") from error
