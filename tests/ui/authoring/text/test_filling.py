"""A long text comes some of it at a time; whatever is done meanwhile, nothing of it is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.story import long_story
from tests.until import until
from trainer.authoring.document import Document
from trainer.ui.authoring.text.panel import TextPanel
from trainer.ui.authoring.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.scenes import Stage

SCENES = 120
STORY = long_story(SCENES, choices=3)


class Coming:
    """A text of which the first lines show, in a window of its own."""

    def __init__(self, stage: Stage, text: str = STORY, scene: str = "") -> None:
        self.bench = Workbench(stage.context)
        self.panel = TextPanel(self.bench)
        self.panel.resize(700, 500)
        self.twin, self.editor = self.panel.twin, self.panel.editor
        self.document = Document(Path("a.yaml"), text)
        self.bench.show(self.document)
        until(lambda: not self.document.waits)
        if scene:
            self.bench.select(("scenes", scene))
        self.panel.show()
        self.panel.activateWindow()
        QTest.qWaitForWindowActive(self.panel)

    def begun(self) -> bool:
        """Turn until some of it shows, and tell whether the rest is still to come."""
        until(lambda: self.twin.there > 0)
        return self.twin.comes and self.twin.there < len(self.document.text)

    def agrees(self) -> bool:
        text = self.document.text.replace("\r\n", "\n")
        return self.twin.fresh and self.editor.toPlainText() == text


@pytest.fixture
def begin(stage: Stage) -> Iterator[Callable[[], Coming]]:
    """Begin one inside of the test: between both, the loop turns, and all of it may have come."""
    made: list[Coming] = []

    def begin() -> Coming:
        made.append(Coming(stage))
        assert made[-1].begun()
        return made[-1]

    yield begin
    for one in made:
        one.panel.close()


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_all_of_it_comes_and_what_is_selected_shows_before(stage: Stage, ends: str) -> None:
    text = STORY.replace("Rider", "Rider 😀").replace("\n", ends)
    one = Coming(stage, text, scene="s40")
    until(lambda: not one.editor.is_coming)
    assert one.twin.comes
    assert one.editor.textCursor().block().text() == "  s40:"
    first, *_others = one.editor.lines_in_view()
    assert abs(first[0] - one.editor.textCursor().blockNumber()) < 40
    assert one.panel.place.text().startswith("Line ")
    until(lambda: one.twin.fresh)
    assert one.agrees()
    assert one.editor.textCursor().block().text() == "  s40:"
    assert not one.editor.isReadOnly()
    one.panel.close()


def test_no_line_end_is_cut_in_two(stage: Stage) -> None:
    one = Coming(stage, "#" + "#23456\r\n" * 20_000)
    until(lambda: one.twin.fresh)
    assert one.agrees()
    one.panel.close()


def test_it_says_that_it_comes_and_takes_nothing_before(begin: Callable[[], Coming]) -> None:
    coming = begin()
    assert coming.editor.isReadOnly()
    until(lambda: coming.twin.fresh)
    assert not coming.editor.isReadOnly()
    assert coming.agrees()
    coming.panel.hide()
    coming.bench.show(coming.document)
    coming.bench.select(("scenes", f"s{SCENES - 2}"))
    coming.panel.show()
    assert coming.editor.is_coming
    assert coming.panel.place.text() == "The text is coming."
    until(lambda: coming.twin.fresh)
    assert coming.editor.textCursor().block().text() == f"  s{SCENES - 2}:"


def test_a_key_has_all_of_it_there_and_is_written(begin: Callable[[], Coming]) -> None:
    coming = begin()
    before = coming.document.text
    coming.editor.setFocus()
    QTest.keyClicks(coming.editor, "# so")
    QTest.keyClick(coming.editor, Qt.Key.Key_Return)
    assert coming.document.text == f"# so\n{before}"
    assert coming.agrees()


def test_what_is_changed_elsewhere_stands_in_it(begin: Callable[[], Coming]) -> None:
    coming = begin()
    for path, new in ((("title",), "Another"), (("scenes", "s90", "text"), "Late.")):
        with coming.bench.step("x", path) as step:
            step.put(coming.document, path, new)
    assert coming.agrees()
    assert "title: Another" in coming.editor.toPlainText()
    assert not coming.editor.isReadOnly()


def test_a_line_that_is_not_there_yet_is_gone_to(begin: Callable[[], Coming]) -> None:
    coming = begin()
    last = coming.document.text.count("\n")
    coming.panel.go_to_line(last, 3)
    assert coming.editor.textCursor().blockNumber() == last - 1
    assert coming.agrees()


def test_another_file_takes_its_place_and_is_only_looked_at(
    begin: Callable[[], Coming],
) -> None:
    coming = begin()
    other = Document(Path("b.yaml"), STORY.replace("A long story", "Another"))
    other.fixed = True
    coming.document = other
    coming.bench.show(other)
    until(lambda: coming.twin.fresh)
    assert coming.agrees()
    assert coming.editor.isReadOnly()
    keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert coming.editor.textInteractionFlags() & keyboard
    QApplication.processEvents()
    QTest.keyClicks(coming.editor, "x")
    assert coming.agrees()
