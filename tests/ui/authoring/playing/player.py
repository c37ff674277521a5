"""Hands that play what is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.scenes.authoring_playing_scenes import answered
from trainer import paths
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.authoring.playing.page import PlayPage
from trainer.ui.authoring.playing.start_sheet import StartSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.scenes import Stage
    from trainer.authoring.source.lines import Path
    from trainer.practice.session import Session


CTRL = Qt.KeyboardModifier.ControlModifier


NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Somebody at the keyboard."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.wanted: list[Path] = []

    def opens(self, text: str) -> AuthorPage:
        file = paths.own_scenarios() / "door" / "door.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        self.stage.shell.open_page("author", path=file)
        page = self.author
        page.playing._soon.setInterval(0)
        page.bench.wanted.connect(self.wanted.append)
        return page

    @property
    def author(self) -> AuthorPage:
        page = self.stage.shell.page()
        assert isinstance(page, AuthorPage)
        return page

    @property
    def play(self) -> PlayPage:
        page = self.stage.shell.page()
        assert isinstance(page, PlayPage)
        return page

    @property
    def session(self) -> Session:
        play = self.play._play
        assert play is not None
        return play.session

    @property
    def sheet(self) -> StartSheet:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, StartSheet)]
        return next(one for one in found if one.isVisible())

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        on: QWidget = QApplication.activeModalWidget() or self.stage.shell
        QTest.keyClick(on.focusWidget() or on, key, modifiers)

    def plays_from(self, scene: str) -> None:
        self.author.bench.select(("scenes", scene))
        self.key(Qt.Key.Key_Return, CTRL)

    def changes(self, path: Path, data: object) -> None:
        bench = self.author.bench
        assert bench.document is not None
        with bench.step("writing") as step:
            step.put(bench.document, path, data)
        answered(self.stage, self.author)
