"""Scenes of learning: the index, a page about the method, the first three pages."""

from __future__ import annotations

from tests.scenes import Stage, scene
from trainer.ui.learn.welcome_page import WelcomePage


@scene("learn")
def learn(stage: Stage) -> None:
    stage.shell.open_page("learn")


@scene("method")
def method(stage: Stage) -> None:
    stage.shell.open_page("learn")
    stage.shell.open_page("method", page="five-ds")


@scene("method-section")
def method_section(stage: Stage) -> None:
    stage.shell.open_page("method", page="where-sources-disagree", section="filming")


@scene("method-d")
def method_d(stage: Stage) -> None:
    stage.shell.open_page("method", page="five-ds", section="distract")


@scene("method-foot")
def method_foot(stage: Stage) -> None:
    stage.shell.open_page("method", page="five-ds")
    stage.settle()
    scroller = stage.shell.page().scroller
    assert scroller is not None
    scroller.bar.setValue(scroller.bar.maximum())


@scene("method-gone")
def method_gone(stage: Stage) -> None:
    stage.shell.open_page("method", page="nothing-of-the-kind")


@scene("welcome")
def welcome(stage: Stage) -> None:
    stage.shell.open_page("welcome")


@scene("welcome-last")
def welcome_last(stage: Stage) -> None:
    stage.shell.open_page("welcome")
    page = stage.shell.page()
    assert isinstance(page, WelcomePage)
    page.go_on()
    page.go_on()
