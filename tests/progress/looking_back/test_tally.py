"""First decisions are counted as they are made, and the count says what the events say."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.progress.examples import decided, place, play, steps
from trainer.method.ds import D, Fit
from trainer.practice.recorder import Began, Retried
from trainer.practice.snapshot import Phase
from trainer.progress.store import Store

if TYPE_CHECKING:
    from tests.progress.examples import Clock

DATA = Path(__file__).parents[1] / "data"


def tally(store: Store) -> dict[tuple[str, str, str, str], int]:
    with store.reading() as connection:
        return {tuple(row)[:4]: row["n"] for row in connection.execute("SELECT * FROM tally")}


def test_first_decisions_are_counted_by_day_scenario_d_and_fit(store: Store, clock: Clock) -> None:
    play(store, "one", decisions=2)
    clock.go(days=1)
    play(store, "two", "shop", decisions=1)
    assert tally(store) == {
        ("2026-03-01", "bus", "delay", "strong"): 2,
        ("2026-03-02", "shop", "delay", "strong"): 1,
    }


def test_second_tries_and_replays_are_not_counted(store: Store) -> None:
    play(store, "one", decisions=1)
    at = place("one", steps=steps(1), phase=Phase.FEEDBACK)
    store.record(Retried(0), place("one"))
    store.record(decided(0, choice="film", d=D.DOCUMENT, fit=Fit.POOR, first=False), at)
    play(store, "two", decisions=3, replay_of="one")
    assert tally(store) == {("2026-03-01", "bus", "delay", "strong"): 1}


def test_a_decision_of_the_timer_and_own_words_count_without_a_d(store: Store) -> None:
    store.record(Began(), place())
    at = place(steps=steps(1), phase=Phase.FEEDBACK)
    store.record(decided(0, choice=None, d=None, fit=None, in_time=False), at)
    assert tally(store) == {("2026-03-01", "bus", "", ""): 1}


def test_deleting_a_run_takes_its_decisions_from_the_count(store: Store) -> None:
    play(store, "one", decisions=2)
    play(store, "two", decisions=1)
    play(store, "other", "shop", decisions=1)
    store.delete_run("one")
    assert tally(store) == {
        ("2026-03-01", "bus", "delay", "strong"): 1,
        ("2026-03-01", "shop", "delay", "strong"): 1,
    }


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set on this system")
def test_a_day_is_that_of_the_calendar_on_the_wall(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.time = datetime(2026, 3, 2, 3, tzinfo=UTC)
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        play(store, "evening", decisions=1)
    finally:
        monkeypatch.undo()
        time.tzset()
    clock.go(hours=1)
    play(store, "morning", decisions=1)
    assert [day for day, *_rest in tally(store)] == ["2026-03-01", "2026-03-02"]
    store.delete_run("morning")
    # Counting anew does not move the evening to where the computer is now.
    assert [day for day, *_rest in tally(store)] == ["2026-03-01"]


def test_an_older_history_is_counted_once(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((DATA / "schema-1.sql").read_text("utf-8"))
    with Store.open(path) as store:
        with store.reading() as connection:
            expected = connection.execute(
                "SELECT count(*) FROM event JOIN run ON run.number = event.run"
                " WHERE kind = 'decided' AND is_first = 1 AND NOT is_replay"
            ).fetchone()[0]
            versions = connection.execute(
                "SELECT count(*) FROM event WHERE kind = 'decided' AND version IS NULL"
            ).fetchone()[0]
        assert sum(tally(store).values()) == expected > 0
        assert versions == 0


def test_each_decision_names_the_version_that_it_was_made_in(store: Store) -> None:
    play(store, "one", decisions=1)
    changed = place("one", steps=steps(2), phase=Phase.FEEDBACK, content_hash="f" * 64)
    store.record(decided(1), changed)
    with store.reading() as connection:
        found = connection.execute(
            "SELECT content_hash FROM event JOIN version ON version.number = event.version"
            " WHERE kind = 'decided' ORDER BY event.number"
        ).fetchall()
    assert [row[0] for row in found] == ["0" * 64, "f" * 64]
    store.delete_run("one")
    with store.reading() as connection:
        assert connection.execute("SELECT count(*) FROM version").fetchone()[0] == 0
