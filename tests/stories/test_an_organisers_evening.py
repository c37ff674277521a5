"""An organiser's evening before a workshop, by keyboard in a real window.

She looks through five scenarios and plays each in two ways, to know what people will meet,
and prints two drills for them. She reads what help there is for her own neighbourhood, who
walks along with somebody and speaks Chinese, prints it for the notice board, and goes on where
she was. With UPSTANDER_SHOTS each step is a picture.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.stories.evening import Evening, scenes_until_the_end, shot
from tests.ui.practice.hands import Key
from trainer.drills import wording
from trainer.method import ds
from trainer.scenario.model import Kind
from trainer.scenario.texts.markup import plain
from trainer.settings import Settings
from trainer.ui.drills.page import DrillsPage
from trainer.ui.drills.print_sheet import PrintSheet
from trainer.ui.help.page import HelpPage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from tests.ui.practice.hands import Hands
    from trainer.drills.model import Drill

SETTINGS = Settings(keep=True, motion="reduced", palette="light")
AMBASSADORS = "San Francisco Community Ambassadors Program"


def find(hands: Hands, words: str) -> None:
    hands.press(Key.Key_K, ctrl=True)
    hands.write(words)
    hands.press(Key.Key_Return)


def play(hands: Hands, *, last: bool) -> tuple[str, ...]:
    """Play to the end, taking the first choice each time, or the last one; give the choices."""
    for _decision in scenes_until_the_end(hands):
        numbers = [
            number
            for number, choice in enumerate(hands.session.offered, 1)
            if choice.kind is not Kind.OWN_WORDS
        ]
        hands.press(Key(Key.Key_0.value + numbers[-1 if last else 0]))
    return tuple(one.choice.id for one in hands.session.decisions if one.choice is not None)


def two_ways(hands: Hands, title: str) -> None:
    """Play a scenario to its debrief, and then once more in another way."""
    find(hands, title)
    assert hands.shell.page().title() == title
    hands.press(Key.Key_Return)
    ways = []
    for last in (False, True):
        if last:
            hands.open("practice", scenario=hands.session.scenario.id, again=True)
            hands.press(Key.Key_Return)
        ways.append(play(hands, last=last))
        hands.press(Key.Key_Return)
        assert hands.shell.page().name == "debrief"
        shot(hands, f"{title.casefold().replace(' ', '-')}-{len(ways)}")
        hands.context.go_back()
        hands.settle()
    assert ways[0] != ways[1]


def tick(hands: Hands) -> None:
    """Tick the card in view, and go back to where it is read."""
    QTest.keyClick(hands.focus(), Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Key.Key_Space, Key.Key_Tab)


def print_two_drills(hands: Hands, path: Path) -> list[Drill]:
    """Look at the first file, tick its second and its third line, save them as PDF."""
    find(hands, "reply drills")
    page = hands.shell.page()
    assert isinstance(page, DrillsPage)
    deck = page.files.rows()[0].deck
    shot(hands, "drills")
    hands.press(Key.Key_Return)
    assert plain(deck.content_notes[0]) in hands.seen()
    shot(hands, "content-notes")
    hands.press(Key.Key_Return, Key.Key_Right)
    tick(hands)
    hands.press(Key.Key_Return)
    shot(hands, "replies")
    hands.press(Key.Key_Return)
    tick(hands)
    hands.press(Key.Key_P, ctrl=True)
    sheet = hands.sheet()
    assert isinstance(sheet, PrintSheet)
    shot(hands, "print")
    sheet.ask = lambda parent, title, suggested, filters: _here(path, parent)
    hands.button("Save as PDF …", sheet).setFocus()
    hands.press(Key.Key_Return)
    return list(deck.drills.values())[1:3]


def _here(path: Path, parent: QWidget) -> str:
    assert parent.isVisible()
    return str(path)


def read(path: Path, page: int) -> str:
    call = ["pdftotext", "-raw", "-f", str(page), "-l", str(page), str(path), "-"]
    done = subprocess.run(call, check=True, capture_output=True, text=True)
    return letters(done.stdout)


def letters(text: str) -> str:
    """Give what can be compared: no blanks, and no emoji, which are drawn on paper."""
    return "".join(sign for sign in text if not sign.isspace() and sign < "\U00010000")


@pytest.mark.soak
def test_an_organisers_evening(qapp: QApplication, tmp_path: Path) -> None:
    with Evening(SETTINGS) as hands:
        hands.stage.settle()
        titles = [card.title for card in hands.context.library.cards()]
        for title in titles[:5]:
            two_ways(hands, title)
        assert len({run.scenario for run in hands.context.store.runs()}) == 5
        assert hands.context.store.run_count() == 10

        path = tmp_path / "for-the-workshop.pdf"
        printed = print_two_drills(hands, path)
        shot(hands, "printed")
        for number, drill in enumerate(printed, 1):
            words = read(path, number)
            assert letters(plain(drill.who)) in words
            assert letters(wording.line(drill, soften=False).plain()) in words
            for reply in drill.replies:
                assert letters(ds.name(reply.d)) in words
                assert letters(wording.reply(reply).plain()) in words
                assert letters(plain(reply.does)) in words
            for point in drill.points:
                assert letters(plain(point)) in words
            assert drill.repair is not None
            assert letters(plain(drill.repair.said)) in words


def help_page(hands: Hands) -> HelpPage:
    page = hands.shell.page()
    assert isinstance(page, HelpPage)
    return page


def walk_to(hands: Hands, words: str) -> None:
    """Walk with the arrow through the list that has the keyboard, until it says this."""
    for _row in range(60):
        if getattr(hands.focus(), "currentText", str)() == words:
            return
        hands.press(Key.Key_Down)
    raise AssertionError(f"no {words}")


def tab_to(hands: Hands, words: str) -> None:
    """Press Tab until the control of this name has the keyboard."""
    for _step in range(60):
        if (
            hands.focus().accessibleName() == words
            or getattr(hands.focus(), "text", str)() == words
        ):
            return
        hands.press(Key.Key_Tab)
    raise AssertionError(f"no {words}")


def test_she_reads_what_there_is_for_her_own_neighbourhood(
    qapp: QApplication, tmp_path: Path
) -> None:
    with Evening(SETTINGS) as hands:
        hands.open("practice", scenario="morning-train")
        hands.press(Key.Key_Return)
        place = hands.session.snapshot()
        shot(hands, "in-the-middle")

        hands.press(Key.Key_F2)
        page = help_page(hands)
        assert "In danger right now" in hands.seen()
        assert "Call 911" in hands.seen()
        shot(hands, "help")
        walk_to(hands, "San Francisco Bay Area")
        shot(hands, "bay-area")
        walk_to(hands, "San Francisco")
        tab_to(hands, "Language")
        walk_to(hands, "Chinese")
        tab_to(hands, "Company on the way")
        hands.press(Key.Key_Space)
        assert "San Francisco: 1 service" in hands.seen()
        shot(hands, "company-on-the-way")

        tab_to(hands, AMBASSADORS)
        hands.press(Key.Key_Return)
        seen = hands.seen()
        assert "Someone to walk with you in a neighborhood where they work" in seen
        assert "Not confirmed: Hours, and the numbers of the other teams." in seen
        assert "Read on Nov 29, 2026" in seen
        shot(hands, "what-it-says-of-itself")

        paper = tmp_path / "notice-board.pdf"

        def ask(parent: QWidget, title: str, suggested: str, filters: str) -> str:
            return str(paper)

        page.save.ask = ask
        page.save.save_pdf()
        assert paper.read_bytes().startswith(b"%PDF-")
        assert f"Saved as {paper}." in hands.seen().replace("\u200b", "")
        shot(hands, "printed")

        hands.press(Key.Key_Backspace)
        assert hands.session.snapshot() == place
        assert hands.shell.page().name == "practice"
        shot(hands, "where-she-was")
