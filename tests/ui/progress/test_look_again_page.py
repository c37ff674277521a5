"""The moment of an earlier decision, in the version of the scenario that it was made in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.practice.conftest import hands, scenario_file
from tests.ui.practice.hands import SMALL_BUS, Hands, Key
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.progress.looking_back import look_again, versions

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.progress.looking_back.look_again import Made

__all__ = ["hands", "scenario_file"]

FILM = "Start filming the man from across the aisle."


def poor(hands: Hands) -> Made:
    """Film first, in the practice page itself, then go on and leave."""
    hands.begin()
    hands.press(Key.Key_3)
    assert hands.session.last is not None
    assert hands.session.last.choice is not None
    assert hands.session.last.choice.id == "film"
    hands.press(Key.Key_Return)
    hands.open("home")
    (made,) = look_again.listed(hands.context.store, 9)
    return made


def look(hands: Hands, made: Made) -> str:
    hands.open("look-again", number=made.number)
    return hands.seen()


def change(
    file: Path, hands: Hands, old: str = "Start filming", new: str = "Begin to film"
) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    hands.context.library.refresh()


def test_it_shows_scene_decision_and_feedback_and_plays_on_from_there(hands: Hands) -> None:
    made = poor(hands)
    seen = look(hands, made)
    for words in (FILM, "A camera before a hand.", "Poor fit", "You decided this on "):
        assert words in seen
    assert "has changed since" not in seen
    # Enter plays on wherever the page was read to; the run from then stays as it is.
    hands.press(Key.Key_Return)
    session = hands.session
    assert (session.scene.id, session.phase) == ("grey-stops", Phase.DECIDING)
    assert (session.replay_of, session.tried) == (made.run, ("film",))
    assert "You play on from here. Your earlier run stays as it is." in hands.seen()
    hands.press(Key.Key_1)
    hands.open("home")
    newest, oldest = hands.context.store.runs()
    assert (newest.is_replay, newest.replay_of, oldest.decisions) == (True, made.run, 1)
    assert len(look_again.listed(hands.context.store, 9)) == 1


def test_playing_keeps_the_version_and_it_is_shown_after_a_change(
    hands: Hands, scenario_file: Path
) -> None:
    made = poor(hands)
    assert versions.source(hands.context.store, made.content_hash) == scenario_file.read_bytes()
    change(scenario_file, hands)
    seen = look(hands, made)
    assert FILM in seen
    assert "The scenario has changed since; this is how it was then." in seen
    hands.press(Key.Key_Return)
    assert hands.session.scenario.content_hash == made.content_hash
    assert FILM in hands.seen()


def test_the_version_is_kept_while_one_still_plays(hands: Hands, scenario_file: Path) -> None:
    hands.begin()
    hands.press(Key.Key_3)
    content_hash = hands.session.scenario.content_hash
    assert versions.source(hands.context.store, content_hash) is None
    hands.stage.settle(0.5)
    assert versions.source(hands.context.store, content_hash) == scenario_file.read_bytes()


def test_a_run_in_a_kept_version_is_resumed_debriefed_and_listed(
    hands: Hands, scenario_file: Path
) -> None:
    made = poor(hands)
    scenario_file.unlink()
    hands.context.library.refresh()
    assert "The scenario is gone since; this is how it was then." in look(hands, made)
    hands.press(Key.Key_Return, Key.Key_2)
    run, choice = hands.session.run_id, hands.session.steps[-1].choice
    hands.open("home")
    hands.open("practice", run=run)
    assert hands.session.steps[-1].choice == choice
    assert "You are back where you stopped, in the scenario as it was then." in hands.seen()
    hands.open("debrief", run=run)
    assert hands.debrief._session is not None
    assert hands.debrief._session.scenario.content_hash == made.content_hash
    hands.open("past-runs")
    hands.stage.settle(0.05)
    assert "Its scenario is not in the library any more." not in hands.seen()
    assert hands.button("Continue").isVisible()


def test_without_the_version_todays_is_shown_and_said(hands: Hands, scenario_file: Path) -> None:
    made = poor(hands)
    with hands.context.store.writing() as connection:
        connection.execute("UPDATE version SET source = NULL")
    change(scenario_file, hands)
    seen = look(hands, made)
    assert "its version from then was not kept: this is today’s." in seen
    assert "Begin to film the man from across the aisle." in seen
    hands.press(Key.Key_Return)
    assert hands.session.scene.id == "grey-stops"


def test_a_moment_that_is_gone_shows_what_was_kept_and_plays_on_near_it(
    hands: Hands, scenario_file: Path
) -> None:
    made = poor(hands)
    with hands.context.store.writing() as connection:
        connection.execute("UPDATE version SET source = NULL")
    change(scenario_file, hands, "id: film", "id: record")
    seen = look(hands, made)
    assert "this moment is not in it any more" in seen
    assert "Poor fit" in seen
    hands.button("Play on from the nearest place").click()
    hands.settle()
    assert (hands.session.scene.id, hands.session.replay_of) == ("grey-stops", made.run)


def test_a_scenario_that_is_gone_leaves_what_was_decided(hands: Hands, scenario_file: Path) -> None:
    made = poor(hands)
    with hands.context.store.writing() as connection:
        connection.execute("UPDATE version SET source = NULL")
    scenario_file.unlink()
    hands.context.library.refresh()
    seen = look(hands, made)
    assert "The scenario is gone, and its version from then was not kept." in seen
    assert "Document" in seen
    assert "Play again from here" not in seen
    hands.press(Key.Key_Return)
    assert hands.shell.page().name == "look-again"


def test_it_is_taken_off_the_list_and_put_back(hands: Hands) -> None:
    made = poor(hands)
    look(hands, made)
    hands.button("Take it off the list").click()
    assert look_again.listed(hands.context.store, 9) == []
    hands.button("Put it on the list to look at again").click()
    assert [one.number for one in look_again.listed(hands.context.store, 9)] == [made.number]


def test_a_decision_that_was_deleted_leads_back(hands: Hands) -> None:
    made = poor(hands)
    hands.context.store.delete_run(made.run)
    hands.open("look-again", number=made.number)
    assert hands.shell.page().name == "progress"
    assert "This decision is not kept any more." in hands.seen()


def test_a_run_that_is_no_replay_goes_on_in_todays_version(
    hands: Hands, scenario_file: Path
) -> None:
    made = poor(hands)
    change(scenario_file, hands)
    hands.open("practice", run=made.run)
    assert hands.session.scenario.content_hash != made.content_hash
    assert "This scenario has changed since you were here." in hands.seen()


def test_strong_language_is_softened_as_everywhere(hands: Hands) -> None:
    session = Session(hands.context.library.load(SMALL_BUS), recorder=hands.context.store)
    session.go_on()
    session.choose("film")
    made = look_again.listed(hands.context.store, 1)[0]
    hard = {line.text for line in session.scene.lines if line.soft is not None}
    soft = {line.soft for line in session.scene.lines if line.soft is not None}
    text, softened = session.scene.text or "", session.scene.soft
    assert hard or softened
    seen = look(hands, made)
    assert not any(words and words in seen for words in soft)
    hands.context.change(soften=True)
    hands.open("home")
    seen = look(hands, made)
    assert not any(words in seen for words in hard)
    assert softened is None or text not in seen
