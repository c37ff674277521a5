"""Checking again what is saved, until Ctrl C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.authoring.checking.breaking import broken
from trainer.cli import watching

ROOT = Path(__file__).parent.parent.parent


def test_only_what_has_changed_is_said() -> None:
    before = Counter(["a.yaml:3:1: error: one [x]", "a.yaml:9:2: warning: two [y]"])
    after = Counter(["a.yaml:5:1: error: one [x]", "a.yaml:2:2: error: three [z]"])
    assert watching.changes(before, after) == [
        "a.yaml:2:2: error: three [z]",
        "1 problem is gone",
    ]
    assert watching.changes(before, before) == []


@pytest.mark.skipif(os.name == "nt", reason="Ctrl C is sent as a signal")
def test_a_file_is_checked_whenever_it_is_saved_or_gone(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(broken("leads nowhere"), "utf-8")
    child = subprocess.Popen(
        [sys.executable, "-m", "trainer", "check", "--watch", str(file)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None
    assert "unknown-scene" in child.stdout.readline()
    assert "1 error" in child.stdout.readline()
    kept = file.read_text("utf-8")
    file.unlink()
    assert "no file or folder" in child.stdout.readline()
    file.write_text(kept.replace("d: distract", "d: distrakt"), "utf-8")
    assert "distrakt" in child.stdout.readline()
    assert "2 errors" in child.stdout.readline()
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=30)
    assert (child.returncode, out, err) == (0, "", "")
