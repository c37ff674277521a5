"""What the room sees: plain data for the projector, without anything private.

Nothing of notes, moderation, pauses, or of a tally before the room is shown it comes through
here, whatever is asked of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.practice import transcript
from trainer.practice import view as practice_view
from trainer.scenario.texts.markup import plain
from trainer.workshop import asking, pieces
from trainer.workshop.beats import BeatKind
from trainer.workshop.doing import walking
from trainer.workshop.state import Handled, Phase
from trainer.workshop.timing import MINUTE

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.method.ds import D
    from trainer.practice.view import FeedbackView, Spoken
    from trainer.scenario.model import CastMember, Outcome, Scenario, Scene
    from trainer.workshop.contacts import Contact
    from trainer.workshop.making import Making
    from trainer.workshop.state import Place, State
    from trainer.workshop.votes.ballot import Question
    from trainer.workshop.votes.tally import Tally


class What(StrEnum):
    """What sort of thing the room sees."""

    WELCOME = "welcome"
    SLIDE = "slide"
    AGREEMENTS = "agreements"
    NOTE = "note"
    SCENE = "scene"
    ASK = "ask"
    RESULT = "result"
    COMPARE = "compare"
    FEEDBACK = "feedback"
    ENDING = "ending"
    GROUPS = "groups"
    TURN = "turn"
    BREAK = "break"
    CLOSE = "close"
    QUESTION = "question"
    BLANK = "blank"
    BREATHE = "breathe"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Picture:
    """A scenario's picture: its own files lie in ``folder``; names without a dot are built in.

    ``scenario`` and ``scene`` are whose picture it is: who has none of their own is given one.
    """

    folder: Path | None
    backdrop: str | None
    present: tuple[CastMember, ...] = ()
    scenario: Scenario | None = None
    scene: Scene | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """One question as the room sees it.

    ``tally`` is None until it is shown; ``ds`` are the D's of a scenario's choices by answer,
    empty until then. ``answered`` counts people; ``number`` is the pass, from 1, and 0 where
    none was opened yet.
    """

    question: Question
    answered: int
    is_open: bool
    number: int = 1
    tally: Tally | None = None
    ds: tuple[tuple[str, D], ...] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """How to join by phone: the address and the code to type."""

    url: str
    code: str
    joined: int


@dataclass(frozen=True, slots=True)
class RoomView:
    """All that is on the projector.

    ``text`` is Markdown, ``lines`` follow it. ``part`` counts from 1 of ``parts``. ``votes``
    are several in a survey, and in COMPARE the passes of one question. ``ends`` is the ``t`` at
    which the timer runs out. ``strip``: None no strip, empty kept free. ``d`` is the slide's.
    ``cards`` are the parts in a group, as title and text, without the targeted one: nobody is
    to think that somebody has to take it.
    """

    what: What
    title: str = ""
    text: str = ""
    lines: tuple[Spoken, ...] = ()
    note: str = ""
    d: D | None = None
    picture: Picture | None = None
    part: int = 1
    parts: int = 1
    votes: tuple[Vote, ...] = ()
    feedback: FeedbackView | None = None
    outcome: Outcome | None = None
    contacts: tuple[Contact, ...] = ()
    cards: tuple[tuple[str, str], ...] = ()
    turn: int = 0
    join: Join | None = None
    ends: int | None = None
    strip: str | None = None


def room_view(making: Making, state: State, language: str = "") -> RoomView:
    """Give what the room sees now; scenarios in a language nearest to ``language``."""
    shown = _shown(making, state, language)
    return replace(
        shown,
        join=_join(state),
        ends=_ends(making, state),
        strip=state.strip,
    )


def _ends(making: Making, state: State) -> int | None:
    """Give when the timer runs out; a break has one by itself, of the minutes planned for it."""
    if state.timer is not None:
        return state.timer.ends
    here = state.at.segment
    runs = state.began is not None and state.ended is None and state.seen.segment == here
    if not runs or making.beat(state.at).kind is not BeatKind.BREAK:
        return None
    return state.entered + making.minutes(state, here) * MINUTE - state.spent.get(here, 0)


def _shown(making: Making, state: State, language: str) -> RoomView:
    covered = _covered(making, state, language)
    if covered is not None:
        return covered
    question = next((one for one in state.asked if one.handled is Handled.SHOWN), None)
    if question is not None:
        return RoomView(What.QUESTION, _("A question from the room"), note=question.text)
    return place_view(making, state, state.seen, language)


def _covered(making: Making, state: State, language: str) -> RoomView | None:
    plan = making.material.plan_in(language)
    if state.blank:
        return RoomView(What.BLANK, _("A moment of quiet"))
    if state.breathe:
        return RoomView(
            What.BREATHE,
            _("Breathe"),
            _("Feel your feet on the floor. Breathe in slowly, and out more slowly."),
        )
    if state.ended is not None:
        there = _there(making, state)
        contacts = _contacts(making)
        return RoomView(What.ENDED, _("Thank you"), plan.title, note=there, contacts=contacts)
    if state.began is None:
        # Its summary tells whoever leads which plan to choose; the room it tells nothing.
        return RoomView(What.WELCOME, plan.title, _("Welcome. We begin soon."))
    if state.agreements:
        text = "\n".join(f"- {one}" for one in plan.agreements)
        return RoomView(What.AGREEMENTS, _("What we agree on"), text)
    return None


def _join(state: State) -> Join | None:
    door = state.door
    if door is None or not door.is_open:
        return None
    return Join(door.url, door.code, len(state.voters))


def _contacts(making: Making) -> tuple[Contact, ...]:
    return tuple(making.material.contacts.values())


def place_view(making: Making, state: State, place: Place, language: str = "") -> RoomView:
    """Give what the room sees, or would see, at a place: also of what comes next."""
    beat = making.beat(place, language)
    if place.phase is not Phase.SHOW and place.phase not in _VOTES:
        return _PHASES[place.phase](making, state, place, language)
    if place.phase in _VOTES:
        return _voted(making, state, place, language)
    what = What(str(beat.kind)) if beat.kind is not BeatKind.SLIDE else What.SLIDE
    contacts = _closing(making, place) if beat.kind is BeatKind.CLOSE else ()
    cards = _cards(making, place, language) if beat.kind in (BeatKind.GROUPS, BeatKind.TURN) else ()
    return RoomView(
        what,
        beat.title,
        beat.text,
        note=_there(making, state) if beat.kind is BeatKind.CLOSE else "",
        d=beat.d,
        contacts=contacts,
        cards=cards,
        turn=beat.turn,
    )


def _there(making: Making, state: State) -> str:
    """Say who is there for somebody who needs a pause; empty where nobody is named."""
    care = making.care(state)
    if care is None:
        return ""
    if not care[1]:
        return _("%(name)s is there for anybody who needs a pause.") % {"name": care[0]}
    known = {"name": care[0], "where": care[1]}
    return _("%(name)s is there for anybody who needs a pause: %(where)s.") % known


def _cards(making: Making, place: Place, language: str) -> tuple[tuple[str, str], ...]:
    every = making.segment_in(place, language).cards
    return tuple((plain(one.title), one.text) for one in every if not one.targeted)


def _closing(making: Making, place: Place) -> tuple[Contact, ...]:
    wanted = making.segment(place).contacts
    every = making.material.contacts
    return tuple(every[key] for key in wanted if key in every)


_VOTES = (Phase.ASK, Phase.RESULT, Phase.COMPARE)


def _picture(making: Making, place: Place, language: str) -> Picture | None:
    told = making.scenario(place)
    if told is None or place.run is None:
        return None
    scenario = told.in_language(language)
    run = walking.session(making, place, soften=True, language=language)
    seen = practice_view.scene_view(run)
    return Picture(scenario.folder, seen.backdrop, seen.present, run.scenario, run.scene)


def _note(making: Making, state: State, place: Place, language: str) -> RoomView:
    run = walking.session(making, place, soften=state.soften, language=language)
    notes = "\n".join(f"- {one}" for one in run.scenario.content_notes)
    return RoomView(
        What.NOTE,
        run.scenario.title,
        notes,
        note=_("You can look away, step out, or sit this one out. No reason needed."),
    )


def _scene(making: Making, state: State, place: Place, language: str) -> RoomView:
    every = pieces.of(making, place, soften=state.soften, language=language)
    piece = every[min(place.part, len(every) - 1)]
    run = walking.session(making, place, soften=state.soften, language=language)
    return RoomView(
        What.SCENE,
        run.scenario.title,
        piece.text,
        piece.lines,
        picture=_picture(making, place, language),
        part=place.part + 1,
        parts=len(every),
    )


def _voted(making: Making, state: State, place: Place, language: str) -> RoomView:
    beat = making.beat(place, language)
    what = What(str(place.phase))
    asked = asking.questions(making, place, language)
    is_shown = place.phase is not Phase.ASK
    if place.phase is Phase.COMPARE:
        votes = tuple(
            Vote(question, tally.answered, is_open=False, number=one.number, tally=tally)
            for question in asked
            for one, tally in asking.told_passes(state, question)
        )
    else:
        votes = tuple(
            _vote(making, state, place, one, is_shown=is_shown, language=language) for one in asked
        )
    many = len(asked) > 1
    title = beat.title if many else asked[0].text
    why = beat.why if is_shown else ""
    text = "" if is_shown else beat.text
    picture = _picture(making, place, language) if place.phase is Phase.ASK else None
    return RoomView(what, title, text, note=why, votes=votes, picture=picture)


def _vote(
    making: Making, state: State, place: Place, question: Question, *, is_shown: bool, language: str
) -> Vote:
    segment = making.segment(place).key
    mine = [one for one in asking.passes(state, question.id) if one.segment == segment]
    if not mine:
        return Vote(question, 0, is_open=False, number=0)
    latest = mine[-1]
    answered = latest.answered(question.asks)
    if not is_shown or not latest.shown:
        return Vote(question, answered, latest.is_open, latest.number)
    ds = tuple((one.id, one.d) for one in asking.offered(making, place, language))
    tally = asking.told(state, question, latest)
    return Vote(question, answered, latest.is_open, latest.number, tally, ds)


def _feedback(making: Making, state: State, place: Place, language: str) -> RoomView:
    run = walking.session(making, place, soften=state.soften, language=language)
    feedback = practice_view.feedback_view(run)
    title = feedback.headline if feedback else ""
    return RoomView(
        What.FEEDBACK, title, feedback=feedback, picture=_picture(making, place, language)
    )


def _ending(making: Making, state: State, place: Place, language: str) -> RoomView:
    run = walking.session(making, place, soften=state.soften, language=language)
    ending = run.scene.ending
    whose, text = transcript.ending_view(run)
    heading = transcript.view_heading(whose).rstrip(":") if text else run.scenario.title
    if run.scene.stub:
        text = _("The story is not written any further here.")
    questions = run.scene.discuss or run.scenario.questions
    return RoomView(
        What.ENDING,
        heading,
        text,
        note="\n".join(questions[:1]),
        outcome=ending.outcome if ending else None,
        picture=_picture(making, place, language),
    )


_PHASES = {
    Phase.NOTE: _note,
    Phase.SCENE: _scene,
    Phase.FEEDBACK: _feedback,
    Phase.ENDING: _ending,
}
