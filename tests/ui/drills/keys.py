"""The keys of drills, and the first line of a file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.ui.practice.hands import Hands, Key
from trainer.ui.drills.page import DrillsPage

ENTER, BACK, RIGHT, LEFT = Key.Key_Return, Key.Key_Backspace, Key.Key_Right, Key.Key_Left


def opened(hands: Hands, **what: object) -> DrillsPage:
    hands.open("drills", **what)
    page = hands.shell.page()
    assert isinstance(page, DrillsPage)
    return page


def at_first_line(hands: Hands) -> DrillsPage:
    page = opened(hands, file="small")
    hands.press(ENTER)
    return page


def everything(hands: Hands) -> str:
    """All that shows and all that a screen reader is told of what shows."""
    widgets = [one for one in hands.shell.findChildren(QWidget) if one.isVisible()]
    return "\n".join([hands.seen(), *(one.accessibleDescription() for one in widgets)])
