"""What first decisions add up to, by D and by kind of place, and on which days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.progress.examples import decided, place, play, steps
from trainer.method.ds import FIVE_DS, D, Fit
from trainer.practice.recorder import Began
from trainer.practice.snapshot import Phase
from trainer.progress.looking_back import statistics
from trainer.progress.looking_back.statistics import Count, Span

if TYPE_CHECKING:
    from tests.progress.examples import Clock
    from trainer.progress.store import Store

PLACES = {"bus": "transit", "shop": "work"}


def decide(store: Store, scenario: str, d: D | None, fit: Fit | None, run: str = "") -> None:
    run = run or f"{scenario}-{d}-{fit}"
    store.record(Began(), place(run, scenario))
    at = place(run, scenario, steps=steps(1), phase=Phase.FEEDBACK)
    store.record(decided(0, d=d, fit=fit), at)


def test_decisions_are_counted_by_d_and_by_fit(store: Store) -> None:
    decide(store, "bus", D.DELAY, Fit.STRONG)
    decide(store, "bus", D.DELAY, Fit.FAIR)
    decide(store, "shop", D.DELAY, Fit.POOR)
    decide(store, "shop", D.DELAY, None)
    decide(store, "shop", D.WAIT, Fit.STRONG)
    decide(store, "shop", D.HARM, Fit.POOR)
    decide(store, "shop", None, None)
    found = statistics.totals(store, None, PLACES)
    assert found.decisions == 7
    assert tuple(found.by_d) == FIVE_DS
    assert found.by_d[D.DELAY] == Count(times=4, strong=1, fair=1, poor=1)
    assert (found.by_d[D.DELAY].fitted, found.by_d[D.DELAY].judged) == (2, 3)
    assert found.by_d[D.DIRECT] == Count()
    assert found.waited == 1


def test_kinds_of_place_come_from_the_history_then_from_the_library(store: Store) -> None:
    decide(store, "bus", D.DELAY, Fit.STRONG)
    decide(store, "shop", D.DELAY, Fit.POOR, "one")
    decide(store, "shop", D.DELAY, Fit.FAIR, "two")
    decide(store, "gone", D.DELAY, Fit.FAIR)
    store.name_scenario("shop", "Turned away", "shop")
    store.name_scenario("gone", "Long ago")
    found = statistics.totals(store, None, PLACES).by_place
    assert [*found] == ["shop", "", "transit"]
    assert found["shop"] == Count(times=2, fair=1, poor=1)
    assert found[""].times == found["transit"].times == 1


@pytest.mark.parametrize(
    ("span", "back", "counted"),
    [
        (Span.MONTH, 29, True),
        (Span.MONTH, 30, False),
        (Span.QUARTER, 89, True),
        (Span.QUARTER, 90, False),
        (Span.YEAR, 364, True),
        (Span.YEAR, 365, False),
        (Span.ALL, 4000, True),
    ],
)
def test_a_span_ends_today_and_is_as_long_as_it_says(
    store: Store, clock: Clock, span: Span, back: int, counted: bool
) -> None:
    clock.go(days=-back)
    play(store, "one", decisions=1)
    clock.go(days=back)
    first = statistics.since(span, statistics.today(store))
    assert statistics.totals(store, first, PLACES).decisions == int(counted)
    assert len(statistics.days(store, first)) == int(counted)


def test_days_are_those_with_a_decision_or_an_answer_each_once(store: Store, clock: Clock) -> None:
    play(store, "one", decisions=2)
    play(store, "two", "shop", decisions=1)
    clock.go(days=2)
    play(store, "three", decisions=1)
    with store.writing() as connection:
        for number, day in enumerate(("2026-02-27", "2026-03-01", "never")):
            connection.execute(
                "INSERT INTO answer (id, at, day, kind, skill, family, variant)"
                " VALUES (?, '', ?, 'drill', 'delay', 'street', 'x')",
                (str(number), day),
            )
    found = statistics.days(store, None)
    assert found == (date(2026, 2, 27), date(2026, 3, 1), date(2026, 3, 3))
    assert statistics.days(store, date(2026, 3, 1)) == found[1:]


def test_an_empty_history_adds_up_to_nothing(store: Store) -> None:
    found = statistics.totals(store, None, {})
    assert (found.decisions, found.waited, found.by_place) == (0, 0, {})
    assert set(found.by_d.values()) == {Count()}
    assert statistics.days(store, None) == ()
