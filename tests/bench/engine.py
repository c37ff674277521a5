"""One step of the engine: choose and go on, with a snapshot made for each, kept nowhere."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import figures
from tests.bench.story import long_story
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase, Snapshot
from trainer.scenario.reading import read_bytes

if TYPE_CHECKING:
    from trainer.practice.recorder import Event

SCENES = 400


class _Taking:
    """A recorder that takes what it is given, as a real one would, and drops it."""

    def record(self, event: Event, place: Snapshot) -> None:
        """Take an event and a place."""

    def keep_place(self, place: Snapshot) -> None:
        """Take a place."""


def _play(session: Session) -> int:
    steps = 0
    while session.phase is not Phase.ENDED:
        if session.phase is Phase.DECIDING:
            session.choose(session.offered[0].id)
        else:
            session.go_on()
        steps += 1
    return steps


def measure(runs: int) -> None:
    """Print what one step takes, at the start of a run and over a very long one."""
    scenario = read_bytes(long_story(SCENES).encode(), Path("long-story.yaml")).content
    if scenario is None:
        raise SystemExit("the story made for measuring has errors")
    each: list[float] = []
    for _run in range(runs):
        session = Session(scenario, recorder=_Taking())
        before = time.process_time()
        steps = _play(session)
        each.append((time.process_time() - before) / steps * 1e6)
    raw = f"median of {runs} runs of {steps} steps each, {min(each):.1f} to {max(each):.1f} µs"
    figures.say("one step of the engine", figures.median(each), "µs", 50, raw)
