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

from tests.stories import clinic, clinic_tries, clinic_words
from tests.stories.clinic import Ana, named
from tests.stories.evening import Evening
from tests.stories.typist import CTRL, Key
from tests.until import until
from trainer import paths
from trainer import settings as settings_file
from trainer.scenario.checking import check_file
from trainer.ui.authoring.home.page import AuthorHomePage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


pytestmark = pytest.mark.qt_log_ignore("plugin does not support", "OpenType support", extend=True)
TODAY = date(2026, 11, 30)
WORDS = 60
"""Words that are written before the power goes."""


@pytest.mark.soak
def test_an_evening_at_home_and_the_power_goes_once(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Only the long form needs what a workshop is led with.
    from tests.stories import clinic_next_day
    from tests.workshop.room import Clock
    from trainer.workshop import holding

    written, gone = until_the_power_goes()
    with Evening(settings_file.read(paths.settings())) as hands:
        ana = Ana(hands, types=False)
        take_back(ana)
        assert ana.is_on("What happens")  # Where she wrote, in a scene that was never saved.
        assert ana.page.bench.scene == named(clinic.LAST)
        lost = [gone - when for word, when in written.items() if f"word{word} " not in here(ana)]
        sys.stdout.write(f"{max(lost):.2f} s of writing were lost\n")
        # The second that is promised, and what a busy machine is late by.
        assert max(lost) < 1.5
        saved = ana.document.path.read_text()
        ana.write_scenes([clinic.LAST])
        assert set(ana.document.scenes()) == {named(scene) for scene in clinic_words.SCENES}
        assert set(clinic_tries.mend_all(ana)) == {
            "headline",
            "giveaway",
            "delegate-to-nobody",
            "recording-not-asked",
            "unseen-target",
        }
        play_it(ana)
        ana.rename(clinic.LAST, "She goes by herself")
        before, first, after = clinic_tries.undo_all_and_redo(ana)
        assert (first, before) == (saved, after)
        assert clinic_tries.shows_one_scene(ana)
        ana.save()
        assert ana.document.path.read_text() == ana.document.text
        sys.stdout.write(ana.told() + "\n")
        path = ana.document.path
    assert not check_file(path, TODAY).problems
    clock = Clock()
    monkeypatch.setattr(holding, "SystemClock", lambda: clock)
    with Evening(clinic.SETTINGS) as hands:
        assert clinic_words.VIEWS["At the door"] in clinic_next_day.practise(hands)
        clinic_next_day.choose_for_plan(hands)
        assert clinic_next_day.lead(hands, clock) == "ask-them"
        copy = tmp_path / "for-the-group.yaml"
        clinic_next_day.hand_on(Ana(hands, types=False), copy)
        assert copy.read_bytes() == path.read_bytes()


def until_the_power_goes() -> tuple[dict[int, float], float]:
    """Write, with the power going in mid-word; give the words, and when each and that was."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.stories.clinic"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "UPSTANDER_SHOTS": ""},
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    ) as run:
        assert run.stdout is not None
        written = {}
        for line in run.stdout:
            word, when = line.split()
            written[int(word)] = float(when)
            if len(written) == WORDS:
                break
        run.kill()
        return written, time.time()


def here(ana: Ana) -> str:
    """Give what stands in the last scene, with a blank behind the last word."""
    return f"{ana.document.data(('scenes', named(clinic.LAST), 'text'))} "


def take_back(ana: Ana) -> None:
    """The next evening: the file is the first on the page, and all that was written is offered."""
    with ana.doing("taking back"):
        ana.key(Key.Key_K, CTRL)
        ana.hands.write("write a scenario")
        ana.key(Key.Key_Return)
        page = ana.hands.shell.page()
        assert isinstance(page, AuthorHomePage)
        until(lambda: not page.is_drawing)  # She sees what she wrote before she presses Enter.
        ana.shot("next-evening")
        ana.key(Key.Key_Return)
        ana.shot("not-everything-was-saved")
        ana.key(Key.Key_Return)
        ana.shot("taken-back")


def play_it(ana: Ana) -> None:
    """To an end, from the middle, and everything."""
    ana.go_to(clinic_words.FIRST)
    way = clinic_tries.play(ana, ["Is that a", "Would you like company", "Shall I write"])
    assert way == ["at-first", "beside-her", "forty--one", "the-sheet", "at-the-door"]
    ana.go_to("The sheet")
    assert clinic_tries.play(ana, ["You have to"]) == ["the-sheet", "by-herself"]
    report = clinic_tries.try_everything(ana)
    assert report.whole
    assert not report.missing
    assert {name for name, _count in report.endings} == {"at-the-door", "by-herself"}


@pytest.mark.soak
@pytest.mark.parametrize("likes_map", [True, False])
def test_eight_scenes_are_written_undone_to_the_start_and_done_again(
    likes_map: bool, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ana, "likes_map", likes_map)
    with Evening(clinic.SETTINGS) as hands:
        ana = clinic.write_it(hands)
        new = ana.document.path.read_text()
        before, first, after = clinic_tries.undo_all_and_redo(ana)
        assert first == new
        assert before == after
        assert clinic_tries.shows_one_scene(ana)
        sys.stdout.write(ana.told() + "\n")


def test_a_short_evening_through_the_outline_alone(qapp: QApplication) -> None:
    with Evening(clinic.SETTINGS) as hands:
        ana = Ana(hands, types=False)
        ana.begin()
        ana.rename("Afterwards", "At the door")
        ana.go_to(clinic_words.FIRST)
        scene = clinic_words.SCENES[clinic_words.FIRST]
        ana.fill(clinic_words.FIRST, scene._replace(choices=scene.choices[:1], check=""))
        ana.go_to("Beside her")
        ana.write(clinic_words.SCENES["Beside her"].text)
        ana.lead_straight_on("At the door")
        ana.write_scenes(["At the door"])
        mended = clinic_tries.mend_all(ana, only="empty-text")
        assert mended == ["summary", "content_notes", "check"]
        before, first, after = clinic_tries.undo_all_and_redo(ana, most=6)
        assert clinic_words.SUMMARY in before
        assert clinic_words.SUMMARY not in first
        assert before == after
        ana.save()
        ana.go_to(clinic_words.FIRST)
        way = clinic_tries.play(ana, ["Is that a"])
        assert way == ["at-first", "beside-her", "at-the-door"]
        path = ana.document.path
    assert not [one for one in check_file(path, TODAY).problems if one.severity == "error"]
