"""Hands on the keyboard of a real window, and eyes on what shows in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from trainer.ui.practice.debrief.page import DebriefPage
from trainer.ui.practice.page import PracticePage
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.story import StoryText

if TYPE_CHECKING:
    from tests.scenes import Stage
    from trainer.practice.session import Session
    from trainer.practice.snapshot import Phase

Key = Qt.Key
SMALL_BUS = "small-bus"


class Hands:
    """Presses keys where the focus is, and reads what is visible."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.context = stage.context
        self.shell = stage.shell

    def settle(self) -> None:
        for _round in range(3):
            QCoreApplication.processEvents()

    def focus(self) -> QWidget:
        """What has the keyboard; a sheet that has just opened or closed hands it over."""
        top = QApplication.activeModalWidget() or self.shell
        if QApplication.activeWindow() is not top:
            top.activateWindow()
            QTest.qWaitForWindowActive(top)
        return QApplication.focusWidget() or top

    def press(self, *keys: Key, ctrl: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(self.focus(), key, held)
            self.settle()

    def write(self, text: str) -> None:
        QTest.keyClicks(self.focus(), text)
        self.settle()

    def open(self, page: str, /, **what: object) -> None:
        self.context.open_page(page, **what)
        self.settle()

    def begin(self) -> None:
        """Open the small scenario and read on to its first decision."""
        self.open("practice", scenario=SMALL_BUS, again=True)
        self.press(Key.Key_Return, Key.Key_Return)

    def play_to_the_end(self) -> None:
        """Distract, then Delay: to the best ending, whose scene shows then."""
        self.begin()
        self.press(Key.Key_1, Key.Key_Return, Key.Key_1, Key.Key_Return)

    @property
    def practice(self) -> PracticePage:
        page = self.shell.page()
        assert isinstance(page, PracticePage)
        return page

    @property
    def debrief(self) -> DebriefPage:
        page = self.shell.page()
        assert isinstance(page, DebriefPage)
        return page

    @property
    def phase(self) -> Phase:
        return self.session.phase

    @property
    def session(self) -> Session:
        session = self.practice._session
        assert session is not None
        return session

    def sheet(self) -> QDialog:
        return next(
            window
            for window in QApplication.topLevelWidgets()
            if isinstance(window, QDialog) and window.isVisible()
        )

    def seen(self, root: QWidget | None = None) -> str:
        """Every word that shows, in no order to rely on."""
        found: list[str] = []
        for widget in (root or self.shell).findChildren(QWidget):
            if not widget.isVisible():
                continue
            if isinstance(widget, StoryText | Button):
                found.append(widget.words())
            elif isinstance(widget, QLabel | QAbstractButton):
                found.append(widget.text())
        return "\n".join(found)

    def button(self, words: str, root: QWidget | None = None) -> Button:
        return next(
            one
            for one in (root or self.shell).findChildren(Button)
            if one.isVisible() and one.words() == words
        )
