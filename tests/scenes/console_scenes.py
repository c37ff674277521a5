"""Scenes of the console: before it begins, a slide, votes, a pause, late, frozen, the tabs."""

from __future__ import annotations

from tests.scenes import Stage, scene
from tests.workshop.room import Clock, made_of, vote_all, walk_to
from trainer.ui.workshop.console.page import ConsolePage
from trainer.workshop.state import Phase
from trainer.workshop.workshop import Workshop


def led(
    stage: Stage, segment: str = "", clock: Clock | None = None
) -> tuple[ConsolePage, Workshop]:
    """The console of a workshop that has begun, at the beginning of a segment."""
    workshop = Workshop(made_of(), None, clock or Clock())
    workshop.do("care", name="Ana", where="by the door, in a green scarf")
    if segment:
        workshop.do("begin")
        walk_to(workshop, segment)
    try:
        stage.shell.page()
    except KeyError:
        # One comes to the console from somewhere.
        stage.shell.open_page("home")
    stage.shell.open_page("workshop", workshop=workshop, projects=False)
    page = stage.shell.page()
    assert isinstance(page, ConsolePage)
    return page, workshop


def at_question(workshop: Workshop) -> None:
    while workshop.state.at.phase is not Phase.ASK:
        workshop.do("next")


def door(workshop: Workshop) -> None:
    workshop.do("door", code="KITE72", salt="00", care="11", url="http://192.168.4.20:8080/")


@scene("console-before")
def before(stage: Stage) -> None:
    led(stage)


@scene("console-slide")
def slide(stage: Stage) -> None:
    led(stage, "five-ds")


@scene("console-vote")
def vote(stage: Stage) -> None:
    clock = Clock()
    _page, workshop = led(stage, "train", clock)
    door(workshop)
    at_question(workshop)
    offered = [one.id for one in workshop.state.at.run.at.offered]  # type: ignore[union-attr]
    counts = dict(zip((*offered, "-not-sure"), (11, 16, 6, 3, 2), strict=False))
    vote_all(workshop, counts)
    clock.go(372)
    workshop.do("timer", seconds=72)


@scene("console-result")
def result(stage: Stage) -> None:
    vote(stage)
    page = stage.shell.page()
    assert isinstance(page, ConsolePage)
    page.do("show")


@scene("console-pause-late")
def pause_late(stage: Stage) -> None:
    clock = Clock()
    _page, workshop = led(stage, "five-ds", clock)
    door(workshop)
    workshop.do("join", voter="a")
    workshop.do("join", voter="b")
    workshop.do("pause", voter="a", comes=True, where="third row, by the window")
    clock.go(30 * 60)
    workshop.do("pause", voter="b", comes=False)


@scene("console-feedback")
def feedback(stage: Stage) -> None:
    _page, workshop = led(stage, "train")
    at_question(workshop)
    workshop.do("next")
    workshop.do("next")
    workshop.do("next")


@scene("console-frozen")
def frozen(stage: Stage) -> None:
    _page, workshop = led(stage, "train")
    workshop.do("next")
    workshop.do("freeze", on=True)
    at_question(workshop)


@scene("console-survey")
def survey(stage: Stage) -> None:
    led(stage, "before")


@scene("console-questions")
def questions(stage: Stage) -> None:
    page, workshop = led(stage, "reasons")
    for voter, text in (("a", "What if he has a knife?"), ("b", "Do I have to say my name?")):
        workshop.do("join", voter=voter)
        workshop.do("ask", voter=voter, text=text)
    workshop.do("handle", question=2, how="kept")
    page.body.columns.turn_to("asked")


@scene("console-later")
def later(stage: Stage) -> None:
    page, workshop = led(stage, "reasons")
    workshop.do("park", text="What the law says about filming", owner="Dana, legal aid")
    workshop.do("park", text="Where we meet for the next walk")
    page.body.columns.turn_to("later")


@scene("console-room")
def room(stage: Stage) -> None:
    page, workshop = led(stage, "train")
    workshop.do("strip", text="Interpreter: Please sit down.")
    page.body.columns.turn_to("room")


@scene("console-refused")
def refused(stage: Stage) -> None:
    page, _workshop = led(stage, "five-ds")
    page.do("show")


@scene("console-marked")
def marked(stage: Stage) -> None:
    page, workshop = led(stage, "train")
    at_question(workshop)
    stage.settle(0.05)
    if page.body.columns.is_one:
        page.body.columns.turn_to("run")
    page.body.run.lines()[-2].marked.emit()
