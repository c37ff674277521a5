"""The scenarios that come with the app: sound, playable to every end, true to the method."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from trainer import paths
from trainer.checking import files as checking
from trainer.method.ds import FIVE_DS, D, Fit
from trainer.practice.debrief import debrief
from trainer.practice.session import Options, Session
from trainer.practice.snapshot import Phase
from trainer.practice.transcript import transcript
from trainer.practice.view import feedback_view, scene_view
from trainer.scenario.model import Outcome, Role
from trainer.scenario.problems import sentence
from trainer.scenario.reading import read_file
from trainer.scenario.rules.met import targeted as targeted_people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from trainer.scenario.model import Choice, Scenario, Scene

TODAY = date(2025, 1, 1)
TIMED = "(timer)"
Way = tuple[str, ...]
"""Ids of the choices made, in order; ``TIMED`` where the timer decided."""

FILES = sorted(paths.built_in_scenarios().glob("*/*.yaml"))


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture
def told(file: Path) -> Scenario:
    return scenario(file)


@cache
def scenario(file: Path) -> Scenario:
    found = read_file(file).content
    assert found is not None
    return found


def at(told: Scenario, way: Way) -> Session:
    """Play a way, and stand at the decision or the ending after it."""
    session = Session(told, options=Options(timed=True))
    for made in ("", *way):
        if made == TIMED:
            session.time_out()
        elif made:
            session.choose(made)
            session.go_on()
        while session.phase is Phase.READING:
            session.go_on()
    return session


@cache
def ways(file: Path) -> dict[tuple[str, tuple[tuple[str, bool | int], ...]], Way]:
    """For each state that can be reached, by timers too, a shortest way to it."""
    told = scenario(file)
    found: dict[tuple[str, tuple[tuple[str, bool | int], ...]], Way] = {}
    waiting: list[Way] = [()]
    for way in waiting:
        session = at(told, way)
        here = (session.scene.id, tuple(sorted(session.state.items())))
        if here in found:
            continue
        found[here] = way
        waiting += [(*way, choice.id) for choice in session.offered]
        if session.scene.timer is not None and session.offered:
            waiting.append((*way, TIMED))
    return found


def decisions(told: Scenario) -> list[Scene]:
    return [scene for scene in told.scenes.values() if scene.choices]


def rated(scene: Scene) -> list[Choice]:
    return [choice for choice in scene.choices if choice.fit is not None]


def every(told: Scenario, wanted: Callable[[Choice], bool]) -> Iterator[tuple[str, Choice]]:
    for scene in decisions(told):
        for choice in scene.choices:
            if wanted(choice):
                yield f"{scene.id}/{choice.id}", choice


def test_a_file_a_folder_and_an_id_have_one_name(file: Path) -> None:
    assert file.stem == file.parent.name == scenario(file).id


def test_reads_without_a_problem(file: Path) -> None:
    (checked,) = checking.check_paths([file], TODAY)
    assert [sentence(problem) for problem in checked.problems] == []
    assert checked.analysis is not None
    assert checked.analysis.reachable == checked.analysis.scenes


@pytest.mark.soak
def test_every_choice_and_every_ending_plays(file: Path) -> None:
    told, met, ended = scenario(file), set(), set()
    for way in ways(file).values():
        session = at(told, way)
        assert scene_view(session).text or scene_view(session).lines
        for choice in session.offered:
            met.add((session.scene.id, choice.id))
            trying = at(told, way)
            trying.choose(choice.id, ticked=range(len(choice.points)))
            shown = feedback_view(trying)
            assert shown is not None
            assert shown.made is not None
            assert shown.headline or shown.points
        if session.phase is Phase.ENDED:
            ended.add(session.scene.id)
    assert met == {(scene.id, one.id) for scene in decisions(told) for one in scene.choices}
    assert ended == {scene.id for scene in told.scenes.values() if scene.ending}


@pytest.mark.soak
def test_every_ending_has_a_debrief_and_a_transcript(file: Path) -> None:
    told = scenario(file)
    reached = {
        session.scene.id: session for session in map(lambda way: at(told, way), ways(file).values())
    }
    for name, session in reached.items():
        if session.phase is Phase.ENDED:
            assert debrief(session).view, name
            assert debrief(session).questions
            assert transcript(session)


def test_is_long_and_open_enough(told: Scenario) -> None:
    endings = [scene.ending for scene in told.scenes.values() if scene.ending]
    assert 12 <= len(told.scenes) <= 30
    assert len(endings) >= 4
    assert len({ending.outcome for ending in endings}) >= 3
    assert Outcome.SUPPORTED in {ending.outcome for ending in endings}


def test_an_early_choice_changes_a_later_scene(file: Path) -> None:
    told = scenario(file)
    assert any(late(told, way) for way in ways(file).values() if TIMED not in way)


def late(told: Scenario, way: Way) -> bool:
    """Whether what is offered after a way would differ by a choice two decisions earlier."""
    made = at(told, way).decisions
    reads = {name for one in at(told, way).scene.choices if one.when for name in one.when.names}
    early = [decision.choice for decision in made[:-1] if decision.choice]
    return any(reads & ({*choice.set} | {*choice.change}) for choice in early)


def test_the_same_d_fits_once_and_backfires_once(told: Scenario) -> None:
    found = {(choice.d, choice.fit) for _place, choice in every(told, lambda _one: True)}
    assert any({(d, Fit.STRONG), (d, Fit.POOR)} <= found for d in FIVE_DS)


def test_one_decision_holds_the_same_d_with_different_fit(told: Scenario) -> None:
    def differ(one: Choice, other: Choice) -> bool:
        return one.d is other.d and one.d in FIVE_DS and one.fit is not other.fit

    def always(scene: Scene) -> list[Choice]:
        return [choice for choice in rated(scene) if choice.when is None]

    assert any(
        differ(one, other)
        for scene in decisions(told)
        for one, other in combinations(always(scene), 2)
    )


def test_at_most_half_of_the_decisions_offer_more_than_four_ds(told: Scenario) -> None:
    full = [scene for scene in decisions(told) if {one.d for one in scene.choices} >= {*FIVE_DS}]
    assert len(full) * 2 <= len(decisions(told))


def test_all_five_ds_stand_somewhere_and_own_words(told: Scenario) -> None:
    there = {choice.d for _place, choice in every(told, lambda _one: True)}
    assert there | {D(left) for left in told.leaves_out} >= {*FIVE_DS}
    assert not there & set(told.leaves_out)
    own = [choice for _place, choice in every(told, lambda one: one.fit is None)]
    assert [len(choice.points) for choice in own] == [3] * len(own) != []


def test_feedback_tells_of_the_targeted_first_and_why(told: Scenario) -> None:
    targeted = targeted_people(told)
    for place, choice in every(told, lambda one: one.fit is not None):
        assert choice.feedback is not None
        assert next(iter(choice.feedback.about), None) in targeted, place
        assert choice.feedback.why, place
        assert len(choice.feedback.headline.split()) <= 12, place


def test_no_reason_and_no_headline_is_given_twice() -> None:
    told = [choice.feedback for file in FILES for _, choice in every(scenario(file), bool)]
    words = [text for one in told if one for text in (one.headline, one.why)]
    assert sorted({word for word in words if words.count(word) > 1}, key=str) == []


def test_the_targeted_speak_early_and_have_the_last_word(told: Scenario) -> None:
    targeted = targeted_people(told)
    assert targeted & {line.speaker for line in told.scenes[told.start].lines}
    for scene in told.scenes.values():
        assert scene.ending is None or scene.ending.view, scene.id


def test_whoever_harms_has_no_note(told: Scenario) -> None:
    harming = [member for member in told.cast.values() if member.role is Role.HARMING]
    assert harming
    for member in harming:
        assert "from" not in (member.note or "").lower()


def test_every_decision_carries_a_workshop(told: Scenario) -> None:
    for scene in decisions(told):
        assert scene.facilitator, scene.id
        assert scene.discuss, scene.id
        assert scene.check, scene.id


def test_a_hard_scene_can_be_skipped(told: Scenario) -> None:
    assert told.content_notes
    for scene in told.scenes.values():
        assert bool(scene.content_notes) == bool(scene.skip), scene.id


def test_help_is_asked_of_someone_and_direct_is_short(told: Scenario) -> None:
    for place, choice in every(told, lambda one: one.d is D.DELEGATE):
        assert choice.to, place
    for place, choice in every(told, lambda one: one.d is D.DIRECT):
        assert len(choice.words.split()) <= 25, place


def test_a_recording_and_the_police_are_asked_about(told: Scenario) -> None:
    for place, choice in every(told, lambda one: one.fit not in (Fit.POOR, None)):
        assert choice.d is not D.DOCUMENT or choice.asks == "recording", place
        assert choice.contacts != "police" or choice.asks == "police", place
        assert choice.shares is None, place
