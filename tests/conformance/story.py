"""What the conformance tests share: a scenario to change, short stories, and the command.

A text may hold ``«`` where a problem is expected; :func:`marked` takes the marks out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pytest

TODAY = "2026-01-01"

GOOD = """\
format: scenario/1
id: bus-small
title: Shouting on the bus
summary: A man shouts at an older woman.
language: en
setting: transit
severity: verbal
minutes: 8
content_notes: [racist language]
goals:
  - Notice early
authors: [Upstander]
licence: CC-BY-4.0
status: draft
sources:
  - "A report"
you: {role: rider, note: You are on your way to work.}
cast:
  lin: {name: Mrs. Lin, role: targeted, pronouns: she}
  grey: {name: Man in grey, role: harming}
  driver: {name: The driver, role: authority}
state:
  calm: 2
  helped: false
start: look-up
scenes:
  aboard:
    text: |
      The bus is half full.

      Rain runs down the window.
    lines:
      - grey: Why don't you go back?
        soft: He tells her to go back.
      - lin: Please leave me alone.
      - Two riders look up.
    check: Two riders look over.
    choices:
      - id: ask
        say: Excuse me, which stop is best?
        d: distract
        when: calm >= 1 and not helped
        set: {helped: true}
        change: {calm: 1}
        fit: strong
        feedback:
          headline: You gave her your attention.
          lin: She had a reason to turn away.
          why: You do not speak of the harassment.
        next: beside
      - id: tell
        act: Walk to the driver.
        d: delegate
        to: driver
        fit: fair
        feedback:
          headline: A clear ask.
          lin: The bus went quiet.
        next:
          - {when: helped, to: beside}
          - {to: she-leaves}
      - id: own
        own_words: Say it in your own words
        d: direct
        points: [Short, Calm]
        next: beside
  beside:
    text: She turns to you.
    next: her-stop
  look-up:
    text: You look up from your phone.
    choices:
      - id: look
        act: Keep looking.
        d: delay
        set: {helped: true}
        fit: fair
        feedback: {headline: You saw it., lin: Nobody yet.}
        next: aboard
      - id: away
        act: Look away again.
        d: distract
        fit: fair
        feedback: {headline: You missed it., lin: Nobody.}
        next: aboard
  she-leaves:
    text: She gets off early.
    ending: {outcome: mixed, view: I walked the rest.}
  her-stop:
    over: true
    text: Rain.
    ending:
      outcome: supported
      view: Someone sat down.
debrief:
  questions: ["When did you notice?"]
leaves_out: {document: Nobody is helping yet.}
resources: [stop-aapi-hate]
"""


@dataclass(frozen=True)
class Told:
    """What the command said of one file; method findings are left out."""

    status: int
    id: str | None
    problems: tuple[dict[str, Any], ...]
    analysis: dict[str, Any] | None

    @property
    def codes(self) -> list[str]:
        return [problem["code"] for problem in self.problems]

    @property
    def places(self) -> list[tuple[str, int, int]]:
        return [(p["code"], p["line"], p["column"]) for p in self.problems]

    @property
    def one(self) -> dict[str, Any]:
        assert len(self.problems) == 1, self.problems
        return self.problems[0]


class Command:
    """``upstander`` in this process, in a folder of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def put(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def run(self, *given: str | Path) -> tuple[int, str, str]:
        status = main([str(one) for one in given])
        out, err = self.capsys.readouterr()
        return status, out, err

    def files(self, *given: str | Path) -> tuple[int, list[dict[str, Any]]]:
        status, out, err = self.run("check", "--json", "--today", TODAY, *given)
        assert err == ""
        told = json.loads(out)
        assert list(told) == ["files"]
        return status, told["files"]

    def check(self, text: str | bytes, *given: str, name: str = "bus.yaml") -> Told:
        status, (said,) = self.files(self.put(name, text), *given)
        problems = tuple(p for p in said["problems"] if p["severity"] != "method")
        return Told(status, said["id"], problems, said["analysis"])

    def play(self, text: str, choose: str) -> dict[str, Any]:
        path = self.put("bus.yaml", text)
        status, out, err = self.run("play", path, "--choose", choose, "--json")
        assert (status, err) == (0, "")
        told: dict[str, Any] = json.loads(out)
        return told


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """``text`` without its marks, and the line and column of each, from 1."""
    places = []
    line = column = 1
    clean = []
    for character in text:
        if character == "«":
            places.append((line, column))
            continue
        clean.append(character)
        if character == "\n":
            line, column = line + 1, 1
        else:
            column += 1
    return "".join(clean), places


def changed(*changes: tuple[str, str], text: str = GOOD) -> str:
    """``text`` after each change of an old part that it has once."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} must be there once"
        text = text.replace(old, new)
    return text


def choice(name: str, leads: Any, /, **more: Any) -> dict[str, Any]:
    """A choice that has what it needs; ``more`` comes on top, None leaves a key out."""
    whole: dict[str, Any] = {"id": name, "say": "Hello.", "d": "direct", "fit": "fair"}
    whole["feedback"] = {"headline": "Well."}
    whole["next"] = leads
    whole.update(more)
    return {key: value for key, value in whole.items() if value is not None}


def fork(*choices: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"text": "Now.", "choices": list(choices), **more}


def go(to: Any) -> dict[str, Any]:
    return {"text": "On.", "next": to}


def end(outcome: str = "mixed", **more: Any) -> dict[str, Any]:
    return {"text": "Home.", "ending": {"outcome": outcome}, **more}


def story(scenes: Mapping[str, Any], state: Mapping[str, Any] | None = None, **more: Any) -> str:
    """A whole scenario that starts at the first scene; a scene stands on one line.

    The scenes are written as JSON, which is YAML too; ``more`` replaces keys of the file.
    """
    whole: dict[str, Any] = {
        "format": "scenario/1", "id": "small", "title": "Small", "summary": "Short.",
        "language": "en", "setting": "transit", "severity": "verbal", "minutes": 5,
        "authors": ["Us"], "licence": "CC-BY-4.0", "status": "draft",
        "cast": {"lin": {"name": "Lin", "role": "targeted"}},
    }  # fmt: skip
    if state:
        whole["state"] = dict(state)
    whole["start"] = next(iter(scenes))
    whole.update(more)
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in whole.items()]
    lines.append("scenes:")
    lines += [
        f"  {name}: {json.dumps(scene, ensure_ascii=False)}" for name, scene in scenes.items()
    ]
    return "\n".join(lines) + "\n"


def figures(told: Told, *names: str) -> Sequence[Any]:
    assert told.analysis is not None, told.problems
    return tuple(told.analysis[name] for name in names)
