"""A window of its own for one scene, and what a scene needs to get somewhere."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog

from trainer import app as trainer_app
from trainer import paths
from trainer import settings as settings_file
from trainer.practice.session import Session
from trainer.settings import Settings
from trainer.ui.context import Context
from trainer.ui.dress import dress

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget


_LONGEST = 20.0
"""Seconds that a picture of the window waits for what is still going on."""

_TURNS = 5
"""On a busy machine one turn takes longer than all of the time, and what is put off until the next
turn, and there once more, is still to come."""

_index: dict[str, bytes] = {}
"""Index of the library as the first window of this process made it: reading eighteen scenarios
anew for each of a thousand windows took a third of all the time that the tests need."""


def _hand_on_the_index() -> None:
    """Keep the index for the windows after this one, or give this one what is kept."""
    folder = paths.cache()
    if not _index and folder.is_dir():
        _index.update((one.name, one.read_bytes()) for one in folder.iterdir() if one.is_file())
    elif _index and not folder.exists():
        folder.mkdir(parents=True)
        for name, content in _index.items():
            (folder / name).write_bytes(content)


class Stage:
    """The real window over the home folder in use; ``with Stage() as stage: …``.

    Attributes:
        context: what the pages share.
        shell: the window.
        beside: another window that a scene looks at; it is closed with the rest.

    """

    def __init__(
        self, settings: Settings | None = None, size: tuple[int, int] = (1280, 800)
    ) -> None:
        self.settings = settings or Settings(keep=True)
        self.size = size
        self.beside: QWidget | None = None

    def __enter__(self) -> Stage:
        _hand_on_the_index()
        self.app = trainer_app.make_application()
        settings_file.write(self.settings, paths.settings())
        dress(self.app, self.settings)
        opened = trainer_app.open_first(self.settings, smoke=True)
        assert opened is not None
        store, keeps = opened
        library = trainer_app.library_for(self.settings)
        self.context = Context(library, store, self.settings, keeps=keeps)
        self.program = trainer_app.Program(self.app, self.context)
        self.shell = self.program.shell
        self.shell.resize(*self.size)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog):
                window.close()
        if self.beside is not None:
            self.beside.close()
        self.shell.close()
        self.context.store.close()
        _hand_on_the_index()
        self.shell.deleteLater()
        self.context.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.app.processEvents()

    def settle(self, seconds: float = 0.15) -> None:
        """Let layouts, timers and lazily drawn pictures come to rest."""
        end, turns = time.monotonic() + seconds, 0
        while time.monotonic() < end or turns < _TURNS:
            self.app.processEvents()
            turns += 1
            # Waiting, not turning: the other workers can use the time.
            time.sleep(0.002)
        # On a busy machine the first paint may come later than this.
        if self.shell.isVisible():
            self.shell.settle()

    def play(self, scenario: str, decisions: int = 1) -> str:
        """Play a scenario from its start, taking the first choice each time; give the run.

        It stops after so many decisions, at the next scene that asks for one, or at the end.
        """
        from trainer.practice.snapshot import Phase

        session = Session(self.context.library.load(scenario), recorder=self.context.store)
        made = 0
        while session.phase is not Phase.ENDED:
            if session.phase is Phase.DECIDING:
                if made == decisions:
                    break
                session.choose(session.offered[0].id)
                made += 1
            else:
                session.go_on()
        self.context.runs_changed.emit()
        return session.run_id

    def top(self) -> QWidget:
        """The window beside it that a scene looks at, the sheet over it, else the window."""
        if self.beside is not None:
            return self.beside
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                return window
        return self.shell

    def rest(self) -> None:
        """Settle; wait for what is checked, and for pictures that are drawn."""
        self.settle()
        end = time.monotonic() + _LONGEST
        while self._is_busy() and time.monotonic() < end:
            self.settle(0.05)
            if not self._is_busy():
                self.settle()

    def _is_busy(self) -> bool:
        """Whether a file is still being checked, or pictures are still being drawn."""
        bench = getattr(self.shell.page(), "bench", None)
        checking = getattr(getattr(bench, "checking", None), "name", "")
        return checking == "CHECKING" or bool(getattr(self.top(), "is_drawing", False))

    def grab(self) -> QPixmap:
        """Picture of what shows, and of a list that is dropped down over it."""
        self.rest()
        top = self.top()
        picture = top.grab()
        dropped = QApplication.activePopupWidget()
        if dropped is not None:
            painter = QPainter(picture)
            painter.drawPixmap(dropped.pos() - top.mapToGlobal(QPoint(0, 0)), dropped.grab())
            painter.end()
        return picture
