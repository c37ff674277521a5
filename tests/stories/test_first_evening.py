"""The story that the program is built for, by keyboard in a real window.

Someone saw an incident on the train this morning and did nothing. This evening they find
a scenario like it, play it, try another way, write two sentences about it, are
interrupted, and come back the next day. With UPSTANDER_SHOTS each step is a picture.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tests.scenes import Stage
from tests.ui.practice.hands import Hands, Key
from trainer.practice.snapshot import Phase
from trainer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

TWO_SENTENCES = "I looked at my phone, as this morning. Next time I sit down beside her."


class Evening:
    """One sitting at the computer; leaving it closes the window."""

    step = 0

    def __init__(self, settings: Settings) -> None:
        self._stage = Stage(settings)

    def __enter__(self) -> Hands:
        stage = self._stage.__enter__()
        stage.program.show()
        stage.shell.activateWindow()
        QTest.qWaitForWindowActive(stage.shell)
        return Hands(stage)

    def __exit__(self, *_: object) -> None:
        self._stage.__exit__(None, None, None)


def shot(hands: Hands, name: str) -> None:
    """Keep a picture of this step, if a folder for them is named."""
    folder = os.environ.get("UPSTANDER_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        Evening.step += 1
        hands.stage.grab().save(str(Path(folder) / f"{Evening.step:02d}-{name}.png"))


def scenes_until_the_end(hands: Hands) -> Iterator[None]:
    """Read on by Enter; give a turn at each decision, until the story ends."""
    for _step in range(60):
        if hands.phase is Phase.ENDED:
            return
        if hands.phase is Phase.DECIDING:
            yield
        else:
            hands.press(Key.Key_Return)
    raise AssertionError("the story does not end")


def play_one_run(hands: Hands) -> str:
    for turn, _decision in enumerate(scenes_until_the_end(hands)):
        hands.press(Key.Key_Return)
        shot(hands, f"decision-{turn + 1}")
        hands.press(Key.Key_1)
        shot(hands, f"feedback-{turn + 1}")
    shot(hands, "ending")
    return hands.session.run_id


def test_the_first_evening_and_the_next_day(qapp: QApplication) -> None:
    with Evening(Settings(motion="reduced", palette="light")) as hands:
        assert hands.shell.page().name == "first-start"
        shot(hands, "first-start")
        hands.context.keep(True)
        hands.settle()
        for page in ("what-this-is", "five-ways", "stop-any-time"):
            shot(hands, page)
            hands.press(Key.Key_Return)
        assert hands.shell.page().title() == "Kindly do the needful"
        shot(hands, "a-first-scenario")
        # That is not what happened this morning.
        hands.button("Choose another").setFocus()
        hands.press(Key.Key_Return)
        assert hands.shell.page().name == "home"
        shot(hands, "home")

        hands.press(Key.Key_K, ctrl=True)
        hands.write("train")
        shot(hands, "find")
        hands.press(Key.Key_Return)
        assert hands.shell.page().title() == "The 8:10 to Harbor"
        shot(hands, "begin")
        hands.press(Key.Key_Return)
        first = play_one_run(hands)

        hands.press(Key.Key_Return)
        assert hands.shell.page().name == "debrief"
        shot(hands, "debrief")
        next(iter(hands.debrief.reflection._boxes.values())).setFocus()
        hands.write(TWO_SENTENCES)
        shot(hands, "two-sentences")

        hands.debrief.path.map.setFocus()
        hands.press(Key.Key_Return)
        assert hands.session.replay_of == first
        shot(hands, "another-way")
        hands.press(Key.Key_2)
        shot(hands, "another-feedback")
        place = hands.session.snapshot()
        # The telephone rings; the lid is closed.

    with Evening(Settings(keep=True, motion="reduced", palette="light")) as hands:
        assert hands.shell.page().name == "home"
        shot(hands, "next-day")
        hands.button("Continue").setFocus()
        hands.press(Key.Key_Return)
        assert hands.session.snapshot() == place
        assert hands.phase is Phase.FEEDBACK
        shot(hands, "the-very-same-place")
        hands.press(Key.Key_Return)
        second = play_one_run(hands)
        hands.press(Key.Key_Return)
        shot(hands, "second-debrief")

        hands.open("past-runs")
        shot(hands, "past-runs")
        assert [one.run for one in hands.context.store.runs()] == [second, first]
        assert TWO_SENTENCES in hands.context.store.run(first).notes.values()
        hands.open("compare", run=first, other=second)
        shot(hands, "side-by-side")
        assert "Here the two part" in hands.seen()
