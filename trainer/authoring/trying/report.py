"""What trying has shown, as plain data: how often each thing was met, and what never was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.authoring.trying.tally import untested

if TYPE_CHECKING:
    from trainer.authoring.trying.tally import Met, OfArm, Tally
    from trainer.scenario.model import Arm, Scenario


@dataclass(frozen=True, slots=True)
class Row:
    """A scene (then ``choice`` is empty) or a choice, and how often.

    Of a scene ``count`` says how often it was entered; of a choice how often it was made, and
    ``offered`` how often it could have been.
    """

    scene: str
    count: int
    choice: str = ""
    words: str = ""
    offered: int = 0


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that was never met: a scene, a choice of it, or a way on, which leads to ``to``."""

    scene: str
    choice: str = ""
    words: str = ""
    arm: int | None = None
    to: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All that trying has shown.

    ``seed`` is None where everything was tried, and then ``runs`` counts states. ``decisions`` is
    the mean of the runs that came to an ending, None without any. ``whole`` is False where
    exploring stopped at a limit, ``bridged`` True where something is missing in the text.
    """

    runs: int
    seed: int | None
    rows: tuple[Row, ...]
    missing: tuple[Missing, ...]
    outcomes: tuple[tuple[str, int], ...]
    endings: tuple[tuple[str, int], ...]
    decisions: float | None
    stubs: int
    stuck: int
    cut: int
    whole: bool
    bridged: bool


def report(
    scenario: Scenario,
    tally: Tally,
    known: Met,
    *,
    seed: int | None,
    whole: bool = True,
    bridged: bool = False,
) -> Report:
    """Put together what a try has shown; ``known`` is what was met by it, or ever by hand."""
    rows = []
    for scene in scenario.scenes.values():
        rows.append(Row(scene.id, tally.scenes[scene.id]))
        for choice in scene.choices:
            of = scene.id, choice.id
            made = tally.chosen[of]
            rows.append(Row(scene.id, made, choice.id, choice.words, tally.offered[of]))
    return Report(
        tally.runs,
        seed,
        tuple(rows),
        _missing(scenario, known),
        tuple(tally.outcomes(scenario).items()),
        tuple((name, tally.endings[name]) for name in scenario.scenes if tally.endings[name]),
        tally.decisions / tally.ended if tally.ended and seed is not None else None,
        tally.stubs,
        tally.stuck,
        tally.cut,
        whole,
        bridged,
    )


def _missing(scenario: Scenario, known: Met) -> tuple[Missing, ...]:
    found = untested(scenario, known)
    scenes = [Missing(name) for name in found.scenes]
    choices = [
        Missing(scene, choice, _words(scenario, scene, choice)) for scene, choice in found.choices
    ]
    arms = [_missing_arm(scenario, arm) for arm in found.arms]
    order = {name: place for place, name in enumerate(scenario.scenes)}
    return tuple(sorted([*scenes, *choices, *arms], key=lambda one: order[one.scene]))


def _missing_arm(scenario: Scenario, found: OfArm) -> Missing:
    scene, choice, place = found
    arms: tuple[Arm, ...] = scenario.scenes[scene].next
    if choice:
        arms = next(one.next for one in scenario.scenes[scene].choices if one.id == choice)
    return Missing(scene, choice, _words(scenario, scene, choice), place, arms[place].to)


def _words(scenario: Scenario, scene: str, choice: str) -> str:
    found = (one.words for one in scenario.scenes[scene].choices if one.id == choice)
    return next(found, "")
