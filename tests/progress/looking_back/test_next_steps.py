"""What is suggested next, and what never is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.progress.examples import decided, place, play, steps
from trainer.method.ds import D, Fit
from trainer.practice.recorder import Began
from trainer.practice.snapshot import Phase
from trainer.progress.looking_back import look_again, next_steps
from trainer.progress.looking_back.next_steps import Next, Why
from trainer.scenario.kinds import Setting, Severity, Status
from trainer.scenario.libraries.index import Card

if TYPE_CHECKING:
    from trainer.progress.store import Store


def card(
    name: str, setting: Setting, severity: Severity = Severity.VERBAL, minutes: int = 9
) -> Card:
    return Card(
        id=name,
        title=name.title(),
        summary="",
        language="en",
        setting=setting,
        severity=severity,
        minutes=minutes,
        status=Status.DRAFT,
        backdrop=None,
        goals=(),
        content_notes=(),
        content_hash="0" * 64,
        scenes=3,
        reviewed_until="",
        file=f"/{name}.yaml",
    )


BUS = card("bus", Setting.TRANSIT)
TRAIN = card("train", Setting.TRANSIT, minutes=3)
SHOP = card("shop", Setting.SHOP)
WORK = card("work", Setting.WORK, Severity.MICROAGGRESSION, minutes=20)
BRIDGE = card("bridge", Setting.STREET, Severity.THREAT, minutes=1)
EVERY = (BUS, TRAIN, SHOP, WORK, BRIDGE)


def suggested(store: Store, *cards: Card) -> list[Next]:
    return next_steps.suggest(store, cards or EVERY, look_again.listed(store, 9))


def poor(store: Store, run: str = "one") -> None:
    store.record(Began(), place(run))
    at = place(run, steps=steps(1), phase=Phase.FEEDBACK)
    store.record(decided(0, d=D.DIRECT, fit=Fit.POOR), at)


def test_nothing_is_suggested_to_whoever_has_done_nothing(store: Store) -> None:
    assert suggested(store) == []


def test_a_run_that_waits_and_a_new_kind_of_place_the_mildest(store: Store) -> None:
    play(store, "one", decisions=2)
    play(store, "two", "gone", decisions=1)
    begun, new = suggested(store)
    assert (begun.why, begun.card) == (Why.BEGUN, BUS)
    assert begun.run is not None
    assert begun.run.run == "one"
    assert (new.why, new.card) == (Why.NEW_PLACE, WORK)


def test_a_run_without_a_decision_is_not_held_up_to_anybody(store: Store) -> None:
    play(store, "one", decisions=0)
    assert [one.why for one in suggested(store)] == [Why.NEW_PLACE]


def test_a_poor_fit_is_worth_another_look_and_so_is_what_was_marked(store: Store) -> None:
    poor(store)
    look = suggested(store)[1]
    assert look.why is Why.POOR_FIT
    assert look.made is not None
    look_again.mark(store, look.made.number, look=True)
    assert suggested(store)[1].why is Why.MARKED
    look_again.mark(store, look.made.number, look=False)
    assert [one.why for one in suggested(store)] == [Why.BEGUN, Why.NEW_PLACE]


def test_where_every_place_was_met_it_is_a_scenario_that_is_new(store: Store) -> None:
    play(store, "one", decisions=1, ends=True)
    (new,) = suggested(store, BUS, TRAIN)
    assert (new.why, new.card) == (Why.NEW_SCENARIO, TRAIN)
    assert suggested(store, BUS) == []


def test_a_place_is_met_by_what_the_history_knows_of_it(store: Store) -> None:
    play(store, "one", "long-gone", decisions=1, ends=True)
    store.name_scenario("long-gone", "Long gone", "work")
    (new,) = suggested(store)
    assert new.card == TRAIN


@pytest.mark.parametrize("severity", [Severity.THREAT, Severity.PHYSICAL])
def test_nobody_is_led_to_a_threat_or_to_violence(store: Store, severity: Severity) -> None:
    play(store, "one", decisions=1, ends=True)
    assert suggested(store, BUS, BRIDGE._replace(severity=severity)) == []
