"""What is marked and what has the focus is seen, also where a wash alone is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QVBoxLayout, QWidget

from tests.scenes import Stage
from trainer.authoring.document import Document
from trainer.authoring.finding.looking import Found
from trainer.authoring.trying.report import Row
from trainer.settings import Settings
from trainer.ui import theme
from trainer.ui.authoring.finding.places import Places
from trainer.ui.authoring.keeping.rows import RowList
from trainer.ui.authoring.marked import Run
from trainer.ui.authoring.playing.counts import Counts, Order
from trainer.ui.authoring.playing.rows import Rows
from trainer.ui.widgets.buttons import QuietButton


def lists(parent: QWidget) -> list[QAbstractItemView]:
    rows, places = Rows("Ways", parent), Places(parent)
    kept, counts = RowList("Versions", parent, keeps=True), Counts(parent)
    rows.show_rows([("One", None), ("Two", None)])
    found = Found(Document(Path("a.yaml"), "title: One\n"), ("title",), 0, 3, "One", "", "", "")
    places.show_found([found, found], ["Here", "There"], files=False)
    kept.add_row([Run("One")], "One")
    kept.setCurrentRow(0)
    counts.show_rows([Row("one", 3), Row("two", 1)], Order.FILE)
    return [rows, places, kept, counts]


def edge(view: QAbstractItemView) -> list[str]:
    """Colours on the upper and left edges of the first row."""
    view.resize(300, 200)
    QApplication.processEvents()
    picture = view.viewport().grab().toImage()
    box = view.visualRect(view.model().index(0, 0))
    middle, down = box.center().x(), box.center().y()
    spots = [(middle, box.top() + at) for at in range(3)]
    spots += [(box.left() + at, down) for at in range(3)]
    return [QColor(picture.pixel(x, y)).name().upper() for x, y in spots]


@pytest.mark.parametrize("palette", ["light", "contrast-dark", "contrast-light"])
def test_a_marked_row_is_seen_with_and_without_the_focus(home: Path, palette: str) -> None:
    del home
    with Stage(Settings(keep=None, palette=palette)) as stage:
        window = QWidget()
        column = QVBoxLayout(window)
        elsewhere = QuietButton("Elsewhere", window)
        views = lists(window)
        for one in (elsewhere, *views):
            column.addWidget(one)
        window.resize(400, 1200)
        window.show()
        QTest.qWaitForWindowActive(window)
        colours = theme.colours()
        for view in views:
            elsewhere.setFocus()
            away = edge(view)
            view.setFocus()
            here = edge(view)
            assert here != away, type(view).__name__
            if colours.contrast:
                assert {*away} & {colours.outline.upper(), colours.teal.upper()}, type(
                    view
                ).__name__
        window.close()
        del stage
