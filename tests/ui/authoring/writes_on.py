"""Writes in a new scene, on and on, until it is killed: ``python -m tests.ui.authoring.writes_on``.

It takes the view that it is given, and says once where one is lies on the disk.
"""

from __future__ import annotations

import sys

from PySide6.QtTest import QTest

from tests.scenes import Stage
from tests.scenes.authoring_scenes import written
from tests.ui.authoring.form.conftest import STORY
from tests.until import until
from trainer import paths
from trainer import settings as settings_file
from trainer.authoring.keeping import aside
from trainer.settings import Settings
from trainer.ui.authoring.form.box import FormBox
from trainer.ui.authoring.frame.places import View

NEW = ("scenes", "later", "text")
"""A scene that is not in the file, only in what was not saved of it."""


def main() -> None:
    """Write until somebody ends it."""
    with Stage(Settings(keep=True, motion="reduced")) as stage:
        stage.shell.show()
        page = written(stage, STORY, "clinic")
        page.stand_on_scenes(View(sys.argv[1]))
        with page.bench.step("one more scene") as step:
            assert page.bench.document is not None
            step.put(page.bench.document, NEW[:2], {"text": "", "next": "door"})
        page.bench.write_at(NEW)
        stage.settle(0.05)
        field = stage.shell.focusWidget()
        assert isinstance(field.parentWidget(), FormBox)
        QTest.keyClicks(field, "She waits")
        place = page.bench.document.path
        until(lambda: "later" in settings_file.read(paths.settings()).author_at)
        until(lambda: (found := aside.find(place)) is not None and "She waits" in found.text)
        sys.stdout.write("there\n")
        sys.stdout.flush()
        while True:
            QTest.keyClicks(field, " and")
            stage.settle(0.05)


if __name__ == "__main__":
    main()
