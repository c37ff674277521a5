"""Exploring once more, as plainly as the format puts it and as slowly as that is.

It shares nothing with the real one but the tale: conditions are Python's own, states are
dictionaries, and a way is found by walking every way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.scenario.small import Tale

State = tuple[str, tuple[tuple[str, Any], ...]]


class Naive:
    """Everything about a tale that exploring tells."""

    def __init__(self, tale: Tale, state: dict[str, Any]) -> None:
        self.tale = tale
        self.first: State = (next(iter(tale)), tuple(sorted(state.items())))
        self.states = self._states()

    def _holds(self, when: str | None, values: dict[str, Any]) -> bool:
        if when is None:
            return True
        return bool(eval(when, {"true": True, "false": False, **values}))  # the tests' own words

    def _arm(self, way: Any, values: dict[str, Any]) -> State:
        if isinstance(way, str):
            way = [(None, way)]
        for when, to in way:
            if self._holds(when, values):
                return to, tuple(sorted(values.items()))
        raise AssertionError

    def moves(self, state: State) -> list[tuple[str, State]]:
        """Choices offered in a state, and where each leads."""
        scene, values = state[0], dict(state[1])
        found = []
        for number, choice in enumerate(self.tale[scene].get("choices", ()), 1):
            if not self._holds(choice.get("when"), values):
                continue
            after = {**values, **choice.get("set", {})}
            for name, by in choice.get("change", {}).items():
                after[name] = sorted((0, after[name] + by, 10))[1]
            found.append((f"c{number}", self._arm(choice["next"], after)))
        return found

    def onward(self, state: State) -> list[State]:
        """Where one can go from a state, timers off; one entry a choice."""
        way = self.tale[state[0]].get("next")
        if way:
            return [self._arm(way, dict(state[1]))]
        return [target for _name, target in self.moves(state)]

    def _states(self) -> set[State]:
        found: set[State] = set()
        waiting = [self.first]
        while waiting:
            state = waiting.pop()
            if state not in found:
                found.add(state)
                waiting += self.onward(state)
                if "timer" in self.tale[state[0]]:
                    waiting.append((self.tale[state[0]]["timer"], state[1]))
        return found

    def reachable(self) -> set[str]:
        return {scene for scene, _values in self.states}

    def _is_stuck(self, state: State) -> bool:
        return "choices" in self.tale[state[0]] and not self.onward(state)

    def stuck(self) -> set[str]:
        return {state[0] for state in self.states if self._is_stuck(state)}

    def _can_end(self, state: State) -> bool:
        seen, waiting = set(), [state]
        while waiting:
            here = waiting.pop()
            told = self.tale[here[0]]
            if told.get("ending") or told.get("stub") or self._is_stuck(here):
                return True
            if here not in seen:
                seen.add(here)
                waiting += self.onward(here)
        return False

    def endless(self) -> set[str]:
        return {state[0] for state in self.states if not self._can_end(state)}

    def never_offered(self) -> set[tuple[str, str]]:
        offered = {(state[0], name) for state in self.states for name, _to in self.moves(state)}
        return {
            (scene, f"c{number}")
            for scene in self.reachable()
            for number, _choice in enumerate(self.tale[scene].get("choices", ()), 1)
        } - offered

    def ways(self) -> Iterator[int]:
        """The number of decisions on every way that visits no state twice."""
        yield from self._ways(self.first, [])

    def _ways(self, state: State, before: list[State]) -> Iterator[int]:
        way = [*before, state]
        if self.tale[state[0]].get("ending"):
            yield sum("choices" in self.tale[scene] for scene, _values in way)
        for target in self.onward(state):
            if target not in way:
                yield from self._ways(target, way)
