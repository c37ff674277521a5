"""Edges that are seen, and room that is used: of sheets, marked pictures, tables."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPixmap, QTextLayout
from PySide6.QtWidgets import QListWidgetItem, QWidget

from trainer.authoring.trying.report import Row
from trainer.ui import palettes, theme
from trainer.ui.authoring.playing.counts import Counts, Order
from trainer.ui.authoring.playing.rows import Rows
from trainer.ui.authoring.problems import delegate
from trainer.ui.authoring.tables.pickers import words
from trainer.ui.authoring.tables.pickers.grid import Grid
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "Tell the woman by the help button, “Thumb on that. Don’t press yet, it may be nothing.”"
ROWS = (Row("aboard", 50), Row("aboard", 12, "tell", LONG, 50))


@pytest.mark.parametrize("palette", palettes.ALL, ids=lambda one: one.name)
def test_a_sheet_has_an_edge_in_every_palette(qtbot: QtBot, palette: palettes.Colours) -> None:
    with theme.within(theme.Look(colours=palette)):
        sheet = Sheet(None, "A sheet")
        qtbot.addWidget(sheet)
        sheet.resize(300, 200)
        image = sheet.grab().toImage()
        for x, y in ((0, 100), (299, 100), (150, 0), (150, 199)):
            assert image.pixelColor(x, y) == QColor(palette.outline)
        assert image.pixelColor(3, 3) == QColor(palette.card)


def test_the_frame_of_a_marked_picture_is_whole(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    grid = Grid(holder)
    grid.resize(400, 300)
    holder.resize(400, 300)
    item = QListWidgetItem("A place", grid)
    grid.size_new_ones()
    picture = QPixmap(grid.iconSize())
    picture.fill(Qt.GlobalColor.red)
    item.setIcon(QIcon(picture))
    grid.setCurrentItem(item)
    holder.show()
    box = grid.visualItemRect(item)
    image = grid.viewport().grab().toImage()
    column = [image.pixelColor(box.center().x(), box.top() + down) for down in range(5)]
    assert QColor(theme.colours().teal) in column


def test_names_of_scenes_take_what_they_need_and_choices_the_rest(qtbot: QtBot) -> None:
    table = Counts()
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    table.show_rows(ROWS, Order.FILE)
    name = QFontMetrics(theme.font(Role.NOTE_STRONG)).horizontalAdvance("Aboard")
    assert name < table.columnWidth(0) <= name + 30
    assert table.columnWidth(1) >= 700 - table.columnWidth(0) - 2 * 84 - 30
    model = table.model()
    said = model.data(model.index(1, 1), Qt.ItemDataRole.ToolTipRole)
    assert "it may be nothing." in said
    head = table.horizontalHeader()
    image = head.grab().toImage()
    foot = image.pixelColor(head.width() // 2, head.height() - 1)
    assert foot == QColor(theme.colours().outline)
    assert image.pixelColor(2, 2) == QColor(theme.colours().card)
    wide = ROWS[1].scene * 12
    table.show_rows((Row(wide, 1),), Order.FILE)
    assert table.columnWidth(0) == 150


def test_figures_stand_below_their_headings_and_only_the_page_scrolls(qtbot: QtBot) -> None:
    table = Counts()
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    table.show_rows(ROWS * 20, Order.FILE)
    table.clearSelection()
    image = table.viewport().grab().toImage()
    card = QColor(theme.colours().card)
    for column in (0, 2, 3):  # Nothing is painted at the very edge of a column.
        cell = table.visualRect(table.model().index(1, column))
        for edge in (*range(cell.left(), cell.left() + 4), *range(cell.right() - 4, cell.right())):
            column_ = [image.pixelColor(edge, y) for y in range(cell.top(), cell.bottom())]
            assert set(map(QColor.name, column_)) == {card.name()}
    table.selectRow(0)
    image = table.viewport().grab().toImage()
    assert image.pixelColor(1, 10) == QColor(theme.colours().teal)
    assert image.pixelColor(40, 2) == QColor(theme.colours().wash)  # No frame of the style's.
    table.show_whole(True)
    assert table.minimumHeight() >= 40 * 30
    assert table.verticalScrollBar().maximum() == 0 or table.height() < table.minimumHeight()
    table.show_rows(ROWS * 60, Order.FILE)
    assert table.minimumHeight() == 260
    table.show_rows(ROWS, Order.FILE)
    assert table.minimumHeight() == 260


def test_whoever_cannot_see_the_pictures_of_people_can_tell_them_apart() -> None:
    said = [*words._PEOPLE.values()]
    assert len(set(said)) == len(said)
    numbers = ("first", "second", "third")
    assert not [one for one in said if any(number in one.split() for number in numbers)]


def test_a_list_stands_on_what_it_stands_on(qtbot: QtBot) -> None:
    rows = Rows("Never came up")
    qtbot.addWidget(rows)
    rows.resize(300, 200)
    rows.show_rows([("One", 1)])
    assert not rows.viewport().autoFillBackground()


def test_no_line_of_a_problem_begins_with_the_point_between_two_things() -> None:
    things = [
        "Name, as they write it themselves",
        "What it is",
        "What they take",
        "Where it was read",
    ]
    row = SimpleNamespace(words=" · ".join(things), where="", why="")
    (line,) = delegate._lines(row, 300, current=False)  # type: ignore[arg-type]
    for width in range(120, 400, 7):
        layout = QTextLayout(line.words, theme.font(line.role))
        layout.beginLayout()
        begins = []
        while (part := layout.createLine()).isValid():
            part.setLineWidth(width)
            begins.append(line.words[part.textStart()])
        layout.endLayout()
        assert "·" not in begins
        assert len(begins) > 1
