"""Whatever the projector may have to show of what ships: every text of plans and scenarios."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tests.workshop.room import made_of
from trainer import paths
from trainer.language import _
from trainer.plans.collection import Collection as Plans
from trainer.practice import view as practice_view
from trainer.practice.view import FeedbackView, Passage, Spoken, Voice
from trainer.scenario.libraries.library import Library
from trainer.scenario.texts.markup import plain
from trainer.workshop import pieces
from trainer.workshop.beats import not_sure
from trainer.workshop.doing import walking
from trainer.workshop.making import Making
from trainer.workshop.state import Phase, Place, State
from trainer.workshop.telling.room_view import (
    Join,
    Picture,
    RoomView,
    Vote,
    What,
    place_view,
    room_view,
)  # fmt: skip
from trainer.workshop.votes.ballot import NOTHING, Asks, Option, Question
from trainer.workshop.votes.tally import Tally, Why

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.scenario.model import Choice, Scenario, Scene

JOIN = Join("http://192.168.104.220:8080/#KITE72", "KITE72", 60)
"""An address as long as they come."""

_FEW = ("seventy-five-minutes-interpreted",)


@cache
def every(*only: str) -> dict[What, list[RoomView]]:
    """Every view, by what it is, the one with most to read first.

    Of a few scenarios ``only``, and then of a few plans.
    """
    found: dict[What, list[RoomView]] = defaultdict(list)
    for one in (*_of_plans(bool(only)), *_of_scenarios(only)):
        found[one.what].append(one)
    for views in found.values():
        views.sort(key=weight, reverse=True)
    return dict(found)


def weight(seen: RoomView) -> int:
    """How much there is to read."""
    feedback = seen.feedback
    votes = sum(len(o.text) + 30 for v in seen.votes for o in v.question.options)
    return (
        len(seen.title) + len(seen.text) + len(seen.note) + votes
        + sum(len(one.text) + 20 for one in seen.lines)
        + sum(len(one.summary) + 100 for one in seen.contacts)
        + sum(len(title) + len(text) + 60 for title, text in seen.cards)
        + (_weight(feedback) if feedback else 0)
    )  # fmt: skip


def _weight(feedback: FeedbackView) -> int:
    lines = feedback.consequence.lines
    return (
        sum(len(one.text) + 40 for one in feedback.about)
        + sum(len(one.text) + 20 for one in lines)
        + len(feedback.consequence.text)
    )


def _of_plans(few: bool) -> Iterator[RoomView]:
    for plan_id in _FEW if few else [one.content.id for one in Plans().plans()]:
        making = Making(made_of(plan_id))
        state = State(began=0)
        yield room_view(making, State())
        yield room_view(making, State(began=0, agreements=True))
        yield room_view(making, State(began=0, ended=9))
        yield room_view(making, State(began=0, breathe=True))
        for segment, beats in enumerate(making.beats):
            for beat in range(len(beats)):
                place = walking.entered(making, segment, beat)
                seen = place_view(making, state, place)
                yield seen
                if place.phase is Phase.ASK:
                    yield from _answered(seen, place_view(making, state, _result(place)))


def _result(place: Place) -> Place:
    return Place(place.segment, place.beat, Phase.RESULT, run=place.run)


def _answered(seen: RoomView, shown: RoomView) -> Iterator[RoomView]:
    questions = [one.question for one in seen.votes]
    yield RoomView(
        What.RESULT, shown.title, note=shown.note, votes=tuple(_vote(q) for q in questions)
    )
    yield RoomView(
        What.COMPARE, shown.title, votes=tuple(_vote(q, n) for q in questions for n in (1, 2))
    )


def _vote(question: Question, number: int = 1, ds: tuple[tuple[str, object], ...] = ()) -> Vote:
    # Of very many answers a room leaves some out.
    many = len(question.options) > 9
    counts = MappingProxyType(
        {one.id: 0 if many and n % 3 == 2 else 100 + n for n, one in enumerate(question.options)}
    )
    tally = Tally(Why.TOLD, 299, counts, MappingProxyType({question.options[0].id: 31}), 2)
    return Vote(question, 299, is_open=False, number=number, tally=tally, ds=ds)  # type: ignore[arg-type]


def _of_scenarios(only: Sequence[str]) -> Iterator[RoomView]:
    library = Library([paths.built_in_scenarios()], None)
    for name in only or [one.id for one in library.cards()]:
        scenario = library.load(name)
        notes = "\n".join(f"- {one}" for one in scenario.content_notes)
        out = _("You can look away, step out, or sit this one out. No reason needed.")
        yield RoomView(What.NOTE, scenario.title, notes, note=out)
        for scene in scenario.scenes.values():
            yield from _of_scene(scenario, scene)


def _of_scene(scenario: Scenario, scene: Scene) -> Iterator[RoomView]:
    picture = Picture(scenario.folder, scene.backdrop, (), scenario, scene)
    for soften in (True, False):
        passage = practice_view.passage(scenario, scene, soften=soften)
        found = pieces.screens(passage)
        for piece in found:
            yield RoomView(
                What.SCENE, scenario.title, piece.text, piece.lines, picture=picture,
                parts=len(found),
            )  # fmt: skip
    if scene.choices:
        yield from _of_choices(scene.choices)
        for choice in scene.choices:
            yield _feedback(scenario, choice)
    if scene.ending is not None:
        questions = scene.discuss or scenario.questions or ("",)
        for question in questions:
            yield RoomView(
                What.ENDING, _("How it was for %(name)s:") % {"name": "Mrs. Nguyen"},
                scene.ending.view or "", note=question, picture=picture,
            )  # fmt: skip


def _of_choices(choices: Sequence[Choice]) -> Iterator[RoomView]:
    options = [Option(one.id, plain(one.words)) for one in choices]
    options += [Option(NOTHING, _("I would do nothing")), not_sure()]
    question = Question("q", _("What would you do?"), tuple(options), Asks.ONE)
    ds = tuple((one.id, one.d) for one in choices)
    yield RoomView(What.ASK, question.text, votes=(Vote(question, 299, is_open=True),))
    yield RoomView(What.RESULT, question.text, votes=(_vote(question, ds=ds),))
    few = Vote(question, 4, is_open=False, tally=Tally(Why.ALMOST_AS_BEFORE, 41, as_before=1))
    yield RoomView(What.RESULT, question.text, votes=(few,))
    yield RoomView(What.COMPARE, question.text, votes=tuple(_vote(question, n) for n in (1, 2, 3)))


def _feedback(scenario: Scenario, choice: Choice) -> RoomView:
    told = choice.feedback
    after = choice.consequence
    lines = practice_view._spoken(scenario, after.lines, True) if after else ()
    seen = FeedbackView(
        made=Spoken(Voice.SAID, choice.words, "you", practice_view.your_name()),
        d=choice.d,
        fit=choice.fit,
        to=None,
        headline=told.headline or "" if told else "",
        about=practice_view.about(scenario, choice),
        why="",
        points=(),
        consequence=Passage(after.text or "" if after else "", lines),
        alternatives=(),
        timed_out=False,
    )
    return RoomView(What.FEEDBACK, seen.headline, feedback=seen)
