"""One line after the other put where it belongs, beside what is here already.

What is here stays: of a run, an answer or an entry that is on both sides, the one here; of a
card and a paper, the one that was touched later. So the same file twice changes nothing.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from trainer.progress.carry import fields, tables
from trainer.progress.carry.found import Found, HowPapers
from trainer.progress.carry.papers_in import Papers
from trainer.progress.deletion import deletion

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_RANKED = """
    WITH ranked AS (
        SELECT id, row_number() OVER (ORDER BY touched, touch, id) AS place FROM run
    )
    UPDATE run SET touch = ranked.place FROM ranked WHERE ranked.id = run.id
"""

# Lists that go by number have to go on where the other computer's end. Twice, because no two
# rows may have the same number in between.
_NUMBERED = (
    """
    WITH ranked AS (
        SELECT id, row_number() OVER (ORDER BY at, number) AS place FROM {table}
    )
    UPDATE {table} SET number = -ranked.place FROM ranked WHERE ranked.id = {table}.id
    """,
    "UPDATE {table} SET number = -number",
)

_EVENT_COLUMNS = (
    "kind", "step", "scene", "choice", "d", "fit", "is_first", "in_time", "question", "note",
    "outcome",
)  # fmt: skip

_EVENT = (
    "INSERT INTO event (number, run, at, day, version, words, ticked, "
    f"{', '.join(_EVENT_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?{', ?' * len(_EVENT_COLUMNS)})"
)

_RUN = """
    INSERT INTO run (number, id, scenario, content_hash, is_replay, replay_of, began, touched,
        touch, ended, outcome, decisions)
    VALUES (?, ?, ?, ?, ?, (SELECT number FROM run WHERE id = ?), ?, ?, ?, ?, ?, ?)
    RETURNING number
"""


class Merging:
    """Finds for each line whether it is new; puts it in where ``puts`` is True.

    Args:
        connection: in a transaction, if it puts.
        before: what looking through the file found, if it puts: where numbers begin.
        papers: how papers are taken.

    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        before: Found | None = None,
        papers: HowPapers | None = None,
    ) -> None:
        self.found = Found()
        self._do = connection.execute
        self._connection = connection
        self._puts = before is not None
        self._run: tuple[int | None, bool] | None = None
        self._scenarios: set[str] = set()
        self._versions: dict[str, int] = {}
        self._earliest = self._do("SELECT min(began) FROM run").fetchone()[0] or ""
        self._next_run = self._first("run") - (before.runs_before if before else 0)
        self._next_event = self._first("event") - (before.events_before if before else 0)
        self._papers = Papers(connection, self.found, papers or HowPapers(), puts=self._puts)

    def _first(self, table: str) -> int:
        return int(self._do(f"SELECT coalesce(min(number), 1) FROM {table}").fetchone()[0])

    def take(self, kind: str, data: dict[str, Any]) -> None:
        """Take a line that was checked."""
        getattr(self, f"_take_{kind}")(data)

    def _take_paper_lock(self, data: dict[str, Any]) -> None:
        self._papers.take_lock(data)

    def _take_paper(self, data: dict[str, Any]) -> None:
        self._papers.take(data)

    def _counted(self, kind: str, *, is_new: bool) -> bool:
        (self.found.new if is_new else self.found.here)[kind] += 1
        return is_new and self._puts

    def _has(self, table: str, name: str) -> bool:
        query = f"SELECT 1 FROM {table} WHERE id = ?"
        return self._do(query, (name,)).fetchone() is not None

    # Runs

    def _take_scenario(self, data: dict[str, Any]) -> None:
        if self._counted("scenario", is_new=not self._has("scenario", data["id"])):
            put = "INSERT INTO scenario (id, title, setting) VALUES (?, ?, ?)"
            self._do(put, (data["id"], data["title"], data["setting"]))
        elif self._puts:
            fill = "UPDATE scenario SET setting = ? WHERE id = ? AND setting = ''"
            self._do(fill, (data["setting"], data["id"]))

    def _take_version(self, data: dict[str, Any]) -> None:
        if self._puts:
            number, source = self._version(data["content_hash"]), fields.back(data["source"])
            fill = "UPDATE version SET source = ? WHERE number = ? AND source IS NULL"
            self._do(fill, (source, number))

    def _version(self, content_hash: str) -> int:
        if content_hash not in self._versions:
            self._do("INSERT OR IGNORE INTO version (content_hash) VALUES (?)", (content_hash,))
            query = "SELECT number FROM version WHERE content_hash = ?"
            self._versions[content_hash] = self._do(query, (content_hash,)).fetchone()[0]
        return self._versions[content_hash]

    def _take_run(self, data: dict[str, Any]) -> None:
        is_new = not self._has("run", data["id"])
        older = is_new and data["began"] < self._earliest
        self.found.runs_before += older
        self._run = (None, older) if is_new else None
        if not self._counted("run", is_new=is_new):
            return
        number = self._next_run if older else None
        self._next_run += older
        values = (
            number, data["id"], data["scenario"], data["content_hash"], data["is_replay"],
            data.get("replay_of"), data["began"], data["touched"], data["touch"],
            data.get("ended"), data.get("outcome"), data["decisions"],
        )  # fmt: skip
        self._run = (self._do(_RUN, values).fetchall()[0][0], older)
        self._scenarios.add(data["scenario"])

    def _take_place(self, data: dict[str, Any]) -> None:
        if self._run is not None and self._puts:
            snapshot = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
            put = "INSERT INTO place (run, snapshot) VALUES (?, ?)"
            self._do(put, (self._run[0], snapshot))

    def _take_event(self, data: dict[str, Any]) -> None:
        if self._run is None:
            return
        run, older = self._run
        self.found.events_before += older
        if not self._puts:
            return
        number = self._next_event if older else None
        self._next_event += older
        version, words, ticked = None, None, None
        if data["kind"] == "decided":
            words, ticked = data.get("words", ""), ",".join(map(str, data.get("ticked", ())))
            version = self._version(data["version"]) if "version" in data else None
        values = map(data.get, _EVENT_COLUMNS)
        known = (number, run, data["at"], data.get("day"), version, words, ticked)
        put = self._do(_EVENT, (*known, *values))
        if "look" in data:
            mark = "INSERT INTO mark (event, look) VALUES (?, ?)"
            self._do(mark, (put.lastrowid, data["look"]))

    # What was learned

    def _take_answer(self, data: dict[str, Any]) -> None:
        self._take_by_id("answer", {"words": "", "ticked": "", **data})

    def _take_confidence(self, data: dict[str, Any]) -> None:
        self._take_by_id("confidence", data)

    def _take_by_id(self, table: str, data: dict[str, Any]) -> None:
        if self._counted(table, is_new=not self._has(table, data["id"])):
            self._insert(table, data)

    def _insert(self, table: str, data: dict[str, Any]) -> None:
        columns = tuple(data)
        marks = ", ".join("?" * len(columns))
        put = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
        self._do(put, tuple(data.values()))

    def _take_card(self, data: dict[str, Any]) -> None:
        name = (data["skill"], data["family"])
        query = "SELECT met, reviewed FROM card WHERE skill = ? AND family = ?"
        here = self._do(query, name).fetchone()
        later = here is None or data.get("reviewed", "") > (here["reviewed"] or "")
        if self._counted("card", is_new=later):
            if here is not None:
                self._do("DELETE FROM card WHERE skill = ? AND family = ?", name)
                data = data | {"met": min(data["met"], here["met"])}
            self._insert("card", data)

    def _take_fact(self, data: dict[str, Any]) -> None:
        if data["name"] in tables.FACTS:
            query = "SELECT 1 FROM fact WHERE name = ?"
            here = self._do(query, (data["name"],)).fetchone()
            if self._counted("fact", is_new=here is None):
                self._insert("fact", data)

    # The end

    def finish(self) -> None:
        """Bring what depends on the whole into order."""
        if self.found.new["run"] and self._earliest:
            # Which of two computers something was done on last, only the clock can tell.
            self._do(_RANKED)
        for table in ("answer", "confidence"):
            if self.found.new[table]:
                for statement in _NUMBERED:
                    self._do(statement.format(table=table))
        self._count(self._scenarios)
        deletion.forget_unused_versions(self._connection)

    def _count(self, scenarios: Iterable[str]) -> None:
        for scenario in scenarios:
            deletion.count_again(self._connection, scenario)
