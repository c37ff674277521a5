"""A room full of phones: nothing is lost, nothing counts twice, nobody waits for anybody.

The short form looks that it holds; the long one, in ``make soak``, measures it, with the console
and the projector's window open.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.scenes import Stage
from tests.workshop.load.hall import Evening, part, pass_time, table
from trainer.settings import Settings
from trainer.workshop.journal import reopening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

ANSWERS = ["-nothing", "-not-sure"]


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(Settings(keep=True, motion="reduced", palette="light")) as made:
        made.shell.show()
        yield made


def counted(evening: Evening, count: int) -> None:
    """Look that every phone is counted once, each with its own answer."""
    votes = evening.votes()
    assert len(votes) == count
    for number, answer in enumerate(ANSWERS):
        wanted = len(range(number, count, len(ANSWERS)))
        assert sum(one == (answer,) for one in votes.values()) == wanted


def test_a_room_votes_drops_and_comes_back(qapp: QApplication, tmp_path: Path) -> None:
    count, drop = 40, 15
    path = tmp_path / "journal.jsonl"
    with Evening(path) as evening:
        crowd = evening.crowd
        crowd.do("deaf")
        assert crowd.do("join", count=count)["phones"] == count
        assert len(crowd.do("vote", answers=ANSWERS)["acks"]) == count
        counted(evening, count)
        evening.again()
        assert len(crowd.do("vote", answers=ANSWERS[::-1], drop=drop)["acks"]) == count - drop
        assert crowd.do("again", count=drop)["known"] == drop
        crowd.do("settle")
        assert len(evening.votes()) == count
        assert len(evening.workshop.state.voters) == count + 1
        assert len(evening.updates(3, 0.06)) == 3 * count
        assert crowd.do("heard")["closed"] == 0
    entries = reopening.read(path).entries
    assert sum(one.act == "vote" for one in entries) == 2 * count


@pytest.mark.soak
def test_five_hundred_join_vote_and_watch(stage: Stage, tmp_path: Path, short: bool) -> None:
    count = 100 if short else 500
    rows: list[tuple[str, float, float | None]] = []
    with Evening(tmp_path / "journal.jsonl", stage) as evening:
        crowd, ticks = evening.crowd, evening.ticks
        pass_time(0.3)
        ticks.begin()
        seconds = crowd.do("join", count=count)["seconds"]
        rows.append((f"{count} phones join in one go, ms", seconds * 1000, None))
        rows.append(("  the window stands still, ms", ticks.longest, 50))
        for turn in range(3):
            evening.again()
            pass_time(0.2)
            ticks.begin()
            # Two seconds are how quickly a whole room answers; the last time all at once.
            spread = 0.0 if turn == 2 else 2.0
            told = crowd.do("vote", answers=ANSWERS, spread=spread)
            times = [one * 1000 for one in told["acks"]]
            assert len(times) == count
            counted(evening, count)
            when = "in the same moment" if turn == 2 else "within 2 s"
            rows.append((f"all vote {when}: acknowledged, p99 ms", part(times, 0.99), 100))
            rows.append(("  the window stands still, ms", ticks.longest, 50))
        ticks.begin()
        waits = evening.updates(20, 0.2)
        assert len(waits) == 20 * count
        rows.append(("20 updates: seen, p99 ms", part(waits, 0.99), 50))
        rows.append(("  the window stands still, ms", ticks.longest, 50))
    print("\n" + table(rows))


@pytest.mark.soak
def test_a_thousand_and_nothing_is_lost(qapp: QApplication, tmp_path: Path, short: bool) -> None:
    count, drop = (200, 50) if short else (1000, 200)
    path = tmp_path / "journal.jsonl"
    with Evening(path) as evening:
        crowd = evening.crowd
        crowd.do("deaf")
        crowd.do("join", count=count)
        for _turn in range(3):
            evening.again()
            crowd.send("vote", answers=ANSWERS, spread=1.0, drop=drop)
            # The window is busy as well.
            for _look in range(10):
                evening.led.bridge.do("strip", text="…")
                pass_time(0.05)
            crowd.receive()
            assert crowd.do("again", count=drop)["known"] == drop
            crowd.do("settle")
            counted(evening, count)
        assert len(evening.workshop.state.voters) == count + 1
        assert crowd.do("heard")["closed"] == 0
        assert evening.room.reached() == count + 1
    entries = reopening.read(path).entries
    assert sum(one.act == "vote" for one in entries) == 3 * count
    assert threading.active_count() < 10
