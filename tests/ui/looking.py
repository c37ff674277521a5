"""What tests of the window press and look at, whichever page shows."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from trainer.ui.widgets.words import Words

DialogT = TypeVar("DialogT", bound=QDialog)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)
    QApplication.processEvents()


def sheet(kind: type[DialogT]) -> DialogT:
    """Give the sheet of a kind that shows; there is one."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    (shown,) = [one for one in found if one.isVisible()]
    return shown


def words(root: QWidget) -> str:
    """Give the words that one can see somewhere, wherever they break."""
    shown = [one.text() for one in root.findChildren(Words) if one.isVisibleTo(root)]
    return " ".join(shown).replace("\u200b", "")
