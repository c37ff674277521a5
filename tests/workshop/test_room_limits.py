"""Codes, guesses, buckets and gates, without a socket."""

from __future__ import annotations

import asyncio
import re

import pytest

from trainer.workshop.room import gates, keys, limits, listening
from trainer.workshop.room.lines import frame


def test_a_code_has_no_look_alikes_and_no_words() -> None:
    made = {keys.make_code() for _one in range(400)}
    assert len(made) > 395
    for code in made:
        assert len(code) == 6
        assert not set(code) & set("0O1ILSB58UAE34YZQ")
        assert not re.search(r"[A-Z]{3}|(.)\1|WP|69", code)


@pytest.mark.parametrize(
    "typed", ["k7m-2qx", " K7 M2 QX ", "Ｋ７Ｍ２ＱＸ", "k7m–2qx", "K7M2QX\u200b"]
)
def test_a_code_is_taken_as_it_was_meant(typed: str) -> None:
    assert keys.is_code(typed, "K7M2QX")
    assert not keys.is_code(f"{typed}7", "K7M2QX")
    assert not keys.is_code("", "K7M2QX")


def test_a_voter_says_nothing_of_a_token_nor_a_hash_of_a_code() -> None:
    token, salt, other = (keys.make_secret() for _one in range(3))
    voter = keys.voter(token, salt)
    assert voter == keys.voter(token, salt)
    assert voter not in (token, keys.voter(token, other), keys.own_code(token, salt))
    assert keys.own_code("My Quokka", salt) == keys.own_code(" my quokka\n", salt)
    assert keys.own_code("My Quokka", salt) != keys.own_code("My Quokka", other)
    assert keys.own_code(" ", salt) == ""
    for wrong in (None, 7, "", token[:-1], token.upper() + "Z", f"{token}\n"):
        assert not keys.is_token(wrong)


def test_a_bucket_lets_a_few_through_at_once_and_five_a_second() -> None:
    bucket = limits.Bucket()
    assert sum(bucket.take(100.0) for _one in range(50)) == 10
    assert sum(bucket.take(100.0 + at / 100) for at in range(1, 201)) == 10
    assert sum(bucket.take(1000.0) for _one in range(50)) == 10
    # A clock that runs backwards gives nothing away.
    assert not bucket.take(900.0)


def test_whoever_guesses_slows_down_their_own_address_and_locks_nobody_out() -> None:
    guesses = limits.Guesses()
    for _one in range(29):
        assert guesses.wait("a", 0.0) == 0.0
        guesses.wrong("a", 0.0)
    assert guesses.wait("a", 0.0) == 0.0
    guesses.wrong("a", 0.0)
    waits = [guesses.wait("a", 1.0) for _one in range(60)]
    assert waits[:3] == pytest.approx([0.0, 0.1, 0.2])
    assert waits[-1] is None
    assert guesses.wait("b", 1.0) == 0.0
    # They are heard again a moment later, and a minute later as if nothing had been.
    assert guesses.wait("a", 10.0) == 0.0
    assert guesses.wait("a", 61.0) == 0.0
    guesses.wrong("b", 62.0)
    assert len(guesses._by_address) == 1


def test_enough_open_files_are_asked_for() -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, before[1]))
        allowed = listening.open_files()
        assert allowed == min(listening.WANTED, before[1]) or before[1] == resource.RLIM_INFINITY
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (allowed, before[1])
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


class Wire(asyncio.Transport):
    """A connection that only knows from where it comes, and whether it was cut."""

    def __init__(self, address: str) -> None:
        super().__init__({"peername": (address, 1)})
        self.aborted = False

    def abort(self) -> None:
        self.aborted = True


def come(all_gates: gates.Gates, address: str) -> tuple[gates.Gate, Wire]:
    gate, wire = all_gates(), Wire(address)
    gate.connection_made(wire)
    return gate, wire


def test_too_many_push_out_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_UNKNOWN", 5)

    async def crowd() -> None:
        every = gates.Gates(asyncio.Protocol, 8)
        _good, quiet = come(every, "good")
        joined = [come(every, "crowd") for _one in range(3)]
        for gate, _wire in joined:
            gate.joined(None)
        many = [come(every, "bad") for _one in range(20)]
        assert not quiet.aborted
        assert not any(wire.aborted for _gate, wire in joined)
        assert [wire.aborted for _gate, wire in many] == [True] * 16 + [False] * 4
        for gate, _wire in many[-4:]:
            gate.joined(None)
        # All are somebody's: nobody goes, and one more does not come in.
        _gate, late = come(every, "good")
        assert quiet.aborted
        _gate, later = come(every, "good")
        assert late.aborted
        _gate.joined(None)
        _gate, last = come(every, "good")
        assert last.aborted
        assert not later.aborted

    asyncio.run(crowd())


@pytest.mark.parametrize("length", [0, 125, 126, 65_535, 65_536])
def test_a_frame_says_how_long_it_is(length: int) -> None:
    made = frame(b"a" * length)
    head = made[: len(made) - length]
    assert head[0] == 0x81
    assert (head[1] if len(head) == 2 else int.from_bytes(head[2:], "big")) == length
