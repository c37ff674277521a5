"""Small scenarios for the tests of exploring, written as short as the story allows."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from trainer.method.ds import D, Fit
from trainer.scenario.conditions import Condition, parse
from trainer.scenario.model import (
    Arm,
    CastMember,
    Choice,
    Ending,
    Feedback,
    Kind,
    Line,
    Mark,
    Outcome,
    Role,
    Scenario,
    Scene,
    Setting,
    Severity,
    Status,
    Timer,
    Value,
    You,
)

Tale = dict[str, dict[str, Any]]
"""Scenes by name: ``{"a": {"choices": [{"next": "b"}]}, "b": {"ending": True}}``."""


def scenario(
    scenes: Tale, state: dict[str, Value] | None = None, *, status: Status = Status.DRAFT
) -> Scenario:
    """A scenario from a tale; scenes stand on lines 100, 200 …, their choices after them."""
    types = {name: type(value) for name, value in (state or {}).items()}
    return Scenario(
        id="small",
        title="Small",
        summary="Small.",
        language="en",
        setting=Setting.TRANSIT,
        severity=Severity.VERBAL,
        minutes=5,
        you=You("rider"),
        cast={"lin": CastMember("lin", "Mrs. Lin", Role.TARGETED)},
        start=next(iter(scenes)),
        scenes=MappingProxyType(
            {
                name: _scene(name, told, types, 100 * number)
                for number, (name, told) in enumerate(scenes.items(), 1)
            }
        ),
        authors=("Upstander",),
        licence="CC-BY-4.0",
        status=status,
        content_hash="0" * 64,
        state=MappingProxyType(state or {}),
        state_marks=MappingProxyType({name: Mark(5, 3) for name in state or {}}),
    )


def _condition(source: str | None, types: dict[str, type]) -> Condition | None:
    if source is None:
        return None
    read = parse(source, types)
    assert isinstance(read, Condition), read
    return read


def _arms(way: Any, types: dict[str, type]) -> tuple[Arm, ...]:
    if isinstance(way, str):
        return (Arm(way),)
    return tuple(Arm(to, _condition(when, types)) for when, to in way)


def _scene(name: str, told: dict[str, Any], types: dict[str, type], line: int) -> Scene:
    return Scene(
        id=name,
        text=told.get("text", "Rain."),
        lines=tuple(Line(speaker, text) for speaker, text in told.get("lines", ())),
        choices=tuple(
            _choice(f"c{number}", choice, types, line + number)
            for number, choice in enumerate(told.get("choices", ()), 1)
        ),
        next=_arms(told.get("next", ()), types),
        ending=Ending(Outcome.MIXED, "Mine.") if told.get("ending") else None,
        stub=told.get("stub", False),
        timer=Timer(20, told["timer"]) if "timer" in told else None,
        mark=Mark(line, 3),
    )


def _choice(name: str, told: dict[str, Any], types: dict[str, type], line: int) -> Choice:
    return Choice(
        id=name,
        kind=Kind.SAY,
        words="Hello.",
        d=told.get("d", D.DISTRACT),
        fit=Fit.FAIR,
        feedback=Feedback("So."),
        next=_arms(told["next"], types),
        when=_condition(told.get("when"), types),
        set=MappingProxyType(told.get("set", {})),
        change=MappingProxyType(told.get("change", {})),
        consequence=told.get("consequence"),
        mark=Mark(line, 9),
    )
