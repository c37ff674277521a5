"""Types and saves without a pause, in processes that are killed at any moment.

``python -m tests.ui.authoring.keeping.typist FOLDER TYPISTS SHORTEST LONGEST SEED``: each typist
has a file and a log of what the window has acknowledged. They are forked from one process, which
has read all in before: to start Python for each would take longer than to type.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from trainer.progress.store import Store
from trainer.scenario.libraries.library import Library
from trainer.settings import Settings
from trainer.ui.authoring.keeping.keeper import Keeper
from trainer.ui.authoring.keeping.outside import Outside
from trainer.ui.authoring.workbench import Workbench
from trainer.ui.context import Context

if TYPE_CHECKING:
    from trainer.authoring.document import Document


def text(number: int) -> str:
    """The text after so many keys; one that is torn is told by its end."""
    return (
        f"format: scenario/1\ntitle: {number}\nscenes:\n  one:\n    text: {'x' * 3000}\n"
        f"    next: one\nlicence: {number}\n"
    )


class Typist:
    """Presses a key every few milliseconds, and saves now and then."""

    def __init__(self, path: Path, seed: int) -> None:
        self._chance = random.Random(seed)
        self._log = os.open(path.with_suffix(".log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        context = Context(Library((), None), Store.in_memory(), Settings(), keeps=True)
        self.bench = Workbench(context)
        self.keeper = Keeper(self.bench)
        self.outside = Outside(self.keeper)
        self.keeper.saved.connect(self._saved)
        self.keeper.open(path)
        self.number = 0
        self._clock = QTimer()
        self._clock.timeout.connect(self._key)
        self._clock.start(4)

    @property
    def document(self) -> Document:
        """What is typed in."""
        assert self.bench.document is not None
        return self.bench.document

    def _key(self) -> None:
        self.number += 1
        with self.bench.step("typing", (), typing="x") as step:
            for key in ("title", "licence"):
                step.put(self.document, (key,), str(self.number))
        self._say("typed", self.number)
        if self._chance.random() < 0.03:
            self.keeper.save()

    def _saved(self, document: Document) -> None:
        self._say("saved", document.data(("title",)))

    def _say(self, what: str, number: object) -> None:
        os.write(self._log, f"{what} {number} {time.monotonic()}\n".encode())


def type_on(path: Path, seed: int) -> None:
    """Type until somebody ends it."""
    app = QGuiApplication([])
    typist = Typist(path, seed)
    app.exec()
    del typist


def main() -> None:
    """Have them type, and kill each at a moment of its own."""
    folder, count, shortest, longest, seed = sys.argv[1:]
    chance = random.Random(int(seed))
    children = {}
    for number in range(int(count)):
        path = Path(folder) / f"{number}.yaml"
        path.write_text(text(0))
        child = os.fork()
        if not child:
            type_on(path, int(seed) + number)
            os._exit(1)
        children[child] = path.with_suffix(".log")
    ends = {}
    for child, log in children.items():
        while not log.exists() or not log.stat().st_size:
            time.sleep(0.005)
        ends[child] = time.monotonic() + chance.uniform(float(shortest), float(longest))
    for child, end in sorted(ends.items(), key=lambda one: one[1]):
        time.sleep(max(0.0, end - time.monotonic()))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
