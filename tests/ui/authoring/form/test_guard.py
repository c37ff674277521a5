"""A field never writes into another file, nor at a place that has moved since it showed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.ui.authoring.form.conftest import DOOR, STORY
from trainer.authoring.document import Document
from trainer.ui.authoring.form.choice_form import ChoiceForm
from trainer.ui.authoring.form.choice_rows import NameRow
from trainer.ui.authoring.form.rows import LineRow, TextRow

if TYPE_CHECKING:
    from pathlib import Path as File

    from tests.ui.authoring.form.conftest import Writing


def another(writing: Writing, tmp_path: File) -> Document:
    document = Document(tmp_path / "copy.yaml", STORY)
    writing.bench.show(document)
    return document


def test_a_box_writes_into_no_other_file(writing: Writing, tmp_path: File) -> None:
    box = writing.at().a(TextRow, "text").box
    copy = another(writing, tmp_path)
    box.edit.insertPlainText("Late. ")
    assert (writing.document.text, copy.text) == (STORY, STORY)
    # Coming back to the first file shows what stands there, and writes there again.
    writing.bench.show(writing.document)
    writing.at()
    assert box.text() == "You come in."
    box.edit.moveCursor(box.edit.textCursor().MoveOperation.Start)
    box.edit.insertPlainText("Now. ")
    assert "Now. You come in." in writing.document.text
    assert copy.text == STORY


def test_a_name_that_is_handed_in_late_goes_nowhere_else(writing: Writing, tmp_path: File) -> None:
    name = writing.at("choices", 1).a(NameRow, "id")
    form = writing.panel.form
    assert isinstance(form, ChoiceForm)
    form.more.open()
    name.edit.setFocus()
    name.edit.selectAll()
    writing.type("late")
    copy = another(writing, tmp_path)
    QApplication.processEvents()
    assert copy.text == STORY


def test_a_hidden_box_does_not_write_where_another_choice_stands_now(writing: Writing) -> None:
    headline = writing.at("choices", 0).a(LineRow, "feedback", "headline")
    writing.at()
    with writing.bench.step("another one first", DOOR) as step:
        step.insert(writing.document, (*DOOR, "choices", 0), {"id": "new", "act": "Look."})
    before = writing.document.text
    headline.write("You looked.", typed=True)
    assert writing.document.text == before
    # It is said, and nothing of it can be undone.
    assert "changed meanwhile" in writing.notices[-1].text
    undoes = writing.bench.desk.undoes
    assert undoes is not None
    assert undoes.words == "another one first"


def test_after_undo_while_typing_the_box_goes_on_from_what_stands_there(writing: Writing) -> None:
    edit = writing.at().a(TextRow, "text").box.edit
    edit.setFocus()
    for _time in range(3):
        writing.type("X")
        writing.bench.undo()
        writing.type("Y")
        assert "Y" in edit.toPlainText()
        writing.bench.undo()
    assert writing.document.text == STORY
    assert edit.toPlainText() == "You come in."
