"""A history with something of everything in it, and a file that takes it along."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import TYPE_CHECKING, Any

from tests.progress.examples import Clock, decided, every_event, place, play, steps
from trainer.practice.recorder import Began
from trainer.practice.snapshot import Phase
from trainer.progress.carry import bringing, taking

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Generator
    from pathlib import Path

    from trainer.progress.carry.bringing import Found
    from trainer.progress.store import Store

SOURCE = b"format: scenario/1\nid: bus\n"
HASH = hashlib.sha256(SOURCE).hexdigest()

OWN = {"number", "version", "replay_of", "run"}
"""Numbers that are each computer's own."""

KEPT = (
    "scenario", "version", "run", "place", "event", "tally", "card", "answer", "confidence",
    "paper", "paper_lock", "fact",
)  # fmt: skip


def live(store: Store, clock: Clock) -> None:
    """Let everything happen once that can be kept."""
    store.name_scenario("bus", "Shouting on the 22 bus", "transit")
    at = place(content_hash=HASH)
    for event in every_event():
        store.record(event, at)
        clock.go(seconds=1)
    play(store, "run-2", "shop", replay_of="run-1")
    store.record(Began(), place("run-3", "shop"))
    store.record(decided(), place("run-3", "shop", steps=steps(1), phase=Phase.FEEDBACK))
    with store.writing() as connection:
        for statement, values in _rows():
            connection.execute(statement, values)


def _rows() -> list[tuple[str, tuple[Any, ...]]]:
    at, day = "2026-03-01T12:00:00.000Z", "2026-03-01"
    return [
        ("UPDATE version SET source = ? WHERE content_hash = ?", (zlib.compress(SOURCE), HASH)),
        (
            "INSERT INTO answer (id, at, day, kind, skill, family, variant, rating, words, ticked)"
            " VALUES ('a1', ?, ?, 'booster', 'delay', 'transit', 'bus/start', 3, '@you ok', '1')",
            (at, day),
        ),
        (
            "INSERT INTO answer (id, at, day, kind, skill, family, variant)"
            " VALUES ('a2', ?, ?, 'drill', '', 'work', 'drill:lines/one')",
            (at, day),
        ),
        ("INSERT INTO fact VALUES ('confidence-wish', 'yes')", ()),
        ("INSERT INTO mark SELECT min(number), 1 FROM event WHERE kind = ?", ("decided",)),
        ("INSERT INTO mark SELECT max(number), 0 FROM event WHERE kind = ?", ("decided",)),
        ("INSERT INTO card VALUES ('delay', 'elsewhere', ?, ?, ?, 2.5, 4.75)", (at, at, at)),
        ("INSERT INTO card VALUES ('direct', 'elsewhere', ?, ?, NULL, NULL, NULL)", (at, at)),
        (
            "INSERT INTO confidence (id, at, day, notice, act) VALUES ('c1', ?, ?, 2, 5)",
            (at, day),
        ),
        (
            "INSERT INTO paper VALUES ('p1', 'plan', ?, ?, 1, 0, ?)",
            (at, at, b'{"call": "SECRET Ana"}'),
        ),
        ("INSERT INTO paper VALUES ('i1', 'incident', ?, ?, 2, 0, ?)", (at, at, b'{"said": "x"}')),
    ]


def done(steps: Generator[float, None, Any]) -> Any:
    """Go all the steps, and give what comes of it."""
    while True:
        try:
            assert 0 <= next(steps) <= 1
        except StopIteration as end:
            return end.value


def taken(store: Store, out: Path, **how: Any) -> Counter[str]:
    found: Counter[str] = done(taking.write(store, out, **how))
    return found


def looked(store: Store, path: Path, **how: Any) -> Found:
    found: Found = done(bringing.look(store, path, **how))
    return found


def brought(store: Store, path: Path, *, passphrase: str = "", **how: Any) -> Found:
    before = looked(store, path, passphrase=passphrase)
    found: Found = done(bringing.put(store, path, before, passphrase=passphrase, **how))
    return found


def held(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Give everything that is kept, without numbers."""
    queries = {
        "run": "SELECT run.*, origin.id AS of FROM run LEFT JOIN run AS origin"
        " ON origin.number = run.replay_of ORDER BY run.number",
        "place": "SELECT id, snapshot FROM place JOIN run ON run.number = place.run ORDER BY id",
        "event": "SELECT run.id, event.*, version.content_hash AS of, look FROM event"
        " LEFT JOIN mark ON mark.event = event.number"
        " JOIN run ON run.number = event.run LEFT JOIN version"
        " ON version.number = event.version ORDER BY event.number",
    }
    found = {}
    with store.reading() as connection:
        for table in KEPT:
            rows = connection.execute(queries.get(table, f"SELECT * FROM {table}"))
            names = [one[0] for one in rows.description]
            own = [name for name in names if name not in OWN]
            found[table] = [tuple(_value(row, name) for name in own) for row in rows]
            if table not in ("run", "event"):
                found[table].sort(key=repr)
    return found


def _value(row: Any, name: str) -> Any:
    # Of a place, what it says; not how it is spelt.
    return json.loads(row[name]) if name == "snapshot" else row[name]
