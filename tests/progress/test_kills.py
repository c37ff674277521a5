"""Killed at any moment, nothing that was acknowledged is lost, and nothing is half there."""

from __future__ import annotations

import random
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.progress import children
from tests.progress.examples import play
from trainer.method.five_steps import Step
from trainer.progress import inspection
from trainer.progress.confidence import confidence
from trainer.progress.deletion import deletion
from trainer.progress.inspection import Condition
from trainer.progress.papers.papers import Papers
from trainer.progress.store import Store

if TYPE_CHECKING:
    from pathlib import Path

WRITES = """
import sys
from pathlib import Path
from tests.progress.examples import decided, place, steps
from trainer.practice.recorder import Began, Noted
from trainer.progress.store import Store
run = sys.argv[2]
store = Store.open(Path(sys.argv[1]))
store.record(Began(), place(run))
step = 0
while True:
    at = place(run, steps=steps(min(step + 1, 30)), scene=f"at-{step}")
    store.record(decided(step, words=f"{run} {step} " + "words " * (step % 400)), at)
    print(step, flush=True)
    step += 1
    if step % 20 == 0:
        store.backup()
"""

DELETES = """
import sys
from pathlib import Path
from trainer.progress.store import Store
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
store.delete_run("mine")
print("gone", flush=True)
"""

WRITES_ALL = """
import sys
from dataclasses import replace
from pathlib import Path
from tests.progress.examples import decided, place, steps
from trainer.method.ds import D
from trainer.practice.recorder import Began
from trainer.progress.boosters import boosters
from trainer.progress.confidence import confidence
from trainer.progress.papers import papers
from trainer.progress.boosters.boosters import Answer, Kind, Rating
from trainer.method.five_steps import Step
from trainer.progress.papers.paper_content import Content
from trainer.progress.store import Store
run = sys.argv[2]
store = Store.open(Path(sys.argv[1]))
store.record(Began(), place(run))
shelf = papers.Papers(store)
paper = shelf.new(papers.Kind.INCIDENT)
number = 0
while True:
    said = f"{run} {number} "
    at = place(run, steps=steps(min(number + 1, 30)), scene=f"at-{number}")
    store.record(decided(number, words=said), at)
    print("decided", number, flush=True)
    variant = boosters.scene_variant(run, str(number))
    given = Answer(Kind.BOOSTER, D.DELAY, "transit", variant, Rating.YES, words=said)
    boosters.answer(store, given)
    print("answered", number, flush=True)
    confidence.put(store, {Step.NOTICE: number % 5 + 1})
    print("sure", number, flush=True)
    paper = shelf.keep(replace(paper, content=Content({"said": said})))
    print("written", number, flush=True)
    number += 1
"""

FEW, MANY = 5, 100


def kill_while_writing(path: Path, times: int, chance: random.Random) -> None:
    acknowledged: dict[str, int] = {}
    for number in range(times):
        run = f"run-{number}"
        told = children.killed(WRITES, path, run, chance.randint(1, 45))
        acknowledged[run] = children.last_number(told)
        assert inspection.examine(path).condition is Condition.WHOLE
    with Store.open(path) as store:
        assert store.run_count() == times
        for run, last in acknowledged.items():
            kept = [one.decided for one in store.run(run).decisions]
            assert len(kept) in (last + 1, last + 2), "what was acknowledged, or one more"
            assert [one.step for one in kept] == list(range(len(kept)))
            assert all(one.words.startswith(f"{run} {one.step} ") for one in kept)
            assert store.place(run).scene == f"at-{len(kept) - 1}"
            assert all(one.runs is not None for one in store.backups())


def kill_while_anything_is_written(path: Path, times: int, chance: random.Random) -> None:
    """Decisions, answers, confidence and papers: each is there once it was acknowledged."""
    for number in range(times):
        run = f"all-{number}"
        told = children.killed(WRITES_ALL, path, run, chance.randint(1, 90))
        last = dict.fromkeys(("decided", "answered", "sure", "written"), -1)
        last |= {what: int(at) for what, at in map(str.split, told)}
        assert inspection.examine(path).condition is Condition.WHOLE
        with Store.open(path) as store:
            found = {
                "decided": len(store.run(run).decisions) - 1,
                "answered": _answers(store, run) - 1,
                "written": _written(store, run),
            }
            sure = confidence.entries(store)[-1].answers if last["sure"] >= 0 else {}
        for what, at in found.items():
            assert at in (last[what], last[what] + 1), (what, last, found)
        if sure:
            assert sure[Step.NOTICE] in {(last["sure"] + more) % 5 + 1 for more in (0, 1)}


def _answers(store: Store, run: str) -> int:
    """Count a run's answers, which are whole and in order."""
    with store.reading() as connection:
        query = "SELECT words FROM answer WHERE words LIKE ? ORDER BY number"
        words = [row[0] for row in connection.execute(query, (f"{run} %",))]
    assert words == [f"{run} {number} " for number in range(len(words))]
    return len(words)


def _written(store: Store, run: str) -> int:
    """Give the number that stands on a run's paper; -1 if there is none."""
    shelf = Papers(store).shelf()
    assert not shelf.broken
    said = [paper.content.text("said") for paper in shelf.papers]
    return max((int(one.split()[1]) for one in said if one.startswith(f"{run} ")), default=-1)


def kill_while_deleting(path: Path, times: int, chance: random.Random) -> None:
    with Store.open(path) as store:
        for number in range(200):
            play(store, f"run-{number}", words="other words " * 100)
    for _ in range(times):
        with Store.open(path) as store:
            play(store, "mine", words="MARKER" * 500, note="MARKER" * 500)
            store.backup()
        child = children.start(DELETES, path)
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        try:
            child.wait(chance.uniform(0, 0.12))
        except subprocess.TimeoutExpired:
            child.kill()
        said = child.communicate(timeout=60)[0]
        with Store.open(path) as store:
            if store.run_count() == 201:
                assert "gone" not in said
                store.delete_run("mine")
            assert store.run_count() == 200
        assert deletion.traces(path.parent, "MARKER") == []


def test_kills_while_writing(path: Path) -> None:
    kill_while_writing(path, FEW, random.Random(5))


def test_kills_while_anything_is_written(path: Path) -> None:
    kill_while_anything_is_written(path, FEW, random.Random(5))


@pytest.mark.soak
def test_two_hundred_kills_while_anything_is_written(path: Path, short: bool) -> None:
    kill_while_anything_is_written(path, MANY // 5 if short else 2 * MANY, random.Random())


def test_kills_while_deleting(path: Path) -> None:
    kill_while_deleting(path, FEW, random.Random(5))


@pytest.mark.soak
def test_a_hundred_kills_while_writing(path: Path, short: bool) -> None:
    kill_while_writing(path, MANY // 5 if short else MANY, random.Random())


@pytest.mark.soak
def test_a_hundred_kills_while_deleting(path: Path, short: bool) -> None:
    kill_while_deleting(path, MANY // 5 if short else MANY, random.Random())
