"""What was lived through in a run, in order: structured, as plain text, as Markdown.

Plain text is written to be heard: one thing on a line, names in front, no boxes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.method import ds
from trainer.practice.snapshot import Phase
from trainer.practice.view import (
    FeedbackView,
    Passage,
    Spoken,
    Voice,
    decision_view,
    scene_passage,
    your_name,
)
from trainer.practice.wording import choice_words
from trainer.scenario.texts.escaping import escaped
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.practice.course import Course
    from trainer.practice.moves import Decision
    from trainer.scenario.model import Outcome


@dataclass(frozen=True, slots=True)
class SceneEntry:
    """A scene as it was read; ``skipped`` if its hard part was left out."""

    scene: str
    passage: Passage
    skipped: bool


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """A decision and what it did; ``step`` counts from 0.

    ``tried`` is what was tried here before and taken back, in plain text.
    """

    step: int
    scene: str
    feedback: FeedbackView
    tried: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndingEntry:
    """How it ended; ``view`` is the targeted person's own, or empty.

    ``name`` is whose view it is, empty for several people.
    """

    scene: str
    outcome: Outcome
    name: str
    view: str


Entry = SceneEntry | DecisionEntry | EndingEntry


@dataclass(frozen=True, slots=True)
class Transcript:
    """A run as it was lived through. ``notes`` are what the learner wrote about it."""

    title: str
    summary: str
    entries: tuple[Entry, ...]
    notes: tuple[tuple[str, str], ...]

    def text(self) -> str:
        """Give it as plain text, without the title."""
        blocks = [block for entry in self.entries for block in _entry_text(entry)]
        blocks += [f"{plain(question)}\n{answer}" for question, answer in self.notes]
        return "\n\n".join(blocks) + "\n"

    def markdown(self) -> str:
        """Give it as a Markdown document."""
        blocks = [f"# {escaped(self.title)}", escaped(self.summary)]
        blocks += [block for entry in self.entries for block in _entry_markdown(entry)]
        if self.notes:
            blocks.append("## " + _("What you wrote"))
            for question, answer in self.notes:
                blocks += [f"**{escaped(plain(question))}**", escaped(answer)]
        return "\n\n".join(blocks) + "\n"


def transcript(session: Course) -> Transcript:
    """Give everything that was read and decided on the way to where the session stands."""
    return Transcript(
        title=session.scenario.title,
        summary=session.scenario.summary,
        entries=tuple(_entries(session)),
        notes=tuple(session.notes.items()),
    )


def targeted_name(session: Course) -> str:
    """Give whose view an ending tells: the targeted person's name, or the learner's."""
    if session.scenario.you.targeted:
        return your_name()
    people = session.scenario.targeted()
    return people[0].name if len(people) == 1 else ""


def ending_view(session: Course) -> tuple[str, str]:
    """Give whose view the ending tells, and the view; it is empty where there is none.

    Where several people are targeted, a view may name the one who speaks, as in
    ``Rey: I drove home.``; then it is theirs. Where two speak, the names stay in it.
    """
    ending = session.scene.ending
    view = ((ending.view or "") if ending else "").strip()
    names = "|".join(re.escape(member.name) for member in session.scenario.cast.values())
    speaking = re.findall(rf"^({names})\s?[:：]", view, re.MULTILINE) if names else []
    if len(speaking) == 1 and view.startswith(speaking[0]):
        return speaking[0], view[len(speaking[0]) :].lstrip(" \xa0:：")
    return targeted_name(session), view


def feedback_text(view: FeedbackView) -> str:
    """Give a feedback as plain text: what followed, for whom, why."""
    return "\n\n".join(_feedback_text(view))


def spoken_text(line: Spoken) -> str:
    """Give a line with its speaker, as plain text."""
    who = {"name": line.name, "text": line.text.strip() if line.literal else plain(line.text)}
    if line.voice is Voice.SAID and any(line.marks()):
        return _("%(name)s: “%(text)s”") % who
    if line.voice is Voice.THOUGHT:
        return _("%(name)s, to yourself: %(text)s") % who
    named = line.voice in (Voice.DONE, Voice.SAID) and not line.names_itself()
    return _("%(name)s: %(text)s") % who if named else plain(line.text)


def feedback_head(view: FeedbackView) -> str:
    """Give D, fit and headline as plain text on one line."""
    return " ".join(part for part in (_fit_words(view), plain(view.headline)) if part)


def _fit_words(view: FeedbackView) -> str:
    """Say which D a choice was and how well it fitted; empty if nobody chose."""
    if view.d is None:
        return ""
    if view.fit is None:
        return _("%(d)s, in your own words.") % {"d": ds.name(view.d)}
    return _("%(d)s. %(fit)s.") % {"d": ds.name(view.d), "fit": ds.fit_name(view.fit)}


def _entries(session: Course) -> Iterator[Entry]:
    decisions = iter(session.decisions)
    for step in session.steps:
        yield _scene(session, step.scene)
        if step.is_decision:
            yield _decision(session, next(decisions))
    if session.phase is Phase.FEEDBACK:
        return
    yield _scene(session, session.scene.id)
    ending = session.scene.ending
    if ending is not None:
        yield EndingEntry(session.scene.id, ending.outcome, *ending_view(session))


def _scene(session: Course, name: str) -> SceneEntry:
    scene = session.scenario.scenes[name]
    return SceneEntry(name, scene_passage(session, scene), session.is_skipped(scene))


def _decision(session: Course, decision: Decision) -> DecisionEntry:
    view = decision_view(session, decision)
    tried = {one.choice for one in session.all_tried if one.step == decision.step}
    words = tuple(
        choice_words(choice.kind, choice.words)
        for choice in decision.offered
        if choice.id in tried and choice is not decision.choice
    )
    return DecisionEntry(decision.step, decision.scene.id, view, words)


def _entry_text(entry: Entry) -> Iterator[str]:
    if isinstance(entry, SceneEntry):
        yield from _passage_text(entry.passage)
    elif isinstance(entry, DecisionEntry):
        if entry.feedback.made is not None:
            yield spoken_text(entry.feedback.made)
        yield from _feedback_text(entry.feedback)
        if entry.tried:
            yield _tried(entry)
    elif entry.view:
        yield view_heading(entry.name) + "\n" + plain(entry.view)


def _passage_text(passage: Passage) -> Iterator[str]:
    if passage.text.strip():
        yield plain(passage.text)
    for line in passage.lines:
        yield spoken_text(line)


def _feedback_text(view: FeedbackView) -> Iterator[str]:
    consequence = "\n".join(_passage_text(view.consequence))
    if consequence:
        yield consequence
    head = feedback_head(view)
    about = [f"{for_whom(one.name)} {plain(one.text)}" for one in view.about]
    points = [point_words(point.text, point.held) for point in view.points]
    yield "\n".join([head, *about, *points])
    if view.why:
        yield plain(view.why)


def for_whom(name: str) -> str:
    """Say for whom what follows was so; a name alone would sound as if that person said it."""
    if name == your_name():
        return _("For you:")
    return _("For %(name)s:") % {"name": name}


def point_words(text: str, held: bool) -> str:
    """Say whether own words held a point, by the learner's own tick."""
    words = _("In your words: %(point)s") if held else _("Could also be in it: %(point)s")
    return words % {"point": plain(text)}


def _tried(entry: DecisionEntry) -> str:
    tried = "\n".join(f"- {words}" for words in entry.tried)
    return _("You also tried:") + "\n" + tried


def view_heading(name: str) -> str:
    """Say whose view follows; ``name`` is empty for several people."""
    if not name:
        return _("How it was:")
    if name == your_name():
        return _("How it was for you:")
    return _("How it was for %(name)s:") % {"name": name}


def _entry_markdown(entry: Entry) -> Iterator[str]:
    if isinstance(entry, SceneEntry):
        yield from _passage_markdown(entry.passage)
    elif isinstance(entry, DecisionEntry):
        yield from _decision_markdown(entry)
    elif entry.view:
        yield "## " + escaped(view_heading(entry.name).rstrip(":"))
        yield entry.view.strip()


def _decision_markdown(entry: DecisionEntry) -> Iterator[str]:
    view = entry.feedback
    yield "## " + _("Decision %(number)s") % {"number": entry.step + 1}
    if view.made is not None:
        yield _spoken_markdown(view.made)
    yield from _passage_markdown(view.consequence)
    head = feedback_head(view)
    yield f"**{escaped(head)}**"
    about = [f"- **{escaped(for_whom(one.name))}** {one.text.strip()}" for one in view.about]
    points = [f"- {escaped(point_words(point.text, point.held))}" for point in view.points]
    if about or points:
        yield "\n".join(about + points)
    if view.why:
        yield view.why.strip()
    if entry.tried:
        yield escaped(_("You also tried:"))
        yield "\n".join(f"- {escaped(words)}" for words in entry.tried)


def _passage_markdown(passage: Passage) -> Iterator[str]:
    if passage.text.strip():
        yield passage.text.strip()
    for line in passage.lines:
        yield _spoken_markdown(line)


def _spoken_markdown(line: Spoken) -> str:
    text = escaped(line.text) if line.literal else " ".join(line.text.split())
    if line.voice is Voice.NARRATION:
        return text
    if line.voice is Voice.THOUGHT:
        return f"> **{escaped(line.name)}** {text}"
    if line.voice is Voice.DONE or not any(line.marks()):
        return f"**{escaped(line.name)}:** {text}"
    return f"**{escaped(line.name)}:** " + _("“%(text)s”") % {"text": text}
