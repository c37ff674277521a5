"""What may be misspelt is marked, told, mended with one key; names of the story are no mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from tests.scenes.authoring_scenes import own_copy
from trainer import paths
from trainer.authoring.spelling import dictionaries
from trainer.authoring.spelling.speller import Speller, words_in
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.scenes import Stage


def marked(edit: QPlainTextEdit) -> list[str]:
    return [one.cursor.selectedText() for one in edit.extraSelections()]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # said offscreen of any menu
def test_a_word_is_marked_mended_by_key_and_taken_back(stage: Stage, qtbot: QtBot) -> None:
    stage.shell.show()
    stage.shell.open_page("author", path=own_copy())
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    page.bench.select(("scenes", "aboard"))
    edit = next(one for one in page.form.findChildren(QPlainTextEdit) if one.isVisible())
    edit.setFocus()
    edit.setPlainText("Mrs. Vo and Tuan recieve a lettr, see https://exampel.org.")
    qtbot.waitUntil(lambda: marked(edit) == ["recieve", "lettr"])
    cursor = edit.textCursor()
    cursor.setPosition(edit.toPlainText().index("recieve") + 3)
    edit.setTextCursor(cursor)
    assert "Perhaps misspelt" in edit.accessibleDescription()
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(edit.findChildren(QMenu)))
    menu = edit.findChildren(QMenu)[-1]
    next(one for one in menu.actions() if one.text() == "receive").trigger()
    assert page.bench.document is not None
    assert "Tuan receive a" in page.bench.document.data(("scenes", "aboard", "text"))
    qtbot.waitUntil(lambda: marked(edit) == ["lettr"])
    page.form.spelling.add("lettr")
    assert marked(edit) == []
    assert paths.own_words().read_text("utf-8") == "lettr\n"
    page.bench.undo()
    assert "recieve" in edit.toPlainText()


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
