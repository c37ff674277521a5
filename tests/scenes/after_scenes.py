"""Scenes of what comes after a workshop."""

from __future__ import annotations

from tests.scenes import Stage, scene
from tests.workshop.evening import evening
from tests.workshop.room import Clock


@scene("workshop-after")
def workshop_after(stage: Stage) -> None:
    stage.shell.open_page("workshop-after", workshop=evening(Clock()))


@scene("workshop-after-foot")
def workshop_after_foot(stage: Stage) -> None:
    from trainer.ui.workshop.after.page import WorkshopAfterPage

    workshop_after(stage)
    page = stage.shell.findChild(WorkshopAfterPage)
    assert page is not None
    page.there.names.set_text("Lin Wei\nMarisol Ortega\nAna")
    stage.settle(0.05)
    page.columns.show_widget(page.later.add)
    page.columns.show_widget(page.there.save)


@scene("workshop-care-card")
def workshop_care_card(stage: Stage) -> None:
    from trainer.ui.workshop.care.sheet import CareSheet

    stage.shell.open_page("workshop-home")
    url = "http://192.168.4.20:8765/care/0f3a9c0f3a9c0f3a9c0f3a9c0f3a9c0f"
    CareSheet(stage.context, "Ana", url, stage.shell).open()


@scene("workshop-care-card-code")
def workshop_care_card_code(stage: Stage) -> None:
    from trainer.ui.workshop.care.sheet import CareSheet

    workshop_care_card(stage)
    sheet = stage.shell.findChild(CareSheet)
    assert sheet is not None
    sheet.show_code.click()
