"""Sealing a text with a key in a secret box. PyNaCl is read in when it is first used."""

from __future__ import annotations

from typing import Final

_VERSION: Final = b"\x01"
_BLOCK: Final = 4096
"""A sealed text is as long as so many blocks: its length tells little of what is in it."""


class SealBroken(ValueError):  # noqa: N818 - named after what happened
    """What was sealed does not open: another key, or not as it was sealed."""


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
