from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from tests.practice.story import ASK, BUS, FILM, OWN, Keeper, changed, choice, when
from trainer.errors import SnapshotError
from trainer.method.ds import D
from trainer.practice.recorder import Began, Decided, Ended, Undone
from trainer.practice.resume import sentence
from trainer.practice.session import Options, Session
from trainer.practice.snapshot import Phase, Snapshot, Step, Tried, from_json, to_json
from trainer.scenario.model import Arm, Ending, Outcome, Scene


def played(*names: str, stay: bool = False) -> Session:
    """A run after these choices; with ``stay`` the feedback of the last one shows."""
    session = Session(BUS, recorder=Keeper(), options=Options(timed=True))
    for name in ["", *names]:
        if name:
            session.choose(name, words="Enough." if name == "own" else "")
            if stay and name == names[-1]:
                break
            session.go_on()
        while session.phase is Phase.READING:
            session.go_on()
    return session


def scene(name: str, **changes: Any) -> Scene:
    return replace(BUS.scenes[name], **changes)


def test_the_same_scenario_resumes_exactly() -> None:
    session = played("film", "noor", stay=True)
    session.note("q", "a")
    resumed = Session.resume(BUS, session.snapshot())
    assert resumed.session.snapshot() == session.snapshot()
    assert (resumed.changed, resumed.kept, resumed.lost, resumed.damaged) == (False, 2, 0, False)
    assert sentence(resumed) == ""


def test_a_change_elsewhere_keeps_everything() -> None:
    session = played("own")
    after = changed(home=scene("home", text="Sun."))
    resumed = Session.resume(after, session.snapshot())
    assert (resumed.changed, resumed.kept, resumed.lost) == (True, 1, 0)
    assert resumed.session.scene.id == "turns"
    assert resumed.session.steps[-1].words == "Enough."
    assert resumed.session.snapshot().content_hash == after.content_hash
    assert "still hold" in sentence(resumed)


def test_a_choice_that_is_gone_is_lost_with_what_followed() -> None:
    session = played("film", "noor", "are-you")
    session.note("When did you notice?", "Late.")
    after = changed(turns=scene("turns", choices=BUS.scenes["turns"].choices[1:]))
    keeper = Keeper()
    resumed = Session.resume(after, session.snapshot(), recorder=keeper)
    assert (resumed.changed, resumed.kept, resumed.lost) == (True, 1, 2)
    assert (resumed.session.scene.id, resumed.session.phase) == ("turns", Phase.DECIDING)
    assert dict(resumed.session.notes) == {"When did you notice?": "Late."}
    assert "2 decisions no longer fit" in sentence(resumed)
    assert keeper.kept == []
    resumed.session.choose("between")
    undone, decided = keeper.events
    assert undone == Undone(1)
    assert isinstance(decided, Decided)
    assert (decided.step, decided.first) == (1, False)


def test_a_choice_that_is_no_longer_offered_is_lost() -> None:
    session = played("film")
    hidden = replace(FILM, when=when("calm >= 9"))
    after = changed(shouts=scene("shouts", choices=(ASK, hidden, OWN)))
    resumed = Session.resume(after, session.snapshot())
    assert (resumed.kept, resumed.lost) == (0, 1)
    assert resumed.session.scene.id == "shouts"
    assert "1 decision no longer fits" in sentence(resumed)


def test_a_choice_that_leads_elsewhere_now_leads_there() -> None:
    session = played("film", "noor")
    other = replace(FILM, next=(Arm("beside"),))
    after = changed(shouts=scene("shouts", choices=(ASK, other, OWN)))
    resumed = Session.resume(after, session.snapshot())
    assert (resumed.kept, resumed.lost) == (1, 1)
    assert (resumed.session.scene.id, resumed.session.phase) == ("beside", Phase.READING)


def test_a_scene_that_is_gone() -> None:
    session = played("film")
    other = replace(FILM, next=(Arm("beside"),))
    again = (replace(BUS.scenes["shouts"].choices[1], next=(Arm("beside"),)),)
    after = changed(turns=None, shouts=scene("shouts", choices=(ASK, other, *again)))
    resumed = Session.resume(after, session.snapshot())
    assert (resumed.kept, resumed.lost, resumed.session.scene.id) == (1, 0, "beside")


def test_a_scene_put_in_between() -> None:
    session = played("film")
    after = changed(row=scene("row", next=(Arm("new"),)), new=Scene("new", next=(Arm("shouts"),)))
    resumed = Session.resume(after, session.snapshot())
    assert (resumed.kept, resumed.lost, resumed.session.scene.id) == (0, 1, "new")
    assert resumed.session.steps == (Step("aboard"), Step("row"))


def test_a_reading_scene_that_decides_now() -> None:
    session = played("film", "noor")
    decides = scene("beside", next=(), choices=(choice("wave", D.DELAY, "stop"),))
    resumed = Session.resume(changed(beside=decides), session.snapshot())
    assert (resumed.kept, resumed.lost) == (2, 0)
    assert (resumed.session.scene.id, resumed.session.phase) == ("beside", Phase.DECIDING)


def test_a_deciding_scene_that_only_leads_on_now() -> None:
    session = played("film", "noor")
    leads = scene("shouts", choices=(), next=(Arm("turns"),), timer=None)
    resumed = Session.resume(changed(shouts=leads), session.snapshot())
    assert (resumed.kept, resumed.lost, resumed.session.scene.id) == (0, 2, "shouts")


def test_a_timer_that_is_gone() -> None:
    session = played()
    session.time_out()
    assert Session.resume(BUS, session.snapshot()).session.scene.id == "turns"
    resumed = Session.resume(changed(shouts=scene("shouts", timer=None)), session.snapshot())
    assert (resumed.kept, resumed.lost, resumed.session.scene.id) == (0, 1, "shouts")


def test_points_and_tried_that_are_gone() -> None:
    session = played()
    session.skip_part()
    session.choose("film")
    session.try_another()
    session.choose("own", ticked=[0, 2])
    fewer = (ASK, replace(OWN, points=("Short",)))
    after = changed(shouts=scene("shouts", choices=fewer, skip=None))
    resumed = Session.resume(after, session.snapshot())
    assert resumed.session.steps[-1].ticked == (0,)
    assert resumed.session.all_tried == ()
    assert resumed.session.last is not None
    assert resumed.session.last.ticked == (0,)
    assert not resumed.session.skipped


def test_an_ending_that_nobody_recorded_is_not_entered() -> None:
    ends = scene("turns", choices=(), timer=None, ending=Ending(Outcome.HARMED))
    keeper = Keeper()
    resumed = Session.resume(changed(turns=ends), played("film").snapshot(), recorder=keeper)
    assert (resumed.session.scene.id, resumed.session.phase) == ("shouts", Phase.FEEDBACK)
    resumed.session.go_on()
    assert keeper.events == [Ended("turns", Outcome.HARMED)]


def test_a_scene_that_led_on_to_what_is_an_ending_now() -> None:
    session = played("ask")
    ends = scene("stop", choices=(), ending=Ending(Outcome.MIXED))
    resumed = Session.resume(changed(stop=ends), session.snapshot())
    assert (resumed.session.scene.id, resumed.session.phase) == ("beside", Phase.READING)
    assert resumed.session.steps[-1] == Step("shouts", "ask")


def test_steps_after_an_ending_are_lost() -> None:
    ends = scene("row", next=(), ending=Ending(Outcome.MIXED))
    resumed = Session.resume(changed(row=ends), played("film").snapshot())
    assert (resumed.session.scene.id, resumed.lost) == ("aboard", 1)


def test_an_ended_run_stays_ended_when_something_else_changes() -> None:
    session = played("ask", "are-you")
    resumed = Session.resume(changed(alone=scene("alone", text="x")), session.snapshot())
    assert (resumed.session.scene.id, resumed.session.phase) == ("home", Phase.ENDED)


def test_a_start_that_is_an_ending() -> None:
    ends = scene("aboard", next=(), ending=Ending(Outcome.MIXED))
    resumed = Session.resume(changed(aboard=ends), played().snapshot())
    assert resumed.session.phase is Phase.ENDED
    assert not resumed.session.can_step_back


def test_another_scenario_or_a_newer_version() -> None:
    place = played("film").snapshot()
    with pytest.raises(SnapshotError, match="another scenario"):
        Session.resume(replace(BUS, id="train"), place)
    with pytest.raises(SnapshotError, match="newer Upstander"):
        Session.resume(BUS, replace(place, version=99))


@pytest.mark.parametrize(
    "tampered",
    [
        {"state": {"calm": 10, "helped": True}},
        {"state": {"calm": False, "helped": 0}},
        {"state": {}},
        {"scene": "home"},
        {"scene": "nowhere"},
        {"phase": Phase.ENDED},
        {"phase": Phase.READING},
        {"phase": Phase.FEEDBACK},
        {"steps": ()},
        {"steps": (Step("home"),)},
        {"steps": (Step("aboard"), Step("row"), Step("shouts", "later"))},
        {"steps": (Step("aboard"), Step("row"), Step("shouts"))},
        {"steps": (Step("aboard", "ask"),)},
        {"steps": (Step("aboard", timed_out=True),)},
        {"steps": (*played("film").steps, Step("turns", "nothing"))},
    ],
)
def test_a_tampered_place_is_noticed_and_stays_possible(tampered: dict[str, Any]) -> None:
    place = replace(played("film").snapshot(), **tampered)
    resumed = Session.resume(BUS, place)
    assert resumed.damaged
    assert not resumed.changed
    assert "damaged" in sentence(resumed)
    session = resumed.session
    again = Session.resume(BUS, session.snapshot())
    assert not again.damaged
    if session.phase in (Phase.FEEDBACK, Phase.READING):
        session.go_on()
    elif session.phase is Phase.DECIDING:
        session.choose(session.offered[0].id)


def test_strange_skips_tries_and_counts_do_no_harm() -> None:
    place = replace(
        played("film").snapshot(),
        skipped=("nowhere", "shouts"),
        tried=(Tried(7, "turns", "noor"), Tried(1, "turns", "nothing"), Tried(1, "x", "y")),
        decided=0,
    )
    session = Session.resume(BUS, from_json(to_json(place))).session
    assert session.all_tried == ()
    assert session.snapshot().skipped == ("shouts",)
    assert session.snapshot().decided == 1


def test_a_run_that_has_not_begun_begins_after_resuming() -> None:
    keeper = Keeper()
    session = Session.resume(BUS, Session(BUS).snapshot(), recorder=keeper).session
    session.go_on()
    assert keeper.events == [Began()]


def test_a_very_long_run() -> None:
    steps = [Step("aboard"), Step("row")]
    for _round in range(20_000):
        steps += [Step("shouts", "film"), Step("turns", "again")]
    place = Snapshot(
        "long", "bus", BUS.content_hash, Phase.DECIDING, "shouts", {"calm": 0, "helped": False},
        tuple(steps), begun=True,
    )  # fmt: skip
    resumed = Session.resume(BUS, place)
    assert (resumed.kept, resumed.damaged) == (40_000, False)
    resumed.session.step_back()
    assert len(resumed.session.decisions) == 39_999


def test_state_may_gain_a_variable() -> None:
    after = replace(changed(), state=MappingProxyType({"calm": 2, "helped": False, "loud": 1}))
    resumed = Session.resume(after, played("film").snapshot())
    assert dict(resumed.session.state) == {"calm": 0, "helped": False, "loud": 1}
    assert resumed.lost == 0


def test_own_words_half_written_are_there_again() -> None:
    session = played()
    session.keep_draft("own", "Mrs. Lin, would you")
    place = from_json(to_json(session.snapshot()))
    resumed = Session.resume(BUS, place, recorder=Keeper())
    assert not resumed.damaged
    assert resumed.session.draft == Step("shouts", "own", "Mrs. Lin, would you")
    resumed.session.keep_draft("own", "")
    assert resumed.session.draft is None
    session.choose("own", words="Mrs. Lin, would you like to sit with me?")
    assert session.snapshot().draft is None
    session.step_back()
    assert session.draft is None
    with pytest.raises(ValueError, match="not offered"):
        session.keep_draft("gone", "words")


def test_half_written_words_go_with_their_choice() -> None:
    session = played()
    session.keep_draft("own", "Mrs. Lin, would you")
    after = changed(shouts=scene("shouts", choices=(ASK, FILM)))
    assert Session.resume(after, session.snapshot()).session.draft is None
