"""A run as it stands, for whoever only looks: stage, map, debrief, transcript."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from trainer.practice import moves
from trainer.practice.recorder import Began
from trainer.practice.standing import Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.practice.moves import Decision, Position
    from trainer.practice.recorder import Event
    from trainer.practice.snapshot import Phase, Snapshot, Step, Tried
    from trainer.practice.standing import Options, Standing
    from trainer.scenario.model import Choice, Scenario, Scene, Value


class Course:
    """What is so in a run now; nothing here moves it, :class:`~.session.Session` does.

    Args:
        scenario: what is played.
        run_id: name of the run.
        now: where it stands.

    """

    def __init__(self, scenario: Scenario, run_id: str, now: Standing) -> None:
        self._scenario = scenario
        self._run_id = run_id
        self._replay_of: str | None = None
        # What the recorder has to know ahead of the next event.
        self._owed: tuple[Event, ...] = (Began(),)
        self._now = now

    @property
    def scenario(self) -> Scenario:
        """What is played."""
        return self._scenario

    @property
    def run_id(self) -> str:
        """Name of this run in the history."""
        return self._run_id

    @property
    def replay_of(self) -> str | None:
        """Run whose decision is played again here, or None."""
        return self._replay_of

    @property
    def now(self) -> Standing:
        """All of the run as one value, from which :meth:`standing` makes a session again."""
        return self._now

    @property
    def phase(self) -> Phase:
        """Where in the scene the learner is."""
        return self._now.at.phase

    @property
    def scene(self) -> Scene:
        """The scene; while the feedback shows, still the one that was decided in."""
        return self._now.at.scene

    @property
    def state(self) -> Mapping[str, Value]:
        """Values of the scenario's state, for looking only."""
        return MappingProxyType(dict(self._now.at.state))

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Choices that can be made now, in the file's order; empty unless deciding."""
        return self._now.at.offered

    @property
    def steps(self) -> tuple[Step, ...]:
        """The way here: decisions, and scenes that only led on."""
        return self._now.steps

    @property
    def position(self) -> Position:
        """The place in the run, with all places before it; it never changes."""
        return self._now.at

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Decisions on the way here; the one at index i has ``step`` i."""
        return moves.decisions(self._now.at)

    @property
    def last(self) -> Decision | None:
        """The latest decision on the way here."""
        return self._now.at.last

    @property
    def options(self) -> Options:
        """How the run is shown."""
        return self._now.options

    @property
    def notes(self) -> Mapping[str, str]:
        """What the learner wrote, by question."""
        return MappingProxyType(dict(self._now.notes))

    @property
    def tried(self) -> tuple[str, ...]:
        """Ids of the choices already tried at the current decision."""
        return self._now.tried_here()

    @property
    def all_tried(self) -> tuple[Tried, ...]:
        """Choices tried and taken back anywhere on the way here."""
        return self._now.tried

    @property
    def draft(self) -> Step | None:
        """Own words that were being written at the current decision, kept for later."""
        return self._now.draft_here()

    @property
    def skipped(self) -> bool:
        """Whether the current scene's hard part is left out."""
        return self.is_skipped(self.scene)

    @property
    def can_skip(self) -> bool:
        """Whether the current scene has a hard part that is not left out yet."""
        return self.scene.skip is not None and not self.skipped

    @property
    def can_step_back(self) -> bool:
        """Whether there is anything to step back over."""
        return self._now.at.before is not None

    def is_skipped(self, scene: Scene) -> bool:
        """Tell whether the hard part of a scene is left out in this run."""
        return self._now.is_skipped(scene)

    def snapshot(self) -> Snapshot:
        """Give the place reached, as plain data."""
        return self._now.snapshot(self._run())

    # For those who record

    @property
    def _begun(self) -> bool:
        """Whether the recorder knows of the run."""
        return not (self._owed and isinstance(self._owed[0], Began))

    def _run(self) -> Run:
        scenario = self._scenario
        return Run(self._run_id, self._replay_of, scenario.id, scenario.content_hash, self._begun)
