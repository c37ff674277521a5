"""What is painted by hand, and what is written in, is of one face too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from tests.scenes import Stage
from trainer.authoring.document import Document
from trainer.authoring.finding.looking import Found
from trainer.authoring.trying.report import Row
from trainer.authoring.typing.completing import Offer
from trainer.settings import Settings
from trainer.ui import fonts
from trainer.ui.authoring.finding.places import Places
from trainer.ui.authoring.form.box import FormBox
from trainer.ui.authoring.form.rows import put_in_box
from trainer.ui.authoring.keeping.text_view import TextView
from trainer.ui.authoring.playing.counts import Counts, Order
from trainer.ui.authoring.playing.rows import Rows
from trainer.ui.authoring.text.editor import TextEditor
from trainer.ui.authoring.text.popup import Popup
from trainer.ui.help.entry_head import EntryHead
from trainer.ui.help.told import Told
from trainer.ui.learn.contents import Contents
from trainer.ui.widgets.menu import Menu
from trainer.ui.widgets.pictures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = "Phòng đợi thứ Ba"
PLAIN = "Waiting room"


@pytest.fixture
def parent(home: Path) -> Iterator[QWidget]:
    with Stage(Settings(keep=None, palette="light")):
        yield QWidget()


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Each text that is painted, with its face."""
    told: list[tuple[str, str]] = []
    draw: Any = QPainter.drawText

    def drawn(painter: QPainter, *given: Any) -> Any:
        told.extend((one, face(painter.font())) for one in given if isinstance(one, str))
        return draw(painter, *given)

    monkeypatch.setattr(QPainter, "drawText", drawn)
    return told


def face(font: QFont) -> str:
    return font.families()[0]


def faces_of(told: list[tuple[str, str]], words: str) -> set[str]:
    return {family for text, family in told if words in text}


def test_a_box_of_a_form_that_is_filled_in_silence_is_of_one_face(parent: QWidget) -> None:
    box = FormBox(parent)
    for words, family in ((TITLE, fonts.NOTO), (PLAIN, fonts.HYPERLEGIBLE)):
        put_in_box(box, words)
        assert face(box.edit.font()) == family


def test_the_text_of_a_file_is_of_one_face_as_letters_come(parent: QWidget) -> None:
    editor = TextEditor(parent)
    editor.setPlainText(f"title: {PLAIN}\nsummary: {PLAIN}\n")
    assert face(editor.font()) == fonts.HYPERLEGIBLE
    editor.textCursor().insertText("ở ")
    assert face(editor.document().defaultFont()) == fonts.NOTO
    editor.textCursor().insertText("a bench ")
    assert face(editor.font()) == fonts.NOTO
    editor.setPlainText(f"title: {PLAIN}\n")
    assert face(editor.font()) == fonts.HYPERLEGIBLE
    view = TextView("Text", TITLE, parent)
    assert face(view.edit.font()) == fonts.NOTO


def test_rows_that_are_painted_are_of_one_face(
    parent: QWidget, painted: list[tuple[str, str]]
) -> None:
    rows, popup, contents = Rows("Ways", parent), Popup(parent), Contents(parent)
    rows.show_rows([(TITLE, None), (PLAIN, None)])
    popup.offer((Offer("to-phong", TITLE), Offer("room", PLAIN)), choose=True)
    contents.show_headings([TITLE, PLAIN])
    entry = EntryHead(Told(TITLE, PLAIN, "", "phone", "", "", ()), parent)
    for one in (rows, popup, contents, entry):
        painted.clear()
        one.resize(500, 300)
        one.grab()
        assert faces_of(painted, "Ba") == {fonts.NOTO}, type(one).__name__
        assert faces_of(painted, "room") == {fonts.HYPERLEGIBLE}, type(one).__name__


def test_names_in_a_menu_are_of_one_face_and_have_room(
    parent: QWidget, painted: list[tuple[str, str]]
) -> None:
    menu = Menu("What can be done", parent)
    named, plain = menu.add(TITLE, keys="Enter"), menu.add(PLAIN)
    menu.resize(menu.sizeHint())
    menu.grab()
    assert faces_of(painted, TITLE) == {face(named.font())} == {fonts.NOTO}
    assert faces_of(painted, PLAIN) == {face(plain.font())} == {fonts.HYPERLEGIBLE}


def test_places_and_counts_are_of_one_face(parent: QWidget, painted: list[tuple[str, str]]) -> None:
    places = Places(parent)
    found = Found(
        Document(Path("a.yaml"), f"title: {PLAIN}\n"), ("title",), 0, 7, PLAIN, "", "", ""
    )
    places.show_found([found], [f"Scene “{TITLE}”"], files=False)
    places.resize(500, 300)
    places.grab()
    assert faces_of(painted, TITLE) == {fonts.NOTO}
    counts = Counts(parent)
    counts.show_rows([Row("tuesday", 3, "wait", TITLE, 4)], Order.FILE)
    words = counts.model().index(0, 1)
    assert face(words.data(Qt.ItemDataRole.FontRole)) == fonts.NOTO
    assert face(counts.model().index(0, 2).data(Qt.ItemDataRole.FontRole)) == fonts.HYPERLEGIBLE
    assert face(figure._font("ỞT")) == fonts.NOTO
