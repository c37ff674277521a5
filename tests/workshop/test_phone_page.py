"""The phones' page in a real browser: join, answer, pause, lose the room and find it again."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.until import until
from tests.workshop import phone_tour
from tests.workshop.room import to_the_question
from trainer import language
from trainer.workshop import material
from trainer.workshop.room.room import Room
from trainer.workshop.telling.room_view import What, room_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.workshop.browser import Browser, Tab
    from trainer.workshop.workshop import Workshop

AXE = Path(__file__).parent.parent / "axe" / "axe.min.js"
OUT = Path(__file__).parent.parent.parent / "screenshots"


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Tab:
    return chromium.tab()


@pytest.fixture
def phone(chromium: Browser, tab: Tab) -> Iterator[Tab]:
    """A phone that knows nothing: what it keeps belongs to a room's port, and each has its own."""
    chromium.events.clear()
    yield tab
    tab.go("about:blank")
    assert [one for one in chromium.events if is_wrong(one)] == []


def is_wrong(event: dict[str, Any]) -> bool:
    """Tell whether something failed in a page, was forbidden to it, or left this computer."""
    told: dict[str, Any] = event.get("params", {})
    if event["method"] == "Network.requestWillBeSent":
        return urlsplit(str(told["request"]["url"])).hostname not in ("127.0.0.1", None)
    if event["method"] == "Log.entryAdded":
        return "Content Security Policy" in str(told)
    return bool(event["method"] == "Runtime.exceptionThrown")


@pytest.fixture
def workshop() -> Workshop:
    return phone_tour.workshop()


@pytest.fixture
def room(workshop: Workshop) -> Iterator[Room]:
    with Room(workshop, "127.0.0.1") as opened:
        yield opened


WIDE = {code: code + 0xFEE0 for code in range(0x30, 0x5B)}
"""From ASCII to the letters of full width that keyboards for Chinese and Japanese give."""


ARRIVED = "document.getElementById('status').textContent === 'Your answer has arrived.'"
KEPT = "document.getElementById('status').textContent.includes('is kept here')"


def joined(phone: Tab, room: Room) -> None:
    phone.go(f"{room.url}#{room.door.code}")
    phone.heading("Look up")


def votes(workshop: Workshop) -> list[tuple[str, ...]]:
    return [
        answers
        for passes in workshop.state.ballots.values()
        for one in passes
        for answers in one.votes.values()
    ]


def test_by_keyboard_alone_somebody_joins_reads_the_note_and_votes(
    phone: Tab, room: Room, workshop: Workshop
) -> None:
    to_the_question(workshop)
    phone.go(room.url)
    phone.heading("Join the room")
    phone.key("Tab")
    phone.type("abcd")
    phone.key("Enter")
    phone.until("document.activeElement.id === 'code' && !!document.getElementById('problem')")
    phone.ask("document.activeElement.select()")
    phone.type(f" {room.door.code[:3].lower()}-{room.door.code[3:].lower()} ")
    phone.key("Enter")
    # Whoever comes late reads the content note before anything of the scene.
    phone.heading("Before this scene")
    assert "Get up as if" not in phone.text()
    assert phone.ask("document.activeElement.id") == "heading"
    phone.key("Tab")
    phone.key("Enter")
    phone.heading("What would you do?")
    assert phone.ask("document.activeElement.id") == "heading"
    phone.key("2")
    phone.until(ARRIVED)
    choice = workshop.state.at.run.at.offered[1].id  # type: ignore[union-attr]
    assert votes(workshop) == [(choice,)]
    assert phone.ask("document.querySelector('.on').dataset.a") == choice
    phone.key("ArrowDown")
    until(lambda: votes(workshop) != [(choice,)])
    phone.until(ARRIVED)
    assert phone.ask("document.querySelectorAll('.on').length") == 1
    workshop.do("close")
    phone.heading("Thank you.")


def test_sitting_out_shows_nothing_of_it_and_can_be_taken_back(
    phone: Tab, room: Room, workshop: Workshop
) -> None:
    to_the_question(workshop)
    phone.go(f"{room.url}#{room.door.code}")
    phone.heading("Before this scene")
    phone.press("out")
    phone.heading("You are sitting this one out.")
    phone.reload()
    phone.heading("You are sitting this one out.")
    assert "What would you do" not in phone.text()
    phone.press("back-in")
    phone.heading("What would you do?")


def cut(phone: Tab, room: Room, *, is_cut: bool = True) -> None:
    """Take a phone out of the network, or let it in again."""
    phone.call(
        "Network.emulateNetworkConditions", offline=is_cut, latency=0,
        downloadThroughput=-1, uploadThroughput=-1,
    )  # fmt: skip
    hall, loop = room._hall, room._loop
    assert hall is not None
    assert loop is not None
    line = next(iter(hall.phones.values())).line
    if is_cut and line is not None:
        # What is open already does not notice: the room ends it, as a dead Wi-Fi would.
        loop.call_soon_threadsafe(line.leave, "", 1011)


def test_an_answer_outlives_a_lost_room_a_reload_and_counts_once(
    phone: Tab, room: Room, workshop: Workshop
) -> None:
    to_the_question(workshop)
    phone.go(f"{room.url}#{room.door.code}")
    phone.press("read")
    phone.press("a0-1")
    phone.until(ARRIVED)
    first, voters = votes(workshop), list(workshop.state.voters)
    cut(phone, room)
    phone.until("document.body.innerText.includes('Waiting for the room')")
    phone.press("a0-2")
    phone.until(KEPT)
    assert votes(workshop) == first
    cut(phone, room, is_cut=False)
    phone.until(ARRIVED)
    second = votes(workshop)
    assert second != first
    phone.ask("WebSocket.prototype.send = () => undefined, 0")
    phone.press("a0-3")
    phone.until("document.getElementById('status').textContent === 'Your answer is on its way.'")
    assert votes(workshop) == second
    phone.reload()
    phone.until(f"!!document.getElementById('status') && {ARRIVED}")
    assert votes(workshop) not in (first, second)
    assert len(votes(workshop)) == 1
    assert list(workshop.state.voters) == voters
    assert phone.ask("document.querySelector('.on input').id") == "a0-3"


def test_a_pause_reaches_the_care_person_and_nobody_is_named(
    phone: Tab, room: Room, workshop: Workshop, chromium: Browser
) -> None:
    joined(phone, room)
    care = chromium.tab()
    care.go(room.care_url)
    care.until("document.body.innerText.includes('Nobody has asked for you')")
    phone.press("bar-pause")
    phone.heading("Shall Ana come to you?")
    phone.press("pause-yes")
    phone.until("document.body.innerText.includes('Ana has been told.')")
    phone.press("where")
    phone.type("third row")
    phone.press("send")
    care.until("document.body.innerText.includes('Where: third row')")
    phone.until("document.body.innerText.includes('Ana knows where: third row')")
    assert phone.ask("document.getElementById('where').checkVisibility()") is False
    assert next(iter(workshop.state.voters)) not in care.ask("document.documentElement.outerHTML")
    care.press("go-1")
    phone.until("document.body.innerText.includes('Ana is coming to you.')")
    # Whoever goes still has to find them, also after a look at something else.
    care.reload()
    care.until("document.body.innerText.includes('Where: third row')")
    care.press("been-1")
    care.until("document.body.innerText.includes('Taken care of: 1')")
    phone.heading("Shall Ana come to you?")
    assert workshop.state.pauses[0].is_done
    care.close()
    assert "I only want Ana to know" in phone.text()
    phone.press("pause-no")
    phone.until("document.body.innerText.includes('Ana has been told.')")
    phone.press("back")
    phone.heading("Shall Ana come to you?")
    assert workshop.state.pauses[-1].back
    workshop.do("care", name="", where="")
    phone.heading("Need a break?")
    phone.ask("history.back()")
    phone.heading("Look up")
    assert phone.ask("document.getElementById('bar-pause')") is None
    assert "turn to the facilitator" in phone.text()


def test_help_stays_when_the_laptop_dies_until_the_room_is_forgotten(
    phone: Tab, room: Room, workshop: Workshop
) -> None:
    # Scanned once more, or typed by hand on a keyboard with wide letters: the same phone.
    phone.go(f"{room.url}#{room.door.code.translate(WIDE)}")
    phone.heading("Look up")
    room.close()
    phone.heading("The room is closed")
    assert phone.ask("document.querySelector('a[href=\"tel:988\"]').textContent") == "Call 988"
    room.open()
    phone.press("try")
    phone.heading("Look up")
    assert len(workshop.state.voters) == 1
    phone.press("more-forget")
    phone.press("forget-yes")
    phone.heading("Join the room")
    assert phone.ask("localStorage.length + sessionStorage.length") == 0
    phone.until("location.hash + document.cookie === ''")
    phone.reload()
    phone.heading("Join the room")


def test_until_the_very_end_phone_and_room_say_who_is_there(
    phone: Tab, room: Room, workshop: Workshop
) -> None:
    joined(phone, room)
    workshop.do("end")
    phone.heading("Thank you")
    there = "Ana is there for anybody who needs a pause: "
    assert there in phone.text()
    assert room_view(workshop.making, workshop.state).note.startswith(there)
    walk = phone_tour.workshop()
    walk.do("jump", segment=len(walk.making.segments) - 1)
    assert room_view(walk.making, walk.state).what is What.CLOSE
    assert room_view(walk.making, walk.state).note.startswith(there)
    walk.do("care", name="", where="")
    assert room_view(walk.making, walk.state).note == ""


def test_a_phone_of_a_room_that_is_gone_is_asked_for_the_new_code(phone: Tab, room: Room) -> None:
    joined(phone, room)
    room.close()
    with Room(phone_tour.workshop(), "127.0.0.1", room.port) as other:
        phone.go(other.url)
        phone.heading("Join the room")
        assert "This is not the room that this phone was in." in phone.text()
        assert phone.ask("document.getElementById('code').value") == ""
        phone.press("code")
        phone.type(other.door.code)
        phone.key("Enter")
        phone.heading("Look up")


def test_a_question_reaches_the_facilitator_and_a_code_only_as_a_hash(
    phone: Tab, room: Room, workshop: Workshop
) -> None:
    joined(phone, room)
    phone.press("more-ask")
    phone.press("question")
    phone.type("<b>And if he is armed?</b>")
    phone.press("send")
    phone.until("document.body.innerText.includes('The facilitator has your question.')")
    assert workshop.state.asked[0].text == "<b>And if he is armed?</b>"
    phone.press("close")
    phone.press("more-own")
    phone.press("own-code")
    phone.type("Elm 14")
    phone.press("send")
    phone.until("document.body.innerText.includes('Your code is set.')")
    assert next(iter(workshop.state.voters.values())).code not in ("", "Elm 14")


def test_without_websockets_the_same_goes_by_asking_again(
    phone: Tab, room: Room, workshop: Workshop
) -> None:
    forbids = phone.call(
        "Page.addScriptToEvaluateOnNewDocument",
        source="window.WebSocket = function () { throw new Error('forbidden'); };",
    )
    joined(phone, room)
    phone.call("Page.removeScriptToEvaluateOnNewDocument", **forbids)
    to_the_question(workshop)
    phone.press("read")
    phone.press("a0-0")
    phone.until(ARRIVED)
    assert len(votes(workshop)) == 1
    workshop.do("close")
    phone.heading("Thank you.")


def test_the_page_in_a_second_window_takes_over_and_the_first_one_rests(
    phone: Tab, room: Room, workshop: Workshop
) -> None:
    joined(phone, room)
    token = phone.ask("JSON.parse(localStorage.getItem('upstander-room')).token")
    hello = json.dumps({"type": "hello", "token": token})
    phone.ask(
        f"window.second = new WebSocket('ws://' + location.host + '/ws'),"
        f" window.second.onopen = () => window.second.send({json.dumps(hello)}), 0"
    )
    phone.until("document.body.innerText.includes('open in another window of this phone')")
    phone.press("try")
    phone.until("!document.body.innerText.includes('open in another window of this phone')")
    assert len(workshop.state.voters) == 1


def line_of(room: Room) -> object:
    assert room._hall is not None
    return next(iter(room._hall.phones.values())).line


SLEEPS = """(() => {
  const shows = (how) => {
    Object.defineProperty(document, 'visibilityState', {value: how, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const now = Date.now();
  shows('hidden');
  Date.now = () => now + 25000;
  shows('visible');
})()"""


def test_a_phone_that_slept_takes_a_new_line(phone: Tab, room: Room, workshop: Workshop) -> None:
    joined(phone, room)
    before = line_of(room)
    phone.ask(SLEEPS)
    until(lambda: line_of(room) not in (before, None))
    to_the_question(workshop)
    phone.heading("Before this scene")


@pytest.mark.soak
def test_a_wrong_code_is_said_calmly_and_the_right_one_still_opens(
    phone: Tab, room: Room, workshop: Workshop
) -> None:
    phone.go(f"{room.url}#AAAAAA")
    phone.heading("Join the room")
    phone.until("document.activeElement.id === 'code' && !!document.getElementById('problem')")
    phone.ask("document.activeElement.select()")
    phone.type(room.door.code)
    phone.key("Enter")
    phone.heading("Look up")
    assert len(workshop.state.voters) == 1


@pytest.mark.soak
def test_a_line_that_died_in_silence_is_noticed(phone: Tab, room: Room, workshop: Workshop) -> None:
    joined(phone, room)
    phone.ask(
        "window.send = WebSocket.prototype.send, WebSocket.prototype.send = () => undefined, 0"
    )
    phone.until("document.body.innerText.includes('Waiting for the room')", 60)
    phone.ask("WebSocket.prototype.send = window.send, 0")
    phone.until("!document.body.innerText.includes('Waiting for the room')", 30)
    assert len(workshop.state.voters) == 1


def test_an_answer_to_a_pass_that_is_over_is_not_counted_for_the_next(
    phone: Tab, room: Room, workshop: Workshop
) -> None:
    to_the_question(workshop)
    phone.go(f"{room.url}#{room.door.code}")
    phone.press("read")
    phone.until("!!document.getElementById('a0-1')")
    # The vote closes in the moment in which somebody answers.
    phone.ask(
        "window.send = WebSocket.prototype.send, WebSocket.prototype.send = function (told) {"
        " window.kept = () => window.send.call(this, told); }, 0"
    )
    phone.press("a0-1")
    phone.until("!!window.kept")
    workshop.do("close")
    workshop.do("open")
    phone.until("document.querySelectorAll('.on').length === 0")
    phone.ask("WebSocket.prototype.send = window.send, window.kept()")
    time.sleep(0.1)
    assert votes(workshop) == []


def test_no_sentence_of_the_page_goes_past_the_translators(phone: Tab) -> None:
    held = phone_tour.workshop(language.PSEUDO)
    known = json.dumps(material.to_plain(held.material), ensure_ascii=False)
    known = " ".join(known.replace("\\n", " ").split())
    forgotten = set()
    with Room(held, "127.0.0.1") as room:
        for name in phone_tour.tour(phone, room, is_short=True):
            if name == "join":
                # The browser reads English, and nobody has said otherwise yet.
                assert phone.ask("document.documentElement.lang") == "en"
                continue
            for line in phone.ask(WORDS):
                told = " ".join(line.split())
                if not told.startswith(language.OPEN) and told not in known and told not in OURS:
                    forgotten.add((name, told))
    assert forgotten == set()


OURS = {"Ana", "by the door", "0 / 300", "en-XA", "English"}
WORDS = """(() => {
  const found = [];
  const every = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (every.nextNode()) {
    if (!every.currentNode.parentElement.closest('script, style, noscript')) {
      found.push(every.currentNode.data);
    }
  }
  document.querySelectorAll('[placeholder], [aria-label], [title], [alt]').forEach((one) => {
    ['placeholder', 'aria-label', 'title', 'alt'].forEach(
      (name) => found.push(one.getAttribute(name)));
  });
  return found.filter((one) => one && /[A-Za-z]{2}/.test(one));
})()"""

# How it looks, and what assistive technology finds


FITS = """(() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  const targets = 'button, a.button, input:not([type=radio]):not([type=checkbox]), select, label';
  const small = Array.from(document.querySelectorAll(targets)).filter((one) => {
    const room = one.getBoundingClientRect();
    return !one.matches('.over') && room.width && (room.height < 47.5 || room.width < 47.5);
  });
  const cut = Array.from(document.querySelectorAll('#main *, #bar *')).filter((one) =>
    one.scrollWidth > one.clientWidth + 1 && one.clientWidth
    && !one.matches('input, textarea, .hidden'));
  return [wide > 0 ? 'scrolls sideways' : '', ...small.map((one) => 'small: ' + one.outerHTML),
    ...cut.map((one) => 'cut: ' + one.outerHTML)].filter(Boolean);
})()"""


def wrong_with(phone: Tab) -> list[str]:
    """Give what a checker of accessibility, and a look at sizes, find on what shows now."""
    if not phone.ask("!!window.axe"):
        phone.ask(f"{AXE.read_text('utf-8')};0")
    found = phone.ask(
        "axe.run().then((told) => told.violations.map((one) => one.id + ' ' + one.nodes[0].html))",
        waits=True,
    )
    return [*found, *phone.ask(FITS)]


def looked_at(phone: Tab, room: Room, look: str, *, is_short: bool = False) -> list[str]:
    """Go through the screens and give what is wrong with any of them."""
    wrong = []
    for name in phone_tour.tour(phone, room, is_short=is_short):
        wrong += [f"{name}: {one}" for one in wrong_with(phone)]
        if look:
            phone.ask("document.getElementById('heading').scrollIntoView({block: 'end'})")
            phone.shot(OUT / f"phone-{name}-{look}.png")
    return wrong


def test_a_checker_of_accessibility_finds_nothing(phone: Tab, room: Room) -> None:
    assert looked_at(phone, room, "", is_short=True) == []


LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"dark": True},
    "200": {"zoom": 2.0},
    "320": {"width": 320, "height": 568},
    "contrast": {"forced": True},
    "wide": {"width": 1024, "height": 768},
}


@pytest.mark.soak
@pytest.mark.parametrize("look", [*LOOKS, "rtl"])
def test_every_screen_in_every_look(phone: Tab, room: Room, look: str) -> None:
    phone.looks(**LOOKS.get(look, {}))
    turned = phone.call(
        "Page.addScriptToEvaluateOnNewDocument",
        source="document.addEventListener('DOMContentLoaded', () => {"
        f" if ({str(look == 'rtl').lower()}) document.documentElement.dir = 'rtl'; }});",
    )
    try:
        assert looked_at(phone, room, look) == []
    finally:
        phone.call("Page.removeScriptToEvaluateOnNewDocument", **turned)
        phone.looks()


@pytest.mark.soak
@pytest.mark.parametrize("look", ["light", "dark", "200", "320", "contrast"])
def test_the_care_persons_page_in_every_look(
    phone: Tab, room: Room, workshop: Workshop, look: str
) -> None:
    phone.looks(**LOOKS[look])
    try:
        for voter, where in (("a", "third row, by the window"), ("b", ""), ("c", "")):
            workshop.do("join", voter=voter)
            workshop.do("pause", voter=voter, comes=voter != "b", where=where)
        workshop.do("no-pause", voter="c")
        phone.go(room.care_url)
        phone.until("!!document.getElementById('go-2')")
        assert wrong_with(phone) == []
        phone.shot(OUT / f"care-{look}.png")
    finally:
        phone.looks()
