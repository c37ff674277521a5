"""Every screen of the phones' page, one after the other, as a workshop would bring them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.workshop.room import Clock, made_of, to_the_question, walk_to
from trainer.workshop.state import Phase
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.workshop.browser import Tab
    from trainer.workshop.room.room import Room


def workshop(language: str = "en") -> Workshop:
    """A workshop that has begun, with somebody who is there for pauses."""
    made = made_of()
    started = Workshop(replace(made, plan=replace(made.plan, language=language)), None, Clock())
    started.do("begin")
    started.do("care", name="Ana", where="by the door")
    return started


def tour(phone: Tab, room: Room, *, is_short: bool = False) -> Iterator[str]:
    """Show one screen after the other, and name it; the short tour has one of each kind."""
    held = room.workshop
    yield from _joining(phone, room)
    if not is_short:
        held.do("agreements", on=True)
        phone.until("!!document.querySelector('#main li')")
        yield "agreements"
        held.do("agreements", on=False)
    walk_to(held, "before")
    phone.press("a0-3")
    phone.until("document.querySelectorAll('.on').length === 1")
    yield "survey"
    yield from _scene(phone, held, is_short=is_short)
    yield from _sheets(phone, held, is_short=is_short)
    if not is_short:
        yield from _quiet(phone, held)
    walk_to(held, "close")
    phone.until("!!document.querySelector('a[href=\"tel:988\"]')")
    yield "close"
    if is_short:
        return
    held.do("end")
    phone.until("!document.getElementById('bar-help')")
    yield "end"
    room.close()
    phone.until("!!document.getElementById('try')")
    yield "closed"


def _joining(phone: Tab, room: Room) -> Iterator[str]:
    phone.go(room.url)
    phone.press("code")
    phone.type("abc")
    phone.press("go")
    phone.until("!!document.getElementById('problem')")
    yield "join"
    phone.go(f"{room.url}?#{room.door.code}")
    phone.until("!!document.getElementById('bar-pause')")
    _choose_language(phone, room)
    yield "look-up"


def _choose_language(phone: Tab, room: Room) -> None:
    """Follow in the plan's own language, where the browser's is another."""
    wanted = room.workshop.material.plan.language
    if phone.ask("(document.getElementById('language') || {}).value") in (None, wanted):
        return
    phone.ask(
        "const one = document.getElementById('language'); one.value = "
        f"{wanted!r}; one.dispatchEvent(new Event('change'))"
    )
    phone.until("document.body.innerText.includes('⟦')")


def _scene(phone: Tab, held: Workshop, *, is_short: bool) -> Iterator[str]:
    walk_to(held, "train")
    while held.state.at.phase is not Phase.SCENE:
        held.do("next")
    phone.until("!!document.getElementById('read')")
    yield "note"
    if not is_short:
        phone.press("out")
        phone.until("!!document.getElementById('back-in')")
        yield "out"
        phone.press("back-in")
        phone.press("along")
        yield "read-along"
    else:
        phone.press("read")
        # Thanks are for an answer to what the room talks of, not for one long before.
        phone.until("document.querySelector('h1').textContent.includes('Look up')")
    to_the_question(held)
    held.do("timer", seconds=95)
    phone.press("a0-1")
    phone.until("document.querySelectorAll('.on').length === 1")
    phone.until("/1:3[0-5]/.test(document.getElementById('timer').textContent)")
    yield "vote"
    if not is_short:
        held.do("close")
        phone.until("!document.getElementById('a0-1')")
        yield "thanks"
        held.do("timer", seconds=0)
    walk_to(held, "threes")
    for voter in ("x", "y"):
        held.do("join", voter=voter)
    held.do("form", on=True)
    phone.press("part-observe")
    phone.until("document.querySelector('.on #part-observe') === document.activeElement")
    yield "groups"
    walk_to(held, "will-do")
    phone.press("a0-0")
    phone.press("a0-2")
    phone.until("document.querySelectorAll('.on').length === 2")
    yield "many"


def _sheets(phone: Tab, held: Workshop, *, is_short: bool) -> Iterator[str]:
    phone.press("bar-pause")
    phone.until("!!document.getElementById('pause-yes')")
    yield "pause"
    phone.press("pause-yes")
    phone.until("!!document.getElementById('where')")
    yield "pause-sent"
    if not is_short:
        held.do("seen", pause=1)
        phone.until("!!document.getElementById('again')")
        yield "pause-seen"
    for name in ("ask",) if is_short else ("ask", "own", "forget"):
        phone.press("close")
        phone.press(f"more-{name}")
        phone.until("!!document.getElementById('close')")
        yield name
    phone.press("close")
    if not is_short:
        phone.press("bar-help")
        phone.until("!!document.querySelector('a[href=\"tel:988\"]')")
        yield "help"
        phone.press("close")


def _quiet(phone: Tab, held: Workshop) -> Iterator[str]:
    held.do("breathe", on=True)
    phone.until("!document.getElementById('a0-0')")
    yield "breathe"
    held.do("breathe", on=False)
    held.do("care", name="", where="")
    walk_to(held, "welcome")
    phone.until("!document.getElementById('bar-pause') && !document.getElementById('a0-0')")
    yield "look-up-without-care"
