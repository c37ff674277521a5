"""The typed code, tokens, and what the journal knows of them instead."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from typing import Final

LETTERS: Final = "CDFGHJKMNPRTVWX"
DIGITS: Final = "2679"
"""None looks like another or like one that is left out; without vowels hardly a word comes of
them. 8 stands for a letter among people who hate, and for B."""

LENGTH: Final = 6
_UNWANTED: Final = re.compile(rf"[{LETTERS}]{{3}}|(.)\1|WP|69")
"""Three letters in a row, a sign twice, and pairs that stand for something."""

_TOKEN: Final = re.compile(r"[0-9a-f]{32}")


def make_code() -> str:
    """Make a code that people read off a screen and type."""
    while True:
        made = "".join(secrets.choice(LETTERS + DIGITS) for _sign in range(LENGTH))
        if not _UNWANTED.search(made):
            return made


def typed(code: str) -> str:
    """Give a code as it was meant: the case, blanks and dashes do not matter."""
    folded = unicodedata.normalize("NFKC", code).upper()
    return "".join(sign for sign in folded if sign.isalnum())


def is_code(given: str, code: str) -> bool:
    """Tell whether a code is the room's, in a time that says nothing of it."""
    return hmac.compare_digest(typed(given).encode(), code.encode())


def make_secret() -> str:
    """Make 128 random bits, as hex: a phone's token, the room's salt, the care person's key."""
    return secrets.token_hex(16)


def is_token(given: object) -> bool:
    """Tell whether something could be a token."""
    return isinstance(given, str) and _TOKEN.fullmatch(given) is not None


def voter(token: str, salt: str) -> str:
    """Give the voter that a token stands for; nobody gets from there to the token."""
    return _hash("voter", token, salt)


def own_code(code: str, salt: str) -> str:
    """Give what stands for the code that somebody made for themselves; empty for none.

    The same code, typed in another case or with blanks, gives the same.
    """
    meant = "".join(unicodedata.normalize("NFKC", code).casefold().split())
    return _hash("code", meant, salt) if meant else ""


def _hash(what: str, text: str, salt: str) -> str:
    made = hmac.new(bytes.fromhex(salt), f"{what}:{text}".encode(), hashlib.sha256)
    return made.hexdigest()[:32]
