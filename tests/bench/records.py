"""A long history: the first page of past runs, and one more decision, beside 100,000."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import figures
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.progress.store import Store
from trainer.scenario.reading import read_file

if TYPE_CHECKING:
    import sqlite3

    from trainer.scenario.model import Scenario

DECISIONS = 100_000
SMALL = Path(__file__).parents[1] / "data" / "scenarios" / "small-bus.yaml"


def _play(scenario: Scenario, store: Store) -> None:
    session = Session(scenario, recorder=store)
    while session.phase is not Phase.ENDED:
        if session.phase is Phase.DECIDING:
            session.choose(session.offered[0].id)
        else:
            session.go_on()


def _fill(path: Path, scenario: Scenario) -> int:
    """Play until there are as many decisions as wanted; the disk is waited for only at the end."""
    with Store.open(path) as store:
        connection: sqlite3.Connection = store._database.connection
        connection.execute("PRAGMA synchronous=OFF")
        while store.decision_count() < DECISIONS:
            for _run in range(500):
                _play(scenario, store)
        return store.run_count()


def _bare_sync(folder: Path, times: int) -> float:
    """Milliseconds, the median, that this disk takes for 4 kB: what no commit can undercut."""
    took = []
    with (folder / "bare").open("wb", buffering=0) as file:
        for _time in range(times):
            before = time.perf_counter()
            file.write(bytes(4096))
            os.fsync(file.fileno())
            took.append((time.perf_counter() - before) * 1000)
    return figures.median(took)


def measure(runs: int) -> None:
    """Print what opening the page and deciding once more take."""
    scenario = read_file(SMALL).content
    if scenario is None:
        raise SystemExit("the scenario made for tests has errors")
    with tempfile.TemporaryDirectory() as here:
        path = Path(here) / "progress.db"
        kept = _fill(path, scenario)
        with Store.open(path) as store:
            pages, commits = [], []
            for _run in range(runs):
                before = time.perf_counter()
                store.runs(limit=50)
                pages.append((time.perf_counter() - before) * 1000)
            session = Session(scenario, recorder=store)
            while session.phase is not Phase.DECIDING:
                session.go_on()
            session.choose(session.offered[0].id)
            for _run in range(runs * 20):
                session.step_back()
                before = time.perf_counter()
                session.choose(session.offered[0].id)
                commits.append((time.perf_counter() - before) * 1000)
        bare = _bare_sync(Path(here), len(commits))
    raw = f"{DECISIONS} decisions in {kept} runs; {min(pages):.1f} to {max(pages):.1f} ms"
    figures.say("first page of past runs, from the disk", figures.median(pages), "ms", 100, raw)
    raw = (
        f"median of {len(commits)}; {min(commits):.2f} to {max(commits):.2f} ms; "
        f"one bare fsync of 4 kB on this disk {bare:.2f} ms"
    )
    figures.say("one more decision, on the disk", figures.median(commits), "ms", 2, raw)
