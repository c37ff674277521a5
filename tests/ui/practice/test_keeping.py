from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from trainer.errors import NoRoom
from trainer.practice.recorder import Began, Skipped
from trainer.practice.snapshot import Phase, Snapshot
from trainer.ui.practice.keeping import PatientRecorder

if TYPE_CHECKING:
    from trainer.practice.recorder import Event


@dataclass
class Disk:
    """A place that can be full: the one thing a test cannot have for real."""

    full: bool = False
    kept: list[Event | str] = field(default_factory=list)

    def record(self, event: Event, place: Snapshot) -> None:
        self._keep(event)

    def keep_place(self, place: Snapshot) -> None:
        self._keep(place.scene)

    def _keep(self, thing: Event | str) -> None:
        if self.full:
            raise NoRoom("full")
        self.kept.append(thing)


def place(scene: str) -> Snapshot:
    return Snapshot("run", "bus", "hash", Phase.READING, scene, {}, ())


def test_the_first_refusal_is_told_and_nothing_waits() -> None:
    recorder = PatientRecorder(Disk(full=True))
    with pytest.raises(NoRoom):
        recorder.record(Began(), place("a"))
    assert recorder.waiting == 0


def test_going_on_anyway_keeps_everything_in_order_once_there_is_room() -> None:
    disk = Disk(full=True)
    recorder = PatientRecorder(disk)
    recorder.go_on_anyway()
    recorder.record(Began(), place("a"))
    recorder.keep_place(place("b"))
    assert recorder.waiting == 2
    assert not recorder.try_again()
    disk.full = False
    recorder.record(Skipped("b"), place("b"))
    assert disk.kept == [Began(), "b", Skipped("b")]
    assert recorder.waiting == 0
