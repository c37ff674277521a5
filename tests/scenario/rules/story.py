"""Stories for the tests of the method rules: a sound one to spoil, read like any file."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from trainer.scenario import checking
from trainer.scenario.problems import Severity
from trainer.scenario.reading import read_bytes

if TYPE_CHECKING:
    from trainer.scenario.problems import Problem

Scenes = dict[str, dict[str, Any]]


def choice(name: str, d: str, to: str = "end", **more: Any) -> dict[str, Any]:
    """A choice that the rules have nothing against."""
    made: dict[str, Any] = {"id": name, "say": f"{name}.", "d": d, "next": to}
    if "own_words" in more:
        del made["say"]
        return {**made, "points": ["Short"], **more}
    if d == "delegate":
        made["to"] = "driver"
    made |= {"fit": "fair", "feedback": {"headline": "So.", "lin": "She looked up."}}
    if "act" in more:
        del made["say"]
    return {key: value for key, value in {**made, **more}.items() if value is not None}


def ending(outcome: str = "supported", **more: Any) -> dict[str, Any]:
    """An ending with its view."""
    return {"text": "Rain.", "ending": {"outcome": outcome, "view": "Someone came."}, **more}


def scene(*choices: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A scene that decides."""
    return {"text": "The bus.", "choices": list(choices), **more}


GOOD: Scenes = {
    "aboard": scene(
        choice("ask-the-way", "distract", "beside", fit="strong"),
        choice("tell-driver", "delegate", "beside"),
        lines=[{"lin": "Please leave me alone."}],
    ),
    "beside": scene(
        choice("note-it", "document", asks="recording"),
        choice("say-stop", "direct"),
        choice("are-you-all-right", "delay"),
        helping=True,
    ),
    "end": ending(),
}
"""A story without a finding: aboard, beside, end."""


def good() -> Scenes:
    """A copy of the good story, to spoil."""
    return deepcopy(GOOD)


def found(scenes: Scenes, **top: Any) -> list[Problem]:
    """Method findings of a story, in the order of the file; keys of ``top`` may be None."""
    text = written(scenes, **top)
    checked = checking.check(read_bytes(text.encode(), Path("story.yaml")))
    errors = [one for one in checked.problems if one.severity is Severity.ERROR]
    assert errors == []
    return [one for one in checked.problems if one.severity is Severity.METHOD]


def codes(scenes: Scenes, **top: Any) -> list[str]:
    """Codes of the method findings of a story."""
    return [one.code for one in found(scenes, **top)]


def written(scenes: Scenes, **top: Any) -> str:
    """A story as the text of its file."""
    whole = {
        "format": "scenario/1",
        "id": "story",
        "title": "Story",
        "summary": "A story.",
        "language": "en",
        "setting": "transit",
        "severity": "verbal",
        "minutes": 5,
        "content_notes": ["shouting"],
        "you": {"role": "rider"},
        "cast": {
            "lin": {"name": "Mrs. Lin", "role": "targeted"},
            "driver": {"name": "The driver", "role": "authority"},
        },
        "authors": ["Upstander"],
        "licence": "CC-BY-4.0",
        "status": "draft",
        "debrief": {"questions": ["What did you see?"]},
        "resources": ["stop-aapi-hate"],
        "state": {"told": False, "calm": 0},
        "start": next(iter(scenes)),
        "scenes": scenes,
    } | top
    kept = {key: value for key, value in whole.items() if value is not None}
    return yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=1000)
