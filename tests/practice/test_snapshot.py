from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.practice.story import BUS
from trainer.errors import SnapshotError
from trainer.practice.session import Options, Session
from trainer.practice.snapshot import VERSION, Snapshot, from_json, to_json


def full() -> Snapshot:
    session = Session(BUS, options=Options(timed=True))
    session.go_on()
    session.go_on()
    session.skip_part()
    session.choose("own", words="„Hör auf.“ 🙂", ticked=[1])
    session.try_another()
    session.choose("film")
    session.note("When did you notice?", "Two\nlines")
    session.go_on()
    session.time_out()
    return session.snapshot()


def test_a_snapshot_survives_json() -> None:
    place = full()
    text = to_json(place)
    assert "\n" not in text
    assert from_json(text) == place
    assert from_json(text.encode()) == place
    assert to_json(from_json(text)) == text


def test_a_replay_survives_json() -> None:
    place = replace(full(), replay_of="another")
    assert from_json(to_json(place)) == place


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "1", '"x"', "[" * 100_000, b"\xff\xfe", "{}"]
)
def test_what_is_no_snapshot(text: str | bytes) -> None:
    with pytest.raises(SnapshotError) as told:
        from_json(text)
    assert told.value.safe
    assert told.value.next_step


def test_a_newer_version_is_named_as_such() -> None:
    data = {**json.loads(to_json(full())), "version": VERSION + 1, "steps": "of a new kind"}
    with pytest.raises(SnapshotError, match="newer Upstander"):
        from_json(json.dumps(data))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", "1"),
        ("version", True),
        ("version", 0),
        ("run", 7),
        ("run", None),
        ("run", "\ud800"),
        ("scenario", []),
        ("content_hash", None),
        ("phase", "sleeping"),
        ("phase", 3),
        ("scene", {}),
        ("state", []),
        ("state", {"calm": 11}),
        ("state", {"calm": -1}),
        ("state", {"calm": 1.5}),
        ("state", {"calm": "1"}),
        ("state", {"\udc00": 1}),
        ("steps", {}),
        ("steps", ["aboard"]),
        ("steps", [{}]),
        ("steps", [{"scene": "a", "choice": 1}]),
        ("steps", [{"scene": "a", "words": None}]),
        ("steps", [{"scene": "a", "words": "\ud800"}]),
        ("steps", [{"scene": "a", "ticked": [-1]}]),
        ("steps", [{"scene": "a", "ticked": [True]}]),
        ("steps", [{"scene": "a", "ticked": [10**30]}]),
        ("steps", [{"scene": "a", "ticked": "0"}]),
        ("steps", [{"scene": "a", "timed_out": 1}]),
        ("steps", [{"scene": "a", "choice": "b", "timed_out": True}]),
        ("skipped", [1]),
        ("skipped", "aboard"),
        ("tried", [["a", "b"]]),
        ("tried", [[0, "a"]]),
        ("tried", [[0, "a", None]]),
        ("notes", [["q"]]),
        ("notes", {"q": "a"}),
        ("notes", [["q", 1]]),
        ("soften", 0),
        ("skip_hard", None),
        ("timed", "yes"),
        ("decided", -1),
        ("decided", True),
        ("begun", 1),
        ("replay_of", 5),
    ],
)
def test_every_value_is_checked(key: str, value: Any) -> None:
    data = {**json.loads(to_json(full())), key: value}
    with pytest.raises(SnapshotError):
        from_json(json.dumps(data))


@pytest.mark.parametrize(
    "key", ["run", "scenario", "content_hash", "phase", "scene", "state", "steps"]
)
def test_what_must_not_be_missing(key: str) -> None:
    data = json.loads(to_json(full()))
    del data[key]
    with pytest.raises(SnapshotError):
        from_json(json.dumps(data))


def test_what_may_be_missing_takes_its_default() -> None:
    data = json.loads(to_json(full()))
    for key in ("skipped", "tried", "notes", "soften", "skip_hard", "timed", "decided", "begun"):
        del data[key]
    del data["replay_of"]
    read = from_json(json.dumps({**data, "from a later day": 1}))
    assert (read.skipped, read.tried, read.notes, read.decided, read.begun) == (
        (),
        (),
        (),
        0,
        False,
    )
    assert [read.soften, read.skip_hard, read.timed] == [False] * 3
