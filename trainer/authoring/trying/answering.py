"""Questions about a text that is being written, and their answers, as data that can be sent.

A text is read once for all questions about it, and explored once, when a question needs that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.authoring.trying.chance import USUAL_RUNS, playing
from trainer.authoring.trying.everything import all_of
from trainer.authoring.trying.following import Again, HandWay, walk_again
from trainer.authoring.trying.reaching import Reached, reached
from trainer.authoring.trying.readable import Playable, playable
from trainer.authoring.trying.report import Report, report
from trainer.authoring.trying.tally import Met, Tally, met
from trainer.scenario.exploring.space import explore
from trainer.scenario.files.collector import collector_paused

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.scenario.exploring.space import Space
    from trainer.scenario.model import Scenario

    Tell = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class HowReached:
    """Asks in which states a scene is reached, and what is offered there."""

    scene: str


@dataclass(frozen=True, slots=True)
class AtRandom:
    """Asks what is met when it is played at random; ``by_hand`` was met already."""

    runs: int = USUAL_RUNS
    seed: int = 1
    by_hand: Met = field(default_factory=Met)


@dataclass(frozen=True, slots=True)
class Everything:
    """Asks what is met when everything is tried."""

    by_hand: Met = field(default_factory=Met)


@dataclass(frozen=True, slots=True)
class GoesStill:
    """Asks whether it still goes the same way; ``text`` holds the scenes that it passed."""

    way: HandWay
    text: str


@dataclass(frozen=True, slots=True)
class ToPlay:
    """Asks for what can be played."""


Question = HowReached | AtRandom | Everything | GoesStill | ToPlay
Answer = Reached | Report | Again | Playable | None
"""None: the text cannot be played at all at the moment."""


class Answerer:
    """Answers questions about one text after another."""

    def __init__(self) -> None:
        self._text: str | None = None
        self._playable: Playable | None = None
        self._space: Space | None = None

    def answer(self, text: str, path: str, question: Question, tell: Tell) -> Answer:
        """Answer a question; ``tell`` is told how far it is, and of how much (0: nobody knows)."""
        if isinstance(question, GoesStill):
            found = playable(question.text, Path(path)).scenario
            return None if found is None else walk_again(found, question.way)
        if text != self._text or self._playable is None:
            self._text, self._space = text, None
            with collector_paused():
                self._playable = playable(text, Path(path))
        if isinstance(question, ToPlay):
            return self._playable
        scenario = self._playable.scenario
        if scenario is None:
            return None
        if isinstance(question, HowReached):
            return reached(self._explored(scenario, tell), question.scene)
        if isinstance(question, AtRandom):
            return self._at_random(scenario, question, tell)
        space = self._explored(scenario, tell)
        tally = all_of(space)
        return self._report(scenario, tally, question.by_hand, None, whole=space.complete)

    def _at_random(self, scenario: Scenario, question: AtRandom, tell: Tell) -> Report:
        found = Tally()
        for done in playing(scenario, question.runs, question.seed, found):
            tell(done, question.runs)
        return self._report(scenario, found, question.by_hand, question.seed, whole=True)

    def _report(
        self, scenario: Scenario, tally: Tally, by_hand: Met, seed: int | None, *, whole: bool
    ) -> Report:
        bridged = self._playable is not None and self._playable.bridged
        known = met(tally) | by_hand
        return report(scenario, tally, known, seed=seed, whole=whole, bridged=bridged)

    def _explored(self, scenario: Scenario, tell: Tell) -> Space:
        if self._space is None:
            with collector_paused():
                self._space = explore(scenario, tell=lambda done: tell(done, 0))
        return self._space
