"""The first question: each answer does what it says, and none is given by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.scenes import Stage
from trainer import paths
from trainer import settings as settings_file
from trainer.progress.deletion.deletion import traces
from trainer.settings import Settings
from trainer.ui.first_start import Answer
from trainer.ui.starting import first_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEEP, NOTHING = "Keep what I do on this computer", "Keep nothing"


@pytest.fixture
def asked(qapp: QApplication) -> Iterator[Stage]:
    """The window of somebody who has never answered."""
    with Stage(Settings()) as made:
        paths.settings().unlink()
        made.shell.open_page(first_page(made.context))
        made.shell.show()
        made.shell.activateWindow()
        QTest.qWaitForWindowActive(made.shell)
        made.settle(0.05)
        yield made


def answers(stage: Stage) -> dict[str, Answer]:
    return {one.accessibleName(): one for one in stage.shell.page().findChildren(Answer)}


def below(home: Path) -> set[str]:
    return {path.name for path in home.rglob("*") if path.is_file()}


def test_it_is_asked_and_neither_answer_is_given_by_enter(asked: Stage, home: Path) -> None:
    assert asked.shell.page().name == "first-start"
    both = answers(asked)
    assert list(both) == [KEEP, NOTHING]
    assert both[KEEP].size() == both[NOTHING].size()
    focused = QApplication.focusWidget() or asked.shell
    assert not isinstance(focused, Answer)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(focused, key)
    asked.settle(0.02)
    assert asked.context.settings.keep is None
    assert "settings.json" not in below(home)
    assert not paths.profiles().exists()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, None])
def test_keeping_nothing_keeps_nothing(asked: Stage, home: Path, key: Qt.Key | None) -> None:
    answer = answers(asked)[NOTHING]
    if key is None:
        QTest.mouseClick(answer, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(answer, key)
    asked.settle(0.05)
    assert asked.shell.page().name == "welcome"
    assert settings_file.read(paths.settings()).keep is False
    run = asked.play(asked.context.library.cards()[0].id, 20)
    assert asked.context.store.run_count() == 1
    asked.shell.open_page("past-runs")
    asked.settle(0.05)
    assert not paths.profiles().exists()
    assert traces(home, run) == []
    asked.shell.close()
    asked.context.store.close()
    assert traces(home, run) == []
    assert below(home) <= {"settings.json", "library.json"}
    assert settings_file.read(paths.settings()).last_page == ""


def test_keeping_keeps(asked: Stage, home: Path) -> None:
    QTest.mouseClick(answers(asked)[KEEP], Qt.MouseButton.LeftButton)
    asked.settle(0.05)
    assert asked.shell.page().name == "welcome"
    assert settings_file.read(paths.settings()).keep is True
    run = asked.play(asked.context.library.cards()[0].id)
    assert [one.run for one in asked.context.store.runs()] == [run]
    assert paths.database().exists()
