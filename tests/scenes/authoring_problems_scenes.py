"""Scenes of what is wrong with a file that is being written."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author, own_copy
from trainer.authoring.checking.state import State

if TYPE_CHECKING:
    from trainer.ui.authoring.page import AuthorPage

MISTAKES = (("next: ", "next: x"), ("d: distract", "d: distrakt"), ("debrief:", "debreif:"))


def mistaken(stage: Stage) -> AuthorPage:
    """Open a scenario with a few mistakes, and wait until they are known."""
    path = own_copy()
    text = path.read_text("utf-8")
    for old, new in MISTAKES:
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    stage.shell.open_page("author", path=path)
    page = stage.shell.page()
    settle(stage, page)  # type: ignore[arg-type]
    return page  # type: ignore[return-value]


def settle(stage: Stage, page: AuthorPage) -> None:
    """Wait until all has been checked and shows."""
    page.problems.watch.ask()
    end = time.monotonic() + 20
    while page.bench.checking is State.CHECKING and time.monotonic() < end:
        stage.settle(0.01)
    page.problems.watch.look()
    page.problems.renew()


@scene("author-problems")
def problems(stage: Stage) -> None:
    page = mistaken(stage)
    page.frame.bring(page.problems)
    stage.settle(0.05)
    page.problems.list.setFocus()
    page.problems.list.choose(0)


@scene("author-mended")
def mended(stage: Stage) -> None:
    settle(stage, author(stage))


@scene("author-writing")
def writing(stage: Stage) -> None:
    page = author(stage)
    page.bench.select(("scenes", "aboard"))
    page.frame.bring(page.problems)
    page.problems.tabs.setCurrentIndex(1)
