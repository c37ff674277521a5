"""What is shown now, as plain data: the same for window, terminal and projector.

Texts are Markdown as written; whoever shows them renders or strips them. The options
(soften, skip) are applied here, so that no front can forget them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.method.ds import D, Fit
from trainer.practice.snapshot import Phase
from trainer.scenario.model import YOU, YOU_THINK, Kind, Role
from trainer.scenario.texts import markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.practice.course import Course
    from trainer.practice.moves import Decision
    from trainer.scenario.model import CastMember, Choice, Line, Scenario, Scene


class Voice(StrEnum):
    """How a line is to be heard. DONE is told of somebody by name, and never in quotation marks."""

    SAID = "said"
    DONE = "done"
    THOUGHT = "thought"
    NARRATION = "narration"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line of dialogue, or of what the learner does.

    ``speaker`` is a key of the cast, ``you`` or None (narration); ``name`` is what to
    write beside it, empty for narration; ``role`` is None for the learner. ``literal``
    marks the learner's own words: plain text, never to be read as Markdown.
    """

    voice: Voice
    text: str
    speaker: str | None = None
    name: str = ""
    role: Role | None = None
    literal: bool = False

    def names_itself(self) -> bool:
        """Tell whether what was done says already who did it: "You stay", after "You"."""
        begins = markup.plain(self.text).casefold().split()[:1]
        return self.voice is Voice.DONE and begins == [self.name.casefold()]

    def marks(self) -> tuple[str, str]:
        """Give the quotation marks to put around the text; nothing where it has its own."""
        if self.voice is not Voice.SAID or markup.has_quotation_marks(self.text):
            return "", ""
        before, _text, behind = _("“%(text)s”").partition("%(text)s")
        return before, behind


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the lines after it; ``text`` may be empty."""

    text: str = ""
    lines: tuple[Spoken, ...] = ()


@dataclass(frozen=True, slots=True)
class SceneView:
    """A scene as it is to be shown.

    ``skipped`` tells that ``text`` is what is read instead of the hard part, and then
    there are no lines. ``seconds`` is the timer, or None when no timer runs.
    """

    scene: str
    text: str
    lines: tuple[Spoken, ...]
    skipped: bool
    can_skip: bool
    content_notes: tuple[str, ...]
    backdrop: str | None
    present: tuple[CastMember, ...]
    questions: tuple[str, ...]
    facts: str | None
    seconds: int | None


@dataclass(frozen=True, slots=True)
class About:
    """What a choice did for one person; ``speaker`` is a cast key or ``you``."""

    speaker: str
    name: str
    role: Role | None
    text: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """A choice that would have fitted as well, and why."""

    choice: str
    words: str
    kind: Kind
    d: D
    fit: Fit
    why: str


@dataclass(frozen=True, slots=True)
class Point:
    """A point that own words may hold; ``held`` is the learner's own tick."""

    text: str
    held: bool


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """What a choice did, for whom, and what else would have fitted.

    ``about`` names the targeted people first, then the others, then the learner.
    ``d`` and ``fit`` are None when the timer decided, ``fit`` and ``why`` also for own
    words, which nobody judges.
    """

    made: Spoken | None
    d: D | None
    fit: Fit | None
    to: CastMember | None
    headline: str
    about: tuple[About, ...]
    why: str
    points: tuple[Point, ...]
    consequence: Passage
    alternatives: tuple[Alternative, ...]
    timed_out: bool


def your_name() -> str:
    """Give the name by which the learner is told what happened."""
    return _("You")


def scene_view(session: Course) -> SceneView:
    """Give the current scene as it is to be shown under the session's options."""
    scene, scenario = session.scene, session.scenario
    passage = scene_passage(session, scene)
    timed = session.options.timed and scene.timer and session.phase is Phase.DECIDING
    return SceneView(
        scene=scene.id,
        text=passage.text,
        lines=passage.lines,
        skipped=session.skipped,
        can_skip=session.can_skip,
        content_notes=scene.content_notes,
        backdrop=scene.backdrop or scenario.backdrop,
        present=_present(scenario, scene),
        questions=check_questions(scenario),
        facts=scene.check,
        seconds=scene.timer.seconds if timed and scene.timer else None,
    )


def scene_passage(session: Course, scene: Scene) -> Passage:
    """Give what is read in any scene of the run, soft and skip applied."""
    if scene.skip is not None and session.is_skipped(scene):
        return Passage(scene.skip)
    return passage(session.scenario, scene, soften=session.options.soften)


def passage(scenario: Scenario, scene: Scene, *, soften: bool) -> Passage:
    """Give what is read in a scene, nothing of it skipped; one that is planned says so."""
    if scene.stub:
        return Passage(_("The story is not written any further here."))
    softened = soften and scene.soft is not None
    text = scene.soft if softened else scene.text
    return Passage(text or "", _spoken(scenario, scene.lines, soften))


def feedback_view(session: Course) -> FeedbackView | None:
    """Give the feedback of the latest decision; None before the first."""
    return None if session.last is None else decision_view(session, session.last)


def decision_view(session: Course, decision: Decision) -> FeedbackView:
    """Give the feedback of any decision of the run."""
    choice, scenario = decision.choice, session.scenario
    if choice is None:
        return _timed_out(decision)
    feedback = choice.feedback
    return FeedbackView(
        made=_made(decision, choice),
        d=choice.d,
        fit=choice.fit,
        to=scenario.cast.get(choice.to) if choice.to else None,
        headline=feedback.headline if feedback else "",
        about=about(scenario, choice),
        why=(feedback.why or "") if feedback else "",
        points=tuple(
            Point(text, index in decision.ticked) for index, text in enumerate(choice.points)
        ),
        consequence=_consequence(session, choice),
        alternatives=alternatives(decision),
        timed_out=False,
    )


def _consequence(session: Course, choice: Choice) -> Passage:
    """Give what is seen at once after a choice."""
    consequence = choice.consequence
    if consequence is None:
        return Passage()
    lines = _spoken(session.scenario, consequence.lines, session.options.soften)
    return Passage(consequence.text or "", lines)


def fits_well(choice: Choice) -> bool:
    """Tell whether a choice may be suggested: it fits, and nobody is harmed by it."""
    return choice.fit in (Fit.STRONG, Fit.FAIR) and choice.d is not D.HARM


def alternatives(decision: Decision) -> tuple[Alternative, ...]:
    """Give the other offered choices that fit, by D, strong before fair."""
    fitting = [
        Alternative(other.id, other.words, other.kind, other.d, other.fit, _reason(other))
        for other in decision.offered
        if other is not decision.choice and other.fit is not None and fits_well(other)
    ]
    order, fits = list(D), list(Fit)
    return tuple(sorted(fitting, key=lambda one: (order.index(one.d), fits.index(one.fit))))


def _made(decision: Decision, choice: Choice) -> Spoken:
    """Give what the learner said or did; own words if there are any."""
    if choice.kind is Kind.OWN_WORDS and decision.words.strip():
        return Spoken(Voice.SAID, decision.words, YOU, your_name(), literal=True)
    voice = Voice.SAID if choice.kind is Kind.SAY else Voice.DONE
    return Spoken(voice, choice.words, YOU, your_name())


def _present(scenario: Scenario, scene: Scene) -> tuple[CastMember, ...]:
    """Give who is in the picture: the scene's ``present``, else whoever speaks."""
    keys: Iterable[str] = scene.present or (line.speaker or "" for line in scene.lines)
    return tuple(scenario.cast[key] for key in dict.fromkeys(keys) if key in scenario.cast)


def check_questions(scenario: Scenario) -> tuple[str, ...]:
    """Give the four questions to ask oneself before any D."""
    if scenario.you.targeted:
        return (
            _("Am I safe?"),
            _("Is there a way out?"),
            _("Who else is here?"),
            _("What do I want?"),
        )
    targeted = scenario.targeted()
    if len(targeted) == 1:
        who = {"name": targeted[0].name}
        return (
            _("Am I safe?"),
            _("Is %(name)s safe?") % who,
            _("Who else is here?"),
            _("What does %(name)s want?") % who,
        )
    if len(targeted) == 2:
        both = {"one": targeted[0].name, "other": targeted[1].name}
        return (
            _("Am I safe?"),
            _("Are %(one)s and %(other)s safe?") % both,
            _("Who else is here?"),
            _("What do %(one)s and %(other)s want?") % both,
        )
    return (
        _("Am I safe?"),
        _("Are the people it is aimed at safe?"),
        _("Who else is here?"),
        _("What do they want?"),
    )


def _timed_out(decision: Decision) -> FeedbackView:
    return FeedbackView(
        made=None,
        d=None,
        fit=None,
        to=None,
        headline=_("The moment passed. That happens; it moves fast."),
        about=(),
        why="",
        points=(),
        consequence=Passage(),
        alternatives=alternatives(decision),
        timed_out=True,
    )


def _reason(choice: Choice) -> str:
    feedback = choice.feedback
    return (feedback.why or feedback.headline) if feedback else ""


def about(scenario: Scenario, choice: Choice) -> tuple[About, ...]:
    """Give what a choice did, for whom: targeted people first, the learner last."""
    if choice.feedback is None:
        return ()
    found = [
        About(key, your_name(), None, text)
        if key == YOU
        else About(key, scenario.cast[key].name, scenario.cast[key].role, text)
        for key, text in choice.feedback.about.items()
    ]
    targeted_here = scenario.you.targeted
    return tuple(sorted(found, key=lambda one: _rank(one, targeted_here)))


def _rank(about: About, you_are_targeted: bool) -> int:
    """Targeted people first, then the others, then the learner who is not targeted."""
    if about.role is Role.TARGETED or (about.speaker == YOU and you_are_targeted):
        return 0
    return 2 if about.speaker == YOU else 1


def _spoken(scenario: Scenario, lines: tuple[Line, ...], soften: bool) -> tuple[Spoken, ...]:
    return tuple(_line(scenario, line, soften) for line in lines)


def _line(scenario: Scenario, line: Line, soften: bool) -> Spoken:
    softened = soften and line.soft is not None
    text = line.soft if softened and line.soft is not None else line.text
    # A softened line tells what somebody says; it is not what they say.
    voice = Voice.DONE if softened else Voice.SAID
    if line.speaker is None:
        return Spoken(Voice.NARRATION, text)
    if line.speaker == YOU_THINK:
        return Spoken(Voice.THOUGHT, text, YOU, your_name())
    if line.speaker == YOU:
        return Spoken(voice, text, YOU, your_name())
    member = scenario.cast[line.speaker]
    return Spoken(voice, text, member.key, member.name, member.role)
