"""One sitting at the computer, by keyboard in a real window; a picture of each step if wanted."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tests.scenes import Stage
from tests.ui.practice.hands import Hands, Key
from trainer.practice.snapshot import Phase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from trainer.settings import Settings


class Evening:
    """One sitting at the computer; leaving it closes the window."""

    step = 0

    def __init__(self, settings: Settings, now: Callable[[], datetime] | None = None) -> None:
        self._stage = Stage(settings)
        self._now = now

    def __enter__(self) -> Hands:
        stage = self._stage.__enter__()
        if self._now is not None:
            stage.context.store._now = self._now
        stage.program.show()
        stage.shell.activateWindow()
        QTest.qWaitForWindowActive(stage.shell)
        while stage.context.reading is not None or not stage.context.library.cards():
            QTest.qWait(10)
        stage.settle(0.05)
        return Hands(stage)

    def __exit__(self, *_: object) -> None:
        self._stage.__exit__(None, None, None)


def shot(hands: Hands, name: str, of: QWidget | None = None) -> None:
    """Keep a picture of this step, of another window if one is given, if a folder is named."""
    folder = os.environ.get("UPSTANDER_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        Evening.step += 1
        seen = hands.stage.grab() if of is None else of.grab()
        seen.save(str(Path(folder) / f"{Evening.step:02d}-{name}.png"))


def scenes_until_the_end(hands: Hands) -> Iterator[None]:
    """Read on by Enter; give a turn at each decision, until the story ends."""
    for _step in range(60):
        if hands.phase is Phase.ENDED:
            return
        if hands.phase is Phase.DECIDING:
            yield
        else:
            hands.press(Key.Key_Return)
    raise AssertionError("the story does not end")
