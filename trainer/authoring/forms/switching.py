"""Saying that a scene goes on another way, or that a choice is made another way.

What has no place there any more goes with the same step; the words of a choice stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.authoring.forms.known import at_first
from trainer.authoring.outline import Kind
from trainer.authoring.scenes.naming import from_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data

WAYS_ON: Final = (Kind.CHOICES, Kind.NEXT, Kind.ENDING, Kind.STUB)
"""How a scene can go on, as keys of the scene."""

MADE: Final = ("say", "act", "own_words")
"""How a choice can be made, as keys of the choice."""

_FRESH: Final = {Kind.NEXT: "", Kind.ENDING: {"outcome": ""}, Kind.STUB: "true"}


def way_on(step: Step, document: Document, scene: Path, to: Kind) -> None:
    """Let a scene go on by choices, go straight on, end the story, or be planned only.

    Raises:
        CannotChangeError: the scene is not there, or the text is broken.

    """
    there = document.data(scene)
    assert isinstance(there, dict)
    going = [kind.value for kind in WAYS_ON if kind is not to and kind.value in there]
    if to is not Kind.CHOICES and "timer" in there:
        going.append("timer")
    if to.value not in there:
        fresh = [fresh_choice([])] if to is Kind.CHOICES else _FRESH[to]
        step.put(document, (*scene, to.value), fresh)
    for key in going:
        step.put(document, (*scene, key), None)
    if to is not Kind.STUB and "text" not in there and "lines" not in there:
        step.put(document, (*scene, "text"), "")
        seen = at_first(document)
        if seen and "present" not in there:
            step.put(document, (*scene, "present"), seen)


def fresh_choice(taken: Collection[str], words: str = "") -> dict[str, Data]:
    """Give a choice to begin with, with a place for all that it needs."""
    return {
        "id": from_words(words, taken, "choice"),
        "act": words,
        "d": "",
        "fit": "",
        "feedback": {"headline": ""},
        "next": "",
    }


def made(step: Step, document: Document, choice: Path, to: str) -> None:
    """Let a choice be said, done, or in the learner's own words; what it says stays.

    Raises:
        CannotChangeError: the choice is not there, or the text is broken.

    """
    there = document.data(choice)
    assert isinstance(there, dict)
    before = [key for key in MADE if key in there]
    if to not in before:
        if before:
            step.rename(document, (*choice, before[0]), to)
        else:
            step.put(document, (*choice, to), "")
    for key in before[1:] if to not in before else [one for one in before if one != to]:
        step.put(document, (*choice, key), None)
    gone = "fit" if to == "own_words" else "points"
    if gone in there:
        step.put(document, (*choice, gone), None)


def spoken_by(step: Step, document: Document, line: Path, who: str) -> None:
    """Let somebody else say a line; nobody is narration, which is not softened.

    Raises:
        CannotChangeError: the line is not there, or the text is broken.

    """
    there = document.data(line)
    before = speaker(there)
    if who == before:
        return
    said = there if isinstance(there, str) else (there or {}).get(before, "")
    if not who:
        step.put(document, line, said)
    elif isinstance(there, dict) and before:
        step.rename(document, (*line, before), who)
    elif isinstance(there, dict):
        step.put(document, line, {who: said, **there})
    else:
        step.put(document, line, {who: said})


def speaker(line: Data) -> str:
    """Give who says a line, as it is written; empty for narration."""
    if not isinstance(line, dict):
        return ""
    return next((name for name in line if name != "soft"), "")
