"""Everything of a profile, written into a file to take along.

Left here are what an organisation was sent or shall be, and the name under which it was: those
belong to this computer and to nobody else.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from trainer.errors import SnapshotError
from trainer.practice.snapshot import from_json
from trainer.progress.carry import fields, lines, sealing, tables
from trainer.progress.carry.sound import Sound
from trainer.progress.export.placing import placed
from trainer.progress.summaries import written

if TYPE_CHECKING:
    import sqlite3
    from collections import Counter
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from trainer.progress.store import Store

_OFTEN = 500
"""Lines after which is told how far it is."""

_ALL = "SELECT (SELECT count(*) FROM event) + 2 * (SELECT count(*) FROM run) + 1"

_RUNS = """
    SELECT run.*, origin.id AS origin, place.snapshot FROM run
    LEFT JOIN run AS origin ON origin.number = run.replay_of
    LEFT JOIN place ON place.run = run.number ORDER BY run.number
"""

_EVENTS = """
    SELECT event.*, version.content_hash, mark.look FROM event
    LEFT JOIN version ON version.number = event.version
    LEFT JOIN mark ON mark.event = event.number WHERE run = ? ORDER BY event.number
"""

_Row = tuple[str, dict[str, Any]]


def write(
    store: Store,
    out: Path,
    *,
    passphrase: str = "",
    papers: bool = True,
    force: bool = False,
) -> Generator[float, None, Counter[str]]:
    """Write the file step by step; the steps give how far it is, from 0 to 1.

    Args:
        store: whose everything it is.
        out: the file.
        passphrase: seals the file, if it is not empty.
        papers: whether the safety plan and the records of what happened go along.
        force: an existing file is replaced.

    Returns:
        How many lines of each kind there are; and, as ``left``, how many rows of a file that
        somebody has changed could not go along, because nobody would take them in.

    Raises:
        UsageError: the file exists, and ``force`` was not given.
        KeepingError: it could not be written; what was there is unchanged.

    """
    with placed(out, force=force) as new, new.open("wb") as file, store.reading() as connection:
        into = sealing.Sealing(file, passphrase) if passphrase else None
        write = file.write if into is None else into.write
        writer = lines.Writer(write, written(store.now()))
        total = connection.execute(_ALL).fetchone()[0]
        sound = Sound()
        for done, (kind, data) in enumerate(_rows(connection, papers=papers)):
            if sound.holds(kind, data):
                writer.row(kind, data)
            if not done % _OFTEN:
                yield min(1.0, done / total)
        writer.end()
        if into is not None:
            into.finish()
    writer.rows["left"] = sound.left
    return writer.rows


def _rows(connection: sqlite3.Connection, *, papers: bool) -> Iterator[_Row]:
    for row in connection.execute("SELECT id, title, setting FROM scenario ORDER BY id"):
        yield "scenario", dict(row)
    query = "SELECT content_hash, source FROM version WHERE source IS NOT NULL ORDER BY number"
    for row in connection.execute(query):
        source = fields.out(row["source"])
        yield "version", {"content_hash": row["content_hash"], "source": source}
    for row in connection.execute(_RUNS):
        yield from _run(connection, row)
    yield from _learned(connection)
    if papers:
        yield from _papers(connection)


def _run(connection: sqlite3.Connection, row: sqlite3.Row) -> Iterator[_Row]:
    data = {name: row[name] for name in tables.ROWS["run"]}
    yield "run", data | {"is_replay": bool(row["is_replay"]), "replay_of": row["origin"]}
    if row["snapshot"] is not None:
        yield "place", _place(row["snapshot"])
    for event in connection.execute(_EVENTS, (row["number"],)):
        yield "event", _event(event)


def _place(snapshot: str) -> dict[str, Any]:
    """Give the place reached; one that nobody can read any more stays behind."""
    try:
        from_json(snapshot)
    except SnapshotError:
        return {}
    place: dict[str, Any] = json.loads(snapshot)
    return place


def _event(row: sqlite3.Row) -> dict[str, Any]:
    kind = row["kind"]
    data: dict[str, Any] = {"at": row["at"], "kind": kind}
    for name in tables.EVENTS.get(kind, ()):
        data[name] = row["content_hash" if name == "version" else name]
    if kind == "decided":
        data["is_first"], data["in_time"] = bool(row["is_first"]), bool(row["in_time"])
        data["words"] = row["words"] or None
        ticked = (row["ticked"] or "").split(",")
        data["ticked"] = [int(one) for one in ticked if one.isdecimal()] or None
    return data


def _learned(connection: sqlite3.Connection) -> Iterator[_Row]:
    for row in connection.execute("SELECT * FROM answer ORDER BY number"):
        data = {name: row[name] for name in tables.ROWS["answer"]}
        empty = {"words": row["words"] or None, "ticked": row["ticked"] or None}
        yield "answer", data | empty
    for row in connection.execute("SELECT * FROM card ORDER BY skill, family"):
        yield "card", {name: row[name] for name in tables.ROWS["card"]}
    for row in connection.execute("SELECT * FROM confidence ORDER BY number"):
        yield "confidence", {name: row[name] for name in tables.ROWS["confidence"]}
    for row in connection.execute("SELECT name, value FROM fact ORDER BY name"):
        if row["name"] in tables.FACTS:
            yield "fact", dict(row)


def _papers(connection: sqlite3.Connection) -> Iterator[_Row]:
    for row in connection.execute("SELECT * FROM paper_lock"):
        held = {"salt": fields.out(row["salt"]), "proof": fields.out(row["proof"])}
        yield "paper_lock", {"work": row["work"], "memory": row["memory"], **held}
    for row in connection.execute("SELECT * FROM paper ORDER BY touch"):
        data = {name: row[name] for name in tables.ROWS["paper"]}
        known = {"is_sealed": bool(row["is_sealed"]), "content": fields.out(row["content"])}
        # Of a sealed one the dates are sealed in as well.
        dates = {"made": row["made"] or None, "touched": row["touched"] or None}
        yield "paper", data | known | dates
