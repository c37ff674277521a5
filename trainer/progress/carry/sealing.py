"""Sealing a file with a passphrase as it is written, and opening it as it is read.

The passphrase is stretched (Argon2id) into a key; the content is sealed block by block
(XChaCha20-Poly1305 in libsodium's ``secretstream``), so that no block can be changed, moved
or left out, and the last one is known as the last. docs/data.md describes the layout.
"""

from __future__ import annotations

import io
import json
from typing import IO, Any, Final

from trainer.progress import bad_days, stretching
from trainer.progress.carry import fields, refusals

FORMAT: Final = "upstander-sealed/1"

WORK, MEMORY = 3, 64 * 1024 * 1024
"""How long stretching a passphrase takes, and how many bytes it needs meanwhile."""

_MOST_WORK, _MOST_MEMORY = 12, 512 * 1024 * 1024
"""What a file from outside may ask of this computer."""

_BLOCK: Final = 64 * 1024
_SALT: Final = 16


def _key(passphrase: str, salt: bytes, work: int, memory: int) -> bytes:
    try:
        return stretching.key_of(passphrase, salt, work, memory)
    except MemoryError as error:
        raise bad_days.no_memory() from error


class Sealing(io.RawIOBase):
    """Takes what is written, and writes it sealed; whole only once it was closed."""

    def __init__(self, file: IO[bytes], passphrase: str) -> None:
        from nacl import bindings, utils

        salt = utils.random(_SALT)
        head = {"format": FORMAT, "salt": fields.out(salt), "work": WORK, "memory": MEMORY}
        self._head = json.dumps(head).encode() + b"\n"
        self._file = file
        self._held = bytearray()
        self._state = bindings.crypto_secretstream_xchacha20poly1305_state()
        key = _key(passphrase, salt, WORK, MEMORY)
        begun = bindings.crypto_secretstream_xchacha20poly1305_init_push(self._state, key)
        file.write(self._head + begun)

    def writable(self) -> bool:
        """It is written to."""
        return True

    def write(self, data: Any, /) -> int:
        """Hold what does not fill a block, and write the blocks that are full."""
        given = bytes(data)
        self._held += given
        while len(self._held) > _BLOCK:
            self._put(bytes(self._held[:_BLOCK]), last=False)
            del self._held[:_BLOCK]
        return len(given)

    def finish(self) -> None:
        """Write the last block."""
        self._put(bytes(self._held), last=True)
        self._held.clear()

    def _put(self, block: bytes, *, last: bool) -> None:
        from nacl import bindings

        tag = (
            bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
            if last
            else bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
        )
        push = bindings.crypto_secretstream_xchacha20poly1305_push
        self._file.write(push(self._state, block, self._head, tag))


class Opening(io.RawIOBase):
    """Gives what was sealed.

    Raises:
        CarriedError: it is damaged, or the passphrase does not open it.

    """

    def __init__(self, file: IO[bytes], head: bytes, passphrase: str) -> None:
        from nacl import bindings

        salt, work, memory = _read_head(head)
        if not passphrase:
            raise refusals.locked()
        self._file, self._head = file, head
        self._held = b""
        self._ended = False
        self._state = bindings.crypto_secretstream_xchacha20poly1305_state()
        begun = file.read(bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES)
        if len(begun) != bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES:
            raise refusals.damaged("sealed: cut off before the first block")
        key = _key(passphrase, salt, work, memory)
        bindings.crypto_secretstream_xchacha20poly1305_init_pull(self._state, begun, key)
        self._next(first=True)

    def readable(self) -> bool:
        """It is read from."""
        return True

    def readinto(self, into: Any, /) -> int:
        """Give some of what was sealed; 0 at its end."""
        if not self._held and not self._ended:
            self._next()
        room = memoryview(into).cast("B")
        given = self._held[: len(room)]
        room[: len(given)] = given
        self._held = self._held[len(given) :]
        return len(given)

    def _next(self, *, first: bool = False) -> None:
        from nacl import bindings, exceptions

        extra = bindings.crypto_secretstream_xchacha20poly1305_ABYTES
        block = self._file.read(_BLOCK + extra)
        if len(block) < extra:
            raise refusals.damaged("sealed: cut off between blocks")
        pull = bindings.crypto_secretstream_xchacha20poly1305_pull
        try:
            self._held, tag = pull(self._state, block, self._head)
        except (RuntimeError, exceptions.CryptoError) as error:
            # Which of the two it is, nobody can tell from the first block.
            raise (refusals.wrong_passphrase() if first else refusals.damaged(str(error))) from None
        self._ended = tag == bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
        if self._ended and self._file.read(1):
            raise refusals.damaged("sealed: something stands behind the last block")


def _read_head(head: bytes) -> tuple[bytes, int, int]:
    """Read what a passphrase is stretched with: a file must not ask for more than is sane."""
    try:
        data: Any = json.loads(head)
        salt, work, memory = data["salt"], data["work"], data["memory"]
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise refusals.damaged(f"sealed: {error}") from error
    sane = (
        fields.blob(_SALT).holds(salt)
        and len(fields.back(salt)) == _SALT
        and fields.whole(1, _MOST_WORK).holds(work)
        and fields.whole(8192, _MOST_MEMORY).holds(memory)
    )
    if not sane:
        raise refusals.damaged("sealed: salt, work or memory")
    return fields.back(salt), work, memory
