"""Reading, exploring and running agree on what a scenario does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scenario.exploring.naive import Naive
from tests.scenario.exploring.test_space import STATE, tales
from tests.scenario.small import Tale, scenario
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.scenario.exploring import ways
from trainer.scenario.exploring.space import explore
from trainer.scenario.reading import read_bytes

if TYPE_CHECKING:
    from trainer.scenario.exploring.space import Space
    from trainer.scenario.model import Value


def _way(way: Any) -> Any:
    if isinstance(way, str):
        return way
    return [{"when": when, "to": to} if when else {"to": to} for when, to in way]


def _as_file(tale: Tale) -> bytes:
    """The tale as a file of format 1; JSON is YAML."""
    scenes: dict[str, Any] = {}
    for name, told in tale.items():
        scene: dict[str, Any] = {"text": "Rain."}
        if "choices" in told:
            scene["choices"] = [
                {
                    **{key: value for key, value in choice.items() if value is not None},
                    "id": f"c{number}",
                    "say": "Hello.",
                    "d": "distract",
                    "fit": "fair",
                    "feedback": {"headline": "So."},
                    "next": _way(choice["next"]),
                }
                for number, choice in enumerate(told["choices"], 1)
            ]
        if "timer" in told:
            scene["timer"] = {"seconds": 20, "then": told["timer"]}
        if "next" in told:
            scene["next"] = _way(told["next"])
        if told.get("ending"):
            scene["ending"] = {"outcome": "mixed"}
        scenes[name] = {"stub": True} if told.get("stub") else scene
    top = {
        "format": "scenario/1", "id": "small", "title": "Small", "summary": "Small.",
        "language": "en", "setting": "transit", "severity": "verbal", "minutes": 5,
        "authors": ["Upstander"], "licence": "CC-BY-4.0", "status": "draft",
        "cast": {"lin": {"name": "Mrs. Lin", "role": "targeted"}},
        "state": STATE, "start": "s0", "scenes": scenes,
    }  # fmt: skip
    return json.dumps(top).encode()


@settings(max_examples=100, deadline=None)
@given(tales())
def test_a_file_is_explored_as_the_tale_it_tells(tale: Tale) -> None:
    reading = read_bytes(_as_file(tale), Path("small.yaml"))
    assert reading.problems == ()
    assert reading.content
    space, told = explore(reading.content), explore(scenario(tale, STATE))
    assert (space.names, space.scenes, space.targets) == (told.names, told.scenes, told.targets)
    assert len(Naive(tale, STATE).states) == len(space.scenes)
    assert ways.count(space) == ways.count(told)


def _here(space: Space, scene: str, values: dict[str, Value]) -> int:
    (state,) = (
        state
        for state in range(len(space.scenes))
        if space.scene(state).id == scene and space.values_at(state) == values
    )
    return state


@settings(max_examples=200, deadline=None)
@given(tales(), st.lists(st.integers(0, 2), max_size=8))
def test_a_run_goes_where_exploring_says(tale: Tale, picks: list[int]) -> None:
    told = scenario(tale, STATE)
    space, session = explore(told), Session(told)
    state = 0
    for pick in picks:
        assert state == _here(space, session.scene.id, dict(session.state))
        offered = [told.scenes[session.scene.id].choices[n].id for n in space.offered[state]]
        if session.phase is Phase.READING:
            session.go_on()
            (state,) = space.targets[state]
        elif session.phase is Phase.DECIDING and offered:
            assert [choice.id for choice in session.offered] == offered
            session.choose(offered[pick % len(offered)])
            session.go_on()
            state = space.targets[state][pick % len(offered)]
        else:
            assert space.targets[state] == ()
            break
