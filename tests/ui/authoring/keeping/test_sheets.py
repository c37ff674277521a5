"""The sheets of keeping: names, Tab order, nothing cut, also with long words in a small window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scenes import Stage, all_scenes
from tests.ui import sweep
from trainer.language import PSEUDO
from trainer.settings import Settings

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
