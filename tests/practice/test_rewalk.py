"""The way to a decision is walked again by the scenario's own moves, as far as it holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from trainer.practice.recorder import Began, Decided, KeepsNothing
from trainer.practice.rewalk import rewalk
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.practice.view import decision_view
from trainer.scenario.reading import read_bytes

if TYPE_CHECKING:
    from trainer.practice.recorder import Event
    from trainer.practice.snapshot import Snapshot
    from trainer.scenario.model import Scenario

SMALL = Path(__file__).parents[1] / "data" / "scenarios" / "small-bus.yaml"


class Takes(KeepsNothing):
    """Remembers what it was told, in order."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.places: list[Snapshot] = []

    def record(self, event: Event, place: Snapshot) -> None:
        self.events.append(event)
        self.places.append(place)


def read(data: bytes) -> Scenario:
    found = read_bytes(data, SMALL).content
    assert found is not None
    return found


@pytest.fixture
def scenario() -> Scenario:
    return read(SMALL.read_bytes())


def played(scenario: Scenario, *choices: str) -> tuple[Session, list[Decided]]:
    takes = Takes()
    session = Session(scenario, recorder=takes)
    for choice in choices:
        while session.phase is not Phase.DECIDING:
            session.go_on()
        session.choose(choice, words="Hello, Noor." if choice == "own-words" else "")
    return session, [one for one in takes.events if isinstance(one, Decided)]


def test_it_stands_at_the_feedback_with_the_same_state_and_words(scenario: Scenario) -> None:
    session, decided = played(scenario, "film", "ask-noor")
    again = rewalk(scenario, session.run_id, decided)
    assert (again.whole, again.kept) == (True, 2)
    assert again.session.snapshot() == replace(
        session.snapshot(), decided=2, begun=again.session.snapshot().begun
    )
    assert session.last is not None
    assert again.session.last is not None
    assert decision_view(again.session, again.session.last) == decision_view(session, session.last)


def test_own_words_and_what_they_held_come_back(scenario: Scenario) -> None:
    session, decided = played(scenario, "own-words")
    held = replace(decided[0], ticked=(0, 99))
    again = rewalk(scenario, session.run_id, [held])
    assert again.session.last is not None
    assert (again.session.last.words, again.session.last.ticked) == ("Hello, Noor.", (0,))


def test_it_is_played_on_as_a_replay_that_counts_nothing(scenario: Scenario) -> None:
    session, decided = played(scenario, "film", "ask-noor")
    takes = Takes()
    on = rewalk(scenario, session.run_id, decided).play_on(takes)
    assert (on.phase, on.scene.id) == (Phase.DECIDING, decided[-1].scene)
    assert on.tried == ("ask-noor",)
    assert takes.events == []
    on.choose(on.offered[0].id)
    began, first = takes.events
    assert began == Began(session.run_id)
    assert isinstance(first, Decided)
    assert not first.first
    assert (first.step, takes.places[-1].replay_of) == (1, session.run_id)


def test_what_no_longer_fits_ends_the_walk_before_it(scenario: Scenario) -> None:
    session, decided = played(scenario, "film", "ask-noor")
    gone = [*decided[:-1], replace(decided[-1], choice="no-such-choice")]
    again = rewalk(scenario, session.run_id, gone)
    assert (again.whole, again.kept) == (False, 1)
    assert again.session.phase is Phase.DECIDING
    takes = Takes()
    on = again.play_on(takes)
    assert on.run_id != session.run_id
    on.choose(on.offered[0].id)
    assert takes.events[0] == Began(session.run_id)
    assert not takes.events[1].first  # type: ignore[union-attr]


def test_a_scene_that_is_not_reached_any_more_is_not_looked_at(scenario: Scenario) -> None:
    _session, decided = played(scenario, "film", "ask-noor")
    elsewhere = rewalk(scenario, "run", [replace(decided[0], scene="elsewhere"), decided[1]])
    assert (elsewhere.whole, elsewhere.kept) == (False, 0)
    assert elsewhere.session.phase is Phase.DECIDING
    assert rewalk(scenario, "run", []).whole is False
