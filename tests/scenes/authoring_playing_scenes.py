"""Scenes of trying out what is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from tests.scenes.authoring_form_scenes import template
from tests.scenes.authoring_scenes import author, written
from trainer.authoring.trying.starting import Start
from trainer.practice.snapshot import Phase
from trainer.ui.authoring.playing.page import PlayPage
from trainer.ui.authoring.playing.try_page import TryPage

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


CHAIR = """format: scenario/1
id: chair
title: The chair by the window
summary: A woman shouts at an old man in a waiting room.
language: en
setting: health-care
severity: verbal
minutes: 5
authors: [Somebody]
licence: CC0-1.0
status: draft
backdrop: waiting-room
you: {role: somebody who is there}
cast:
  tran: {name: Mr. Tran, role: targeted}
  umbrella: {name: Woman with the umbrella, role: harming}
  truong: {name: Mrs. Truong, role: bystander}
  lin: {name: 林太太, role: bystander}
  ada: {name: Ada, role: authority, picture: manager}
start: morning
scenes:
  morning:
    text: Tuesday, ten past nine. The waiting room is full. Mr. Tran sits by the window.
    present: [tran, umbrella, truong, lin, ada]
    next: louder
  louder:
    text: The woman bends over his chair.
    present: [tran, umbrella]
    lines:
      - umbrella: You should wait outside.
    check: The door to the corridor is open.
    choices:
      - id: greet
        say: Good morning, Mr. Tran. Number eleven is next.
        d: distract
        fit: strong
        feedback: {headline: He looks up., tran: Somebody saw me., why: It turns to him.}
        consequence: {text: She steps back., lines: [{tran: Thank you.}]}
        next: after
      - id: look
        act: You look at your papers.
        d: wait
        fit: poor
        feedback: {headline: Nothing changes., tran: Nobody sees me., why: He is alone with it.}
        next: after
  after:
    text: He sits down again.
    next: end
  end:
    text: You bring him a glass of water.
    end: supported
debrief: {questions: [What now?]}
"""
"""Only one of its people has a picture."""


def chair(stage: Stage, scene: str = "morning") -> PlayPage:
    """Play a story whose people nobody has drawn."""
    page = written(stage, CHAIR, "chair")
    page.playing.play_from(Start(scene))
    shown = stage.shell.page()
    assert isinstance(shown, PlayPage)
    return shown


@scene("author-play-plain")
def author_play_plain(stage: Stage) -> None:
    chair(stage)
    stage.settle(0.05)


@scene("author-play-start")
def author_play_start(stage: Stage) -> None:
    page = author(stage)
    page.bench.select(("scenes", "looming"))
    page.play()
    answered(stage, page)


@scene("author-play-end")
def author_play_end(stage: Stage) -> None:
    page = played(stage, "looming", ("heat", 3))
    for _step in range(30):
        if page._play is None or page._play.session.phase is Phase.ENDED:
            break
        if page._play.session.phase is Phase.DECIDING:
            page.stage.choices.press(1)
        else:
            page._go_on()
    stage.settle(0.05)


@scene("author-play-unwritten")
def author_play_unwritten(stage: Stage) -> None:
    page = template(stage, "two-step", "scenes", "notice")
    page.play()
    answered(stage, page)


@scene("author-play-unwritten-end")
def author_play_unwritten_end(stage: Stage) -> None:
    page = template(stage, "workshop", "scenes", "loud")
    page.play()
    answered(stage, page)


@scene("author-last-way")
def author_last_way(stage: Stage) -> None:
    played_page = played(stage)
    played_page.stage.choices.press(1)
    played_page.go_back()
    page = stage.shell.page()
    bench = page.bench  # type: ignore[attr-defined]
    with bench.step("writing") as step:
        step.put(bench.document, ("scenes", "aboard", "choices", 0, "next"), "moving")
    answered(stage, page)  # type: ignore[arg-type]


def tried(stage: Stage) -> TryPage:
    """Open the page on which all of it is tried."""
    author(stage).playing.try_all()
    shown = stage.shell.page()
    assert isinstance(shown, TryPage)
    return shown


def rests(stage: Stage, page: TryPage) -> None:
    """Wait until nothing is being found out any more."""
    playing = page._playing
    assert playing is not None
    for _turn in range(400):
        if not playing.is_waiting:
            return
        stage.settle(0.02)


@scene("author-try-new")
def author_try_new(stage: Stage) -> None:
    rests(stage, tried(stage))


@scene("author-try")
def author_try(stage: Stage) -> None:
    page = tried(stage)
    page.runs.set_number(50)
    page.play_at_random()
    rests(stage, page)


@scene("author-reach")
def author_reach(stage: Stage) -> None:
    page = author(stage)
    page.bench.select(("scenes", "looming", "choices", 1))
    page.playing.how_reached()
    answered(stage, page)
