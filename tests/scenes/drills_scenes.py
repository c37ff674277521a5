"""Scenes of the reply drills: the files, a file's notes, a line, its replies, a thought."""

from __future__ import annotations

from tests.scenes import Stage, scene
from trainer.drills.attempt import Side
from trainer.ui.drills.page import DrillsPage

FILE = "only-a-joke"


def drills(stage: Stage, **what: object) -> DrillsPage:
    stage.shell.open_page("drills", **what)
    page = stage.shell.page()
    assert isinstance(page, DrillsPage)
    stage.settle(0.05)
    return page


@scene("drills")
def files(stage: Stage) -> None:
    drills(stage)


@scene("drills-notes")
def notes(stage: Stage) -> None:
    drills(stage, file=FILE)


@scene("drill")
def drill(stage: Stage) -> None:
    drills(stage, file=FILE).go_on()


@scene("drill-soft")
def soft(stage: Stage) -> None:
    stage.context.change(soften=True)
    drills(stage, file=FILE).go_on()


@scene("drill-replies")
def replies(stage: Stage) -> None:
    page = drills(stage, file=FILE)
    page.go_on()
    page.pane.drill.box.set_text("Wen, is that the place on Clement Street?")
    page.go_on()


@scene("drill-points")
def points(stage: Stage) -> None:
    page = drills(stage, file=FILE)
    page.go_on()
    for words in ("That is her lunch.", "Wen, is that the place on Clement Street?"):
        page.pane.drill.box.set_text(words)
        page.go_on()
        if words.startswith("That"):
            page.go_on()
            page.previous()
    stage.settle(0.05)
    page._columns._right.bar.setValue(page._columns._right.bar.maximum())


@scene("drill-pick")
def pick(stage: Stage) -> None:
    page = drills(stage, file=FILE)
    page.go_on()
    page.pane.drill.answering.pick.click()


@scene("drill-picked")
def picked(stage: Stage) -> None:
    pick(stage)
    page = stage.shell.page()
    assert isinstance(page, DrillsPage)
    page.pane.press(2)


@scene("drill-repair")
def repair(stage: Stage) -> None:
    page = drills(stage, file=FILE)
    page.go_on()
    page.meet(Side.REPAIR)


@scene("drill-repaired")
def repaired(stage: Stage) -> None:
    repair(stage)
    page = stage.shell.page()
    assert isinstance(page, DrillsPage)
    page.pane.drill.box.set_text("That was about your food, and it was unkind. I am sorry.")
    page.go_on()


@scene("thought")
def thought(stage: Stage) -> None:
    drills(stage, reflections=True)


@scene("thought-turned")
def thought_turned(stage: Stage) -> None:
    drills(stage, reflections=True).go_on()


@scene("drills-print")
def drills_print(stage: Stage) -> None:
    page = drills(stage, file=FILE)
    page.go_on()
    page.pane.drill.head.tick.click()
    page.next()
    page.pane.drill.head.tick.click()
    page.open_print()
