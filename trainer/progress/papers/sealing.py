"""Sealing a text with a passphrase: argon2id makes a key of it, a secret box seals with that.

Nothing here touches the disk, and nothing but the numbers of a :class:`Stretching` is ever
kept: not the passphrase, not the key. PyNaCl is read in when it is first used.
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
_VERSION: Final = b"\x01"
_BLOCK: Final = 4096
"""A sealed text is as long as so many blocks: its length tells little of what is in it."""


class SealBroken(ValueError):  # noqa: N818 - named after what happened
    """What was sealed does not open: another key, or not as it was sealed."""


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
        """Give the key of a passphrase. Takes a while, by design; any thread will do.

        Raises:
            MemoryError: there is not enough memory for it.

        """
        from nacl import exceptions, pwhash, secret

        # The same letters, however a keyboard or a system puts them together.
        letters = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        try:
            return pwhash.argon2id.kdf(
                secret.SecretBox.KEY_SIZE,
                letters,
                self.salt,
                opslimit=self.work,
                memlimit=self.memory,
            )
        except exceptions.RuntimeError as error:
            raise MemoryError from error


def fresh() -> Stretching:
    """Give the numbers for a new passphrase."""
    from nacl import utils

    return Stretching(utils.random(_SALT), WORK, MEMORY)


def seal(key: bytes, text: bytes) -> bytes:
    """Seal a text, filled up with blanks to whole blocks."""
    from nacl import secret

    filled = text + b" " * (-len(text) % _BLOCK)
    return _VERSION + bytes(secret.SecretBox(key).encrypt(filled))


def unseal(key: bytes, sealed: bytes) -> bytes:
    """Open what was sealed; blanks at its end may have been added.

    Raises:
        SealBroken: it does not open with this key, or is not as it was sealed.

    """
    from nacl import exceptions, secret

    if sealed[:1] != _VERSION:
        raise SealBroken
    try:
        return bytes(secret.SecretBox(key).decrypt(sealed[1:]))
    except (exceptions.CryptoError, exceptions.ValueError) as error:
        raise SealBroken from error
