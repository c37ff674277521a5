"""The first key in the title adds to it, whichever way one came there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.scenes import Stage
from tests.scenes.authoring_scenes import own_copy
from trainer.ui.authoring.form.rows import LineRow
from trainer.ui.authoring.page import AuthorPage

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


@pytest.mark.parametrize("size", [(1280, 800), (800, 600)])
def test_no_way_to_the_title_lets_one_key_wipe_it(
    qapp: QApplication, size: tuple[int, int]
) -> None:
    with Stage() as stage:
        stage.shell.resize(*size)
        stage.shell.show()
        stage.shell.activateWindow()
        assert QTest.qWaitForWindowActive(stage.shell)
        stage.shell.open_page("author", path=own_copy())
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)

        def stands() -> LineRow:
            row = page.about.row_at(("title",))
            assert isinstance(row, LineRow)
            assert QApplication.focusWidget() is row.edit
            assert not row.edit.selectedText()
            return row

        for part in (page.outline, page.form):
            page.bench.select(("scenes", "platform"))
            page.rounds.stand(part)
            press(Qt.Key.Key_I, CTRL)
            title = stands().edit
        before = title.text()
        press(Qt.Key.Key_Tab)
        assert not title.hasFocus()
        press(Qt.Key.Key_Backtab)
        assert stands().edit is title
        press(Qt.Key.Key_Exclam)
        assert title.text().startswith(before)
        assert title.text() != before
