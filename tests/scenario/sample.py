"""A scenario that uses every key, and a way to break it at one place."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.scenario.model import Mark
from trainer.scenario.reading import read_bytes

if TYPE_CHECKING:
    from trainer.scenario.files.reading import Reading
    from trainer.scenario.model import Scenario
    from trainer.scenario.problems import Problem

HERE = "‸"
"""Stands in a changed text where the problem is expected."""

TODAY = datetime.date(2026, 6, 1)

GOOD = """\
format: scenario/1
id: bus-shouting
title: Shouting on the 22 bus
summary: A man shouts at an older woman.
language: en
setting: transit
severity: verbal
minutes: 8
content_notes: [racist language, shouting]
goals:
  - Notice early, before it gets loud
backdrop: bus
authors: [Upstander]
licence: CC-BY-4.0
status: reviewed
reviewed: {by: A body, on: 2026-01-31, until: 2027-01-31}
sources:
  - "Stop AAPI Hate, national report to June 2021"
you: {role: rider, name: Sam, note: You are on your way., targeted: false}
cast:
  lin: {name: Mrs. Lin, role: targeted, pronouns: she, note: Reads.}
  grey: {name: Man in grey, role: harming}
  driver: {name: The driver, role: authority}
state:
  calm: 2
  helped: false
start: aboard
scenes:
  aboard:
    text: |
      The bus is *half* full, see [the line](https://example.org).
    soft: The bus is half full.
    lines:
      - grey: Why don't you go back?
        soft: He tells her to go.
      - lin: Please leave me alone.
      - you_think: My heart speeds up.
      - Two riders look up, and down again.
    present: [lin, grey, driver]
    check: The driver has not noticed.
    facilitator: Name the freeze.
    discuss: ["What did you notice first?"]
    content_notes: [racist language]
    skip: He says something.
    timer: {seconds: 40, then: home}
    helping: false
    emergency: true
    choices:
      - id: ask
        say: Excuse me, which stop is best?
        d: distract
        when: calm >= 1 and not helped
        set: {helped: true}
        change: {calm: -1}
        helping: true
        fit: strong
        feedback:
          headline: You gave her your attention.
          lin: She could turn away.
          you: Close, but near the door.
          why: Distraction is indirect.
        consequence:
          text: She looks up.
          lines:
            - lin: Three more.
        next: home
      - id: tell
        act: Walk to the driver.
        d: delegate
        to: driver
        asks: help
        contacts: security
        shares: recording
        fit: fair
        feedback:
          headline: A clear ask.
          lin: The bus went quiet.
        next:
          - {when: calm >= 3, to: home}
          - {to: beside}
      - id: own
        own_words: Say it in your own words
        d: direct
        points: [Names what happened, Short]
        next: beside
  beside:
    text: You sit.
    over: true
    next: later
  later: {stub: true}
  home:
    backdrop: bus
    text: Rain.
    ending: {outcome: supported, view: Someone sat down.}
debrief:
  questions: ["When did you first notice?"]
leaves_out:
  document: Nobody is helping yet.
resources: [stop-aapi-hate]
"""


def read(text: str, folder: Path = Path("nowhere")) -> Reading[Scenario]:
    """Read a text as a scenario of this folder, on a day of 2026."""
    return read_bytes(text.encode("utf-8", "surrogatepass"), folder / "bus.yaml", today=TODAY)


def changed(old: str, new: str) -> tuple[str, Mark]:
    """Put ``new`` for the first ``old``; give the text, and the place marked in it."""
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    before = text[: text.index(HERE)]
    return text.replace(HERE, ""), Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))


def seen(reading: Reading[Scenario]) -> list[tuple[str, Mark]]:
    """Codes and places of what was found."""
    return [(problem.code, problem.mark) for problem in reading.problems]


def only(reading: Reading[Scenario]) -> Problem:
    """The one problem that was found."""
    assert len(reading.problems) == 1, reading.problems
    return reading.problems[0]
