"""A chart has a name, says its content, and stands beside a table that holds all of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtTest import QTest

from trainer.ui.charts.bars import Bar, Bars
from trainer.ui.charts.calendar import Months, Weeks
from trainer.ui.charts.figure import Figure, Ink, Table, on_screen
from trainer.ui.charts.line import Dot, Line
from trainer.ui.palettes import LIGHT
from trainer.ui.progress.chart_card import ChartCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TABLE = Table(("D", "Times"), (("Delay", "8"), ("Direct", "2")))
LAST = date(2026, 11, 29)


def bars(*counts: tuple[int, int]) -> Bars:
    made = [Bar(f"D {n}", f"{n} times", n, part, "direct") for n, part in counts]
    return Bars("The five", TABLE, ["Delay: 8 times"], made)


def figures() -> list[Figure]:
    days = [LAST - timedelta(days=back) for back in (0, 1, 40, 89)]
    dots = [Dot(LAST - timedelta(days=60), 2), Dot(LAST, 4.5)]
    return [
        bars((8, 6), (2, 0)),
        Line("Sure", TABLE, ["2 of 5"], dots, (1, 5), {1: "Not at all", 5: "Very"}),
        Weeks("Days", TABLE, ["4 days"], days, LAST - timedelta(days=89), LAST),
        Months("Days", TABLE, ["4 days"], days),
    ]


def drawn(figure: Figure, width: int = 400, *, mirrored: bool = False) -> QImage:
    ink = Ink(LIGHT, mirrored=mirrored)
    image = QImage(width, round(figure.height(width, ink)) + 1, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    figure.draw(painter, QRectF(0, 0, width, image.height() - 1), ink)
    painter.end()
    return image


def coloured(image: QImage, colour: str, columns: range) -> int:
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in columns for y in range(image.height()))


@pytest.mark.parametrize("index", range(4))
def test_name_description_and_table_are_there(qapp: QApplication, index: int) -> None:
    figure = figures()[index]
    card = ChartCard()
    card.tell("Heading", figure)
    card.show()
    shown = QAccessible.queryAccessibleInterface(card.view)
    assert shown.text(QAccessible.Text.Name) == figure.name
    assert shown.text(QAccessible.Text.Description) == figure.told[0]
    assert not card.table.isVisible()
    card.turn()
    assert not card.view.isVisible()
    table = QAccessible.queryAccessibleInterface(card.table)
    assert table.text(QAccessible.Text.Name) == figure.name
    model = card.table.model()
    cells = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert cells == [list(row) for row in TABLE.rows]
    spoken = model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Times: 2"
    card.close()


def test_a_table_is_walked_by_arrows_and_left_by_tab(qapp: QApplication) -> None:
    card = ChartCard()
    card.tell("Heading", figures()[0])
    card.turn()
    card.show()
    card.activateWindow()
    QTest.qWaitForWindowActive(card)
    card.table.setFocus()
    QTest.keyClick(card.table, Qt.Key.Key_Down)
    assert (card.table.currentIndex().row(), card.table.currentIndex().column()) == (1, 0)
    QTest.keyClick(card.table, Qt.Key.Key_Tab)
    assert not card.table.hasFocus()
    card.close()


def test_a_table_without_room_is_folded_and_says_the_same(qapp: QApplication) -> None:
    wide = Table(("When", "Noticed", "Understood"), (("Sep 5", "2", "3"), ("Oct 19", "4", "")))
    card = ChartCard()
    card.tell("Heading", Bars("Sure", wide, [], []))
    card.turn()
    card.resize(900, 400)
    card.show()
    model, header = card.table.model(), card.table.horizontalHeader()
    assert (model.columnCount(), header.isVisible()) == (3, True)
    card.resize(240, 400)
    assert (model.columnCount(), header.isVisible()) == (2, False)
    lines = [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(6)]
    assert lines == [
        ("Sep 5", ""),
        ("Noticed", "2"),
        ("Understood", "3"),
        ("Oct 19", ""),
        ("Noticed", "4"),
        ("Understood", ""),
    ]
    spoken = [model.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1, 5)]
    assert spoken == ["Sep 5", "Noticed: 2", "Understood"]
    card.resize(900, 400)
    assert model.columnCount() == 3
    card.close()


def test_the_focus_stays_with_what_takes_its_place(qapp: QApplication) -> None:
    card = ChartCard()
    card.tell("Heading", figures()[0])
    card.show()
    card.activateWindow()
    QTest.qWaitForWindowActive(card)
    card.view.setFocus()
    card.turn()
    assert card.table.hasFocus()
    card.turn()
    assert card.view.hasFocus()
    card.close()


def test_without_a_figure_it_says_what_will_be_there(qapp: QApplication) -> None:
    card = ChartCard()
    card.tell("Heading", None, "note", "Here you will see it.")
    card.show()
    assert not card.view.isVisible()
    assert not card.table.isVisible()
    assert not card._switch.isVisible()
    assert card._empty.text() == "Here you will see it."
    assert card._empty.isVisible()
    assert not card._note.isVisible()
    card.close()


def test_a_bar_is_as_long_as_its_count_and_full_as_far_as_it_fitted(qapp: QApplication) -> None:
    every = range(400)
    full, half = drawn(bars((8, 8))), drawn(bars((8, 4)))
    assert coloured(full, LIGHT.direct, every) > 1.6 * coloured(half, LIGHT.direct, every)
    longer, shorter = drawn(bars((8, 8), (8, 8))), drawn(bars((8, 8), (2, 2)))
    assert coloured(longer, LIGHT.direct, every) > 1.3 * coloured(shorter, LIGHT.direct, every)
    # One of one is no full bar: there is little to see in it.
    assert coloured(drawn(bars((1, 1))), LIGHT.direct, every) < coloured(
        drawn(bars((4, 4))), LIGHT.direct, every
    )


@pytest.mark.parametrize("index", range(4))
def test_it_is_mirrored_where_reading_goes_right_to_left(qapp: QApplication, index: int) -> None:
    figure = figures()[index]
    plain, mirrored = drawn(figure), drawn(figure, mirrored=True)
    assert plain != mirrored
    colour = LIGHT.direct if index == 0 else LIGHT.wash if index == 3 else LIGHT.teal
    if index == 1:  # a line is as long on both sides: this one ends high where time ends
        plain, mirrored = (image.copy(0, 0, 400, 60) for image in (plain, mirrored))
    left, right = range(200), range(200, 400)
    assert (coloured(plain, colour, left) > coloured(plain, colour, right)) == (
        coloured(mirrored, colour, left) < coloured(mirrored, colour, right)
    )


@pytest.mark.parametrize("index", range(4))
@pytest.mark.parametrize("width", [130, 300, 900])
def test_nothing_is_drawn_outside_its_height(qapp: QApplication, index: int, width: int) -> None:
    figure, ink = figures()[index], on_screen(mirrored=False)
    tall = round(figure.height(width, ink))
    image = QImage(width, tall + 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    painter = QPainter(image)
    figure.draw(painter, QRectF(0, 20, width, tall), ink)
    painter.end()
    outside = [*range(18), *range(tall + 23, tall + 40)]
    assert {image.pixel(x, y) for x in range(width) for y in outside} == {QColor("#123456").rgb()}


def test_each_day_that_counts_is_full(qapp: QApplication) -> None:
    first = LAST - timedelta(days=29)
    none = drawn(Weeks("Days", TABLE, [], [], first, LAST))
    one = drawn(Weeks("Days", TABLE, [], [first], first, LAST))
    two = drawn(Weeks("Days", TABLE, [], [first, LAST], first, LAST))
    # Before the first day and after the last nothing is drawn, whatever a clock said.
    out = [first - timedelta(days=1), LAST + timedelta(days=1)]
    assert drawn(Weeks("Days", TABLE, [], out, first, LAST)) == none
    counts = [coloured(image, LIGHT.teal, range(400)) for image in (none, one, two)]
    assert counts[0] < counts[1] < counts[2]


def test_years_of_days_and_a_year_beyond_reason_are_drawn(qapp: QApplication) -> None:
    days = [date(1, 1, 1), date(2024, 2, 29), date(9999, 12, 31)]
    assert not drawn(Months("Days", TABLE, [], days), 200).isNull()
