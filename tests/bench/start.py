"""The first page: CPU and memory, beside a plain page and a bare window."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.bench import figures
from tests.bench.story import long_story

ROOT = Path(__file__).parents[2]
LIBRARY = 1000


def _environment(home: Path) -> dict[str, str]:
    return {
        "UPSTANDER_HOME": str(home),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }


def _many_scenarios(home: Path, count: int) -> None:
    folder = home / "scenarios"
    folder.mkdir(parents=True)
    story = long_story(6)
    for number in range(count):
        text = story.replace("id: long-story", f"id: story-{number}")
        (folder / f"story-{number}.yaml").write_text(text, "utf-8")


def measure(runs: int) -> None:
    """Print the figures of the first page."""
    python = sys.executable
    window = [python, str(ROOT / "main.py"), "--smoke"]
    built_in = len(list((ROOT / "scenarios").glob("*/*.yaml")))
    plain = [python, "-m", "tests.bench.plain_page", str(built_in)]
    plain_more = [python, "-m", "tests.bench.plain_page", "12"]
    bare = [python, "-m", "tests.bench.bare_window"]
    with tempfile.TemporaryDirectory() as here:
        small, large = Path(here) / "small", Path(here) / "large"
        _many_scenarios(large, LIBRARY)
        (settings := small).mkdir()
        for home in (settings, large):
            (home / "settings.json").write_text('{"keep": true}', "utf-8")
        ours, ours_large, page, page_more, nothing = figures.interleaved(
            runs,
            lambda: figures.process(window, _environment(small)),
            lambda: figures.process(window, _environment(large)),
            lambda: figures.process(plain, _environment(small)),
            lambda: figures.process(plain_more, _environment(small)),
            lambda: figures.process(bare, _environment(small)),
        )
    cpu = [figures.median([c.cpu for c in costs]) for costs in (ours, ours_large, page, page_more)]
    base = figures.median([c.cpu for c in nothing])
    memory = [figures.median([c.memory for c in costs]) for costs in (ours, ours_large, nothing)]
    raw = f"ours {cpu[0]:.3f} s, plain page {cpu[2]:.3f} s, bare window {base:.3f} s of CPU"
    figures.say("first page / plain page of as many cards", cpu[0] / cpu[2], "×", 1.3, raw)
    figures.say("first page / bare window", cpu[0] / base, "×", 2.0, raw)
    raw = f"ours {cpu[1]:.3f} s, plain page of 12 cards {cpu[3]:.3f} s of CPU"
    figures.say(f"first page, {LIBRARY} scenarios / plain page", cpu[1] / cpu[3], "×", 1.5, raw)
    raw = f"ours {memory[0]:.0f} MiB, {LIBRARY} {memory[1]:.0f} MiB, bare {memory[2]:.0f} MiB"
    figures.say("peak memory / bare window", memory[0] / memory[2], "×", 2.0, raw)
