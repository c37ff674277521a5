"""A test with one phone, over real sockets: 127.x are the networks, a plain client the phone."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from tests.until import until
from tests.workshop.network.places import CODE, NET, OTHER, PHONE
from trainer.workshop.network import hearing, trial
from trainer.workshop.network.trial import Trial
from trainer.workshop.network.verdict import Arrived
from trainer.workshop.room.listening import RoomError, listen
from trainer.workshop.room.room import EASY

if TYPE_CHECKING:
    from collections.abc import Iterator

GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


@pytest.fixture
def door() -> Iterator[Trial]:
    made = Trial(CODE, [CODE, OTHER])
    made.open()
    yield made
    made.close()


def ask(door: Trial, said: bytes, *, at: str = CODE, by: str = PHONE) -> bytes:
    """Say something to the door as a phone, and give all that it answers."""
    with socket.create_connection((at, door.port), timeout=5, source_address=(by, 0)) as phone:
        phone.sendall(said)
        answer = b""
        try:
            while more := phone.recv(4096):
                answer += more
        except ConnectionResetError:
            pass
        return answer


def test_it_knocks_at_its_own_door_and_does_not_take_itself_for_a_phone(door: Trial) -> None:
    until(lambda: door.seen().itself is not None)
    assert door.seen().itself is True
    assert not door.seen().looked
    said = ask(door, GET, by=CODE)
    assert b"It works." not in said
    assert b"This is the computer itself." in said
    assert door.seen().arrived is Arrived.NOTHING
    assert door.seen().looked


def test_how_far_a_phone_came(door: Trial) -> None:
    with socket.create_connection((CODE, door.port), source_address=(PHONE, 0)):
        pass
    until(lambda: door.seen().arrived is Arrived.CONNECTED)
    ask(door, b"\x16\x03\x01\x02\x00")
    until(lambda: door.seen().arrived is Arrived.SECURE)
    assert b"200 OK" in ask(door, GET, at=OTHER)
    until(lambda: door.seen().arrived is Arrived.ELSEWHERE)
    assert door.seen().elsewhere == OTHER
    assert b"200 OK" in ask(door, GET)
    until(lambda: door.seen().arrived is Arrived.PAGE)
    assert door.seen().elsewhere == ""
    ask(door, b"\x16\x03\x01")
    assert door.seen().arrived is Arrived.PAGE


def test_the_page_holds_nothing_and_lets_nothing_in(door: Trial) -> None:
    head, body = ask(door, GET).split(b"\r\n\r\n")
    for line in (
        b"Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'",
        b"Cache-Control: no-store",
        b"X-Content-Type-Options: nosniff",
        b"Referrer-Policy: no-referrer",
        b"Content-Length: %d" % len(body),
    ):
        assert line in head.split(b"\r\n")
    assert b"<script" not in body
    assert b"src=" not in body


@pytest.mark.parametrize(
    "said",
    [
        b"G" * 5000,
        b"GET / " + b"\0\r\n" * 2000 + b"\r\n",
        b"POST / HTTP/1.1\r\n\r\n",
        b"x\r\n\r\n",
        b"\xff" * 64 + b"\r\n\r\n",
    ],
)
def test_what_is_no_request_gets_nothing_and_the_door_stays_open(door: Trial, said: bytes) -> None:
    assert ask(door, said) == b""
    until(lambda: door.seen().arrived is Arrived.CONNECTED)
    assert b"200 OK" in ask(door, GET)


def test_one_that_never_says_anything_is_let_go(
    door: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "PATIENCE", 0.05)
    with socket.create_connection((CODE, door.port), timeout=5, source_address=(PHONE, 0)) as one:
        assert one.recv(1) == b""
    assert door.seen().arrived is Arrived.CONNECTED


def test_a_crowd_is_not_let_in_at_once(door: Trial) -> None:
    until(lambda: door.seen().itself is not None and not door._door.inside)
    crowd = [
        socket.create_connection((CODE, door.port), timeout=5, source_address=(PHONE, 0))
        for _one in range(trial.AT_ONCE)
    ]
    until(lambda: door._door.inside == trial.AT_ONCE)
    assert ask(door, b"") == b""
    crowd.pop().close()
    until(lambda: door._door.inside < trial.AT_ONCE)
    assert b"200 OK" in ask(door, GET)
    for one in crowd:
        one.close()


def test_closing_closes_the_port_and_what_was_open(
    door: Trial, caplog: pytest.LogCaptureFixture
) -> None:
    until(lambda: door.seen().itself is not None and not door._door.inside)
    with socket.create_connection((CODE, door.port), timeout=5, source_address=(PHONE, 0)) as one:
        until(lambda: door._door.inside == 1)
        door.close()
        assert one.recv(1) == b""
    for ip in (CODE, OTHER):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((ip, door.port), timeout=5)
    door.close()
    assert caplog.records == []


def test_an_address_that_cannot_be_had_is_said_and_nothing_is_open() -> None:
    door = Trial("203.0.113.77")
    with pytest.raises(RoomError, match=r"203\.0\.113\.77") as caught:
        door.open()
    assert "Nothing was opened" in caught.value.safe
    assert caught.value.next_step
    door.close()


def test_it_takes_a_port_that_the_room_would_take(door: Trial) -> None:
    assert door.port in EASY or all(_is_taken(CODE, port) for port in EASY)


def test_every_address_has_it_at_the_same_port() -> None:
    here, beside = f"{NET}.20", f"{NET}.21"
    held = listen(here, (EASY[0],))
    door = Trial(here, [beside])
    door.open()
    assert door.port != EASY[0]
    for ip in (here, beside):
        assert b"200 OK" in ask(door, GET, at=ip)
    door.close()
    held.close()


def _is_taken(ip: str, port: int) -> bool:
    try:
        listen(ip, (port,)).close()
    except RoomError:
        return True
    return False


def test_another_address_that_is_gone_keeps_nobody_from_the_chosen_one() -> None:
    door = Trial(CODE, ["203.0.113.77", OTHER])
    door.open()
    assert b"200 OK" in ask(door, GET, at=OTHER)
    door.close()


def test_another_machine_that_shows_itself_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"{NET}.1 0x1 0x2 02:fc:00:00:00:05 * lo\n"]
    looks: list[int] = []

    def table() -> str:
        looks.append(len(lines))
        return "".join(lines)

    monkeypatch.setattr(hearing, "table", table)
    monkeypatch.setattr(trial, "_LISTEN", 0.01)
    door = Trial(CODE)
    door.open()
    until(lambda: len(looks) > 3)
    assert not door.seen().heard
    lines.append(f"{PHONE} 0x1 0x2 a4:83:e7:00:11:22 * lo\n")
    until(lambda: door.seen().heard)
    door.close()
