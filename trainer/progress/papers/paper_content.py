"""What stands on a paper, as plain data: answers by question, and rows such as people.

The questions themselves are the window's. What is read here may come from anywhere: only
texts come out of it, and of a size that a person can have written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

MOST: Final = 2**20
"""Bytes that one paper may have."""
_MOST_NAMES: Final = 200
_MOST_ROWS: Final = 500

Row = Mapping[str, str]
"""One person, or one time that something was shared: texts by name."""


class Kind(StrEnum):
    """What a paper is."""

    PLAN = "plan"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that was written on a paper.

    ``texts`` are answers by question; a box that was ticked is ``"yes"``. ``rows`` are lists
    of rows by name. Blank answers and blank rows are left out.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Give an answer; empty if there is none."""
        return self.texts.get(name, "")

    def listed(self, name: str) -> tuple[Row, ...]:
        """Give the rows of a list."""
        return self.rows.get(name, ())


def content(texts: Mapping[str, str], rows: Mapping[str, tuple[Row, ...]]) -> Content:
    """Make a content without what is blank."""
    kept = {name: _filled(lines) for name, lines in rows.items()}
    return Content(dict(_written(texts)), {name: lines for name, lines in kept.items() if lines})


def _written(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: _clean(text) for name, text in texts.items() if text.strip()}


def _filled(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(row for row in map(_written, rows) if row)


def _clean(text: str) -> str:
    """Take out what is half a letter, and cannot be written to a file."""
    return text.encode("utf-8", "replace").decode("utf-8")


def to_json(content: Content) -> bytes:
    """Write a content."""
    rows = {name: [dict(row) for row in lines] for name, lines in content.rows.items()}
    plain = {"format": 1, "texts": dict(content.texts), "rows": rows}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()


def from_json(written: bytes) -> Content:
    """Read a content that :func:`to_json` wrote, or that somebody else did.

    Raises:
        ValueError: it is no such thing.

    """
    found = mapping(written)
    if found.get("format") != 1:
        raise ValueError("format")
    texts, rows = found.get("texts"), found.get("rows")
    if not isinstance(rows, dict) or len(rows) > _MOST_NAMES:
        raise ValueError("rows")
    return content(_texts(texts), {name: _rows(lines) for name, lines in rows.items()})


def mapping(written: bytes, *, most: int = MOST) -> dict[str, Any]:
    """Read a JSON object of bounded size.

    Raises:
        ValueError: it is none. The message tells nothing of what was written.

    """
    if len(written) > most:
        raise ValueError("size")
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        raise ValueError("json") from None
    if not isinstance(found, dict):
        raise ValueError("object")
    return found


def _texts(found: Any) -> dict[str, str]:
    if not isinstance(found, dict) or len(found) > _MOST_NAMES:
        raise ValueError("texts")
    if not all(isinstance(text, str) for text in found.values()):
        raise ValueError("text")
    return found


def _rows(found: Any) -> tuple[Row, ...]:
    if not isinstance(found, list) or len(found) > _MOST_ROWS:
        raise ValueError("row")
    return tuple(map(_texts, found))
