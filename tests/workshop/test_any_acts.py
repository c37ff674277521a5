"""Any acts in any order are done or refused, and told again they lead to the same state."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.workshop.room import made_of
from tests.workshop.small import small
from trainer.errors import UpstanderError
from trainer.workshop import acts
from trainer.workshop.after import files, report
from trainer.workshop.journal.journal import Entry
from trainer.workshop.making import Making
from trainer.workshop.retelling import beginning, retell
from trainer.workshop.state import Place
from trainer.workshop.telling import console_view, phone_view, room_view

if TYPE_CHECKING:
    from trainer.workshop.act import Act, Field
    from trainer.workshop.state import State

OFTEN = ("next",) * 12 + ("vote",) * 8 + ("join",) * 4 + ("jump",) * 3 + ("part",) * 2
WRONG: tuple[Any, ...] = (None, -1, 2**70, [], {}, True, 1.5, ["a"], "\ud800", "x" * 600)


def value(chance: random.Random, field: Field, state: State) -> Any:
    """Give a value that may well be right, or is not at all."""
    if chance.random() < 0.06:
        return chance.choice(WRONG)
    if field.kind is int:
        return chance.choice((0, 1, 2, 3, 7, field.most, field.most + 1))
    if field.kind is bool:
        return chance.random() < 0.5
    if field.kind is list:
        return chance.choice(([], ["verbal"], ["-not-sure"], ["look", "ask"], ["3"], ["a"] * 40))
    run = state.at.run
    offered = [] if run is None else [one.id for one in run.at.offered]
    asked = list(state.ballots)
    known = ("v1", "v2", "v3", "act", "observe", "pass", "verbal", "3", "kept", "shown", "en", "")
    return chance.choice((*known, *offered, *asked, *asked))


def told(chance: random.Random, act: Act, state: State) -> dict[str, Any]:
    return {
        name: value(chance, field, state)
        for name, field in act.fields.items()
        if field.needed or chance.random() < 0.3
    }


def where(place: Place | None) -> object:
    """Give a place by what it says: positions of a run are the same only to themselves."""
    if place is None or place.run is None:
        return place
    at, run = place.run.at, place.run
    position = (at.scene.id, at.phase, dict(at.state), at.length, [one.id for one in at.offered])
    return replace(place, run=None), position, run.options


def plain(state: State) -> object:
    places = [where(one) for one in (state.at, state.room, *state.past)]
    return places, replace(state, at=Place(), room=None, past=())


def evening(made: Any, seed: int, steps: int = 80) -> None:
    chance, making = random.Random(seed), Making(made)
    state, t, entries = beginning(making), 0, list[Entry]()
    for _step in range(steps):
        name = chance.choice((*acts.ACTS, *OFTEN))
        if name == "end" and chance.random() < 0.9:
            continue
        what = told(chance, acts.ACTS[name], state)
        t += chance.choice((0, 1, 1000, 60_000))
        try:
            what = acts.understood(name, what)
            state = acts.done(making, state, name, what, t)
        except UpstanderError:
            continue
        entries.append(Entry(len(entries) + 1, t, 0.0, name, what))
    assert plain(retell(made, entries).state) == plain(state)
    room_view.room_view(making, state)
    console_view.console_view(making, state, t)
    phone_view.for_all(making, state)
    for voter in state.voters:
        phone_view.for_one(state, voter, making)
    files.markdown(report.make(making, state, 0.0))
    files.as_csv(report.make(making, state, 0.0))


@pytest.mark.parametrize("seed", range(2))
def test_acts_are_done_or_refused(seed: int) -> None:
    for one in range(5):
        evening(small(), seed * 100 + one)
        evening(made_of(), seed * 100 + one)


@pytest.mark.soak
def test_a_thousand_evenings(short: bool) -> None:
    for seed in range(100 if short else 1000):
        evening(made_of() if seed % 3 else small(), seed, steps=300)
