"""The card for the care person: it shows its code only when asked, and never to the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage
from tests.screenshots import LAYOUTS
from tests.ui import sweep
from tests.ui.showing import showing
from tests.workshop.room import Clock
from tests.workshop.small import small
from trainer.ui.workshop import leading
from trainer.ui.workshop.care.card import care_card
from trainer.ui.workshop.care.sheet import CareSheet
from trainer.ui.workshop.console.page import ConsolePage
from trainer.workshop.telling.phone_view import for_all
from trainer.workshop.telling.room_view import room_view
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def test_the_sheet_fits(qapp: QApplication) -> None:
    look = next(one for one in LAYOUTS if one.name == "small-200")
    with showing("workshop-care-card-code", look.settings, look.size) as stage:
        assert sweep.all_of_it(stage) == []


def test_the_console_hands_out_the_way_to_the_page_while_the_room_is_open(
    qapp: QApplication, tmp_path: Path
) -> None:
    workshop = Workshop(small(), None, Clock())
    workshop.do("begin")
    with Stage() as stage:
        stage.shell.open_page("home")
        stage.shell.show()
        stage.shell.open_page("workshop", workshop=workshop)
        page = stage.shell.findChild(ConsolePage)
        led = leading.now(stage.context)
        assert page is not None
        assert led is not None
        assert page.body.room.card.isHidden()
        led.open_room("127.0.0.1")
        stage.settle(0.05)
        assert led.room is not None
        assert not page.body.room.card.isHidden()
        page.body.room.card.click()
        sheet = stage.shell.findChild(CareSheet)
        assert sheet is not None
        # The code is not in view before somebody wants it, and nowhere in what the room sees.
        assert sheet.qr.isHidden()
        secret = led.room.care_url
        state, making = workshop.state, workshop.making
        assert state.door is not None
        seen = f"{room_view(making, state)}{for_all(making, state)}"
        assert state.door.care not in seen
        sheet.show_code.click()
        assert not sheet.qr.isHidden()
        sheet.ask = lambda *_what: str(tmp_path / "card.pdf")
        sheet.go.click()
        assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")
        assert secret in care_card("Ana", secret).toPlainText()
        leading.let_go(stage.context)
