"""Anything is pressed and clicked in the editor, faster than anything settles: nothing breaks.

No exception, no act that hangs; what stands in the text is what was read of it; the file is always
one that was saved; and undo leads back to the first byte.
"""

from __future__ import annotations

import faulthandler
import os
import random
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.scenes import Stage
from tests.scenes.authoring_scenes import own_copy
from trainer.authoring.document import Document
from trainer.authoring.source.splices import all_spliced
from trainer.settings import Settings
from trainer.ui.authoring.frame.places import View
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from pathlib import Path

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE: Final = Qt.KeyboardModifier.NoModifier

LONGEST: Final = 20.0
"""Seconds that one act may take on a machine that has much else to do; what hangs takes longer."""

PLAIN_KEYS: Final = (
    Key.Key_Return, Key.Key_Tab, Key.Key_Backtab, Key.Key_Down, Key.Key_Up, Key.Key_Left,
    Key.Key_Right, Key.Key_Space, Key.Key_Backspace, Key.Key_Delete, Key.Key_Home, Key.Key_End,
    Key.Key_PageDown, Key.Key_PageUp, Key.Key_Insert, Key.Key_F2, Key.Key_F6, Key.Key_F8,
    Key.Key_Plus, Key.Key_Minus, Key.Key_Escape, Key.Key_L, Key.Key_F, Key.Key_N, Key.Key_P,
)  # fmt: skip
WITH_CTRL: Final = (
    Key.Key_Z, Key.Key_Y, Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4,
    Key.Key_S, Key.Key_F, Key.Key_D, Key.Key_B, Key.Key_J, Key.Key_I,
    Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_Return, Key.Key_T, Key.Key_A, Key.Key_V,
    Key.Key_C, Key.Key_X, Key.Key_Home, Key.Key_End, Key.Key_BracketRight, Key.Key_Delete,
    Key.Key_Space, Key.Key_Backspace, Key.Key_Left, Key.Key_Right,
)  # fmt: skip
WITH_SHIFT: Final = (Key.Key_F6, Key.Key_Insert, Key.Key_Down, Key.Key_End, Key.Key_Return)
WITH_ALT: Final = (
    Key.Key_Return, Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Left,
)  # fmt: skip
TYPED: Final = (
    "a word", "she ", ": ", "'", '"', "# no", "- ", "é😀", "שלום", "|", "{", "[1, ", "&x", "*x",
    "!!python/object:os.system", "\\g<99>", "(a+)+$", "%(n)d", "<b>", "x" * 100,
)  # fmt: skip


class Monkey:
    """Acts in a window by chance."""

    def __init__(self, stage: Stage, path: Path, seed: int) -> None:
        self.stage, self.path = stage, path
        self.chance = random.Random(seed)
        self.worst = 0.0
        self.befores: dict[Document, str] = {}
        self.last = self.longest = ""
        self.popup: QWidget | None = None

    @property
    def page(self) -> AuthorPage:
        """The editor; it is opened again if another page shows."""
        found = self.stage.shell.page()
        if not isinstance(found, AuthorPage):
            self.stage.shell.open_page("author", path=self.path)
            found = self.stage.shell.page()
        assert isinstance(found, AuthorPage)
        return found

    def go_on(self, times: int) -> None:
        acts = (self.key, self.key, self.key, self.write, self.click, self.click, self.drag)
        for number in range(times):
            faulthandler.dump_traceback_later(60, exit=True)
            if self.stage.shell.is_left():
                self.stage.shell.come_back()
            if self.chance.random() < 0.02:
                _ = self.page
            if self.chance.random() < 0.1:
                self.come_out()
            began = time.monotonic()
            self.chance.choice(acts)()
            if number % 3 == 0:
                QCoreApplication.processEvents()
            took = time.monotonic() - began
            if took > self.worst:
                self.worst, self.longest = took, self.last
            if number % 25 == 0:
                self.look()
        faulthandler.cancel_dump_traceback_later()

    def top(self) -> QWidget:
        return (
            QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.stage.shell
        )

    def focus(self) -> QWidget:
        # Kept: where Python lets go of a list's frame, what it was told of inside counts as gone.
        popup = self.popup = QApplication.activePopupWidget()
        if popup is not None:
            inside = popup.focusWidget()
            if inside is not None and shiboken6.isValid(inside):
                return inside
            return popup
        top = self.top()
        if QApplication.activeWindow() is not top:
            # The platform without a screen leaves the focus in a list that has closed.
            top.activateWindow()
            QCoreApplication.processEvents()
        found = QApplication.focusWidget() or top.focusWidget()
        if found is None or not shiboken6.isValid(found) or not found.isVisible():
            return top
        return found

    def key(self) -> None:
        keys, held = self.chance.choice(
            ((PLAIN_KEYS, NONE),) * 4
            + ((WITH_CTRL, CTRL),) * 3
            + ((WITH_SHIFT, SHIFT), (WITH_ALT, ALT), ((Key.Key_Z, Key.Key_F), CTRL | SHIFT))
        )
        key = self.chance.choice(keys)
        self.last = f"{key} {held} in {_told(self.focus())}"
        with suppress(RuntimeError):  # A list that closes when a key is pressed is gone after.
            QTest.keyClick(self.focus(), key, held)

    def write(self) -> None:
        self.last = f"write in {_told(self.focus())}"
        for letter in self.chance.choice(TYPED):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, NONE, letter)
                QCoreApplication.sendEvent(self.focus(), event)

    def click(self) -> None:
        top = self.top()
        kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView,
                 QComboBox, QGraphicsView)  # fmt: skip
        there = [
            one
            for one in top.findChildren(QWidget)
            if isinstance(one, kinds) and one.isVisible() and one.isEnabled()
        ]
        if not there:
            return
        one: QWidget = self.chance.choice(there)
        self.last = f"click {one} {one.accessibleName()}"
        if isinstance(one, QAbstractItemView | QTextEdit | QPlainTextEdit | QGraphicsView):
            one = one.viewport()
        at = QPoint(
            self.chance.randrange(max(1, one.width())), self.chance.randrange(max(1, one.height()))
        )
        if self.chance.random() < 0.1:
            QTest.mouseDClick(one, Qt.MouseButton.LeftButton, pos=at)
        else:
            QTest.mouseClick(one, Qt.MouseButton.LeftButton, pos=at)

    def drag(self) -> None:
        top = self.stage.shell
        if self.top() is not top:
            return
        one, end = self.page, QPoint(self.chance.randrange(900), self.chance.randrange(700))
        begin = QPoint(self.chance.randrange(900), self.chance.randrange(700))
        under = one.childAt(begin) or one
        self.last = f"drag {under}"
        QTest.mousePress(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(one, begin))
        QTest.mouseMove(under, under.mapFrom(one, (begin + end) / 2))
        QTest.mouseMove(under, under.mapFrom(one, end))
        QTest.mouseRelease(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(one, end))

    def look(self) -> None:
        """What is known of the text is what stands in it; the file is one that was saved."""
        found = self.stage.shell.page()
        document = found.bench.document if isinstance(found, AuthorPage) else None
        if document is None:
            return
        assert isinstance(found, AuthorPage)
        if document not in self.befores:
            # Another file; or settings have made all pages anew, which ends what can be undone.
            self.befores[document] = _undone(found, document)
        if not document.settle():
            return
        fresh = Document(document.path, document.text)
        assert fresh.settle(), self.last
        assert fresh.data() == document.data(), self.last
        assert _undone(found, document) == self.befores[document], self.last
        found.keeping.keeper.writer.flush()
        assert document.path.read_text() == document.saved, self.last

    def come_out(self) -> None:
        """Leave a popup or a sheet in which nothing leads on."""
        popup, sheet = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        elif isinstance(sheet, QDialog):
            sheet.reject()

    def close_all(self) -> None:
        """Close what lies over the page."""
        for _round in range(20):
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
            sheets = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
            there = [one for one in sheets if one.isVisible()]
            for one in there:
                one.reject()
            QCoreApplication.processEvents()
            if popup is None and not there:
                return


def _told(widget: QWidget) -> str:
    """Say what a widget is; a list that has closed this moment may be gone."""
    try:
        return repr(widget)
    except RuntimeError:
        return "what is gone"


def _undone(page: AuthorPage, document: Document) -> str:
    """What the text would be, were all steps undone."""
    text = document.text
    for step in reversed(page.bench.desk._done):
        for change in reversed(step.changes):
            if change.document is document:
                text = all_spliced(text, change.back)
    return text


def dull(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what would leave the window, and what waits for an answer."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_a: True)
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_a, **_k: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: "")


def let_loose(seed: int, times: int, name: str = "blue-tape") -> float:
    settings = Settings(keep=True, palette="light", motion="reduced")
    with Stage(settings) as stage:
        stage.program.show()
        stage.shell.activateWindow()
        QTest.qWaitForWindowActive(stage.shell)
        path = own_copy(name)
        monkey = Monkey(stage, path, seed)
        monkey.page.frame.show_view(monkey.chance.choice(list(View)))
        monkey.go_on(times)
        if stage.shell.is_left():
            stage.shell.come_back()
        monkey.close_all()
        stage.shell.open_page("author", path=path)
        monkey.look()
        bench = monkey.page.bench
        steps = 0
        while bench.desk.undoes is not None:
            bench.undo()
            steps += 1
        document = bench.desk.documents[path]
        if steps < 1000:
            assert document.text == monkey.befores[document], monkey.last
        while bench.desk.redoes is not None:
            bench.redo()
        monkey.look()
        print(
            f"seed {seed}: {steps} steps, the longest act {monkey.worst * 1000:.0f} ms: "
            f"{monkey.longest}"
        )
    return monkey.worst


@pytest.mark.soak
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_anything_pressed_anywhere(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, short: bool
) -> None:
    dull(monkeypatch)
    first = int(os.environ.get("UPSTANDER_SEED", "0"))
    for seed in range(first, first + (2 if short else 10)):
        assert let_loose(seed, 300 if short else 1000) < LONGEST
