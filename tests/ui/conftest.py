from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from tests.scenes import Stage
from trainer.settings import Settings
from trainer.ui import theme
from trainer.ui.dress import dress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def usual_size(qapp: QApplication) -> None:
    """The size of the text belongs to the program: no test leaves its own to the next."""
    if theme.look().scale != 1:
        dress(qapp, Settings())


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    """The real window on its first page, active, over a home of its own."""
    with Stage(Settings(keep=True, motion="reduced", palette="light")) as made:
        made.shell.show()
        made.shell.open_page("home")
        made.shell.activateWindow()
        QTest.qWaitForWindowActive(made.shell)
        made.settle(0.05)
        yield made
