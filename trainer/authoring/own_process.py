"""Processes of our own beside the program: how one is begun, answers, and is ended.

Each runs a module of this package, reads questions from its input, and ends with it; so it never
outlives whoever began it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

import trainer

if TYPE_CHECKING:
    from collections.abc import Sequence


def command(module: str) -> tuple[str, ...]:
    """Give what begins a module as a program."""
    return (sys.executable, "-m", module)


def environment() -> dict[str, str]:
    """Give the environment in which Python finds this package, wherever it lies."""
    root = str(Path(trainer.__file__).parents[1])
    known = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(known)}


def begin(begun_by: Sequence[str], *, quiet: bool = True) -> subprocess.Popen[bytes]:
    """Begin a process; unless it is ``quiet``, what it says of itself goes where ours does.

    Raises:
        OSError: it cannot be begun.

    """
    return subprocess.Popen(
        begun_by,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if quiet else None,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """End it, whatever it is doing, and close both pipes."""
    with suppress(OSError):
        process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


def for_answers() -> IO[bytes]:
    """Give, within such a process, what answers go to; whatever else is printed keeps out of it."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers
