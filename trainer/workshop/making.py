"""A workshop's material, with its beats worked out once; it never changes while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import language
from trainer.practice.session import Session
from trainer.workshop import beats as beats_

if TYPE_CHECKING:
    from trainer.plans.model import Segment
    from trainer.practice.standing import Standing
    from trainer.scenario.model import Scenario
    from trainer.workshop.beats import Beat
    from trainer.workshop.material import Material, Told
    from trainer.workshop.state import Place, State
    from trainer.workshop.votes.ballot import Question


class Making:
    """What a workshop is made of, by segment and beat.

    Attributes:
        material: as gathered.
        segments: in the plan's order.
        beats: of each segment, in order.
        asked: questions of scenes, once they were made: by id, answers and languages.

    """

    def __init__(self, material: Material) -> None:
        self.material = material
        self.segments: tuple[Segment, ...] = tuple(material.plan.segments.values())
        self.beats = beats_.beats(material)
        self.asked: dict[tuple[str, tuple[str, ...], str, str], Question] = {}
        self._told: dict[tuple[str, str], tuple[tuple[Beat, ...], ...]] = {}

    def segment(self, place: Place) -> Segment:
        """Give the segment of a place."""
        return self.segments[place.segment]

    def beat(self, place: Place, tongue: str = "") -> Beat:
        """Give the beat of a place: its texts in a language near ``tongue``, ours as spoken."""
        plan, spoken = self.material.plan_in(tongue), language.spoken()
        if plan is self.material.plan and not spoken:
            return self.beats[place.segment][place.beat]
        known = (plan.language, spoken)
        if known not in self._told:
            with language.speaking(spoken or plan.language):
                self._told[known] = beats_.beats(self.material, plan)
        return self._told[known][place.segment][place.beat]

    def segment_in(self, place: Place, tongue: str) -> Segment:
        """Give the segment of a place, in a language near ``tongue``."""
        return self.material.plan_in(tongue).segments[self.segment(place).key]

    def scenario(self, place: Place) -> Told | None:
        """Give the scenario that is played at a place, or None."""
        if self.beat(place).kind is not beats_.BeatKind.SCENARIO:
            return None
        return self.material.scenarios[self.segment(place).scenario or ""]

    def minutes(self, state: State, segment: int) -> int:
        """Give the minutes of a segment as they are planned now."""
        return state.minutes.get(segment, self.segments[segment].minutes)

    def care(self, state: State) -> tuple[str, str] | None:
        """Give name and whereabouts of the care person, or None."""
        if state.care is not None:
            return state.care if state.care[0] else None
        named = self.material.plan.care
        return None if named is None else (named.name, named.where)

    def translated(self, place: Place, standing: Standing, scenario: Scenario) -> Standing:
        """Give a run's standing in a translation of its scenario, which has the same ids."""
        told = self.scenario(place)
        if told is None:
            raise ValueError("no scenario is played there")
        run = Session.standing(
            told.in_language(), standing, run_id="workshop", replay_of=None, owed=(), recorder=None
        )
        return Session.resume(scenario, run.snapshot()).session.now
