"""Measuring: interleaved runs, medians, a line a figure with its limit."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one whole process took: CPU seconds (user and system), peak memory in MiB."""

    cpu: float
    memory: float
    said: str


def process(command: Sequence[str], environment: dict[str, str]) -> Cost:
    """Run a command to its end and say what it took, as the operating system counted it."""
    # Every process here may keep its bytecode, as it does on anybody's computer.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(
            command, stdout=out, stderr=subprocess.DEVNULL, env={**inherited, **environment}
        )
        _pid, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode()
    if child.returncode:
        sys.exit(f"{' '.join(command)} ended with {child.returncode}: {said}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


def interleaved(runs: int, *acts: Callable[[], T]) -> list[list[T]]:
    """Run the acts in turn, A B C A B C, so that a machine that drifts drifts for all."""
    results: list[list[T]] = [[] for _act in acts]
    for turn in range(runs + 1):
        for act, kept in zip(acts, results, strict=True):
            value = act()
            if turn:  # the first turn warms caches up
                kept.append(value)
    return results


def seconds(act: Callable[[], object]) -> float:
    """CPU seconds of this process for one call."""
    gc.collect()
    before = time.process_time()
    act()
    return time.process_time() - before


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def say(what: str, value: float, unit: str, limit: float | None, raw: str) -> None:
    """Print a figure, its limit and the raw figures it was made from."""
    bound = f"(limit {limit:g} {unit})".replace(" )", ")") if limit is not None else ""
    over = "  OVER" if limit is not None and value > limit else ""
    print(f"{what:<64} {value:8.3f} {unit:<3} {bound:<16}{over}\n    {raw}", flush=True)
