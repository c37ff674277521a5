"""What there is to look back on after a run: plain data, and a Markdown document.

Nothing here counts points. The five D's are shown with how often and how well they
fitted; that one was not used is never a reason to suggest anything.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trainer.language import N_, _, ngettext
from trainer.method import ds
from trainer.method.ds import FIVE_DS, D, Fit
from trainer.practice import outlook
from trainer.practice.transcript import ending_view, feedback_head, targeted_name, view_heading
from trainer.practice.view import Alternative, FeedbackView, Voice, alternatives, decision_view
from trainer.practice.wording import choice_words, resource_names
from trainer.scenario import kind_words
from trainer.scenario.model import Outcome
from trainer.scenario.texts.escaping import escaped
from trainer.scenario.texts.markup import plain
from trainer.shortening import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from trainer.practice.course import Course
    from trainer.practice.moves import Decision


@dataclass(frozen=True, slots=True)
class PathPoint:
    """A decision of the path; ``step`` counts from 0, ``words`` are what was said or done."""

    step: int
    scene: str
    words: str
    feedback: FeedbackView


@dataclass(frozen=True, slots=True)
class DUse:
    """How often a D was used, and how often with which fit (None: own words)."""

    d: D
    name: str
    count: int
    fits: tuple[tuple[Fit | None, int], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question to think about, and what the learner wrote."""

    question: str
    note: str


class Why(StrEnum):
    """Why something is suggested."""

    POOR_FIT = "poor-fit"
    FAIR_FIT = "fair-fit"
    BETTER_ENDING = "better-ending"
    ANOTHER_WAY = "another-way"


_MOST: Final = 2
"""Suggestions at most; more would read as a list of faults."""

_WEAKER: Final = {Fit.POOR: (Fit.STRONG, Fit.FAIR), Fit.FAIR: (Fit.STRONG,)}
"""Fits that leave something better to try, the poorest first, and what is better."""

_WEAKER_REASONS: Final = {
    Fit.POOR: (
        Why.POOR_FIT,
        N_("Your choice here was a poor fit. Others fit better, here and now."),
    ),
    Fit.FAIR: (
        Why.FAIR_FIT,
        N_("Your choice here was a fair fit. Something else fits better still."),
    ),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A decision worth playing again: number ``step`` (from 0), and what fits there.

    ``reason`` is a sentence in the reader's language.
    """

    why: Why
    step: int
    scene: str
    reason: str
    choices: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Debrief:
    """What there is to look back on.

    ``ds`` are the five in their order, unused ones with a count of 0; ``beside`` what
    else was used of waiting and harm. ``view_of`` is whose view ``view`` tells, empty
    for several people. ``resources`` are entries of the help directory, by key with names.
    ``unwritten`` tells that it has come to a scene that is planned, and not written.
    """

    title: str
    outcome: Outcome | None
    view_of: str
    view: str
    path: tuple[PathPoint, ...]
    ds: tuple[DUse, ...]
    beside: tuple[DUse, ...]
    questions: tuple[Question, ...]
    try_next: tuple[Suggestion, ...]
    resources: Mapping[str, str]
    unwritten: bool = False


def debrief(session: Course) -> Debrief:
    """Look back on a run, from wherever it stands; without an ending there is no view."""
    scenario, ending = session.scenario, session.scene.ending
    view_of, view = ending_view(session)
    uses = _uses(session)
    return Debrief(
        title=scenario.title,
        outcome=ending.outcome if ending else None,
        view_of=view_of,
        view=view,
        path=tuple(_point(session, decision) for decision in session.decisions),
        ds=tuple(uses[d] for d in FIVE_DS),
        beside=tuple(use for d, use in uses.items() if d not in FIVE_DS and use.count),
        questions=tuple(
            Question(question, session.notes.get(question, "")) for question in scenario.questions
        ),
        try_next=tuple(_suggestions(session)),
        resources=resource_names(scenario),
        unwritten=session.scene.stub,
    )


def debrief_markdown(session: Course) -> str:
    """Give the debrief as a Markdown document."""
    found = debrief(session)
    blocks = [f"# {escaped(found.title)}"]
    blocks += _ending_blocks(found)
    blocks += _path_blocks(found)
    blocks += _ds_blocks(found)
    blocks += _question_blocks(found, session)
    blocks += _next_blocks(found)
    return "\n\n".join(blocks) + "\n"


def times(count: int) -> str:
    """Say how often, in words a person would use; nothing for none, for none is owed."""
    if count == 0:
        return ""
    if count == 1:
        return _("once")
    if count == 2:
        return _("twice")
    return ngettext("%(count)s time", "%(count)s times", count) % {"count": count}


def where(point: PathPoint) -> str:
    """Name a decision by what was done in it; ids of scenes are for authors."""
    number = {"number": point.step + 1}
    made = point.feedback.made
    if made is None:
        return _("Decision %(number)s, where the moment passed.") % number
    words = made.text if made.literal else plain(made.text)
    known = {**number, "words": shortened(words)}
    if made.voice is Voice.SAID:
        return _("Decision %(number)s, where you said “%(words)s”") % known
    return _("Decision %(number)s, where you chose “%(words)s”") % known


def held_back(found: Debrief) -> str:
    """Say how often the learner waited, one sentence beside the five D's; empty if never.

    Of choices that added to the harm nothing is said here: each has had its feedback.
    """
    count = sum(use.count for use in found.beside if use.d is D.WAIT)
    return _("You also waited %(times)s.") % {"times": times(count)} if count else ""


def _point(session: Course, decision: Decision) -> PathPoint:
    view = decision_view(session, decision)
    words = view.made.text if view.made else view.headline
    return PathPoint(decision.step, decision.scene.id, words, view)


def _uses(session: Course) -> dict[D, DUse]:
    counted: dict[D, Counter[Fit | None]] = {d: Counter() for d in D}
    for decision in session.decisions:
        if decision.choice is not None:
            counted[decision.choice.d][decision.choice.fit] += 1
    return {
        d: DUse(
            d,
            ds.name(d),
            fits.total(),
            tuple((fit, fits[fit]) for fit in (*Fit, None) if fits[fit]),
        )
        for d, fits in counted.items()
    }


def _suggestions(session: Course) -> list[Suggestion]:
    """Suggest what matters most: a poor fit before a fair one, earlier before later.

    Only when none of these is left out, a decision is added from which it ends otherwise.
    """
    weaker = [
        (decision, fit, better)
        for fit in _WEAKER
        for decision in session.decisions
        if (better := _better(decision, fit))
    ]
    found: list[Suggestion] = []
    for decision, fit, better in weaker[:_MOST]:
        why, reason = _WEAKER_REASONS[fit]
        words = _("Here, too, something else fits better.") if found else _(reason)
        found.append(Suggestion(why, decision.step, decision.scene.id, words, better))
    if len(found) < _MOST and session.scene.ending is not None:
        found += _other_way(session, session.scene.ending.outcome, found)
    return found


def _better(decision: Decision, fit: Fit) -> tuple[Alternative, ...]:
    """Give what fits better than a choice that fits as ``fit`` says; else nothing."""
    if decision.choice is None or decision.choice.fit is not fit:
        return ()
    return tuple(one for one in alternatives(decision) if one.fit in _WEAKER[fit])


def _other_way(
    session: Course, outcome: Outcome, suggested: Sequence[Suggestion]
) -> Iterator[Suggestion]:
    """Suggest a decision from which fitting choices lead to another ending, if there is one."""
    found = outlook.other_way(session, outcome)
    if found is None or any(one.step == found.step for one in suggested):
        return
    decision = session.decisions[found.step]
    fitting = tuple(one for one in alternatives(decision) if one.choice in found.choices)
    if outcome is not Outcome.SUPPORTED:
        reason = _better_for(session)
        yield Suggestion(Why.BETTER_ENDING, found.step, decision.scene.id, reason, fitting)
    elif not suggested:
        reason = _("Another choice fits here as well. There is more than one good way.")
        yield Suggestion(Why.ANOTHER_WAY, found.step, decision.scene.id, reason, fitting)


def _better_for(session: Course) -> str:
    """Say for whom it ends better from here."""
    if session.scenario.you.targeted:
        return _("From here there is a way that ends better for you.")
    name = targeted_name(session)
    if name:
        return _("From here there is a way that ends better for %(name)s.") % {"name": name}
    return _("From here there is a way that ends better for the people targeted.")


def _ending_blocks(found: Debrief) -> Iterator[str]:
    if found.outcome is not None:
        yield kind_words.ended(found.outcome)
    if found.unwritten:
        yield _("The story is not written any further here.")
    if found.view:
        yield "## " + escaped(view_heading(found.view_of).rstrip(":"))
        yield found.view.strip()


def _path_blocks(found: Debrief) -> Iterator[str]:
    yield "## " + _("Your path")
    if not found.path:
        yield _("No decision was made.")
    for point in found.path:
        literal = point.feedback.made is not None and point.feedback.made.literal
        words = escaped(point.words) if literal else escaped(plain(point.words))
        yield f"{point.step + 1}. {words}"
        told = feedback_head(point.feedback)
        if point.feedback.made is not None and told:
            yield f"   {escaped(told)}"
        if point.feedback.alternatives:
            yield "   " + _("What else would have fitted:")
            yield "\n".join(f"   - {line}" for line in _fitting(point.feedback.alternatives))


def _fitting(choices: tuple[Alternative, ...]) -> Iterator[str]:
    for one in choices:
        yield _("%(d)s, %(fit)s: %(words)s") % {
            "d": ds.name(one.d),
            "fit": ds.fit_name(one.fit),
            "words": escaped(choice_words(one.kind, one.words)),
        }


def _ds_blocks(found: Debrief) -> Iterator[str]:
    used = [use for use in found.ds if use.count]
    if used:
        yield "## " + _("The five D’s you used")
        yield "\n".join(f"- {_use_words(use)}" for use in used)
        if held_back(found):
            yield held_back(found)


def _use_words(use: DUse) -> str:
    fits = [
        _("%(fit)s: %(times)s") % {"fit": ds.fit_name(fit), "times": times(count)}
        for fit, count in use.fits
        if fit is not None
    ]
    known = {"d": use.name, "times": times(use.count), "fits": "; ".join(fits)}
    return (_("%(d)s: %(times)s (%(fits)s)") if fits else _("%(d)s: %(times)s")) % known


def _question_blocks(found: Debrief, session: Course) -> Iterator[str]:
    asked = {one.question for one in found.questions}
    other = [Question(*note) for note in session.notes.items() if note[0] not in asked]
    if found.questions or other:
        yield "## " + _("To think about")
    for one in (*found.questions, *other):
        yield one.question.strip()
        if one.note:
            yield "> " + escaped(one.note).replace("\n", "\n> ")


def _next_blocks(found: Debrief) -> Iterator[str]:
    if found.try_next:
        yield "## " + _("What to try next")
    for one in found.try_next:
        yield escaped(where(found.path[one.step]))
        yield escaped(one.reason)
        yield "\n".join(f"- {line}" for line in _fitting(one.choices))
    if found.resources:
        yield "## " + _("Where to get help")
        yield "\n".join(f"- {escaped(name)}" for name in found.resources.values())
