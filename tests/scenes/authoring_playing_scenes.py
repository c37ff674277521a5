"""Scenes of trying out what is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author
from trainer.authoring.trying.starting import Start
from trainer.ui.authoring.playing.page import PlayPage

if TYPE_CHECKING:
    from trainer.ui.authoring.page import AuthorPage


def answered(stage: Stage, page: AuthorPage) -> None:
    """Wait until nothing is being asked any more."""
    for _turn in range(400):
        if not page.playing.is_waiting:
            return
        stage.settle(0.02)
    raise AssertionError("no answer")


def played(stage: Stage, scene: str = "aboard", *values: tuple[str, bool | int]) -> PlayPage:
    """Play from a scene."""
    page = author(stage)
    page.playing.play_from(Start(scene, values))
    shown = stage.shell.page()
    assert isinstance(shown, PlayPage)
    return shown


@scene("author-play")
def author_play(stage: Stage) -> None:
    page = played(stage, "looming", ("heat", 3), ("near", True))
    stage.settle(0.05)
    assert page.stage.choices.cards()


@scene("author-play-feedback")
def author_play_feedback(stage: Stage) -> None:
    page = played(stage, "looming", ("heat", 3))
    page.stage.choices.press(1)


@scene("author-play-start")
def author_play_start(stage: Stage) -> None:
    page = author(stage)
    page.bench.select(("scenes", "looming"))
    page.play()
    answered(stage, page)


@scene("author-last-way")
def author_last_way(stage: Stage) -> None:
    played_page = played(stage)
    played_page.stage.choices.press(1)
    played_page.close_play()
    page = stage.shell.page()
    bench = page.bench  # type: ignore[attr-defined]
    with bench.step("writing") as step:
        step.put(bench.document, ("scenes", "aboard", "choices", 0, "next"), "moving")
    answered(stage, page)  # type: ignore[arg-type]
