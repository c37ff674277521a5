"""What is written is kept, whatever happens: in the real window, on real files."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.scenes import Stage
from tests.scenes.authoring_scenes import author, own_copy
from trainer import paths
from trainer.authoring.called import title_of
from trainer.authoring.keeping import aside, holding, kept
from trainer.authoring.keeping.kept import State
from trainer.progress.store import Store
from trainer.scenario.libraries.library import Library
from trainer.settings import Settings
from trainer.ui.authoring.frame.places import View
from trainer.ui.authoring.keeping.moving import save_as
from trainer.ui.authoring.keeping.panel import Keeping
from trainer.ui.authoring.keeping.rows import RowList
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.authoring.workbench import Workbench
from trainer.ui.context import Context
from trainer.ui.dialogs import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.authoring.document import Document

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


def test_what_is_written_is_kept_aside_then_saved(qapp: QApplication) -> None:
    with Stage(PLAIN) as stage:
        page = shown(stage)
        keeper, path = page.keeping.keeper, document(page).path
        before = path.read_text()
        assert state(page) is State.SAVED
        number = 0
        while not aside.is_there(path):
            # Whoever types without a pause is kept, too.
            number += 1
            text = write(page, f"One {number}")
            assert state(page) is State.UNSAVED
            stage.settle(0.02)
            assert number < 200
        assert path.read_text() == before
        page.save()
        assert path.read_text() == text
        assert state(page) is State.SAVED
        assert not aside.is_there(path)
        page.bench.undo()
        assert state(page) is State.UNSAVED
        assert document(page).text == before
        keeper.leave()
        assert aside.is_there(path)
        page.bench.redo()
        assert state(page) is State.SAVED
        keeper.leave()
        assert not aside.is_there(path)
    assert not holding.place(path).exists()


def test_closing_asks_nothing_and_it_is_here_again(qapp: QApplication) -> None:
    with Stage(PLAIN) as stage:
        page = shown(stage)
        path = document(page).path
        before, text = path.read_text(), write(page, "Two")
    assert path.read_text() == before
    with light(path) as again:
        assert document(again).text == text
        assert state(again) is State.UNSAVED
        again.bench.undo()
        assert document(again).text == before
        assert state(again) is State.SAVED


def test_after_a_kill_both_answers_lose_nothing(qapp: QApplication) -> None:
    path = own_copy()
    one = kept.opened(path)
    before = one.document.text
    changed = before.replace("\nseverity: threat\n", "\nseverity: verbal\n")
    assert changed != before
    for said, expected in (("Leave", before), ("Go on", changed)):
        one.document.text = changed
        aside.keep(path, one.unsaved(), home=False)
        with light(path) as page:
            told = "\n".join(label.text() for label in sheet().findChildren(QLabel))
            heard = sheet().findChildren(RowList)[0].item(0).text()
            assert heard.endswith("How far it goes\nthreat verbal")
            assert f"“{title_of(document(page))}” was not saved" in told
            answer(said)
            assert document(page).text == expected
            page.keeping.keeper.writer.flush()
            assert path.read_text() == before
            if said == "Leave":
                assert not aside.is_there(path)


def test_what_cannot_be_saved_stays_and_goes_elsewhere(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        keeper, path = page.keeping.keeper, document(page).path
        text = write(page, "Three")
        gone = path.parent.rename(path.parent.with_name("gone"))
        page.save()
        assert state(page) is State.ASIDE
        sheet().reject()
        found = aside.find(path)
        assert found is not None
        assert found.text == text
        assert keeper.shown is not None
        assert save_as(keeper, keeper.shown, gone / "other.yaml")
        assert (gone / "other.yaml").read_text() == text
        assert state(page) is State.SAVED
        page.keeping.keeper.writer.flush()
        assert not aside.is_there(path)


def test_what_can_be_kept_nowhere_is_not_closed_in_silence(qapp: QApplication) -> None:
    with Stage(PLAIN) as stage:
        page = shown(stage)
        path = document(page).path
        text = write(page, "Four")
        gone = path.parent.rename(path.parent.with_name("gone"))
        paths.unsaved().write_text("not a folder")
        assert not stage.shell.close()
        for asked in [one for one in QApplication.topLevelWidgets() if isinstance(one, Sheet)]:
            asked.reject()
        paths.unsaved().unlink()
        assert stage.shell.close()
        shutil.rmtree(gone)
    with light(path) as again:
        answer("Go on")
        assert document(again).text == text
        again.save()
        sheet().reject()
        path.parent.mkdir()
        again.save()
        assert path.read_text() == text
        assert state(again) is State.SAVED


def test_a_second_window_only_looks(qapp: QApplication) -> None:
    path = own_copy()
    other = kept.opened(path)
    assert kept.take_hold(other)
    with Stage(PLAIN) as stage:
        page = shown(stage, path)
        before = write(page, "Four")
        assert state(page) is State.FIXED
        assert before == path.read_text()
        page.frame.show_view(View.TEXT)
        stage.settle(0.02)
        assert page.text.editor.isReadOnly()
        assert other.hold is not None
        other.hold.release()
        page.keeping.outside.look()
        assert state(page) is State.SAVED
        assert not page.text.editor.isReadOnly()
        assert write(page, "Four") != before
