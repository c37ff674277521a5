"""Scenario files for the tests, made from one small good one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
format: scenario/1
id: small
title: Small
summary: Someone stares.
language: en
setting: transit
severity: verbal
minutes: 5
authors: [Upstander]
licence: CC-BY-4.0
status: draft
cast:
  lin: {name: Mrs. Lin, role: targeted}
start: aboard
scenes:
  aboard:
    text: It rains.
    choices:
      - id: sit
        act: Sit beside her.
        d: delay
        fit: fair
        feedback: {headline: You sat down., lin: She moved her bag.}
        next: off
      - id: ask
        say: Which stop is it?
        d: distract
        fit: fair
        feedback: {headline: You asked., lin: She knew.}
        next: off
  off:
    text: She gets off.
    lines: [{lin: Thank you.}]
    ending: {outcome: mixed, view: It rained.}
debrief: {questions: [What did you see?]}
leaves_out: {delegate: Nobody is near., document: Nobody is helping., direct: She did it herself.}
content_notes: [staring]
resources: [stop-aapi-hate]
"""


def good(**ids: str) -> str:
    """The good scenario, perhaps with another ``id``, ``title`` …"""
    text = GOOD
    for key, value in ids.items():
        (line,) = (line for line in GOOD.splitlines() if line.startswith(f"{key}: "))
        text = text.replace(line, f"{key}: {value}")
    return text


def changed(*changes: tuple[str, str]) -> str:
    """The good scenario with each first text replaced by its second, once."""
    text = GOOD
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


def put(path: Path, text: str) -> Path:
    """Write a file, its folders included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def line_of(text: str, part: str) -> int:
    """Line of the first place where ``part`` stands, from 1."""
    return text[: text.index(part)].count("\n") + 1
