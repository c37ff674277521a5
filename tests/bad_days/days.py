"""What makes a day bad, and the real program on such a day."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from tests.scenes import Stage
from tests.ui.practice.hands import Hands
from trainer import paths
from trainer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parent.parent.parent
SMALL = ROOT / "tests" / "data" / "scenarios" / "small-bus.yaml"
PLAIN = Settings(keep=True, motion="reduced", palette="light")

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files, rights or signals")


def own_scenario(name: str = "small-bus.yaml", **replaced: str) -> Path:
    """The small scenario in the folder for a person's own, with pieces of it replaced."""
    text = SMALL.read_text("utf-8")
    for old, new in replaced.items():
        text = text.replace(old.replace("_", "-"), new)
    return put(name, text.encode())


def put(name: str | bytes, data: bytes) -> Path:
    """A file in the folder for a person's own scenarios."""
    folder = paths.own_scenarios()
    folder.mkdir(parents=True, exist_ok=True)
    place = Path(os.fsdecode(os.path.join(os.fsencode(folder), os.fsencode(name))))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return place


@contextmanager
def window(settings: Settings = PLAIN, size: tuple[int, int] = (1280, 800)) -> Iterator[Hands]:
    """The real window over the home folder in use, until the block is left."""
    with Stage(settings, size) as stage:
        stage.program.show()
        stage.shell.activateWindow()
        QTest.qWaitForWindowActive(stage.shell)
        hands = Hands(stage)
        wait_for_the_library(hands)
        yield hands


def wait_for_the_library(hands: Hands) -> None:
    """A library that was never read is read in slices, while the window shows."""
    while hands.context.reading is not None:
        QCoreApplication.processEvents()
    hands.settle()


def upstander(
    *arguments: object,
    env: Mapping[str, str | None] | None = None,
    without_rights: bool = False,
    cwd: Path = ROOT,
    typed: str = "",
) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own, as far as it goes within a minute."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.run(
        [*(powerless() if without_rights else ()), *command],
        env=environment(env),
        cwd=cwd,
        input=typed,
        capture_output=True,
        text=True,
        errors="backslashreplace",
        timeout=60,
    )


def environment(changes: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """Our environment with changes; None takes a variable out."""
    merged = {**os.environ, **(changes or {})}
    return {name: value for name, value in merged.items() if value is not None}


def powerless() -> list[str]:
    """What runs a command without the rights that root has over every file."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may do everything here, and setpriv is not there to change that")
    return ["setpriv", "--inh-caps=-all", "--bounding-set=-all"]


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of its own for a while; skips where none may be mounted."""
    folder.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill_up(disk: Path) -> Path:
    """Leave no room at all on a small disk; deleting the file that is given makes room."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                continue
    return filler


def told(result: subprocess.CompletedProcess[str]) -> str:
    """What a process said on its error stream; a traceback is never that."""
    assert "Traceback" not in result.stderr, result.stderr
    return result.stderr
