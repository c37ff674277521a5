"""The real program, killed at any moment: the place is the last one that showed."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.bad_days import days
from trainer import paths
from trainer import settings as settings_file
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase, Snapshot, from_json
from trainer.progress import inspection
from trainer.progress.inspection import Condition
from trainer.progress.store import Store
from trainer.scenario.reading import read_file

if TYPE_CHECKING:
    from pathlib import Path

FEW, MANY = 5, 100

PLAYS = """
import sys
from tests.bad_days import driver
from trainer.__main__ import main

driver.when_shown(driver.play_for_ever)
sys.exit(main([]))
"""


def start(home: Path, seed: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PLAYS, str(seed)],
        cwd=days.ROOT,
        env=days.environment({"PYTHONPATH": str(days.ROOT), "UPSTANDER_HOME": str(home)}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def places(lines: list[str]) -> list[Snapshot]:
    """Places that showed; a line that the kill cut off was never finished."""
    whole = [line for line in lines if line.startswith("place ") and line.endswith("\n")]
    return [from_json(line.removeprefix("place ")) for line in whole]


def killed(home: Path, chance: random.Random, seed: int) -> list[Snapshot]:
    """Let it play a while and kill it; give every place that it showed."""
    child = start(home, seed)
    assert child.stdout is not None
    lines = []
    for _line in range(chance.randint(1, 60)):
        lines.append(child.stdout.readline())
        assert lines[-1], child.communicate(timeout=60)[1]
    time.sleep(chance.uniform(0, 0.03))
    child.kill()
    rest = child.communicate(timeout=60)[0]
    return places([*lines, *rest.splitlines(keepends=True)])


def one_key_further(place: Snapshot) -> list[Snapshot]:
    """Every place to which one more key leads."""
    scenario = read_file(paths.own_scenarios() / "small-bus.yaml").content
    assert scenario is not None

    def standing() -> Session:
        resumed = Session.resume(scenario, place)
        assert (resumed.changed, resumed.damaged, resumed.lost) == (False, False, 0)
        return resumed.session

    found = []
    for choice in standing().offered:
        session = standing()
        session.choose(choice.id)
        found.append(session.snapshot())
    session = standing()
    if session.phase in (Phase.READING, Phase.FEEDBACK):
        session.go_on()
        found.append(session.snapshot())
    session = standing()
    if session.can_step_back:
        session.step_back()
        found.append(session.snapshot())
    return found


def nothing_acknowledged_is_lost(shown: list[Snapshot]) -> None:
    """The place on disk is the last that showed, or where the key after it leads."""
    assert inspection.examine(paths.database()).condition is Condition.WHOLE
    latest = {place.run: place for place in shown}
    with Store.open(paths.database()) as store:
        for run, place in latest.items():
            kept = store.place(run)
            assert kept == place or (place is shown[-1] and kept in one_key_further(place))
            made = [step for step in kept.steps if step.is_decision]
            on_the_way = [one for one in store.run(run).decisions if one.holds]
            assert [one.decided.choice for one in on_the_way] == [one.choice for one in made]


@days.posix
@pytest.mark.soak
def test_killed_at_any_moment(home: Path, short: bool) -> None:
    days.own_scenario()
    settings_file.write(days.PLAIN, paths.settings())
    chance = random.Random(20)
    for number in range(FEW if short else MANY):
        nothing_acknowledged_is_lost(killed(home, chance, number))


@days.posix
def test_after_a_kill_the_next_start_goes_on_at_the_very_same_place(home: Path) -> None:
    days.own_scenario()
    settings_file.write(days.PLAIN, paths.settings())
    nothing_acknowledged_is_lost(killed(home, random.Random(3), 1))
