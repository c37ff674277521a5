"""Everything but the outbox works without a network, and opens no connection."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

# What Python does with sockets is told to an audit hook, whoever asks and however; Qt's own
# network is never imported. With --on, completions go to an address where nobody answers, and
# that is all: it shows that the hook would have told.
CODE = """
import sys, json
from pathlib import Path

seen = []
KINDS = ("socket.", "urllib.", "http.client.", "smtplib.", "ftplib.", "webbrowser.")
def watch(event, arguments):
    if event.startswith(KINDS):
        seen.append(event)
sys.addaudithook(watch)

import os
from tests.scenes import Stage
from tests.scenes.practice_scenes import _session
from trainer.__main__ import main
from trainer.settings import Settings
from trainer.ui import pages

on = "--on" in sys.argv
with Stage(Settings(keep=True)) as stage:
    stage.program.show()
    stage.settle(0.1)
    if on:
        from uuid import uuid4
        from trainer.progress.organisation import organisation as o
        where = o.read_address("http://127.0.0.1:9/xapi/")
        o.switch_on(stage.context.store, o.Organisation(where, "", "", uuid4()))
        stage.context.outgoing.wake()
    session = _session(stage, 99, 3)
    for name in pages.PLACES if not on else ():
        what = {"session": session} if name in ("practice", "debrief") else {}
        if name in ("compare",):
            continue
        if name == "method":
            what = {"page": "five-ds"}
        stage.shell.open_page(name, **what)
        stage.settle(0.02)
    stage.context.store.backup()
    stage.context.leave_quickly()
    stage.settle(0.3)
for kind in ("json", "csv", "xapi") if not on else ():
    assert main(["progress", "export", "--format", kind, "--out", f"{sys.argv[1]}/{kind}"]) == 0
if not on:
    assert main(["doctor"]) in (0, 1)
    assert main(["check", "scenarios/blue-tape"]) == 0
print(json.dumps(sorted(set(seen))))
"""


def walked(home: Path, *options: str, wall: bool) -> list[str]:
    """Go through the program in a process of its own; give what it did with sockets."""
    out = home.parent / "out"
    out.mkdir(exist_ok=True)
    wrap = ["unshare", "-rn"] if wall and _may_wall() else []
    done = subprocess.run(
        [*wrap, sys.executable, "-c", CODE, str(out), *options],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    if not options:
        assert (out / "xapi").read_text("ascii").count("\n") == 1
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


def _may_wall() -> bool:
    """Tell whether a process may be cut off from every network here."""
    tool = shutil.which("unshare")
    return tool is not None and not subprocess.run([tool, "-rn", "true"], check=False).returncode


def test_nothing_opens_a_connection(home: Path) -> None:
    assert walked(home, wall=True) == []


def test_but_the_outbox_once_it_is_switched_on(home: Path) -> None:
    assert "socket.connect" in walked(home, "--on", wall=False)
