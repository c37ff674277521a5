"""The story that the program is built for, by keyboard in a real window.

Someone saw an incident on the train this morning and did nothing. This evening they find
a scenario like it, play it, try another way, write two sentences about it, are
interrupted, and come back the next day. With UPSTANDER_SHOTS each step is a picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.stories.evening import Evening, scenes_until_the_end, shot
from tests.ui.practice.hands import Key
from trainer.practice.snapshot import Phase
from trainer.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.ui.practice.hands import Hands

TWO_SENTENCES = "I looked at my phone, as this morning. Next time I sit down beside her."


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
