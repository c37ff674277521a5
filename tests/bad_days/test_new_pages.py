"""More than anybody types, names that are none, and what a page does with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from tests.bad_days import days
from tests.ui import sweep
from tests.ui.practice.hands import Key
from trainer.progress import profiles
from trainer.progress.papers.papers import Papers
from trainer.settings import Settings
from trainer.ui.drills.page import DrillsPage
from trainer.ui.widgets.fields import PlainEdit
from trainer.ui.widgets.story import StoryText

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.practice.hands import Hands

NAMES = ("a" * 60, "漢" * 60, "<b>bold</b>", "../../etc/passwd", "%(n)s {0}", "\u202eevil", "x\ny")


def writing(hands: Hands) -> PlainEdit:
    """Stand in the first box to write in."""
    box = hands.shell.page().findChild(PlainEdit)
    assert isinstance(box, PlainEdit)
    box.setFocus()
    return box


def paste(hands: Hands, text: str) -> None:
    box = QApplication.focusWidget()
    assert isinstance(box, PlainEdit)
    QApplication.clipboard().setText(text)
    box.paste()
    hands.settle()


def test_a_million_letters_are_answered_and_kept(qapp: QApplication, home: Path) -> None:
    """Laid out as a whole they would stop the window for a quarter of a minute."""
    days.own_scenario()
    words = "Help me, please. " * 60_000
    with days.window() as hands:
        hands.open("drills")
        hands.press(Key.Key_Return, Key.Key_Return)
        page = hands.shell.page()
        assert isinstance(page, DrillsPage)
        writing(hands)
        paste(hands, words)
        hands.press(Key.Key_Return, ctrl=True)
        shown = [one.words() for one in page.findChildren(StoryText) if one.isVisible()]
        assert any("Help me, please." in one for one in shown)
        assert max(map(len, shown)) < 6_000
        hands.press(Key.Key_Return, ctrl=True)
        hands.open("home")
        with hands.context.store.reading() as connection:
            kept = [row[0] for row in connection.execute("SELECT words FROM answer")]
    # A line of a million letters has been given ends; a difference would be no help in a report.
    is_kept = [one.split() for one in kept] == [words.split()]
    assert is_kept


def test_a_word_without_an_end_is_pasted_and_kept(qapp: QApplication, home: Path) -> None:
    """Qt needs a minute for a million letters without a blank, and as long at each key after."""
    days.own_scenario()
    with days.window() as hands:
        hands.open("safety-plan")
        box = writing(hands)
        paste(hands, "x" * 250_000)
        assert max(map(len, box.toPlainText().split("\n"))) <= 20_000
        hands.open("home")
        (plan,) = Papers(hands.context.store).shelf().papers
        (text,) = plan.content.texts.values()
        assert text.replace("\n", "") == "x" * 250_000
        box.selectAll()
        box.insertFromMimeData(QMimeData())
        assert box.toPlainText()


def test_names_of_any_kind_fit_at_the_largest_type(qapp: QApplication, home: Path) -> None:
    for name in NAMES:
        profiles.add(name)
    days.own_scenario()
    settings = Settings(keep=True, motion="reduced", text_size=200)
    with days.window(settings, (800, 600)) as hands:
        hands.open("who")
        assert sweep.cut(hands.shell) == []
        assert "<b>bold</b>" in hands.seen().replace("\u200b", "")
        assert "\u202e" not in hands.seen()
