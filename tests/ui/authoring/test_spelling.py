"""What may be misspelt is marked, told, mended with one key; names of the story are no mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from tests.authoring.files import document
from tests.scenes.authoring_scenes import own_copy
from tests.until import until
from trainer import paths
from trainer.authoring.spelling import dictionaries
from trainer.authoring.spelling.speller import Speller, names_of, words_in
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.scenes import Stage
    from trainer.ui.authoring.text.editor import TextEditor


def first_text(stage: Stage) -> tuple[AuthorPage, QPlainTextEdit]:
    """Stand in the text of the first scene of a story of one's own."""
    stage.shell.show()
    stage.shell.open_page("author", path=own_copy())
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    page.bench.select(("scenes", "aboard"))
    edit = next(one for one in page.form.findChildren(QPlainTextEdit) if one.isVisible())
    edit.setFocus()
    return page, edit


def marked(edit: QPlainTextEdit) -> list[str]:
    return [one.cursor.selectedText() for one in edit.extraSelections()]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # said offscreen of any menu
def test_a_word_is_marked_mended_by_key_and_taken_back(stage: Stage) -> None:
    page, edit = first_text(stage)
    edit.setPlainText("Mrs. Vo and Tuan recieve a lettr, see https://exampel.org.")
    until(lambda: marked(edit) == ["recieve", "lettr"])
    cursor = edit.textCursor()
    cursor.setPosition(edit.toPlainText().index("recieve") + 3)
    edit.setTextCursor(cursor)
    assert "Perhaps misspelt" in edit.accessibleDescription()
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    until(lambda: bool(edit.findChildren(QMenu)))
    menu = edit.findChildren(QMenu)[-1]
    next(one for one in menu.actions() if one.text() == "receive").trigger()
    assert page.bench.document is not None
    assert "Tuan receive a" in page.bench.document.data(("scenes", "aboard", "text"))
    until(lambda: marked(edit) == ["lettr"])
    page.form.spelling.add("lettr")
    assert marked(edit) == []
    assert paths.own_words().read_text("utf-8") == "lettr\n"
    page.bench.undo()
    assert "recieve" in edit.toPlainText()


QUOTED = """\
format: scenario/1
language: en
title: 'Mrs. Vo''s freind'
cast:
  vo: {name: Mrs. Vo, role: targeted, pronouns: shee}
scenes:
  recieve:
    text: >
      A 😀 "dont" adn
      a
      secnd
    lines: [Whats tihs, "T\\u0068e ednd"]   # recieve
    next: recieve
"""


def underlined(editor: TextEditor) -> list[str]:
    """What is marked as perhaps misspelt in the lines that show, as Qt draws it."""
    found, block = [], editor.document().firstBlock()
    editor.dress()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        formats = block.layout().formats()
        for one in formats:
            if one.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine:
                piece = text[2 * one.start : 2 * (one.start + one.length)]
                found.append(piece.decode("utf-16-le"))
        block = block.next()
    return found


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # said offscreen of any menu
def test_in_the_text_only_what_people_read_is_marked_and_mended_with_its_quotes(
    stage: Stage,
) -> None:
    path = own_copy()
    path.write_text(QUOTED, "utf-8")
    stage.shell.show()
    stage.shell.open_page("author", path=path)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    page._show_text()
    editor, bench = page.text.editor, page.bench
    every = ["freind", "dont", "adn", "secnd", "tihs", "ednd"]
    until(lambda: underlined(editor) == every)
    editor.setFocus()
    stand(editor, "freind")
    assert "Perhaps misspelt" in page.text.place.text()
    assert "Perhaps misspelt" in editor.accessibleDescription()
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    choose(editor, "friend")
    assert "title: 'Mrs. Vo''s friend'\n" in editor.toPlainText()
    assert bench.desk.undoes is not None
    assert bench.desk.undoes.words == "Write “friend”"
    stand(editor, "dont")
    assert page.text.offer_spelling()
    choose(editor, "don't")
    assert '      A 😀 "don\'t" adn\n' in editor.toPlainText()
    stand(editor, "recieve:")
    assert not page.text.offer_spelling()
    assert "misspelt" not in page.text.place.text()
    assert underlined(editor) == ["adn", "secnd", "tihs", "ednd"]
    stand(editor, "Vo''s")
    editor.insertPlainText("'")  # Nothing can be read now: what was marked stays so.
    assert bench.document is not None
    assert bench.document.broken is not None
    assert underlined(editor) == ["adn", "secnd", "tihs", "ednd"]
    stand(editor, "adn")
    assert not page.text.offer_spelling()
    bench.undo()
    assert page.text.spelling is not None
    page.text.spelling.asking.add("adn")
    assert underlined(editor) == ["secnd", "tihs", "ednd"]
    with bench.step("Another language", ("language",)) as step:
        step.put(bench.document, ("language",), "tlh")
    assert underlined(editor) == []
    bench.undo()
    until(lambda: underlined(editor) == ["secnd", "tihs", "ednd"])


def stand(editor: TextEditor, words: str) -> None:
    cursor = editor.document().find(words)
    cursor.clearSelection()
    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    editor.setTextCursor(cursor)


def choose(editor: TextEditor, words: str) -> None:
    until(lambda: any(one.isVisible() for one in editor.findChildren(QMenu)))
    menu = next(one for one in editor.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.text() == words).trigger()
    menu.close()


def test_that_there_is_no_dictionary_is_said_once(stage: Stage) -> None:
    said: list[str] = []
    stage.context.noticed.connect(lambda notice: said.append(notice.text))
    none, english = own_copy(), own_copy("blue-tape")
    none.write_text(QUOTED.replace("language: en", "language: tlh"), "utf-8")
    stage.shell.show()
    for path, there in ((none, False), (english, True), (none, False)):
        stage.shell.open_page("author", path=path)
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        page._show_text()
        page.text.editor.dress()
        asked = page.form.spelling
        until(lambda one=asked, so=there: bool(one.there is so))  # type: ignore[misc]
    assert len([one for one in said if "No dictionary" in one]) == 1


@pytest.mark.parametrize("content", ["", "SET UTF-8\nSFX A Y 1\n", "\0\0", "REP 99999999999\n"])
def test_a_damaged_dictionary_marks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    (tmp_path / "xx.aff").write_text(content, "utf-8")
    (tmp_path / "xx.dic").write_text("\0", "utf-8")
    monkeypatch.setattr(dictionaries, "folders", lambda: iter([tmp_path]))
    speller = Speller("xx")
    assert not speller.there or not speller.is_fine("anything")
    assert Speller("yy").is_fine("anything")


def test_what_is_too_large_is_no_dictionary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ending in (".aff", ".dic"):
        (tmp_path / f"zz_ZZ{ending}").write_text("1\nword\n" if ending == ".dic" else "SET UTF-8\n")
    monkeypatch.setattr(dictionaries, "folders", lambda: iter([tmp_path]))
    assert dictionaries.stem_for("zz") == tmp_path / "zz_ZZ"
    assert Speller("zz").is_fine("word")
    assert not Speller("zz").is_fine("wrod")
    (tmp_path / "zz_ZZ.aff").write_text("SET UTF-8\nSFX A Y 1\nSFX A 0 s (a+)+b\n")
    assert dictionaries.stem_for("zz") is None
    (tmp_path / "zz_ZZ.aff").write_text("SET UTF-8\n")
    monkeypatch.setattr(dictionaries, "LARGEST", 3)
    assert dictionaries.stem_for("zz") is None


@pytest.mark.parametrize("language", ["../evil", "/etc/evil", "en\0", "**x", "e" * 999, ""])
def test_a_language_names_no_file(language: str) -> None:
    assert dictionaries.stem_for(language) is None


def test_words_are_found_where_they_stand() -> None:
    assert list(words_in("I don’t go to a@b.org, [so](https://x.y/zzz) she’d.")) == [
        (2, "don’t"), (8, "go"), (11, "to"), (24, "so"), (45, "she’d"),
    ]  # fmt: skip


def test_who_wrote_and_reviewed_a_story_is_no_mistake() -> None:
    text = "authors: [Xquo Tlhx, Our group]\nreviewed: {by: Zwerr, on: 2026-01-01}\n"
    told = "format: scenario/1\ncast: {lin: {name: Mrs. Lin, role: targeted}, bad: [x]}\n"
    assert names_of(document(told + text)) == {
        "Mrs",
        "Lin",
        "Xquo",
        "Tlhx",
        "Our",
        "group",
        "Zwerr",
    }
    assert names_of(document("format: scenario/1\nauthors: Xquo\n")) == {"Xquo"}


def test_words_of_another_language_are_left_alone_and_its_lines_too() -> None:
    speller = Speller("en")
    words = ("bác", "phòng", "wrod", "Straße", "don’t")
    assert [word for word in words if speller.is_foreign(word)] == ["bác", "phòng", "Straße"]
    assert not Speller("nowhere-there").is_foreign("bác")


def test_a_line_in_another_language_has_no_marks_though_the_next_one_has(stage: Stage) -> None:
    _page, edit = first_text(stage)
    edit.setPlainText("Xin cảm ơn cháu, bác Tlhx.\nA wrod of phòng, then twwo mmore.")
    until(lambda: marked(edit) == ["wrod", "twwo", "mmore"])
    cursor = edit.textCursor()
    cursor.setPosition(edit.toPlainText().index("Tlhx") + 1)
    edit.setTextCursor(cursor)
    assert "Perhaps misspelt" not in edit.accessibleDescription()
