"""What comes by paste, drop or an input method: its words, in time, and back to the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.scenes import Stage
from tests.scenes.authoring_scenes import own_copy
from tests.ui.authoring.keeping.opened import PLAIN, shown
from trainer.authoring.document import Document
from trainer.ui.authoring.form.rows import LONGEST_LINE
from trainer.ui.widgets.endless import with_ends
from trainer.ui.widgets.pasted import cleaned

if TYPE_CHECKING:
    from trainer.ui.authoring.page import AuthorPage

WILD = "a\x00b\x07c\x1b\u2028d\x85e\ufeffg\U0001f600h\ud800i\u0301\r\nj\tk\x0cl\ufdd0m\uffffn"


def test_what_no_text_may_hold_is_left_out() -> None:
    assert cleaned(WILD) == "abc\nd\neg\U0001f600hi\u0301\nj\tk\nlmn"


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("word " * 60_000, 100_000),
        ("x" * 60_000, 20_000),
        ("a " + "x" * 30_000 + " b", 20_002),
        ("x" * 19_999 + " y", 20_001),
        ("\u3000" * 300_000, 100_000),
    ],
)
def test_nothing_goes_on_without_an_end(text: str, longest: int) -> None:
    made = with_ends(text)
    assert made.replace("\n", "") == text
    assert max(map(len, made.split("\n"))) == longest


def _undo(page: AuthorPage, before: str) -> None:
    while page.bench.desk.undoes is not None:
        page.bench.undo()
    assert page.bench.document is not None
    assert page.bench.document.text == before


def _is_sound(page: AuthorPage) -> bool:
    document = page.bench.document
    assert document is not None
    fresh = Document(document.path, document.text)
    return fresh.settle() and document.settle() and fresh.data() == document.data()


def _dropped(on: QPlainTextEdit) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/etc/hostname")])
    data.setText("/etc/hostname")
    none = Qt.KeyboardModifier.NoModifier
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), copy, data, left, none)
    event.ignore()
    QApplication.sendEvent(on.viewport(), event)
    QApplication.clipboard().setMimeData(data)
    on.paste()
    return event.isAccepted()


def _written(page: AuthorPage, path: tuple[str, ...]) -> str:
    assert page.bench.document is not None
    return str(page.bench.document.data(path))


def in_the_form(page: AuthorPage) -> None:
    assert page.bench.document is not None
    before = page.bench.document.text
    scene = next(iter(page.bench.document.scenes()))
    page.bench.select(("scenes", scene))
    boxes = [one for one in page.form.findChildren(QPlainTextEdit) if one.isVisible()]
    box, place = boxes[0], ("scenes", scene, "text")
    box.selectAll()
    QApplication.clipboard().setText(WILD)
    box.paste()
    assert _written(page, place).rstrip("\n") == cleaned(WILD)
    assert _is_sound(page)
    _undo(page, before)
    assert not _dropped(box)
    assert page.bench.document.text == before
    box.moveCursor(QTextCursor.MoveOperation.Start)
    for composed in ("ㅎ", "하"):
        QApplication.sendEvent(box, QInputMethodEvent(composed, []))
        assert page.bench.document.text == before
    done = QInputMethodEvent("", [])
    done.setCommitString("한")
    QApplication.sendEvent(box, done)
    assert _written(page, place).startswith("한")
    _undo(page, before)


def in_a_line(page: AuthorPage) -> None:
    assert page.bench.document is not None
    before = page.bench.document.text
    page.write_about()
    line = next(
        one
        for one in page.form.findChildren(QLineEdit)
        if one.isVisible() and one.accessibleName() == "Title"
    )
    said: list[object] = []
    page.context.noticed.connect(said.append)
    line.selectAll()
    QApplication.clipboard().setText(WILD)
    line.paste()
    assert _written(page, ("title",)) == "abc d eg\U0001f600hi\u0301 j k lmn"
    line.selectAll()
    QApplication.clipboard().setText("x" * 30_000)
    line.paste()
    assert _written(page, ("title",)) == "x" * LONGEST_LINE
    assert len([one for one in said if one is not None]) == 1
    _undo(page, before)
    # One that was longer before is looked at, and not cut by a key.
    with page.bench.step("long", ("title",)) as step:
        step.put(page.bench.document, ("title",), "y" * 40_000)
    assert line.isReadOnly()
    assert len(line.text()) == LONGEST_LINE
    line.insert("z")
    assert _written(page, ("title",)) == "y" * 40_000
    _undo(page, before)
    assert not line.isReadOnly()


def in_the_text(page: AuthorPage) -> None:
    assert page.bench.document is not None
    before = page.bench.document.text
    page._show_text()
    editor = page.text.editor
    cursor = editor.textCursor()
    cursor.setPosition(before.index("title: ") + 7)
    for words in (WILD, "x" * 25_000, "👩🏽‍🚒e\u0301"):
        editor.setTextCursor(cursor)
        QApplication.clipboard().setText(words)
        editor.paste()
        assert editor.toPlainText() == page.bench.document.text != before
        cut = page.bench.document.text[before.index("title: ") + 7 :].removesuffix(
            before[before.index("title: ") + 7 :]
        )
        assert cut == with_ends(cleaned(words)).replace("\t", "  ")
        _undo(page, before)
        assert editor.toPlainText() == before
    assert not _dropped(editor)
    assert editor.toPlainText() == before


def test_what_is_pasted_dropped_or_composed_counts_and_is_taken_back(qapp: QApplication) -> None:
    with Stage(PLAIN) as stage:
        stage.shell.activateWindow()
        page = shown(stage, own_copy("blue-tape"))
        in_the_form(page)
        in_a_line(page)
        in_the_text(page)
