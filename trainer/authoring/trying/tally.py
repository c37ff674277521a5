"""What was met while trying: how often each scene, choice and way on, and how it ended."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.practice.session import Session
    from trainer.scenario.model import Arm, Scenario, Value

Of = tuple[str, str]
"""A scene and the id of one of its choices."""

OfArm = tuple[str, str, int]
"""A scene, the id of its choice (empty for the scene's own way on), and the place of the way on."""


@dataclass(slots=True)
class Tally:
    """Counts of a try.

    Attributes:
        runs: runs played, or states looked at.
        scenes: how often each scene was entered.
        offered: how often each choice was offered.
        chosen: how often it was made.
        arms: how often each way on was taken.
        endings: how often it ended in each scene, stubs and stuck places included.
        decisions: decisions of all runs that came to an ending.
        ended: runs that did.
        stubs: runs that came to a part that is not written yet.
        stuck: runs that came to a place where no choice is offered.
        cut: runs that were cut off, because they went on for too long.

    """

    runs: int = 0
    scenes: Counter[str] = field(default_factory=Counter)
    offered: Counter[Of] = field(default_factory=Counter)
    chosen: Counter[Of] = field(default_factory=Counter)
    arms: Counter[OfArm] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)
    decisions: int = 0
    ended: int = 0
    stubs: int = 0
    stuck: int = 0
    cut: int = 0

    def outcomes(self, scenario: Scenario) -> dict[str, int]:
        """Give how often it ended with each outcome, in the order of the best first."""
        found: Counter[str] = Counter()
        for name, count in self.endings.items():
            scene = scenario.scenes.get(name)
            if scene is not None and scene.ending is not None:
                found[scene.ending.outcome.value] += count
        return dict(found)


@dataclass(frozen=True, slots=True)
class Met:
    """What was ever met, however often."""

    scenes: frozenset[str] = frozenset()
    choices: frozenset[Of] = frozenset()
    arms: frozenset[OfArm] = frozenset()

    def __or__(self, other: Met) -> Met:
        """Give what was met in either."""
        return Met(self.scenes | other.scenes, self.choices | other.choices, self.arms | other.arms)


@dataclass(frozen=True, slots=True)
class Untested:
    """What was never met, in the file's order.

    A choice of a scene that was never met, and a way on of such a choice, is not told again.
    """

    scenes: tuple[str, ...]
    choices: tuple[Of, ...]
    arms: tuple[OfArm, ...]

    @property
    def count(self) -> int:
        """How many things that are."""
        return len(self.scenes) + len(self.choices) + len(self.arms)


def taken(arms: tuple[Arm, ...], state: dict[str, Value]) -> int:
    """Give the place of the way on that is taken with these values."""
    return next(
        place for place, arm in enumerate(arms) if arm.when is None or arm.when.holds(state)
    )


def met(tally: Tally) -> Met:
    """Give what a try has met."""
    return Met(frozenset(tally.scenes), frozenset(tally.chosen), frozenset(tally.arms))


def met_by_hand(session: Session) -> Met:
    """Give what a session has met on its way, the choice included whose feedback shows."""
    scenes: set[str] = {session.scene.id}
    choices: set[Of] = set()
    arms: set[OfArm] = set()
    at = session.position
    after = at.state
    while at.before is not None:
        before = at.before
        scene, choice = before.scene, None
        if at.last is not None and at.last is not before.last:
            choice = at.last.choice
        scenes.add(scene.id)
        if choice is not None:
            choices.add((scene.id, choice.id))
            arms.add((scene.id, choice.id, taken(choice.next, dict(after))))
        elif scene.next:
            arms.add((scene.id, "", taken(scene.next, dict(after))))
        at, after = before, before.state
    return Met(frozenset(scenes), frozenset(choices), frozenset(arms))


def untested(scenario: Scenario, known: Met) -> Untested:
    """Give what is in a scenario and was never met."""
    scenes, choices, arms = [], [], []
    for scene in scenario.scenes.values():
        if scene.id not in known.scenes:
            scenes.append(scene.id)
            continue
        arms += _arms_not_met(scene.id, "", scene.next, known)
        for choice in scene.choices:
            if (scene.id, choice.id) not in known.choices:
                choices.append((scene.id, choice.id))
            else:
                arms += _arms_not_met(scene.id, choice.id, choice.next, known)
    return Untested(tuple(scenes), tuple(choices), tuple(arms))


def _arms_not_met(scene: str, choice: str, arms: tuple[Arm, ...], known: Met) -> list[OfArm]:
    found = [(scene, choice, place) for place in range(len(arms))]
    return [one for one in found if one not in known.arms]
