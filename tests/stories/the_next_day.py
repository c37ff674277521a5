"""The next day: Ana's story goes into other hands, and comes back with somebody's word for it.

She prints it in large letters for an elder of her circle, who does not use computers, and writes
down what comes back. She puts it into a plan and gives that away with all that belongs to it.
A colleague takes it in on another computer, plays it, and leads it before her own group.
"""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.stories import clinic_words as words
from tests.stories.clinic_next_day import _name_it, find
from tests.stories.typist import CTRL, Key, Typist
from tests.ui.sweep import called
from trainer.ui.authoring.giving.give_sheet import GiveSheet
from trainer.ui.authoring.giving.take_sheet import TakeSheet
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.practice.hands import Hands


class Hand(Typist):
    """Somebody's hands at a computer with Author."""

    @property
    def page(self) -> AuthorPage:
        page = self.hands.shell.page()
        assert isinstance(page, AuthorPage)
        return page

    def at_home(self) -> AuthorHomePage:
        """Go to the files of one's own, and wait until they show."""
        find(self, "write a scenario")
        page = self.hands.shell.page()
        assert isinstance(page, AuthorHomePage)
        self.until(lambda: not page.is_drawing)
        return page

    def choose(self, title: str, act: str) -> None:
        """Choose something from the menu of the card of a file."""
        self.at_home()
        while not self.hands.focus().accessibleDescription().endswith(title):
            self.key(Key.Key_Tab)
        while called(self.hands.focus()) != "More":
            self.key(Key.Key_Tab)
        self.key(Key.Key_Return)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        at = next(one for one in menu.actions() if one.text().startswith(act))
        while menu.activeAction() is not at:
            QTest.keyClick(menu, Key.Key_Down)
        QTest.keyClick(menu, Key.Key_Return)
        self.hands.settle()

    def answer(self, path: Path, press: Key = Key.Key_Return) -> None:
        """Press a key that opens the system's dialog, and name a file there."""
        QTimer.singleShot(200, lambda: _name_it(path))
        self.key(press)


def open_story(hand: Hand) -> None:
    """Go on writing on the story."""
    page = hand.at_home()
    card = next(one for one in page.files if one.name == words.TITLE)
    while hand.hands.focus() is not card.write:
        hand.key(Key.Key_Tab)
    hand.key(Key.Key_Return)
    hand.until(lambda: isinstance(hand.hands.shell.page(), AuthorPage))


def print_it(hand: Hand, place: Path) -> list[str]:
    """Print it in large letters; give the words of each page."""
    hand.key(Key.Key_P, CTRL)
    hand.shot("print")
    hand.pick("Large print")
    hand.tab_to("Save as PDF")
    hand.answer(place)
    hand.until(place.exists)
    hand.shot("printed")
    done = subprocess.run(["pdftotext", "-raw", str(place), "-"], capture_output=True, check=True)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


def follow(pages: list[str], choices: list[str]) -> list[str]:
    """Follow choices through the paper as a reader does, by page; give the scenes."""
    at, scene, seen = 1, "1", []
    for choice in choices:
        seen.append(scene)
        rest = " ".join(pages[at:])
        rest = rest[rest.index(f"{scene}. ") :]
        rest = rest[rest.index(choice) :]
        found = re.search(r"Goes on with (\d+), [^(]+ \(page (\d+)\)", rest)
        assert found is not None, (scene, choice)
        scene, at = found[1], int(found[2]) - 1
    return [*seen, scene]


def write_review_down(hand: Hand, mark: str) -> None:
    """Write down who has read it, with what stands on the paper."""
    hand.key(Key.Key_I, CTRL)
    hand.until(lambda: hand.page.about.review.give.isEnabled())
    hand.tab_to("Say that it was reviewed")
    hand.key(Key.Key_Return)
    hand.write("Elders Circle, Maple Street")
    hand.tab_to("What did they look at?")
    hand.write("All of it, on paper")
    hand.tab_to("Mark on the paper")
    hand.write(mark)
    hand.tab_to("They have said yes")
    hand.key(Key.Key_Space)
    hand.shot("review")
    hand.tab_to("Write it down")
    hand.key(Key.Key_Return)
    hand.shot("reviewed")
    hand.key(Key.Key_S, CTRL)
    hand.until(lambda: hand.page.keeping.chip.text() == "saved")


def give_plan(hand: Hand, title: str, place: Path) -> None:
    """Give the plan away with all that belongs to it."""
    hand.choose(title, "Give away a copy")
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, GiveSheet)
    hand.shot("give")
    hand.tab_to("Choose where it goes")
    hand.answer(place)
    hand.until(place.exists)
    hand.shot("given")


def take_in(hands: Hands, place: Path) -> None:
    """Take it in on another computer."""
    hand = Hand(hands, types=False)
    page = hand.at_home()
    hand.tab_to("Take in what somebody gave you")
    hand.answer(place)
    hand.until(lambda: isinstance(QApplication.activeModalWidget(), TakeSheet))
    hand.shot("take")
    hand.key(Key.Key_Return)
    hand.until(lambda: len(page.files) == 2)
    hand.until(lambda: any(one.playable for one in page.files))
    hand.shot("taken")
