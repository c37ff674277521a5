"""Garbage is collected in the window's thread, whoever has made it."""

from __future__ import annotations

import gc
import sys
import threading
import time
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from tests.until import until
from trainer.scenario.files.collector import collector_paused
from trainer.ui import clearing_up
from trainer.ui.clearing_up import ClearingUp

if TYPE_CHECKING:
    from collections.abc import Iterator


class Knot(QWidget):
    """Something of the window that only the collector can find."""

    def __init__(self, ends: list[str]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: ends.append(threading.current_thread().name))


@pytest.fixture
def clearing(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[ClearingUp]:
    monkeypatch.setattr(clearing_up, "_TURN", 5)
    monkeypatch.setattr(clearing_up, "_AFTER", 5)
    gc.collect()
    gc.enable()
    holder = QObject(qapp)
    yield ClearingUp(holder)
    holder.setParent(None)
    gc.unfreeze()


def much(count: int) -> list[list[int]]:
    return [[one] for one in range(count)]


def test_what_a_thread_makes_has_nothing_of_the_window_destroyed_there(
    clearing: ClearingUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_MANY", "_TOO_MANY"):  # Only what is new is looked through.
        monkeypatch.setattr(clearing_up, name, sys.maxsize)
    ends: list[str] = []
    Knot(ends)

    def busy() -> None:
        for _ in range(20):
            much(20_000)

    thread = threading.Thread(target=busy, name="beside")
    thread.start()
    thread.join()
    assert ends == []
    kept = much(20_000)
    until(lambda: ends)
    assert ends == [threading.main_thread().name]
    assert len(kept) == 20_000


def test_a_pause_does_not_set_pythons_own_collector_going(clearing: ClearingUp) -> None:
    with collector_paused():
        kept = much(10_000)
    assert not gc.isenabled()
    assert gc.get_count()[0] < 2_000, "what was made counts as looked at"
    assert kept


def test_what_is_being_built_is_not_looked_through(clearing: ClearingUp) -> None:
    ends: list[str] = []
    with collector_paused():
        Knot(ends)
        kept = much(80_000)
        clearing.page_left()
        end = time.monotonic() + 0.1
        while time.monotonic() < end:
            QApplication.processEvents()
        assert ends == []
        assert gc.get_count()[0] > 80_000
    assert kept
    Knot(ends)
    more = much(80_000)
    clearing.page_left()
    until(lambda: ends)
    assert more


def test_what_was_old_already_goes_after_a_page_was_left(
    clearing: ClearingUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clearing_up, "_YOUNG", sys.maxsize)
    ends: list[str] = []
    knot = Knot(ends)
    gc.collect()
    del knot
    kept = much(80_000)
    clearing.page_left()
    until(lambda: ends)
    assert ends == [threading.main_thread().name]
    assert kept


@pytest.mark.parametrize("away", [True, False])
def test_what_was_set_apart_goes_while_another_window_is_in_front(
    away: bool, clearing: ClearingUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program's window cannot be brought up here: the system is made to say so."""
    state = Qt.ApplicationState
    now = state.ApplicationInactive if away else state.ApplicationActive
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: now)
    ends: list[str] = []
    knot = Knot(ends)
    gc.freeze()
    del knot
    kept = much(80_000)
    until(lambda: gc.get_count()[0] < 2_000)
    assert ends == ([threading.main_thread().name] if away else [])
    assert kept


def test_what_was_set_apart_waits_for_no_other_window_once_there_is_too_much(
    clearing: ClearingUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clearing_up, "_TOO_MANY", 10_000)
    ends: list[str] = []
    knot = Knot(ends)
    gc.freeze()
    del knot
    kept = much(20_000)
    until(lambda: ends)
    assert kept


def test_little_is_not_looked_through_again_and_again(clearing: ClearingUp) -> None:
    kept = much(80_000)
    until(lambda: gc.get_count()[0] < 2_000)
    (left,) = (timer for timer in clearing.findChildren(QTimer) if timer.isSingleShot())
    ends: list[str] = []
    for _page in range(2):  # That much was made before the first of them only.
        knot = Knot(ends)
        gc.collect(1)  # It is as old as what was made before.
        del knot
        clearing.page_left()
        until(lambda: not left.isActive())
        assert len(ends) == 1
    assert kept
