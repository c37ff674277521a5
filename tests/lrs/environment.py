"""Makes the store's environment, and runs what is in it."""

from __future__ import annotations

import hashlib
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
LOCK = ROOT / "requirements" / "lrs.txt"
SCRIPT = Path(__file__).with_name("ralph_server.py")
PLACE = ROOT / ".venv" / "lrs"
"""Beside what working on the program needs, so that ``make clean`` takes it along."""


def python() -> Path:
    """Give the Python of the store's environment; skip the test where there can be none."""
    stamp = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    made, found = PLACE / "made-from", PLACE / "bin" / "python"
    if made.exists() and made.read_text("utf-8") == stamp:
        return found
    commands: list[list[str | Path]] = [
        [sys.executable, "-m", "venv", "--clear", PLACE],
        [found, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
         "--require-hashes", "--no-deps", "-r", LOCK],
    ]  # fmt: skip
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
        if done.returncode:
            pytest.skip(f"the store cannot be set up here: {done.stderr.strip()[-300:]}")
    made.write_text(stamp, "utf-8")
    return found


@contextmanager
def running(folder: Path) -> Iterator[int]:
    """Have the store run in a block, keeping what it is sent in a folder; give its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (folder / "log").open("wb")
    child = subprocess.Popen([python(), SCRIPT, "serve", str(port), folder], stdout=log, stderr=log)
    try:
        _wait(child, port, folder / "log")
        yield port
    finally:
        child.kill()
        child.wait()
        log.close()


def _wait(child: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(600):
        assert child.poll() is None, log.read_text("utf-8")[-2000:]
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the store does not start")


def checked(file: Path) -> int:
    """Check statements, one a line, by the store's own models; give how many there were."""
    done = subprocess.run(
        [python(), SCRIPT, "check", file], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return int(done.stdout)
