"""Settings: each one takes effect at once, and what is kept is in the person's hands."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.looking import sheet, words
from trainer import paths
from trainer import settings as settings_file
from trainer.progress.deletion.deletion import traces
from trainer.settings import Settings
from trainer.ui import theme
from trainer.ui.settings.folders import FoldersCard
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.fields import CheckBox, Dropdown

if TYPE_CHECKING:
    from tests.scenes import Stage

SMALL = Path(__file__).parent.parent / "data" / "scenarios" / "small-bus.yaml"


@pytest.fixture(autouse=True)
def settings_page(stage: Stage) -> None:
    stage.shell.open_page("settings")
    stage.settle(0.05)


def dropdown(stage: Stage, name: str) -> Dropdown:
    boxes = stage.shell.page().findChildren(Dropdown)
    return next(box for box in boxes if box.accessibleName() == name)


def pick(box: Dropdown, value: object) -> None:
    """Pick as a person does, with the arrows."""
    box.setFocus()
    for _step in range(box.count()):
        QTest.keyClick(box, Qt.Key.Key_Up)
    while box.value() != value:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() == before + 1


def press(root: QWidget, words: str, name: str = "") -> None:
    button = next(
        one
        for one in root.findChildren(Button)
        if one.words() == words and one.isVisible() and (not name or name in one.accessibleName())
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def play(stage: Stage) -> str:
    run = stage.play(stage.context.library.cards()[0].id, 1)
    stage.settle(0.05)
    return run


@pytest.mark.parametrize("palette", ["dark", "contrast-light", "contrast-dark", "light"])
def test_colours(stage: Stage, palette: str) -> None:
    pick(dropdown(stage, "Colours"), palette)
    assert theme.colours().name == palette
    assert stage.app.palette().window().color().name().upper() == theme.colours().paper
    assert settings_file.read(paths.settings()).palette == palette


def test_motion(stage: Stage) -> None:
    pick(dropdown(stage, "Motion"), "full")
    assert not theme.reduced_motion()
    pick(dropdown(stage, "Motion"), "reduced")
    assert theme.reduced_motion()


def test_text_size_by_list_and_by_steps(stage: Stage) -> None:
    pick(dropdown(stage, "Text size"), 150)
    assert theme.look().scale == 1.5
    stage.settle(0.05)
    press(stage.shell.page(), "Larger")
    assert theme.look().scale == 1.75
    press(stage.shell.page(), "Smaller")
    press(stage.shell.page(), "Smaller")
    assert theme.look().scale == 1.25
    stage.context.usual_size()
    assert dropdown(stage, "Text size").value() == 100


@pytest.mark.parametrize(
    ("start", "name"),
    [("Soften", "soften"), ("Timed", "timed"), ("Show the names", "show_d_names")],
)
def test_switches_of_practising(stage: Stage, start: str, name: str) -> None:
    boxes = stage.shell.page().findChildren(CheckBox)
    box = next(one for one in boxes if one.text().startswith(start))
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert getattr(stage.context.settings, name) is True
    assert getattr(settings_file.read(paths.settings()), name) is True
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert getattr(stage.context.settings, name) is False


def test_reading_aloud_is_offered_only_where_a_voice_is(stage: Stage) -> None:
    boxes = stage.shell.page().findChildren(CheckBox)
    box = next(one for one in boxes if one.text().startswith("Read"))
    assert box.isVisible() == stage.context.voice.available


def test_the_neutral_page(stage: Stage) -> None:
    pick(dropdown(stage, "The window turns into"), "shopping")
    stage.context.leave_quickly()
    assert stage.shell.windowTitle() == "Shopping list"


def test_where_data_lies_can_be_copied(stage: Stage) -> None:
    press(stage.shell.page(), "Copy the path")
    assert QGuiApplication.clipboard().text() == str(paths.home())


def test_a_folder_is_added_and_taken_out_and_brought_back(stage: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    shutil.copy(SMALL, folder)
    before = len(stage.context.library.cards())
    card = stage.shell.page().findChild(FoldersCard)
    assert card is not None
    card.add(folder)
    card.add(folder)
    assert stage.context.settings.folders == (str(folder),)
    assert len(stage.context.library.cards()) == before + 1
    stage.settle(0.05)
    press(stage.shell.page(), "Remove", str(folder))
    assert len(stage.context.settings.folders) == 0
    assert len(stage.context.library.cards()) == before
    assert (folder / SMALL.name).exists()
    stage.shell.undo()
    assert len(stage.context.library.cards()) == before + 1


def test_keeping_nothing_may_leave_what_there_is(stage: Stage) -> None:
    run = play(stage)
    press(stage.shell.page(), "Keep nothing from now on")
    assert "1 run." in words(sheet(QDialog))
    press(sheet(QDialog), "Keep nothing, leave the rest")
    stage.settle(0.05)
    assert not stage.context.keeps
    assert stage.context.store.runs() == []
    assert settings_file.read(paths.settings()).keep is False
    press(stage.shell.page(), "Keep what I do from now on")
    stage.settle(0.05)
    assert stage.context.keeps
    assert [kept.run for kept in stage.context.store.runs()] == [run]


def test_keeping_nothing_may_delete_what_there_is(stage: Stage) -> None:
    run = play(stage)
    stage.context.store.backup()
    press(stage.shell.page(), "Keep nothing from now on")
    press(sheet(QDialog), "Keep nothing, delete all")
    stage.settle(0.05)
    assert not stage.context.keeps
    assert traces(paths.home(), run) == []


def test_deleting_everything_says_what_goes_and_begins_anew(stage: Stage) -> None:
    run = play(stage)
    stage.context.store.backup()
    press(stage.shell.page(), "Delete everything")
    asked = sheet(QDialog)
    assert "1 run." in words(asked)
    assert "settings" in words(asked)
    focused = asked.focusWidget()
    assert isinstance(focused, Button)
    assert focused.words() == "Cancel"
    press(asked, "Delete everything")
    stage.settle(0.05)
    assert stage.shell.page().name == "first-start"
    assert traces(paths.home(), run) == []
    assert not paths.settings().exists()
    assert stage.context.settings.keep is None


def test_cancelling_deletes_nothing(stage: Stage) -> None:
    play(stage)
    press(stage.shell.page(), "Delete everything")
    press(sheet(QDialog), "Cancel")
    assert stage.context.store.run_count() == 1


def test_a_backup_is_restored(stage: Stage) -> None:
    first = play(stage)
    stage.context.store.backup()
    second = play(stage)
    stage.shell.open_page("settings", section="keeping")
    stage.settle(0.05)
    press(stage.shell.page(), "Restore")
    assert "becomes a backup itself" in words(sheet(QDialog))
    press(sheet(QDialog), "Restore")
    stage.settle(0.05)
    assert [kept.run for kept in stage.context.store.runs()] == [first]
    assert second not in [kept.run for kept in stage.context.store.unfinished()]
    assert len(stage.context.store.backups()) == 2


def test_licences_can_be_read(stage: Stage) -> None:
    press(stage.shell.page(), "Lucide (icons)")
    assert "ISC License" in words(sheet(QDialog))


@pytest.mark.parametrize("section", ["look", "practice", "keeping", "folders", "leaving", "about"])
def test_a_part_is_brought_into_view(stage: Stage, section: str) -> None:
    stage.shell.open_page("settings", section=section)
    stage.settle(0.05)
    page = stage.shell.page()
    focused = QApplication.focusWidget()
    assert page.scroller is not None
    assert focused is not None
    top = focused.mapTo(page, focused.rect().topLeft()).y()
    assert 0 <= top <= page.height()


def test_before_the_first_answer_nothing_is_written(stage: Stage) -> None:
    paths.settings().unlink()
    stage.context.settings = Settings()
    stage.context.change(text_size=125)
    assert not paths.settings().exists()
