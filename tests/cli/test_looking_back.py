from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from tests.practice.story import BUS
from trainer.cli.looking_back import lines
from trainer.method.ds import Fit
from trainer.practice.debrief import debrief
from trainer.practice.session import Options, Session
from trainer.practice.snapshot import Phase
from trainer.scenario.model import Kind, Scenario


def told(scenario: Scenario, *choices: str) -> list[str]:
    """The lines after these choices; ``timer`` lets the time run out."""
    session = Session(scenario, options=Options(timed=True))
    for choice in ("", *choices):
        if choice == "timer":
            session.time_out()
        elif choice:
            session.choose(choice, words="Nobody *asked* you." if choice == "own" else "")
            session.go_on()
        while session.phase is Phase.READING:
            session.go_on()
    return list(lines(debrief(session)))


def test_each_part_stands_apart_and_has_its_heading() -> None:
    assert told(BUS, "ask", "report") == [
        "",
        "How it was for Mrs. Lin:",
        "It ended sooner.",
        "",
        "The five D’s you used:",
        "Distract: once",
        "Delegate: once",
        "",
        "What you could try next:",
        "Decision 2, where you said “Words of report.”",
        "Your choice here was a poor fit. Others fit better, here and now.",
        "",
        "Where to get help:",
        "- Stop AAPI Hate",
    ]


def test_a_decision_is_named_by_what_was_done_in_it() -> None:
    poor = replace(BUS.scenes["shouts"].choices[0], fit=Fit.POOR)
    choices = (poor, *BUS.scenes["shouts"].choices[1:])
    shouts = replace(BUS.scenes["shouts"], choices=choices)
    scenario = replace(BUS, scenes=MappingProxyType({**BUS.scenes, "shouts": shouts}))
    assert poor.kind is Kind.ACT
    assert "Decision 1, where you chose “Sit down beside Mrs. Lin.”" in told(
        scenario, "ask", "are-you"
    )
    only = replace(BUS.scenes["turns"], choices=BUS.scenes["turns"].choices[1:2])
    scenario = replace(BUS, scenes=MappingProxyType({**BUS.scenes, "turns": only}))
    assert "Decision 1, where you said “Nobody *asked* you.”" in told(scenario, "own", "timer")
    assert "Decision 1, where the moment passed." in told(scenario, "timer", "timer")


def test_what_there_is_nothing_to_say_about_is_left_out() -> None:
    bare = replace(BUS, resources=())
    assert told(bare, "timer", "timer")[:1] == [""]
    assert not any("five D" in line or "help" in line for line in told(bare, "timer", "timer"))
    assert "The story is not written further than this." in told(BUS, "ask", "plan")
