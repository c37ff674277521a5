"""The transcript of one whole scenario, as a screen reader says it.

``python -m tests.accessibility.transcript`` writes it anew into ``transcript.txt``. Read it aloud
when it changes: it is what somebody hears who does not see the window.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TRANSCRIPT = HERE / "transcript.txt"
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("xvfb-run", "dbus-run-session", "xdotool", "matchbox-window-manager", SYSTEM_PYTHON)

KEYS = (
    *("Tab", "Tab", "Return"),  # first start: keep what I do
    *("Return", "Return", "Return"),  # the first pages, to the beginning of a scenario
    *("ctrl+k", "type:harbor", "Return"),
    "Return",  # begin
    *("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return"),  # past the choices: look around
    *("1", "Tab", "Return", "BackSpace"),  # a choice, more about its D, and back
    *("Tab", "Return", "BackSpace"),  # what else would have fitted, a step back
    *("3", "Return", "2", "Return", "2", "Return", "2", "Return", "Return"),  # to the debrief
    *("Tab", "Tab", "Tab", "Tab", "Tab", "Tab"),
)


def missing() -> list[str]:
    """Programs that this machine lacks for it."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    if not lacking:
        probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
        if subprocess.run(
            [SYSTEM_PYTHON, "-c", probe], check=False, capture_output=True
        ).returncode:
            lacking.append("gir1.2-atspi-2.0")
    return lacking


def record(keys: tuple[str, ...] = KEYS) -> str:
    """Press the keys in the real window and give what was said."""
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryFile("w+") as out:
        # Into a file: the bus leaves processes behind that would hold a pipe open.
        done = subprocess.run(
            [
                *("xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--"),
                *(SYSTEM_PYTHON, str(HERE / "screen_reader.py")),
                *(sys.executable, str(ROOT / "main.py"), *keys),
            ],
            env={**os.environ, "UPSTANDER_HOME": home, "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.DEVNULL,
            timeout=240,
            check=False,
        )
        out.seek(0)
        said = out.read()
    start = said.find("[(start)]")
    if done.returncode or start < 0:
        raise RuntimeError(said)
    return said[start:]


if __name__ == "__main__":
    TRANSCRIPT.write_text(record(), "utf-8")
