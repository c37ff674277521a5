"""A file open in the editor, with or without a shell around it, as what keeps it is tried."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.scenes.authoring_scenes import author
from trainer.progress.store import Store
from trainer.scenario.libraries.library import Library
from trainer.settings import Settings
from trainer.ui.authoring.keeping.panel import Keeping
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.authoring.workbench import Workbench
from trainer.ui.context import Context
from trainer.ui.dialogs import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.scenes import Stage
    from trainer.authoring.document import Document
    from trainer.authoring.keeping.kept import State


PLAIN = Settings(keep=True, palette="light", motion="reduced")


def shown(stage: Stage, path: Path | None = None) -> AuthorPage:
    stage.shell.show()
    if path is None:
        page = author(stage)
    else:
        stage.shell.open_page("author", path=path)
        found = stage.shell.page()
        assert isinstance(found, AuthorPage)
        page = found
    stage.settle(0.02)
    return page


class Light(QWidget):
    """What a page has of keeping, without the panels, of which each takes its time to be made."""

    def __init__(self) -> None:
        super().__init__()
        self.context = Context(Library((), None), Store.in_memory(), PLAIN, keeps=True)
        self.bench = Workbench(self.context)
        self.keeping = Keeping(self.bench, self)

    def save(self) -> None:
        self.keeping.save()


@contextmanager
def light(path: Path) -> Iterator[Light]:
    """Open a file without a shell around it, until the block is left."""
    page = Light()
    page.show()
    page.keeping.open(path)
    yield page
    page.keeping.left()
    page.context.store.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def document(page: AuthorPage | Light) -> Document:
    assert page.bench.document is not None
    return page.bench.document


def state(page: AuthorPage | Light) -> State | None:
    return page.keeping.keeper.state


def write(page: AuthorPage | Light, title: str) -> str:
    with page.bench.step("writing", ("title",), typing="title") as step:
        step.put(document(page), ("title",), title)
    return document(page).text


def sheet() -> Sheet:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, Sheet)]
    return next(one for one in found if one.isVisible())


def answer(words: str) -> None:
    asked = sheet()
    next(one for one in asked.findChildren(QPushButton) if words in one.text()).click()
    QApplication.processEvents()
