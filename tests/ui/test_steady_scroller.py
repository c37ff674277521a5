"""What is written in stays in view; what is gone is not followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout
from shiboken6 import delete

from trainer.ui.widgets.fields import Dropdown, TextField
from trainer.ui.widgets.steady_scroller import SteadyScroller

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "raise", extend=True)


@pytest.fixture
def scroller(qapp: QApplication) -> Iterator[SteadyScroller]:
    made = SteadyScroller()
    QVBoxLayout(made.content)
    made.resize(300, 200)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    yield made
    made.deleteLater()


def test_a_field_that_goes_with_what_is_picked_in_it_is_followed_no_longer(
    qapp: QApplication, scroller: SteadyScroller
) -> None:
    picked, kept = Dropdown("Where?", scroller.content), TextField("What?", scroller.content)
    column = scroller.content.layout()
    assert column is not None
    for field in (picked, kept):
        column.addWidget(field)
    picked.add("In a shop", "shop")
    picked.add("In a bus", "bus")
    picked.setFocus()
    QTest.keyClick(picked, Qt.Key.Key_Return)
    listed = picked.view()
    assert QApplication.focusWidget() is listed
    picked.hidePopup()
    kept.setFocus()
    qapp.focusChanged.emit(picked, listed)  # Where lists are windows of the system, it comes late.
    delete(picked)
    scroller.show_widget(kept)
    assert scroller.viewport().rect().contains(kept.geometry())
