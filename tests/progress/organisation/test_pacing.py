"""When to send what, and what an answer means; no socket, no clock but the one given."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.progress.organisation import pacing
from trainer.progress.organisation.pacing import BATCH, Halt, Pace, Reply, Trouble, Waiting

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def some(count: int, size: int = 10, first: int = 1) -> list[Waiting]:
    return [Waiting(first + n, f"id-{first + n}", b"x" * size) for n in range(count)]


def there(tried: list[Waiting]) -> Reply:
    return Reply(200, ids=frozenset(one.id for one in tried))


def test_what_is_there_is_sent() -> None:
    tried = some(3)
    for reply in (there(tried), Reply(204)):
        after = pacing.after(Pace(), tried, reply, NOW, "s")
        assert (after.sent, after.rejected, after.pace) == ((1, 2, 3), (), Pace())


@pytest.mark.parametrize("ids", [None, frozenset(), frozenset({"id-1", "id-2"})])
def test_an_answer_without_all_ids_is_not_believed(ids: frozenset[str] | None) -> None:
    after = pacing.after(Pace(), some(3), Reply(200, ids=ids), NOW, "s")
    assert (after.sent, after.rejected, after.pace.halt) == ((), (), Halt.STRANGE)


@given(
    st.sets(st.integers(1, 120), max_size=6), st.sampled_from([400, 409, 413, 422]), st.integers()
)
def test_only_what_is_not_taken_is_rejected(bad: set[int], status: int, seed: int) -> None:
    pace, left, sent, rejected = Pace(), some(120), set[int](), set[int]()
    for _ in range(200):
        if not left:
            break
        tried = pacing.batch(pace, left[:BATCH])
        taken = there(tried) if not bad & {one.number for one in tried} else Reply(status)
        after = pacing.after(pace, tried, taken, NOW, str(seed))
        pace = pacing.from_json(after.pace.to_json())
        assert pacing.seconds_left(pace, NOW) == 0
        sent, rejected = sent | set(after.sent), rejected | set(after.rejected)
        left = [one for one in left if one.number not in sent | rejected]
    assert (rejected, sent) == (bad, set(range(1, 121)) - bad)
    assert pace == Pace()


def test_one_that_is_not_taken_costs_few_requests() -> None:
    pace, left, asked = Pace(), some(50), 0
    while left:
        tried = pacing.batch(pace, left)
        reply = Reply(400) if 33 in {one.number for one in tried} else there(tried)
        after = pacing.after(pace, tried, reply, NOW, "s")
        pace, asked = after.pace, asked + 1
        left = [one for one in left if one.number not in after.sent + after.rejected]
    assert asked <= 16


@pytest.mark.parametrize(
    ("status", "halt"),
    [
        (401, Halt.REFUSED), (403, Halt.REFUSED), (301, Halt.MOVED), (308, Halt.MOVED),
        (404, Halt.ADDRESS), (405, Halt.ADDRESS), (418, Halt.STRANGE), (201, Halt.STRANGE),
    ],
)  # fmt: skip
def test_what_time_does_not_mend_stops(status: int, halt: Halt) -> None:
    after = pacing.after(Pace(), some(3), Reply(status), NOW, "s")
    assert (after.sent, after.rejected, after.pace.halt) == ((), (), halt)
    assert after.pace.status == status
    assert not pacing.resumed(after.pace).halt


@pytest.mark.parametrize(
    "reply", [Reply(429), Reply(503), Reply(500), Reply(408), *(Reply(trouble=t) for t in Trouble)]
)
def test_it_is_tried_later_and_later_still(reply: Reply) -> None:
    pace, waits = Pace(), []
    for _ in range(14):
        after = pacing.after(pace, some(3), reply, NOW, "s")
        assert (after.sent, after.rejected, after.pace.halt) == ((), (), "")
        pace = after.pace
        waits.append(pacing.seconds_left(pace, NOW))
    assert 15 <= waits[0] <= 30
    assert waits[4] > 8 * 15
    assert waits[-1] <= pacing.LONGEST_WAIT
    assert waits[-1] >= pacing.LONGEST_WAIT / 2
    assert pacing.after(pace, some(3), Reply(204), NOW, "s").pace == Pace()


def test_two_who_fail_together_come_back_apart() -> None:
    waits = {
        pacing.after(Pace(), some(1), Reply(503), NOW, str(seed)).pace.wait for seed in range(20)
    }
    assert len(waits) == 20


def test_it_is_left_alone_as_long_as_it_asks_but_not_for_ever() -> None:
    for asked, wait in ((3600.0, 3600.0), (1e12, pacing.LONGEST_ASKED)):
        after = pacing.after(Pace(), some(1), Reply(429, retry_after=asked), NOW, "s")
        assert pacing.seconds_left(after.pace, NOW) == wait
    soon = pacing.after(Pace(), some(1), Reply(429, retry_after=0.0), NOW, "s")
    assert pacing.seconds_left(soon.pace, NOW) >= 15


def test_a_clock_that_was_set_does_not_hold_it_back() -> None:
    pace = pacing.after(Pace(), some(1), Reply(503, retry_after=3000), NOW, "s").pace
    assert pacing.seconds_left(pace, NOW + timedelta(seconds=2999)) == 1
    assert pacing.seconds_left(pace, NOW + timedelta(days=900)) == 0
    assert pacing.seconds_left(pace, NOW - timedelta(seconds=1)) == 0


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "{", '{"failures": "x"}', '{"since": "soon"}', '{"wait": NaN}',
     '{"size": -4}', '{"until": 1e400}', '{"unknown": 1}', '{"failures": true, "wait": null}'],
)  # fmt: skip
def test_a_pace_that_makes_no_sense_is_that_of_a_beginning(text: str) -> None:
    assert pacing.from_json(text) == Pace()


def test_a_time_without_a_zone_is_no_pace() -> None:
    assert pacing.from_json('{"since": "2026-03-01T12:00:00"}') == Pace()
    assert pacing.from_json("[" * 50_000) == Pace()


def test_a_pace_comes_back_as_it_was() -> None:
    pace = pacing.after(Pace(size=3, until=9), some(3), Reply(503), NOW, "s").pace
    assert pacing.from_json(pace.to_json()) == pace
    assert pacing.from_json(replace(pace, size=10**6).to_json()).size == BATCH
    for_ever = pacing.from_json(replace(pace, wait=10**18).to_json())
    assert pacing.seconds_left(for_ever, NOW) == pacing.LONGEST_ASKED


def test_a_request_is_not_too_long() -> None:
    assert len(pacing.batch(Pace(), some(50, size=pacing.MOST_BYTES // 10))) == 10
    assert len(pacing.batch(Pace(), some(3, size=pacing.MOST_BYTES * 2))) == 1
