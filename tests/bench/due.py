"""What is due, and what a first page asks of it: 10,000 cards beside 1,000,000 answers."""

from __future__ import annotations

import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import figures
from trainer.method.ds import FIVE_DS, D
from trainer.progress.boosters import boosters
from trainer.progress.boosters.boosters import Answer, Kind, Rating
from trainer.progress.store import Store
from trainer.progress.summaries import written

if TYPE_CHECKING:
    from collections.abc import Callable

CARDS, ANSWERS = 10_000, 1_000_000
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


def _fill(store: Store) -> None:
    """Half of the cards are due, one in a hundred was dated by a clock that ran ahead."""
    cards = []
    for number in range(CARDS):
        due = NOW + timedelta(days=number % 360 - 180 if number % 100 else 5000)
        skill, family = FIVE_DS[number % 5], f"family-{number // 5}"
        cards.append((skill, family, written(NOW), written(due)))
    with store.writing() as connection:
        connection.executemany(
            "INSERT INTO card (skill, family, met, due) VALUES (?, ?, ?, ?)", cards
        )
        connection.executemany(
            "INSERT INTO answer (id, at, day, kind, skill, family, variant, rating)"
            " VALUES (?, '', '', 'booster', ?, ?, ?, 3)",
            (
                (str(number), cards[number % CARDS][0], cards[number % CARDS][1], f"v-{number}")
                for number in range(ANSWERS)
            ),
        )


def _took(runs: int, act: Callable[[], object]) -> float:
    found = []
    for _run in range(runs):
        before = time.perf_counter()
        act()
        found.append((time.perf_counter() - before) * 1000)
    return figures.median(found)


def measure(runs: int) -> None:
    """Print what the first page, a draw and an answer take."""
    with (
        tempfile.TemporaryDirectory() as here,
        Store.open(Path(here) / "progress.db", now=lambda: NOW) as store,
    ):
        _fill(store)
        given = Answer(Kind.BOOSTER, D.DELAY, "family-7", "scene:a/b", Rating.YES)
        raw = f"{boosters.due_count(store):,} of {CARDS:,} cards, {ANSWERS:,} answers"
        figures.say("due: the first three", _took(runs, lambda: boosters.due(store)), "ms", 20, raw)
        count = _took(runs, lambda: boosters.due_count(store))
        figures.say("due: how many", count, "ms", 20, raw)
        seen = _took(runs, lambda: boosters.seen(store, D.DELAY, "family-7"))
        figures.say("due: what was seen of a card", seen, "ms", 20, raw)
        put = _took(runs, lambda: boosters.answer(store, given))
        figures.say("due: an answer kept", put, "ms", 50, raw)
