"""Thursday, 60 people: what the facilitator does, by keyboard and clicker, in real windows.

It is 17:40. The borrowed projector turns out to be mirrored (one screen), or is a second screen;
the guest network keeps phones apart. So a few phones come over the laptop's own hotspot, and the
rest of the room raises hands. Somebody needs a pause, and gets one. The clock is the story's;
everything else is real: windows, room, phones, journal.

``python -m tests.stories.thursday`` walks through it on the screens that Qt was given.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from tests.stories.evening import Evening, shot
from tests.workshop.phones import Crowd, Phone
from tests.workshop.room import Clock
from trainer.settings import Settings
from trainer.ui.dialogs import AskSheet
from trainer.ui.workshop.after.page import WorkshopAfterPage
from trainer.ui.workshop.console.page import ConsolePage
from trainer.ui.workshop.home.page import WorkshopHomePage
from trainer.ui.workshop.projector.hands_field import HandsField
from trainer.ui.workshop.projector.sheets import OneScreenSheet
from trainer.ui.workshop.projector.window import ProjectorWindow
from trainer.ui.workshop.ready.care_sheet import CareSheet
from trainer.ui.workshop.ready.page import ReadyPage
from trainer.ui.workshop.ready.self_test_sheet import SelfTestSheet
from trainer.workshop import asking, holding, timing
from trainer.workshop.network.addresses import Address, Kind
from trainer.workshop.network.ladder import Rung
from trainer.workshop.network.verdict import Answer, Verdict
from trainer.workshop.telling.room_view import What, room_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.practice.hands import Hands
    from trainer.ui.workshop.ready.preparing import Preparation
    from trainer.workshop.state import State
    from trainer.workshop.workshop import Workshop

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SETTINGS = Settings(keep=True, motion="reduced", palette="light")
GUESTS = Address("127.0.0.3", Kind.LOCAL, "guests", wireless=True, default=True)
HOTSPOT = Address("127.0.0.4", Kind.HOTSPOT, "own", wireless=True)
SECRET = "third row, by the pillar"
QUESTION = "What if he follows me home?"


class Thursday:
    """The evening, step by step."""

    def __init__(self, hands: Hands, clock: Clock) -> None:
        self.hands = hands
        self.stage = hands.stage
        self.clock = clock

    # Hands and eyes

    def until(self, so: Callable[[], object]) -> None:
        for _turn in range(500):
            if so():
                return
            self.stage.settle(0.01)
        raise AssertionError("it never came")

    def front(self) -> QWidget:
        """The window that has the keyboard; on the only screen that is the room's."""
        sheet = QApplication.activeModalWidget()
        if sheet is not None:
            return QApplication.focusWidget() or sheet
        if len(self.stage.app.screens()) == 1 and self.window() is not None:
            return self.projector
        return self.hands.focus()

    def press(self, *pressed: Qt.Key, ctrl: bool = False) -> None:
        for key in pressed:
            QTest.keyClick(self.front(), key, CTRL if ctrl else Qt.KeyboardModifier.NoModifier)
            self.stage.settle(0.01)

    def click(self, button: QAbstractButton) -> None:
        """Press a button by keyboard."""
        button.setFocus()
        QTest.keyClick(button, Key.Key_Space)
        self.stage.settle(0.02)

    def window(self) -> ProjectorWindow | None:
        every = QApplication.topLevelWidgets()
        rooms = (one for one in every if isinstance(one, ProjectorWindow) and one.isVisible())
        return next(rooms, None)

    @property
    def projector(self) -> ProjectorWindow:
        found = self.window()
        assert found is not None
        return found

    @property
    def ready(self) -> ReadyPage:
        page = self.stage.shell.page()
        assert isinstance(page, ReadyPage)
        return page

    @property
    def preparation(self) -> Preparation:
        assert self.ready.preparation is not None
        return self.ready.preparation

    @property
    def console(self) -> ConsolePage:
        page = self.stage.shell.page()
        assert isinstance(page, ConsolePage)
        return page

    @property
    def workshop(self) -> Workshop:
        assert self.console.bridge is not None
        return self.console.bridge.workshop

    @property
    def state(self) -> State:
        return self.workshop.state

    def on_the_wall(self) -> What:
        return room_view(self.workshop.making, self.state).what

    def segment(self) -> str:
        return self.workshop.making.segment(self.state.at).key

    def wall(self, name: str) -> None:
        """Look at what the room sees; what is private must not be there."""
        self.stage.settle(0.02)
        said = self.said_on_the_wall()
        assert SECRET not in said
        assert QUESTION not in said
        for one in self.workshop.making.segments:
            assert not one.notes or one.notes.split("\n")[0] not in said
        shot(self.hands, name, self.projector)

    def said_on_the_wall(self) -> str:
        every = [self.projector, *self.projector.findChildren(QWidget)]
        told = [f"{one.accessibleName()} {one.accessibleDescription()}" for one in every]
        return "\n".join([self.hands.seen(self.projector), *told])

    def minutes(self, count: float) -> None:
        self.clock.go(60 * count)

    def times(self) -> timing.Times:
        return timing.times(self.workshop.making, self.state, self.workshop.t())

    # 17:40, before doors open

    def get_ready(self) -> None:
        """The plan, a care person, a test with a phone, and the laptop's own hotspot."""
        self.hands.open("workshop-home")
        page = self.stage.shell.page()
        assert isinstance(page, WorkshopHomePage)
        shot(self.hands, "thursday-plans")
        card = next(one for one in page.cards if one.plan.id == "sixty-minutes")
        self.click(card.ready)
        self.network(GUESTS)
        self.click(self.ready.care.button)
        sheet = self.hands.sheet()
        assert isinstance(sheet, CareSheet)
        QTest.keyClicks(sheet.name, "Ana")
        QTest.keyClicks(sheet.where, "by the door, in a green scarf")
        QTest.keyClick(sheet.where, Key.Key_Return)
        self.test_with_a_phone()
        shot(self.hands, "thursday-guests-are-kept-apart")
        self.network(GUESTS, HOTSPOT)
        self.until(lambda: HOTSPOT in self.preparation.addresses)
        self.preparation.settle(chosen=HOTSPOT)
        self.click(self.ready.network.door)
        assert self.preparation.present().rung is Rung.HANDS

    def network(self, *addresses: Address) -> None:
        """Have the computer find these addresses from now on."""
        self.preparation._ask = lambda: addresses
        self.until(lambda: not self.preparation.looking)
        self.preparation.look()
        self.until(lambda: not self.preparation.looking)
        assert self.preparation.addresses == addresses

    def test_with_a_phone(self) -> None:
        """Nothing arrives; the phone is in the Wi-Fi, and the internet opens."""
        self.click(self.ready.network.test)
        sheet = self.hands.sheet()
        assert isinstance(sheet, SelfTestSheet)
        for question in (sheet.same, sheet.internet):
            self.click(question.chips[Answer.YES])
        self.click(sheet.lets_in) if sheet.lets_in.isVisible() else None
        assert sheet.verdict is Verdict.ISOLATED
        shot(self.hands, "thursday-test-with-one-phone")
        self.click(sheet.go)

    # 18:00

    def begin(self) -> None:
        """Where the room's screen is; with one screen it is asked what the room sees."""
        self.press(Key.Key_Return, ctrl=True)
        self.stage.settle(0.05)
        if len(self.stage.app.screens()) == 1:
            sheet = self.stage.top()
            assert isinstance(sheet, OneScreenSheet), (
                sheet,
                self.hands.seen()[:800],
                QApplication.focusWidget(),
            )
            shot(self.hands, "thursday-does-the-room-see-this", sheet)
            self.press(Key.Key_Return)
        assert self.on_the_wall() is What.WELCOME
        self.wall("thursday-welcome")
        self.minutes(12)
        self.press(Key.Key_PageDown)
        # It begins when people sit, not when the laptop was ready.
        assert self.times().gone == 0

    def walk_to(self, segment: str) -> None:
        """Nothing but the clicker's forward key; and Esc, which some send, ends nothing."""
        for _step in range(80):
            if self.segment() == segment:
                return
            self.press(Key.Key_PageDown)
        raise AssertionError(f"{segment} never came")

    def survey(self, phones: list[Phone], crowd: Crowd, code: str) -> None:
        """Five questions: phones answer all of them, the rest of the room shows fingers."""
        assert self.on_the_wall() is What.ASK
        for number, phone in enumerate(phones):
            for which in range(5):
                crowd.run(phone.vote(str((number + which) % 6), which=which))
        crowd.run(phones[0].say("code", code=code))
        self.press(Key.Key_H)
        lines = ["0 3, 1 6, 2 14, 3 12, 4 9, 5 4"]
        # On the room's own screen Enter in the last field goes to the next question.
        lines += ["2 20, 3 28"] if self.projector.hands.isVisible() else []
        for line in lines:
            for key in line:
                QTest.keyClicks(self.writing(), key)
            QTest.keyClick(self.writing(), Key.Key_Return)
        self.press(Key.Key_Escape)
        first = self.state.ballots["sure/notice"][-1]
        assert (first.phones, first.hands["2"]) == (len(phones), 14)
        self.wall(f"thursday-survey-{code}")

    def writing(self) -> QLineEdit:
        """Where hands are typed: a field on the room's screen, or the line on the console."""
        fields = self.projector.hands.fields if self.projector.hands.isVisible() else []
        for field in fields:
            if field.hasFocus():
                return field
        return self.console.body.vote.hands.line

    def vote_in_the_scene(self, phones: list[Phone], crowd: Crowd) -> None:
        """The content note first; a vote by phone and hand; results only when they are shown."""
        while self.on_the_wall() is not What.NOTE:
            self.press(Key.Key_PageDown)
        self.wall("thursday-content-note")
        while self.on_the_wall() is not What.ASK:
            self.press(Key.Key_PageDown)
        question = asking.questions(self.workshop.making, self.state.seen)[0]
        first, second = (one.id for one in question.options[:2])
        crowd.vote(phones, first, second, "-not-sure")
        self.count(1, 30)
        self.count(2, 9)
        self.until(lambda: "answered" in self.said_on_the_wall())
        self.wall("thursday-vote")
        assert room_view(self.workshop.making, self.state).votes[0].tally is None
        self.press(Key.Key_PageDown, Key.Key_PageDown)
        assert self.on_the_wall() is What.RESULT
        tally = room_view(self.workshop.making, self.state).votes[0].tally
        assert tally is not None
        assert tally.counts is not None
        assert tally.counts[first] == 30 + 4
        self.wall("thursday-result")
        # What most chose is played; then, back there, what fewer chose.
        self.press(Key.Key_PageDown)
        assert self.state.played[question.id] == (first,)
        self.wall("thursday-feedback")
        self.press(Key.Key_2)
        assert self.state.played[question.id] == (first, second)

    def count(self, answer: int, hands: int) -> None:
        """Type hands as they are seen: the digit begins, Enter counts."""
        self.press(Key(Key.Key_0 + answer))
        # With the keyboard in the line already, the blank is typed as well.
        begun = isinstance(self.writing(), HandsField) or self.writing().text() == f"{answer} "
        QTest.keyClicks(self.writing(), f"{hands}" if begun else f" {hands}")
        QTest.keyClick(self.writing(), Key.Key_Return)
        QTest.keyClick(self.writing(), Key.Key_Escape)
        assert self.window() is not None

    def somebody_needs_a_pause(self, phone: Phone, crowd: Crowd) -> None:
        """It reaches the care person's own phone, and the room sees nothing of it."""
        door = self.state.door
        assert door is not None
        if self.state.covered:
            # The console is out of sight, and Ana's page is not open yet.
            said = crowd.run(phone.say("pause", comes=True, where=SECRET))
            assert said["type"] == "refused"
            assert "Ana: by the door, in a green scarf" in said["message"]
        care = crowd.phone(f"care/{door.care}/ws")
        crowd.run(care.connect())
        crowd.run(phone.until(lambda: phone.state["all"]["care"]["sees"]))
        crowd.run(phone.say("pause", comes=True, where=SECRET))
        crowd.run(care.until(lambda: bool(care.state.get("pauses"))))
        assert care.state["pauses"][0]["where"] == SECRET
        self.wall("thursday-pause")
        crowd.run(care.say("seen", pause=care.state["pauses"][0]["id"]))
        crowd.run(phone.until(lambda: phone.state["you"]["pause"] == "seen"))

    def be_late(self) -> None:
        """Six minutes behind: what could be shorter is offered, never the close."""
        while self.times().late < 6 * timing.MINUTE:
            self.minutes(1)
        self.stage.settle(0.3)
        assert self.times().is_late
        offers = timing.could_be_shorter(self.workshop.making, self.state, self.workshop.t())
        assert offers
        for offer in offers:
            self.workshop.do("minutes", segment=offer.segment, minutes=offer.least)
        assert not self.times().is_late

    def end(self) -> WorkshopAfterPage:
        """On time, with where there is help; then what is kept, and until when."""
        self.walk_to("close")
        while self.on_the_wall() is not What.CLOSE:
            self.press(Key.Key_PageDown)
        self.wall("thursday-close")
        if len(self.stage.app.screens()) == 1:
            # The one key that uncovers the console, which was said before.
            QTest.keyClick(self.projector, Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
            assert self.window() is None
        QTest.keyClick(self.hands.focus(), Key.Key_R, Qt.KeyboardModifier.AltModifier)
        self.stage.settle(0.02)
        self.click(self.hands.button("End the workshop …"))
        sheet = self.hands.sheet()
        assert isinstance(sheet, AskSheet)
        shot(self.hands, "thursday-end-it", sheet)
        self.click(self.hands.button("End it", sheet))
        self.stage.settle(0.2)
        page = self.stage.shell.page()
        assert isinstance(page, WorkshopAfterPage)
        shot(self.hands, "thursday-afterwards")
        return page


def lead() -> None:
    """All of it."""
    clock = Clock()
    with pytest.MonkeyPatch.context() as patch, Evening(SETTINGS) as hands:
        patch.setattr(holding, "SystemClock", lambda: clock)
        one = Thursday(hands, clock)
        one.get_ready()
        assert one.preparation.led is not None
        made = one.preparation.led.workshop
        door = made.state.door
        assert door is not None
        with Crowd(door.url, door.code) as crowd:
            phones = crowd.join(10)
            # Which rung holds is said before people arrive: one phone that is in has shown it.
            one.until(lambda: one.preparation.present().rung is Rung.HOTSPOT)
            shot(hands, "thursday-phones-over-the-hotspot")
            one.begin()
            one.walk_to("before")
            one.survey(phones, crowd, "before")
            one.walk_to("reasons")
            one.be_late()
            one.walk_to("story")
            crowd.run(phones[3].say("ask", text=QUESTION))
            one.vote_in_the_scene(phones, crowd)
            one.somebody_needs_a_pause(phones[7], crowd)
            one.press(Key.Key_B)
            assert one.on_the_wall() is What.BLANK
            one.wall("thursday-a-moment-of-quiet")
            one.press(Key.Key_PageDown)
            one.walk_to("after")
            one.survey(phones, crowd, "after")
            page = one.end()
        assert made.state.ended is not None
        text = hands.seen(page)
        assert SECRET not in text
        assert QUESTION not in text


if __name__ == "__main__":
    lead()
    sys.exit(0)
