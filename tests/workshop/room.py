"""A workshop to try things on: a small plan, a clock that a test turns."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import paths
from trainer.help import directory
from trainer.pages.collection import Collection as Pages
from trainer.plans.collection import Collection as Plans
from trainer.plans.reading import PLANS
from trainer.scenario.files import reading as files
from trainer.scenario.libraries.library import Library
from trainer.workshop import material
from trainer.workshop.journal.journal import Journal
from trainer.workshop.keeping import going_on
from trainer.workshop.state import Phase
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from trainer.workshop.clock import Clock as AnyClock
    from trainer.workshop.material import Material


class Clock:
    """A clock that stands until it is told to go on; seconds."""

    def __init__(self, wall: float = 1_790_000_000.0) -> None:
        self.now = wall

    def running(self) -> float:
        return self.now

    def wall(self) -> float:
        return self.now

    def go(self, seconds: float) -> None:
        self.now += seconds


SMALL = Path(__file__).parent / "small.yaml"
"""A plan whose segments and scenario stay as they are, whatever becomes of those that ship."""


@cache
def library() -> Library:
    return Library([paths.built_in_scenarios()], None)


@cache
def pages() -> Pages:
    return Pages()


@cache
def made_of(plan_id: str = "") -> Material:
    """Gather what a plan that ships needs; without one, the small one."""
    if plan_id:
        placed = Plans().plan(plan_id)
        assert placed is not None
        content, path = placed.content, placed.path
    else:
        read = files.read_file(SMALL, (PLANS,)).content
        assert read is not None
        content, path = read, SMALL
    source = path.read_text("utf-8")
    return material.gather(content, source, library(), pages(), directory.built_in())


def begin(path: Path, clock: AnyClock, plan_id: str = "") -> Workshop:
    """Begin a workshop whose journal is kept at ``path``."""
    made = made_of(plan_id)
    journal = Journal.begin(path, {"id": "a", "made": material.to_plain(made)})
    return Workshop(made, journal, clock)


def go_on(path: Path, clock: AnyClock) -> Workshop:
    """Go on with a journal, as a new start of the program or a second laptop would."""
    return going_on.go_on(path.parent, clock).workshop


def walk_to(workshop: Workshop, segment: str) -> None:
    """Go to the beginning of a segment of the plan."""
    keys = [one.key for one in workshop.making.segments]
    workshop.do("jump", segment=keys.index(segment))


def at_the_question(segment: str = "train") -> Workshop:
    """A workshop that nobody keeps, in which a story's first question is being asked."""
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("begin")
    to_the_question(workshop, segment)
    return workshop


def to_the_question(workshop: Workshop, segment: str = "train") -> None:
    """Go to the first question of a segment."""
    walk_to(workshop, segment)
    while workshop.state.at.phase is not Phase.ASK:
        workshop.do("next")


def vote_all(workshop: Workshop, answers: dict[str, int], prefix: str = "v") -> None:
    """Let phones join and answer the first question that is asked; so many for each answer."""
    question = workshop_question(workshop)
    number = 0
    for answer, count in answers.items():
        for _one in range(count):
            voter = f"{prefix}{number}"
            number += 1
            workshop.do("join", voter=voter)
            workshop.do("vote", voter=voter, question=question, answers=[answer])


def workshop_question(workshop: Workshop) -> str:
    from trainer.workshop import asking

    return asking.questions(workshop.making, workshop.state.seen)[0].id
