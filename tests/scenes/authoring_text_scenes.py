"""Scenes of the text of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author
from trainer.ui.authoring.finding.sheet import FindSheet

if TYPE_CHECKING:
    from trainer.ui.authoring.page import AuthorPage


def text(stage: Stage) -> AuthorPage:
    """Open the text of a scenario."""
    page = author(stage)
    stage.shell.show()
    page._show_text()
    stage.settle(0.05)
    return page


@scene("author-text")
def author_text(stage: Stage) -> None:
    page = text(stage)
    page.bench.select(("scenes", "aboard"))


def _at(page: AuthorPage, words: str) -> None:
    """Put the cursor behind some words."""
    document = page.bench.document
    assert document is not None
    at = document.text.index(words) + len(words)
    page.text.editor.go_to(page.text.twin.offsets.to_qt(at))
    page.text.editor.setFocus()


@scene("author-text-offers")
def author_text_offers(stage: Stage) -> None:
    page = text(stage)
    _at(page, "        fit: poor")
    QTest.keyClick(page.text.editor, Qt.Key.Key_Return)
    QTest.keyClicks(page.text.editor, "next: ")


@scene("author-text-keys")
def author_text_keys(stage: Stage) -> None:
    page = text(stage)
    _at(page, "        fit: poor")
    QTest.keyClick(page.text.editor, Qt.Key.Key_Return)
    QTest.keyClick(page.text.editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.text.editor, Qt.Key.Key_Down)


@scene("author-text-wrong")
def author_text_wrong(stage: Stage) -> None:
    page = text(stage)
    editor = page.text.editor
    _at(page, "next: looming")
    QTest.keyClicks(editor, "x")
    _at(page, "change: {heat: 3}")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "to: nobody")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    stage.settle(1.2)
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_F8)


@scene("author-text-spelling")
def author_text_spelling(stage: Stage) -> None:
    page = text(stage)
    editor = page.text.editor
    _at(page, "change: {heat: 3}")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "to: nobody")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    _at(page, "next: looming")
    cursor = editor.document().find("phone", editor.textCursor())
    cursor.insertText("fone and a freind adn")
    cursor.movePosition(cursor.MoveOperation.PreviousCharacter)
    editor.setTextCursor(cursor)
    stage.settle(2.2)


@scene("author-text-broken")
def author_text_broken(stage: Stage) -> None:
    page = text(stage)
    _at(page, "start: aboard")
    QTest.keyClicks(page.text.editor, ' "')


@scene("author-find")
def author_find(stage: Stage) -> None:
    page = text(stage)
    page.find_everywhere()
    sheet = stage.top()
    assert isinstance(sheet, FindSheet)
    sheet.fields.sought.setText("the man")
    sheet.fields.instead.setText("the stranger")
    stage.settle(0.6)


@scene("author-find-more")
def author_find_more(stage: Stage) -> None:
    page = text(stage)
    page.find_words()
    sheet = stage.top()
    assert isinstance(sheet, FindSheet)
    sheet.fields._fold()
    sheet.fields.sought.setText("rail")
    sheet.fields.instead.clear()
    stage.settle(0.6)
    sheet.places.setFocus()


@scene("author-help")
def author_help(stage: Stage) -> None:
    author(stage)
    stage.shell.show()
    stage.shell.show_keys()
