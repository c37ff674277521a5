"""Where one stands in the editor, and the keys that are held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.practice.hands import Hands

if TYPE_CHECKING:
    from tests.scenes import Stage
    from trainer.ui.authoring.page import AuthorPage
    from trainer.ui.context import Notice


CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


SHIFT = Qt.KeyboardModifier.ShiftModifier


NONE = Qt.KeyboardModifier.NoModifier


class At:
    """The editor in its window, with a small story, and what is told there."""

    def __init__(self, stage: Stage, page: AuthorPage) -> None:
        self.stage, self.page, self.bench = stage, page, page.bench
        self.hands = Hands(stage)
        self.told: list[str] = []
        stage.context.noticed.connect(self._tell)

    def _tell(self, notice: Notice | None) -> None:
        if notice is not None:
            self.told.append(notice.text)

    def focus(self) -> str:
        """What a screen reader calls what has the focus."""
        return self.hands.focus().accessibleName()

    def shows(self, words: str) -> bool:
        """Whether the line at the foot says that."""
        return words in self.hands.seen()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.hands.focus(), key, held)
        self.hands.settle()

    def type(self, text: str) -> None:
        self.hands.write(text)

    def data(self, *path: str | int) -> object:
        assert self.bench.document is not None
        return self.bench.document.data(path)

    def write_at(self, *path: str | int) -> None:
        self.bench.write_at(path)
        QApplication.processEvents()
