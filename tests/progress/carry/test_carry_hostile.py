"""A file from elsewhere may hold anything: it is taken in whole, or refused and nothing changed."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tracemalloc
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.progress.carry.carried import brought, done, held, live, looked, taken
from tests.progress.examples import Clock, play
from trainer.errors import CarriedError, SealedFile
from trainer.progress.carry import bringing, lines, sealing
from trainer.progress.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AT = "2026-03-01T12:00:00.000Z"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file that is as it should be."""
    folder = tmp_path_factory.mktemp("good")
    clock = Clock()
    with Store.in_memory(now=clock) as store:
        live(store, clock)
        taken(store, folder / "good")
    return (folder / "good").read_bytes()


@pytest.fixture
def here(clock: Clock) -> Iterator[Store]:
    with Store.in_memory(now=clock) as store:
        play(store, "here")
        yield store


def rows_of(data: bytes) -> list[Any]:
    return [json.loads(line) for line in data.splitlines()]


def file_of(rows: list[Any], /, **end: Any) -> bytes:
    """Write lines as a file whose last line is right, whatever the others are."""
    body = b"".join(json.dumps(row).encode() + b"\n" for row in rows[:-1])
    counts: dict[str, int] = {}
    for row in rows[1:-1]:
        for kind in row or ():
            counts[kind] = counts.get(kind, 0) + 1
    said = {"rows": counts, "sha256": hashlib.sha256(body).hexdigest(), **end}
    return body + json.dumps({"end": said}).encode() + b"\n"


def refused(store: Store, path: Path, data: bytes, **how: Any) -> CarriedError:
    path.write_bytes(data)
    before = held(store)
    with pytest.raises(CarriedError) as told:
        brought(store, path, **how)
    assert held(store) == before
    assert told.value.safe == "Nothing was changed here."
    assert told.value.next_step
    return told.value


def test_what_the_tests_change_is_taken_as_it_is(good: bytes, here: Store, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(file_of(rows_of(good)))
    assert brought(here, tmp_path / "f").new["run"] == 3


def line(kind: str, /, **changes: Any) -> Callable[[list[Any]], None]:
    """Change the first line of a kind; None takes a value out."""

    def change(rows: list[Any]) -> None:
        data = next(row[kind] for row in rows if kind in row)
        for name, value in changes.items():
            data.pop(name, None)
            if value is not None:
                data[name] = value

    return change


def event(of: str, /, **changes: Any) -> Callable[[list[Any]], None]:
    """Change the first event of a kind."""

    def change(rows: list[Any]) -> None:
        rows[:] = [row for row in rows if "event" not in row or row["event"]["kind"] == of]
        line("event", **changes)(rows)

    return change


def again(kind: str) -> Callable[[list[Any]], None]:
    def change(rows: list[Any]) -> None:
        rows.insert(-1, next(row for row in rows if kind in row))

    return change


def put(at: int, row: Any) -> Callable[[list[Any]], None]:
    return lambda rows: rows.insert(at, row)


def without(kind: str) -> Callable[[list[Any]], None]:
    def change(rows: list[Any]) -> None:
        rows[:] = [row for row in rows if kind not in row]

    return change


OTHER = base64.b64encode(zlib.compress(b"x")).decode()
SALT = base64.b64encode(b"s" * 16).decode()
BOMB = base64.b64encode(zlib.compress(b"0" * 200_000_000)).decode()

Change = Callable[[list[Any]], object]

HOSTILE: dict[str, Change] = {
    "id of the wrong type": line("run", id=7),
    "no id": line("run", id=None),
    "an empty id": line("run", id=""),
    "an endless id": line("run", id="x" * 201),
    "half a character": line("run", id="\ud800"),
    "true for a number": line("run", decisions=True),
    "a huge number": line("run", touch=2**70),
    "a negative number": line("run", decisions=-1),
    "no day": event("decided", day="2026-02-30"),
    "a month too many": line("run", began="2026-13-01T12:00:00.000Z"),
    "a time elsewhere": line("run", began="2026-03-01T12:00:00.000+02:00"),
    "a time in other digits": line("run", began="２026-03-01T12:00:00.000Z"),
    "an unknown key": line("run", colour="red"),
    "a key for SQL": line("answer", **{"id) VALUES (1); --": 1}),
    "an unknown outcome": line("run", outcome="won"),
    "an outcome without an end": line("run", ended=None, outcome="mixed"),
    "an unknown D": event("decided", d="debate"),
    "an unknown fit": event("decided", fit="wrong"),
    "an unknown event": event("decided", kind="deleted"),
    "a step below zero": event("undone", step=-1),
    "points of text": event("decided", ticked=["1"]),
    "a D of an ending": event("ended", d="delay"),
    "a run twice": again("run"),
    "an answer twice": again("answer"),
    "a card twice": again("card"),
    "a paper twice": again("paper"),
    "a fact twice": again("fact"),
    "a place twice": again("place"),
    "an event of no run": put(1, {"event": {"at": AT, "kind": "began"}}),
    "a place of no run": put(1, {"place": {}}),
    "a place of another run": line("place", run="other"),
    "a place of another scenario": line("place", scenario="other"),
    "a place of a newer version": line("place", version=2),
    "a place somewhere": line("place", phase="nowhere"),
    "a place that is a list": lambda rows: rows.insert(3, {"place": []}),
    "a replay of nothing": line("run", is_replay=True, replay_of="gone"),
    "a replay of itself": line("run", is_replay=True, replay_of="run-1"),
    "a replay that is none": lambda rows: [
        row["run"].update(is_replay=False) for row in rows if "run" in row
    ],
    "a rating of five": line("answer", rating=5),
    "a feeling of six": line("confidence", act=6),
    "a card that never ends": line("card", stability=1e300),
    "a paper of another kind": line("paper", kind="diary"),
    "a sealed paper without a lock": line("paper", is_sealed=True),
    "an open paper without a date": line("paper", touched=None),
    "a paper in no alphabet": line("paper", content="äöü"),
    "half a base64": line("paper", content="abc"),
    "a version of another file": line("version", source=OTHER),
    "a version that is no zlib": line("version", source="AAAA"),
    "a bomb": line("version", source=BOMB),
    "a lock that takes all memory": put(
        1, {"paper_lock": {"salt": SALT, "work": 3, "memory": 2**39, "proof": "AA=="}}
    ),
    "an unknown kind of line": put(1, {"outbox": {"id": "x"}}),
    "two things on a line": put(1, {"fact": {"name": "a", "value": "b"}, "card": {}}),
    "a line that is a list": put(1, []),
    "a line of nothing": put(1, None),
    "a first line in the middle": put(1, {"format": "upstander-everything/1", "made": AT}),
    "a last line in the middle": put(1, {"end": {"rows": {}, "sha256": "0" * 64}}),
    "no time at the top": lambda rows: rows[0].pop("made"),
    "more at the top": lambda rows: rows[0].update(more=1),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_refused_whole(good: bytes, here: Store, tmp_path: Path, name: str) -> None:
    rows = rows_of(good)
    HOSTILE[name](rows)
    refused(here, tmp_path / "f", file_of(rows))


def test_a_bomb_is_not_unpacked(good: bytes, here: Store, tmp_path: Path) -> None:
    rows = rows_of(good)
    HOSTILE["a bomb"](rows)
    raw = file_of(rows)
    tracemalloc.start()
    try:
        refused(here, tmp_path / "f", raw)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


def test_facts_that_are_no_wishes_are_left_out(good: bytes, here: Store, tmp_path: Path) -> None:
    """No file switches on that anything is sent."""
    rows = rows_of(good)
    rows.insert(1, {"fact": {"name": "organisation", "value": "on"}})
    (tmp_path / "f").write_bytes(file_of(rows))
    brought(here, tmp_path / "f")
    with here.reading() as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM fact")]
    assert names == ["confidence-wish"]


@pytest.mark.parametrize(
    "end",
    [
        {"sha256": "0" * 64},
        {"rows": {"run": 3}},
        {"rows": []},
        {"more": 1},
        {"rows": {"run": True}},
    ],
)
def test_a_wrong_sum_or_count(
    good: bytes, here: Store, tmp_path: Path, end: dict[str, Any]
) -> None:
    refused(here, tmp_path / "f", file_of(rows_of(good), **end))


def test_a_changed_letter_is_seen(good: bytes, here: Store, tmp_path: Path) -> None:
    refused(here, tmp_path / "f", good.replace(b'"note":"new"', b'"note":"now"'))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n",
        b"{}\n",
        b"[]\n",
        b"PK\x03\x04" + b"\0" * 2000,
        b"SQLite format 3\0" + b"\0" * 2000,
        b'{"format": "upstander-progress/1", "exported": ""}\n',
        b'{"format": 7}\n',
        b'{"format": "upstander-everything/1"}',
        "{}".encode("utf-16"),
        b"[" * 900 + b"\n",
        b'{"format": "upstander-sealed/1"}\n',
    ],
)
def test_something_else_is_said_to_be_something_else(
    here: Store, tmp_path: Path, raw: bytes
) -> None:
    refused(here, tmp_path / "f", raw, passphrase="x")


@pytest.mark.parametrize("name", ["everything/2", "everything/17", "sealed/2"])
def test_a_newer_format_is_told_apart(here: Store, tmp_path: Path, name: str) -> None:
    raw = json.dumps({"format": f"upstander-{name}", "made": "?", "new": 1}).encode() + b"\n"
    assert "newer version" in refused(here, tmp_path / "f", raw).what


@pytest.mark.parametrize("raw", [b'{"fact": NaN}', b'{"fact": 1e999}', b"9" * 5000, b"[" * 10**6])
def test_a_line_that_json_has_no_word_for(
    good: bytes, here: Store, tmp_path: Path, raw: bytes
) -> None:
    head, rest = good.split(b"\n", 1)
    refused(here, tmp_path / "f", head + b"\n" + raw + b"\n" + rest)


def test_an_endless_line(
    good: bytes, here: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "_LONGEST", 10_000)
    assert done(bringing.look(here, _written(tmp_path, good)))
    head, rest = good.split(b"\n", 1)
    raw = head + b'\n{"fact": "' + b"x" * 20_000 + b'"}\n' + rest
    assert "too long" in refused(here, tmp_path / "f", raw).details


def test_too_many_lines_of_a_kind(
    good: bytes, here: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "_MOST_OTHERS", 1)
    assert "more than 1 lines" in refused(here, tmp_path / "f", good).details


def _written(folder: Path, data: bytes) -> Path:
    (folder / "whole").write_bytes(data)
    return folder / "whole"


def test_cut_off_anywhere(good: bytes, here: Store, tmp_path: Path) -> None:
    before = held(here)
    for length in [*range(0, len(good), 97), len(good) - 1]:
        (tmp_path / "f").write_bytes(good[:length])
        with pytest.raises(CarriedError):
            looked(here, tmp_path / "f")
    assert held(here) == before
    refused(here, tmp_path / "f", good + b"\n")
    refused(here, tmp_path / "f", good + good)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_no_byte_changes_unseen(
    good: bytes, here: Store, tmp_path: Path, at: int, byte: int
) -> None:
    raw = bytearray(good)
    at %= len(raw)
    same = raw[at] == byte
    raw[at] = byte
    (tmp_path / "f").write_bytes(raw)
    if same:
        looked(here, tmp_path / "f")
    else:
        with pytest.raises(CarriedError):
            looked(here, tmp_path / "f")


def test_a_file_that_changes_in_between_changes_nothing(
    good: bytes, here: Store, tmp_path: Path
) -> None:
    path = _written(tmp_path, good)
    found = looked(here, path)
    before = held(here)
    rows = rows_of(good)
    line("run", id="run-1b")(rows)
    path.write_bytes(file_of(rows))
    with pytest.raises(CarriedError):
        done(bringing.put(here, path, found))
    assert held(here) == before


def test_folders_pipes_and_missing_files(here: Store, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere", tmp_path / "no\0name"):
        with pytest.raises(CarriedError):
            looked(here, path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(CarriedError):
            looked(here, tmp_path / "pipe")


@pytest.fixture
def sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.setattr(sealing, "WORK", 1)
    monkeypatch.setattr(sealing, "MEMORY", 8192)
    clock = Clock()
    with Store.in_memory(now=clock) as store:
        live(store, clock)
        with store.writing() as connection:
            connection.execute("UPDATE answer SET words = hex(randomblob(100000))")
        taken(store, tmp_path / "sealed", passphrase="open sesame")
    return (tmp_path / "sealed").read_bytes()


def test_a_sealed_file_is_whole_or_refused(sealed: bytes, here: Store, tmp_path: Path) -> None:
    path = tmp_path / "f"
    head = sealed.index(b"\n") + 1
    block = 64 * 1024 + 17
    changes = {
        "cut off in the head": sealed[: head - 5],
        "cut off before the blocks": sealed[: head + 10],
        "cut off in a block": sealed[: head + 24 + 1000],
        "cut off between blocks": sealed[: head + 24 + block],
        "a block left out": sealed[: head + 24 + block] + sealed[head + 24 + 2 * block :],
        "blocks exchanged": sealed[: head + 24]
        + sealed[head + 24 + block : head + 24 + 2 * block]
        + sealed[head + 24 : head + 24 + block]
        + sealed[head + 24 + 2 * block :],
        "more behind it": sealed + b"x",
        "a bit turned": sealed[:-9] + bytes([sealed[-9] ^ 1]) + sealed[-8:],
    }
    for name, raw in changes.items():
        assert refused(here, path, raw, passphrase="open sesame"), name
    path.write_bytes(sealed)
    assert lines.is_sealed(path)
    assert brought(here, path, passphrase="open sesame").new["run"] == 3


@pytest.mark.parametrize(
    "change",
    [{"work": 10**9}, {"memory": 2**40}, {"work": 0}, {"salt": "AA=="}, {"salt": 7}, {"work": "3"}],
)
def test_a_sealed_file_may_not_ask_for_everything(
    sealed: bytes, here: Store, tmp_path: Path, change: dict[str, Any]
) -> None:
    head, rest = sealed.split(b"\n", 1)
    raw = json.dumps(json.loads(head) | change).encode() + b"\n" + rest
    told = refused(here, tmp_path / "f", raw, passphrase="open sesame")
    assert not isinstance(told, SealedFile)
