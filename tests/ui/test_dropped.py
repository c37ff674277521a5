"""The list of a field to pick from: as wide as its words, on the screen, round, and by keys."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from trainer.settings import Settings
from trainer.ui import theme
from trainer.ui.dress import dress
from trainer.ui.widgets.fields import Dropdown
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.tree_dropdown import TreeDropdown

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # said offscreen

LONG = "A sentence about a woman on a platform who is asked for the way and then for her papers "


@contextmanager
def dropped(
    app: QApplication, words: list[str], *, size: int = 100, at: tuple[int, int] = (40, 40)
) -> Iterator[tuple[Dropdown, QWidget]]:
    dress(app, Settings(text_size=size))
    window = QWidget()
    field = TreeDropdown("Which", window)
    for place, said in enumerate(words):
        field.add_in(said, place, level=0, spoken=said)
    window.setGeometry(*at, 300, 60)
    field.setGeometry(10, 10, 200, 40)
    window.show()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    holder = field.view().window()
    assert holder.isVisible()
    try:
        yield field, holder
    finally:
        field.hidePopup()
        window.deleteLater()
        dress(app, Settings())


def _screen(field: QWidget) -> QRect:
    return field.screen().availableGeometry()


def _place(field: QWidget) -> QRect:
    return QRect(field.mapToGlobal(QPoint(0, 0)), field.size())


@pytest.mark.parametrize("size", [100, 200])
def test_every_word_shows(qapp: QApplication, size: int) -> None:
    words = ["Yes", "The woman in the wheelchair", LONG * 2]
    with dropped(qapp, words, size=size) as (field, holder):
        assert _screen(field).contains(holder.geometry())
        assert holder.width() >= field.width()
        metrics = QFontMetrics(field.font())
        bar = field.view().verticalScrollBar()
        assert not bar.isVisible() or size == 200
        for row, said in enumerate(words):
            box = field.view().visualRect(field.model().index(row, 0))
            assert box.right() < field.view().viewport().width()
            room = QRect(0, 0, box.width() - 2 * theme.px(8), 10_000)
            needs = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), said)
            assert needs.height() <= box.height()
            assert needs.width() <= room.width()


def test_a_list_is_no_wider_than_its_words(qapp: QApplication) -> None:
    with dropped(qapp, ["Yes", "No"]) as (field, holder):
        assert holder.width() == field.width()
        assert holder.y() >= _place(field).bottom()
        assert not field.view().verticalScrollBar().isVisible()


def test_at_the_foot_of_the_screen_it_opens_above(qapp: QApplication) -> None:
    low = qapp.primaryScreen().availableGeometry().bottom() - 70
    words = [str(number) for number in range(9)]
    with dropped(qapp, words, at=(40, low)) as (field, holder):
        assert holder.geometry().bottom() < _place(field).top()
        assert _screen(field).contains(holder.geometry())


def test_its_corners_are_round(qapp: QApplication) -> None:
    with dropped(qapp, ["Yes", "No"]) as (_field, holder):
        picture = QImage(holder.size(), QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.magenta)
        flag = QWidget.RenderFlag.DrawChildren
        holder.render(picture, QPoint(0, 0), QRegion(), flag)
        right, low = picture.width() - 1, picture.height() - 1
        corners = [(0, 0), (right, 0), (0, low), (right, low)]
        assert {picture.pixelColor(*at).name() for at in corners} == {"#ff00ff"}
        assert picture.pixelColor(right // 2, low - 3).name() == theme.colours().card.lower()


def test_rows_that_lie_in_others_are_moved_in(qapp: QApplication) -> None:
    with dropped(qapp, ["Canada"]) as (field, _holder):
        assert isinstance(field, TreeDropdown)
        field.add_in("Canada", 1, level=2, spoken="Canada, in it")
        outer, inner = (
            field.view().sizeHintForIndex(field.model().index(row, 0)) for row in (0, 1)
        )
        assert inner.width() == outer.width() + 2 * theme.px(20)
        field.hidePopup()
        field.showPopup()
        begins = [
            _begins(field, field.view().visualRect(field.model().index(row, 0))) for row in (0, 1)
        ]
        assert begins[1] == begins[0] + 2 * theme.px(20)


def _begins(field: Dropdown, row: QRect) -> int:
    """Where the words of a row begin, which are not of the colour beside them."""
    picture = field.view().viewport().grab(row).toImage()
    middle = range(4, picture.height() - 4)
    wide = range(6, picture.width())
    return next(
        x for x in wide if any(picture.pixelColor(x, y) != picture.pixelColor(5, y) for y in middle)
    )


def test_arrows_and_enter_pick(qapp: QApplication) -> None:
    with dropped(qapp, ["Yes", "No"]) as (field, holder):
        QTest.keyClick(field.view(), Qt.Key.Key_Down)
        QTest.keyClick(field.view(), Qt.Key.Key_Return)
        assert field.value() == 1
        assert not holder.isVisible()


def test_a_list_is_as_wide_as_the_words_that_it_has_now(qapp: QApplication) -> None:
    holder = QWidget()
    flow, made = FlowLayout(holder), Dropdown("Words", holder)
    flow.addWidget(made)
    holder.resize(900, 60)
    widths = []
    for words in ("so", "goes up by, or stays as it is, or comes down", "is"):
        made.clear()
        made.add(words, words)
        holder.show()
        for _turn in range(3):
            QApplication.processEvents()
        widths.append(made.width())
        assert made.width() == max(made.sizeHint().width(), made.minimumSizeHint().width())
    made.setItemText(0, "something longer than that, again")
    QApplication.processEvents()
    assert widths[0] < widths[1] > widths[2]
    assert made.width() > widths[2]
    holder.deleteLater()
