"""What a value in a file to take along may be: how it is checked, and how a schema says it.

Nothing from outside is believed: every value is of one of these kinds, or the file is refused.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

MOST_COUNTED: Final = 2**40
"""Larger than anything that is counted in a life."""

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Field:
    """A kind of value: whether one is of it, and its JSON Schema.

    ``optional`` values are left out where there is none; null stands nowhere.
    """

    holds: Callable[[Any], bool]
    shape: Mapping[str, Any] = field(default_factory=dict)
    optional: bool = False

    def or_none(self) -> Field:
        """Give the same kind for where there may be none."""
        return replace(self, optional=True)


def _is_text(raw: Any) -> bool:
    """Tell text that a database and a screen can take: JSON can spell half a character."""
    if type(raw) is not str:
        return False
    if raw.isascii():
        return True
    try:
        raw.encode()
    except UnicodeEncodeError:
        return False
    return True


def text(most: int, least: int = 0) -> Field:
    """Text of so many characters."""
    shape: dict[str, Any] = {"type": "string", "maxLength": most}
    if least:
        shape["minLength"] = least
    return Field(lambda raw: _is_text(raw) and least <= len(raw) <= most, shape)


def one_of(words: Iterable[str]) -> Field:
    """One of a few words."""
    known = frozenset(map(str, words))
    return Field(lambda raw: type(raw) is str and raw in known, {"enum": sorted(known)})


def whole(low: int = 0, high: int = MOST_COUNTED) -> Field:
    """A whole number."""
    shape = {"type": "integer", "minimum": low, "maximum": high}
    return Field(lambda raw: type(raw) is int and low <= raw <= high, shape)


def wholes(high: int, most: int) -> Field:
    """A list of whole numbers from 0."""
    one = whole(0, high)
    return Field(
        lambda raw: type(raw) is list and len(raw) <= most and all(map(one.holds, raw)),
        {"type": "array", "items": one.shape, "maxItems": most},
    )


def number(low: float, high: float) -> Field:
    """A number with a fraction."""

    def holds(raw: Any) -> bool:
        return type(raw) in (int, float) and math.isfinite(raw) and low <= raw <= high

    return Field(holds, {"type": "number", "minimum": low, "maximum": high})


def _is_time(raw: Any) -> bool:
    if type(raw) is not str or not _TIME.fullmatch(raw):
        return False
    try:
        datetime.fromisoformat(raw)
    except ValueError:
        return False
    return True


def _is_day(raw: Any) -> bool:
    if type(raw) is not str or not _DAY.fullmatch(raw):
        return False
    try:
        date.fromisoformat(raw)
    except ValueError:
        return False
    return True


FLAG: Final = Field(lambda raw: type(raw) is bool, {"type": "boolean"})
TIME: Final = Field(_is_time, {"type": "string", "pattern": f"^{_TIME.pattern}$"})
DAY: Final = Field(_is_day, {"type": "string", "pattern": f"^{_DAY.pattern}$"})
HASH: Final = Field(
    lambda raw: type(raw) is str and bool(_HASH.fullmatch(raw)),
    {"type": "string", "pattern": f"^{_HASH.pattern}$"},
)


def blob(most: int) -> Field:
    """Bytes, as base64."""

    def holds(raw: Any) -> bool:
        if type(raw) is not str or len(raw) > most * 4 // 3 + 4 or not raw.isascii():
            return False
        try:
            base64.b64decode(raw, validate=True)
        except (binascii.Error, ValueError):
            return False
        return True

    return Field(holds, {"type": "string", "contentEncoding": "base64"})


def out(data: bytes) -> str:
    """Write bytes as base64."""
    return base64.b64encode(data).decode()


def back(raw: str) -> bytes:
    """Read what :func:`out` wrote, once it was checked."""
    return base64.b64decode(raw)
