"""Random small stories, explored a second time by the plainest means there are.

Every state is walked, every way is written out: slow, short, and after the description.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.conformance.story import choice, end, figures, fork, go, story

if TYPE_CHECKING:
    from tests.conformance.story import Command

State = tuple[str, int, bool]
Scenes = dict[str, Any]
START = {"n": 9, "told": False}


def holds(when: str | None, state: State) -> bool:
    """What a condition says; ours are Python's, but for the booleans' names."""
    names = {"n": state[1], "told": state[2], "true": True, "false": False}
    return when is None or bool(eval(when, {"__builtins__": {}}, names))


def condition(draw: random.Random) -> str:
    plain = [f"n {draw.choice(['<', '>', '==', '>=', '!='])} {draw.randint(7, 10)}", "told",
             "not told", f"told and n > {draw.randint(6, 9)}",
             f"n == {draw.randint(8, 10)} or told",
             f"not (told or n <= {draw.randint(7, 9)})", "told == false"]  # fmt: skip
    return draw.choice(plain)


def way(draw: random.Random, names: list[str]) -> Any:
    count = draw.choice([0, 0, 1, 2])
    arms = [{"when": condition(draw), "to": draw.choice(names)} for _ in range(count)]
    return [*arms, {"to": draw.choice(names)}] if arms else draw.choice(names)


def made(draw: random.Random) -> Scenes:
    names = [f"s{number}" for number in range(draw.randint(2, 6))] + ["e"]
    scenes: Scenes = {}
    for name in names[:-1]:
        kind = draw.random()
        if kind < 0.65:
            choices = []
            for number in range(draw.randint(1, 3)):
                more: dict[str, Any] = {}
                if draw.random() < 0.35:
                    more["when"] = condition(draw)
                if draw.random() < 0.35:
                    more["change"] = {"n": draw.choice([-1, 1, 1, 2])}
                if draw.random() < 0.3:
                    more["set"] = draw.choice([{"told": True}, {"n": 8}, {"n": 9, "told": False}])
                choices.append(choice(f"c{number}", way(draw, names), **more))
            scenes[name] = fork(*choices)
            if draw.random() < 0.25:
                scenes[name]["timer"] = {"seconds": 5, "then": draw.choice(names)}
        elif kind < 0.85:
            scenes[name] = go(way(draw, names))
        elif kind < 0.93:
            scenes[name] = {"stub": True}
        else:
            scenes[name] = end()
    scenes["e"] = end()
    return scenes


class Explored:
    """All that the description asks of a story."""

    def __init__(self, scenes: Scenes) -> None:
        self.scenes = scenes
        self.offered: set[tuple[str, str]] = set()
        self.taken: set[tuple[str, str, int]] = set()
        self.states: set[State] = set()
        start: State = (next(iter(scenes)), 9, False)
        waiting = [start]
        while waiting:
            state = waiting.pop()
            if state not in self.states:
                self.states.add(state)
                waiting += self.steps(state)
                timer = scenes[state[0]].get("timer")
                if timer:
                    waiting.append((timer["then"], *state[1:]))
        self.lengths: list[int] = []
        self.walk(start, {start}, 0)

    def steps(self, state: State) -> list[State]:
        scene = self.scenes[state[0]]
        if "next" in scene:
            return [self.arm(scene["next"], state, "")]
        after = []
        for one in scene.get("choices", []):
            if not holds(one.get("when"), state):
                continue
            self.offered.add((state[0], one["id"]))
            n, told = (
                one.get("set", {}).get("n", state[1]),
                one.get("set", {}).get("told", state[2]),
            )
            n = min(10, max(0, n + one.get("change", {}).get("n", 0)))
            after.append(self.arm(one["next"], (state[0], n, told), one["id"]))
        return after

    def arm(self, ways: Any, state: State, of: str) -> State:
        for at, each in enumerate(ways if isinstance(ways, list) else [{"to": ways}]):
            if holds(each.get("when"), state):
                self.taken.add((state[0], of, at))
                return (each["to"], *state[1:])
        raise AssertionError

    def walk(self, state: State, seen: set[State], decisions: int) -> None:
        scene = self.scenes[state[0]]
        if "ending" in scene:
            self.lengths.append(decisions)
        for after in self.steps(state):
            if after not in seen:
                self.walk(after, seen | {after}, decisions + ("choices" in scene))

    def stops(self, state: State) -> bool:
        scene = self.scenes[state[0]]
        return "ending" in scene or "stub" in scene or not self.steps(state)

    def found(self, unused: set[str]) -> list[tuple[str, str]]:
        """Codes, each with the scene, or the scene and the choice."""
        ends = {state for state in self.states if self.stops(state)}
        while True:
            more = {s for s in self.states - ends if ends.intersection(self.steps(s))}
            if not more:
                break
            ends |= more
        found = {("endless", state[0]) for state in self.states - ends}
        met = {state[0] for state in self.states}
        found |= {("unreachable-scene", name) for name in self.scenes if name not in met}
        for state in self.states:
            scene = self.scenes[state[0]]
            if "stub" in scene:
                found.add(("stub-reached", state[0]))
            elif "choices" in scene and not self.steps(state):
                found.add(("stuck", state[0]))
        for name in met:
            scene = self.scenes[name]
            for one in scene.get("choices", []):
                if (name, one["id"]) not in self.offered:
                    found.add(("never-offered", f"{name}/{one['id']}"))
                elif self.untaken(name, one["id"], one["next"]):
                    found.add(("never-taken", f"{name}/{one['id']}"))
            if "next" in scene and self.untaken(name, "", scene["next"]):
                found.add(("never-taken", name))
        return sorted(found | {("unused-variable", name) for name in unused})

    def untaken(self, scene: str, of: str, ways: Any) -> bool:
        count = len(ways) if isinstance(ways, list) else 1
        return any((scene, of, at) not in self.taken for at in range(count))

    def unused(self) -> set[str]:
        met = {state[0] for state in self.states}
        read = " ".join(when for name in met for when in whens(self.scenes[name]))
        return {name for name in START if not re.search(rf"\b{name}\b", read)}


def whens(part: Any) -> list[str]:
    if isinstance(part, list):
        return [when for each in part for when in whens(each)]
    if isinstance(part, dict):
        mine = [part["when"]] if "when" in part else []
        return mine + [when for each in part.values() for when in whens(each)]
    return []


@pytest.mark.parametrize("block", range(8))
def test_a_second_opinion(upstander: Command, block: int) -> None:
    for seed in range(block * 25, block * 25 + 25):
        scenes = made(random.Random(seed))
        expected = Explored(scenes)
        text = story(scenes, START)
        told = upstander.check(text)
        rows = text.splitlines()
        found = []
        for problem in told.problems:
            row, column = rows[problem["line"] - 1], problem["column"]
            if problem["code"] == "unused-variable":
                found.append((problem["code"], row[column:].partition('"')[0]))
                continue
            name = row.split(":")[0].strip()
            inside = row[column - 1 :].removeprefix('"id": "') if column > 3 else ""
            found.append((problem["code"], f"{name}/{inside[:2]}" if inside else name))
        # of several arms never taken each may have its own message
        assert sorted(set(found)) == expected.found(expected.unused()), (seed, text)
        lengths = expected.lengths
        assert figures(told, "states", "reachable", "paths", "shortest", "longest") == (
            len(expected.states), len({state[0] for state in expected.states}), len(lengths),
            min(lengths, default=None), max(lengths, default=None),
        ), (seed, text)  # fmt: skip
