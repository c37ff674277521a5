"""A new laptop, by keyboard in real windows: everything goes along, and goes on there.

Somebody has practised for a while, stopped in the middle of a scenario, has a safety plan that is
locked, and has said how sure they feel. They take everything along in a locked file, and take it in
on a laptop where they have begun to practise already. With UPSTANDER_SHOTS each step is a picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.progress.carry.carried import held
from tests.scenes import Stage
from tests.stories.evening import shot
from tests.ui.along.test_sheets import bring, closed
from tests.ui.practice.hands import Hands, Key
from trainer.method.five_steps import Step
from trainer.progress.carry import sealing
from trainer.progress.confidence import confidence
from trainer.progress.papers.paper_content import Content, Kind
from trainer.progress.papers.papers import Papers
from trainer.progress.stretching import Stretching
from trainer.settings import Settings
from trainer.ui.along.parts import EverythingPart
from trainer.ui.along.take_sheet import TakeSheet
from trainer.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication

SETTINGS = Settings(keep=True, motion="reduced", palette="light")
STRETCHING = Stretching(b"s" * 16, 1, 2**23)
KEY = b"k" * 32


def live(hands: Hands) -> str:
    """Practise, stop in the middle, write a plan, say how sure one is; give the open run."""
    cards = hands.context.library.cards()
    for card in cards[:3]:
        hands.stage.play(card.id, 99)
    open_run = hands.stage.play(cards[3].id, 1)
    store = hands.context.store
    confidence.put(store, {Step.ACT: 4})
    papers = Papers(store)
    plan = papers.new(Kind.PLAN)
    content = Content({"call": "Ana, next door"})
    papers.keep(type(plan)(plan.id, plan.kind, plan.made, plan.touched, content))
    papers.set_key(KEY, STRETCHING)
    return open_run


def take_along(hands: Hands, out: Path) -> None:
    """From the progress page, in a locked file."""
    hands.open("progress")
    hands.stage.settle(0.2)
    hands.button("Export …").setFocus()
    hands.press(Key.Key_Return)
    sheet = hands.sheet()
    assert isinstance(sheet, TakeSheet)
    sheet.ask = lambda *_asked: str(out)
    part = sheet.part()
    assert isinstance(part, EverythingPart)
    assert "They stay locked with their own passphrase." in hands.seen(sheet)
    part.seal.setFocus()
    hands.press(Key.Key_Space)
    hands.write("a long way home")
    hands.press(Key.Key_Tab)
    hands.write("a long way home")
    shot(hands, "new-laptop-1-take-along")
    sheet.go.setFocus()
    hands.press(Key.Key_Return)
    hands.stage.settle(0.3)
    assert closed()


def take_in(hands: Hands, out: Path) -> None:
    sheet = bring(hands, out)
    assert sheet.findChildren(SecretField)[0].hasFocus()
    hands.write("a long way home")
    hands.press(Key.Key_Return)
    hands.stage.settle(0.3)
    assert "Runs: 4 new, 0 here already." in hands.seen(sheet)
    shot(hands, "new-laptop-2-what-is-new")
    hands.press(Key.Key_Return)
    hands.stage.settle(0.3)
    seen = hands.seen(sheet)
    assert "4 runs were added." in seen
    assert "Your safety plan is here." in seen
    hands.press(Key.Key_Return)
    assert closed()


def test_everything_is_there_and_goes_on(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "MEMORY", 8192)
    out = tmp_path / "mine.upstander"
    with Stage(SETTINGS) as stage:
        stage.shell.show()
        hands = Hands(stage)
        open_run = live(hands)
        old = held(stage.context.store)
        take_along(hands, out)
        titles = [one.title for one in stage.context.store.runs()]
        assert held(stage.context.store) == old
    assert b"Ana" not in out.read_bytes()

    monkeypatch.setenv("UPSTANDER_HOME", str(tmp_path / "laptop"))
    with Stage(SETTINGS) as stage:
        stage.shell.show()
        hands = Hands(stage)
        begun = stage.play(stage.context.library.cards()[5].id, 1)
        take_in(hands, out)
        store = stage.context.store
        latest, *others = store.runs()
        assert latest.run == begun
        assert [one.title for one in others] == titles
        new = held(store)
        for table in ("confidence", "paper", "paper_lock", "version"):
            assert set(old[table]) <= set(new[table])
        assert len(new["event"]) > len(old["event"])
        papers = Papers(store)
        assert papers.unlock(KEY)
        assert papers.shelf().papers[0].content.text("call") == "Ana, next door"

        hands.open("past-runs")
        hands.stage.settle(0.1)
        assert all(title in hands.seen() for title in titles[:1])
        hands.open("practice", run=open_run)
        hands.stage.settle(0.1)
        assert hands.session.run_id == open_run
        assert hands.session.decisions
        shot(hands, "new-laptop-3-goes-on")
        hands.open("progress")
        hands.stage.settle(0.2)
        assert "This grows as you practise" not in hands.seen()
        shot(hands, "new-laptop-4-progress")
