"""Scenes of completions for an organisation: off, before switching on, on, the list, choices."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QApplication

from tests.scenes import Stage, scene
from tests.scenes.practice_scenes import _session
from trainer.progress.organisation import organisation, outbox
from trainer.progress.organisation.organisation import Organisation, read_address
from trainer.progress.organisation.pacing import Reply, Trouble
from trainer.ui.organisation.card import OrganisationCard
from trainer.ui.organisation.choices import ChoicesCard
from trainer.ui.organisation.outbox_sheet import OutboxSheet
from trainer.ui.organisation.switch_on import SwitchOnSheet

HOST = "lrs.example.org"


def switched_on(stage: Stage) -> None:
    address = read_address(f"https://{HOST}/xapi/")
    actor = UUID("1e0f6a52-9f0b-4a86-9d0d-4a2b52f1c3d7")
    organisation.switch_on(stage.context.store, Organisation(address, "club-7", "secret", actor))
    # Nothing is to be sent from a picture.
    stage.context.outgoing.blockSignals(True)
    stage.context.outgoing.stop()
    stage.context.runs_changed.disconnect(stage.context.outgoing.wake)
    stage.context.organisation_changed.emit()


def with_history(stage: Stage) -> None:
    switched_on(stage)
    for pick in (3, 1, 2):
        session = _session(stage, 99, pick)
    store = stage.context.store
    outbox.add_choices(store, session.run_id)
    first, second, *_rest = outbox.waiting(store)
    outbox.settle(store, [first], Reply(204))
    outbox.settle(store, [second], Reply(400, said="“timestamp” is not what we take"))
    outbox.settle(store, outbox.waiting(store), Reply(trouble=Trouble.UNREACHABLE))


def card(stage: Stage) -> OrganisationCard:
    stage.shell.open_page("settings", section="organisation")
    stage.settle()
    found = stage.shell.page().findChild(OrganisationCard)
    assert isinstance(found, OrganisationCard)
    return found


@scene("organisation-off")
def off(stage: Stage) -> None:
    card(stage)


@scene("organisation-before")
def before(stage: Stage) -> None:
    _session(stage, 99, 3)
    card(stage)._look()
    sheet = QApplication.activeModalWidget() or stage.shell.findChild(SwitchOnSheet)
    assert isinstance(sheet, SwitchOnSheet)
    sheet.address.setText(f"https://{HOST}/xapi/")
    sheet.user.setText("club-7")
    sheet.password.setText("secret")


@scene("organisation-wrong")
def wrong(stage: Stage) -> None:
    card(stage)._look()
    sheet = stage.shell.findChild(SwitchOnSheet)
    assert isinstance(sheet, SwitchOnSheet)
    sheet.address.setText(f"http://{HOST}/xapi/")
    sheet.go.click()


@scene("organisation-on")
def on(stage: Stage) -> None:
    with_history(stage)
    card(stage)


@scene("organisation-list")
def listed(stage: Stage) -> None:
    with_history(stage)
    card(stage)._list()
    sheet = stage.shell.findChild(OutboxSheet)
    assert isinstance(sheet, OutboxSheet)


@scene("organisation-stop")
def stop(stage: Stage) -> None:
    with_history(stage)
    card(stage)._ask_to_stop()


@scene("organisation-debrief")
def debrief(stage: Stage) -> None:
    switched_on(stage)
    stage.shell.open_page("debrief", session=_session(stage, 99, 3))
    stage.settle()
    found = stage.shell.page().findChild(ChoicesCard)
    assert isinstance(found, ChoicesCard)
    stage.shell.page()._columns.show_widget(found)  # type: ignore[attr-defined]


@scene("organisation-choices")
def choices(stage: Stage) -> None:
    debrief(stage)
    found = stage.shell.page().findChild(ChoicesCard)
    assert isinstance(found, ChoicesCard)
    found.button.click()


@scene("organisation-begin")
def begin(stage: Stage) -> None:
    switched_on(stage)
    stage.shell.open_page("practice", scenario="morning-train")


@scene("organisation-progress")
def progress(stage: Stage) -> None:
    with_history(stage)
    stage.shell.open_page("progress")
