"""What only exploring finds: places where a story stops, and parts of it nobody meets.

Each finding names a scene or a choice once, however many states it holds in. Where
exploring stopped at its limit, only what was surely seen is told.
"""

from __future__ import annotations

from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.scenario.exploring.space import LIMIT, NO_CHOICE
from trainer.scenario.model import Mark, Role, Status
from trainer.scenario.problems import Hint, Problem, Severity, problem
from trainer.scenario.texts import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from trainer.scenario.exploring.space import Space
    from trainer.scenario.model import Arm, Line, Scenario, Scene, Value

LONG: Final = 180
"""Words of text and lines since the last decision above which a scene is long."""

_MOST_VALUES: Final = 12
"""Values of state that a message names."""


def errors(space: Space) -> list[Problem]:
    """Find where a story stops, or never does. A stub in a draft is a warning."""
    found = [*_stuck(space), *_stubs(space)]
    return [*found, *_endless(space)] if space.complete else found


def warnings(space: Space, seen: Mapping[str, int]) -> list[Problem]:
    """Find what nobody meets, and what is long.

    Args:
        space: the explored scenario.
        seen: words of text and lines of each scene.

    """
    found = [*_unused_variables(space), *_unused_cast(space.scenario)]
    if not space.complete:
        case = "" if len(space.scenes) >= LIMIT else "work"
        return [*found, problem("too-many-states", Mark(), case, limit=LIMIT)]
    return [*found, *_unreachable(space), *_never(space), *_long(space, seen)]


def _value(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _at(code: str, space: Space, state: int) -> Problem:
    """Report a state: its scene, its values if it has any, and a way that leads there."""
    scene = space.scene(state)
    way = space.way(state)
    if values := _values(space.values_at(state)):
        return problem(code, scene.mark, "values", scene=scene.id, values=values, way=way)
    return problem(code, scene.mark, scene=scene.id, way=way)


def _values(values: Mapping[str, Value]) -> str:
    """Write down some values, as many as a message can hold."""
    told = [f"{name} {_value(value)}" for name, value in islice(values.items(), _MOST_VALUES)]
    return ", ".join([*told, "…"] if len(values) > _MOST_VALUES else told)


def _first_of_each_scene(space: Space, states: Sequence[int]) -> list[int]:
    """Keep the first of the states, which are in order, of each scene."""
    first: dict[int, int] = {}
    for state in states:
        first.setdefault(space.scenes[state], state)
    return list(first.values())


def _stuck_states(space: Space) -> list[int]:
    """States with choices of which none is offered; a timer does not help."""
    return [
        state
        for state, targets in enumerate(space.targets)
        if not targets and space.scene(state).choices
    ]


def _stuck(space: Space) -> Iterator[Problem]:
    for state in _first_of_each_scene(space, _stuck_states(space)):
        yield _at("stuck", space, state)


def _stubs(space: Space) -> Iterator[Problem]:
    if not any(scene.stub for scene in space.scenario.scenes.values()):
        return
    severity = Severity.WARNING if space.scenario.status is Status.DRAFT else Severity.ERROR
    for state in _first_of_each_scene(space, range(len(space.scenes))):
        scene = space.scene(state)
        if scene.stub:
            way = space.way(state)
            yield problem("stub-reached", scene.mark, severity=severity, scene=scene.id, way=way)


def _endless(space: Space) -> Iterator[Problem]:
    """Every scene in some state of which no choices lead to an end any more.

    An end is an ending, a stub or a stuck place.
    """
    back = space.backwards()
    if len(back.settled) == len(space.targets):
        return  # there is no circle at all
    ends = set(back.settled)
    waiting = list(back.settled)
    while waiting:
        for state in back.before[waiting.pop()]:
            if state not in ends:
                ends.add(state)
                waiting.append(state)
    trapped = [state for state in range(len(space.targets)) if state not in ends]
    for state in _first_of_each_scene(space, trapped):
        yield _at("endless", space, state)


def _reached(space: Space) -> list[tuple[int, Scene]]:
    """Scenes in reach, with their numbers, in the file's order."""
    scenes = set(space.scenes)
    return [
        (number, scene)
        for number, scene in enumerate(space.scenario.scenes.values())
        if number in scenes
    ]


def _unreachable(space: Space) -> Iterator[Problem]:
    reached = set(space.scenes)
    for number, scene in enumerate(space.scenario.scenes.values()):
        if number not in reached:
            yield problem("unreachable-scene", scene.mark, scene=scene.id)


def _never(space: Space) -> Iterator[Problem]:
    """Choices never offered; arms never taken, but for those of such choices."""
    offered = {(scene, choice) for scene, choice, _arm in space.taken}
    for number, scene in _reached(space):
        for arm_number, arm in _not_taken(space, number, NO_CHOICE, scene.next):
            yield problem(
                "never-taken", scene.mark, "scene", scene=scene.id, number=arm_number, to=arm.to
            )
        for choice_number, choice in enumerate(scene.choices):
            if (number, choice_number) not in offered:
                when = choice.when.source if choice.when else ""
                yield problem("never-offered", choice.mark, choice=choice.id, when=when)
                continue
            for arm_number, arm in _not_taken(space, number, choice_number, choice.next):
                yield problem(
                    "never-taken",
                    choice.mark,
                    "choice",
                    choice=choice.id,
                    number=arm_number,
                    to=arm.to,
                )


def _not_taken(
    space: Space, scene: int, choice: int, arms: tuple[Arm, ...]
) -> list[tuple[int, Arm]]:
    """Arms that no state takes, numbered from 1 as a person counts."""
    return [
        (number, arm)
        for number, arm in enumerate(arms, 1)
        if (scene, choice, number - 1) not in space.taken
    ]


def _unused_variables(space: Space) -> Iterator[Problem]:
    """Variables that no condition of a scene in reach reads.

    Where exploring stopped, any scene may be in reach.
    """
    scenario = space.scenario
    scenes = (
        [scene for _n, scene in _reached(space)] if space.complete else scenario.scenes.values()
    )
    read: set[str] = set()
    for scene in scenes:
        arms = [*scene.next, *(arm for choice in scene.choices for arm in choice.next)]
        conditions = [arm.when for arm in arms] + [choice.when for choice in scene.choices]
        read.update(*(when.names for when in conditions if when))
    for name in scenario.state:
        if name not in read:
            yield problem("unused-variable", scenario.state_marks.get(name, Mark()), name=name)


def _unused_cast(scenario: Scenario) -> Iterator[Problem]:
    """People, other than targeted ones, whom no scene shows, hears, asks or speaks of."""
    used: set[str | None] = set()
    for scene in scenario.scenes.values():
        used.update(scene.present, _speakers(scene.lines))
        for choice in scene.choices:
            used.add(choice.to)
            if choice.feedback:
                used.update(choice.feedback.about)
            if choice.consequence:
                used.update(_speakers(choice.consequence.lines))
    for key, member in scenario.cast.items():
        if key not in used and member.role is not Role.TARGETED:
            yield problem("unused-cast", member.mark, name=key)


def _speakers(lines: tuple[Line, ...]) -> set[str | None]:
    return {line.speaker for line in lines}


def _long(space: Space, seen: Mapping[str, int]) -> Iterator[Problem]:
    """Scenes that decide after too many words, on the longest way since a decision."""
    own = [seen[name] for name in space.names]
    most: dict[int, int] = {}
    for scene, words_, offered in zip(
        space.scenes, _before(space, own), space.offered, strict=True
    ):
        if offered and words_ >= most.get(scene, 0):
            most[scene] = words_
    hint = Hint("long", MappingProxyType({"limit": LONG}))
    for number, count in most.items():
        if count + own[number] > LONG:
            told = space.scenario.scenes[space.names[number]]
            total = count + own[number]
            yield problem("long-scene", told.mark, hint=hint, scene=told.id, words=total)


def _before(space: Space, own: list[int]) -> list[int]:
    """Most words of text and lines between a decision and each state.

    A choice's consequence is read after the decision, so it counts; a timer that runs
    out ends a decision too. A circle of scenes that only go on never comes to a
    decision, and is left out.
    """
    before = [0] * len(space.targets)
    incoming = [0] * len(space.targets)
    after = _consequences(space.scenario)
    passing = []
    for state, targets in enumerate(space.targets):
        scene = space.scenes[state]
        if scene in after:
            for choice, target in zip(space.offered[state], targets, strict=True):
                before[target] = max(before[target], after[scene][choice])
        elif targets and not space.offered[state]:
            incoming[targets[0]] += 1
            passing.append(state)
    ready = [state for state in passing if not incoming[state]]
    goes_on = set(passing)
    while ready:
        state = ready.pop()
        target = space.targets[state][0]
        before[target] = max(before[target], before[state] + own[space.scenes[state]])
        incoming[target] -= 1
        if target in goes_on and not incoming[target]:
            ready.append(target)
    return before


def _consequences(scenario: Scenario) -> dict[int, list[int]]:
    """Words of the consequences, by scene for each choice; of scenes that have some."""
    return {
        number: [
            words.count(words.shown(seen.text, seen.lines)) if (seen := choice.consequence) else 0
            for choice in scene.choices
        ]
        for number, scene in enumerate(scenario.scenes.values())
        if any(choice.consequence for choice in scene.choices)
    }
