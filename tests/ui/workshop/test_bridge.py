"""What phones do in another thread reaches the window in its own, in few steps."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from tests.workshop.room import Clock, begin, made_of
from trainer.ui.workshop.bridge import EVERY, Bridge
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_many_acts_of_another_thread_are_few_looks_in_this_one(qtbot: QtBot) -> None:
    workshop = Workshop(made_of(), None, Clock())
    bridge = Bridge(workshop)
    seen: list[tuple[int, bool]] = []
    here = QThread.currentThread()
    bridge.changed.connect(
        lambda: seen.append((len(bridge.state.voters), QThread.currentThread() is here))
    )

    def join() -> None:
        for number in range(200):
            workshop.do("join", voter=f"v{number}")

    thread = threading.Thread(target=join)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(seen) and seen[-1][0] == 200)
    assert len(seen) <= 3
    assert all(right for _count, right in seen)
    bridge.close()
    workshop.do("join", voter="late")
    qtbot.wait(1)
    assert seen[-1][0] == 200


def test_what_phones_do_one_after_the_other_is_looked_at_together(qtbot: QtBot) -> None:
    workshop = Workshop(made_of(), None, Clock())
    bridge = Bridge(workshop)
    seen: list[int] = []
    calls: list[int] = []
    bridge.changed.connect(lambda: seen.append(len(bridge.state.voters)))
    bridge._stirred.connect(lambda: calls.append(1))
    for number in range(100):
        workshop.do("join", voter=f"v{number}")
        QApplication.processEvents()
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] == 100)
    assert len(seen) < 50
    # Whoever votes waits for each call of the window.
    assert len(calls) <= len(seen) + 1
    qtbot.wait(EVERY + 50)
    workshop.do("join", voter="late")
    qtbot.waitUntil(lambda: seen[-1] == 101)
    bridge.close()


def test_an_act_of_the_window_shows_at_once_and_a_refusal_is_told(qtbot: QtBot) -> None:
    bridge = Bridge(Workshop(made_of(), None, Clock()))
    told: list[object] = []
    bridge.changed.connect(lambda: told.append("changed"))
    bridge.refused.connect(told.append)
    assert bridge.do("begin")
    assert told == ["changed"]
    assert not bridge.do("begin")
    assert getattr(told[-1], "code", "") == "not-now"
    bridge.close()


def test_what_cannot_be_kept_is_told_until_it_can(qtbot: QtBot, tmp_path: Path) -> None:
    workshop = begin(tmp_path / "a.jsonl", Clock())
    bridge = Bridge(workshop)
    told: list[str] = []
    bridge.failed.connect(lambda error: told.append(type(error).__name__))
    bridge.kept_again.connect(lambda: told.append("again"))
    journal = workshop._journal
    assert journal is not None
    file = journal._file
    with open("/dev/full", "ab", buffering=0) as full:
        journal._file = full
        assert not bridge.do("begin")
        assert workshop.state.began is None
    journal._file = file
    assert bridge.do("begin")
    assert told == ["NoRoom", "again"]
    bridge.close()
    workshop.close()
