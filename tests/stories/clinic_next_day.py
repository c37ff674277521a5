"""The next day: her scenario is in Practice, her group plays it, and she hands it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu

from tests.stories import clinic_words as words
from tests.stories.evening import scenes_until_the_end, shot
from tests.stories.thursday import Thursday
from tests.stories.typist import CTRL, Key, Typist
from tests.ui.sweep import called
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.workshop.home.page import WorkshopHomePage
from trainer.workshop import asking
from trainer.workshop.telling.room_view import What

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.clinic import Ana
    from tests.ui.practice.hands import Hands
    from tests.workshop.room import Clock

WAY = ("Is that a", "Would you like company", "Shall I write")


def find(ana: Typist, wish: str) -> None:
    """Look for something, and go there."""
    ana.key(Key.Key_K, CTRL)
    ana.hands.write(wish)
    ana.key(Key.Key_Return)


def practise(hands: Hands) -> str:
    """Play it as anybody would; give what is said at the end."""
    ana = Typist(hands, types=False)
    find(ana, words.TITLE)
    ana.shot("practice-her-story")
    ana.key(Key.Key_Return)
    left = list(WAY)
    for _decision in scenes_until_the_end(hands):
        wanted = left.pop(0)
        ana.shot(f"practice-{len(left)}")
        at = next(
            at for at, one in enumerate(hands.session.offered, 1) if one.words.startswith(wanted)
        )
        ana.key(Key(Key.Key_0 + at))
    ana.shot("practice-end")
    ana.key(Key.Key_Return)
    assert hands.shell.page().name == "debrief"
    ana.shot("practice-debrief")
    return hands.seen()


def choose_for_plan(hands: Hands) -> None:
    """Put it into a plan as its story, by keyboard."""
    ana = Typist(hands, types=False)
    find(ana, "workshop")
    page = hands.shell.page()
    assert isinstance(page, WorkshopHomePage)
    ana.shot("workshop-plans")
    ana.tab_to("Change it")
    ana.key(Key.Key_Return)
    ana.shot("workshop-change-it")
    ana.tab_to("Make my own copy")
    ana.key(Key.Key_Return)
    ana.until(lambda: isinstance(hands.shell.page(), AuthorPage))
    page = hands.shell.page()
    assert isinstance(page, AuthorPage)
    ana.shot("workshop-plan")
    while page.bench.path[:2] != ("segments", "story"):
        ana.key(Key.Key_Down)
    ana.shot("workshop-story")
    ana.key(Key.Key_Return)
    ana.tab_to("Story")
    ana.pick(words.TITLE)
    ana.shot("workshop-her-story")
    ana.key(Key.Key_S, CTRL)
    ana.until(lambda: page.keeping.chip.text() == "saved")
    assert page.bench.document is not None
    assert page.bench.document.data(("segments", "story", "scenario")) == "number-forty-one"


def lead(hands: Hands, clock: Clock) -> str:
    """Lead it: the room makes the first decision, by hands; give what most were for."""
    one = Thursday(hands, clock)
    find(Typist(hands, types=False), "workshop")
    page = hands.shell.page()
    assert isinstance(page, WorkshopHomePage)
    (card,) = (card for card in page.cards if card.is_own)
    one.click(card.ready)
    shot(hands, "workshop-ready")
    one.begin()
    one.walk_to("story")
    while one.on_the_wall() is not What.ASK:
        one.press(Key.Key_PageDown)
        one.wall(f"workshop-{one.on_the_wall().value}")
    question = asking.questions(one.workshop.making, one.state.seen)[0]
    one.count(1, 9)
    one.count(2, 4)
    while one.on_the_wall() is not What.RESULT:
        one.press(Key.Key_PageDown)
    one.wall("workshop-result")
    one.press(Key.Key_PageDown)
    (most,) = one.state.played[question.id]
    one.wall("workshop-what-it-did")
    one.end()
    return most


def hand_on(ana: Ana, path: Path) -> None:
    """Save it in another place, such as a stick, for somebody else to open."""
    with ana.doing("handing on"):
        find(ana, "write a scenario")
        while ana.hands.focus().accessibleDescription() != words.TITLE:
            ana.key(Key.Key_Tab)
        ana.key(Key.Key_Return)
        while called(ana.hands.focus()) != "More":
            ana.key(Key.Key_Tab)
        ana.key(Key.Key_Return)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        ana.shot("handing-on")
        at = next(one for one in menu.actions() if one.text().startswith("Save in another place"))
        while menu.activeAction() is not at:
            QTest.keyClick(menu, Key.Key_Down)
        QTimer.singleShot(200, lambda: _name_it(path))
        QTest.keyClick(menu, Key.Key_Return)
    ana.until(path.exists)


def _name_it(path: Path) -> None:
    """Write in the system's dialog where it goes."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, str(path))
    QTest.keyClick(field, Key.Key_Return)
