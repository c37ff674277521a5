from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from tests.scenario.good_file import put
from tests.scenes import Stage
from tests.ui.drills.sample import lines, thoughts
from tests.ui.practice.hands import Hands
from trainer import paths
from trainer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def folder(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder, with two files of drills and one of cards; nothing comes along."""
    monkeypatch.setattr(paths, "built_in_drills", lambda: tmp_path / "nothing")
    own = paths.own_scenarios()
    put(own / "drills" / "a.yaml", lines(3))
    put(own / "drills" / "b.yaml", lines(5, deck="more", title="More talk"))
    put(own / "drills" / "c.yaml", thoughts())
    return own / "drills"


@pytest.fixture
def hands(qapp: QApplication, folder: Path) -> Iterator[Hands]:
    """A real window over those files, and hands on its keyboard."""
    with Stage(Settings(keep=True, motion="reduced", palette="light")) as stage:
        stage.shell.open_page("home")
        stage.shell.show()
        stage.shell.activateWindow()
        QTest.qWaitForWindowActive(stage.shell)
        stage.settle(0.05)
        yield Hands(stage)
