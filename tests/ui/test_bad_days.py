"""Days on which what was kept cannot be opened, and errors that nobody expected."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.scenes import Stage
from tests.ui.looking import words
from trainer import app, paths
from trainer import settings as settings_file
from trainer.errors import DamagedData, HeldElsewhere, KeepingError, ReadOnlyPlace, UpstanderError
from trainer.progress.store import Store
from trainer.settings import Settings
from trainer.ui import records
from trainer.ui.dialogs import ErrorSheet
from trainer.ui.errors_hook import ErrorsHook
from trainer.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Iterator

KEEP = Settings(keep=True, palette="light")


class Person:
    """Answers the sheets that come up, in order, by the words of a button."""

    def __init__(self, *answers: str) -> None:
        self.read: list[str] = []
        self._answers = list(answers)
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(20)

    def _look(self) -> None:
        sheet = QApplication.activeModalWidget()
        if not isinstance(sheet, QDialog) or not self._answers:
            return
        self.read.append(f"{sheet.windowTitle()} {words(sheet)}")
        answer = self._answers.pop(0)
        buttons = [one for one in sheet.findChildren(Button) if answer in one.words()]
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)

    def done(self) -> bool:
        self._timer.stop()
        return not self._answers


@pytest.fixture
def kept(qapp: QApplication) -> str:
    """A run that was kept, and a backup of it."""
    with Stage(KEEP) as stage:
        run = stage.play(stage.context.library.cards()[0].id, 1)
        stage.context.store.backup()
    return run


def damage() -> None:
    database = paths.database()
    database.write_bytes(b"\x00" * 100 + database.read_bytes()[100:][::-1])


def test_a_damaged_file_can_be_restored_from_a_backup(kept: str) -> None:
    damage()
    person = Person(", 1 run")
    opened = records.open_with_help(KEEP)
    assert person.done()
    assert "cannot be read" in person.read[0]
    assert "left as it is" in person.read[0]
    assert opened is not None
    assert [run.run for run in opened[0].runs()] == [kept]
    opened[0].close()


def test_after_damage_one_can_start_anew_and_the_old_file_stays(kept: str) -> None:
    damage()
    before = paths.database().read_bytes()
    person = Person("Start anew")
    opened = records.open_with_help(KEEP)
    assert person.done()
    assert opened is not None
    assert opened[0].runs() == []
    opened[0].close()
    files = [path for path in paths.profile().rglob("*") if path.is_file()]
    assert before in [path.read_bytes() for path in files]


def test_after_damage_one_can_look_around_without_keeping(kept: str) -> None:
    damage()
    before = paths.database().read_bytes()
    person = Person("Keep nothing this time")
    opened = records.open_with_help(KEEP)
    assert person.done()
    assert opened is not None
    store, keeps = opened
    assert not keeps
    store.close()
    assert paths.database().read_bytes() == before


def test_a_second_window_says_that_the_first_is_open(kept: str) -> None:
    with Store.open(paths.database()):
        person = Person("Close")
        assert records.open_with_help(KEEP) is None
    assert person.done()
    assert "already open" in person.read[0]


def test_where_nothing_can_be_written_one_may_try_again(qapp: QApplication, home: object) -> None:
    # A file where the folder should be; root writes into read-only folders, so this is surer.
    paths.home().mkdir(parents=True)
    paths.profiles().write_text("in the way", "utf-8")
    person = Person("Try again", "Keep nothing this time")
    opened = records.open_with_help(KEEP)
    assert person.done()
    assert opened is not None
    assert not opened[1]
    opened[0].close()


@pytest.mark.parametrize(
    ("raised", "offered"),
    [
        (HeldElsewhere("Held."), {"Close"}),
        (ReadOnlyPlace("Read only."), {"Close", "Try again", "Keep nothing this time"}),
        (DamagedData("Damaged."), {"Close", "Start anew", "Keep nothing this time"}),
    ],
)
def test_only_what_helps_is_offered(
    qapp: QApplication, home: object, raised: KeepingError, offered: set[str]
) -> None:
    from trainer.ui.bad_start import BadStartSheet

    sheet = BadStartSheet(raised)
    assert {one.words() for one in sheet.findChildren(Button)} == offered
    sheet.deleteLater()


def test_smoke_raises_instead_of_asking(kept: str) -> None:
    with Store.open(paths.database()), pytest.raises(HeldElsewhere):
        app.run(argparse.Namespace(smoke=True, home=None))


def test_smoke_paints_once_and_ends(
    qapp: QApplication, home: object, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_file.write(KEEP, paths.settings())
    assert app.run(argparse.Namespace(smoke=True, home=None)) == 0
    said = capsys.readouterr().out
    assert '"first_paint_ms": ' in said
    assert '"scenarios": ' in said


@pytest.fixture
def hook(stage: Stage) -> Iterator[ErrorsHook]:
    before = sys.excepthook
    made = ErrorsHook(stage.context)
    made.install()
    yield made
    sys.excepthook = before


def raised(error: BaseException) -> None:
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def sheets() -> list[ErrorSheet]:
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, ErrorSheet) and one.isVisible()
    ]


def test_a_bug_is_logged_here_and_told(
    stage: Stage, hook: ErrorsHook, capsys: pytest.CaptureFixture[str]
) -> None:
    raised(RuntimeError("the engine fell off"))
    assert len(sheets()) == 1
    assert "Something went wrong" in sheets()[0].windowTitle()
    assert "is safe" in words(sheets()[0])
    log = (paths.logs() / "errors.log").read_text("utf-8")
    assert "the engine fell off" in log
    assert "the engine fell off" in capsys.readouterr().err


def test_what_was_written_is_not_in_the_log(
    stage: Stage, hook: ErrorsHook, capsys: pytest.CaptureFixture[str]
) -> None:
    def kept(words: str) -> None:
        raise RuntimeError(f"the engine fell off after {len(words)} letters")

    try:
        kept("MARKER of my own")
    except RuntimeError as caught:
        hook.take(type(caught), caught, caught.__traceback__)
    log = (paths.logs() / "errors.log").read_text("utf-8")
    assert "the engine fell off after 16 letters" in log
    # The line of the program stands in it, but not what it was about.
    assert log.count("MARKER") == log.count('kept("MARKER of my own")')


def test_nothing_is_logged_where_nothing_is_kept(
    stage: Stage, hook: ErrorsHook, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.context.keeps = False
    raised(RuntimeError("the engine fell off"))
    assert len(sheets()) == 1
    assert not paths.logs().exists()


def test_an_error_for_a_person_is_told_as_it_is(stage: Stage, hook: ErrorsHook) -> None:
    raised(UpstanderError("It rains.", "You are dry.", "Wait a little.", details="5 mm"))
    assert sheets()[0].windowTitle() == "It rains."
    assert "You are dry. Wait a little." in words(sheets()[0])
    assert not paths.logs().exists()


def press(root: QWidget, text: str) -> None:
    button = next(one for one in root.findChildren(Button) if one.words() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_details_can_be_read_and_copied(stage: Stage) -> None:
    stage.context.tell(UpstanderError("It rains.", details="5 mm"))
    sheet = sheets()[0]
    press(sheet, "Copy details")
    assert "5 mm" in QGuiApplication.clipboard().text()
    press(sheet, "Show details")
    stage.settle(0.05)
    press(sheet, "Hide details")


def test_errors_while_one_is_told_do_not_bury_the_window(
    stage: Stage, hook: ErrorsHook, capsys: pytest.CaptureFixture[str]
) -> None:
    for _time in range(5):
        raised(RuntimeError("in painting"))
    assert len(sheets()) == 1


def test_the_log_does_not_grow_without_end(
    stage: Stage, hook: ErrorsHook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.ui.errors_hook.LARGEST", 2000)
    stage.context.keeps = True
    for _time in range(20):
        raised(RuntimeError("x" * 500))
    sizes = [path.stat().st_size for path in paths.logs().iterdir()]
    assert len(sizes) == 2
    assert sum(sizes) < 8000
