"""An evening at home, and the next day: what happened at a clinic becomes a scenario.

Ana is a volunteer at a clinic. Something happened in the waiting room, and her group shall talk
about it. She has never written a line of code. She begins with a template, writes eight scenes,
loses power once, and goes on the next day. She uses the keyboard
alone, and the outline alone: never the map, never the text of the file.

``python -m tests.stories.clinic`` writes until it is killed, in the home that it is given.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.stories.evening import Evening, shot
from tests.ui.sweep import called
from trainer.settings import Settings
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.ui.practice.hands import Hands
    from trainer.authoring.document import Document

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SETTINGS = Settings(keep=True, motion="reduced", palette="light", text_size=100)
TITLE = "Number forty-one"


class Scene(NamedTuple):
    """What Ana writes in a scene: its text, and what is said in its lines, in turn."""

    text: str
    lines: tuple[str, ...] = ()


WRITTEN = {
    "notice": Scene(
        "You sit in the waiting room of the clinic. Ms. Tran has number forty-one and a wrist in a"
        " bandage. She tunes pianos, and it is her right hand. A man with a folded paper stands"
        " between her and the window.",
        ("You people always find a way to the front.", "I have forty-one. It is on the board."),
    ),
    "beside-them": Scene(
        "You move to the chair beside her. The man looks at his paper, and then at you.",
        ("Is forty-one soon? I cannot see the board from here.",),
    ),
    "somebody-comes": Scene(
        "Lena comes from behind the window. She did not hear what he said. She asks what is going"
        " on, and she asks Ms. Tran first.",
        ("Ms. Tran, is everything all right here?",),
    ),
    "together": Scene(
        "Her number comes up. She gets up, and waits for a moment, so that you can walk along.",
        ("It is not the wrist that I will tell my sister about. It is that you moved your chair.",),
    ),
    "left-alone": Scene(
        "It is quiet again. The chair beside her stays empty until her number comes up.",
        ("Nobody asked. I would have said that I was all right. I would have liked to be asked.",),
    ),
}
"""What is written over in the template."""

ADDED = {
    "on-the-way-home": "The piano in the hall of the music school has to wait for three weeks.",
    "at-the-door": "She holds the door with her left hand. You hold it for her with both of yours.",
    "her-number-comes-up": "Forty-one, says the board. The man has forty-four. He sits down.",
}
VIEW = "I told my sister about the chair. I did not tell her about the man."
"""Scenes that the template does not have, the last one first: each leads to the one before."""


class Ana:
    """Her hands, and what she sees."""

    def __init__(self, hands: Hands, *, types: bool) -> None:
        self.hands = hands
        self.types = types
        """Whether she types every letter, or has written it elsewhere and pastes it."""

    # Hands

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.hands.focus(), key, held)
        self.hands.settle()

    def write(self, text: str) -> None:
        """Write over what stands where the keyboard is."""
        self.key(Key.Key_A, CTRL)
        if self.types:
            self.hands.write(text)
        else:
            QGuiApplication.clipboard().setText(text)
            self.key(Key.Key_V, CTRL)

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until a control of that name has the keyboard."""
        for _stop in range(80):
            here = self.hands.focus()
            if called(here).startswith(name) or here.accessibleName().startswith(name):
                return here
            self.key(Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}")

    def pick(self, words: str) -> None:
        """Open the list that has the keyboard, and pick from it."""
        box = self.hands.focus()
        assert isinstance(box, QComboBox)
        wanted = next(at for at in range(box.count()) if box.itemText(at).startswith(words))
        if wanted == box.currentIndex():
            return
        box.showPopup()
        self.hands.settle()
        view = box.view()
        for _step in range(abs(wanted - box.currentIndex())):
            QTest.keyClick(view, Key.Key_Down if wanted > box.currentIndex() else Key.Key_Up)
        QTest.keyClick(view, Key.Key_Return)
        self.hands.settle()

    def until(self, so: Callable[[], object], seconds: float = 10) -> None:
        end = time.monotonic() + seconds
        while not so():
            assert time.monotonic() < end, "it never came"
            self.hands.stage.settle(0.01)

    # What she sees

    @property
    def page(self) -> AuthorPage:
        page = self.hands.shell.page()
        assert isinstance(page, AuthorPage)
        return page

    @property
    def document(self) -> Document:
        assert self.page.bench.document is not None
        return self.page.bench.document

    def shot(self, name: str) -> None:
        self.hands.stage.settle(0.02)
        shot(self.hands, name)

    # The evening

    def begin(self) -> None:
        """From Ctrl K to the first scene."""
        self.key(Key.Key_K, CTRL)
        self.hands.write("write a scenario")
        self.key(Key.Key_Return)
        assert isinstance(self.hands.shell.page(), AuthorHomePage)
        self.shot("first-page")
        self.tab_to("Two steps")
        self.key(Key.Key_Return)
        self.hands.write(TITLE)
        self.tab_to("Where does it happen?")
        self.pick("Health care")
        for name, said in (
            ("Who is targeted?", "Ms. Tran"),
            ("Who harms?", "The man with the folded paper"),
            ("Who writes it?", "Ana"),
        ):
            self.tab_to(name)
            self.hands.write(said)
        self.shot("about-it")
        self.key(Key.Key_Return)
        assert called(self.hands.focus()) == "Narration"
        self.shot("begun")

    def go_to(self, scene: str) -> None:
        """Find a scene in the outline, and go to write in it."""
        self.key(Key.Key_2, CTRL)
        self.key(Key.Key_F, CTRL)
        self.write(scene)
        self.key(Key.Key_Return)
        assert self.page.bench.scene == scene
        self.key(Key.Key_Return)
        assert called(self.hands.focus()) == "Narration"

    def fill(self, name: str) -> None:
        """Write over a scene of the template."""
        scene = WRITTEN[name]
        self.go_to(name)
        self.write(scene.text)
        for at, said in enumerate(scene.lines, start=1):
            self.tab_to(f"Line {at}: what is said")
            self.write(said)

    def add(self) -> None:
        """Add three scenes that lead on from one to the next, and have the first one come."""
        leads_to = ""
        for name, text in ADDED.items():
            self.key(Key.Key_2, CTRL)
            self.key(Key.Key_N, CTRL)
            self.hands.write(name)
            self.key(Key.Key_Return)
            self.go_to(name)
            self.write(text)
            if leads_to:
                self.lead_on(leads_to)
            else:
                self.tab_to("How it goes on")
                self.pick("the story ends here")
                self.tab_to("How the person who is targeted sees it")
                self.write(VIEW)
                self.tab_to("What is left for the person who is targeted")
                self.pick("Supported")
            leads_to = name
            self.shot(f"added-{name}")
        self.go_to("together")
        self.lead_on(leads_to)
        self.shot("led-on")

    def lead_on(self, to: str) -> None:
        """Have this scene go straight on to another."""
        self.tab_to("How it goes on")
        self.pick("straight on")
        self.tab_to("Goes on to")
        self.write(to)
        self.key(Key.Key_Return)

    def save(self) -> None:
        """Ctrl S, and the chip says so."""
        self.key(Key.Key_S, CTRL)
        self.until(lambda: self.page.keeping.chip.text() == "saved")


def write_it(hands: Hands, *, types: bool = False) -> Ana:
    """Write all eight scenes."""
    ana = Ana(hands, types=types)
    ana.begin()
    for name in WRITTEN:
        ana.fill(name)
        ana.shot(f"wrote-{name}")
    ana.add()
    ana.save()
    return ana


def until_killed() -> None:
    """Write all of it, and then on and on, a word at a time, until the power goes."""
    with Evening(SETTINGS) as hands:
        ana = write_it(hands, types=True)
        ana.go_to("left-alone")
        for word in range(100_000):
            hands.write(f" word{word}")
            sys.stdout.write(f"{word} {time.time()}\n")
            sys.stdout.flush()
            hands.stage.settle(0.05)


if __name__ == "__main__":
    until_killed()
