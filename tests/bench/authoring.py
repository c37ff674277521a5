"""Writing: a file of 2,000 scenes beside one of 40, opened and changed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import figures, story
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import Document
from trainer.authoring.outline import Outliner
from trainer.scenario.files.collector import collector_paused

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL, LARGE = 40, 2000


class _Written:
    """A document on a desk, and the acts that are measured."""

    def __init__(self, scenes: int) -> None:
        self.text = story.long_story(scenes, choices=3)
        self.desk = Desk()
        self.document = self.open()
        self.outliner = Outliner(self.document)
        self.names = list(self.document.scenes())
        self.turn = 0

    def open(self) -> Document:
        """Read the file as the editor does."""
        made = Document(Path("long.yaml"), self.text)
        with collector_paused():
            made.settle()
        Outliner(made).outline()
        return made

    def type(self) -> None:
        """Type a letter into the form of a scene in the middle, outline included."""
        self.turn += 1
        path = ("scenes", self.names[len(self.names) // 2], "text")
        with self.desk.step("writing", Place(self.document, path)) as step:
            step.put(self.document, path, f"The bus stops.{'x' * (self.turn % 9)}")
        self.outliner.outline()

    def undo(self) -> None:
        """Take a step back and do it again."""
        self.desk.undo()
        self.desk.redo()

    def add(self) -> None:
        """Add a scene at the end."""
        self.turn += 1
        path = ("scenes", f"new-{self.turn}")
        with self.desk.step("a scene", Place(self.document, path)) as step:
            step.put(self.document, path, {"text": "New.", "next": self.names[0]})
        self.outliner.outline()


def _milliseconds(act: Callable[[], object]) -> float:
    before = time.perf_counter()
    act()
    return (time.perf_counter() - before) * 1000


def measure(runs: int) -> None:
    """Print what opening and each change takes, in a long file and against a short one."""
    small, large = _Written(SMALL), _Written(LARGE)
    raw = f"{len(large.text) / 1e6:.1f} million characters, {LARGE} scenes; {SMALL} scenes"
    for what, limit, act in (
        ("opened", 3000, _Written.open),
        ("a letter in a form", 16, _Written.type),
        ("undone and done again", 32, _Written.undo),
        ("a scene added", 50, _Written.add),
    ):
        many, few = figures.interleaved(
            runs,
            lambda act=act: _milliseconds(lambda: act(large)),  # type: ignore[misc]
            lambda act=act: _milliseconds(lambda: act(small)),  # type: ignore[misc]
        )
        took, short = figures.median(many), figures.median(few)
        figures.say(f"writing: {what}", took, "ms", limit, f"{raw}: {short:.2f} ms")
