"""Making a key of a passphrase, for papers, for a whole profile, for a file to take along.

Nothing but the numbers of a :class:`Stretching` is ever kept: not the passphrase, not the
key. PyNaCl is read in when it is first used.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

_MIB: Final = 2**20

WORK: Final = 3
"""Rounds of argon2id for a new passphrase."""
MEMORY: Final = 128 * _MIB
"""Bytes that argon2id fills for a new passphrase; with the rounds, a fifth of a second."""

_WORK_ALLOWED: Final = range(1, 11)
_MEMORY_ALLOWED: Final = range(8 * _MIB, 256 * _MIB + 1)
"""What a kept lock may ask for. A file from elsewhere must not take all memory, or an hour."""

_SALT: Final = 16


def key_of(passphrase: str, salt: bytes, work: int, memory: int) -> bytes:
    """Stretch a passphrase with argon2id. Takes a while, by design; any thread will do.

    Raises:
        MemoryError: there is not enough memory for it.

    """
    from nacl import exceptions, pwhash, secret

    # The same letters, however a keyboard or a system puts them together.
    letters = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    size = secret.SecretBox.KEY_SIZE
    try:
        return pwhash.argon2id.kdf(size, letters, salt, opslimit=work, memlimit=memory)
    except exceptions.RuntimeError as error:
        raise MemoryError from error


@dataclass(frozen=True, slots=True)
class Stretching:
    """How a passphrase becomes a key.

    Args:
        salt: random bytes, so that the same passphrase makes another key elsewhere.
        work: rounds.
        memory: bytes that have to be filled in each.

    Raises:
        ValueError: no lock of ours asks for that.

    """

    salt: bytes
    work: int
    memory: int

    def __post_init__(self) -> None:
        if (
            len(self.salt) != _SALT
            or self.work not in _WORK_ALLOWED
            or self.memory not in _MEMORY_ALLOWED
        ):
            raise ValueError((len(self.salt), self.work, self.memory))

    def key(self, passphrase: str) -> bytes:
        """Give the key of a passphrase, as :func:`key_of` does.

        Raises:
            MemoryError: there is not enough memory for it.

        """
        return key_of(passphrase, self.salt, self.work, self.memory)


def fresh() -> Stretching:
    """Give the numbers for a new passphrase."""
    from nacl import utils

    return Stretching(utils.random(_SALT), WORK, MEMORY)
