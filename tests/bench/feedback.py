"""From a choice to its painted feedback, and past runs of a long history, in the real window.

Between the press of a card and the painted feedback our Python holds the window twice: in
the slot that decides, keeps and fills the page, and in the event loop that lays out and
paints it. Both are timed whole, what Qt does in them included, in CPU time.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import figures, records
from tests.scenes import Stage
from trainer import paths
from trainer.practice.snapshot import Phase
from trainer.scenario.reading import read_file
from trainer.settings import Settings
from trainer.ui.practice.page import PracticePage

if TYPE_CHECKING:
    from collections.abc import Callable

SCENARIO = "morning-train"
STRETCH, PAGE = 16, 100
SETTINGS = Settings(keep=True, motion="reduced", palette="light")


def _milliseconds(act: Callable[[], object]) -> float:
    before = time.process_time()
    act()
    return (time.process_time() - before) * 1000


def _walk(stage: Stage, turn: int) -> list[tuple[float, float]]:
    """Play the scenario once; give milliseconds of slot and of painting for each choice."""
    stage.shell.open_page("practice", scenario=SCENARIO, again=True)
    page = stage.shell.page()
    assert isinstance(page, PracticePage)
    page._begin.begin.emit(False)
    took = []
    for step in range(60):
        stage.settle(0.05)
        session = page._session
        assert session is not None
        if session.phase is Phase.ENDED:
            break
        if session.phase is not Phase.DECIDING:
            page._go_on()
            continue
        cards = page._stage.choices.cards()
        said = [card for card in cards if card.dealt and not card.dealt.choice.points]
        slot = _milliseconds(said[(turn + step) % len(said)].click)
        took.append((slot, _milliseconds(stage.app.processEvents)))
    return took


def _feedback(runs: int) -> None:
    with Stage(SETTINGS) as stage:
        stage.shell.open_page("home")
        stage.shell.show()
        took = [one for turn in range(max(2, runs // 2)) for one in _walk(stage, turn)]
    for what, values in (
        ("from a choice, until it is kept and the feedback filled in", [one[0] for one in took]),
        ("then, until it is laid out and painted", [one[1] for one in took]),
    ):
        raw = f"{len(values)} choices; {min(values):.1f} to {max(values):.1f} ms"
        figures.say(what, figures.median(values), "ms", STRETCH, raw)


def _past_runs(runs: int) -> None:
    scenario = read_file(records.SMALL).content
    if scenario is None:
        raise SystemExit("the scenario made for tests has errors")
    path = paths.database()
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = records._fill(path, scenario)
    paths.own_scenarios().mkdir(parents=True, exist_ok=True)
    shutil.copy(records.SMALL, paths.own_scenarios())
    took = []
    with Stage(SETTINGS) as stage:
        stage.shell.open_page("home")
        stage.shell.show()
        for _run in range(runs):
            stage.settle(0.2)
            took.append(_milliseconds(lambda: _open(stage, "past-runs")))
            stage.context.runs_changed.emit()
            _open(stage, "home")
    raw = f"{records.DECISIONS} decisions in {kept} runs; first {took[0]:.0f} ms, the code read in"
    figures.say("past runs, from the press to the painted page", max(took), "ms", PAGE, raw)


def _open(stage: Stage, page: str) -> None:
    stage.shell.open_page(page)
    stage.app.processEvents()


def measure(runs: int) -> None:
    """Print how long a choice holds the window, and how long past runs take to show."""
    before = os.environ.get("UPSTANDER_HOME")
    for act in (_feedback, _past_runs):
        with tempfile.TemporaryDirectory() as home:
            os.environ["UPSTANDER_HOME"] = str(Path(home))
            act(runs)
    if before is None:
        del os.environ["UPSTANDER_HOME"]
    else:
        os.environ["UPSTANDER_HOME"] = before
