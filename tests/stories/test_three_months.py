"""Three months with the program, by keyboard in a real window.

In September somebody practises three evenings and says how sure they feel. In October they have
forgotten half of it; nothing reminds them until they open the program, and then one booster
waits. They see what has become steadier, and play a decision again that went badly. After a bad
day they write a safety plan, lock it, and print it for the wallet. A neighbour, Mrs. Saetern,
asks them to write down what was shouted at her. In November they say again how sure they feel.
In December there is a new laptop, and everything comes along.

With UPSTANDER_SHOTS each step is a picture.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.progress.examples import Clock
from tests.stories.evening import Evening, scenes_until_the_end, shot
from tests.ui.along.test_sheets import bring
from tests.ui.practice.hands import Hands, Key
from trainer import paths
from trainer.method.five_steps import Step
from trainer.progress.boosters import boosters, due
from trainer.progress.confidence import confidence
from trainer.progress.deletion.deletion import traces
from trainer.scenario.model import Kind
from trainer.settings import Settings
from trainer.ui.along.take_sheet import TakeSheet
from trainer.ui.plan.page import SafetyPlanPage
from trainer.ui.plan.print_sheet import CARD, PAGE, PrintPlanSheet
from trainer.ui.plan.record_page import RecordPage
from trainer.ui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AT_HOME = Settings(keep=True, motion="reduced", palette="light")
PASSPHRASE = "four persimmons on the sill"
PLAN = {
    "safe_places": "The library on Clay Street",
    "if_me": "Into the shop, and call Mei.",
    "if_near": "Go and stand beside them.",
    "from_others": "Stay with me. Do not film.",
    "break_signs": "I take the long way home.",
}
RECORD = {
    "person": "Mrs. Saetern",
    "date": "Oct 26",
    "time": "about six",
    "place": "The stop in front of the clinic",
    "said": "She heard only the tone of it, and her daughter will not repeat it.",
    "done": "He kicked the bag that she had set down.",
    "wanted": "That the driver is told to wait until she sits.",
}
FROM_MEMORY = "I would ask him for the time, and keep standing there."


def begin(hands: Hands, words: str) -> None:
    """Find a scenario by a word of its title, and open it."""
    hands.press(Key.Key_K, ctrl=True)
    hands.write(words)
    hands.press(Key.Key_Return)
    assert hands.shell.page().name == "practice"


def play(hands: Hands, turn: int = 0) -> str:
    """Begin and play to the debrief, choosing among what is offered in turn; give the run."""
    hands.press(Key.Key_Return)
    for decision in range(60):
        if next(scenes_until_the_end(hands), "over") == "over":
            break
        numbers = [
            number
            for number, choice in enumerate(hands.session.offered, 1)
            if choice.kind is not Kind.OWN_WORDS
        ]
        chosen = numbers[(turn + decision) % len(numbers)]
        hands.press(Key(Key.Key_0.value + chosen))
    run = hands.session.run_id
    hands.press(Key.Key_Return)
    assert hands.shell.page().name == "debrief"
    return run


def say_how_sure(hands: Hands, answers: str) -> None:
    """Answer the five questions by their digits, and keep them."""
    assert hands.shell.page().name == "confidence"
    for digit in answers:
        hands.press(Key(ord(digit)))
    shot(hands, "how-sure")
    hands.press(Key.Key_Return)


def wait_for(holds: Callable[[], bool]) -> None:
    """Wait for something that is done beside the window, such as stretching a passphrase."""
    for _turn in range(1000):
        if holds():
            return
        QTest.qWait(10)
    raise AssertionError("it never came")


@pytest.mark.soak
def test_three_months(qapp: QApplication, tmp_path: Path) -> None:
    clock = Clock(datetime(2026, 9, 1, 19, tzinfo=UTC))
    september(clock)
    clock.time = datetime(2026, 10, 6, 20, tzinfo=UTC)
    october(clock)
    steadier(clock)
    clock.go(days=9)
    a_bad_day(clock, tmp_path)
    clock.go(days=12)
    mrs_saetern(clock)
    clock.go(days=5)
    november(clock)
    clock.go(days=30)
    a_new_laptop(clock, tmp_path / "mine.upstander")


def september(clock: Clock) -> None:
    with Evening(AT_HOME, clock) as hands:
        begin(hands, "train")
        assert "Before your first scenario" in hands.seen()
        shot(hands, "before-the-first")
        hands.button("Answer").click()
        hands.settle()
        say_how_sure(hands, "42211")
        assert hands.shell.page().name == "practice"
        play(hands)
        shot(hands, "first-debrief")
    clock.go(days=3)
    with Evening(AT_HOME, clock) as hands:
        begin(hands, "gas cap")
        assert "five short questions" not in hands.seen()
        play(hands, turn=2)
    clock.go(days=4)
    with Evening(AT_HOME, clock) as hands:
        begin(hands, "twenty to nine")
        play(hands, turn=1)
        shot(hands, "third-debrief")
        hands.button("Answer").click()
        hands.settle()
        say_how_sure(hands, "43322")
        shot(hands, "asked-again")
        hands.button("Yes, offer it again").click()
        hands.settle()
        assert [len(one.answers) for one in confidence.entries(hands.context.store)] == [5, 5]


def october(clock: Clock) -> None:
    """Half of it is forgotten. Nothing said so until the program was opened."""
    with Evening(AT_HOME, clock) as hands:
        assert "Due for a booster" in hands.seen()
        shot(hands, "something-is-due")
        waiting = due.cards(hands.context.store, limit=3)
        hands.open("booster")
        shot(hands, "booster")
        for _card in waiting:
            hands.press(Key.Key_Return, Key.Key_Tab)
            hands.write(FROM_MEMORY)
            shot(hands, "from-memory")
            hands.press(Key.Key_Return, ctrl=True)
            shot(hands, "compared")
            hands.press(Key.Key_2)
        shot(hands, "that-was-it")
        with hands.context.store.reading() as connection:
            assert boosters.counts(connection).answers == len(waiting)


def steadier(clock: Clock) -> None:
    """What has become steadier, and the moment of a decision that went badly."""
    with Evening(AT_HOME, clock) as hands:
        hands.open("progress")
        shot(hands, "progress")
        assert "You practised on 4 days." in hands.seen()
        before = hands.context.store.run_count()
        replay = next(
            one for one in hands.shell.page().findChildren(LinkButton) if one.words() == "Replay"
        )
        replay.setFocus()
        shot(hands, "decisions-to-look-at-again")
        hands.press(Key.Key_Return)
        assert hands.shell.page().name == "look-again"
        shot(hands, "look-again")
        hands.press(Key.Key_Return)
        assert hands.session.replay_of is not None
        shot(hands, "that-very-moment")
        hands.press(Key.Key_2)
        shot(hands, "another-way")
        assert hands.context.store.run_count() == before + 1


def a_bad_day(clock: Clock, out: Path) -> None:
    """Somebody shouted at them. In the evening they write down what to do the next time."""
    with Evening(AT_HOME, clock) as hands:
        hands.open("safety-plan")
        shot(hands, "an-empty-plan")
        for words in ("Mei", "415-555-0134", "to fetch me"):
            hands.write(words)
            hands.press(Key.Key_Tab)
        page = hands.shell.page()
        assert isinstance(page, SafetyPlanPage)
        for question, words in PLAN.items():
            page.form.answer(question).setFocus()
            hands.write(words)
        shot(hands, "the-plan")
        page.lock_card.set.setFocus()
        hands.press(Key.Key_Space)
        for _time in range(2):
            hands.write(PASSPHRASE)
            hands.press(Key.Key_Tab)
        shot(hands, "a-passphrase")
        hands.button("Lock them", hands.sheet()).click()
        wait_for(lambda: QApplication.activeModalWidget() is None)
        shot(hands, "locked-and-open-for-now")
        for kind in (PAGE, CARD):
            page.print()
            sheet = hands.sheet()
            assert isinstance(sheet, PrintPlanSheet)
            sheet.ask = lambda *_asked, kind=kind: str(out / f"{kind}.pdf")
            sheet.form.choose(kind)
            shot(hands, f"print-{kind}")
            sheet.go.click()
            hands.settle()
            assert (out / f"{kind}.pdf").read_bytes().startswith(b"%PDF")
    assert traces(paths.home(), PLAN["if_me"]) == []


def mrs_saetern(clock: Clock) -> None:
    """She asked them to write it down, and says who may see it."""
    with Evening(AT_HOME, clock) as hands:
        hands.open("safety-plan")
        assert PLAN["if_me"] not in hands.seen()
        shot(hands, "locked")
        hands.write(PASSPHRASE)
        hands.press(Key.Key_Return)
        page = hands.shell.page()
        assert isinstance(page, SafetyPlanPage)
        wait_for(lambda: page.form.isVisible() and bool(page.form.content().texts))
        hands.open("what-happened")
        shot(hands, "whom-did-it-happen-to")
        hands.press(Key.Key_2)
        shot(hands, "did-you-ask")
        hands.press(Key.Key_1)
        hands.write("Her daughter, and the ride company")
        record = hands.shell.page()
        assert isinstance(record, RecordPage)
        record.before.buttons[0].setFocus()
        hands.press(Key.Key_Space)
        for question, words in RECORD.items():
            record.form.answer(question).setFocus()
            hands.write(words)
        shot(hands, "what-happened")
        hands.open("safety-plan")
        shot(hands, "a-record-on-the-page")
    assert traces(paths.home(), RECORD["said"]) == []


def november(clock: Clock) -> None:
    """As they wished, the five questions are offered once more."""
    with Evening(AT_HOME, clock) as hands:
        begin(hands, "marble")
        assert "Four weeks later" in hands.seen()
        shot(hands, "four-weeks-later")
        hands.button("Answer").click()
        hands.settle()
        say_how_sure(hands, "54333")
        assert hands.shell.page().name == "practice"
        play(hands, turn=1)
        hands.open("progress")
        shot(hands, "progress-in-november")
        entries = confidence.entries(hands.context.store)
        assert [one.answers[Step.ACT] for one in entries] == [1, 2, 3]
        assert hands.context.store.run_count() == 5


def a_new_laptop(clock: Clock, file: Path) -> None:
    """Everything comes along in one file, and the plan stays locked on the way."""
    with Evening(AT_HOME, clock) as hands:
        hands.open("progress")
        hands.button("Export …").click()
        hands.settle()
        sheet = hands.sheet()
        assert isinstance(sheet, TakeSheet)
        sheet.ask = lambda *_asked: str(file)
        shot(hands, "take-it-along")
        sheet.go.click()
        wait_for(lambda: QApplication.activeModalWidget() is None)
        runs = hands.context.store.run_count()
    assert PLAN["if_me"].encode() not in file.read_bytes()
    paths.move_home(file.parent / "laptop")
    with Evening(AT_HOME, clock) as hands:
        bring(hands, file)
        shot(hands, "what-is-in-it")
        hands.press(Key.Key_Return)
        wait_for(lambda: "runs were added" in hands.seen(hands.sheet()))
        hands.press(Key.Key_Return)
        assert hands.context.store.run_count() == runs
        hands.open("safety-plan")
        hands.write(PASSPHRASE)
        hands.press(Key.Key_Return)
        page = hands.shell.page()
        assert isinstance(page, SafetyPlanPage)
        wait_for(lambda: page.form.isVisible() and bool(page.form.content().texts))
        assert page.form.content().text("if_me") == PLAN["if_me"]
        assert page.form.content().listed("people")[0]["name"] == "Mei"
        shot(hands, "the-plan-on-the-laptop")
