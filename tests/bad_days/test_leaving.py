"""The window is closed, the terminal says Ctrl+C, the system asks to end: everything is kept."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.bad_days import days
from tests.ui.practice.hands import Hands, Key
from trainer import paths
from trainer.authoring.keeping import aside, holding
from trainer.practice.snapshot import Phase
from trainer.progress.store import Store
from trainer.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

WORDS = "Mrs. Lin, would you like to"


@pytest.fixture(autouse=True)
def own(home: Path) -> Path:
    return days.own_scenario()


def write_half(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_6)
    hands.write(WORDS)


def test_in_the_middle_of_own_words(qapp: QApplication) -> None:
    with days.window() as hands:
        write_half(hands)
    with days.window() as hands:
        hands.button("Continue").click()
        hands.settle()
        assert hands.practice._stage.is_writing
        assert hands.practice._stage.own_words._box.text() == WORDS
        hands.write(" sit with me?")
        hands.press(Key.Key_Return, ctrl=True)
        hands.press(Key.Key_Return, ctrl=True)
        assert hands.phase is Phase.FEEDBACK
        assert hands.session.last is not None
        assert hands.session.last.words.strip().endswith("sit with me?")


def test_own_words_are_left_for_the_library_and_taken_up_again(qapp: QApplication) -> None:
    with days.window() as hands:
        write_half(hands)
        hands.open("home")
        hands.button("Continue").click()
        hands.settle()
        assert hands.practice._stage.own_words._box.text() == WORDS


def test_own_words_while_nothing_is_kept_leave_no_trace(qapp: QApplication, home: Path) -> None:
    with days.window(Settings(keep=False, motion="reduced")) as hands:
        write_half(hands)
        hands.open("home")
    found = [file for file in home.rglob("*") if file.is_file()]
    assert not [file for file in found if WORDS.encode() in file.read_bytes()]
    assert not paths.database().exists()


def test_in_the_middle_of_a_note(qapp: QApplication) -> None:
    with days.window() as hands:
        hands.play_to_the_end()
        run = hands.session.run_id
        hands.press(Key.Key_Return)
        next(iter(hands.debrief.reflection._boxes.values())).setFocus()
        hands.write("I froze, and")
    with Store.open(paths.database()) as store:
        assert list(store.run(run).notes.values()) == ["I froze, and"]


def test_before_the_first_question_is_answered(qapp: QApplication, home: Path) -> None:
    with days.window(Settings()) as hands:
        assert hands.shell.page().name == "first-start"
    assert not paths.database().exists()
    with days.window(Settings()) as hands:
        assert hands.shell.page().name == "first-start"


@pytest.mark.parametrize("page", ["home", "progress", "settings", "debrief", "practice"])
def test_on_any_page_with_a_sheet_open(qapp: QApplication, page: str) -> None:
    with days.window() as hands:
        hands.play_to_the_end()
        run = hands.session.run_id
        what = {"debrief": {"run": run}, "practice": {"run": run}}.get(page, {})
        hands.open(page, **what)
        hands.shell.open_search()
        hands.settle()
        hands.shell.close()
        hands.settle()
        assert not hands.shell.isVisible()
    with Store.open(paths.database()) as store:
        assert store.place(run).phase is Phase.ENDED


STARTS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.bad_days import driver
from trainer.__main__ import main

driver.when_shown(driver.%s)
sys.exit(main([]))
"""


def start(what: str, home: Path) -> subprocess.Popen[str]:
    """The real program in a process of its own, driven up to a point where it says "there"."""
    code = STARTS % what
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=days.ROOT,
        env=days.environment({"PYTHONPATH": str(days.ROOT), "UPSTANDER_HOME": str(home)}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@days.posix
@pytest.mark.parametrize(
    ("what", "asked"),
    [
        ("own_words", "SIGINT"),
        ("own_words", "SIGTERM"),
        ("saving", "SIGTERM"),
        pytest.param("own_words", "SIGHUP", marks=pytest.mark.soak),
        pytest.param("note", "SIGTERM", marks=pytest.mark.soak),
    ],
)
def test_the_process_is_asked_to_end(home: Path, what: str, asked: str) -> None:
    """In the middle of own words, of a note, and of a dialog that asks where to save."""
    paths.settings().write_text(json.dumps({"keep": True, "motion": "reduced"}))
    child = start(what, home)
    assert child.stdout is not None
    there = child.stdout.readline()
    if not there:
        raise AssertionError(child.communicate(timeout=30)[1])
    run = there.split()[1]
    number = getattr(signal, asked)
    child.send_signal(number)
    said = child.communicate(timeout=30)[1].splitlines()
    # The platform without a screen says what it cannot do; that is not ours.
    ours = [line for line in said if not line.startswith("This plugin does not support")]
    assert (child.returncode, ours) == (128 + number, [])
    assert not (os.path.exists(home / "logs"))
    with Store.open(paths.database()) as store:
        draft = store.place(run).draft
        notes = list(store.run(run).notes.values())
    if what == "own_words":
        assert draft is not None
        assert draft.words == WORDS
    if what == "note":
        assert notes == ["I froze, and"]
    assert json.loads(paths.settings().read_text())["window"]


@days.posix
@pytest.mark.soak
def test_the_system_ends_the_editor_in_the_middle_of_writing(home: Path) -> None:
    """Logging out, shutting down: what was written is there again, though a sheet is open."""
    paths.settings().parent.mkdir(parents=True, exist_ok=True)
    paths.settings().write_text(json.dumps({"keep": True, "motion": "reduced"}))
    path = days.own_scenario()
    before = path.read_bytes()
    child = start("author_writing", home)
    assert child.stdout is not None
    there = child.stdout.readline()
    if not there:
        raise AssertionError(child.communicate(timeout=30)[1])
    child.send_signal(signal.SIGTERM)
    child.communicate(timeout=30)
    assert child.returncode == 128 + signal.SIGTERM
    assert path.read_bytes() == before
    unsaved = aside.find(path)
    assert unsaved is not None
    assert "The power goes" in unsaved.text
    assert unsaved.left
    assert not holding.place(path).exists()


@days.posix
def test_ctrl_c_in_the_terminal_while_playing_there(home: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, str(days.ROOT / "main.py"), "play", "small-bus", "--record"],
        env=days.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write("\n\n\n1\n")
    child.stdin.flush()
    while "You gave her your attention" not in (line := child.stdout.readline()):
        assert line
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=30)
    assert (child.returncode, err) == (0, "")
    assert "Your place is kept." in out
    with Store.open(paths.database()) as store:
        assert store.place(store.runs()[0].run).phase is Phase.FEEDBACK


def test_leaving_quickly_and_closing_keeps_everything(qapp: QApplication) -> None:
    with days.window() as hands:
        write_half(hands)
        run = hands.session.run_id
        QTest.keyClick(hands.focus(), Qt.Key.Key_Escape)
        QTest.keyClick(hands.focus(), Qt.Key.Key_Escape)
        hands.settle()
        assert hands.shell.is_left()
    with Store.open(paths.database()) as store:
        draft = store.place(run).draft
        assert draft is not None
        assert draft.words == WORDS
