"""Runs to keep, as a session would tell of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from trainer.method.ds import D, Fit
from trainer.practice.recorder import Began, Decided, Ended, Event, Noted, Retried, Skipped, Undone
from trainer.practice.snapshot import Phase, Snapshot, Step
from trainer.progress.sealed.vault import Key
from trainer.progress.stretching import Stretching
from trainer.scenario.model import Outcome

if TYPE_CHECKING:
    from trainer.progress.store import Store

HASH = "0" * 64


def quick_key(phrase: str = "four quiet green bottles") -> Key:
    """Give a key that is quick to make again: what stretching costs is no matter there."""
    stretching = Stretching(bytes(16), 1, 8 * 1024**2)
    return Key(stretching, stretching.key(phrase))


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, start: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)) -> None:
        self.time = start

    def __call__(self) -> datetime:
        return self.time

    def go(self, **by: float) -> None:
        self.time += timedelta(**by)


def place(run: str = "run-1", scenario: str = "bus", **changes: Any) -> Snapshot:
    values: dict[str, Any] = {
        "run": run,
        "scenario": scenario,
        "content_hash": HASH,
        "phase": Phase.DECIDING,
        "scene": "start",
        "state": {"calm": 3, "near": True},
        "steps": (),
    }
    return Snapshot(**(values | changes))


def decided(step: int = 0, **changes: Any) -> Decided:
    values: dict[str, Any] = {
        "step": step,
        "scene": f"scene-{step}",
        "choice": "ask",
        "d": D.DELAY,
        "fit": Fit.STRONG,
        "first": True,
    }
    return Decided(**(values | changes))


def steps(count: int, words: str = "") -> tuple[Step, ...]:
    return tuple(Step(f"scene-{number}", "ask", words) for number in range(count))


def every_event(note: str = "new") -> tuple[Event, ...]:
    """One event of every kind, as they may follow each other; the last note is ``note``."""
    return (
        Began(),
        decided(0, words="=1+1, “so”\nand 你好", ticked=(0, 2)),
        Undone(0),
        decided(0, choice=None, d=None, fit=None, first=False, in_time=False),
        Retried(0),
        decided(0, first=False),
        Skipped("scene-1"),
        Ended("end", Outcome.MIXED),
        Noted("Why?", "old"),
        Noted("Why?", note),
    )


def play(
    store: Store,
    run: str = "run-1",
    scenario: str = "bus",
    *,
    decisions: int = 2,
    words: str = "",
    note: str = "",
    ends: bool = False,
    replay_of: str | None = None,
) -> None:
    """Keep a whole run."""
    store.record(Began(replay_of), place(run, scenario))
    for step in range(decisions):
        at = place(run, scenario, steps=steps(step + 1, words), phase=Phase.FEEDBACK)
        store.record(decided(step, words=words), at)
    at = place(run, scenario, steps=steps(decisions, words))
    if ends:
        at = place(run, scenario, steps=steps(decisions, words), phase=Phase.ENDED, scene="end")
        store.record(Ended("end", Outcome.SUPPORTED), at)
    if note:
        store.record(Noted("What would you do?", note), at)
