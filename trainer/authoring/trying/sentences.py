"""The sentences that show while something is played, and where each of them is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.practice.snapshot import Phase
from trainer.scenario.model import YOU, YOU_THINK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.practice.session import Session
    from trainer.scenario.model import Choice, Line, Scenario


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something that shows: what it is, how it reads, and where it is written.

    ``tail`` is its path inside the scene, or inside the choice if there is one.
    """

    what: str
    text: str
    scene: str
    choice: str = ""
    tail: Path = ()


def shown(session: Session) -> tuple[Sentence, ...]:
    """Give the sentences that show now, in reading order."""
    if session.phase is Phase.FEEDBACK and session.last is not None:
        choice = session.last.choice
        if choice is not None:
            return tuple(_of_choice(session.scenario, session.scene.id, choice))
    return tuple(_of_scene(session))


def path_of(document: Document, scene: str, choice: str = "", tail: Path = ()) -> Path:
    """Give the path of something in a scene, or in a choice that is told by its id."""
    if not choice:
        return ("scenes", scene, *tail)
    there = document.data(("scenes", scene, "choices"))
    for place, one in enumerate(there if isinstance(there, list) else ()):
        if isinstance(one, dict) and one.get("id", f"choice-{place}") == choice:
            return ("scenes", scene, "choices", place, *tail)
    return ("scenes", scene)


def _of_scene(session: Session) -> Iterator[Sentence]:
    scene = session.scene
    if scene.text:
        yield Sentence(_("What happens"), scene.text, scene.id, tail=("text",))
    yield from _lines(session.scenario, scene.lines, scene.id)
    if scene.check and session.phase is Phase.DECIDING:
        yield Sentence(_("Check first"), scene.check, scene.id, tail=("check",))
    if scene.ending is not None and scene.ending.view:
        yield Sentence(_("Their own view"), scene.ending.view, scene.id, tail=("ending", "view"))


def _of_choice(scenario: Scenario, scene: str, choice: Choice) -> Iterator[Sentence]:
    yield Sentence(_("The choice"), choice.words, scene, choice.id, (choice.kind.value,))
    if choice.consequence is not None:
        if choice.consequence.text:
            tail = ("consequence", "text")
            yield Sentence(_("What follows"), choice.consequence.text, scene, choice.id, tail)
        yield from _lines(
            scenario, choice.consequence.lines, scene, choice.id, lead=("consequence",)
        )
    if choice.feedback is None:
        return

    def said(what: str, text: str, key: str) -> Sentence:
        return Sentence(what, text, scene, choice.id, ("feedback", key))

    yield said(_("In short"), choice.feedback.headline, "headline")
    for key, text in choice.feedback.about.items():
        yield said(_name(scenario, key), text, key)
    if choice.feedback.why:
        yield said(_("Why"), choice.feedback.why, "why")


def _lines(
    scenario: Scenario, lines: tuple[Line, ...], scene: str, choice: str = "", lead: Path = ()
) -> Iterator[Sentence]:
    for place, line in enumerate(lines):
        tail: Path = (*lead, "lines", place)
        if line.speaker is not None:
            tail = (*tail, line.speaker)
        yield Sentence(_name(scenario, line.speaker or ""), line.text, scene, choice, tail)


def _name(scenario: Scenario, key: str) -> str:
    if key == YOU:
        return _("You")
    if key == YOU_THINK:
        return _("You think")
    member = scenario.cast.get(key)
    return _("What happens") if member is None else member.name
