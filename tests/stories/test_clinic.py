"""What happened at a clinic becomes a scenario, by keyboard alone: see ``clinic.py``."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog

from tests.stories import clinic
from tests.stories import clinic_words as words
from tests.stories.evening import Evening
from tests.stories.typist import Key
from trainer import paths
from trainer.scenario.checking import check_file

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.soak
def test_eight_scenes_are_written_by_keyboard_through_the_outline(qapp: QApplication) -> None:
    with Evening(clinic.SETTINGS) as hands:
        ana = clinic.write_it(hands)
        ana.save()
        document = ana.document
        assert set(document.scenes()) == {clinic.named(scene) for scene in words.SCENES}
        assert document.path.read_text() == document.text
        sys.stdout.write(ana.told())
    found = check_file(document.path, date(2026, 11, 30)).problems
    assert {one.code for one in found} == {"giveaway", "recording-not-asked"}


@pytest.mark.soak
def test_the_power_goes_and_the_next_day_all_but_the_last_second_is_there(
    qapp: QApplication,
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.stories.clinic"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    ) as run:
        assert run.stdout is not None
        written = []
        for line in run.stdout:
            written.append((int(line.split()[0]), float(line.split()[1])))
            if written[-1][0] == 60:
                break
        run.kill()
        gone = time.time()
    kept = [word for word, when in written if when < gone - 1.5]
    assert kept
    (file,) = paths.own_scenarios().glob("*/*.yaml")
    with Evening(clinic.SETTINGS) as hands:
        hands.open("author", path=file)
        ana = clinic.Ana(hands, types=False)
        ana.shot("next-day")
        for sheet in hands.shell.findChildren(QDialog):
            if sheet.isVisible():
                ana.key(Key.Key_Return)
        ana.shot("all-there")
        assert f"word{kept[-1]}" in ana.document.text
