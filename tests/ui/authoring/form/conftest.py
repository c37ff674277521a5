"""The form in a window of its own, over a workbench with a small story."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from trainer.authoring.document import Document
from trainer.progress.store import Store
from trainer.scenario.libraries.library import Library
from trainer.settings import Settings
from trainer.ui.authoring.form.panel import FormPanel
from trainer.ui.authoring.form.rows import Row
from trainer.ui.authoring.workbench import Workbench
from trainer.ui.context import Context, Notice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as File

    from trainer.authoring.source.lines import Path

R = TypeVar("R", bound=Row)

STORY = """\
format: scenario/1
id: clinic
cast:
  # the one who waits
  ana: {name: Ana, role: targeted}
  man: {name: The man, role: harming}
  nurse: {name: The nurse, role: authority}
state:
  calm: 2
  told: false
start: door
scenes:
  door:
    text: You come in.
    lines:
      - man: Speak English.
        soft: He tells her to speak English.
      - ana: I am waiting.
      - Somebody coughs.
    check: Two people look up.
    choices:
      # the first
      - id: sit
        act: Sit down beside her.
        d: distract
        fit: strong
        feedback:
          headline: You sat down.
          ana: Somebody sat down.
        next: seats
      - id: tell
        say: Could you come?
        d: delegate
        to: nurse
        set: {told: true}
        fit: fair
        feedback: {headline: She comes.}
        next:
          - {when: calm >= 3 and not told, to: seats}
          - {to: end}
  seats:
    text: You sit.
    next: end
  end:
    text: It is over.
    ending: {outcome: supported, view: Somebody sat down.}
"""
DOOR: Path = ("scenes", "door")


class Writing:
    """Somebody who writes in the form."""

    def __init__(self, context: Context, file: File) -> None:
        self.context = context
        self.announced: list[str] = []
        self.notices: list[Notice] = []
        context.announced.connect(self.announced.append)
        context.noticed.connect(self.notices.append)
        self.bench = Workbench(context)
        self.window = QWidget()
        self.panel = FormPanel(self.bench, self.window)
        self.window.resize(380, 700)
        self.panel.resize(380, 700)
        self.document = Document(file, STORY)
        self.bench.show(self.document)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def at(self, *path: str | int) -> Writing:
        """Select something in the first scene."""
        self.bench.select((*DOOR, *path))
        return self

    def row(self, *path: str | int) -> Row:
        """Give the field of something in what is selected."""
        form = self.panel.form
        assert form is not None
        form_rows = form.rows()
        return form_rows[(*form.base, *path)]

    def a(self, kind: type[R], *path: str | int) -> R:
        """Give a field of a kind."""
        found = self.row(*path)
        assert isinstance(found, kind)
        return found

    def data(self, *path: str | int) -> object:
        """Give what stands in the first scene."""
        return self.document.data((*DOOR, *path))

    def press(
        self,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, held)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    @property
    def focused(self) -> str:
        """What a screen reader calls what has the focus."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused is not None else ""


@pytest.fixture
def writing(qapp: QApplication, tmp_path: File) -> Iterator[Writing]:
    store = Store.in_memory()
    context = Context(Library((), None), store, Settings(), keeps=False)
    made = Writing(context, tmp_path / "clinic.yaml")
    yield made
    made.window.close()
    made.window.deleteLater()
    made.bench.deleteLater()
    store.close()
    QApplication.processEvents()
