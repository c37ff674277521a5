"""Reading and checking a long file, beside PyYAML alone and beside inkjs."""

from __future__ import annotations

import datetime
import gc
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

import yaml

from tests.bench import figures
from tests.bench.story import long_story
from trainer.checking.files import check_paths
from trainer.scenario.exploring.space import explore
from trainer.scenario.reading import read_bytes

SCENES = 2000
INK = """
const {Compiler} = require('inkjs/full'); const fs = require('fs');
const source = fs.readFileSync(process.argv[2], 'utf8');
for (let i = 0; i < 3; i++) new Compiler(source).Compile();
const before = process.cpuUsage();
new Compiler(source).Compile();
const used = process.cpuUsage(before);
console.log(JSON.stringify({cpu: (used.user + used.system) / 1e6}));
"""


def _load(source: str) -> None:
    # S506 does not apply: the safe loader in C, as anyone would call it.
    yaml.load(source, yaml.CSafeLoader)


def _as_ink(source: str) -> str:
    """The same story in ink: a knot a scene, its text and lines, its choices and feedback."""
    data = yaml.load(source, yaml.CSafeLoader)
    out = [f"-> {data['start']}"]
    for name, scene in data["scenes"].items():
        out += [f"=== {name} ===", scene["text"].strip()]
        for line in scene.get("lines", ()):
            said = line if isinstance(line, str) else ": ".join(*line.items())
            out.append(said)
        for choice in scene.get("choices", ()):
            out += [
                f"+ [{choice['say']}]",
                *(f"  {text}" for text in choice["feedback"].values()),
                f"  -> {choice['next']}",
            ]
        if "ending" in scene:
            out.append("-> END")
    return "\n".join(out)


def _ink_seconds(source: str) -> float | None:
    """CPU seconds that inkjs, warmed up, takes to compile the same story; None without npm."""
    if not (shutil.which("npm") and shutil.which("node")):
        return None
    with tempfile.TemporaryDirectory() as here:
        place = Path(here)
        (place / "story.ink").write_text(_as_ink(source), "utf-8")
        (place / "bench.js").write_text(INK, "utf-8")
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "inkjs@2"]
        if subprocess.run(install, cwd=place, check=False, capture_output=True).returncode:
            return None
        done = subprocess.run(
            ["node", "bench.js", "story.ink"], cwd=place, check=False, capture_output=True
        )
        return float(json.loads(done.stdout)["cpu"]) if done.returncode == 0 else None


def _read_and_check(runs: int, source: str) -> tuple[float, float]:
    """CPU seconds that we take to read and check a story, and PyYAML to load it; medians."""
    today = datetime.date(2026, 1, 1)
    with tempfile.TemporaryDirectory() as here:
        path = Path(here) / "long-story.yaml"
        path.write_text(source, "utf-8")
        ours, theirs = figures.interleaved(
            runs,
            lambda: figures.seconds(lambda: check_paths([path], today)),
            lambda: figures.seconds(lambda: _load(source)),
        )
    return figures.median(ours), figures.median(theirs)


def measure(runs: int) -> None:
    """Print the figures of reading and checking."""
    source = long_story(SCENES)
    mine, loader = _read_and_check(runs, source)
    raw = (
        f"ours {mine:.3f} s, yaml.load with CSafeLoader {loader:.3f} s of CPU; "
        f"{len(source) / 1e6:.1f} MB, the collector is {'on' if gc.isenabled() else 'off'} in both"
        " as they are called, ours pauses it while building"
    )
    figures.say(f"read and check {SCENES} scenes / yaml.load", mine / loader, "×", 0.6, raw)
    stateful = long_story(SCENES, stateful=True)
    states = _states(stateful)
    took, loaded = _read_and_check(runs, stateful)
    raw = f"ours {took:.3f} s, yaml.load with CSafeLoader {loaded:.3f} s of CPU"
    # Higher than for reading alone: eighteen method rules look at these states as well.
    figures.say(f"the same with {states} states / yaml.load", took / loaded, "×", 0.7, raw)
    ink = _ink_seconds(source)
    if ink is None:
        print("    inkjs was not measured: npm or the package could not be had")
    else:
        raw = f"ours {mine:.3f} s, inkjs compiling the same story, warmed up, {ink:.3f} s of CPU"
        figures.say("read and check / inkjs compile", mine / ink, "×", None, raw)


def _states(source: str) -> int:
    scenario = read_bytes(source.encode(), Path("long-story.yaml")).content
    if scenario is None:
        raise SystemExit("the story made for measuring has errors")
    return len(explore(scenario).scenes)
