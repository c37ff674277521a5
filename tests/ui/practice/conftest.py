from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from tests.scenes import Stage
from tests.ui.practice.hands import Hands
from trainer import paths
from trainer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

SMALL = Path(__file__).parent.parent.parent / "data" / "scenarios" / "small-bus.yaml"


@pytest.fixture
def scenario_file(home: Path) -> Path:
    """The small scenario, in the folder for a person's own."""
    folder = paths.own_scenarios()
    folder.mkdir(parents=True)
    return Path(shutil.copy(SMALL, folder))


@pytest.fixture
def hands(qapp: QApplication, scenario_file: Path) -> Iterator[Hands]:
    """A real window over a home of its own, and hands on its keyboard."""
    with Stage(Settings(keep=True, motion="reduced", palette="light")) as stage:
        stage.shell.open_page("home")
        stage.shell.show()
        stage.shell.activateWindow()
        QTest.qWaitForWindowActive(stage.shell)
        yield Hands(stage)
