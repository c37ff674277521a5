"""Get ready: how things stand, what is done about them, and a test with a real phone's request."""

from __future__ import annotations

import socket
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from tests.scenes.ready_scenes import CABLE, HERE, INSIDE, OWN, WIFI, preparation, ready
from tests.until import until
from tests.workshop.network.places import OTHER, PHONE
from tests.workshop.phones import Crowd
from trainer import paths
from trainer.ui import theme
from trainer.ui.dialogs import AskSheet, ErrorSheet
from trainer.ui.workshop import leading
from trainer.ui.workshop.care.sheet import CareSheet as HandedSheet
from trainer.ui.workshop.printed.parts import Part
from trainer.ui.workshop.printed.sheet import PrintSheet
from trainer.ui.workshop.ready.care_sheet import CareSheet
from trainer.ui.workshop.ready.hotspot_sheet import HotspotSheet
from trainer.ui.workshop.ready.ladder_line import LadderLine
from trainer.ui.workshop.ready.self_test_sheet import SelfTestSheet
from trainer.ui.workshop.ready.wifi_sheet import WifiSheet
from trainer.workshop.network.addresses import Address, Kind
from trainer.workshop.network.ladder import Known, Rung
from trainer.workshop.network.systems import System
from trainer.workshop.network.trial import Seen
from trainer.workshop.network.verdict import Answer, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.scenes import Stage
    from trainer.ui.workshop.leading import Leading
    from trainer.ui.workshop.ready.page import ReadyPage


@pytest.fixture(autouse=True)
def nothing_is_led_on(stage: Stage) -> Iterator[None]:
    """Let go of what a test leads: its journal and its room have threads."""
    yield
    leading.let_go(stage.context)


def sheet_of(stage: Stage, page: ReadyPage) -> SelfTestSheet:
    page.network.test.click()
    found = stage.top()
    assert isinstance(found, SelfTestSheet)
    return found


def as_phone(
    sheet: SelfTestSheet,
    said: bytes = b"GET / HTTP/1.1\r\n\r\n",
    *,
    at: str = "",
    by: str = PHONE,
) -> None:
    assert sheet.trial is not None
    to = (at or sheet.address.ip, sheet.trial.port)
    with socket.create_connection(to, timeout=5, source_address=(by, 0)) as phone:
        phone.sendall(said)
        while phone.recv(4096):
            pass


# The list


def looking_at_the_page_opens_nothing_and_keeps_nothing(stage: Stage) -> None:
    page = ready(stage, WIFI)
    assert preparation(page).led is None
    assert not (paths.home() / "workshops").exists()
    assert "Hands" in page.head.accessibleDescription()
    assert page.projector.said.text().startswith("One screen is seen now.")
    assert page.projector.numbers.isHidden()


def without_a_care_person_it_says_what_phones_say_then(stage: Stage) -> None:
    page = ready(stage, WIFI)
    preparation(page).settle(care=None)
    assert "turn to whoever leads" in page.care.said.text()
    page.care.button.click()
    sheet = stage.top()
    assert isinstance(sheet, CareSheet)
    QTest.keyClicks(sheet.name, "Noor")
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    assert preparation(page).care is None, "a name without a place helps nobody"
    QTest.keyClicks(sheet.where, "in the foyer")
    QTest.keyClick(sheet.where, Qt.Key.Key_Return)
    assert preparation(page).care == ("Noor", "in the foyer")
    assert page.care.said.text() == "Noor, in the foyer."
    page.care.page.click()
    asks = stage.top()
    assert isinstance(asks, AskSheet)
    assert preparation(page).led is None, "asking opens nothing"
    asks.reject()
    preparation(page).settle(chosen=replace(WIFI, ip="127.0.0.1"))
    page.care.page.click()
    asks = stage.top()
    assert isinstance(asks, AskSheet)
    asks.agreed.emit()
    handed = stage.shell.findChild(HandedSheet)
    assert handed is not None
    led = preparation(page).led
    assert led is not None
    assert led.room is not None
    assert handed._url == led.room.care_url
    handed.reject()
    page.beginning.let_no_phones_in()


def several_networks_are_chosen_from_and_the_hopeless_ones_only_on_demand(
    stage: Stage,
) -> None:
    page = ready(stage, OWN, WIFI, CABLE, INSIDE)
    shown = [page.network.list.itemData(at) for at in range(page.network.list.count())]
    assert shown == [OWN, WIFI, CABLE]
    page.network.all.click()
    assert page.network.list.count() == 4
    page.network.list.setCurrentIndex(1)
    page.network.list.activated.emit(1)
    assert preparation(page).chosen == WIFI
    page.network.all.click()
    assert page.network.list.value() == WIFI


def looking_again_keeps_what_was_chosen_and_forgets_what_is_gone(stage: Stage) -> None:
    here = [OWN, WIFI]
    page = ready(stage, *here)
    preparation(page)._ask = lambda: tuple(here)
    preparation(page).settle(chosen=WIFI)
    preparation(page).came_to(OWN, Verdict.WORKS)
    preparation(page).came_to(WIFI, Verdict.WORKS)
    here.remove(OWN)
    page.network.again.click()
    until(lambda: not preparation(page).looking)
    assert preparation(page).chosen == WIFI
    assert preparation(page).tested == {WIFI.ip: Verdict.WORKS}
    here[:] = [CABLE]
    page.network.again.click()
    until(lambda: not preparation(page).looking)
    assert preparation(page).chosen == CABLE
    assert preparation(page).tested == {}


def without_a_network_nothing_can_be_tested_and_hands_hold(stage: Stage) -> None:
    page = ready(stage, INSIDE)
    assert not page.network.test.isEnabled()
    assert "Nothing is lost" in page.network.said.text()
    assert page.ladder.rows[Rung.HANDS].state.text() == "Works: the room votes this way now"
    page.cards.tick.click()
    assert page.ladder.rows[Rung.CARDS].state.text() == "Works: the room votes this way now"
    assert page.ladder.rows[Rung.HANDS].state.text() == "Works"


def how_many_people_is_asked_and_may_be_left_out(stage: Stage) -> None:
    page = ready(stage, HERE)
    page.people.field.setFocus()
    QTest.keyClicks(page.people.field, "41")
    QTest.keyClick(page.people.field, Qt.Key.Key_Return)
    page.network.door.click()
    assert led_by(page).workshop.state.people == 41
    page.people.field.setFocus()
    page.people.field.clear()
    QTest.keyClick(page.people.field, Qt.Key.Key_Return)
    assert led_by(page).workshop.state.people is None


def on_the_only_screen_notes_can_be_printed_beforehand(stage: Stage) -> None:
    page = ready(stage, HERE)
    assert "Ctrl Shift C" in page.projector.said.text()
    page.projector.notes.click()
    sheet = stage.top()
    assert isinstance(sheet, PrintSheet)
    assert sheet.ticked() == (Part.RUN,)
    sheet.close()


def cards_that_were_saved_to_be_printed_are_said_to_be_so(stage: Stage) -> None:
    page = ready(stage, HERE)
    page.cards.print.click()
    sheet = stage.top()
    assert isinstance(sheet, PrintSheet)
    for part, box in sheet.boxes.items():
        box.setChecked(part is Part.NUMBERS)
    sheet.numbers.set_number(1)
    where = paths.home() / "cards.pdf"
    sheet.ask = lambda *_asked: str(where)
    sheet.save()
    assert where.is_file()
    assert "in the PDF" in page.cards.said.text()
    page.cards.tick.click()
    assert "in the PDF" not in page.cards.said.text()


def where_there_is_help_is_told_and_what_nobody_has_confirmed(stage: Stage) -> None:
    page = ready(stage, HERE)
    keys = [key for one in preparation(page).plan.segments.values() for key in one.contacts]
    entries = [one for key in keys if (one := stage.context.help.entry(key)) is not None]
    assert entries
    for one in entries:
        assert one.entry.name in page.help.said.text()
    unsure = sum(not one.entry.confirmed for one in entries)
    assert page.help.said.text().count("(not confirmed)") == unsure
    page.help.change.click()
    assert "Make my own copy" in [one.text() for one in stage.top().findChildren(QAbstractButton)]


def strong_language_is_softened_unless_somebody_says_otherwise(stage: Stage) -> None:
    page = ready(stage, WIFI)
    assert page.soften.tick.isChecked()
    assert preparation(page).soften
    page.soften.tick.click()
    assert not preparation(page).soften
    assert "as they stand" in page.soften.said.text()


def pick(page: ReadyPage, code: str) -> None:
    page.tongue.list.choose(code)
    page.tongue.list.activated.emit(page.tongue.list.currentIndex())


def a_second_language_is_chosen_and_who_only_speaks_it_has_a_strip(stage: Stage) -> None:
    page = ready(stage, WIFI)
    assert page.tongue.list.value() == ""
    assert not page.tongue.strip.isChecked()
    preparation(page).settle(written=("en", "ko"))
    pick(page, "ko")
    assert (preparation(page).second, preparation(page).strip) == ("ko", False)
    assert "한국어 beneath" in page.tongue.said.text()
    pick(page, "vi")
    assert (preparation(page).second, preparation(page).strip) == ("vi", True)
    assert page.tongue.said.text().startswith("Nothing of this plan is written in Tiếng Việt")
    page.tongue.strip.click()
    assert not preparation(page).strip
    page.begin()
    state = led_by(page).workshop.state
    assert (state.second, state.strip) == ("vi", None)
    stage.shell.open_page("workshop-ready", plan="seventy-five-minutes-interpreted")
    assert page.tongue.strip.isChecked(), "as its plan says"


def what_the_console_settles_stays_settled(stage: Stage) -> None:
    page = ready(stage, WIFI)
    page.begin()
    bridge = led_by(page).bridge
    bridge.do("soften", on=False)
    bridge.do("strip", text="Please sit down.")
    bridge.do("care", name="Noor", where="in the foyer")
    preparation(page).settle(printed=True, addresses=())
    assert (page.soften.tick.isChecked(), page.tongue.strip.isChecked()) == (False, True)
    assert page.care.said.text() == "Noor, in the foyer."
    state = bridge.state
    assert (state.soften, state.strip) == (False, "Please sit down.")
    assert state.care == ("Noor", "in the foyer")


# The sheets


def a_phone_that_reaches_this_computer_is_seen(stage: Stage) -> None:
    page = ready(stage, HERE)
    sheet = sheet_of(stage, page)
    assert sheet.head.text() == "Nothing has arrived yet."
    assert sheet.way.qr.accessibleDescription() == HERE.url(sheet.trial.port if sheet.trial else 0)
    as_phone(sheet)
    until(lambda: sheet.verdict is Verdict.WORKS)
    assert sheet.asks.isHidden()
    assert sheet.go.hasFocus()
    sheet.go.click()
    assert page.ladder.rows[Rung.PHONES].state.text() == "Works: the room votes this way now"


def what_is_answered_tells_what_is_in_the_way(stage: Stage) -> None:
    sheet = sheet_of(stage, ready(stage, HERE))
    sheet.same.chips[Answer.NO].click()
    assert sheet.verdict is Verdict.OTHER_NETWORK
    sheet.same.chips[Answer.YES].click()
    assert not sheet.same.chips[Answer.NO].isChecked()
    sheet.internet.chips[Answer.YES].click()
    assert sheet.verdict in (Verdict.FIREWALL_OR_ISOLATED, Verdict.ISOLATED)
    if sheet.verdict is Verdict.FIREWALL_OR_ISOLATED:
        sheet.lets_in.click()
    assert sheet.verdict is Verdict.ISOLATED
    said = " ".join(label.text() for label in sheet.sentences)
    assert "hands always do" in said
    assert "client isolation" not in said
    assert sheet.details.isHidden()
    sheet.more.click()
    assert "client isolation" in sheet.details.text()
    assert sheet.details.isVisible()
    sheet.internet.chips[Answer.YES].click()
    assert sheet.verdict is Verdict.WAITING


def a_browser_on_the_computer_itself_is_told_to_take_a_phone(stage: Stage) -> None:
    sheet = sheet_of(stage, ready(stage, HERE))
    assert sheet.way.height() < theme.px(260), "no gap below the code"
    as_phone(sheet, by=HERE.ip)
    until(lambda: "take a phone" in sheet.sentences[0].text())
    assert sheet.verdict is Verdict.WAITING


def what_was_seen_counts_beside_the_answers(stage: Stage) -> None:
    sheet = sheet_of(stage, ready(stage, Address(HERE.ip, Kind.HOTSPOT, "wlan1")))
    sheet._clock.stop()

    def verdict() -> Verdict:
        return sheet.verdict

    sheet.show_seen(Seen(itself=False), 8080)
    assert verdict() is Verdict.BLOCKED_HERE
    sheet.show_seen(Seen(itself=True), 8080)
    assert verdict() is Verdict.WAITING
    sheet.same.chips[Answer.YES].click()
    sheet.internet.chips[Answer.NO].click()
    assert verdict() is Verdict.FIREWALL, "one’s own hotspot needs no internet"


def a_phone_that_came_by_another_address_is_given_that_one(stage: Stage) -> None:
    other = Address(OTHER, Kind.LOCAL, "eth0")
    page = ready(stage, HERE, other)
    sheet = sheet_of(stage, page)
    as_phone(sheet, at=other.ip)
    until(lambda: sheet.verdict is Verdict.OTHER_ADDRESS)
    assert sheet.take.words() == f"Choose {OTHER}"
    sheet.take.click()
    assert preparation(page).chosen == other
    assert OTHER in sheet.way.qr.accessibleDescription()
    as_phone(sheet)
    until(lambda: sheet.verdict is Verdict.WORKS)
    assert preparation(page).tested[other.ip] is Verdict.WORKS


def however_the_test_ends_its_door_is_closed(stage: Stage) -> None:
    ends = (
        lambda sheet: sheet.go.click(),
        lambda sheet: QTest.keyClick(sheet, Qt.Key.Key_Escape),
        lambda _sheet: stage.context.leave_quickly(),
    )
    for end in ends:
        sheet = sheet_of(stage, ready(stage, HERE))
        assert sheet.trial is not None
        port = sheet.trial.port
        end(sheet)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((HERE.ip, port), timeout=5)
    stage.shell.come_back()


def an_address_that_is_gone_is_said_and_nothing_is_open(stage: Stage) -> None:
    page = ready(stage, Address("203.0.113.77", Kind.OPEN, "wlan0"))
    page.network.test.click()
    stage.settle(0.05)
    told = stage.top()
    assert isinstance(told, ErrorSheet)
    assert "203.0.113.77" in told.windowTitle()


def test_the_code_for_the_wifi_stays_in_memory_unless_a_sign_is_saved(
    stage: Stage, tmp_path: Path
) -> None:
    page = ready(stage, WIFI)
    act = page.ladder.rows[Rung.VENUE].act
    assert act is not None
    act.click()
    sheet = stage.top()
    assert isinstance(sheet, WifiSheet)
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    assert "Type the name" in sheet.said.text()
    sheet.is_open.click()
    assert not sheet.password.isEnabled()
    sheet.is_open.click()
    QTest.keyClicks(sheet.name, "Hall")
    QTest.keyClicks(sheet.password, "a;b;c;d;e")
    QTest.keyClick(sheet.password, Qt.Key.Key_Return)
    assert sheet.qr.isVisible()
    assert preparation(page).code == r"WIFI:T:WPA;S:Hall;P:a\;b\;c\;d\;e;;"
    QTest.keyClicks(sheet.password, "f")
    assert not sheet.qr.isVisible()
    assert preparation(page).code == ""
    sheet.make()
    sign = tmp_path / "sign.pdf"
    sheet.ask = lambda *_asked: str(sign)
    sheet.sign.click()
    assert sign.read_bytes().startswith(b"%PDF")
    assert sign.read_bytes().count(b"/Type /Page\n") == 1
    sheet.close()
    assert preparation(page).code
    stage.settle(0.05)
    kept = [one for one in paths.home().rglob("*") if one.is_file()]
    assert not [one for one in kept if b"a;b;c" in one.read_bytes() or b"a\\;b" in one.read_bytes()]


def each_system_has_its_own_steps_to_a_hotspot(stage: Stage) -> None:
    page = ready(stage, WIFI)
    act = page.ladder.rows[Rung.HOTSPOT].act
    assert act is not None
    act.click()
    sheet = stage.top()
    assert isinstance(sheet, HotspotSheet)
    for system, word in zip(System, ("Mobile hotspot", "Internet Sharing", "nmcli"), strict=True):
        sheet.chips[system].click()
        shown = " ".join(label.text() for label in sheet.labels if not label.isHidden())
        assert word in shown
        assert "no internet" in shown


# Letting phones in


def led_by(page: ReadyPage) -> Leading:
    led = preparation(page).led
    assert led is not None
    return led


def phones_are_let_in_while_people_arrive_and_the_rung_holds(stage: Stage) -> None:
    page = ready(stage, HERE)
    page.network.door.click()
    led = led_by(page)
    room = led.room
    assert room is not None
    assert led.is_room_open
    assert page.network.join.isVisible()
    assert page.network.join.code.accessibleName() == " ".join(room.door.code)
    assert not page.network.test.isVisible()
    with Crowd(room.url, room.door.code) as crowd:
        crowd.join(2)
        until(lambda: "2 phones" in page.network.join.joined.text())
        assert page.ladder.rows[Rung.PHONES].state.text() == "Works: the room votes this way now"
        preparation(page).settle(care=("Noor", "in the foyer"))
        assert led.workshop.state.care == ("Noor", "in the foyer")
    url, code = room.url, room.door.code
    page.network.door.click()
    assert not led.is_room_open
    assert page.network.join.isHidden()
    assert page.ladder.rows[Rung.PHONES].state.text() == "Not tried yet"
    page.network.door.click()
    assert led.room is not None
    assert (led.room.url, led.room.door.code) == (url, code), "phones find it where it was"


def beginning_with_hands_closes_the_room(stage: Stage) -> None:
    page = ready(stage, HERE)
    page.network.door.click()
    led = led_by(page)
    page.hands_button.click()
    assert not led.is_room_open
    assert stage.shell.page().name == "workshop"


def other_plan(stage: Stage, page: ReadyPage) -> str:
    now = preparation(page).plan.id
    return next(one.content.id for one in stage.context.plans.plans() if one.content.id != now)


def another_plan_closes_the_room_of_one_that_never_began(stage: Stage) -> None:
    page = ready(stage, HERE)
    page.network.door.click()
    led = led_by(page)
    other = other_plan(stage, page)
    stage.shell.open_page("workshop-ready", plan=other)
    assert not led.is_room_open
    assert leading.now(stage.context) is None
    assert preparation(page).plan.id == other


def a_workshop_that_goes_on_is_not_stopped_without_asking(stage: Stage) -> None:
    page = ready(stage, HERE)
    page.network.door.click()
    led = led_by(page)
    led.workshop.do("begin")
    stage.shell.open_page("workshop-ready", plan=other_plan(stage, page))
    assert led.is_room_open
    page.begin_button.click()
    sheet = stage.top()
    assert isinstance(sheet, AskSheet)
    assert leading.now(stage.context) is led
    sheet._agree()
    assert not led.is_room_open
    assert leading.now(stage.context) is preparation(page).led


def a_workshop_that_goes_on_is_got_ready_again(stage: Stage) -> None:
    """After a crash, or on a second laptop, phones are let in anew."""
    page = ready(stage, HERE)
    preparation(page).settle(care=("Noor", "in the foyer"), soften=False)
    page.begin()
    led = led_by(page)
    led.workshop.do("begin")
    page.preparation = None
    stage.shell.open_page("workshop-ready")
    again = preparation(page)
    assert again.led is led
    assert (again.care, again.soften) == (("Noor", "in the foyer"), False)
    assert page.begin_button.words() == "Back to the workshop"
    assert page.hands_button.isHidden()
    until(lambda: not again.looking)
    page.network.door.click()
    assert led.is_room_open


# Beginning


def beginning_makes_the_workshop_as_it_was_settled(stage: Stage) -> None:
    page = ready(stage, INSIDE)
    preparation(page).settle(care=("Noor", "in the foyer"), soften=False)
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = led_by(page).workshop
    assert made.state.care == ("Noor", "in the foyer")
    assert made.state.soften is False
    assert made.state.began is None, "the clock starts with the first Next"
    assert stage.shell.page().name == "workshop"
    page.begin()
    assert led_by(page).workshop is made
    made.do("begin")
    made.do("end")
    page.begin()
    assert led_by(page).workshop is not made, "what has ended is not led again"


def test_what_cannot_be_kept_can_be_held_all_the_same(stage: Stage) -> None:
    page = ready(stage, WIFI)
    (paths.home() / "workshops").write_text("in the way", "utf-8")
    page.begin_button.click()
    sheet = stage.top()
    assert isinstance(sheet, AskSheet)
    assert preparation(page).led is None
    sheet._agree()
    assert led_by(page).workshop.state.ended is None
    assert page.kept.said.text().startswith("Nothing, as you chose it")


def the_line_for_the_console_says_the_present_rung(stage: Stage) -> None:
    page = ready(stage, WIFI)
    line = LadderLine()
    line.show_known(preparation(page).known())
    assert line._words.text().startswith("The room votes by: Hands.")
    line.show_known(Known((WIFI,), WIFI, joined=41))
    assert "41 phones" in line._words.text()
    line.deleteLater()


# One window for several: it is what takes the time.

LIST = (
    looking_at_the_page_opens_nothing_and_keeps_nothing,
    without_a_care_person_it_says_what_phones_say_then,
    several_networks_are_chosen_from_and_the_hopeless_ones_only_on_demand,
    looking_again_keeps_what_was_chosen_and_forgets_what_is_gone,
    without_a_network_nothing_can_be_tested_and_hands_hold,
    how_many_people_is_asked_and_may_be_left_out,
    on_the_only_screen_notes_can_be_printed_beforehand,
    cards_that_were_saved_to_be_printed_are_said_to_be_so,
    where_there_is_help_is_told_and_what_nobody_has_confirmed,
    strong_language_is_softened_unless_somebody_says_otherwise,
    a_second_language_is_chosen_and_who_only_speaks_it_has_a_strip,
    what_the_console_settles_stays_settled,
    each_system_has_its_own_steps_to_a_hotspot,
    the_line_for_the_console_says_the_present_rung,
)
TESTS = (
    a_phone_that_reaches_this_computer_is_seen,
    what_is_answered_tells_what_is_in_the_way,
    a_browser_on_the_computer_itself_is_told_to_take_a_phone,
    what_was_seen_counts_beside_the_answers,
    a_phone_that_came_by_another_address_is_given_that_one,
    an_address_that_is_gone_is_said_and_nothing_is_open,
    however_the_test_ends_its_door_is_closed,
)
ROOMS = (
    phones_are_let_in_while_people_arrive_and_the_rung_holds,
    beginning_with_hands_closes_the_room,
    another_plan_closes_the_room_of_one_that_never_began,
    a_workshop_that_goes_on_is_not_stopped_without_asking,
    a_workshop_that_goes_on_is_got_ready_again,
    beginning_makes_the_workshop_as_it_was_settled,
)


@pytest.mark.parametrize("parts", [LIST, TESTS, ROOMS], ids=["list", "tests", "rooms"])
def test_getting_ready(stage: Stage, parts: tuple[Callable[[Stage], None], ...]) -> None:
    for part in parts:
        part(stage)
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog):
                window.close()
        leading.let_go(stage.context)
        stage.settle(0.01)
