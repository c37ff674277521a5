"""Somebody who uses the keyboard alone, and counts every key beside the letters of prose."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from tests.stories.evening import shot
from tests.ui.sweep import called
from trainer.ui.context import ESCAPE_WITHIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from tests.ui.practice.hands import Hands

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_MOST = 120
"""Presses of Tab after which somebody gives up."""


class Typist:
    """Her hands, and what she sees."""

    def __init__(self, hands: Hands, *, types: bool) -> None:
        self.hands = hands
        self.types = types
        """Whether she types every letter, or has written it elsewhere and pastes it."""
        self.keys: Counter[str] = Counter()
        """Keys that were pressed, by what for; letters of prose are not among them."""
        self.times: Counter[str] = Counter()
        """How often each of these was done."""
        self.letters = 0
        self._doing = "the rest"
        self._escaped = 0.0

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        """Count the keys as those of an act."""
        before, self._doing = self._doing, what
        self.times[what] += 1
        yield
        self._doing = before

    # Hands

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key."""
        self.keys[self._doing] += 1
        QTest.keyClick(self.hands.focus(), key, held)
        self.hands.settle()

    def escape(self) -> None:
        """Press Esc, not soon after another one: two within a second leave quickly."""
        left = self._escaped + ESCAPE_WITHIN + 0.05 - time.monotonic()
        if left > 0:
            self.hands.stage.settle(left)
        self.key(Key.Key_Escape)
        self._escaped = time.monotonic()

    def write(self, text: str) -> None:
        """Write, over what stands where the keyboard is if something does."""
        here = self.hands.focus()
        there = here.toPlainText() if isinstance(here, QPlainTextEdit) else ""
        if isinstance(here, QLineEdit):
            there = here.text()
        if there:
            self.key(Key.Key_A, CTRL)
        self.letters += len(text)
        if self.types:
            self.hands.write(text)
        else:
            QGuiApplication.clipboard().setText(text)
            QTest.keyClick(here, Key.Key_V, CTRL)
            self.hands.settle()

    def is_on(self, name: str) -> bool:
        """Tell whether the keyboard is on a control of that name, whosever it is."""
        here = self.hands.focus()
        said = {called(here), here.accessibleName()}
        return any(_is_named(one, name) for one in said)

    def tab_to(self, name: str, held: Qt.KeyboardModifier = NONE) -> QWidget:
        """Press Tab until a control of that name has the keyboard."""
        passed = []
        for _stop in range(_MOST):
            if self.is_on(name):
                return self.hands.focus()
            passed.append(called(self.hands.focus()))
            self.key(Key.Key_Backtab if held is SHIFT else Key.Key_Tab, held)
        raise AssertionError(f"Tab never comes to {name}, but to {list(dict.fromkeys(passed))}")

    def pick(self, words: str) -> None:
        """Open the list that has the keyboard, and pick from it."""
        box = self.hands.focus()
        assert isinstance(box, QComboBox), (called(box), words)
        offered = [box.itemText(at) for at in range(box.count())]
        wanted = next((at for at, one in enumerate(offered) if one.startswith(words)), None)
        assert wanted is not None, (words, offered)
        if wanted == box.currentIndex():
            return
        self.key(Key.Key_Return)
        view = box.view()
        for _step in range(abs(wanted - box.currentIndex())):
            self.keys[self._doing] += 1
            QTest.keyClick(view, Key.Key_Down if wanted > box.currentIndex() else Key.Key_Up)
        self.keys[self._doing] += 1
        QTest.keyClick(view, Key.Key_Return)
        self.hands.settle()

    def until(self, so: Callable[[], object], seconds: float = 20) -> None:
        """Wait for something."""
        end = time.monotonic() + seconds
        while not so():
            assert time.monotonic() < end, "it never came"
            self.hands.stage.settle(0.01)

    def shot(self, name: str) -> None:
        """Keep a picture, if pictures are wanted."""
        self.hands.stage.settle(0.02)
        shot(self.hands, name)

    def told(self) -> str:
        """Say how many keys it took, the most first."""
        lines = [f"{sum(self.keys.values())} keys beside {self.letters} letters"]
        for what, count in self.keys.most_common():
            often = self.times[what] or 1
            lines.append(f"  {count:5}  {what}: {often} times, {count / often:.1f} each")
        return "\n".join(lines)


def _is_named(said: str, name: str) -> bool:
    """Whether that is said of it, perhaps after whose it is; what goes there is another one."""
    _whose, found, rest = f": {said}".partition(f": {name}")
    return bool(found) and not rest.endswith(": go there")
