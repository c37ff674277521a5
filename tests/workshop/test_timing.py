"""Clocks: on time, late, nearly over, and what could be shortened."""

from __future__ import annotations

from dataclasses import replace

from tests.workshop.room import Clock, made_of
from trainer.plans.model import NEVER_SHORTENED
from trainer.workshop import timing
from trainer.workshop.timing import MINUTE
from trainer.workshop.workshop import Workshop


def begun(clock: Clock) -> Workshop:
    workshop = Workshop(made_of(), None, clock)
    workshop.do("begin")
    return workshop


def now(workshop: Workshop) -> timing.Times:
    return timing.times(workshop.making, workshop.state, workshop.t())


def test_nothing_runs_before_it_begins() -> None:
    clock = Clock()
    workshop = Workshop(made_of(), None, clock)
    clock.go(600)
    assert now(workshop).gone == 0
    assert not now(workshop).is_late
    workshop.do("begin")
    assert now(workshop).gone == 0


def test_a_segment_that_takes_longer_makes_the_whole_late() -> None:
    clock = Clock()
    workshop = begun(clock)
    planned = workshop.making.minutes(workshop.state, 0)
    clock.go(planned * 60 - 30)
    assert now(workshop).warns
    assert now(workshop).late == 0
    clock.go(30 + 7 * 60)
    assert now(workshop).over
    assert (now(workshop).late, now(workshop).is_late) == (7 * MINUTE, True)
    workshop.do("jump", segment=1)
    assert now(workshop).late == 7 * MINUTE
    assert now(workshop).segment_gone == 0


def test_one_that_was_left_early_wins_time_and_coming_back_counts_on() -> None:
    clock = Clock()
    workshop = begun(clock)
    clock.go(60)
    workshop.do("jump", segment=1)
    assert now(workshop).late == -(workshop.making.minutes(workshop.state, 0) - 1) * MINUTE
    clock.go(60)
    workshop.do("jump", segment=0)
    clock.go(30)
    assert timing.spent(workshop.state, 0, workshop.t()) == 90_000


def test_what_is_offered_to_be_shorter_is_never_the_break_nor_the_close() -> None:
    clock = Clock()
    workshop = begun(clock)
    clock.go(20 * 60)
    offers = timing.could_be_shorter(workshop.making, workshop.state, workshop.t())
    assert offers
    kinds = {workshop.making.segments[one.segment].kind for one in offers}
    assert not kinds & NEVER_SHORTENED
    assert [one.saves for one in offers] == sorted((one.saves for one in offers), reverse=True)
    late = now(workshop).late
    best = offers[0]
    workshop.do("minutes", segment=best.segment, minutes=best.least)
    assert now(workshop).late == late - best.saves * MINUTE
    left = timing.could_be_shorter(workshop.making, workshop.state, workshop.t())
    assert best.segment not in {one.segment for one in left}


def test_not_even_a_close_that_says_it_could_be_shorter_is_offered() -> None:
    made = made_of()
    shorter = {key: replace(one, least=1) for key, one in made.plan.segments.items()}
    workshop = Workshop(replace(made, plan=replace(made.plan, segments=shorter)), None, Clock())
    workshop.do("begin")
    offers = timing.could_be_shorter(workshop.making, workshop.state, workshop.t())
    kinds = {workshop.making.segments[one.segment].kind for one in offers}
    assert kinds
    assert not kinds & NEVER_SHORTENED
