"""Scenes of getting ready: the list, several networks, none, and each sheet over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from tests.workshop.network.places import CODE
from trainer.ui.workshop.ready.page import ReadyPage
from trainer.ui.workshop.ready.self_test_sheet import SelfTestSheet
from trainer.ui.workshop.ready.wifi_sheet import WifiSheet
from trainer.workshop.network.addresses import Address, Kind
from trainer.workshop.network.ladder import Rung
from trainer.workshop.network.trial import Seen
from trainer.workshop.network.verdict import Arrived, Firewall, Verdict

if TYPE_CHECKING:
    from trainer.ui.workshop.ready.preparing import Preparation

WIFI = Address("192.168.4.20", Kind.LOCAL, "wlp2s0", wireless=True, default=True)
CABLE = Address("10.20.0.7", Kind.LOCAL, "enp1s0", wireless=False)
OWN = Address("10.42.0.1", Kind.HOTSPOT, "wlp3s0", wireless=True)
INSIDE = Address("172.17.0.1", Kind.VIRTUAL, "docker0", wireless=False)
HERE = Address(CODE, Kind.LOCAL, "wlp2s0", wireless=True)
"""Where a test can open its door in any room."""


def ready(stage: Stage, *addresses: Address) -> ReadyPage:
    """The page, on a computer with these addresses."""
    stage.shell.open_page("workshop-ready")
    page = stage.shell.page()
    assert isinstance(page, ReadyPage)
    page.ask = lambda: addresses
    if page.preparation is not None:
        page.preparation.let_go(stage.context)
        page.preparation = None
    stage.shell.open_page("workshop-ready", plan="sixty-minutes")
    while preparation(page).looking:
        stage.settle(0.01)
    return page


def preparation(page: ReadyPage) -> Preparation:
    assert page.preparation is not None
    return page.preparation


def tested(stage: Stage, seen: Seen) -> SelfTestSheet:
    """The sheet of a test, standing at what its door has seen."""
    page = ready(stage, HERE)
    page.test()
    sheet = stage.top()
    assert isinstance(sheet, SelfTestSheet)
    sheet._clock.stop()
    # The port is another each time; a picture has one.
    sheet.way.show_url("http://192.168.4.20:34567/")
    sheet.show_seen(seen, 34567)
    return sheet


@scene("ready")
def quiet(stage: Stage) -> None:
    ready(stage, WIFI)


@scene("ready-several")
def several(stage: Stage) -> None:
    page = ready(stage, OWN, WIFI, CABLE, INSIDE)
    made = preparation(page)
    made.settle(care=("Noor", "in the foyer"), printed=True)
    made.came_to(WIFI, Verdict.ISOLATED)


@scene("ready-none")
def none(stage: Stage) -> None:
    ready(stage)


@scene("ready-holds")
def holds(stage: Stage) -> None:
    page = ready(stage, WIFI)
    preparation(page).came_to(WIFI, Verdict.WORKS)
    preparation(page).settle(code="WIFI:T:nopass;S:Hall;;")


@scene("ready-open")
def opened(stage: Stage) -> None:
    page = ready(stage, HERE)
    page.beginning.let_phones_in()


@scene("ready-test")
def waiting(stage: Stage) -> None:
    tested(stage, Seen(itself=True))


@scene("ready-test-works")
def works(stage: Stage) -> None:
    tested(stage, Seen(Arrived.PAGE, itself=True))


@scene("ready-test-doubt")
def doubt(stage: Stage) -> None:
    sheet = tested(stage, Seen(itself=True, firewall=Firewall.MAY_BLOCK))
    for question in (sheet.same, sheet.internet):
        next(iter(question.chips.values())).setChecked(True)
    sheet.show_seen(Seen(itself=True, firewall=Firewall.MAY_BLOCK), 34567)


@scene("ready-test-elsewhere")
def elsewhere(stage: Stage) -> None:
    tested(stage, Seen(Arrived.ELSEWHERE, itself=True, elsewhere="10.20.0.7"))


@scene("ready-wifi")
def wifi(stage: Stage) -> None:
    page = ready(stage, WIFI)
    page.ladder.wanted.emit(Rung.VENUE)
    sheet = stage.shell.findChild(WifiSheet)
    assert isinstance(sheet, WifiSheet)
    sheet.name.setText("Community Hall")
    sheet.password.setText("open; sesame")
    sheet.make()


@scene("ready-hotspot")
def hotspot(stage: Stage) -> None:
    ready(stage, WIFI).ladder.wanted.emit(Rung.HOTSPOT)


@scene("ready-care")
def care(stage: Stage) -> None:
    ready(stage, WIFI).care.wanted.emit()
