"""Handing the care person the way to their page, from wherever that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.ui.workshop.leading import Leading


def hand_over(context: Context, led: Leading, window: QWidget) -> None:
    """Open the sheet with the card, if somebody is named and there is a room; never for the room.

    The room's secret address is made up once: opened again, it is the same.
    """
    from trainer.ui.workshop.care.sheet import CareSheet

    state = led.workshop.state
    care = led.workshop.making.care(state)
    if state.door is not None and care is not None:
        CareSheet(context, care[0], f"{state.door.url}care/{state.door.care}", window).open()
