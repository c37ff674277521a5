"""Menus: our looks at every size of text, nothing cut off, and what can't be done says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from trainer.ui import palettes, theme
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.fields import TextBox, TextField
from trainer.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

LONG = "Say that it was reviewed, which is not possible yet: it is still being checked"


@pytest.fixture
def button(qtbot: QtBot) -> QuietButton:
    made = QuietButton("More")
    qtbot.addWidget(made)
    made.show()
    return made


def shown(button: QuietButton) -> tuple[Menu, list[str]]:
    done: list[str] = []
    menu = Menu("What can be done", button)
    menu.add("Save & close", lambda: done.append("save"), keys="Ctrl S")
    menu.add("Not now", lambda: done.append("not"), enabled=False)
    menu.addSeparator()
    menu.add("Only these", checked=True)
    menu.add(LONG)
    menu.drop(button)
    return menu, done


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_word_and_its_keys_have_room(button: QuietButton, scale: float) -> None:
    with theme.within(theme.Look(scale=scale)):
        menu, _done = shown(button)
        metrics = QFontMetrics(menu.font())
        save, *_rest, long = menu.actions()
        box = menu.actionGeometry(save)
        needed = metrics.horizontalAdvance("Save & close") + metrics.horizontalAdvance("Ctrl S")
        assert box.width() >= needed + theme.px(20)
        assert box.height() >= metrics.height() + theme.px(8)
        room = menu.actionGeometry(long).adjusted(theme.px(36), 0, -theme.px(10), 0)
        words = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), LONG)
        assert words.height() <= room.height()
        assert words.width() <= room.width()
        assert menu.width() <= menu.screen().availableSize().width()
        menu.close()


def test_what_is_chosen_and_what_cannot_be_done_look_different(button: QuietButton) -> None:
    with theme.within(theme.Look(colours=palettes.CONTRAST_DARK)):
        menu, done = shown(button)
        save, off = menu.actions()[:2]
        QTest.keyClick(menu, Qt.Key.Key_Down)
        teal, focus = (QColor(one) for one in (theme.colours().teal, theme.colours().focus))
        at = menu.actionGeometry(save)
        assert menu.grab().toImage().pixelColor(at.right() - 4, at.center().y()) == teal
        QTest.keyClick(menu, Qt.Key.Key_Down)
        assert menu.activeAction() is off  # A screen reader is told why.
        at = menu.actionGeometry(off)
        image = menu.grab().toImage()
        assert image.pixelColor(at.center().x(), at.top() + 1) == focus
        assert image.pixelColor(at.right() - 4, at.center().y()) == QColor(theme.colours().card)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        assert not done
        menu.setActiveAction(save)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        assert done == ["save"]


def test_a_menu_taller_than_the_screen_scrolls_and_says_that_it_goes_on(
    button: QuietButton,
) -> None:
    menu = Menu("Many", button)
    for count in range(60):
        menu.add(f"Scene {count}")
    menu.drop(button)
    last = menu.actions()[-1]
    assert menu.height() <= menu.screen().availableSize().height()
    assert menu.actionGeometry(last).top() > menu.height()
    arrow = menu.grab().toImage()
    QTest.keyClick(menu, Qt.Key.Key_Up)
    assert menu.activeAction() is last
    assert menu.rect().contains(menu.actionGeometry(last).center())
    middle, foot = menu.width() // 2, menu.height() - theme.px(9)
    ink = QColor(theme.colours().ink)
    assert any(_near(arrow.pixelColor(middle + by, foot), ink) for by in range(-8, 9))
    menu.close()


def _near(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) < 60


def test_a_closed_menu_is_gone(button: QuietButton, qtbot: QtBot) -> None:
    menu, _done = shown(button)
    menu.close()
    qtbot.waitUntil(lambda: not button.findChildren(QMenu))


@pytest.mark.parametrize("box", [False, True])
def test_a_field_has_a_menu_of_ours(qtbot: QtBot, *, box: bool) -> None:
    field = TextBox("Words") if box else TextField("Words")
    qtbot.addWidget(field)
    field.show()
    edit: QWidget = field.edit if isinstance(field, TextBox) else field
    (field.set_text if isinstance(field, TextBox) else field.setText)("Some words")
    edit.selectAll()  # type: ignore[attr-defined]
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(4, 4), edit.mapToGlobal(QPoint(4, 4))
    )
    QApplication.sendEvent(edit.viewport() if box else edit, event)  # type: ignore[attr-defined]
    (menu,) = edit.findChildren(Menu)
    assert [one.text() for one in menu.actions() if one.text()] == [
        "Cut\tCtrl X", "Copy\tCtrl C", "Paste\tCtrl V", "Select all\tCtrl A",
    ]  # fmt: skip
    menu.actions()[0].trigger()
    assert field.text() == ""
    assert QApplication.clipboard().text() == "Some words"
    menu.close()


def test_a_button_is_measured_anew_in_another_type(button: QuietButton) -> None:
    """Whoever asks between the new look and the new type is not told the same for ever."""
    with theme.within(theme.Look(scale=2.0)):
        button.sizeHint()
        theme.set_role(button, button.role)
        assert button.sizeHint() == QuietButton("More").sizeHint()
