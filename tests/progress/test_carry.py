"""Everything goes along in one file, arrives as it was, and nothing hostile gets in with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from tests.progress.carried import brought, held, live, looked, taken
from tests.progress.examples import Clock, decided, place, play, steps
from trainer.practice.recorder import Began
from trainer.progress.carry import tables
from trainer.progress.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def lived(store: Store, clock: Clock) -> Store:
    live(store, clock)
    return store


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """The new computer."""
    with Store.open(tmp_path / "new" / "progress.db", now=clock) as opened:
        yield opened


def test_everything_arrives_as_it_was(lived: Store, other: Store, tmp_path: Path) -> None:
    out = tmp_path / "mine.upstander"
    rows = taken(lived, out)
    before = held(lived)
    brought(other, out)
    assert held(other) == before
    assert held(lived) == before
    assert [table for table in before if not before[table]] == ["paper_lock", "fact"]
    assert rows["event"] == len(before["event"])
    assert other.run("run-1").notes == {"Why?": "new"}
    assert other.place("run-2") == lived.place("run-2")


def test_the_same_file_twice_changes_nothing(lived: Store, other: Store, tmp_path: Path) -> None:
    out = tmp_path / "mine.upstander"
    taken(lived, out)
    brought(other, out)
    before = held(other)
    found = looked(other, out)
    assert not found.changes()
    assert found.here["run"] == 3
    brought(other, out)
    assert held(other) == before
