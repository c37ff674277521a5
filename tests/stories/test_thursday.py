"""Thursday, 60 people, with a mirrored projector and with one of its own: see ``thursday.py``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.stories import thursday
from tests.ui.workshop.test_screens import SCREENS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_the_workshop_runs_to_its_end_with_one_screen(qapp: QApplication) -> None:
    thursday.lead()


@pytest.mark.soak
def test_and_with_a_projector_of_its_own(tmp_path: Path) -> None:
    config = tmp_path / "screens.json"
    config.write_text(json.dumps(SCREENS))
    run = subprocess.run(
        [sys.executable, "-m", "tests.stories.thursday"],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "UPSTANDER_HOME": str(tmp_path / "home"),
        },
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
