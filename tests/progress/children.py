"""Processes that a test starts, kills, or puts into a bad place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Run Python code in a process of its own; its output is read by the test."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def said(code: str, *arguments: object) -> str:
    """Run Python code to its end and give what it printed."""
    child = start(code, *arguments)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 0, err
    return out.strip()


def killed(code: str, path: Path, run: str, after: int) -> list[str]:
    """Run Python code on a database and kill it after so many lines; give all that it said."""
    child = start(code, path, run)
    assert child.stdout is not None
    told = [child.stdout.readline() for _line in range(after)]
    assert told[-1], child.communicate()[1]
    child.kill()
    # To the end of what was read ahead: communicate() would begin after it.
    told += child.stdout.read().splitlines()
    child.communicate(timeout=60)
    return told


def last_number(told: list[str]) -> int:
    """Give the last number that was told, on a line of its own."""
    return int([text for text in told if text.strip().isdigit()][-1])


def stop(child: subprocess.Popen[str]) -> None:
    """Kill a process as hard as the system can, and collect it."""
    child.kill()
    child.communicate(timeout=60)
