"""Values for CSV files that people open in a spreadsheet."""

from __future__ import annotations

from typing import Final

ENCODING: Final = "utf-8-sig"
"""Without the mark at its start, spreadsheets take a file for one of the last century."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe(text: str) -> str:
    """Give a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
