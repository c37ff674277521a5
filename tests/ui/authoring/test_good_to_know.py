"""F1 answers what one asks who writes for the first time; what it names is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.help.sample import GOOD
from tests.scenes.authoring_scenes import author
from trainer import paths
from trainer.authoring import formats
from trainer.ui.authoring.frame.good_to_know import good_to_know
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.keys_help import KeysSheet
from trainer.ui.settings.sections import SECTIONS
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from tests.scenes import Stage

GIVEN = "Take in what somebody gave you …"


def said() -> str:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, KeysSheet)]
    sheet = next(one for one in found if one.isVisible())
    words = " ".join(one.text() for one in sheet.findChildren(Words))
    sheet.reject()
    return words.replace("\u200b", "")


def f1(stage: Stage) -> None:
    """Press it once the sheet before is gone, and the window in front again."""
    stage.shell.activateWindow()
    QTest.qWaitForWindowActive(stage.shell)
    stage.settle(0.05)
    QTest.keyClick(stage.shell.page(), Qt.Key.Key_F1)


def test_f1_says_where_the_file_is_and_names_only_what_is_there(stage: Stage) -> None:
    stage.shell.show()
    page = author(stage)
    assert page.bench.document is not None
    QTest.keyClick(page, Qt.Key.Key_F1)
    words = said()
    assert str(page.bench.document.path.parent) in words
    assert "Undo, whatever it was" in words
    named = {one for one in re.findall("“(.+?)”", words) if one.endswith("…")}
    assert len(named) == 5
    assert named - {GIVEN} <= {one[0] for one in page.bar.more.menu_acts}
    assert "Scenario folders" in words
    assert "Scenario folders" in {one.heading for one in SECTIONS}
    stage.shell.open_page("author-home")
    home = stage.shell.page()
    assert isinstance(home, AuthorHomePage)
    assert home.given.words() == GIVEN
    f1(stage)
    assert str(paths.own_scenarios()) in said()
    stage.shell.open_page("home")
    f1(stage)
    assert "Who can read it?" not in said()


def test_f1_of_a_help_list_says_where_that_is_shown(stage: Stage) -> None:
    file = paths.own_scenarios() / "help" / "ours.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(GOOD, encoding="utf-8")
    stage.shell.show()
    stage.shell.open_page("author", path=file)
    QTest.keyClick(stage.shell.page(), Qt.Key.Key_F1)
    words = said()
    assert "is in Get help, as it was last saved" in words
    for other in (
        "picked for a workshop",
        "Write no real names",
        "It is a draft",
        "wherever it is",
    ):
        assert other not in words
    for key in (
        "Map, outline",
        "Play from here",
        "Try it all out",
        "About this scenario",
        "choice",
    ):
        assert key not in words, key
    for key in ("Outline, text", "Write in it, in the list", "Undo, whatever it was"):
        assert key in words, key


def test_drills_and_pages_are_said_to_stand_where_they_do() -> None:
    for of_format in (formats.DRILLS, formats.PAGE):
        answers = dict(good_to_know(paths.own_scenarios(), of_format))
        where = answers["How do I show it to my group?"]
        assert "in Learn, " in where
        assert "Practice" not in where
