"""A vote and an update of a full room, beside those of a small one and the plainest way."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from tests.bench import figures
from tests.workshop.room import at_the_question, workshop_question
from trainer.workshop.room.hall import Hall
from trainer.workshop.telling import phone_view

if TYPE_CHECKING:
    from trainer.workshop.room.hall import Phone
    from trainer.workshop.workshop import Workshop

FULL, SMALL = 500, 20
VOTES = 500


def _asking(phones: int) -> Workshop:
    """A workshop in which so many phones have voted."""
    workshop = at_the_question()
    for number in range(phones):
        workshop.do("join", voter=f"v{number}")
    _vote(workshop, phones, 1, phones)
    return workshop


def _vote(workshop: Workshop, phones: int, turn: int, votes: int) -> None:
    question = workshop_question(workshop)
    answers: list[list[str]] = [["-nothing"], ["-not-sure"]]
    for number in range(votes):
        what: dict[str, Any] = {"pass": 1, "n": turn * VOTES + number}
        workshop.do(
            "vote", voter=f"v{number % phones}", question=question,
            answers=answers[(number // phones + turn) % 2], **what,
        )  # fmt: skip


def _shown(hall: Hall, phones: list[Phone]) -> None:
    for phone in phones:
        hall.shown(phone)


def _plainly(workshop: Workshop, phones: list[Phone]) -> None:
    """Make and write everything for each phone anew."""
    for phone in phones:
        every = phone_view.for_all(workshop.making, workshop.state)
        one = phone_view.for_one(workshop.state, phone.voter, workshop.making)
        json.dumps({"type": "state", "v": 1, "all": every, "you": one}).encode()


async def _phones(workshop: Workshop) -> tuple[Hall, list[Phone]]:
    hall = Hall(workshop)
    hall.close()
    every = [phone for voter in workshop.state.voters if (phone := hall.phone(voter))]
    return hall, every


def measure(runs: int) -> None:
    """Print what a full room costs."""
    full, small = _asking(FULL), _asking(SMALL)
    turns = iter(range(2, 10_000))
    of_full, of_small = figures.interleaved(
        runs,
        lambda: figures.seconds(lambda: _vote(full, FULL, next(turns), VOTES)),
        lambda: figures.seconds(lambda: _vote(small, SMALL, next(turns), VOTES)),
    )
    most, least = figures.median(of_full), figures.median(of_small)
    raw = f"{most / VOTES * 1e6:.0f} µs and {least / VOTES * 1e6:.0f} µs of CPU a vote"
    figures.say(f"a vote among {FULL} phones / among {SMALL}", most / least, "×", 2.0, raw)
    hall, phones = asyncio.run(_phones(full))
    ours, plainly = figures.interleaved(
        runs,
        lambda: figures.seconds(lambda: _shown(hall, phones)),
        lambda: figures.seconds(lambda: _plainly(full, phones)),
    )
    quick, slow = figures.median(ours), figures.median(plainly)
    raw = f"{quick * 1000:.1f} ms and {slow * 1000:.1f} ms of CPU"
    what = f"what {FULL} phones are shown / made for each anew"
    figures.say(what, quick / slow, "×", 0.2, raw)
