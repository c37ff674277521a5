"""The console in the real window, over a real workshop."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from tests.scenes import Stage
from tests.scenes.console_scenes import at_question, door, led
from tests.workshop.room import Clock, begin, go_on, vote_all
from trainer.errors import NoRoom
from trainer.plans.model import NEVER_SHORTENED
from trainer.settings import Settings
from trainer.ui import theme
from trainer.ui.dialogs import AskSheet
from trainer.ui.dress import dress
from trainer.ui.workshop import keys, leading
from trainer.ui.workshop.console import own_keys
from trainer.ui.workshop.console.door_sheet import DoorSheet
from trainer.ui.workshop.console.small_screen import AGAIN
from trainer.ui.workshop.counting import pairs
from trainer.workshop import asking
from trainer.workshop.beats import BeatKind
from trainer.workshop.network.addresses import Address, Kind
from trainer.workshop.state import Phase
from trainer.workshop.telling.console_view import Standing, console_view
from trainer.workshop.telling.console_vote import Status
from trainer.workshop.telling.room_view import What, room_view

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.ui.workshop.console.page import ConsolePage
    from trainer.workshop.workshop import Workshop

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One window for all of these: making it takes longer than most of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UPSTANDER_HOME", str(tmp_path_factory.mktemp("home")))
        with Stage(Settings(keep=True, motion="reduced", palette="light")) as made:
            made.shell.show()
            made.shell.open_page("home")
            yield made


@pytest.fixture
def stage(window: Stage) -> Iterator[Stage]:
    window.shell.activateWindow()
    QTest.qWaitForWindowActive(window.shell)
    window.settle(0.01)
    yield window
    window.shell.come_back()
    leading.let_go(window.context)


@pytest.fixture
def heard(stage: Stage) -> list[str]:
    """What a screen reader was told by itself."""
    said: list[str] = []
    stage.context.announced.connect(said.append)
    return said


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def typed(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)
    press(Qt.Key.Key_Return)


def voting(stage: Stage) -> tuple[ConsolePage, Workshop]:
    page, workshop = led(stage, "train")
    at_question(workshop)
    stage.settle(0.1)
    return page, workshop


def hands(workshop: Workshop) -> dict[str, int]:
    return dict(asking.latest(workshop.state, question(workshop)).hands)  # type: ignore[union-attr]


def question(workshop: Workshop) -> str:
    return asking.questions(workshop.making, workshop.state.at)[0].id


def offered(workshop: Workshop) -> list[str]:
    return [one.id for one in asking.offered(workshop.making, workshop.state.at)]


# Notes


def test_notes_show_what_is_said_in_bold_and_nothing_else_that_is_written_in_them(
    stage: Stage,
) -> None:
    page, _workshop = led(stage)
    text = page.body.middle.notes.texts[0]
    cursor = text.textCursor()
    weights = []
    for place in (1, 4, 12):
        cursor.setPosition(place)
        weights.append(cursor.charFormat().fontWeight() > 400)
    assert weights == [True, True, False]
    assert text.words().startswith("Say: your name and why you are here. <b>One sentence</b> is")
    assert "\ufffc" not in text.words()


def test_notes_are_reached_and_scrolled_by_key_and_the_room_keeps_its_own(stage: Stage) -> None:
    page, workshop = led(stage, "train")
    stage.shell.resize(1280, 460)
    at_question(workshop)
    stage.settle(0.1)
    press(Qt.Key.Key_N, ALT)
    notes = page.body.middle.notes
    assert notes.reading.hasFocus()
    assert notes.texts[0].words() in notes.reading.accessibleDescription()
    bar = page.body.columns._scrollers[1].bar
    bar.setValue(0)
    # Also where the mouse has been in them last.
    for place in (notes.reading, notes.texts[0]):
        place.setFocus()
        before = bar.value()
        press(Qt.Key.Key_Down)
        assert bar.value() > before
    assert not page.body.vote.close_vote.isHidden()
    press(Qt.Key.Key_Space)
    assert page.body.vote.close_vote.isHidden()
    stage.shell.resize(1280, 800)


# Keys


def test_a_clicker_alone_leads_through_the_whole_plan(stage: Stage) -> None:
    page, workshop = led(stage)
    for _step in range(400):
        before = workshop.state
        press(Qt.Key.Key_PageDown)
        if workshop.state is before:
            break
        if workshop.state.played and workshop.state.at.run is not None:
            # One decision of the story is as good as four.
            workshop.do("leave")
    assert workshop.making.beat(workshop.state.at).kind is BeatKind.CLOSE
    assert stage.shell.page() is page
    # There it asks, once, and a forward key too many ends nothing.
    stage.settle(0.02)
    sheets = [one for one in page.window().findChildren(AskSheet) if one.isVisible()]
    assert [one.windowTitle() for one in sheets] == ["End the workshop?"]
    page.press(keys.Pressed(keys.Wish.NEXT))
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_Return)
    assert workshop.state.ended is None
    assert not [one for one in page.window().findChildren(AskSheet) if one.isVisible()]


def test_what_nobody_would_see_is_not_asked(stage: Stage) -> None:
    page, workshop = led(stage, "close")
    workshop.do("covered", on=True)
    while workshop.state.at.beat + 1 < len(workshop.making.beats[workshop.state.at.segment]):
        workshop.do("next")
    page.go_on()
    assert not [one for one in page.window().findChildren(AskSheet) if one.isVisible()]


def test_a_digit_one_page_too_late_says_the_way(stage: Stage) -> None:
    page, workshop = voting(stage)
    second = offered(workshop)[1]
    press(Qt.Key.Key_V)
    press(Qt.Key.Key_1)
    assert workshop.state.at.phase is Phase.FEEDBACK
    press(Qt.Key.Key_PageDown)
    before = workshop.state
    press(Qt.Key.Key_2)
    assert workshop.state is before
    assert "PgUp" in page.body.said.words()
    press(Qt.Key.Key_PageUp)
    press(Qt.Key.Key_2)
    assert workshop.state.played[question_of_last(workshop)][-1] == second


def test_the_keyboard_is_back_on_next_when_what_it_was_on_goes(stage: Stage) -> None:
    page, workshop = voting(stage)
    press(Qt.Key.Key_V)
    press(Qt.Key.Key_1)
    page.body.foot.another.setFocus()
    press(Qt.Key.Key_Return)
    assert workshop.state.at.phase is Phase.RESULT
    assert page.body.foot.next.hasFocus()
    page.body.join.door.setFocus()
    page.around._open_room("127.0.0.1")
    assert page.body.foot.next.hasFocus()
    page.do("join", voter="a")
    page.do("pause", voter="a", comes=False)
    page.body.pauses._lines[0].button.setFocus()
    press(Qt.Key.Key_Return)
    assert workshop.state.pauses[0].seen is not None
    assert page.body.foot.next.hasFocus()


def test_the_keyboard_goes_from_one_act_of_a_vote_to_the_next(stage: Stage) -> None:
    page, _workshop = voting(stage)
    page.body.vote.close_vote.setFocus()
    press(Qt.Key.Key_Return)
    assert page.body.vote.show_result.hasFocus()
    press(Qt.Key.Key_Return)
    assert page.body.vote.again.hasFocus()


def test_what_a_clicker_sends_by_turns_does_nothing(stage: Stage) -> None:
    _page, workshop = led(stage, "five-ds")
    before = workshop.state
    for _time in range(3):
        press(Qt.Key.Key_F5)
        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_Escape)
    assert workshop.state is before
    assert not stage.shell.is_left()


def test_every_shared_key_works_whatever_button_has_the_focus(stage: Stage) -> None:
    page, workshop = voting(stage)
    page.body.vote.compare.setFocus()
    page.body.head.freeze.setFocus()
    press(Qt.Key.Key_F)
    assert workshop.state.room is not None
    press(Qt.Key.Key_F)
    press(Qt.Key.Key_B)
    assert workshop.state.blank
    press(Qt.Key.Key_Period)
    assert not workshop.state.blank
    press(Qt.Key.Key_T)
    assert workshop.state.timer is not None
    press(Qt.Key.Key_P)
    assert workshop.state.breathe
    press(Qt.Key.Key_A)
    assert workshop.state.agreements
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_V)
    assert not asking.latest(workshop.state, question(workshop)).is_open
    press(Qt.Key.Key_R)
    assert workshop.state.at.phase is Phase.RESULT
    press(Qt.Key.Key_2)
    assert workshop.state.played[question_of_last(workshop)][-1] == offered_before(workshop)[1]
    press(Qt.Key.Key_Left)
    assert workshop.state.at.phase is Phase.RESULT


def question_of_last(workshop: Workshop) -> str:
    return next(iter(workshop.state.played))


def offered_before(workshop: Workshop) -> list[str]:
    place = workshop.state.past[-1]
    return [one.id for one in asking.offered(workshop.making, place)]


def test_while_one_writes_letters_are_letters_and_the_clicker_goes_on(stage: Stage) -> None:
    page, workshop = led(stage, "five-ds")
    page.body.columns.turn_to("later")
    page.body.later.text.setFocus()
    QTest.keyClicks(page.body.later.text, "bfvrtpas.123")
    assert page.body.later.text.text() == "bfvrtpas.123"
    assert not workshop.state.blank
    beat = workshop.state.at.beat
    press(Qt.Key.Key_PageDown)
    assert workshop.state.at.beat == beat + 1
    assert page.body.later.text.text() == "bfvrtpas.123"


def test_the_run_of_show_is_gone_through_and_jumped_in_by_keyboard(stage: Stage) -> None:
    page, workshop = led(stage, "five-ds")
    stage.settle(0.05)
    page.body.run.walk(1)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert workshop.making.segment(workshop.state.at).key == "five-ds"
    assert workshop.state.at.beat == 1
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.body.run.isAncestorOf(focus)


def test_a_click_in_the_run_of_show_marks_and_only_more_than_that_goes(stage: Stage) -> None:
    page, workshop = voting(stage)
    said: list[Any] = []
    stage.context.noticed.connect(said.append)
    run = page.body.run
    away = run.lines()[-1]
    before = workshop.state.at
    QTest.mouseClick(away, Qt.MouseButton.LeftButton)
    stage.settle(0.05)
    assert workshop.state.at == before
    assert run.going.isVisible()
    assert away.words() in run.going.button.accessibleName()
    assert "keeps its place" in run.going.said.text()
    press(Qt.Key.Key_Space)
    assert workshop.state.at == before
    press(Qt.Key.Key_Tab)
    assert run.going.button.hasFocus()
    press(Qt.Key.Key_Return)
    assert workshop.state.at.segment != before.segment
    assert not run.going.isVisible()
    assert "Page Up" in said[-1].text
    story = console_view(workshop.making, workshop.state).rows[before.segment]
    assert story.standing is Standing.TO_COME
    press(Qt.Key.Key_PageUp)
    assert workshop.state.at == before
    rows = console_view(workshop.making, workshop.state).rows
    assert [one.standing is Standing.DONE for one in rows[before.segment + 1 :]].count(True) == 0
    QTest.mouseDClick(run.lines()[0], Qt.MouseButton.LeftButton)
    assert workshop.state.at.segment == 0


def test_f1_lists_every_key_of_its_own(stage: Stage) -> None:
    page, _workshop = led(stage)
    stage.shell.show_keys()
    sheet = stage.top()
    caps = " ".join(label.text() for label in sheet.findChildren(QLabel))
    for key in ("H", "C", "Alt S", "Alt 1 to 3", "Page Down", "B or ."):
        assert key in caps
    # Esc does nothing here, so it is not promised either.
    assert "Esc" not in caps
    assert len(page.key_help()) >= len(own_keys.key_help())
    sheet.close()


# Hands


def test_hands_are_typed_in_as_fast_as_they_are_seen(stage: Stage) -> None:
    page, workshop = voting(stage)
    press(Qt.Key.Key_H)
    typed("2 14")
    typed("1 3, 7 2")
    ids = [one.id for one in asking.questions(workshop.making, workshop.state.at)[0].options]
    assert hands(workshop) == {ids[1]: 14, ids[0]: 3, ids[6]: 2}
    stage.settle(0.1)
    row = page.body.vote._answers[1]
    assert "14" in row.accessibleName()
    assert "14 hands" in row.accessibleName()
    # A digit begins the next count, rather than playing an answer by accident.
    page.body.head.blank.setFocus()
    press(Qt.Key.Key_4)
    assert page.body.vote.hands.line.text() == "4"
    assert workshop.state.at.phase is Phase.ASK


def test_where_hands_go_is_said_and_what_pressing_an_answer_does(stage: Stage) -> None:
    page, _workshop = voting(stage)
    vote = page.body.vote
    assert vote.hands.line.placeholderText() == "2 14 is: 14 for answer 2"
    assert vote._hint.text().startswith("Hands are written beside the answers. Press an answer")
    assert page.do("show")
    stage.settle(0.1)
    poll = vote.poll()
    assert poll is not None
    assert poll.status is Status.SHOWN
    assert vote._hint.text().startswith("Press an answer to let the story go on with it.")


def test_what_cannot_be_hands_changes_nothing_and_says_so(stage: Stage) -> None:
    page, workshop = voting(stage)
    for wrong in ("", "14", "12 3", "2 9999", "2 14 3", "x"):
        page.body.vote.hands.begin(wrong)
        press(Qt.Key.Key_Return)
        assert page.body.said.words()
        assert hands(workshop) == {}
        assert page.body.vote.hands.line.text() == wrong


def test_pairs_are_read_or_refused_whole() -> None:
    assert pairs("2 14") == [(2, 14)]
    assert pairs(" 2=14 ; 3:5,") == [(2, 14), (3, 5)]
    assert pairs("2 30 3 4") == [(2, 30), (3, 4)]
    assert pairs("2 14, 3") is None
    assert pairs("2 143 4") is None
    assert pairs("") is None


def test_a_scale_has_a_field_for_each_finger(stage: Stage) -> None:
    page, workshop = led(stage, "before")
    stage.settle(0.05)
    fields = page.body.vote.hands.fields()
    assert len(fields) == 6
    fields[5].setFocus()
    QTest.keyClicks(fields[5], "9")
    press(Qt.Key.Key_Tab)
    assert hands(workshop) == {"5": 9}
    page.body.vote.go_to(1)
    assert page.body.vote.hands.fields()[5].text() == ""


def test_a_blank_after_a_digit_is_not_the_next_step(stage: Stage) -> None:
    page, workshop = led(stage, "ladder")
    page.do("close")
    before = workshop.state
    page.body.foot.next.setFocus()
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Space)
    stage.settle(0.15)
    assert workshop.state is before
    assert page.body.said.words() == "The vote is closed: V opens it"
    page._digit.stop()
    press(Qt.Key.Key_Space)
    stage.settle(0.15)
    assert workshop.state is not before


def test_several_questions_are_gone_through_with_the_keyboard_alone(stage: Stage) -> None:
    page, workshop = led(stage, "before")
    stage.settle(0.05)
    vote = page.body.vote
    page.body.columns.turn_to("later")
    press(Qt.Key.Key_N)
    assert vote.isVisible()
    assert [one.isChecked() for one in vote._which_buttons] == [False, True, False, False, False]
    press(Qt.Key.Key_H)
    typed("3 14")
    typed("")
    typed("0 2")
    ballots = workshop.state.ballots.items()
    counted = {key: dict(passes[-1].hands) for key, passes in ballots if passes[-1].hands}
    assert counted == {"sure/problem": {"3": 14}, "sure/responsibility": {"0": 2}}
    typed("")
    typed("")
    assert vote._which_buttons[4].isChecked()
    # Behind the last one Enter does nothing to the room, however often it is pressed.
    before = workshop.state
    for _time in range(3):
        typed("")
    assert workshop.state is before
    assert "last question" in page.body.said.words()
    press(Qt.Key.Key_V)
    page.body.foot.next.setFocus()
    press(Qt.Key.Key_N)
    assert vote._which_buttons[0].isChecked()


def test_while_it_is_held_the_console_says_where_each_key_leads(stage: Stage) -> None:
    page, workshop = led(stage, "five-ds")
    seen = workshop.state.at
    press(Qt.Key.Key_F)
    press(Qt.Key.Key_PageDown)
    stage.settle(0.15)
    assert "F: the room follows you to here" in page.body.middle.screen_._ahead.text()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
    assert (workshop.state.at, workshop.state.room) == (seen, None)


# Votes


def test_numbers_come_in_steps_of_five_and_never_of_fewer(stage: Stage) -> None:
    page, workshop = voting(stage)
    ids = offered(workshop)
    vote_all(workshop, {ids[0]: 4})
    stage.settle(0.25)
    said = page.body.vote.spoken()
    assert "steps of five" in said
    assert all(row.answer.count is None for row in page.body.vote._answers if row.answer)
    press(Qt.Key.Key_V)
    assert "Fewer than five" in page.body.vote.spoken()
    assert all(row.answer.count is None for row in page.body.vote._answers if row.answer)
    page.do("open")
    vote_all(workshop, {ids[0]: 6, ids[1]: 6}, prefix="w")
    page.do("close")
    assert [row.answer.count for row in page.body.vote._answers[:2] if row.answer] == [6, 6]


def test_passes_are_laid_side_by_side_once_there_are_two(stage: Stage) -> None:
    page, workshop = voting(stage)
    ids = offered(workshop)
    vote_all(workshop, {ids[0]: 6, ids[1]: 6})
    page.do("show")
    assert page.body.vote.compare.isHidden()
    page.body.vote.again.click()
    vote_all(workshop, {ids[1]: 12})
    page.do("show")
    assert not page.body.vote.compare.isHidden()
    page.body.vote.compare.click()
    assert workshop.state.at.phase is Phase.COMPARE


def test_votes_from_another_thread_leave_the_focus_and_what_is_typed(stage: Stage) -> None:
    page, workshop = voting(stage)
    page.body.vote.hands.begin("2 1")
    ids = offered(workshop)
    phones = threading.Thread(target=vote_all, args=(workshop, {ids[0]: 30}))
    phones.start()
    while phones.is_alive():
        stage.settle(0.02)
    stage.settle(0.25)
    assert page.body.vote.hands.line.hasFocus()
    assert page.body.vote.hands.line.text() == "2 1"
    assert page.body.vote._answers[0].answer is not None
    assert page.body.vote._answers[0].answer.count == 25


def test_pressing_an_answer_plays_it(stage: Stage) -> None:
    page, workshop = voting(stage)
    page.body.vote._answers[1].click()
    assert workshop.state.at.phase is Phase.FEEDBACK
    # "I would do nothing" leads nowhere: it takes hands instead.
    workshop.do("back")
    page.do("open")
    last = [row for row in page.body.vote._answers if not row.isHidden()][-1]
    last.click()
    assert page.body.vote.hands.line.text() == "7 "


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_what_a_vote_is_led_with_stays_in_view_however_long_its_answers_are(
    stage: Stage, size: tuple[int, int]
) -> None:
    page, _workshop = voting(stage)
    # Also after there was one column, which all of this scrolls in.
    for each in ((800, 600), size):
        stage.shell.resize(*each)
        stage.settle(0.05)
    vote, bar = page.body.vote, page.body.columns._scrollers[-1].bar
    assert bar.maximum() > 0
    for place in (0, bar.maximum()):
        bar.setValue(place)
        for control in (vote.show_result, vote.close_vote, vote.hands.line):
            assert control.visibleRegion().boundingRect() == control.rect()
    assert page.body.columns.tabs["vote"].visibleRegion().boundingRect().isValid()
    assert vote.pinned.height() == vote.pinned.layout().heightForWidth(vote.pinned.width())  # type: ignore[union-attr]
    page.body.columns.turn_to("later")
    assert not vote.pinned.isVisible()
    page.body.columns.turn_to("vote")
    page.do("show")
    stage.settle(0.05)
    assert vote.again.visibleRegion().boundingRect() == vote.again.rect()
    stage.shell.resize(1280, 800)


@pytest.mark.parametrize(("text", "size"), [(125, (1366, 728)), (100, (1280, 560))])
def test_with_little_height_no_list_is_a_line_high_and_no_button_is_squashed(
    stage: Stage, text: int, size: tuple[int, int]
) -> None:
    page, workshop = voting(stage)
    dress(stage.app, stage.settings.but(text_size=text))
    stage.shell.resize(*size)
    page.say("There is no answer 9 here; nothing was counted.")
    stage.settle(0.1)
    vote, scroller = page.body.vote, page.body.columns._scrollers[-1]
    assert not page.body.columns.is_one
    assert scroller.height() > 8 * vote.fontMetrics().height()
    for button in (vote.show_result, vote.close_vote):
        assert button.height() >= button.heightForWidth(button.width())
    # The field of each answer stands beside it, and Enter goes from one to the next.
    first, second, *_others = vote.hands.fields()
    first.setFocus()
    QTest.keyClicks(first, "3")
    press(Qt.Key.Key_Return)
    assert second.hasFocus()
    row = vote._answers[1]
    assert abs(row.mapTo(vote, row.rect().topLeft()).y() - second.pos().y()) < 8
    press(Qt.Key.Key_Tab)
    assert list(hands(workshop).values()) == [3]
    vote.hands.fields()[-1].setFocus()
    press(Qt.Key.Key_Return)
    assert vote.hands.line.hasFocus()
    dress(stage.app, stage.settings)
    stage.shell.resize(1280, 800)
    stage.settle(0.05)
    assert vote.pinned.parent() is not vote.parent()


def test_answers_are_whole_the_moment_their_column_has_another_width(stage: Stage) -> None:
    page, _workshop = voting(stage)
    answers = [one for one in page.body.vote._answers if not one.isHidden()]
    rows = [*answers, *page.body.run.lines()]
    high = [row.height() for row in rows]
    # No turn of the loop in between: what is painted now is what people see.
    page.body.columns.resize(940, page.body.columns.height())
    for row in rows:
        assert row.height() >= row.heightForWidth(row.width())
    assert [row.height() for row in rows] != high
    stage.shell.resize(1281, 800)
    stage.shell.resize(1280, 800)


# Pauses


def test_a_pause_stays_on_top_until_it_is_seen_to_and_is_said_once(
    stage: Stage, heard: list[str]
) -> None:
    page, workshop = led(stage, "five-ds")
    workshop.do("join", voter="a")
    before = QApplication.focusWidget()
    workshop.do("pause", voter="a", comes=True, where="third row <b>left</b>")
    stage.settle(0.25)
    assert QApplication.focusWidget() is before
    assert page.body.pauses.isVisibleTo(page)
    for _step in range(3):
        press(Qt.Key.Key_PageDown)
        assert page.body.pauses.isVisibleTo(page)
    press(Qt.Key.Key_S, ALT)
    workshop.do("join", voter="b")
    workshop.do("pause", voter="b", comes=False)
    stage.settle(0.3)
    # Whoever waits comes before whoever is being gone to; both stay until they were seen to.
    view = console_view(workshop.making, workshop.state)
    assert [(one.id, one.going) for one in view.pauses] == [(2, False), (1, True)]
    press(Qt.Key.Key_S, ALT)
    assert page.body.pauses.isVisibleTo(page)
    assert workshop.state.pauses[0].been is None
    press(Qt.Key.Key_S, ALT)
    assert not page.body.pauses.isVisibleTo(page)
    lines = [said for said in heard if "pause" in said]
    assert lines == ["Somebody needs a pause, and would like Ana to come. "
                     "They wrote: “third row <b>left</b>”", "Somebody needs a pause."]  # fmt: skip
    assert all(one.is_done for one in workshop.state.pauses)


# Time


def test_late_it_offers_what_to_shorten_and_that_can_be_undone(
    stage: Stage, heard: list[str]
) -> None:
    clock = Clock()
    page, workshop = led(stage, "five-ds", clock)
    assert page.body.late.isHidden()
    clock.go(40 * 60)
    stage.settle(0.3)
    assert not page.body.late.isHidden()
    assert any("behind" in said for said in heard)
    kinds = [workshop.making.segments[one.segment].kind for one in page.body.late._offers]
    assert kinds
    assert not set(kinds) & NEVER_SHORTENED
    offer = page.body.late._offers[0]
    press(Qt.Key.Key_1, ALT)
    assert workshop.state.minutes[offer.segment] == offer.least
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workshop.state.minutes[offer.segment] == offer.minutes


@pytest.mark.parametrize("wide", [1280, 1366])
def test_late_the_bar_stays_on_one_line_with_what_covers_the_room(stage: Stage, wide: int) -> None:
    clock = Clock()
    stage.shell.resize(wide, 768)
    page, workshop = led(stage, "train", clock)
    head = page.body.head
    head.show_projector("HDMI-1, 1280 × 720")
    clock.go(47 * 60)
    page._tick()
    stage.settle(0.1)
    assert head._part.isVisibleTo(page)
    assert head._late.isVisibleTo(page)
    shown = [one for one in (head.title, head.blank, head.freeze, head.leave) if one.isVisible()]
    assert len(shown) == 4
    assert all(0 < one.geometry().top() < 40 and head.rect().contains(one.geometry())
               for one in shown)  # fmt: skip
    read = page.body.middle.notes.visibleRegion().boundingRect().height()
    assert read > page.body.columns.height() / 3, "the small picture gives way to the notes"
    workshop.do("end")
    stage.settle(0.1)
    assert "HDMI-1" in head.projector.words(), "with room again all of it is said"
    stage.shell.resize(1280, 800)


def test_on_the_only_screen_the_console_says_how_the_room_gets_its_view_back(
    stage: Stage,
) -> None:
    page, _workshop = led(stage, "five-ds")
    assert page.led is not None
    shown = page.led.project(stage.context, stage.shell)
    shown._answered(True)
    assert page.body.aside.isHidden()
    assert shown.window is not None
    QTest.keyClick(shown.window, Qt.Key.Key_C, CTRL_SHIFT)
    assert page.body.aside.isVisibleTo(page)
    assert page.body.head.projector.accessibleName() == "Projector: this screen"
    page.body.aside.button.click()
    assert shown.window.isVisible()
    assert page.body.aside.isHidden()
    shown.close()


def test_late_inside_a_story_it_can_end_there(stage: Stage) -> None:
    clock = Clock()
    page, workshop = led(stage, "train", clock)
    press(Qt.Key.Key_E, ALT)
    assert making_kind(workshop) is BeatKind.SCENARIO
    clock.go(60 * 60)
    stage.settle(0.3)
    assert page.body.late.end_story.isVisibleTo(page)
    press(Qt.Key.Key_E, ALT)
    assert making_kind(workshop) is not BeatKind.SCENARIO
    assert page.body.late.end_story.isHidden()
    press(Qt.Key.Key_PageUp)
    assert making_kind(workshop) is BeatKind.SCENARIO


def making_kind(workshop: Workshop) -> BeatKind:
    return workshop.making.beat(workshop.state.at).kind


def test_the_discussion_timer_runs_is_lengthened_and_ends(stage: Stage, heard: list[str]) -> None:
    clock = Clock()
    page, workshop = led(stage, "reasons", clock)
    page.body.timer.timer.click()
    page.body.timer.more.click()
    assert page.body.timer.left.text() == "02:00"
    clock.go(120)
    stage.settle(0.3)
    assert heard.count("Time is over") == 1
    page.body.timer.timer.click()
    assert workshop.state.timer is None


# Refused, not kept


def test_what_is_refused_is_a_quiet_line_until_the_next_act(stage: Stage) -> None:
    page, _workshop = led(stage, "five-ds")
    press(Qt.Key.Key_R)
    assert page.body.said.words()
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    press(Qt.Key.Key_PageDown)
    assert page.body.said.words() == ""


@contextmanager
def full(workshop: Workshop) -> Iterator[None]:
    """Nothing can be written for a while."""
    journal: Any = workshop._journal
    real = journal._file
    with open("/dev/full", "ab", buffering=0) as journal._file:
        yield
    journal._file = real


def kept(stage: Stage, tmp_path: Path) -> tuple[Any, Workshop]:
    workshop = begin(tmp_path / "w" / "journal.jsonl", Clock())
    stage.shell.open_page("workshop", workshop=workshop, projects=False)
    press(Qt.Key.Key_PageDown)
    return stage.shell.page(), workshop


def test_a_full_disk_is_said_until_something_is_kept_again(stage: Stage, tmp_path: Path) -> None:
    page, workshop = kept(stage, tmp_path)
    before = workshop.state
    with full(workshop):
        press(Qt.Key.Key_PageDown)
        assert workshop.state is before
        assert page.body.keeping.isVisibleTo(page)
        press(Qt.Key.Key_R)
        assert page.body.keeping.isVisibleTo(page)
    press(Qt.Key.Key_PageDown)
    assert workshop.state is not before
    assert not page.body.keeping.isVisibleTo(page)


def test_a_room_does_not_wait_for_a_disk(stage: Stage, tmp_path: Path) -> None:
    page, workshop = kept(stage, tmp_path)
    before = workshop.state
    with full(workshop):
        press(Qt.Key.Key_PageDown)
        page.body.keeping.go_on.click()
        assert workshop.state.at.beat == before.at.beat + 1, "once, and not twice"
        press(Qt.Key.Key_PageDown)
        page.unkept.again()
        assert page.body.keeping.isVisibleTo(page)
        assert workshop.waiting == 2
        assert page.body.keeping.go_on.isHidden()
        reached = workshop.state.at
    page.unkept.again()
    assert not page.body.keeping.isVisibleTo(page)
    assert workshop.state.at == reached, "what was done is not done again"
    leading.let_go(stage.context)
    again = go_on(tmp_path / "w" / "journal.jsonl", Clock())
    again.close()
    assert again.state.at == reached


def test_what_a_phone_could_not_keep_is_not_the_facilitators_to_do_again(
    stage: Stage, tmp_path: Path
) -> None:
    page, workshop = kept(stage, tmp_path)
    press(Qt.Key.Key_PageDown)
    before = workshop.state
    page.unkept.trouble(NoRoom("No room."))
    page.unkept.again()
    assert workshop.state is before
    with full(workshop):
        stage.context.leave_quickly()
    stage.shell.come_back()
    page.unkept.again()
    assert workshop.state.blank, "the last act that was done is not done once more"


def test_an_address_that_is_gone_is_said_once_and_not_as_something_unkept(
    stage: Stage,
) -> None:
    page, _workshop = led(stage, "five-ds")
    said: list[str] = []
    stage.context.noticed.connect(lambda one: said.append(one.text if one else ""))
    lead = leading.now(stage.context)
    assert lead is not None
    lead.open_room("127.0.0.1", 0)
    lead.look_at_address()
    assert said == []
    assert lead.room is not None
    # The address of a network that this computer has left.
    lead.room.host = "192.0.2.7"
    lead.look_at_address()
    lead.look_at_address()
    assert [one for one in said if "192.0.2.7" in one] == said
    assert len(said) == 1
    assert page.body.keeping.isHidden()


def test_closing_in_the_middle_is_asked_first(stage: Stage, tmp_path: Path) -> None:
    _page, workshop = kept(stage, tmp_path)
    stage.shell.close()
    sheet = stage.top()
    assert isinstance(sheet, AskSheet)
    assert "goes on where it was" in " ".join(one.text() for one in sheet.findChildren(QLabel))
    sheet.reject()
    assert stage.shell.isVisible()
    assert workshop.state.ended is None
    press(Qt.Key.Key_PageDown)
    stage.context.leave_quickly()
    stage.shell.close()
    assert not stage.shell.isVisible(), "behind the neutral page nothing asks"
    stage.shell.show()


def test_leaving_quickly_covers_the_room_from_whatever_page_and_disk(
    stage: Stage, tmp_path: Path
) -> None:
    _page, workshop = kept(stage, tmp_path)
    stage.shell.open_page("home")
    stage.context.change(text_size=110)
    with full(workshop):
        stage.context.leave_quickly()
        assert workshop.state.blank
    stage.shell.come_back()
    stage.context.change(text_size=100)


# Questions, later, the room


def test_a_question_is_shown_to_the_room_only_after_it_was_asked_again(stage: Stage) -> None:
    page, workshop = led(stage, "reasons")
    workshop.do("join", voter="a")
    workshop.do("ask", voter="a", text="What if he has a knife?")
    stage.settle(0.1)
    page.body.columns.turn_to("asked")
    card = page.body.asked._cards[0]
    card._show.click()
    assert handled(workshop) == "new"
    # Not by an Enter too many.
    press(Qt.Key.Key_Return)
    assert handled(workshop) == "new"
    card._show.click()
    card._yes.click()
    assert handled(workshop) == "shown"
    card._keep.click()
    assert handled(workshop) == "kept"


def handled(workshop: Workshop) -> str:
    return str(workshop.state.asked[0].handled)


def test_what_is_left_for_later_has_an_owner_and_comes_back_when_undone(stage: Stage) -> None:
    page, workshop = led(stage, "reasons")
    page.body.columns.turn_to("later")
    page.body.later.text.setFocus()
    typed("What the law says")
    entry = page.body.later.entries[0]
    entry.owner.setFocus()
    typed("Dana")
    assert [(one.text, one.owner) for one in workshop.state.parked] == [
        ("What the law says", "Dana")
    ]
    entry._gone.click()
    assert not workshop.state.parked
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [(one.text, one.owner) for one in workshop.state.parked] == [
        ("What the law says", "Dana")
    ]


def test_groups_ask_once_how_many_people_are_here(stage: Stage) -> None:
    page, workshop = led(stage, "threes")
    assert page.body.foot.asks_people.isVisibleTo(page)
    page.body.foot.people.setFocus()
    typed("60")
    assert workshop.state.people == 60
    assert workshop.state.at.beat == 0, "Enter is the field's, and not the room's"
    assert page.body.foot.asks_people.isHidden()
    assert page.body.foot.next.hasFocus()
    assert "60 people make 20 groups" in page.body.middle.notes.reading.accessibleDescription()


def test_people_strip_care_and_softening_are_changed_in_the_room_tab(stage: Stage) -> None:
    page, workshop = led(stage, "reasons")
    page.body.columns.turn_to("room")
    room = page.body.room
    room.people.setFocus()
    typed("41")
    room.name.setFocus()
    QTest.keyClicks(room.name, " Lim")
    press(Qt.Key.Key_Return)
    room.has_strip.click()
    assert workshop.state.strip == ""
    room.strip.setFocus()
    typed("Please sit down.")
    room.soften.click()
    state = workshop.state
    assert (state.people, state.strip, state.soften) == (41, "Please sit down.", False)
    assert workshop.making.care(state) == ("Ana Lim", "by the door, in a green scarf")
    room.has_strip.click()
    assert workshop.state.strip is None


# What is private


def test_nothing_private_is_in_what_the_room_sees(stage: Stage) -> None:
    page, workshop = led(stage, "train")
    door(workshop)
    at_question(workshop)
    vote_all(workshop, {offered(workshop)[1]: 23})
    workshop.do("ask", voter="v0", text="secret-question")
    workshop.do("pause", voter="v1", comes=True, where="secret-place")
    workshop.do("park", text="secret-later", owner="secret-owner")
    stage.settle(0.25)
    view = page._view
    assert view is not None
    private = [note.text for note in view.notes]
    assert private
    console = "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))
    console += "\n".join(one.words() for one in page.body.middle.notes.texts)
    for words in (*private, "secret-place"):
        assert words in console
    small = page.body.middle.screen_.screen_
    assert small._teller is not None
    shown = (room_view(workshop.making, workshop.state), small._teller.telling.seen)
    # The picture is drawn of the scenario, which has the notes in it; drawn are people alone.
    seen = "".join(str(replace(one, picture=None)) for one in shown)
    seen += small.accessibleName() + small.accessibleDescription()
    seen += "".join(one.text() for one in small.findChildren(QLabel))
    for words in (*private, "secret-question", "secret-place", "secret-later", "secret-owner"):
        assert words not in seen
    assert all(vote.tally is None for vote in small._teller.telling.seen.votes)


def test_the_small_screen_is_painted_only_where_the_room_sees_something_else(stage: Stage) -> None:
    page, workshop = voting(stage)
    assert page.bridge is not None
    door(workshop)
    page.bridge._look()
    small = page.body.middle.screen_.screen_
    stage.settle(0.1)
    assert small._page is not None
    # How many have joined stands nowhere in the room.
    before = small._picture
    assert before is not None
    workshop.do("join", voter="a")
    page.bridge._look()
    stage.settle(AGAIN / 1000 + 0.05)
    assert page._view is not None
    assert page._view.joined == 1
    assert small._picture is before
    # Numbers wait their turn, and are not forgotten; what a key does is there with the next look.
    count = {"question": question(workshop), "answer": offered(workshop)[0]}
    page.do("hands", **count, count=3)
    assert small._picture is before
    assert small._wait.interval() == AGAIN
    page.do("blank", on=True)
    stage.settle(0.1)
    assert small._page.telling.seen.what is What.BLANK
    assert small._picture is not before
    page.do("blank", on=False)
    stage.settle(0.1)
    page.do("hands", **count, count=5)
    stage.settle(AGAIN / 1000 + 0.05)
    assert small._page.telling.seen.votes[0].answered == 5


# Around


def test_leaving_quickly_covers_both_screens_and_the_way_back_goes_on(stage: Stage) -> None:
    page, workshop = led(stage, "five-ds")
    page.body.head.leave.click()
    assert stage.shell.is_left()
    assert workshop.state.blank
    stage.shell.come_back()
    assert stage.shell.page() is page
    press(Qt.Key.Key_H, CTRL_SHIFT)
    assert stage.shell.is_left()
    stage.shell.come_back()
    press(Qt.Key.Key_B)
    assert not workshop.state.blank


def test_it_is_dark_whatever_the_window_is_and_lets_go_of_that(stage: Stage) -> None:
    stage.shell.open_page("home")
    assert not theme.colours().dark
    _page, workshop = led(stage, "five-ds")
    assert theme.colours().dark
    stage.context.larger()
    assert theme.colours().dark
    stage.context.usual_size()
    stage.shell.open_page("help")
    assert not theme.colours().dark
    # Esc is as ever on other pages, and the workshop is where it was.
    assert stage.context.escape_leaves
    stage.shell.open_page("workshop")
    led_now = leading.now(stage.context)
    assert led_now is not None
    assert led_now.workshop is workshop
    assert theme.colours().dark


def test_the_end_is_asked_for_and_leads_to_the_report(stage: Stage) -> None:
    page, workshop = led(stage, "close")
    page.body.room.end.click()
    stage.settle(0.02)
    sheet = stage.top()
    press(Qt.Key.Key_Return)
    assert workshop.state.ended is None
    page.body.room.end.click()
    sheet = stage.top()
    assert isinstance(sheet, QDialog)
    sheet.agreed.emit()  # type: ignore[attr-defined]
    sheet.close()
    assert workshop.state.ended is not None
    assert stage.shell.page().name == "workshop-after"
    # The room's thank-you stays until somebody closes it.
    assert leading.now(stage.context) is not None
    stage.shell.undo()
    assert leading.now(stage.context) is not None
    stage.shell.notices.act()
    assert leading.now(stage.context) is None


def test_the_window_goes_on_while_the_networks_are_looked_for(stage: Stage) -> None:
    led(stage, "five-ds")
    held = threading.Event()
    wifi = Address("192.168.4.20", Kind.LOCAL, "wlan0")

    def slowly() -> tuple[Address, ...]:
        assert held.wait(10)
        return (wifi,)

    sheet = DoorSheet(stage.context, stage.shell, slowly)
    gone = DoorSheet(stage.context, stage.shell, slowly)
    asked: list[str] = []
    sheet.opened.connect(asked.append)
    for one in (sheet, gone):
        one.open()
    assert not sheet.go.isVisible()
    # Whoever does not wait for it is not told, and nothing comes to grief.
    gone.close()
    held.set()
    for _turn in range(100):
        if sheet.go.isVisible():
            break
        stage.settle(0.02)
    assert sheet.pick.value() == wifi.ip
    sheet.go.click()
    assert asked == [wifi.ip]


def test_phones_are_let_in_and_shut_out_by_a_person_only(stage: Stage) -> None:
    page, workshop = led(stage, "five-ds")
    assert workshop.state.door is None
    page.around._open_room("127.0.0.1")
    assert workshop.state.door is not None
    code = workshop.state.door.code
    texts = [one.text() for one in page.body.join.findChildren(QLabel)]
    assert code in texts
    # The care person's page is one press away, and its code one more.
    page.body.columns.turn_to("room")
    page.body.room.card.click()
    sheet = stage.top()
    assert isinstance(sheet, QDialog)
    assert not any(page.led.workshop.state.door.care in one.text()
                   for one in sheet.findChildren(QLabel) if one.isVisible())  # fmt: skip
    sheet.close()
    page.body.join.door.click()
    assert not workshop.state.door.is_open
    assert code not in [
        one.text() for one in page.body.join.findChildren(QLabel) if one.isVisibleTo(page)
    ]


def test_narrow_everything_is_behind_tabs_and_a_key_leads_to_each(stage: Stage) -> None:
    page, _workshop = led(stage, "five-ds")
    stage.shell.resize(800, 600)
    stage.settle(0.1)
    assert page.body.columns.is_one
    places: dict[Qt.Key, QWidget] = {
        Qt.Key.Key_O: page.body.run,
        Qt.Key.Key_L: page.body.later,
        Qt.Key.Key_R: page.body.room,
    }
    for key, widget in places.items():
        press(key, ALT)
        assert widget.isVisibleTo(page)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert widget.isAncestorOf(focus)
    stage.shell.resize(1280, 800)
    stage.settle(0.1)
    assert not page.body.columns.is_one
    assert page.body.run.isVisibleTo(page)


# What stands in a field counts


def counting(stage: Stage) -> tuple[ConsolePage, Workshop, list[str]]:
    """A vote with 3 hands counted for the first answer, and 4 typed for the second."""
    page, workshop = voting(stage)
    page.body.columns.turn_to("vote")
    first, second = page.body.vote.hands.fields()[:2]
    first.setFocus()
    QTest.keyClicks(first, "3")
    press(Qt.Key.Key_Tab)
    assert second.hasFocus()
    QTest.keyClicks(second, "4")
    return (
        page,
        workshop,
        [one.id for one in asking.questions(workshop.making, workshop.state.at)[0].options],
    )


@pytest.mark.parametrize(
    "goes", ["R", "V", "PgDown", "Space", "N", "mouse", "elsewhere", "digit", "leaving", "window"]
)
def test_what_stands_in_a_count_is_counted_however_one_goes_on(stage: Stage, goes: str) -> None:
    page, workshop, ids = counting(stage)
    asked = question(workshop)
    keyed = {"R": Qt.Key.Key_R, "V": Qt.Key.Key_V, "PgDown": Qt.Key.Key_PageDown,
             "Space": Qt.Key.Key_Space, "N": Qt.Key.Key_N}  # fmt: skip
    if goes in keyed:
        press(keyed[goes])
    elif goes == "mouse":
        QTest.mouseClick(page.body.vote.close_vote, Qt.MouseButton.LeftButton)
        stage.settle(0.15)
    elif goes == "elsewhere":
        page.body.foot.next.setFocus(Qt.FocusReason.MouseFocusReason)
    elif goes == "digit":
        page.press(keys.Pressed(keys.Wish.RESULT))
    elif goes == "leaving":
        stage.shell.open_page("home")
    else:
        stage.shell.close()
        stage.settle(0.05)
    latest = asking.latest(workshop.state, asked)
    assert latest is not None
    assert dict(latest.hands) == {ids[0]: 3, ids[1]: 4}
    at = workshop.state.at
    assert (at.phase is Phase.RESULT) is (goes in ("R", "digit"))
    if goes in ("V", "PgDown", "mouse"):
        assert page.body.vote.poll().status is Status.CLOSED  # type: ignore[union-attr]
    for sheet in stage.shell.findChildren(QDialog):
        sheet.close()


def test_in_a_count_digits_are_digits_and_an_emptied_one_counts_nothing(stage: Stage) -> None:
    page, workshop, ids = counting(stage)
    second = page.body.vote.hands.fields()[1]
    QTest.keyClicks(second, "2")
    assert second.text() == "42"
    press(Qt.Key.Key_Space)
    assert hands(workshop) == {ids[0]: 3, ids[1]: 42}
    second.clear()
    press(Qt.Key.Key_Tab)
    assert hands(workshop).get(ids[1], 0) == 0


def test_asked_again_a_count_is_empty_also_where_the_keyboard_stands(stage: Stage) -> None:
    page, workshop, _ids = counting(stage)
    press(Qt.Key.Key_V)
    second = page.body.vote.hands.fields()[1]
    second.setFocus()
    press(Qt.Key.Key_V)
    assert second.text() == ""
    press(Qt.Key.Key_Tab)
    assert hands(workshop) == {}


def test_the_line_for_hands_counts_too_when_a_key_goes_on(stage: Stage) -> None:
    page, workshop = voting(stage)
    ids = [one.id for one in asking.questions(workshop.making, workshop.state.at)[0].options]
    page.body.vote.hands.begin("2 1")
    QTest.keyClicks(page.body.vote.hands.line, "4")
    asked = question(workshop)
    press(Qt.Key.Key_R)
    latest = asking.latest(workshop.state, asked)
    assert latest is not None
    assert dict(latest.hands) == {ids[1]: 14}
    assert workshop.state.at.phase is Phase.RESULT


def test_what_stands_in_the_other_fields_counts_too(stage: Stage) -> None:
    page, workshop = led(stage, "reasons")
    page.body.columns.turn_to("room")
    room = page.body.room
    room.people.setFocus()
    room.people.clear()
    QTest.keyClicks(room.people, "41")
    press(Qt.Key.Key_PageDown)
    assert workshop.state.people == 41
    room.has_strip.click()
    room.strip.setFocus()
    QTest.keyClicks(room.strip, "Please sit down.")
    room.name.setFocus()
    assert workshop.state.strip == "Please sit down."
    QTest.keyClicks(room.name, " Lim")
    press(Qt.Key.Key_PageDown)
    assert workshop.making.care(workshop.state) == ("Ana Lim", "by the door, in a green scarf")
