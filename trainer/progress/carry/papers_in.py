"""Safety plan and records of what happened, taken in: what was sealed stays sealed.

Sealed papers come as they are where nothing is locked yet, or the same passphrase locks. Else
they have to be opened with their own key and sealed with the one here; without both they stay
in the file. An open paper never comes to lie beside locked ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.progress.carry import fields
from trainer.progress.carry.found import Lock, Plan
from trainer.progress.papers import paper_rows

if TYPE_CHECKING:
    import sqlite3

    from trainer.progress.carry.found import Found, HowPapers

_PUT = """
    INSERT INTO paper (id, kind, made, touched, touch, is_sealed, content)
    VALUES (?, ?, ?, ?, (SELECT coalesce(max(touch), 0) + 1 FROM paper), ?, ?)
"""


class Papers:
    """Takes papers, one after the other.

    Args:
        connection: in a transaction, if it puts.
        found: where they are counted.
        how: which plan stays, and keys.
        puts: whether anything is changed.

    """

    def __init__(
        self, connection: sqlite3.Connection, found: Found, how: HowPapers, *, puts: bool
    ) -> None:
        self._do = connection.execute
        self._found = found
        self._how = how
        self._puts = puts
        self._has_lock = found.lock_here = paper_rows.has_lock(connection)
        self._same_lock = False

    def take_lock(self, data: dict[str, Any]) -> None:
        """Take the lock: as the one here, if nothing is kept here that it could lock out."""
        salt, proof = fields.back(data["salt"]), fields.back(data["proof"])
        self._found.lock = lock = Lock(salt, data["work"], data["memory"], proof)
        query = "SELECT salt, work, memory, proof FROM paper_lock"
        here = self._do(query).fetchone()
        if here is not None:
            self._same_lock = tuple(here) == lock
        elif self._do("SELECT 1 FROM paper").fetchone() is None:
            self._has_lock = self._same_lock = True
            if self._puts:
                self._do("INSERT INTO paper_lock VALUES (1, ?, ?, ?, ?)", lock)

    def take(self, data: dict[str, Any]) -> None:
        """Take a paper."""
        content, kind = fields.back(data["content"]), data["kind"]
        here = self._do("SELECT * FROM paper WHERE id = ?", (data["id"],)).fetchone()
        if here is not None and here["content"] == content:
            self._found.here[kind] += 1
            return
        row = _opened(data | {"content": content}, self._how.file)
        values = self._values(data | {"content": content}, row)
        if values is None:
            self._found.left += 1
        elif here is not None:
            self._take_other_state(values, row, _opened(dict(here), self._how.here))
        elif kind == "plan" and self._do("SELECT 1 FROM paper WHERE kind = 'plan'").fetchone():
            self._take_second_plan(values)
        else:
            self._put(values)

    def _values(self, data: dict[str, Any], row: paper_rows.Row | None) -> paper_rows.Values | None:
        """Give a paper as it is written here; None if it would have to be opened first."""
        same = self._same_lock if data["is_sealed"] else not self._has_lock
        if same:
            made, touched = data.get("made", ""), data.get("touched", "")
            sealed = int(data["is_sealed"])
            return (data["id"], data["kind"], made, touched, sealed, data["content"])
        if row is None or not self._has_lock or self._how.here is None:
            return None
        return paper_rows.values(row, self._how.here)

    def _take_other_state(
        self, values: paper_rows.Values, row: paper_rows.Row | None, here: paper_rows.Row | None
    ) -> None:
        """Take a paper that is here already, as it was at another time: the later one stays."""
        if row is None or here is None:
            self._found.left += 1
        elif row.touched > here.touched:
            self._put(values)
        else:
            self._found.here[values[1]] += 1

    def _take_second_plan(self, values: paper_rows.Values) -> None:
        self._found.two_plans = True
        if self._how.plan is Plan.HERE:
            self._found.here["plan"] += 1
            return
        if self._puts:
            self._do("DELETE FROM paper WHERE kind = 'plan'")
        self._put(values)

    def _put(self, values: paper_rows.Values) -> None:
        self._found.new[values[1]] += 1
        if self._puts:
            self._do("DELETE FROM paper WHERE id = ?", values[:1])
            self._do(_PUT, values)


def _opened(data: dict[str, Any], key: bytes | None) -> paper_rows.Row | None:
    """Open a paper; None if it does not open."""
    try:
        return paper_rows.opened_row(key, data)
    except ValueError:
        return None
