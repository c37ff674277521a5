"""Small scenarios to try out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trainer.authoring.trying.readable import playable
from trainer.scenario.conditions import Condition, parse

if TYPE_CHECKING:
    from trainer.scenario.model import Scenario

HEAD = """format: scenario/1
id: door
title: At the door
summary: Somebody is shouted at.
language: en
setting: shop
severity: verbal
minutes: 3
authors: [Somebody]
licence: CC0-1.0
status: draft
cast:
  lin: {name: Mrs. Lin, role: targeted}
state:
  calm: 1
  helped: false
start: door
scenes:
"""

SCENES = """  door:
    text: It is loud.
    lines:
      - lin: Please stop.
      - The bell rings.
    check: The way out is free.
    choices:
      - id: wait
        act: Look on.
        d: wait
        fit: poor
        change: {calm: -1}
        feedback: {headline: Nothing., lin: Alone., why: She sees nobody.}
        next: door-again
      - id: stand
        say: Hello!
        d: distract
        fit: strong
        set: {helped: true}
        change: {calm: 1}
        feedback: {headline: Better., lin: Somebody., why: It turns her away.}
        consequence: {text: She turns., lines: [{lin: Hello.}, She breathes.]}
        next: [{when: calm >= 3, to: calm-end}, {to: door-again}]
  door-again:
    text: It goes on.
    next: [{when: helped and calm >= 2, to: talk}, {to: bad-end}]
  talk:
    text: You talk.
    choices:
      - id: back
        act: Go back to the door.
        d: delay
        fit: fair
        feedback: {headline: Back., lin: Hm., why: There is time.}
        next: door
      - id: leave
        act: Leave together.
        d: delay
        fit: strong
        when: calm >= 3
        feedback: {headline: Gone., lin: Good., why: Together.}
        next: calm-end
      - id: police
        act: Call.
        d: delegate
        fit: poor
        when: calm >= 9
        feedback: {headline: No., lin: No!, why: She did not ask.}
        next: bad-end
      - id: never
        act: Both at once.
        d: delay
        fit: fair
        when: not helped and calm >= 2
        feedback: {headline: No., lin: No., why: It cannot be.}
        next: bad-end
  calm-end:
    text: Rain.
    ending: {outcome: supported, view: Somebody was there.}
  bad-end:
    text: She is gone.
    ending: {outcome: harmed, view: Nobody was.}
  attic:
    text: Nobody comes here.
    next: bad-end
"""

TEXT = HEAD + SCENES
"""A scenario without an error, with a circle and with a scene that nobody comes to."""


def scenario(text: str = TEXT) -> Scenario:
    """Read a scenario, however unfinished."""
    found = playable(text, Path("door.yaml")).scenario
    assert found is not None
    return found


def condition(source: str) -> Condition:
    """Read a condition on ``calm``, ``brave`` and ``helped``."""
    found = parse(source, {"calm": int, "brave": int, "helped": bool, "near": bool})
    assert isinstance(found, Condition)
    return found
