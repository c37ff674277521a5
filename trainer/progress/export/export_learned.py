"""What an export holds beside the runs: answers, cards, confidence, and papers if asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

COLUMNS: Final = {
    "answers": (
        "day", "kind", "skill", "family", "words", "rating", "ticked", "at", "variant", "answer",
    ),
    "cards": ("skill", "family", "due", "reviewed", "met", "stability", "difficulty"),
    "confidence": (
        "day", "notice", "problem", "responsibility", "know_how", "act", "at", "entry",
    ),
    "papers": ("kind", "made", "touched", "content", "paper"),
}  # fmt: skip
"""The tables, and the columns of each: what a person reads first, ids last."""

_QUERIES: Final = {
    "answers": "SELECT id AS answer, * FROM answer ORDER BY number",
    "cards": "SELECT * FROM card ORDER BY skill, family",
    "confidence": "SELECT id AS entry, * FROM confidence ORDER BY number",
    # What is sealed stays sealed: nobody but its passphrase says what is in it.
    "papers": "SELECT id AS paper, * FROM paper WHERE NOT is_sealed ORDER BY touch",
}


def tables(*, papers: bool) -> list[str]:
    """Give the names of the tables that go along."""
    return [name for name in COLUMNS if papers or name != "papers"]


def rows(connection: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    """Give the rows of a table, each as its columns."""
    for row in connection.execute(_QUERIES[table]):
        data = {name: row[name] for name in COLUMNS[table]}
        if table == "papers":
            data["content"] = _content(row["content"])
        yield data


def _content(raw: bytes) -> Any:
    try:
        return json.loads(bytes(raw).decode())
    except (ValueError, RecursionError):
        return None
