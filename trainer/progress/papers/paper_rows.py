"""The rows of papers in the database: opening them, sealing them, writing them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from trainer.progress.deletion import deletion
from trainer.progress.papers import sealing
from trainer.progress.papers.paper_content import MOST, mapping
from trainer.progress.papers.sealing import SealBroken

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

_PUT: Final = """
    INSERT INTO paper (id, kind, made, touched, touch, is_sealed, content)
    VALUES (?, ?, ?, ?, (SELECT coalesce(max(touch), 0) + 1 FROM paper), ?, ?)
    ON CONFLICT (id) DO UPDATE SET made = excluded.made, touched = excluded.touched,
        touch = excluded.touch, is_sealed = excluded.is_sealed, content = excluded.content
"""

_PUT_AS_IT_IS: Final = """
    UPDATE paper SET made = ?, touched = ?, is_sealed = ?, content = ? WHERE id = ?
"""

Values = tuple[str, str, str, str, int, bytes]
"""A row as it is written: id, kind, made, touched, whether it is sealed, content."""


class Broken(NamedTuple):
    """A paper that is there and cannot be read."""

    id: str


class Row(NamedTuple):
    """A paper as it stands in the database, opened but not read."""

    id: str
    kind: str
    made: str
    touched: str
    content: bytes


def has_lock(connection: sqlite3.Connection) -> bool:
    """Tell whether papers are sealed, or shall be. A lock that is gone opens nothing."""
    query = "SELECT 1 FROM paper_lock UNION ALL SELECT 1 FROM paper WHERE is_sealed LIMIT 1"
    return connection.execute(query).fetchone() is not None


def opened(connection: sqlite3.Connection, key: bytes | None) -> tuple[list[Row], list[Broken]]:
    """Open all rows, those that were touched last first; and name those that do not open."""
    rows: list[Row] = []
    broken: list[Broken] = []
    for row in connection.execute("SELECT * FROM paper ORDER BY touch DESC, id"):
        try:
            rows.append(opened_row(key, row))
        except ValueError:
            broken.append(Broken(row["id"]))
    return rows, broken


def unsealed(connection: sqlite3.Connection) -> list[Row]:
    """Give the rows that are not sealed."""
    return [_plain(row) for row in connection.execute("SELECT * FROM paper WHERE NOT is_sealed")]


def values(row: Row, key: bytes | None) -> Values:
    """Give a row as it is written: sealed with its id, its kind and its dates, if by a key."""
    if key is None:
        return (row.id, row.kind, row.made, row.touched, 0, row.content)
    inside = row._asdict() | {"content": row.content.decode("utf-8", "surrogateescape")}
    return (row.id, row.kind, "", "", 1, sealing.seal(key, json.dumps(inside).encode()))


def put(connection: sqlite3.Connection, written: Iterable[Values]) -> None:
    """Write rows, each touched now."""
    connection.executemany(_PUT, written)


def put_again(connection: sqlite3.Connection, rows: Iterable[Row], key: bytes | None) -> None:
    """Write rows that are there anew, sealed or not; nobody has touched them.

    What they were is to be cleared where they are sealed, whatever they were sealed with.
    """
    for row in rows:
        connection.execute(_PUT_AS_IT_IS, (*values(row, key)[2:], row.id))
        if key is not None:
            deletion.forget_papers(connection, [row.id])


def opened_row(key: bytes | None, row: sqlite3.Row | Mapping[str, Any]) -> Row:
    """Open a row, sealed or not.

    Raises:
        ValueError: it does not open with this key.

    """
    return _unsealed(key, row) if row["is_sealed"] else _plain(row)


def _plain(row: sqlite3.Row | Mapping[str, Any]) -> Row:
    return Row(row["id"], row["kind"], row["made"], row["touched"], row["content"])


def _unsealed(key: bytes | None, row: sqlite3.Row | Mapping[str, Any]) -> Row:
    """Open a row.

    Raises:
        ValueError: it does not open, or what is inside belongs to another row.

    """
    if key is None:
        raise SealBroken
    # What is escaped takes up to six bytes for one.
    inside = mapping(sealing.unseal(key, row["content"]), most=8 * MOST)
    parts = [inside.get(name) for name in Row._fields]
    texts = [part for part in parts if isinstance(part, str)]
    if len(texts) != len(parts) or texts[:2] != [row["id"], row["kind"]]:
        raise SealBroken
    return Row(texts[0], texts[1], texts[2], texts[3], texts[4].encode("utf-8", "surrogateescape"))
