"""How sure somebody feels: kept as answered, offered when wanted, deleted so that it is gone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.progress.examples import play
from trainer import paths
from trainer.method.five_steps import Step
from trainer.progress.confidence import confidence
from trainer.progress.confidence.confidence import Facts, Occasion
from trainer.progress.deletion import deletion
from trainer.progress.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.progress.examples import Clock

SOME = {Step.NOTICE: 2, Step.ACT: 5}
moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
FOUR_WEEKS = timedelta(weeks=4)


def answered(store: Store) -> list[dict[Step, int]]:
    return [dict(entry.answers) for entry in confidence.entries(store)]


def due(store: Store) -> Occasion | None:
    return confidence.occasion(store.now(), confidence.facts(store))


def test_what_was_answered_is_kept_as_answered(store: Store, path: Path, clock: Clock) -> None:
    confidence.put(store, SOME)
    store.close()
    with Store.open(path, now=clock) as again:
        [entry] = confidence.entries(again)
        assert (entry.answers, entry.at, entry.day) == (SOME, clock.time, "2026-03-01")


def test_the_same_day_holds_one_answer_and_another_day_one_more(store: Store, clock: Clock) -> None:
    confidence.put(store, {Step.NOTICE: 1, Step.PROBLEM: 1})
    clock.go(minutes=5)
    confidence.put(store, SOME)
    assert answered(store) == [SOME]
    clock.go(days=1)
    assert confidence.todays(store) is None
    confidence.put(store, {Step.ACT: 1})
    assert answered(store) == [SOME, {Step.ACT: 1}]
    # A clock that was set back does not overwrite what was answered then.
    clock.go(days=-1)
    confidence.put(store, {Step.ACT: 2})
    assert answered(store) == [SOME, {Step.ACT: 1}, {Step.ACT: 2}]
    assert [one.day for one in confidence.entries(store, clock.time.date() + timedelta(1))] == [
        "2026-03-02"
    ]


@pytest.mark.parametrize("answers", [{}, {Step.ACT: 0}, {Step.ACT: 6}])
def test_what_is_not_on_the_scale_is_not_kept(store: Store, answers: dict[Step, int]) -> None:
    with pytest.raises(ValueError, match=r"^\{"):
        confidence.put(store, answers)
    assert answered(store) == []
    assert due(store) is Occasion.BEFORE


def test_over_months(store: Store, clock: Clock) -> None:
    """Before the first, after the third, then only if it is wished, four weeks apart."""
    assert due(store) is Occasion.BEFORE
    confidence.put(store, SOME)
    assert due(store) is None
    play(store, "a", ends=True)
    play(store, "b", ends=True)
    play(store, "b-again", ends=True, replay_of="b")
    play(store, "c")
    assert due(store) is None, "a replay and a run that has not ended do not count"
    play(store, "d", ends=True)
    assert due(store) is Occasion.THIRD
    confidence.skip(store)
    clock.go(weeks=40)
    assert due(store) is None, "a skip is remembered, and nobody has wished for more"
    confidence.set_wish(store, again=True)
    assert due(store) is Occasion.AGAIN
    confidence.put(store, SOME)
    clock.go(days=27)
    assert due(store) is None
    clock.go(days=1)
    assert due(store) is Occasion.AGAIN
    confidence.set_wish(store, again=False)
    assert due(store) is None


def test_a_skip_before_the_first_run_is_not_one_after_the_third(store: Store) -> None:
    confidence.skip(store)
    assert due(store) is None
    for run in "abc":
        play(store, run, ends=True)
    assert due(store) is Occasion.THIRD


@given(moments, moments, st.booleans(), st.integers(0, 3), st.booleans())
def test_whatever_the_clock_does_nobody_is_asked_twice_within_four_weeks(
    asked: datetime, now: datetime, third: bool, finished: int, begun: bool
) -> None:
    known = Facts(begun, finished, asked, third=True, wish=True)
    found = confidence.occasion(now, known)
    assert (found is Occasion.AGAIN) == (begun and abs(now - asked) >= FOUR_WEEKS)
    for wish in (None, False):
        assert (
            confidence.occasion(now, Facts(begun, finished, asked, third=True, wish=wish)) is None
        )


@given(moments, st.lists(st.timedeltas(timedelta(-4000), timedelta(4000)), max_size=8))
def test_answering_silences_it_and_a_wrong_clock_does_not_silence_it_for_good(
    start: datetime, steps: list[timedelta]
) -> None:
    asked = now = start
    for step in steps:
        now += step
        known = Facts(True, 3, asked, third=True, wish=True)
        if confidence.occasion(now, known) is not None:
            asked = now
        silent = Facts(True, 3, asked, third=True, wish=True)
        assert confidence.occasion(now, silent) is None
        assert confidence.occasion(now + FOUR_WEEKS + abs(now - asked), silent) is Occasion.AGAIN


def test_facts_that_make_no_sense_stop_nobody(store: Store) -> None:
    with store.writing() as connection:
        connection.executemany(
            "INSERT INTO fact VALUES (?, ?)",
            [("confidence-asked", "yesterday"), ("confidence-wish", "perhaps")],
        )
    assert confidence.facts(store) == Facts()
    with store.writing() as connection:
        connection.execute("UPDATE fact SET value = '2026-03-01T12:00:00' WHERE name LIKE '%asked'")
    assert confidence.facts(store).asked == datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_deleted_answer_is_gone_from_every_file(store: Store, path: Path, clock: Clock) -> None:
    play(store, ends=True)
    confidence.put(store, SOME)
    [entry] = confidence.entries(store)
    store.backup()
    clock.go(days=1)
    confidence.put(store, {Step.ACT: 1})
    assert len(store.backups()) == 1
    confidence.delete(store, entry.id)
    assert answered(store) == [{Step.ACT: 1}]
    with pytest.raises(LookupError):
        confidence.delete(store, entry.id)
    store.close()
    assert deletion.traces(paths.home(), entry.id) == []
    with Store.open(path, now=clock) as again:
        assert len(again.backups()) >= 1


def test_deleting_what_is_not_on_a_disk() -> None:
    with Store.in_memory() as store:
        confidence.put(store, SOME)
        confidence.delete(store, confidence.entries(store)[0].id)
        assert answered(store) == []
