r"""The code that takes a phone into a Wi-Fi: ``WIFI:T:WPA;S:name;P:password;;``.

The form is ZXing's, which the cameras of phones follow; ``\ ; , : "`` stand behind a backslash.
segno's own maker leaves out the last semicolon of a hidden network, so the text is made here.
What is typed lives in memory only, as long as the sheet that asks for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from trainer.language import N_, _

_SPECIAL: Final = re.compile(r'([\\;,:"])')
_HEX: Final = re.compile(r"[0-9A-Fa-f]{64}")
_NAME_BYTES, _SHORTEST, _LONGEST = 32, 8, 63


class Wrong(StrEnum):
    """What keeps a phone from getting in with what was typed."""

    NO_NAME = "no-name"
    LONG_NAME = "long-name"
    SHORT_PASSWORD = "short-password"
    LONG_PASSWORD = "long-password"
    UNUSUAL_PASSWORD = "unusual-password"


_WRONG_WORDS: Final = {
    Wrong.NO_NAME: N_("Type the name of the Wi-Fi, as phones show it in their list."),
    Wrong.LONG_NAME: N_("No Wi-Fi has a name that long. Look at it once more."),
    Wrong.SHORT_PASSWORD: N_(
        "A Wi-Fi’s password has 8 letters or more. If it has none, tick “No password”."
    ),
    Wrong.LONG_PASSWORD: N_("No Wi-Fi has a password that long. Look at it once more."),
    Wrong.UNUSUAL_PASSWORD: N_(
        "A Wi-Fi’s password has no line ends and no letters with accents. Look at it once more."
    ),
}


@dataclass(frozen=True, slots=True)
class Wifi:
    """A Wi-Fi as it was typed; without a password it is open."""

    name: str
    password: str = field(default="", repr=False)
    is_open: bool = False
    hidden: bool = False

    def wrong(self) -> Wrong | None:
        """Tell what is wrong with it, the first thing first."""
        if not self.name.strip():
            return Wrong.NO_NAME
        if len(self.name.encode("utf-8", "replace")) > _NAME_BYTES:
            return Wrong.LONG_NAME
        return None if self.is_open else _wrong_password(self.password)

    def text(self) -> str:
        """Text of the code."""
        password = "" if self.is_open else f"P:{_escaped(self.password)};"
        hidden = "H:true;" if self.hidden else ""
        kind = "nopass" if self.is_open else "WPA"
        return f"WIFI:T:{kind};S:{_escaped(self.name)};{password}{hidden};"


def _wrong_password(password: str) -> Wrong | None:
    if not all(" " <= letter <= "~" for letter in password):
        return Wrong.UNUSUAL_PASSWORD
    if len(password) < _SHORTEST:
        return Wrong.SHORT_PASSWORD
    if len(password) > _LONGEST and not _HEX.fullmatch(password):
        return Wrong.LONG_PASSWORD
    return None


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def told(wrong: Wrong) -> str:
    """Say what is wrong, and what to do."""
    return _(_WRONG_WORDS[wrong])
