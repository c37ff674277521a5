"""From one position of a run to the next: pure functions over a scenario.

A :class:`Position` is never changed; each knows the one before it, so stepping back
returns to the very same object. Session and resuming both move by these functions,
and so cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trainer.practice.recorder import Decided
from trainer.practice.snapshot import Phase
from trainer.scenario.model import HIGH, LOW

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.scenario.model import Arm, Choice, Scenario, Scene, Value


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on the way.

    Args:
        step: number of the decision on the way, from 0.
        scene: where it was made.
        choice: what was chosen; None if the timer decided.
        words: the learner's own words, for a choice that asks for them.
        ticked: positions (from 0) of the points that those words held.
        timed_out: the timer decided.
        offered: the choices among which it was made, in their order.

    """

    step: int
    scene: Scene
    choice: Choice | None
    words: str = ""
    ticked: tuple[int, ...] = ()
    timed_out: bool = False
    offered: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Position:
    """A place in a run.

    ``length`` counts the steps that led here, ``last`` is the latest decision among
    them, ``before`` the position in which the latest step was made.
    """

    scene: Scene
    phase: Phase
    state: Mapping[str, Value]
    offered: tuple[Choice, ...] = ()
    length: int = 0
    last: Decision | None = None
    before: Position | None = field(default=None, repr=False)

    @property
    def decision_count(self) -> int:
        """Number of decisions that led here."""
        return 0 if self.last is None else self.last.step + 1


def start(scenario: Scenario) -> Position:
    """Position in which every run of the scenario starts."""
    return _enter(scenario.scenes[scenario.start], dict(scenario.state), 0, None, None)


def held_still(ticked: Iterable[int], choice: Choice) -> tuple[int, ...]:
    """Give those of the ticked positions that a choice, as it is now, still has a point for."""
    return tuple(sorted({point for point in ticked if 0 <= point < len(choice.points)}))


def decide(
    at: Position, choice: Choice | None, words: str = "", ticked: tuple[int, ...] = ()
) -> Position:
    """Make a choice, or with None let the timer decide; leads to the feedback."""
    decision = Decision(
        at.decision_count, at.scene, choice, words, ticked, choice is None, at.offered
    )
    state = at.state if choice is None else _changed(at.state, choice)
    return Position(at.scene, Phase.FEEDBACK, state, (), at.length + 1, decision, at)


def told(decision: Decision, *, first: bool) -> Decided:
    """Give a decision as the event that is recorded of it."""
    choice = decision.choice
    return Decided(
        step=decision.step,
        scene=decision.scene.id,
        choice=choice.id if choice else None,
        d=choice.d if choice else None,
        fit=choice.fit if choice else None,
        first=first,
        words=decision.words,
        ticked=decision.ticked,
        in_time=not decision.timed_out,
    )


def onward(scenario: Scenario, at: Position) -> Position:
    """Go on from the feedback, or from a scene that only leads on, to the next scene."""
    if at.phase is Phase.FEEDBACK:
        return _enter(scenario.scenes[_after(at)], at.state, at.length, at.last, at.before)
    scene = scenario.scenes[_taken(at.scene.next, at.state)]
    return _enter(scene, at.state, at.length + 1, at.last, at)


def _enter(
    scene: Scene,
    state: Mapping[str, Value],
    length: int,
    last: Decision | None,
    before: Position | None,
) -> Position:
    if not scene.choices:
        phase = Phase.READING if scene.next else Phase.ENDED
        return Position(scene, phase, state, (), length, last, before)
    offered = tuple(
        choice for choice in scene.choices if choice.when is None or choice.when.holds(state)
    )
    return Position(scene, Phase.DECIDING, state, offered, length, last, before)


def _after(at: Position) -> str:
    """Scene that follows the decision whose feedback shows."""
    choice = None if at.last is None else at.last.choice
    if choice is not None:
        return _taken(choice.next, at.state)
    if at.scene.timer is None:
        raise ValueError(f"scene {at.scene.id} has no timer")
    return at.scene.timer.then


def _taken(arms: tuple[Arm, ...], state: Mapping[str, Value]) -> str:
    for arm in arms:
        if arm.when is None or arm.when.holds(state):
            return arm.to
    raise ValueError("no arm leads on; the last one of a checked scenario always does")


def _changed(state: Mapping[str, Value], choice: Choice) -> Mapping[str, Value]:
    if not choice.set and not choice.change:
        return state
    after = {**state, **choice.set}
    for name, by in choice.change.items():
        after[name] = min(HIGH, max(LOW, after[name] + by))
    return after


def decisions(at: Position) -> tuple[Decision, ...]:
    """Decisions that led here, the first one first."""
    found: list[Decision] = []
    place: Position | None = at
    while place is not None and place.last is not None:
        if not found or found[-1] is not place.last:
            found.append(place.last)
        place = place.before
    return tuple(reversed(found))


def deciding(at: Position, step: int | None = None) -> Position:
    """Position in which the decision number ``step``, or the latest one, was made.

    Raises:
        LookupError: no such decision led here (a bug).

    """
    wanted = at.decision_count - 1 if step is None else step
    place = at.before
    while place is not None:
        if place.phase is Phase.DECIDING and place.decision_count == wanted:
            return place
        place = place.before
    raise LookupError(f"no decision {wanted} led here")
