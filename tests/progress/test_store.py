"""What is kept comes back, in an order that no clock disturbs."""

from __future__ import annotations

import sqlite3
import threading
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.progress.examples import HASH, Clock, decided, place, play, steps
from trainer.errors import KeepingError, SnapshotError
from trainer.method.ds import D, Fit
from trainer.practice.recorder import (
    Began,
    Decided,
    Ended,
    Event,
    Noted,
    Retried,
    Skipped,
    Undone,
)
from trainer.practice.snapshot import Phase
from trainer.progress.store import Store
from trainer.scenario.model import Outcome

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_history_is_empty(store: Store) -> None:
    assert store.runs() == []
    assert store.unfinished() == []
    assert store.run_count() == 0
    assert store.decision_count() == 0
    assert store.last_played() == {}
    assert store.keeps


def test_every_kind_of_event_comes_back(store: Store, path: Path, clock: Clock) -> None:
    happened: list[Event] = [
        Began(),
        decided(0, words="“Hé, 你好 – all right?”", ticked=(0, 2)),
        Undone(0),
        decided(0, choice=None, d=None, fit=None, first=False, in_time=False),
        Retried(0),
        decided(0, d=D.HARM, fit=Fit.POOR, first=False),
        Skipped("scene-1"),
        Ended("end", Outcome.MIXED),
        Noted("Why?", "Because."),
    ]
    for event in happened:
        store.record(event, place())
    store.close()
    with Store.open(path, now=clock) as again:
        found = again.run("run-1")
    assert [kept.event for kept in found.events] == happened
    assert [kept.at for kept in found.events] == [clock.time] * len(happened)
    numbers = [kept.number for kept in found.events]
    assert numbers == sorted(set(numbers))


def test_the_place_comes_back_exactly(store: Store) -> None:
    there = place(steps=steps(3, "so"), notes=(("Why?", "so"),), skipped=("scene-1",), timed=True)
    store.record(Began(), place())
    store.keep_place(there)
    assert store.place("run-1") == there


def test_a_summary_follows_the_run(store: Store, clock: Clock) -> None:
    began = clock.time
    store.record(Began(), place())
    clock.go(minutes=1)
    store.record(decided(0), place(steps=steps(1), content_hash="1" * 64))
    (found,) = store.runs()
    assert (found.run, found.scenario, found.title) == ("run-1", "bus", "")
    assert (found.began, found.touched) == (began, began + timedelta(minutes=1))
    assert (found.ended, found.outcome, found.decisions) == (None, None, 1)
    assert found.content_hash == "1" * 64
    assert not found.is_replay
    assert store.unfinished() == [found]


def test_going_on_with_a_run_does_not_move_it_in_the_list(store: Store) -> None:
    play(store, "first")
    play(store, "second")
    store.keep_place(place("first"))
    assert [one.run for one in store.runs()] == ["second", "first"]
    assert [one.run for one in store.unfinished()] == ["first", "second"]


def test_a_run_ends_and_goes_on_again(store: Store, clock: Clock) -> None:
    play(store, ends=True)
    ended = clock.time
    assert store.unfinished() == []
    (found,) = store.runs()
    assert (found.ended, found.outcome) == (ended, Outcome.SUPPORTED)

    clock.go(minutes=5)
    store.record(
        Noted("Why?", "so"), place(phase=Phase.ENDED, steps=steps(2), notes=(("Why?", "so"),))
    )
    (found,) = store.runs()
    assert (found.ended, found.outcome) == (ended, Outcome.SUPPORTED)
    assert found.touched == ended + timedelta(minutes=5)

    store.record(Undone(1), place(steps=steps(1)))
    (found,) = store.runs()
    assert (found.ended, found.outcome, found.decisions) == (None, None, 1)
    assert store.unfinished() == [found]


def test_what_was_taken_back_is_told_apart(store: Store) -> None:
    happened: list[Event] = [
        Began(),
        decided(0, choice="a"),
        decided(1, choice="b"),
        Retried(1),
        decided(1, choice="c", first=False),
        Undone(1),
        Undone(0),
        decided(0, choice="d", first=False),
    ]
    for event in happened:
        store.record(event, place())
    found = [
        (one.decided.choice, one.undone, one.retried, one.holds)
        for one in store.run("run-1").decisions
    ]
    assert found == [
        ("a", True, False, False),
        ("b", False, True, False),
        ("c", True, False, False),
        ("d", False, False, True),
    ]
    assert store.decision_count() == 4


def test_the_newest_note_holds(store: Store) -> None:
    store.record(Began(), place())
    for text in ("one", "two"):
        store.record(Noted("Why?", text), place())
    store.record(Noted("And then?", "three"), place())
    assert store.run("run-1").notes == {"Why?": "two", "And then?": "three"}


def test_a_replay_names_its_origin(store: Store) -> None:
    play(store, "first")
    play(store, "again", replay_of="first")
    assert [(one.run, one.replay_of, one.is_replay) for one in store.runs()] == [
        ("again", "first", True),
        ("first", None, False),
    ]
    assert store.run("again").events[0].event == Began("first")
    store.delete_run("first")
    (left,) = store.runs()
    assert (left.replay_of, left.is_replay) == (None, True)


def test_pages_are_newest_first_whatever_the_clock_says(store: Store, clock: Clock) -> None:
    for number in range(7):
        play(store, f"run-{number}", "bus" if number % 2 else "shop")
        clock.go(hours=-1)
    assert [one.run for one in store.runs(limit=3)] == ["run-6", "run-5", "run-4"]
    assert [one.run for one in store.runs(limit=3, offset=6)] == ["run-0"]
    assert [one.run for one in store.runs(scenario="bus")] == ["run-5", "run-3", "run-1"]
    assert (store.run_count(), store.run_count(scenario="bus")) == (7, 3)

    store.keep_place(place("run-2", "shop"))
    assert [one.run for one in store.unfinished(limit=2)] == ["run-2", "run-6"]
    assert [one.run for one in store.unfinished(scenario="bus")] == ["run-5", "run-3", "run-1"]


def test_last_played_is_the_latest_touch(store: Store, clock: Clock) -> None:
    for run, scenario in (("a", "bus"), ("b", "bus"), ("c", "chat"), ("d", "shop")):
        play(store, run, scenario)
        clock.go(hours=1)
    store.keep_place(place("a", "bus"))
    assert store.last_played() == {
        "bus": clock.time,
        "chat": clock.time - timedelta(hours=2),
        "shop": clock.time - timedelta(hours=1),
    }


def test_times_are_utc(store: Store) -> None:
    play(store)
    (found,) = store.runs()
    assert found.began.tzinfo is UTC


def test_titles_stay_when_a_scenario_goes(store: Store, clock: Clock) -> None:
    store.name_scenario("bus", "Shouting on the bus")
    play(store, "one")
    store.name_scenario("bus", "Shouting on the 22 bus")
    store.name_scenario("bus", "Shouting on the 22 bus")
    assert store.runs()[0].title == "Shouting on the 22 bus"
    assert store.run("one").summary.title == "Shouting on the 22 bus"


def test_what_is_not_kept_is_not_found(store: Store) -> None:
    with pytest.raises(LookupError):
        store.run("nobody")
    with pytest.raises(LookupError):
        store.place("nobody")
    with pytest.raises(LookupError):
        store.delete_run("nobody")
    with pytest.raises(LookupError):
        store.what_goes("nobody")


def test_nothing_is_added_to_a_run_that_was_deleted(store: Store) -> None:
    play(store)
    store.delete_run("run-1")
    with pytest.raises(KeepingError):
        store.record(decided(2), place())
    with pytest.raises(KeepingError):
        store.keep_place(place())
    assert store.run_count() == 0


def test_an_event_and_its_place_are_kept_together_or_not_at_all(store: Store) -> None:
    play(store)
    before = store.run("run-1"), store.place("run-1")
    with pytest.raises(sqlite3.IntegrityError):
        store.record(Began(), place(steps=steps(9)))  # a second run of the same name: a bug
    assert (store.run("run-1"), store.place("run-1")) == before


def test_events_are_only_added(store: Store) -> None:
    play(store)
    with pytest.raises(sqlite3.IntegrityError), store._database.writing() as connection:
        connection.execute("UPDATE event SET words = 'other'")


def test_a_place_that_no_version_can_read_says_so(store: Store) -> None:
    play(store)
    with store._database.writing() as connection:
        connection.execute("UPDATE place SET snapshot = '{}'")
    with pytest.raises(SnapshotError):
        store.place("run-1")
    assert store.run("run-1").summary.decisions == 2


def test_a_history_in_memory_works_alike_and_leaves_nothing(home: Path) -> None:
    with Store.in_memory() as store:
        store.name_scenario("bus", "The bus")
        play(store, note="so", words="so")
        assert store.path is None
        assert not store.keeps
        assert store.runs()[0].title == "The bus"
        assert store.what_goes().runs == 1
        assert (store.backup(), store.backup_if_due(), store.backups()) == (None, None, [])
        store.restore(home / "nothing.db")
        play(store, "run-2")
        store.delete_run("run-1")
        assert store.run_count() == 1
        store.delete_all()
        assert store.run_count() == 0
    assert not home.exists()


def test_it_belongs_to_one_thread(store: Store) -> None:
    said: list[Exception] = []

    def look() -> None:
        try:
            store.runs()
        except sqlite3.ProgrammingError as error:
            said.append(error)

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert said


def test_closing_twice_is_allowed(path: Path) -> None:
    store = Store.open(path)
    store.close()
    store.close()


def test_the_file_is_set_up_to_keep_and_to_forget(store: Store) -> None:
    connection = store._database.connection
    settings = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "locking_mode", "secure_delete",
                     "foreign_keys", "temp_store")
    }  # fmt: skip
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "secure_delete": 1,
        "foreign_keys": 1,
        "temp_store": 2,
    }


def test_a_page_is_read_through_indices(store: Store) -> None:
    """A long history must not be sorted or scanned for its first page."""
    plans: list[str] = []
    connection = store._database.connection
    seen: list[str] = []
    connection.set_trace_callback(seen.append)
    store.runs(limit=50)
    store.unfinished()
    store.last_played()
    connection.set_trace_callback(None)
    for query in seen:
        plans += [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert len(seen) == 3
    assert not [plan for plan in plans if "TEMP B-TREE" in plan]


def test_places_and_profile_are_private(store: Store, path: Path) -> None:
    play(store)
    store.backup()
    folders = (path.parent, path.parent / "backups")
    files = [file for folder in folders for file in folder.iterdir() if file.is_file()]
    assert {folder.stat().st_mode & 0o077 for folder in folders} == {0}
    assert {file.stat().st_mode & 0o077 for file in files} == {0}
    assert len(files) >= 3


_texts = st.text(st.characters(codec="utf-8"))


@given(
    event=st.one_of(
        st.builds(
            Decided,
            step=st.integers(0, 2**31),
            scene=_texts,
            choice=st.none() | _texts,
            d=st.none() | st.sampled_from(D),
            fit=st.none() | st.sampled_from(Fit),
            first=st.booleans(),
            words=_texts,
            ticked=st.lists(st.integers(0, 99), unique=True).map(tuple),
            in_time=st.booleans(),
        ),
        st.builds(Undone, st.integers(0, 2**31)),
        st.builds(Retried, st.integers(0, 2**31)),
        st.builds(Skipped, _texts),
        st.builds(Noted, _texts, _texts),
        st.builds(Ended, _texts, st.sampled_from(Outcome)),
    )
)
def test_any_event_comes_back_as_it_was(event: Event) -> None:
    with Store.in_memory() as store:
        store.record(Began(), place())
        store.record(event, place())
        assert store.run("run-1").events[1].event == event
        assert store.runs()[0].content_hash == HASH
