"""The screens of the computer: named, told apart, and found again when they are plugged in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget


def pixels(screen: QScreen) -> QSize:
    """Give the size of a screen as its maker counts it."""
    return screen.size() * screen.devicePixelRatio()


def key(screen: QScreen) -> str:
    """Give what a screen is remembered by: its name, its size, and its serial number if known."""
    size = pixels(screen)
    return f"{screen.name()}|{size.width()}x{size.height()}|{screen.serialNumber()}"


def words(screen: QScreen) -> str:
    """Name a screen with its size, for people."""
    size = pixels(screen)
    name = screen.name() or _("Screen")
    known = {"name": name, "width": size.width(), "height": size.height()}
    return _("%(name)s, %(width)d × %(height)d") % known


def others(console: QWidget, gone: QScreen | None = None) -> list[QScreen]:
    """Give the screens on which the console is not; ``gone`` has just been pulled."""
    here = console.screen()
    return [one for one in QGuiApplication.screens() if one not in (here, gone)]


def is_one(gone: QScreen | None = None) -> bool:
    """Tell whether only one screen can be seen; a mirrored projector counts as the same."""
    return len([one for one in QGuiApplication.screens() if one is not gone]) < 2


def best(screens: Sequence[QScreen], remembered: str) -> QScreen | None:
    """Give the screen that the room looked at last, else the largest; None without any."""
    if not screens:
        return None
    known = next((one for one in screens if key(one) == remembered), None)
    return known or max(screens, key=lambda one: pixels(one).width())
