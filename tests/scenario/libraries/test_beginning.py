"""Which scenario somebody begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trainer import paths
from trainer.scenario.kinds import Severity
from trainer.scenario.libraries.beginning import FIRST, first_scenario
from trainer.scenario.libraries.library import Library

if TYPE_CHECKING:
    from trainer.scenario.libraries.library import Card


@pytest.fixture(scope="module")
def cards() -> tuple[Card, ...]:
    return Library((paths.built_in_scenarios(),), None).cards()


def test_the_one_that_is_meant_for_it_is_there_and_as_mild_and_short_as_any(
    cards: tuple[Card, ...],
) -> None:
    first = first_scenario(reversed(cards))
    assert first is not None
    assert first.id == FIRST
    assert first.severity is Severity.MICROAGGRESSION
    assert first.minutes == min(card.minutes for card in cards)


def test_without_it_the_mildest_then_the_shortest_of_the_built_in_ones(
    cards: tuple[Card, ...],
) -> None:
    base = cards[0]._replace(id="base", severity=Severity.VERBAL, minutes=9, scenes=20)
    milder = base._replace(id="milder", severity=Severity.MICROAGGRESSION, minutes=30)
    shorter = base._replace(id="shorter", minutes=5)
    own = milder._replace(id="own", file="/somewhere/own.yaml", minutes=1)
    assert [first_scenario(some) for some in ((base, shorter), (base, milder, shorter))] == [
        shorter,
        milder,
    ]
    assert first_scenario((own, base)) is base
    assert first_scenario((own,)) is own
    assert first_scenario(()) is None
