from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.practice.hands import SMALL_BUS, Hands, Key
from trainer.practice.snapshot import Phase
from trainer.ui.practice.choices import ChoiceCard

if TYPE_CHECKING:
    from pathlib import Path


def test_before_the_first_scene_stands_what_it_is_and_who_you_are(hands: Hands) -> None:
    hands.open("practice", scenario=SMALL_BUS)
    seen = hands.seen()
    assert "Your part: rider. You are on your way to work." in seen
    assert "In it: racist language; shouting." in seen
    assert "Not yet reviewed by a community organisation" in seen
    assert QApplication.focusWidget() is hands.button("Begin")
    assert hands.context.store.run_count() == 0


def test_a_true_skip_begins_without_the_hard_parts(hands: Hands) -> None:
    hands.open("practice", scenario=SMALL_BUS)
    hands.button("Begin without the hard parts").click()
    hands.press(Key.Key_Return)
    assert "You people" not in hands.seen()
    assert "He says something about where she comes from." in hands.seen()


def test_the_hard_part_of_one_scene_can_be_skipped(hands: Hands) -> None:
    hands.begin()
    assert "In this part: racist language." in hands.seen()
    hands.button("Skip the hard part").click()
    assert "You people" not in hands.seen()
    assert hands.session.skipped


def test_digits_choose_and_what_is_shown_is_kept_already(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_1)
    assert hands.phase is Phase.FEEDBACK
    kept = hands.context.store.run(hands.session.run_id)
    assert [one.decided.choice for one in kept.decisions] == ["ask-the-way"]
    seen = hands.seen()
    for words in (
        "Distract",
        "Strong fit",
        "You gave her your attention, not him.",
        "Someone sat down with her. She had a reason to turn away.",
        "Why it works",
        "What else would have fitted?",
        "“Excuse me, which stop is best for the market?”",
    ):
        assert words in seen


def test_enter_goes_on_but_chooses_nothing_that_was_not_looked_at(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_Return)
    assert hands.phase is Phase.DECIDING
    focused = QApplication.focusWidget()
    assert isinstance(focused, ChoiceCard)
    hands.press(Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return)
    decision = hands.session.last
    assert decision is not None
    assert decision.choice is not None
    assert decision.choice.id == "tell-driver"
    hands.press(Key.Key_Return)
    assert hands.session.scene.id == "he-turns"


def test_a_key_held_down_does_not_run_through_the_scenes(hands: Hands) -> None:
    hands.open("practice", scenario=SMALL_BUS)
    hands.press(Key.Key_Return)
    held = QKeyEvent(
        QEvent.Type.KeyPress,
        Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        "\r",
        autorep=True,
    )
    QApplication.sendEvent(hands.practice, held)
    assert hands.session.scene.id == "aboard"


def test_backspace_steps_back_and_the_choice_can_be_made_anew(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_1, Key.Key_Backspace)
    assert hands.phase is Phase.DECIDING
    assert not hands.session.decisions
    hands.press(Key.Key_Backspace)
    assert hands.session.scene.id == "aboard"
    hands.press(Key.Key_Backspace)
    assert hands.session.scene.id == "aboard"


def test_try_another_keeps_both_and_then_names_the_d_that_was_tried(hands: Hands) -> None:
    hands.begin()
    assert "Document · you tried this" not in _below(hands)
    hands.press(Key.Key_3)
    assert "Poor fit" in hands.seen()
    assert "Why it backfires here" in hands.seen()
    hands.button("Try another choice").click()
    assert _below(hands)[2] == "Document · you tried this"
    assert _below(hands)[0] == ""
    hands.press(Key.Key_1)
    kept = hands.context.store.run(hands.session.run_id).decisions
    assert [(one.decided.choice, one.retried, one.decided.first) for one in kept] == [
        ("film", True, True),
        ("ask-the-way", False, False),
    ]


def _below(hands: Hands) -> list[str]:
    return [card.below() for card in hands.practice._stage.choices.cards()]


def test_d_names_show_before_choosing_only_when_the_setting_says_so(hands: Hands) -> None:
    hands.begin()
    assert not any(_below(hands))
    hands.context.change(show_d_names=True)
    assert _below(hands)[:2] == ["Distract", "Delegate"]


def test_strong_language_is_softened_at_once_and_on_disk(hands: Hands) -> None:
    hands.begin()
    assert "You people brought it here." in hands.seen()
    hands.context.change(soften=True)
    assert "You people brought it here." not in hands.seen()
    assert "He tells her to go back where she came from." in hands.seen()
    assert "You people" not in hands.practice._stage.spoken


def test_check_first_asks_by_name_and_shows_the_facts_on_demand(hands: Hands) -> None:
    hands.begin()
    assert "Is Mrs. Lin safe?" in hands.seen()
    assert "the driver has not noticed" not in hands.seen()
    hands.button("Look around").click()
    assert "the driver has not noticed" in hands.seen()


def test_own_words_are_written_then_ticked_and_judged_by_nobody(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_6)
    assert not hands.button("Done writing").isEnabled()
    hands.write("Let her be, please.")
    assert "Names what happened" not in hands.seen()
    hands.press(Key.Key_Return, ctrl=True)
    assert "Names what happened" in hands.seen()
    hands.press(Key.Key_Space, Key.Key_Return)
    decision = hands.session.last
    assert decision is not None
    assert (decision.words, decision.ticked) == ("Let her be, please.", (0,))
    assert "“Let her be, please.”" in hands.seen()
    assert "In your words: Names what happened" in hands.seen()
    assert "Poor fit" not in hands.seen()


def test_backspace_leaves_own_words_and_what_was_written_stays(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_6)
    hands.write("Let her be")
    hands.button("Back to the choices").click()
    hands.press(Key.Key_6)
    assert hands.practice._stage.own_words._box.text() == "Let her be"


def test_own_words_half_written_are_there_the_next_time(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_6)
    hands.write("Mrs. Lin, may I")
    run = hands.session.run_id
    hands.open("home")
    draft = hands.context.store.place(run).draft
    assert draft is not None
    assert draft.words == "Mrs. Lin, may I"
    hands.open("practice", run=run)
    assert hands.practice._stage.is_writing
    hands.write(" sit here?")
    assert hands.practice._stage.own_words._box.text() == "Mrs. Lin, may I sit here?"
    hands.button("Back to the choices").click()
    hands.press(Key.Key_1)
    assert hands.session.draft is None


def test_the_clock_is_off_until_it_is_asked_for_and_can_be_held(hands: Hands) -> None:
    hands.begin()
    timer = hands.practice._timer
    assert not timer.isVisible()
    hands.context.change(timed=True)
    assert timer.isVisible()
    assert timer.is_running
    hands.button("Pause").click()
    assert not timer.is_running
    hands.button("Run on").click()
    timer.ran_out.emit()
    assert hands.session.scene.id == "he-turns"
    assert "The moment passed." in hands.seen()


def test_leaving_quickly_holds_the_clock(hands: Hands) -> None:
    hands.begin()
    hands.context.change(timed=True)
    hands.context.leave_quickly()
    assert not hands.practice._timer.is_running


def test_options_of_the_settings_do_not_begin_a_run(hands: Hands) -> None:
    hands.open("practice", scenario=SMALL_BUS)
    hands.context.change(soften=True)
    assert hands.context.store.run_count() == 0


def test_an_unfinished_run_goes_on_at_the_very_same_place(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_3)
    run = hands.session.run_id
    hands.open("home")
    hands.open("practice", scenario=SMALL_BUS)
    assert hands.session.run_id == run
    assert hands.phase is Phase.FEEDBACK
    assert "A camera before a hand." in hands.seen()
    assert "You are back where you stopped." in hands.seen()


def test_starting_again_begins_a_run_of_its_own(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_3)
    hands.open("practice", scenario=SMALL_BUS, again=True)
    assert hands.button("Begin").isVisible()


def test_a_changed_scenario_says_so_and_keeps_what_holds(hands: Hands, scenario_file: Path) -> None:
    hands.begin()
    hands.press(Key.Key_3, Key.Key_Return, Key.Key_3, Key.Key_Return)
    run = hands.session.run_id
    hands.open("home")
    changed = scenario_file.read_text("utf-8").replace("id: drop-keys", "id: drop-the-keys")
    scenario_file.write_text(changed, "utf-8")
    hands.context.library.refresh()
    hands.open("practice", run=run)
    assert "This scenario has changed since you were here." in hands.seen()
    assert [one.scene.id for one in hands.session.decisions] == ["grey-stops"]


def test_a_scenario_deleted_during_a_run_plays_on(hands: Hands, scenario_file: Path) -> None:
    hands.begin()
    scenario_file.unlink()
    hands.context.library.refresh()
    hands.press(Key.Key_1, Key.Key_Return)
    assert hands.session.scene.id == "beside"


def test_a_run_whose_scenario_is_gone_is_told_calmly(hands: Hands, scenario_file: Path) -> None:
    hands.begin()
    hands.press(Key.Key_1)
    run = hands.session.run_id
    # The page holds another scenario now; the one just played could be gone on with.
    hands.open("practice", scenario="morning-train")
    scenario_file.unlink()
    hands.context.library.refresh()
    hands.open("practice", run=run)
    assert hands.shell.page().name == "home"
    hands.sheet().close()


def test_a_full_disk_is_told_once_and_nothing_is_lost(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_3)
    connection = hands.context.store._database.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    long = "x" * 20_000
    hands.button("Try another choice").click()
    hands.press(Key.Key_6)
    hands.practice._stage.own_words._box.set_text(long)
    hands.press(Key.Key_Return, ctrl=True)
    hands.press(Key.Key_Return, ctrl=True)
    assert hands.session.last is None
    assert "nothing is lost" in hands.seen()
    hands.button("Go on without keeping").click()
    assert hands.phase is Phase.FEEDBACK
    assert "not kept yet" in hands.seen()
    connection.execute("PRAGMA max_page_count = 100000")
    hands.press(Key.Key_Return)
    assert "not kept yet" not in hands.seen()
    kept = hands.context.store.run(hands.session.run_id).decisions
    assert [one.decided.words for one in kept] == ["", long]
    assert hands.context.store.place(hands.session.run_id) == hands.session.snapshot()


def test_the_segments_tell_how_far_it_is(hands: Hands) -> None:
    hands.begin()
    segments = hands.practice._segments
    assert segments.value() == 0
    hands.press(Key.Key_1)
    assert segments.value() == 1
    assert segments.maximum() >= 2


def test_the_library_is_one_step_away(hands: Hands) -> None:
    hands.begin()
    hands.button("Library").click()
    assert hands.shell.page().name == "home"


def test_words_for_the_screen_reader_come_with_each_scene(hands: Hands) -> None:
    said: list[str] = []
    hands.context.announced.connect(said.append)
    hands.begin()
    assert said[-1].startswith("A man in a grey jacket")
    hands.press(Key.Key_1)
    assert "You gave her your attention, not him." in said[-1]


def test_every_key_that_the_page_takes_is_listed(hands: Hands) -> None:
    hands.begin()
    keys = {key for key, _what in hands.practice.key_help()}
    assert {"1 to 9", "Enter", "Backspace", "Alt P"} <= keys


def test_reading_aloud_is_offered_only_where_a_voice_is(hands: Hands) -> None:
    hands.begin()
    voice = hands.context.voice
    assert hands.practice._read_aloud.isVisible() == voice.available
    hands.practice._read_aloud.stop()
    assert not voice.speaking
