from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from tests.scenes import Stage
from tests.ui.learn.reader import Reader
from trainer import paths
from trainer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

DATA = Path(__file__).parent.parent.parent / "data"


@pytest.fixture
def own_folder(home: Path) -> Path:
    """The folder for a person's own files, with the small scenario in it."""
    folder = paths.own_scenarios()
    folder.mkdir(parents=True)
    shutil.copy(DATA / "scenarios" / "small-bus.yaml", folder)
    return folder


@pytest.fixture
def reader(qapp: QApplication, own_folder: Path) -> Iterator[Reader]:
    """A real window over a home of its own, and somebody who reads in it."""
    with Stage(Settings(keep=True, motion="reduced", palette="light")) as stage:
        stage.shell.open_page("home")
        stage.shell.show()
        stage.shell.activateWindow()
        QTest.qWaitForWindowActive(stage.shell)
        yield Reader(stage)
