"""The projector, and what is asked about screens."""

from __future__ import annotations

from tests.scenes import Stage, scene
from tests.workshop.room import Clock, made_of, vote_all, walk_to
from trainer.ui.workshop.bridge import Bridge
from trainer.ui.workshop.projector.sheets import OneScreenSheet, ScreensSheet
from trainer.ui.workshop.projector.window import ProjectorWindow
from trainer.workshop.state import Phase
from trainer.workshop.workshop import Workshop


@scene("projector-one-screen")
def one_screen(stage: Stage) -> None:
    stage.shell.open_page("home")
    OneScreenSheet(stage.context, stage.shell).open()


@scene("projector-which-screen")
def which_screen(stage: Stage) -> None:
    stage.shell.open_page("home")
    ScreensSheet(stage.context, stage.shell.screen(), None, stage.shell).open()


def _at(segment: str, phase: Phase | None = None) -> Workshop:
    """Give a workshop that phones can join, at a segment."""
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("door", code="KITE72", salt="ab", care="c", url="http://192.168.4.20:8080/")
    workshop.do("begin")
    walk_to(workshop, segment)
    while phase is not None and workshop.state.at.phase is not phase:
        workshop.do("next")
    return workshop


def _show(stage: Stage, workshop: Workshop) -> None:
    stage.shell.open_page("home")
    bridge = Bridge(workshop, stage.shell)
    window = ProjectorWindow(bridge, dark=stage.settings.palette.endswith("dark"))
    window.resize(*stage.size)
    window.show()
    stage.beside = window


@scene("projector-scene")
def story(stage: Stage) -> None:
    _show(stage, _at("train", Phase.SCENE))


@scene("projector-vote")
def vote(stage: Stage) -> None:
    workshop = _at("train", Phase.ASK)
    workshop.do("timer", seconds=72)
    vote_all(workshop, {"-not-sure": 6})
    _show(stage, workshop)


@scene("projector-result")
def result(stage: Stage) -> None:
    workshop = _at("train", Phase.ASK)
    offered = [one.id for one in workshop.state.at.run.at.offered]  # type: ignore[union-attr]
    vote_all(workshop, {offered[0]: 11, offered[1]: 16, offered[2]: 3, "-not-sure": 6})
    workshop.do("next")
    workshop.do("next")
    _show(stage, workshop)


@scene("projector-feedback")
def feedback(stage: Stage) -> None:
    workshop = _at("train", Phase.ASK)
    offered = [one.id for one in workshop.state.at.run.at.offered]  # type: ignore[union-attr]
    workshop.do("play", choice=offered[2])
    _show(stage, workshop)
