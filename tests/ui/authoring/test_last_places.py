"""One goes on in the scene in which one wrote last, file by file; who keeps nothing leaves none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from tests.bad_days.days import ROOT, posix
from tests.scenes import Stage
from tests.scenes.authoring_scenes import author, own_copy, written
from tests.ui.authoring.form.conftest import STORY
from tests.ui.authoring.writes_on import NEW
from tests.until import until
from trainer import paths
from trainer import settings as settings_file
from trainer.settings import Settings
from trainer.ui.authoring.frame import last_places
from trainer.ui.authoring.frame.places import View
from trainer.ui.authoring.keeping.found_sheet import FoundSheet
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.workbench import Workbench


def wrote_in(stage: Stage, name: str) -> str:
    """Open a story, stand in its third scene, and leave."""
    page = author(stage, name)
    scene = list(page.bench.outline().scenes)[2]
    page.bench.select(("scenes", scene))
    return scene


def test_the_next_start_goes_on_there_file_by_file(qapp: QApplication) -> None:
    with Stage(Settings(keep=True)) as stage:
        stage.shell.show()
        first = wrote_in(stage, "morning-train")
        other = wrote_in(stage, "refund-counter")
        stage.shell.close()
    with Stage(settings_file.read(paths.settings())) as stage:
        stage.shell.show()
        for name, scene in (("morning-train", first), ("refund-counter", other)):
            stage.shell.open_page("author", path=own_copy(name))
            page = stage.shell.page()
            assert isinstance(page, AuthorPage)
            assert page.bench.path == ("scenes", scene)
        stage.shell.close()
        kept = settings_file.read(paths.settings()).author_at
        assert str(paths.own_scenarios()) not in kept
    for words in ("", "[1]", "no", '{"a": 1}', "[" * 90_000):
        assert last_places._read(words) == {}
    for words in (kept, kept.replace(other, "gone")):
        with Stage(Settings(keep=True, author_at=words)) as stage:
            stage.shell.show()
            stage.shell.open_page("author", path=own_copy("refund-counter"))
            page = stage.shell.page()
            assert isinstance(page, AuthorPage)
            wanted = other if words == kept else page.bench.outline().start
            assert page.bench.path == ("scenes", wanted)


@pytest.mark.parametrize("files", [5, last_places.MOST + 5])
def test_of_many_files_the_latest_are_kept(qapp: QApplication, files: int) -> None:
    with Stage(Settings(keep=True)) as stage:
        page = author(stage)
        document = page.bench.document
        assert document is not None
        for number in range(files):
            document.path = document.path.with_name(f"{number}.yaml")
            page.bench.select_first()
            page.going_on.note()
        assert stage.context.settings.author_at.count(":") == min(files, last_places.MOST)


def test_who_keeps_nothing_leaves_no_place(qapp: QApplication) -> None:
    with Stage(Settings(keep=False)) as stage:
        wrote_in(stage, "morning-train")
        stage.shell.open_page("author-home")
        assert stage.context.settings.author_at == ""


def _killed(view: View) -> Settings:
    """Have somebody write until they are killed; give the settings that are there then."""
    command = [sys.executable, "-m", "tests.ui.authoring.writes_on", view.value]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        said = run.stdout.readline()
        run.kill()
    assert said == "there\n"
    return settings_file.read(paths.settings())


@posix
def test_after_a_kill_the_view_the_scene_and_the_field_are_there_again(qapp: QApplication) -> None:
    kept = _killed(View.OUTLINE)
    with Stage(kept) as stage:
        stage.shell.show()
        file = paths.own_scenarios() / "clinic" / "clinic.yaml"
        stage.shell.open_page("author", path=file)
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        assert page.frame.view is View.OUTLINE
        assert page.bench.scene == "door"  # Where the story starts: the other is not in the file.
        stage.settle(0.05)
        page.going_on._keep()
        assert "later" in stage.context.settings.author_at  # While that is thought about, too.
        sheet = page.window().findChild(FoundSheet)
        assert sheet is not None
        sheet.accept()
        stage.settle(0.05)
        assert page.frame.view is View.OUTLINE
        assert page.bench.path == NEW
        field = stage.shell.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        assert page.form.isAncestorOf(field)
        assert field.toPlainText().startswith("She waits")
        assert field.textCursor().atEnd()
        page.stand_on_scenes(View.OUTLINE)


def test_one_goes_on_in_the_field_or_in_the_text(qapp: QApplication) -> None:
    text = ("scenes", "door", "choices", 1, "say")
    with Stage(Settings(keep=True), size=(800, 600)) as stage:
        stage.shell.show()
        page = written(stage, STORY, "clinic")
        page.bench.write_at(("cast", "man", "name"))
        stage.settle(0.01)
        for _tab in range(2):
            QTest.keyClick(stage.shell.focusWidget(), Qt.Key.Key_Tab)
        first = spoken(stage)
        page = written(stage, STORY, "second")
        page.bench.write_at(text)
        stage.settle(0.01)
        second = spoken(stage)
        page = written(stage, STORY, "third")
        page._show_text()
        until(lambda: page.text.twin.fresh)
        _put_cursor_at(page, ("scenes", "seats", "text"))
        page.bar.back.setFocus()  # By whatever way one leaves.
        stage.shell.close()
    with Stage(settings_file.read(paths.settings())) as stage:
        stage.shell.show()
        QTest.qWaitForWindowActive(stage.shell)
        page = opened(stage, "third")
        assert page.frame.view is View.TEXT
        assert page.bench.path == ("scenes", "seats", "text")
        assert page.text.isAncestorOf(stage.shell.focusWidget())
        page.stand_on_scenes(View.MAP)
        opened(stage, "clinic")
        assert spoken(stage) == first
        page = opened(stage, "second")
        assert (page.bench.path, spoken(stage)) == (text, second)
        page.bench.select(("scenes", "seats"))
        page.stand_on_scenes(View.MAP)
        opened(stage, "clinic")
        page = opened(stage, "second")
        assert page.bench.path == ("scenes", "seats")
        assert page.map.isAncestorOf(stage.shell.focusWidget())


def test_a_long_story_goes_on_once_it_is_read_unless_one_has_gone_elsewhere(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    for where in ("trainer.authoring.document", "trainer.ui.authoring.keeping.named"):
        monkeypatch.setattr(f"{where}.AT_ONCE", 100)
    path = ("scenes", "seats", "text")
    with Stage(Settings(keep=True)) as stage:
        stage.shell.show()
        page = written(stage, STORY, "clinic")
        until(lambda: page.bench.outline().scenes)
        page.bench.write_at(path)
        wanted = spoken(stage)
        stage.shell.close()
    for moves in (False, True):
        with Stage(settings_file.read(paths.settings())) as stage:
            stage.shell.show()
            bench = opened(stage, "clinic").bench
            assert bench.document is not None
            assert bench.document.waits
            if moves:
                QTest.keyClick(stage.shell.focusWidget(), Qt.Key.Key_Tab)
            until(partial(_is_at, bench, path))
            stage.settle(0.02)
            assert (spoken(stage) == wanted) is not moves


def _is_at(bench: Workbench, path: Path) -> bool:
    return bench.path == path


def test_what_is_kept_of_places_is_read_as_far_as_it_can_be() -> None:
    many = json.dumps({"a": ["form", "scenes", 1, "x"], "b": "one", "c": ["no", "x"], "d": [],
                       "e": ["text", -1], "f": ["", ["x"]], "g": ["form", True]})  # fmt: skip
    assert last_places._read(many) == {
        "a": ("form", ("scenes", 1, "x")), "b": ("", ("scenes", "one"))
    }  # fmt: skip


def _put_cursor_at(page: AuthorPage, path: Path) -> None:
    document = page.bench.document
    assert document is not None
    span = document.span(path)
    assert span is not None
    page.text.editor.go_to(page.text.twin.offsets.to_qt(span[0]))


def spoken(stage: Stage) -> str:
    return stage.shell.focusWidget().accessibleName()


def opened(stage: Stage, name: str) -> AuthorPage:
    stage.shell.open_page("author", path=paths.own_scenarios() / name / f"{name}.yaml")
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    return page
