"""Killed while typing and saving: the file is whole, and all but the last second is kept."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.bad_days.days import ROOT, posix
from tests.ui.authoring.keeping.opened import answer, document, light, state
from tests.ui.authoring.keeping.typist import text
from tests.until import until
from trainer.authoring.keeping import aside, holding, kept
from trainer.authoring.keeping.kept import State

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = posix


def killed(folder: Path, count: int, shortest: float, longest: float, seed: int) -> list[Path]:
    """Have some typists killed; give their files, of which all have typed something."""
    folder.mkdir()
    command = [sys.executable, "-m", "tests.ui.authoring.keeping.typist", str(folder)]
    numbers = [str(one) for one in (count, shortest, longest, seed)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([*command, *numbers], cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return [folder / f"{number}.yaml" for number in range(count)]


def said(path: Path) -> list[tuple[str, int, float]]:
    lines = path.with_suffix(".log").read_text().splitlines()
    return [(what, int(number), float(at)) for what, number, at in map(str.split, lines)]


def number_in(found: str) -> int:
    """Which key a text is of; it must be whole."""
    number = int(found.split("title: ")[1].split("\n")[0])
    assert found == text(number)
    return number


def check(path: Path, lost: float) -> float:
    """The file is whole and no older than what was acknowledged; what is lost is short.

    Gives the seconds of typing that are lost.
    """
    log = said(path)
    typed, end = log[-1][1], log[-1][2]
    on_disk = number_in(path.read_bytes().decode())
    assert max((number for what, number, _at in log if what == "saved"), default=0) <= on_disk
    unsaved = aside.find(path)
    got = on_disk if unsaved is None else max(on_disk, number_in(unsaved.text))
    assert got <= typed + 1
    safe = [number for what, number, at in log if what == "typed" and at <= end - lost]
    assert got >= max(safe, default=0), (got, log[-1])
    # A lock that was left holds nobody up.
    one = kept.opened(path)
    assert kept.take_hold(one)
    assert one.hold is not None
    one.hold.release()
    assert not holding.place(path).exists()
    gone = [at for what, number, at in log if what == "typed" and number > got]
    return end - gone[0] if gone else 0.0


def test_a_kill_at_any_moment_loses_a_second_at_most(tmp_path: Path) -> None:
    for path in killed(tmp_path / "a", 5, 0.0, 0.5, 1):
        check(path, 1.0)


TYPES = """
import sys
from pathlib import Path
from tests.ui.authoring.keeping.typist import type_on

type_on(Path(sys.argv[1]), 1)
"""


@pytest.mark.soak
def test_who_looks_on_sees_what_the_other_window_saves_and_goes_on_when_that_is_killed(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text(0))
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    other = subprocess.Popen([sys.executable, "-c", TYPES, str(path)], cwd=ROOT, env=env)
    try:
        until(lambda: holding.is_held(path) and path.with_suffix(".log").exists())
        with light(path) as page:
            assert state(page) is State.FIXED
            for _time in range(3):
                before = number_in(document(page).text)
                until(lambda before=before: number_in(document(page).text) > before)  # type: ignore[misc]
                assert not document(page).is_changed
            until(lambda: said(path)[-1][0] == "typed" and aside.is_there(path))
            other.kill()
            other.wait()
            page.keeping.outside.look()
            until(lambda: page.keeping.keeper.shown is not None and not document(page).fixed)
            if page.keeping.keeper.shown.found is not None:  # type: ignore[union-attr]
                answer("Go on")
            last = max(number for what, number, _at in said(path) if what == "saved")
            assert number_in(document(page).text) >= last
            page.save()
            assert number_in(path.read_text()) >= last
    finally:
        other.kill()
        other.wait()


@pytest.mark.soak
def test_a_hundred_kills(tmp_path: Path) -> None:
    kept_aside, worst = 0, 0.0
    for turn in range(25):
        for path in killed(tmp_path / str(turn), 4, 0.3, 3.0, turn):
            worst = max(worst, check(path, 1.0))
            kept_aside += aside.is_there(path)
    assert kept_aside > 10
    print(f"100 kills: at most {worst:.2f} s of typing lost; {kept_aside} times it was kept aside")
