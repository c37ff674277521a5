"""From one place of a workshop to the next, and inside a scenario from step to step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.plans.model import Kind
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase as Run
from trainer.practice.standing import Options
from trainer.workshop import asking, pieces
from trainer.workshop.beats import BeatKind
from trainer.workshop.doing import grouping, voting
from trainer.workshop.refusals import Refused
from trainer.workshop.state import Phase, Place

if TYPE_CHECKING:
    from trainer.workshop.making import Making
    from trainer.workshop.state import State


def session(making: Making, place: Place, *, soften: bool, language: str = "") -> Session:
    """Give the run of a place as a session, to look at or to play on; nobody records it.

    Raises:
        Refused: no scenario is played there.

    """
    told = making.scenario(place)
    if told is None:
        raise Refused("not-now", _("No scenario is being played."))
    scenario = told.in_language(language)
    if place.run is None:
        return Session(scenario, options=Options(soften=soften), run_id="workshop")
    standing = replace(place.run, options=replace(place.run.options, soften=soften))
    if scenario.language != told.in_language().language:
        standing = making.translated(place, standing, scenario)
    return Session.standing(
        scenario, standing, run_id="workshop", replay_of=None, owed=(), recorder=None
    )


def with_run(place: Place, phase: Phase, run: Session) -> Place:
    """Give the place with a run that has moved on."""
    return replace(place, phase=phase, part=0, run=run.now)


def entered(making: Making, segment: int, beat: int) -> Place:
    """Give the place at the beginning of a beat."""
    place = Place(segment, beat)
    if making.beat(place).kind is not BeatKind.SCENARIO:
        phase = Phase.ASK if making.beat(place).questions else Phase.SHOW
        return replace(place, phase=phase)
    run = session(making, place, soften=True)
    place = replace(place, run=run.now)
    notes = run.scenario.content_notes
    return replace(place, phase=Phase.NOTE if notes else Phase.SCENE)


def go_on(making: Making, state: State, t: int) -> State:
    """Do what the clicker's forward key does: the next step, whatever that is."""
    at = state.at
    if state.room is None and (open_ := voting.open_here(making, state)):
        return voting.close(making, state, open_, t)
    if making.beat(state.at).kind is BeatKind.SCENARIO and _answers_next(making, state):
        chosen = asking.leading(making, state)
        if chosen is None:
            raise AssertionError("a scene that is decided in offers something")
        return play(making, state, chosen, t)
    following = _following(making, state)
    return state if following == at else move(making, state, following, t)


def _is_survey(making: Making, at: Place) -> bool:
    """Tell whether going on leaves out the result: how sure a room is is no news by itself."""
    return making.segment(at).kind is Kind.SURVEY


def _answers_next(making: Making, state: State) -> bool:
    """Tell whether going on plays an answer: where its result shows, or none can be shown."""
    at = state.at
    if at.phase is Phase.ASK:
        return not voting.can_show(making, state)
    return at.phase in (Phase.RESULT, Phase.COMPARE)


def _following(making: Making, state: State) -> Place:
    at = state.at
    if at.part + 1 < pieces.parts(making, at, soften=state.soften):
        return replace(at, part=at.part + 1)
    if at.phase is Phase.ASK and voting.can_show(making, state) and not _is_survey(making, at):
        return replace(at, phase=Phase.RESULT, part=0)
    if making.beat(at).kind is BeatKind.SCENARIO:
        return _in_scenario(making, state)
    return _next_beat(making, at)


def _in_scenario(making: Making, state: State) -> Place:
    at = state.at
    if at.phase is Phase.NOTE:
        return replace(at, phase=Phase.SCENE, part=0)
    run = session(making, at, soften=state.soften)
    if at.phase is Phase.SCENE:
        if run.phase is Run.DECIDING:
            return replace(at, phase=Phase.ASK, part=0)
        if run.phase is Run.READING:
            run.go_on()
            return with_run(at, Phase.SCENE, run)
        return replace(at, phase=Phase.ENDING, part=0)
    if at.phase is Phase.FEEDBACK:
        run.go_on()
        return with_run(at, Phase.SCENE, run)
    return _next_beat(making, at)


def _next_beat(making: Making, at: Place) -> Place:
    if at.beat + 1 < len(making.beats[at.segment]):
        return entered(making, at.segment, at.beat + 1)
    if at.segment + 1 < len(making.beats):
        return entered(making, at.segment + 1, 0)
    return at


def move(making: Making, state: State, to: Place, t: int, *, back: bool = False) -> State:
    """Stand at a place. Leaving a segment is noted; arriving at a question opens it."""
    at = state.at
    past = state.past if back else (*state.past, at)
    then = replace(state, at=to, past=past, agreements=False)
    if to.segment != at.segment:
        spent = dict(state.spent)
        spent[at.segment] = spent.get(at.segment, 0) + t - state.entered
        left = frozenset() if back else frozenset({at.segment})
        gone = (state.gone | left) - {to.segment}
        then = replace(then, spent=spent, entered=t, gone=gone, timer=None)
    if to.phase is Phase.RESULT:
        then = voting.show(making, then)
    then = grouping.moved(making, then, at, t)
    return voting.arrived(making, voting.close_elsewhere(making, then, t), t)


def go_back(making: Making, state: State, t: int) -> State:
    """Stand where one stood before the last step; votes are as they are."""
    if not state.past:
        return state
    then = replace(state, past=state.past[:-1])
    return move(making, then, state.past[-1], t, back=True)


def jump(making: Making, state: State, segment: int, beat: int, t: int) -> State:
    """Go to any beat of the plan.

    Raises:
        Refused: there is none.

    """
    if not (0 <= segment < len(making.beats) and 0 <= beat < len(making.beats[segment])):
        raise Refused("unknown", _("There is no such part of the plan."))
    there = move(making, state, entered(making, segment, beat), t)
    if is_amid(state.at) and segment != state.at.segment:
        # A story that was left in the middle is not done: going back goes on with it.
        return replace(there, gone=there.gone - {state.at.segment})
    return there


def is_amid(place: Place) -> bool:
    """Tell whether a story has begun at a place, and has not come to its end."""
    return place.run is not None and place.phase not in (Phase.NOTE, Phase.ENDING)


def play(making: Making, state: State, choice: str, t: int) -> State:
    """Play one of the answers of a scenario, also after another one has been played.

    Raises:
        Refused: it is not offered here.

    """
    place = state.at
    if place.phase is Phase.FEEDBACK:
        place = another_place(making, state)
    run = session(making, place, soften=state.soften)
    if place.phase not in (Phase.ASK, Phase.RESULT, Phase.COMPARE):
        raise Refused("not-now", _("Nothing can be chosen here."), _("Go on to the question."))
    if choice not in {one.id for one in run.offered}:
        raise Refused("unknown", _("That cannot be chosen here."))
    open_ = voting.open_here(making, state)
    then = voting.close(making, state, open_, t) if open_ and state.room is None else state
    run.choose(choice)
    question = asking.question_id(making, place)
    if state.room is None:
        # What is only looked at ahead was not played with the room.
        played = dict(then.played)
        played[question] = (*(c for c in played.get(question, ()) if c != choice), choice)
        then = replace(then, played=played)
    return move(making, then, with_run(place, Phase.FEEDBACK, run), t)


def another_place(making: Making, state: State) -> Place:
    """Give the decision again whose feedback shows, for another answer to be played.

    Raises:
        Refused: no feedback shows.

    """
    if state.at.phase is not Phase.FEEDBACK:
        raise Refused("not-now", _("There is no answer to go back from."))
    run = session(making, state.at, soften=state.soften)
    run.try_another()
    return with_run(state.at, Phase.RESULT, run)


def skip_hard(making: Making, state: State, t: int) -> State:
    """Leave out the hard part of this scene, or on its content note of every scene.

    Raises:
        Refused: there is nothing to leave out.

    """
    at = state.at
    run = session(making, at, soften=state.soften)
    if at.phase is Phase.NOTE:
        run.set_options(replace(run.options, skip_hard=True))
        return move(making, state, with_run(at, Phase.SCENE, run), t)
    if not run.can_skip:
        raise Refused("not-now", _("There is nothing to leave out here."))
    run.skip_part()
    return move(making, state, replace(with_run(at, at.phase, run)), t)


def leave_scenario(making: Making, state: State, t: int) -> State:
    """Go on with what comes after this scenario.

    Raises:
        Refused: no scenario is being played.

    """
    if making.beat(state.at).kind is not BeatKind.SCENARIO:
        raise Refused("not-now", _("No scenario is being played."))
    return move(making, state, _next_beat(making, state.at), t)
