"""Walking a way again that somebody played, after the text has changed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring.trying.lacking import Lack, lacks
from trainer.authoring.trying.starting import Start, begun
from trainer.practice import moves
from trainer.practice.snapshot import Phase
from trainer.practice.way import path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from trainer.authoring.source.nodes import Data
    from trainer.practice.moves import Position
    from trainer.practice.session import Session
    from trainer.scenario.model import Scenario

_FOLLOWS: Final = frozenset({"feedback", "consequence"})
"""Keys of a choice that show once it is made."""

_LEADS: Final = frozenset({"next", "to", "then"})
"""Keys behind which the name of a scene stands."""


@dataclass(frozen=True, slots=True)
class Stride:
    """A step of a way: a scene, and the id of what was chosen there, if anything was.

    ``said`` is how that reads; by it nothing is ever found.
    """

    scene: str
    choice: str | None = None
    said: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class HandWay:
    """A way that somebody played: where it began, its steps, and the scene that it came to."""

    start: Start
    steps: tuple[Stride, ...]
    to: str

    @property
    def scenes(self) -> tuple[str, ...]:
        """Give the scenes passed, in order, the last one included."""
        return (*(one.scene for one in self.steps), self.to)

    def begins_with(self, way: HandWay) -> bool:
        """Tell whether another way goes as this one does, as far as it goes."""
        return (
            self.start == way.start
            and self.steps[: len(way.steps)] == way.steps
            and self.scenes[: len(way.scenes)] == way.scenes
        )


def renamed(way: HandWay, old: str, new: str) -> HandWay:
    """Give a way after a scene has got another name."""

    def called(scene: str) -> str:
        return new if scene == old else scene

    return HandWay(
        replace(way.start, scene=called(way.start.scene)),
        tuple(replace(one, scene=called(one.scene)) for one in way.steps),
        called(way.to),
    )


def leading(scene: Data, old: str, new: str) -> Data:
    """Give what stands in a scene after one that it may lead to has got another name."""
    if isinstance(scene, list):
        return [leading(one, old, new) for one in scene]
    if not isinstance(scene, dict):
        return scene
    return {
        key: new if key in _LEADS and what == old else leading(what, old, new)
        for key, what in scene.items()
    }


class Turn(StrEnum):
    """How a way differs from the one that was played."""

    START_GONE = "start-gone"
    CHOICE_GONE = "choice-gone"
    NOT_OFFERED = "not-offered"
    ELSEWHERE = "elsewhere"
    ASKS_NOW = "asks-now"
    """A scene that led on by itself asks for a choice now, or is an end."""


@dataclass(frozen=True, slots=True)
class Again:
    """What walking again has found. ``turn`` is None if it still goes the same way.

    It differs in ``scene``, where ``choice`` was made, which reads ``said``; it led to ``before``,
    and now to ``now``. ``lacks`` say why the choice is not offered. ``scenes`` are those passed,
    as far as it went.
    """

    scenes: tuple[str, ...]
    turn: Turn | None = None
    scene: str = ""
    choice: str | None = None
    said: str = ""
    before: str = ""
    now: str = ""
    lacks: tuple[tuple[Lack, ...], ...] = ()


def hand_way(session: Session, start: Start) -> HandWay:
    """Give the way that a session has gone; a decision counts as soon as it is made."""
    made = {one.choice.id: one.choice.words for one in session.decisions if one.choice is not None}
    steps = tuple(
        Stride(one.scene, one.choice, made.get(one.choice or "", "")) for one in session.steps
    )
    if session.phase is Phase.FEEDBACK:
        to = moves.onward(session.scenario, session.position).scene.id
    else:
        to = path(session)[-1]
    return HandWay(start, steps, to)


class Changed(NamedTuple):
    """The first step of a way whose words are others now; ``after`` what was chosen there."""

    step: int
    after: bool


def first_changed(
    way: HandWay, before: Mapping[str, Data], now: Callable[[str], Data]
) -> Changed | None:
    """Find where on a way something is written otherwise; None if nowhere.

    What is shown only by the choice that was made is found after it.

    Args:
        way: the way that was played.
        before: what stood in its scenes then, by their names.
        now: gives what stands in a scene.

    """
    for number, scene in enumerate(way.scenes):
        if scene not in before:
            continue
        were, are = before[scene], now(scene)
        if were != are:
            made = way.steps[number].choice if number < len(way.steps) else None
            at_once = made is None or _at_first(were, made) != _at_first(are, made)
            return Changed(number, after=not at_once)
    return None


def _at_first(scene: Data, choice: str) -> Data:
    """Give what stands in a scene without what a choice shows once it is made."""
    if not isinstance(scene, dict) or not isinstance(scene.get("choices"), list):
        return scene
    choices = [
        {key: what for key, what in one.items() if key not in _FOLLOWS}
        if isinstance(one, dict) and one.get("id", f"choice-{place}") == choice
        else one
        for place, one in enumerate(scene["choices"])
    ]
    return {**scene, "choices": choices}


def walk_again(scenario: Scenario, way: HandWay) -> Again:
    """Walk a way as far as it still can be walked."""
    here = begun(scenario, way.start)
    if here is None:
        return Again((), Turn.START_GONE, scene=way.start.scene)
    at = moves.start(here)
    passed = [at.scene.id]
    for step, before in zip(way.steps, way.scenes[1:], strict=True):
        then = _step(here, at, step)
        if isinstance(then, Turn):
            why = _why(at, step) if then is Turn.NOT_OFFERED else ()
            return Again(tuple(passed), then, step.scene, step.choice, step.said, before, lacks=why)
        at = then
        passed.append(at.scene.id)
        if at.scene.id != before:
            turn, now = Turn.ELSEWHERE, at.scene.id
            return Again(tuple(passed), turn, step.scene, step.choice, step.said, before, now)
    return Again(tuple(passed))


def _step(scenario: Scenario, at: Position, step: Stride) -> Position | Turn:
    if step.choice is None:
        return moves.onward(scenario, at) if at.phase is Phase.READING else Turn.ASKS_NOW
    choice = next((one for one in at.scene.choices if one.id == step.choice), None)
    if choice is None:
        return Turn.CHOICE_GONE
    if choice not in at.offered:
        return Turn.NOT_OFFERED
    return moves.onward(scenario, moves.decide(at, choice))


def _why(at: Position, step: Stride) -> tuple[tuple[Lack, ...], ...]:
    choice = next(one for one in at.scene.choices if one.id == step.choice)
    return lacks(choice.when, at.state)
