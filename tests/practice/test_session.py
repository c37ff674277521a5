from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.practice.story import BUS, Keeper
from trainer.errors import KeepingError
from trainer.method.ds import D, Fit
from trainer.practice.recorder import Began, Decided, Ended, Noted, Retried, Skipped, Undone
from trainer.practice.session import Options, Session
from trainer.practice.snapshot import Phase, Step
from trainer.scenario.model import Outcome

if TYPE_CHECKING:
    from tests.practice.story import Player
    from trainer.practice.recorder import Event


def tried(player: Player) -> tuple[str, ...]:
    return player.session.tried


def phase(player: Player) -> Phase:
    return player.session.phase


def latest(player: Player) -> Event:
    return player.keeper.events[-1]


def test_a_run_from_the_start_to_an_ending(player: Player) -> None:
    assert (phase(player), player.session.scene.id) == (Phase.READING, "aboard")
    player.do("go_on")
    player.do("go_on")
    assert phase(player) is Phase.DECIDING
    assert [choice.id for choice in player.session.offered] == ["ask", "tell", "film", "own"]
    decision = player.do("choose", "ask")
    assert (decision.step, decision.scene.id, decision.choice.id) == (0, "shouts", "ask")
    assert (phase(player), player.session.scene.id) == (Phase.FEEDBACK, "shouts")
    assert player.session.offered == ()
    assert dict(player.session.state) == {"calm": 10, "helped": True}
    player.do("go_on")
    player.do("go_on")
    player.do("choose", "are-you")
    player.do("go_on")
    assert (phase(player), player.session.scene.id) == (Phase.ENDED, "home")
    assert player.session.steps == (
        Step("aboard"),
        Step("row"),
        Step("shouts", "ask"),
        Step("beside"),
        Step("stop", "are-you"),
    )
    assert player.keeper.events == [
        Began(),
        Decided(0, "shouts", "ask", D.DISTRACT, Fit.STRONG, first=True),
        Decided(1, "stop", "are-you", D.DELAY, Fit.STRONG, first=True),
        Ended("home", Outcome.SUPPORTED),
    ]
    assert player.keeper.kept[-1][1] == player.session.snapshot()


def test_numbers_stay_at_their_ends(player: Player) -> None:
    player.choose("film")
    assert player.session.state["calm"] == 0


def test_next_is_decided_after_the_change(player: Player) -> None:
    player.choose("tell")
    assert player.session.scene.id == "off"


def test_a_choice_may_wait_for_what_happened(player: Player) -> None:
    player.choose("film", "again")
    assert "later" not in [choice.id for choice in player.session.offered]
    player.do("step_back")
    player.do("choose", "noor")
    assert player.session.state["helped"] is True


def test_nothing_is_recorded_before_something_happens(player: Player) -> None:
    player.do("set_options", Options(soften=True))
    assert player.keeper.kept == []
    player.do("go_on")
    (began, first), (event, place) = player.keeper.kept
    assert began == Began()
    assert (first.scene, first.begun) == ("aboard", True)
    assert event is None
    assert place == player.session.snapshot()


def test_own_words_and_points(player: Player) -> None:
    player.read_on()
    player.do("choose", "own", words="That’s not all right. 한국어", ticked=[2, 0, 2])
    assert latest(player) == Decided(
        0, "shouts", "own", D.DIRECT, None, True, "That’s not all right. 한국어", (0, 2)
    )
    assert player.session.last is not None
    assert player.session.last.ticked == (0, 2)
    player.do("go_on")
    assert player.session.scene.id == "turns"


@pytest.mark.parametrize("ticked", [[3], [-1], [0, 7]])
def test_only_points_that_exist_can_be_ticked(player: Player, ticked: list[int]) -> None:
    player.read_on()
    with pytest.raises(ValueError, match="points"):
        player.session.choose("own", ticked=ticked)


def test_halves_of_characters_are_replaced(player: Player) -> None:
    player.read_on()
    player.do("choose", "own", words="so\ud800so")
    player.do("note", "q\udfff", "a\ud800")
    assert player.session.steps[-1].words == "so?so"
    assert dict(player.session.notes) == {"q?": "a?"}


def test_step_back_from_any_phase_returns_to_the_decision(player: Player) -> None:
    player.read_on()
    before = player.session.snapshot()
    ways: list[list[str]] = [[], ["go_on"], ["go_on", "go_on"]]
    for way in ways:
        player.do("choose", "ask")
        for act in way:
            player.do(act)
        player.do("step_back")
        after = player.session.snapshot()
        assert (after.phase, after.scene, after.state) == (before.phase, before.scene, before.state)
        assert after.steps == before.steps
        assert latest(player) == Undone(0)


def test_step_back_from_the_end(player: Player) -> None:
    player.choose("ask", "report")
    assert phase(player) is Phase.ENDED
    player.do("step_back")
    assert (player.session.scene.id, player.session.phase) == ("stop", Phase.DECIDING)
    player.do("step_back")
    assert player.session.scene.id == "shouts"
    assert [event for event in player.keeper.events if isinstance(event, Undone)] == [
        Undone(1),
        Undone(0),
    ]


def test_before_the_first_decision_one_scene_is_stepped_back_over(player: Player) -> None:
    assert not player.session.can_step_back
    player.do("go_on")
    player.do("go_on")
    player.do("step_back")
    assert player.session.scene.id == "row"
    player.do("step_back")
    assert (player.session.scene.id, player.session.steps) == ("aboard", ())
    assert player.keeper.events == [Began()]
    with pytest.raises(ValueError, match="step back"):
        player.session.step_back()


def test_only_the_first_decision_at_a_step_is_a_first_one(player: Player) -> None:
    player.choose("film")
    player.do("step_back")
    player.choose("own", "between")
    player.do("step_back")
    player.do("choose", "noor")
    player.do("try_another")
    player.do("choose", "again")
    firsts = [
        (event.step, event.choice, event.first)
        for event in player.keeper.events
        if isinstance(event, Decided)
    ]
    assert firsts == [
        (0, "film", True),
        (0, "own", False),
        (1, "between", True),
        (1, "noor", False),
        (1, "again", False),
    ]


def test_try_another_keeps_what_was_tried(player: Player) -> None:
    player.read_on()
    player.do("choose", "film")
    player.do("try_another")
    assert phase(player) is Phase.DECIDING
    assert tried(player) == ("film",)
    assert latest(player) == Retried(0)
    player.do("choose", "film")
    player.do("try_another")
    player.do("choose", "own")
    assert tried(player) == ("film",)
    player.do("try_another")
    assert tried(player) == ("film", "own")
    player.do("choose", "film")
    player.do("go_on")
    assert tried(player) == ()
    assert [one.choice for one in player.session.all_tried] == ["film", "own"]


def test_what_was_tried_further_on_is_forgotten_on_another_way(player: Player) -> None:
    player.choose("film")
    player.do("choose", "between")
    player.do("try_another")
    player.do("step_back")
    player.choose("own")
    assert tried(player) == ()
    assert player.session.all_tried == ()


def test_trying_again_in_a_scene_that_comes_twice(player: Player) -> None:
    player.read_on()
    player.do("choose", "own")
    player.do("try_another")
    player.choose("film", "again")
    assert (player.session.scene.id, player.session.tried) == ("shouts", ())


def test_a_hard_part_is_skipped_and_stays_so(player: Player) -> None:
    player.read_on()
    assert player.session.can_skip
    player.do("skip_part")
    assert player.session.skipped
    assert not player.session.can_skip
    assert latest(player) == Skipped("shouts")
    player.choose("film", "again")
    assert player.session.skipped
    with pytest.raises(ValueError, match="skip"):
        player.session.skip_part()


def test_hard_parts_are_skipped_by_option(player: Player) -> None:
    player.do("set_options", Options(skip_hard=True))
    assert not player.session.skipped
    player.read_on()
    assert player.session.skipped
    assert not player.session.can_skip
    assert player.keeper.kept[-1][1].skip_hard


def test_options_are_kept_once_the_run_has_begun(player: Player) -> None:
    player.do("go_on")
    player.do("set_options", Options(soften=True, timed=True))
    assert player.keeper.kept[-1][1].soften
    assert player.keeper.kept[-1][1].timed


def test_a_timer_decides_only_in_timed_practice(player: Player) -> None:
    player.read_on()
    with pytest.raises(ValueError, match="timer"):
        player.session.time_out()
    player.do("set_options", Options(timed=True))
    decision = player.do("time_out")
    assert decision.timed_out
    assert decision.choice is None
    assert (player.session.scene.id, player.session.phase) == ("turns", Phase.DECIDING)
    assert player.session.steps[-1] == Step("shouts", timed_out=True)
    assert latest(player) == Decided(0, "shouts", None, None, None, first=True, in_time=False)
    player.do("time_out")
    assert (player.session.scene.id, player.session.phase) == ("alone", Phase.ENDED)
    assert latest(player) == Ended("alone", Outcome.UNRESOLVED)
    player.do("step_back")
    assert player.session.scene.id == "turns"


def test_what_a_timer_decided_can_be_decided_anew(player: Player) -> None:
    player.do("set_options", Options(timed=True))
    player.read_on()
    player.keeper.refuse_at = frozenset({player.keeper.calls + 1})
    with pytest.raises(KeepingError):
        player.session.time_out()
    assert phase(player) is Phase.FEEDBACK
    assert player.session.snapshot() == player.keeper.kept[-1][1]
    player.do("try_another")
    assert tried(player) == ()
    assert phase(player) is Phase.DECIDING


def test_time_out_that_is_half_kept_goes_on_later(player: Player) -> None:
    player.do("set_options", Options(timed=True))
    player.read_on()
    player.keeper.refuse_at = frozenset({player.keeper.calls + 1})
    with pytest.raises(KeepingError):
        player.session.time_out()
    player.take(player.session)
    player.do("go_on")
    assert player.session.scene.id == "turns"
    assert sum(isinstance(event, Decided) for event in player.keeper.events) == 1


def test_notes(player: Player) -> None:
    player.choose("ask", "are-you")
    player.do("note", "When did you notice?", "At once.")
    player.do("note", "What next time?", "Stay.")
    player.do("note", "When did you notice?", "Late.")
    player.do("note", "What next time?", "")
    assert dict(player.session.notes) == {"When did you notice?": "Late."}
    assert latest(player) == Noted("What next time?", "")


def test_a_scene_that_is_not_written_ends_without_an_ending(player: Player) -> None:
    player.choose("ask", "plan")
    assert phase(player) is Phase.ENDED
    assert player.session.scene.ending is None
    assert not any(isinstance(event, Ended) for event in player.keeper.events)


def test_acts_that_do_not_fit(player: Player) -> None:
    with pytest.raises(ValueError, match="not offered"):
        player.session.choose("ask")
    player.read_on()
    with pytest.raises(ValueError, match="not offered"):
        player.session.choose("later")
    with pytest.raises(ValueError, match="go on"):
        player.session.go_on()
    with pytest.raises(ValueError, match="feedback"):
        player.session.try_another()
    assert player.keeper.events == [Began()]


def test_replay_from_a_decision(player: Player) -> None:
    player.do("set_options", Options(soften=True))
    player.choose("film", "noor", "are-you")
    player.do("note", "When did you notice?", "Late.")
    old = player.session
    seen = len(player.keeper.kept)
    new = player.take(old.replay_from(1))
    assert new.run_id != old.run_id
    assert new.replay_of == old.run_id
    assert (new.scene.id, new.phase) == ("turns", Phase.DECIDING)
    assert new.steps == old.steps[:3]
    assert [decision.step for decision in new.decisions] == [0]
    assert new.tried == ("noor",)
    assert dict(new.notes) == {}
    assert new.options == old.options
    assert len(player.keeper.kept) == seen
    player.do("choose", "between")
    player.do("go_on")
    assert player.keeper.events[-3:] == [
        Began(old.run_id),
        Decided(1, "turns", "between", D.DIRECT, Fit.POOR, first=False),
        Ended("alone", Outcome.UNRESOLVED),
    ]
    assert old.scene.id == "home"


def test_replay_from_the_first_decision_and_back(player: Player) -> None:
    player.choose("film", "noor")
    player.take(player.session.replay_from(0))
    assert player.session.decisions == ()
    assert player.session.can_step_back
    player.choose("ask")
    assert not any(event.first for event in player.keeper.events[-1:] if isinstance(event, Decided))
    with pytest.raises(IndexError):
        player.session.replay_from(5)


def test_replay_into_another_recorder(player: Player) -> None:
    player.choose("film")
    other = Keeper()
    new = player.session.replay_from(0, other)
    new.choose("ask")
    assert other.events[0] == Began(player.session.run_id)


def test_a_refusing_recorder_moves_nothing(player: Player) -> None:
    player.keeper.full = True
    before = player.session.snapshot()
    with pytest.raises(KeepingError):
        player.session.go_on()
    assert player.session.snapshot() == before
    player.keeper.full = False
    player.choose("film")
    player.do("choose", "noor")
    player.keeper.full = True
    here = player.session.snapshot()
    for act, args in [
        ("go_on", ()),
        ("step_back", ()),
        ("try_another", ()),
        ("set_options", (Options(soften=True),)),
        ("note", ("q", "a")),
    ]:
        with pytest.raises(KeepingError):
            getattr(player.session, act)(*args)
        assert player.session.snapshot() == here
    player.keeper.full = False
    player.do("go_on")
    assert player.session.scene.id == "beside"


def test_began_is_recorded_once_even_if_what_follows_is_refused(player: Player) -> None:
    player.keeper.refuse_at = frozenset({1})
    with pytest.raises(KeepingError):
        player.session.go_on()
    assert player.session.scene.id == "aboard"
    player.take(player.session)
    player.do("go_on")
    assert player.keeper.events == [Began()]


def test_without_a_recorder() -> None:
    session = Session(BUS, run_id="mine")
    session.go_on()
    assert session.run_id == "mine"
    assert session.snapshot().run == "mine"
    assert Session(BUS).run_id != Session(BUS).run_id


def test_state_and_notes_are_for_looking_only() -> None:
    session = Session(BUS)
    with pytest.raises(TypeError):
        session.state["calm"] = 5  # type: ignore[index]
    session.snapshot().state["calm"] = 9
    assert session.state["calm"] == 2
