"""The wheel carries everything: built, installed into an empty environment, started."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*words: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, cwd=ROOT)
    return next(out.glob("upstander-*.whl"))


def test_the_wheel_carries_scenarios_and_assets_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(n.startswith("trainer/_data/scenarios/") and n.endswith(".yaml") for n in names)
    assert any(n.startswith("trainer/_data/assets/fonts/") for n in names)
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"trainer"}


@pytest.mark.soak
def test_installed_into_an_empty_environment_it_starts(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "empty"
    venv.create(place, with_pip=True)
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    locked = ROOT / "requirements" / "run.txt"
    run(python, "-m", "pip", "install", "-q", "--require-hashes", "-r", locked, cwd=tmp_path)
    run(python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    command = python.with_name("upstander")
    smoke = run(command, "--smoke", cwd=elsewhere, QT_QPA_PLATFORM="offscreen")
    said = json.loads(smoke.stdout.splitlines()[-1])
    assert said["scenarios"] >= 3
    assert said["first_paint_ms"] > 0
    brought = next(place.rglob("trainer/_data"))
    # A template has findings that only whoever writes over it can mend.
    inside = (one for one in (brought / "assets").iterdir() if one.is_dir())
    folders = [one for one in inside if one.name != "templates"]
    run(command, "check", "--strict", brought / "scenarios", *folders, cwd=elsewhere)
