"""The sheets of keeping: names, Tab order, nothing cut, also with long words in a small window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.scenes import Stage, all_scenes
from tests.ui import sweep
from trainer.language import PSEUDO
from trainer.settings import Settings
from trainer.ui.authoring.keeping.clash_sheet import ClashSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SCENES = (
    "author-clash",
    "author-versions",
    "author-found",
    "author-along",
    "author-not-saved",
    "author-differs",
)


@pytest.mark.soak
@pytest.mark.parametrize("scene", SCENES)
def test_a_sheet_can_be_read_and_walked_through(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with Stage(Settings(keep=True, text_size=200, motion="reduced"), (800, 600)) as stage:
        stage.shell.show()
        all_scenes()[scene](stage)
        stage.settle(0.05)
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []
        assert sweep.cut_at_rest(stage) == []


def by_tab(sheet: ClashSheet) -> set[QWidget]:
    """Where Tab stops, by pressing it: at each button that can be pressed."""
    stops = set(sweep.tab_stops(sheet))
    buttons = [one for one in sheet.findChildren(QAbstractButton) if one.isVisibleTo(sheet)]
    assert {one for one in buttons if one.isEnabled()} <= stops
    return stops


def test_by_keyboard_alone_one_takes_what_somebody_else_has_written(qapp: QApplication) -> None:
    with Stage(Settings(keep=True, motion="reduced")) as stage:
        stage.shell.show()
        all_scenes()["author-clash"](stage)
        stage.settle(0.05)
        sheet = stage.top()
        assert isinstance(sheet, ClashSheet)
        answers = [one for choice in sheet.choices for one in choice.answers]
        assert len(answers) == 4
        assert set(answers) <= by_tab(sheet)
        # Whichever was pressed before, Tab goes to the other one still.
        mine, theirs = sheet.choices[0].answers
        for pressed, taken in ((theirs, True), (mine, False), (theirs, True)):
            pressed.setFocus()
            QTest.keyClick(pressed, Qt.Key.Key_Space)
            assert sheet.choices[0].takes is taken
            assert (mine.isChecked(), theirs.isChecked()) == (not taken, taken)
            assert set(answers) <= by_tab(sheet)
        assert not sheet.go.isEnabled()
        QTest.keyClick(sheet.choices[1].answers[1], Qt.Key.Key_Space)
        assert sheet.go in by_tab(sheet)
        QTest.keyClick(theirs, Qt.Key.Key_Space)
        assert sheet.choices[0].takes is None
        assert not sheet.go.isEnabled()
        QTest.keyClick(theirs, Qt.Key.Key_Space)
        QTest.keyClick(sheet.go, Qt.Key.Key_Space)
        assert sheet.result()
