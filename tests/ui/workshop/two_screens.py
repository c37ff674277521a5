"""A console on one screen, the room on the other: run by test_screens in a process of its own.

The offscreen platform takes its screens from a file when it starts, so no other test can have
them. Each line that is printed is one answer, as JSON.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.scenes.stage import Stage
from tests.workshop.room import Clock, made_of
from trainer.settings import Settings
from trainer.ui.workshop.bridge import Bridge
from trainer.ui.workshop.projector import identify
from trainer.ui.workshop.projector.projection import Projection
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from trainer.ui.workshop.keys import Pressed


def say(name: str, answer: object) -> None:
    print(json.dumps([name, answer]), flush=True)


def on(window: QWidget | None) -> object:
    if window is None or window.isHidden():
        return None
    return [window.screen().name(), window.isFullScreen()]


def main() -> None:
    with Stage(Settings(keep=True)) as stage:
        app = stage.app
        screens = {one.name(): one for one in app.screens()}
        console = stage.shell
        console.setScreen(screens["Laptop"])
        console.move(screens["Laptop"].geometry().topLeft())
        console.show()
        notices: list[str] = []
        stage.context.noticed.connect(lambda one: notices.append(one.text if one else ""))
        bridge = Bridge(Workshop(made_of(), None, Clock()))
        shown = Projection(stage.context, bridge, console)
        pressed: list[Pressed] = []
        shown.pressed.connect(pressed.append)

        shown.start()
        app.processEvents()
        say("started", [on(shown.window), console.screen().name(), shown.where])
        say("remembered", stage.context.settings.projector)

        assert shown.window is not None
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_B):
            QTest.keyClick(shown.window, key)
        say("pressed", [str(one.wish) for one in pressed])
        say("after-esc", on(shown.window))

        QTest.keyClick(shown.window, Qt.Key.Key_S)
        app.processEvents()
        say("swapped", [on(shown.window), console.screen().name()])
        shown.swap()
        app.processEvents()
        say("back", [on(shown.window), console.screen().name()])

        app.screenRemoved.emit(screens["HDMI-1"])
        app.processEvents()
        say("pulled", [on(shown.window), shown.where, notices[-1:]])
        app.screenAdded.emit(screens["HDMI-1"])
        QTest.qWait(20)
        say("plugged", [on(shown.window), notices[-1:]])

        numbers = identify.show_numbers()
        say("numbers", sorted((one.screen().name(), one.text()) for one in numbers))
        for one in numbers:
            one.close()

        shown.show_as_window()
        app.processEvents()
        assert shown.window is not None
        say("window", [shown.window.windowTitle(), shown.window.isFullScreen()])
        console.close()
        QTest.qWait(20)
        say("closed", [on(shown.window), len(_open_windows())])
        bridge.close()


def _open_windows() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


if __name__ == "__main__":
    assert QGuiApplication.instance() is None
    main()
    sys.exit(0)
