"""Where a try begins: a scene, and what the story remembers on coming there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.scenario.model import Scenario, Value

Values = tuple[tuple[str, "Value"], ...]
"""What the story remembers, in the file's order."""


@dataclass(frozen=True, slots=True)
class Start:
    """A scene, and the values on entering it; what is not named is as the file has it."""

    scene: str
    values: Values = ()


def begun(scenario: Scenario, start: Start) -> Scenario | None:
    """Give the same scenario as if it began there; None if there is no such scene.

    A value that no longer fits what the file remembers is left out.
    """
    if start.scene not in scenario.scenes:
        return None
    given = dict(start.values)
    state = {
        name: given[name] if type(given.get(name)) is type(value) else value
        for name, value in scenario.state.items()
    }
    return replace(scenario, start=start.scene, state=MappingProxyType(state))
