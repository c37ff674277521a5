"""Every state of a scenario that can be reached, and how one leads to the next.

A state is a scene with the values on entering it. A choice's ``set`` comes before its
``change``, and ``next`` is decided after both; a number stays between its ends, so
the states of a scenario are always finite. A timer's ``then`` adds states that can be
reached, but is kept apart from the choices: it is never a way out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from trainer.scenario.model import HIGH, LOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from trainer.scenario.model import Arm, Choice, Condition, Scenario, Scene, Value

LIMIT: Final = 200_000
"""States past which exploring stops."""

WORK: Final = 20_000_000
"""Steps past which exploring stops as well, so that no file can keep it busy for ever.

A step is about a choice looked at. A scenario of 200,000 states needs a tenth of them,
unless it has hundreds of choices in a scene, or hundreds of variables.
"""

_PER_VARIABLE: Final = 4
_OFTEN: Final = 2_000
_LETTERS_A_STEP: Final = 16

LONGEST_WAY: Final = 12
"""Scenes of a way up to which a message names all of them."""

NO_CHOICE: Final = -1
"""Stands for the scene itself where the number of a choice is expected."""

_Values = tuple["Value", ...]


class Backwards:
    """How states lead to each other, seen from the ends; a state's way to itself left out.

    ``settled`` are the states from which every way comes to an end at last, each after all
    that it leads to; all others lead into a circle. ``before[i]`` holds the states that lead
    to state ``i``, one entry a choice; it is empty where all are settled.
    """

    def __init__(self, targets: list[tuple[int, ...]]) -> None:
        self.before: list[list[int]] = []
        self.settled = _in_order(targets)
        if len(self.settled) == len(targets):
            self.settled.reverse()
        else:
            self._settle(targets)

    def _settle(self, targets: list[tuple[int, ...]]) -> None:
        self.before = [[] for _state in targets]
        open_ = []
        for state, ahead in enumerate(targets):
            open_.append(len(ahead) - ahead.count(state))
            for target in ahead:
                if target != state:
                    self.before[target].append(state)
        self.settled = [state for state, ahead in enumerate(targets) if not ahead]
        for state in self.settled:  # which grows meanwhile
            for earlier in self.before[state]:
                open_[earlier] -= 1
                if not open_[earlier]:
                    self.settled.append(earlier)


def _in_order(targets: list[tuple[int, ...]]) -> list[int]:
    """States that no circle leads to, each before those it leads to.

    Without a circle, which is most often, these are all states, found in half the time.
    """
    arriving = [0] * len(targets)
    for ahead in targets:
        for target in ahead:
            arriving[target] += 1
    order = [state for state, count in enumerate(arriving) if not count]
    for state in order:  # which grows meanwhile
        for target in targets[state]:
            arriving[target] -= 1
            if not arriving[target]:
                order.append(target)
    return order


@dataclass(slots=True)
class Space:
    """The states found, numbered from 0 (the start) in the order of their discovery.

    ``scenes[i]`` is the scene of state ``i`` as its number in ``scenario.scenes``;
    ``offered[i]`` the numbers of the choices offered there, and ``targets[i]`` the states
    they lead to, one for one; a scene with only ``next`` offers nothing and has one
    target. ``timed`` maps a state to the one its timer leads to. ``taken`` holds every
    arm of ``next`` that was ever taken, (scene, choice or ``NO_CHOICE``, arm), and so
    names every choice that was ever offered.
    ``complete`` is False where exploring stopped at a limit: then only the first
    ``len(targets)`` states have been looked into.
    """

    scenario: Scenario
    names: tuple[str, ...]
    complete: bool = True
    scenes: list[int] = field(default_factory=list)
    valuations: list[int] = field(default_factory=list)
    values: list[Mapping[str, Value]] = field(default_factory=list)
    offered: list[tuple[int, ...]] = field(default_factory=list)
    targets: list[tuple[int, ...]] = field(default_factory=list)
    timed: dict[int, int] = field(default_factory=dict)
    taken: set[tuple[int, int, int]] = field(default_factory=set)
    parents: list[int] = field(default_factory=list)
    _backwards: Backwards | None = None

    def backwards(self) -> Backwards:
        """Give the states seen from the ends; the space was explored completely."""
        if self._backwards is None:
            self._backwards = Backwards(self.targets)
        return self._backwards

    def scene(self, state: int) -> Scene:
        """Scene of a state."""
        return self.scenario.scenes[self.names[self.scenes[state]]]

    def values_at(self, state: int) -> Mapping[str, Value]:
        """Values of a state, on entering its scene."""
        return self.values[self.valuations[state]]

    def scenes_with(self, wanted: Callable[[Scene], bool]) -> set[int]:
        """Numbers of the scenes of one kind."""
        scenes = self.scenario.scenes.values()
        return {number for number, scene in enumerate(scenes) if wanted(scene)}

    def moves(self, state: int) -> Iterator[tuple[Choice, int]]:
        """Choices offered in a state, each with the state that it leads to."""
        choices = self.scene(state).choices
        for number, target in zip(self.offered[state], self.targets[state], strict=False):
            yield choices[number], target

    def onward(self, state: int) -> Iterator[int]:
        """States that a state leads to, by choices, by going on, and by its timer."""
        yield from self.targets[state]
        if state in self.timed:
            yield self.timed[state]

    def way(self, state: int) -> str:
        """Write down one shortest way from the start to a state."""
        return shown_way(self.way_back(state), self.scenario.start)

    def way_back(self, state: int) -> Iterator[str]:
        """Scenes of one shortest way from the start to a state, the last first."""
        while state != NO_CHOICE:
            yield self.names[self.scenes[state]]
            state = self.parents[state]


def shown_way(back: Iterator[str], start: str) -> str:
    """Write down a way whose scenes are given from its end; of a long one the start and the end."""
    way = list(islice(back, LONGEST_WAY + 1))
    if len(way) > LONGEST_WAY:
        way = [*way[: LONGEST_WAY // 2], "…", start]
    return " → ".join(reversed(way))


def explore(
    scenario: Scenario, limit: int = LIMIT, tell: Callable[[int], object] | None = None
) -> Space:
    """Find every state that can be reached, breadth first, up to ``limit`` of them.

    ``tell`` is told now and then how many were looked into.
    """
    return _Explorer(scenario, limit).run(tell)


_Arm = tuple["Condition | None", int, tuple[int, int, int]]
"""An arm, made ready: its condition, the scene it leads to, and how ``taken`` names it."""

_Move = tuple["Condition | None", "_Effect | None", tuple[_Arm, ...]]
"""A choice, made ready: its condition, its effect, its arms."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A scene, made ready."""

    moves: tuple[_Move, ...]
    arms: tuple[_Arm, ...]
    then: int | None
    work: int


def _work(scene: Scene) -> int:
    """Steps that looking into a state of a scene may take."""
    arms = [*scene.next, *(arm for choice in scene.choices for arm in choice.next)]
    conditions = [choice.when for choice in scene.choices] + [arm.when for arm in arms]
    letters = sum(len(when.source) for when in conditions if when)
    effects = sum(len(choice.set) + len(choice.change) for choice in scene.choices)
    return 1 + len(scene.choices) + len(arms) + effects + letters // _LETTERS_A_STEP


class _Effect:
    """What a choice does to the values; each outcome is worked out once."""

    def __init__(self, choice: Choice, place: Mapping[str, int]) -> None:
        self._set = tuple((place[name], value) for name, value in choice.set.items())
        self._change = tuple((place[name], by) for name, by in choice.change.items())
        self.known: dict[int, int] = {}

    def on(self, values: _Values) -> _Values:
        after = list(values)
        for index, value in self._set:
            after[index] = value
        for index, by in self._change:
            after[index] = min(HIGH, max(LOW, after[index] + by))
        return tuple(after)


class _LimitReached(Exception):  # noqa: N818 - caught here, never seen outside
    pass


class _Explorer:
    def __init__(self, scenario: Scenario, limit: int) -> None:
        self._limit = limit
        self._work_left = WORK
        names = tuple(scenario.scenes)
        self._space = Space(scenario, names)
        self._number = {name: number for number, name in enumerate(names)}
        self._place = {name: index for index, name in enumerate(scenario.state)}
        self._effects: dict[object, _Effect] = {}
        self._plans = [self._plan(*numbered) for numbered in enumerate(scenario.scenes.values())]
        self._known_values: dict[_Values, int] = {}
        self._tuples: list[_Values] = []
        self._known: list[dict[int, int]] = [{} for _name in names]  # states, by valuation

    def _plan(self, number: int, scene: Scene) -> _Plan:
        moves = tuple(
            (choice.when, self._effect(choice), self._arms(choice.next, number, place))
            for place, choice in enumerate(scene.choices)
        )
        then = self._number[scene.timer.then] if scene.timer else None
        return _Plan(moves, self._arms(scene.next, number, NO_CHOICE), then, _work(scene))

    def _arms(self, arms: tuple[Arm, ...], scene: int, choice: int) -> tuple[_Arm, ...]:
        return tuple(
            (arm.when, self._number[arm.to], (scene, choice, place))
            for place, arm in enumerate(arms)
        )

    def _effect(self, choice: Choice) -> _Effect | None:
        """Give the effect of a choice; choices that do the same share one."""
        key = (tuple(choice.set.items()), tuple(choice.change.items()))
        if key == ((), ()):
            return None
        if key not in self._effects:
            self._effects[key] = _Effect(choice, self._place)
        return self._effects[key]

    def run(self, tell: Callable[[int], object] | None = None) -> Space:
        space, scenario = self._space, self._space.scenario
        try:
            start = self._valuation(tuple(scenario.state.values()))
            self._state(self._number[scenario.start], start, NO_CHOICE)
            for state, scene in enumerate(space.scenes):  # which grows meanwhile
                self._expand(state, self._plans[scene], space.valuations[state])
                if tell is not None and state % _OFTEN == 0:
                    tell(state)
        except _LimitReached:
            space.complete = False
        return space

    def _valuation(self, values: _Values) -> int:
        known = self._known_values.get(values)
        if known is None:
            self._work(_PER_VARIABLE * len(values))
            known = self._known_values[values] = len(self._tuples)
            self._tuples.append(values)
            self._space.values.append(dict(zip(self._place, values, strict=True)))
        return known

    def _work(self, steps: int) -> None:
        self._work_left -= steps
        if self._work_left < 0:
            raise _LimitReached

    def _expand(self, state: int, plan: _Plan, valuation: int) -> None:
        space = self._space
        values = space.values[valuation]
        self._work(plan.work)
        offered, targets = [], []
        for number, (when, effect, arms) in enumerate(plan.moves):
            if when is None or when.holds(values):
                after = valuation if effect is None else self._after(effect, valuation)
                offered.append(number)
                targets.append(self._follow(state, arms, after))
        if plan.arms:
            targets.append(self._follow(state, plan.arms, valuation))
        if plan.then is not None:
            space.timed[state] = self._state(plan.then, valuation, state)
        space.offered.append(tuple(offered))
        space.targets.append(tuple(targets))

    def _after(self, effect: _Effect, valuation: int) -> int:
        after = effect.known.get(valuation)
        if after is None:
            after = self._valuation(effect.on(self._tuples[valuation]))
            effect.known[valuation] = after
        return after

    def _follow(self, state: int, arms: tuple[_Arm, ...], valuation: int) -> int:
        """Go on by the first arm that holds for the values after the choice."""
        for when, to, name in arms:
            if when is None or when.holds(self._space.values[valuation]):
                self._space.taken.add(name)
                return self._state(to, valuation, state)
        raise AssertionError("the last arm has no condition")

    def _state(self, scene: int, valuation: int, parent: int) -> int:
        states = self._known[scene]
        state = states.get(valuation)
        if state is None:
            space = self._space
            state = len(space.scenes)
            if state >= self._limit:
                raise _LimitReached
            states[valuation] = state
            space.scenes.append(scene)
            space.valuations.append(valuation)
            space.parents.append(parent)
        return state
