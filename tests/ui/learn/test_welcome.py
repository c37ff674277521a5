"""The pages after the first question: read or skipped by keyboard, once, and left quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from tests.scenes import Stage
from tests.ui.learn.reader import Reader
from tests.ui.practice.hands import Key
from trainer import paths
from trainer import settings as settings_file
from trainer.scenario.libraries.beginning import FIRST
from trainer.settings import Settings
from trainer.ui.first_start import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def newcomer(qapp: QApplication) -> Iterator[Reader]:
    """Somebody who has never answered, before the question."""
    with Stage(Settings(motion="reduced", palette="light")) as stage:
        paths.settings().unlink()
        stage.program.show()
        stage.shell.activateWindow()
        QTest.qWaitForWindowActive(stage.shell)
        stage.settle(0.05)
        yield Reader(stage)


def kept() -> Settings:
    return settings_file.read(paths.settings())


def answer(newcomer: Reader) -> None:
    """Tab to the first answer, and give it."""
    newcomer.press(Key.Key_Tab)
    while not isinstance(newcomer.focus(), Answer):
        newcomer.press(Key.Key_Tab)
    newcomer.press(Key.Key_Return)


def test_by_enter_alone_to_the_beginning_of_a_first_scenario(newcomer: Reader) -> None:
    answer(newcomer)
    for place, heading in (("1 of 3", "What this is"), ("2 of 3", "Five ways to help")):
        assert place in newcomer.seen()
        assert newcomer.at() == heading
        assert kept().welcome
        newcomer.press(Key.Key_Return)
    assert newcomer.at() == "Practice, and stop any time"
    assert "3 of 3" in newcomer.seen()
    assert newcomer.button("Begin a first scenario").isVisible()
    newcomer.press(Key.Key_Return)
    assert newcomer.practice.title() == newcomer.context.library.load(FIRST).title
    assert newcomer.context.store.run_count() == 0
    assert not kept().welcome


def test_backspace_turns_back(newcomer: Reader) -> None:
    answer(newcomer)
    newcomer.press(Key.Key_Backspace)
    assert newcomer.at() == "What this is"
    newcomer.press(Key.Key_Return, Key.Key_Backspace)
    assert newcomer.at() == "What this is"
    assert newcomer.context.settings.welcome


@pytest.mark.parametrize("turns", [0, 1, 2])
def test_each_page_can_be_skipped_by_keyboard(newcomer: Reader, turns: int) -> None:
    answer(newcomer)
    for _turn in range(turns):
        newcomer.press(Key.Key_Return)
    words = "Look around first" if turns == 2 else "Skip"
    stops = 0
    while newcomer.focus() is not newcomer.button(words):
        newcomer.press(Key.Key_Tab)
        stops += 1
        assert stops < 12
    newcomer.press(Key.Key_Return)
    assert newcomer.shell.page().name == "home"
    assert not kept().welcome


def test_what_is_said_has_its_source(newcomer: Reader) -> None:
    answer(newcomer)
    newcomer.press(Key.Key_Return)
    assert newcomer.button("Source: Right To Be, key takeaways on the five D’s").isVisible()


def test_escape_twice_still_leaves_quickly(newcomer: Reader) -> None:
    answer(newcomer)
    newcomer.press(Key.Key_Return, Key.Key_Escape)
    newcomer.press(Key.Key_Escape)
    assert newcomer.shell.is_left()
    newcomer.shell.come_back()
    assert "2 of 3" in newcomer.seen()


def test_whoever_was_interrupted_finds_them_again_and_nobody_else(qapp: QApplication) -> None:
    settings = Settings(keep=True, welcome=True)
    with Stage(settings) as stage:
        stage.program.show()
        assert stage.shell.page().name == "welcome"
        reader = Reader(stage)
        reader.settle()
        reader.button("Skip").click()
        assert stage.shell.page().name == "home"
        again = kept()
    for seen in (again, Settings(keep=True), Settings(keep=False)):
        with Stage(seen) as stage:
            stage.program.show()
            assert stage.shell.page().name == "home"


def test_without_the_file_of_the_pages_the_library_opens(
    newcomer: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "built_in_pages", lambda: tmp_path / "nothing")
    answer(newcomer)
    newcomer.stage.settle(0.05)
    assert newcomer.shell.page().name == "home"
    assert not kept().welcome


def test_an_organisation_has_its_own_pages_in_their_place(
    newcomer: Reader, own_folder: Path
) -> None:
    (own_folder / "first.yaml").write_text(
        "format: page/1\nid: first-start\ntitle: Hello from our house\nsummary: Hello.\n"
        "language: en\norder: 1\nstatus: draft\nauthors: [Our house]\nlicence: CC-BY-4.0\n"
        "sections:\n  - {id: one, heading: Only this, ours: true, text: Come in.}\n",
        "utf-8",
    )
    answer(newcomer)
    assert newcomer.welcome.title() == "Hello from our house"
    assert "1 of 1" in newcomer.seen()
    assert newcomer.button("Begin a first scenario").isVisible()
