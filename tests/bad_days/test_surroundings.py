"""No fonts, no voice, no screen, no Qt; odd clocks, odd languages, small and large screens."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.bad_days import days
from tests.bad_days.days import upstander
from tests.built_in import BUILT_IN, BUILT_IN_IDS
from tests.ui.practice.hands import SMALL_BUS, Key
from trainer import paths
from trainer import settings as settings_file
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.progress.store import Store
from trainer.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

NO_SCREEN: dict[str, str | None] = {
    "DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None,
}  # fmt: skip
linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")


def offers_the_terminal(result: subprocess.CompletedProcess[str], reason: str) -> None:
    """One sentence on why, and what works: the very commands, one for each scenario."""
    said = days.told(result).splitlines()
    assert (result.returncode, result.stdout) == (1, "")
    assert reason in said[0]
    assert said[1] == "You can practise in this terminal instead:"
    command = said[2].split("#")[0].split()
    assert command[1:3] == ["play", min(BUILT_IN_IDS)]
    assert upstander(*command[1:], "--choose", "1").returncode == 0


# No screen


@linux
def test_no_screen(home: Path) -> None:
    result = upstander(env=NO_SCREEN)
    offers_the_terminal(result, "There is no screen here, so the window cannot open.")


@linux
@pytest.mark.parametrize(
    "screen",
    [{"DISPLAY": ":4711"}, {"DISPLAY": "nonsense"}, {"WAYLAND_DISPLAY": "wayland-none"}],
    ids=["x11", "nonsense", "wayland"],
)
def test_a_screen_that_does_not_answer(home: Path, screen: dict[str, str]) -> None:
    offers_the_terminal(upstander(env={**NO_SCREEN, **screen}), "does not answer")


@linux
def test_a_thousand_scenarios_do_not_drown_the_reason(home: Path) -> None:
    for number in range(30):
        days.own_scenario(f"{number}.yaml", small_bus=f"bus-{number}")
    said = days.told(upstander(env=NO_SCREEN)).splitlines()
    assert len(said) <= 16
    assert said[-1].strip() == f"and {18 + BUILT_IN} more scenarios"


# No Qt


WITHOUT = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {names!r} or name in {names!r}:
            raise ImportError("No module named " + repr(name), name=name)
sys.meta_path.insert(0, Missing())
from trainer.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def without(*names: str, arguments: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Run the program where some modules cannot be imported."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT.format(names=names), *arguments],
        env=days.environment({"PYTHONPATH": str(days.ROOT)}),
        cwd=days.ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_qt_is_not_installed(home: Path) -> None:
    offers_the_terminal(
        without("PySide6", "shiboken6"), "The window cannot open, because a library it needs"
    )
    for arguments in (
        ("play", "morning-train", "--choose", "1"),
        ("check", "scenarios"),
        ("progress", "list"),
        ("--version",),
    ):
        result = without("PySide6", "shiboken6", arguments=arguments)
        assert result.returncode == 0
        days.told(result)


def test_no_voice(home: Path) -> None:
    result = without("PySide6.QtTextToSpeech", arguments=("--smoke",))
    assert (result.returncode, days.told(result)) == (0, "")


# No fonts


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program as it may be found elsewhere, with something missing."""
    place = tmp_path / "copy"
    for name in ("trainer", "scenarios", "assets"):
        shutil.copytree(days.ROOT / name, place / name, ignore=shutil.ignore_patterns("__py*"))
    shutil.copy(days.ROOT / "main.py", place)
    return place


def in_copy(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(copy / "main.py"), *arguments],
        env=days.environment({"PYTHONPATH": None}),
        cwd=copy,
        capture_output=True,
        text=True,
        timeout=60,
    )


MORE = ("icons", "people", "backdrops")


@pytest.mark.parametrize(
    "missing", ["fonts", "", *(pytest.param(one, marks=pytest.mark.soak) for one in MORE)]
)
def test_what_comes_along_is_missing(home: Path, copy: Path, missing: str) -> None:
    shutil.rmtree(copy / "assets" / missing)
    smoke = in_copy(copy, "--smoke")
    assert smoke.returncode == 0
    days.told(smoke)
    played = in_copy(copy, "play", "scenarios/morning-train/morning-train.yaml", "--choose", "1")
    assert played.returncode == (1 if missing in ("people", "backdrops", "") else 0)
    days.told(played)
    looked = in_copy(copy, "doctor")
    days.told(looked)
    assert looked.returncode == (0 if missing == "icons" else 1)
    if missing in ("fonts", ""):
        assert "A font that belongs to Upstander is missing" in looked.stdout


def test_no_scenarios_at_all(home: Path, copy: Path) -> None:
    shutil.rmtree(copy / "scenarios")
    smoke = in_copy(copy, "--smoke")
    assert (smoke.returncode, json.loads(smoke.stdout)["scenarios"]) == (0, 0)
    looked = in_copy(copy, "doctor")
    assert "There is no scenario that can be played." in looked.stdout


# Screens


@linux
@pytest.mark.parametrize(
    ("width", "height", "scale", "size"),
    [
        (800, 600, 1, 200),
        (480, 400, 1, 100),
        pytest.param(800, 600, 1, 100, marks=pytest.mark.soak),
        pytest.param(3840, 2160, 2, 200, marks=pytest.mark.soak),
    ],
)
@pytest.mark.soak
def test_small_and_large_screens(
    home: Path, width: int, height: int, scale: int, size: int
) -> None:
    """Nothing ends up outside the window on the pages between home and debrief."""
    days.own_scenario()
    settings_file.write(Settings(keep=True, motion="reduced", text_size=size), paths.settings())
    code = f"""
import sys
from tests.bad_days import driver
from trainer.__main__ import main

driver.when_shown(driver.look_at_every_page({width}, {height}))
sys.exit(main([]))
"""
    result = subprocess.run(
        [sys.executable, "-c", code],
        env=days.environment({"PYTHONPATH": str(days.ROOT), "QT_SCALE_FACTOR": str(scale)}),
        cwd=days.ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    seen = [json.loads(line) for line in result.stdout.splitlines()]
    assert [page["page"] for page in seen] == [
        "home", "practice", "practice", "practice", "debrief", "past-runs", "settings",
    ]  # fmt: skip
    assert [page["outside"] for page in seen] == [[]] * len(seen)


# Languages and clocks

FOREIGN = re.compile("Detected locale|Qt depends on|If this causes|for more inf|Fontconfig")


def _name(env: dict[str, str | None]) -> str:
    return next(iter(env)) + "=" + str(next(iter(env.values())))[:12]


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"UPSTANDER_LANGUAGE": "../../nowhere"},
        {"TERM": None, "COLUMNS": "nonsense", "HOME": None, "USER": None},
    ],
    ids=_name,
)
def test_odd_surroundings(home: Path, env: dict[str, str | None]) -> None:
    _works_in(env)


@pytest.mark.soak
@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "../../../etc/passwd"},
        {"TZ": "Nowhere/Nothing"},
        {"LANG": "xx_YY", "LC_ALL": None},
        {"LANG": "en_US.ISO-8859-1", "LC_ALL": None},
        {"LC_ALL": "x" * 5000},
        {"UPSTANDER_LANGUAGE": "zz-Zzzz-ZZ"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=_name,
)
def test_more_odd_surroundings(home: Path, env: dict[str, str | None]) -> None:
    _works_in(env)


def _works_in(env: dict[str, str | None]) -> None:
    days.own_scenario("漢字 🚌.yaml")
    for arguments in (("--smoke",), ("play", SMALL_BUS, "--choose", "1", "--record")):
        result = upstander(*arguments, env=env)
        # Qt and fontconfig say what they make of such a locale; we have nothing to add.
        ours = [line for line in days.told(result).splitlines() if not FOREIGN.match(line)]
        assert (result.returncode, ours) == (0, [])
    listed = upstander("progress", "list", env=env)
    assert "1 decision" in listed.stdout
    days.told(listed)


@pytest.mark.parametrize("years", [-60, -30, 30, 900])
@pytest.mark.soak
def test_the_clock_jumps_between_two_decisions(qapp: QApplication, home: Path, years: int) -> None:
    days.own_scenario()
    now = [datetime(2026, 3, 1, 12, tzinfo=UTC)]
    with Store.open(paths.database(), now=lambda: now[0]) as store:
        from trainer.scenario.reading import read_file

        scenario = read_file(paths.own_scenarios() / "small-bus.yaml").content
        assert scenario is not None
        session = Session(scenario, recorder=store)
        for _step in range(20):
            if session.phase is Phase.ENDED:
                break
            if session.phase is Phase.DECIDING:
                now[0] = now[0].replace(year=2026 + years)
                session.choose(session.offered[0].id)
                store.backup_if_due()
                now[0] -= timedelta(days=4)
            else:
                session.go_on()
        run = session.run_id
        place = session.snapshot()
    with days.window() as hands:
        assert hands.context.store.place(run) == place
        for page in ("home", "past-runs", "settings"):
            hands.open(page)
        hands.open("practice", scenario=SMALL_BUS, again=True)
        hands.press(Key.Key_Return, Key.Key_Return, Key.Key_1)
        assert hands.phase is Phase.FEEDBACK
    assert "ended" in upstander("progress", "list").stdout
    assert upstander("progress", "backups").returncode == 0


def test_the_time_zone_changes_between_two_starts(home: Path) -> None:
    days.own_scenario()
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu"):
        record = ("play", SMALL_BUS, "--choose", "1", "--record")
        assert upstander(*record, env={"TZ": zone}).returncode == 0
    listed = json.loads(upstander("progress", "list", "--json").stdout)["runs"]
    assert [one["began"] for one in listed] == sorted(
        (one["began"] for one in listed), reverse=True
    )


def test_files_from_the_future_and_from_before_1970(qapp: QApplication, home: Path) -> None:
    future = days.own_scenario()
    past = days.own_scenario("past.yaml", small_bus="past-bus")
    os.utime(future, (32503680000, 32503680000))
    os.utime(past, (-86400, -86400))
    with days.window() as hands:
        assert {SMALL_BUS, "past-bus"} <= {card.id for card in hands.context.library.cards()}
    future.write_text(future.read_text("utf-8").replace("Shouting", "Silence"), "utf-8")
    os.utime(future, (32503680000, 32503680000))
    with days.window() as hands:
        card = hands.context.library.card(SMALL_BUS)
        assert card is not None
        assert card.title == "Silence on the 22 bus"
