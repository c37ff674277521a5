"""The room over real sockets: joining, voting, coming back, and what is refused."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import socket
import sys
import threading
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from tests.workshop.phones import Crowd
from tests.workshop.room import Clock, begin, go_on, made_of, to_the_question, workshop_question
from trainer.workshop.journal import reopening
from trainer.workshop.room import keys
from trainer.workshop.room.listening import RoomError
from trainer.workshop.room.room import Room
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path


def ask(workshop: Workshop) -> Workshop:
    """Go on to the question of the scene on the train."""
    workshop.do("begin")
    to_the_question(workshop)
    return workshop


@pytest.fixture
def room() -> Iterator[Room]:
    with Room(ask(Workshop(made_of(), None, Clock())), "127.0.0.1") as made:
        yield made


@pytest.fixture
def crowd(room: Room) -> Iterator[Crowd]:
    with Crowd(room.url, room.door.code) as made:
        yield made


def votes(room: Room, number: int = 0) -> list[tuple[str, ...]]:
    """What phones have answered to the question of the scene, in one pass of it."""
    question = workshop_question(room.workshop)
    return sorted(room.workshop.state.ballots[question][number].votes.values())


def test_votes_are_counted_once_and_shown_back_to_whoever_gave_them(
    room: Room, crowd: Crowd
) -> None:
    phones = crowd.join(7)
    assert all(one["type"] == "ack" for one in crowd.vote(phones, "-not-sure", "-nothing"))
    assert votes(room) == [("-not-sure",)] * 4 + [("-nothing",)] * 3
    first = phones[0]
    crowd.run(first.until(lambda: first.state["you"]["answers"] != {}))
    question = workshop_question(room.workshop)
    assert first.state["you"]["answers"] == {question: ["-not-sure"]}
    crowd.run(first.vote("-nothing"))
    assert votes(room).count(("-nothing",)) == 4
    room.workshop.do("next")
    crowd.run(first.shows("look-up"))
    # What was answered belongs to the pass that has closed.
    assert first.state["you"]["answers"] == {}
    late = crowd.run(first.say("vote", question=question, answers=["-nothing"]))
    assert late["code"] == "closed"


def test_what_is_sent_again_after_a_gap_counts_once(room: Room, crowd: Crowd) -> None:
    (phone,) = crowd.join()
    crowd.run(phone.say("ask", text="What if he is armed?"))
    crowd.run(phone.drop())
    crowd.run(phone.hello())
    assert len(room.workshop.state.voters) == 1
    assert phone.welcome["n"] == 1
    again = crowd.run(phone.say("ask", n=1, text="What if he is armed?"))
    assert again == {"type": "ack", "n": 1, "again": True}
    assert len(room.workshop.state.asked) == 1


def test_one_that_was_behind_is_shown_the_latest_once_it_reads(
    room: Room, crowd: Crowd, monkeypatch: pytest.MonkeyPatch
) -> None:
    (phone,) = crowd.join()
    crowd.run(phone.shows("vote"))
    monkeypatch.setattr("trainer.workshop.room.lines.LOOK_AGAIN", 0.02)
    with monkeypatch.context() as behind:
        behind.setattr("trainer.workshop.room.lines.BEHIND", -1)
        room.workshop.do("blank", on=True)
        crowd.run(asyncio.sleep(0.08))
        assert phone.state["all"]["show"] == "vote"
    crowd.run(phone.shows("quiet"))


def test_the_same_phone_in_two_windows_is_one(room: Room, crowd: Crowd) -> None:
    (phone,) = crowd.join()
    other = crowd.phone()
    other.token = phone.token
    crowd.run(other.hello())
    crowd.run(phone.until(lambda: phone.closed is not None))
    assert phone.closed == 4001
    assert phone.others == [{"type": "elsewhere"}]
    assert len(room.workshop.state.voters) == 1
    assert room.reached() == 1


def test_a_second_start_knows_code_votes_and_tokens(tmp_path: Path) -> None:
    path, clock = tmp_path / "journal.jsonl", Clock()
    first = Room(ask(begin(path, clock)), "127.0.0.1")
    first.open()
    with Crowd(first.url, first.door.code) as crowd:
        phones = crowd.join(6)
        crowd.vote(phones, "-nothing")
        crowd.run(phones[0].say("code", code=" My Quokka 7"))
        tokens = [one.token for one in phones]
        first.close()
        crowd.run(phones[0].until(lambda: phones[0].closed is not None))
        assert phones[0].others[-1] == {"type": "closed"}
        first.workshop.close()
        kept = path.read_text("utf-8")
        assert not any(token in kept for token in tokens)
        assert "Quokka" not in kept
        second = Room(go_on(path, clock), "127.0.0.1")
        with second:
            assert second.url == first.url
            assert second.door.code == first.door.code
            crowd.run(phones[0].hello())
            question = workshop_question(second.workshop)
            assert phones[0].state["you"]["answers"] == {question: ["-nothing"]}
            assert phones[0].state["you"]["code"]
            assert [one.token for one in phones] == tokens
            assert len(second.workshop.state.voters) == 6
        second.workshop.close()
    assert [one.act for one in reopening.read(path).entries][-1] == "shut"


def test_after_a_crash_it_is_not_said_to_be_open(tmp_path: Path) -> None:
    path, clock = tmp_path / "journal.jsonl", Clock()
    workshop = begin(path, clock)
    workshop.do("door", code="K7M2QX", salt="5a", care="ca", url="http://10.0.0.5:8080/")
    workshop.close()
    again = go_on(path, clock)
    assert again.state.door is not None
    assert not again.state.door.is_open
    assert again.state.door.code == "K7M2QX"
    again.close()


def test_closing_closes_the_port_and_gives_threads_their_time_back(
    room: Room, crowd: Crowd
) -> None:
    crowd.join()
    before = sys.getswitchinterval()
    # Only while it is open is what was there before not looked through for clearing up.
    assert gc.get_freeze_count() > 0
    port = room.port
    assert port is not None
    room.close()
    assert sys.getswitchinterval() > before
    assert gc.get_freeze_count() == 0
    assert room.workshop.state.door is not None
    assert not room.workshop.state.door.is_open
    with pytest.raises(OSError):  # noqa: PT011 - which one, the system decides
        socket.create_connection(("127.0.0.1", port), 1).close()
    room.close()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "somewhere", "224.0.0.1"])
def test_it_opens_on_one_address_of_this_computer_alone(host: str) -> None:
    workshop = Workshop(made_of(), None, Clock())
    with pytest.raises(RoomError):
        Room(workshop, host).open()
    assert workshop.state.door is None


def test_a_port_that_is_used_is_said(room: Room) -> None:
    with pytest.raises(RoomError, match="Another program"):
        Room(Workshop(made_of(), None, Clock()), "127.0.0.1", room.port).open()


# What is refused


def fetched(
    crowd: Crowd, path: str, headers: Mapping[str, str] | None = None, body: bytes | None = None
) -> tuple[int, dict[str, str], str]:
    async def ask() -> tuple[int, dict[str, str], str]:
        async with (
            aiohttp.ClientSession() as http,
            http.request(
                "GET" if body is None else "POST", f"{crowd.url}{path}", data=body, headers=headers
            ) as got,
        ):
            return got.status, dict(got.headers), await got.text()

    return crowd.run(ask())


UPGRADE = {
    "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}  # fmt: skip


def test_every_answer_keeps_to_itself(crowd: Crowd) -> None:
    for path in ("", "nowhere", "ws", "care/guess"):
        status, headers, _text = fetched(crowd, path)
        assert status == (403 if path == "ws" else 404 if path else 200)
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "Set-Cookie" not in headers
        assert "aiohttp" not in headers["Server"]


def test_only_its_own_page_talks_to_it(crowd: Crowd) -> None:
    own = crowd.url[:-1]
    assert fetched(crowd, "", {"Host": "evil.example"})[0] == 421
    port = own.rpartition(":")[2]
    for origin in ("http://evil.example", "null", f"https://127.0.0.1:{port}", f"{own}0", own[:-1]):
        assert fetched(crowd, "ws", {"Origin": origin, **UPGRADE})[0] == 403, origin
        assert fetched(crowd, "poll", {"Origin": origin}, b"{}")[0] == 403, origin
    assert fetched(crowd, "ws", UPGRADE)[0] == 403
    other = {"Host": "localhost:1", "Origin": "http://localhost:1", **UPGRADE}
    assert fetched(crowd, "ws", other)[0] == 421


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "7",
        '"vote"',
        "{}",
        '{"type":"next","n":1}',
        '{"type":"seen","n":1,"pause":1}',
        '{"type":"door","n":1,"code":"A","salt":"","care":"","url":""}',
        '{"type":"hello","code":"x"}',
        '{"type":["vote"],"n":1}',
        '{"type":"ask","text":"no number"}',
        '{"type":"ask","n":0,"text":"a"}',
        '{"type":"ask","n":true,"text":"a"}',
        '{"type":"ask","n":1.0,"text":"a"}',
        '{"type":"ask","n":99999999999999,"text":"a"}',
        '{"type":"ask","n":1,"text":"half \\ud800"}',
        '{"type":"ask","n":1,"text":7}',
        '{"type":"ask","n":1,"text":"a","voter":"somebody"}',
        '{"type":"ask","n":1,"text":"a","more":NaN}',
        '{"type":"part","n":1,"part":"king"}',
        '{"type":"code","n":1,"code":7}',
        '{"type":"pause","n":1,"comes":"yes"}',
        '{"type":"vote","n":1,"question":"other","answers":["-nothing"]}',
        "[" * 900,
    ],
)
def test_what_is_malformed_is_refused_and_nothing_comes_of_it(
    room: Room, crowd: Crowd, text: str
) -> None:
    (phone,) = crowd.join()
    before = room.workshop.state
    crowd.run(phone.send(text))
    crowd.run(phone.until(lambda: bool(phone.others)))
    assert phone.others[0]["type"] == "refused"
    assert room.workshop.state == before
    assert crowd.run(phone.vote("-nothing"))["type"] == "ack"


def test_too_much_and_too_fast_ends_one_line_and_nobody_elses(room: Room, crowd: Crowd) -> None:
    large, flooding, good = crowd.join(3)
    crowd.run(large.send({"type": "ask", "n": 1, "text": "a" * 3000}))
    crowd.run(large.until(lambda: large.closed is not None))
    assert large.closed == 1009

    async def flood() -> None:
        with contextlib.suppress(ConnectionError):
            for number in range(1, 200):
                await flooding.send({"type": "ask", "n": number, "text": "again"})
        await flooding.until(lambda: flooding.closed is not None)

    crowd.run(flood())
    assert flooding.closed == 1008
    assert len(room.workshop.state.asked) <= 12
    assert {one["code"] for one in flooding.others if one["type"] == "refused"} == {"too-fast"}
    assert crowd.run(good.vote("-nothing"))["type"] == "ack"
    # Coming back does not give it another go.
    crowd.run(flooding.hello())
    assert crowd.run(flooding.say("ask", text="and again"))["type"] == "refused"


def test_guessing_the_code_is_slow_and_ends_the_line(
    crowd: Crowd, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.workshop.room.limits.WRONG_DELAY", 0.01)
    guessing = crowd.phone()
    crowd.run(guessing.connect())
    for number in range(5):
        crowd.run(guessing.send({"type": "hello", "code": f"AAAAA{number}"}))
    crowd.run(guessing.until(lambda: guessing.closed is not None))
    assert guessing.closed == 1008
    assert [one["code"] for one in guessing.others] == ["wrong-code"] * 5
    assert room.workshop.state.voters == {}
    unknown = crowd.phone()
    unknown.token = keys.make_secret()
    crowd.run(unknown.hello())
    assert unknown.others[0]["code"] == "unknown"
    crowd.join()


def test_one_that_never_speaks_or_never_ends_is_closed(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.workshop.room.limits.UNKNOWN", 0.05)
    assert room.port is not None
    for said in (b"", b"GET / HTTP/1.1\r\nHost: 127", b"\x16\x03\x01\x02\x00"):
        with socket.create_connection(("127.0.0.1", room.port), 5) as made:
            made.sendall(said)
            with contextlib.suppress(ConnectionResetError):
                while made.recv(1000):
                    pass


def test_a_phone_that_sleeps_is_let_go_of_and_one_that_answers_stays(
    room: Room, crowd: Crowd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.workshop.room.lines.HEARTBEAT", 0.06)
    awake, asleep = crowd.join(2)
    assert asleep.socket is not None
    asleep.socket._autoping = False
    crowd.run(_until(lambda: room.reached() == 1))
    assert crowd.run(awake.vote("-nothing"))["type"] == "ack"


# Without a WebSocket, and the care person


def polled(crowd: Crowd, path: str = "poll", **body: Any) -> tuple[int, dict[str, Any]]:
    async def ask() -> tuple[int, dict[str, Any]]:
        async with (
            aiohttp.ClientSession() as http,
            http.post(f"{crowd.url}{path}", json=body, headers={"Origin": crowd.url[:-1]}) as got,
        ):
            return got.status, await got.json(content_type=None)

    return crowd.run(ask())


def test_an_old_phone_that_asks_again_and_again_has_the_same(room: Room, crowd: Crowd) -> None:
    _ok, first = polled(crowd, say=[{"type": "hello", "code": crowd.code}])
    token, seen = first["answers"][0]["token"], first["state"]["v"]
    vote = first["state"]["all"]["votes"][0]
    said = {"type": "vote", "n": 1, "question": vote["id"], "answers": ["-nothing"], "pass": 1}
    _ok, second = polled(crowd, token=token, seen=seen, say=[said])
    (answer,) = second["answers"]
    assert (answer["type"], answer["n"]) == ("ack", 1)
    assert answer["you"]["answers"] == {vote["id"]: ["-nothing"]}
    _ok, third = polled(crowd, token=token)
    assert third["state"]["you"]["answers"] == {vote["id"]: ["-nothing"]}
    threading.Timer(0.05, room.workshop.do, ("blank",), {"on": True}).start()
    _ok, fourth = polled(crowd, token=token, seen=third["state"]["v"])
    assert fourth["state"]["all"]["show"] == "quiet"
    assert votes(room) == [("-nothing",)]
    assert room.reached() == 1
    bad: list[Any] = [7, [said] * 9, ["x"]]
    for say in bad:
        status, refused = polled(crowd, say=say)
        assert (status, refused["answers"][0]["code"]) == (400, "bad-message")
    status, refused = polled(crowd, token=keys.make_secret())
    assert (status, refused["answers"][0]["code"]) == (400, "unknown")
    origin = {"Origin": crowd.url[:-1]}
    status, _headers, text = fetched(crowd, "poll", origin, b'{"say":[' + b" " * 3000 + b"]}")
    assert (status, json.loads(text)["answers"][0]["code"]) == (400, "too-large")


def test_polls_and_pings_without_end_are_cut_short(
    room: Room, crowd: Crowd, monkeypatch: pytest.MonkeyPatch
) -> None:
    _ok, first = polled(crowd, say=[{"type": "hello", "code": crowd.code}])
    token, seen = first["answers"][0]["token"], first["state"]["v"]
    origin = {"Origin": crowd.url[:-1]}

    async def wait_in_vain() -> list[int]:
        async with aiohttp.ClientSession(headers=origin) as http:

            async def one() -> int:
                body = {"token": token, "seen": seen}
                async with http.post(f"{crowd.url}poll", json=body) as got:
                    return got.status

            tasks = [asyncio.create_task(one()) for _one in range(6)]
            # All that are too many are told so, before those that wait are answered.
            while sum(task.done() for task in tasks) < 3:
                left = [task for task in tasks if not task.done()]
                await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
            room.workshop.do("blank", on=True)
            return sorted(await asyncio.gather(*tasks))

    assert crowd.run(wait_in_vain()) == [200, 200, 200, 429, 429, 429]
    body = json.dumps({"token": token}).encode()
    told = [fetched(crowd, "poll", origin, body)[0] for _one in range(30)]
    assert {200, 429} == set(told)
    (phone, good) = crowd.join(2)

    async def ping() -> None:
        assert phone.socket is not None
        with contextlib.suppress(ConnectionError):
            for _one in range(50):
                await phone.socket.ping()
        await phone.until(lambda: phone.closed is not None)

    crowd.run(ping())
    assert phone.closed == 1008
    assert crowd.run(good.say("ask", text="Am I still here?"))["type"] == "ack"


def test_the_care_person_sees_pauses_and_can_only_see_to_them(room: Room, crowd: Crowd) -> None:
    room.workshop.do("care", name="Ana", where="by the door")
    (phone,) = crowd.join()
    care = crowd.phone(f"care/{room.door.care}/ws")
    crowd.run(care.connect())
    assert crowd.run(phone.say("pause", comes=True, where="third row"))["type"] == "ack"
    crowd.run(care.until(lambda: bool(care.state.get("pauses"))))
    seen = care.state["pauses"][0]
    assert (seen["where"], seen["comes"], seen["seen"]) == ("third row", True, False)
    voter = next(iter(room.workshop.state.voters))
    assert voter not in str(care.state)
    for forbidden in ("next", "vote", "care", "handle"):
        assert crowd.run(care.say(forbidden, pause=1))["code"] == "bad-message"
    assert crowd.run(care.say("seen", pause=1)) == {"type": "ack", "n": care.n}
    crowd.run(phone.until(lambda: phone.state["you"]["pause"] == "seen"))
    assert fetched(crowd, f"care/{room.door.care}")[0] == 200
    been = {"type": "been", "n": 2, "pause": 1}
    for done, say in ((False, []), (True, [been])):
        _ok, polling = polled(crowd, f"care/{room.door.care}/poll", say=say)
        pause = polling["state"]["pauses"][0]
        assert (pause["where"], pause["seen"], pause["done"]) == ("third row", True, done)
    crowd.run(phone.until(lambda: phone.state["you"]["pause"] is None))
    assert fetched(crowd, f"care/{room.door.care[:-1]}")[0] == 404


def test_a_phone_chooses_its_language(crowd: Crowd) -> None:
    (phone,) = crowd.join(language="xx-not-there")
    assert phone.welcome["language"] == ""
    assert crowd.run(phone.say("language", language="en-GB"))["type"] == "ack"
    crowd.run(phone.drop())
    crowd.run(phone.hello())
    assert phone.welcome["language"] == "en"


# What a person is told, and what nobody is


def test_a_full_disk_is_told_to_a_person_once_and_phones_say_hands(tmp_path: Path) -> None:
    told: list[str] = []
    workshop = ask(begin(tmp_path / "journal.jsonl", Clock()))
    with (
        Room(workshop, "127.0.0.1", trouble=lambda one: told.append(type(one).__name__)) as room,
        Crowd(room.url, room.door.code) as crowd,
        open("/dev/full", "ab", 0) as full,
    ):
        phones = crowd.join(3)
        assert workshop._journal is not None
        whole, workshop._journal._file = workshop._journal._file, full
        assert {one["code"] for one in crowd.vote(phones, "-nothing")} == {"not-kept"}
        assert votes(room) == []
        workshop._journal._file = whole
        assert crowd.run(phones[0].vote("-nothing"))["type"] == "ack"
        assert votes(room) == [("-nothing",)]
    workshop.close()
    assert told == ["NoRoom", "NoneType"]


def test_what_goes_wrong_in_its_thread_reaches_a_person_and_the_room_goes_on(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    workshop = ask(Workshop(made_of(), None, Clock()))
    caplog.set_level("DEBUG")
    with (
        Room(workshop, "127.0.0.1", trouble=told.append) as room,
        Crowd(room.url, room.door.code) as crowd,
    ):
        (phone,) = crowd.join()
        with monkeypatch.context() as broken:
            broken.setattr("trainer.workshop.telling.phone_view._show", lambda _seen: 1 / 0)
            workshop.do("blank", on=True)
            crowd.run(phone.say("ask", text="Are you there?"))
            assert fetched(crowd, "", {"Host": "elsewhere"})[0] == 421
            crowd.run(_until(lambda: bool(told)))
        workshop.do("blank", on=False)
        workshop.do("blank", on=True)
        crowd.run(phone.shows("quiet"))
        with socket.create_connection(("127.0.0.1", room.port or 0), 5) as made:
            made.sendall(b"NONSENSE\x00 /secret HTTP/9\r\nUser-Agent: Quokka 7\r\n\r\n")
            made.recv(10_000)
    assert [type(one) for one in told] == [RoomError]
    assert "ZeroDivisionError" in caplog.text
    # Of whoever came, nothing is in any log.
    for private in ("127.0.0.1", "Quokka", "secret", phone.token, "Are you there"):
        assert private not in caplog.text


def test_a_room_that_does_not_come_up_is_told_and_not_said_to_be_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[object] = []
    before = sys.getswitchinterval()
    workshop = ask(Workshop(made_of(), None, Clock()))
    monkeypatch.setattr("trainer.workshop.room.room.open_files", lambda: 1 / 0)
    room = Room(workshop, "127.0.0.1", trouble=told.append)
    room.open()
    room.close()
    assert [type(one) for one in told] == [RoomError]
    assert workshop.state.door is not None
    assert not workshop.state.door.is_open
    assert sys.getswitchinterval() == before


async def _until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        await asyncio.sleep(0.005)
