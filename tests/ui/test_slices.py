"""Long work goes on a little in each turn of the loop, and others have theirs in between."""

from __future__ import annotations

import sys
import time
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from tests.bench.story import long_story
from tests.scenes import Stage
from trainer import paths
from trainer.authoring.document import Document
from trainer.ui.authoring.home.reading_in import MODULES
from trainer.ui.authoring.workbench import Workbench
from trainer.ui.slices import SLICE, Slices, Soon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def turn_until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not done():
        assert time.monotonic() < end
        QApplication.processEvents()


def slow(heard: list[str], name: str, count: int) -> Iterator[None]:
    for number in range(count):
        time.sleep(SLICE)
        heard.append(f"{name}{number}")
        yield


def test_others_have_their_turn_in_between(qapp: QApplication) -> None:
    heard: list[str] = []
    holder = QObject()
    slices = Slices(holder)
    slices.begin(slow(heard, "a", 3))
    assert heard == []
    clock = QTimer(holder)
    clock.timeout.connect(lambda: heard.append("-"))
    clock.start(0)
    turn_until(lambda: not slices.is_busy)
    clock.stop()
    told = "".join(heard).strip("-")
    assert [one for one in heard if one != "-"] == ["a0", "a1", "a2"]
    assert "-" in told.split("a0")[1].split("a1")[0]
    assert "-" in told.split("a1")[1].split("a2")[0]


def test_what_is_begun_ends_what_was_and_what_is_stopped_stays_undone(qapp: QApplication) -> None:
    heard: list[str] = []
    holder = QObject()
    slices = Slices(holder)
    slices.begin(slow(heard, "a", 9))
    turn_until(lambda: heard == ["a0"])
    slices.begin(slow(heard, "b", 2))
    turn_until(lambda: not slices.is_busy)
    assert heard == ["a0", "b0", "b1"]
    slices.begin(slow(heard, "c", 9))
    slices.stop()
    QApplication.processEvents()
    assert heard == ["a0", "b0", "b1"]

    def again() -> Iterator[None]:
        slices.begin(slow(heard, "d", 1))
        yield
        heard.append("no more")

    slices.begin(again())
    turn_until(lambda: not slices.is_busy)
    assert heard[3:] == ["d0"]


def in_a_loop(done: Callable[[], bool]) -> None:
    """Let the loop turn as it does for a person, until something is so."""
    loop = QEventLoop()
    clock = QTimer(loop)
    clock.timeout.connect(lambda: loop.quit() if done() else None)
    clock.start(1)
    QTimer.singleShot(10_000, loop, loop.quit)
    loop.exec()
    assert done()


def test_no_two_that_have_work_do_it_in_the_same_turn(qapp: QApplication) -> None:
    heard: list[str] = []
    holder = QObject()
    clock = QTimer(holder)
    clock.timeout.connect(lambda: heard.append("-"))
    clock.start(0)
    soon = [Soon(holder) for _each in range(3)]
    for number, one in enumerate(soon):
        one.due.connect(partial(heard.append, f"{number}"))
        one.start()
        one.start()
    slices = Slices(holder)
    slices.begin(slow(heard, "a", 2))
    soon[1].stop()
    assert [one.is_waiting for one in soon] == [True, False, True]
    assert heard == []
    in_a_loop(lambda: not slices.is_busy)
    clock.stop()
    assert [one for one in heard if one != "-"] == ["0", "2", "a0", "a1"]
    told = "".join(heard)
    pieces = told.replace("a0", "A").replace("a1", "B").strip("-").split("-")
    assert all(len(piece) < 2 for piece in pieces)
    assert not soon[0].is_waiting


def test_what_has_gone_with_its_page_keeps_nobody_waiting(qapp: QApplication) -> None:
    heard: list[str] = []
    page, holder = QObject(), QObject()
    gone, stays = Soon(page), Soon(holder)
    gone.due.connect(partial(heard.append, "gone"))
    stays.due.connect(partial(heard.append, "stays"))
    gone.start()
    stays.start()
    delete(page)
    in_a_loop(lambda: bool(heard))
    assert heard == ["stays"]


def test_steps_that_fail_end_and_others_go_on(qapp: QApplication) -> None:
    heard: list[str] = []
    failed: list[type[BaseException]] = []
    holder = QObject()
    failing, other = Slices(holder), Slices(holder)

    def fails() -> Iterator[None]:
        yield
        raise ValueError

    before, sys.excepthook = sys.excepthook, lambda kind, *_rest: failed.append(kind)
    try:
        failing.begin(fails())
        other.begin(slow(heard, "a", 2))
        turn_until(lambda: not failing.is_busy and not other.is_busy)
    finally:
        sys.excepthook = before
    assert failed == [ValueError]
    assert heard == ["a0", "a1"]


def test_what_is_read_in_ahead_is_there(qapp: QApplication) -> None:
    assert [name for name in MODULES if find_spec(f"trainer.{name}") is None] == []
    assert MODULES[-1] == "ui.authoring.page"


def test_a_long_story_is_laid_out_where_it_is_read_and_only_that_one(qapp: QApplication) -> None:
    with Stage() as stage:
        bench = Workbench(stage.context, stage.shell)
        one, other = (
            Document(paths.own_scenarios() / name, long_story(130, choices=3))
            for name in ("a.yaml", "b.yaml")
        )
        assert one.waits
        bench.show(one)
        turn_until(lambda: not one.waits)
        first = bench.first()
        assert first is not None
        assert first.outline is bench.outline()
        assert first.places.laid.keys() == bench.outline().scenes.keys()
        bench.show(other)
        turn_until(lambda: not other.waits)
        bench.show(one)
        assert bench.first() is None
