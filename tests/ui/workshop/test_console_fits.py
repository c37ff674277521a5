"""The console in the looks that tell: names, Tab, nothing cut, every word translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screenshots import Look
from tests.ui import sweep
from tests.ui.showing import showing
from trainer.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_SMALL = Look("small-200", Settings(keep=True, text_size=200, motion="reduced"), (800, 600))
_LOOKS = {
    "usual": Look("usual", Settings(keep=True, motion="reduced")),
    "1024": Look("1024", Settings(keep=True, motion="reduced"), (1024, 700)),
    "small-200": _SMALL,
}
_TELLING = (
    ("console-vote", "usual"),
    ("console-pause-late", "1024"),
    ("console-vote", "small-200"),
    ("console-questions", "small-200"),
    ("console-room", "1024"),
)


@pytest.mark.parametrize(("scene", "look"), _TELLING)
def test_the_console_fits(qapp: QApplication, scene: str, look: str) -> None:
    with showing(scene, _LOOKS[look].settings, _LOOKS[look].size) as stage:
        assert sweep.all_of_it(stage) == []
