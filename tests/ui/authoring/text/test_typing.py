"""The text by keys: what is offered, how lines go on, where problems are, what keeps it broken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest

from tests.ui.authoring.text.test_twin import Shown
from trainer.authoring.document import Document
from trainer.scenario.model import Mark
from trainer.scenario.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.scenes import Stage

TEXT: Final = """\
format: scenario/1
title: "A 😀 day"
cast:
  kim: {name: Mrs. Kim, role: targeted}
scenes:
  aboard:
    text: |
      The bus is full.
    lines:
      - kim: Hello
    choices:
      - id: ask
        d: distract
        next: beside
  beside:
    text: It rains.
    ending: {outcome: mixed}
"""
KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def typed(stage: Stage) -> Iterator[Shown]:
    made = Shown(stage, TEXT)
    made.panel.resize(700, 500)
    made.panel.activateWindow()
    made.editor.setFocus()
    yield made
    made.panel.deleteLater()


def at(shown: Shown, words: str) -> None:
    """Stand behind some words."""
    cursor = shown.editor.document().find(words)
    cursor.setPosition(cursor.selectionEnd())
    shown.editor.setTextCursor(cursor)


def press(shown: Shown, *keys: Qt.Key, with_: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        QTest.keyClick(shown.editor, key, with_ or Qt.KeyboardModifier.NoModifier)


def offered(shown: Shown) -> list[str]:
    popup = shown.panel.completion.popup
    if popup.isHidden():
        return []
    return [popup.list.item(row).text() for row in range(popup.list.count())]


def test_names_are_offered_taken_by_key_and_never_by_themselves(typed: Shown) -> None:
    completion, editor = typed.panel.completion, typed.editor
    at(typed, "d: distract")
    press(typed, KEY.Key_Return)
    assert editor.textCursor().block().text() == "        "
    assert offered(typed) == []
    QTest.keyClicks(editor, "next: ")
    assert offered(typed) == ["aboard", "beside"]
    assert completion.popup.chosen() is None  # Nothing is typed yet: Enter is Enter.
    box = editor.cursorRect()
    top = editor.viewport().mapTo(editor.window(), box.bottomLeft()).y()
    assert 0 < completion.popup.y() - top < 10
    press(typed, KEY.Key_Down)
    assert completion.popup.said() == "aboard, The bus is full."
    press(typed, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up)
    press(typed, KEY.Key_Return)
    assert "        next: beside\n" in typed.text
    assert offered(typed) == []
    QTest.keyClicks(editor, "x")  # It is a name as it stands; nothing is put in its place.
    press(typed, KEY.Key_Backspace, KEY.Key_Escape)
    assert "        next: beside\n" in typed.text
    typed.bench.undo()
    typed.bench.undo()
    typed.bench.undo()
    assert typed.text == TEXT


def test_what_is_begun_is_taken_with_enter_or_tab_and_left_with_escape(typed: Shown) -> None:
    editor = typed.editor
    at(typed, "- kim: Hello")
    press(typed, KEY.Key_Return)
    assert editor.textCursor().block().text() == "      - "
    assert offered(typed)[0] == "kim"
    QTest.keyClicks(editor, "k")
    press(typed, KEY.Key_Escape)
    assert offered(typed) == []
    press(typed, KEY.Key_Backspace)
    assert offered(typed) == []
    QTest.keyClicks(editor, "Rain")
    assert offered(typed) == []
    at(typed, "ending: {outcome: mixed")
    QTest.keyClicks(editor, ", vi")
    assert offered(typed) == ["view"]
    press(typed, KEY.Key_Tab)
    assert "{outcome: mixed, view: }" in typed.text
    at(typed, "text: It rains")
    press(typed, KEY.Key_Space, with_=CONTROL)
    assert offered(typed) == []
    editor.insertPlainText(" ki")
    assert offered(typed) == []
    at(typed, "format: scenario/1")
    press(typed, KEY.Key_Return, KEY.Key_Space, with_=None)
    press(typed, KEY.Key_Backspace)
    press(typed, KEY.Key_Space, with_=CONTROL)
    assert "authors" in offered(typed)
    assert "title" not in offered(typed)
    press(typed, KEY.Key_Left)
    assert offered(typed) == []


def test_a_click_takes_an_offer_and_the_text_keeps_the_keyboard(typed: Shown) -> None:
    at(typed, "d: distract")
    press(typed, KEY.Key_Return)
    QTest.keyClicks(typed.editor, "fit: ")
    popup = typed.panel.completion.popup
    row = offered(typed).index("poor")
    place = popup.list.visualItemRect(popup.list.item(row)).center()
    QTest.mouseClick(
        popup.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert "        fit: poor\n" in typed.text
    assert typed.panel.focusWidget() is typed.editor


def test_what_is_in_no_file_alone_is_offered_too(typed: Shown) -> None:
    plan = "format: plan/1\nsegments:\n  a-story:\n    scenario: "
    typed.bench.show(Document(Path("plan.yaml"), plan))
    typed.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(typed.editor, "m")
    assert "morning-train" in offered(typed)
    typed.bench.show(Document(Path("b.yaml"), f"{TEXT}resources: ["))
    typed.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(typed.editor, "s")
    assert "stop-aapi-hate" in offered(typed)


def test_lines_move_in_and_out_as_one_step_and_an_empty_entry_ends_its_list(typed: Shown) -> None:
    at(typed, "- id: ask")
    cursor = typed.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor, 2)
    typed.editor.setTextCursor(cursor)
    press(typed, KEY.Key_BracketRight, with_=CONTROL)
    moved = TEXT.replace("      - id: ask\n        d:", "        - id: ask\n          d:")
    assert typed.text == moved
    press(typed, KEY.Key_Left, with_=Qt.KeyboardModifier.AltModifier)
    assert typed.text == TEXT
    at(typed, "cast:")
    press(typed, KEY.Key_BracketLeft, with_=CONTROL)
    assert typed.text == TEXT  # Nothing is farther out.
    at(typed, "- kim: Hello")
    press(typed, KEY.Key_Return, KEY.Key_Escape, KEY.Key_Return)
    assert typed.editor.textCursor().block().text() == "    "


def marked(shown: Shown, line: int) -> list[tuple[int, int, QTextCharFormat.UnderlineStyle]]:
    shown.editor.dress()
    block = shown.editor.document().findBlockByNumber(line)
    formats = block.layout().formats()
    none = QTextCharFormat.UnderlineStyle.NoUnderline
    found = [(one.start, one.length, one.format.underlineStyle()) for one in formats]
    return [one for one in found if one[2] != none]


def test_problems_are_marked_where_they_stand_gone_to_and_told(typed: Shown) -> None:
    said: list[str] = []
    typed.bench.context.announced.connect(said.append)
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    dash = QTextCharFormat.UnderlineStyle.DashUnderline
    found = [
        problem("unknown-scene", Mark(14, 15), "choice", to="beside", choice="ask"),
        problem("unused-cast", Mark(4, 3), name="kim"),
        problem("cut-text", Mark(2, 13), "comment"),
    ]
    typed.bench.show_problems(found)
    assert marked(typed, 13) == [(14, 6, wave)]
    assert marked(typed, 3) == [(2, 3, dash)]
    assert marked(typed, 1)[0][0] == 13  # An emoji is two of Qt's letters.
    assert typed.editor.worst_at(3).name == "WARNING"  # type: ignore[union-attr]
    typed.editor.moveCursor(QTextCursor.MoveOperation.Start)
    lines = []
    for _step in range(4):
        press(typed, KEY.Key_F8)
        lines.append(typed.editor.textCursor().blockNumber() + 1)
    assert lines == [2, 4, 14, 2]
    press(typed, KEY.Key_F8, with_=SHIFT)
    assert typed.editor.textCursor().blockNumber() == 13
    assert typed.editor.textCursor().positionInBlock() == 14
    words = "Error (next): “Leads to” names “Beside”, and there is no such scene."
    assert typed.panel.place.text() == f"Line 14, column 15. {words}"
    assert typed.editor.accessibleDescription() == words
    assert words in said


def test_what_is_wrong_is_marked_once_the_text_is_seen(typed: Shown) -> None:
    typed.panel.hide()
    typed.bench.show_problems([problem("unused-cast", Mark(4, 3), name="kim")])
    assert marked(typed, 3) == []
    typed.panel.show()
    assert [place[:2] for place in marked(typed, 3)] == [(2, 3)]
    typed.panel.hide()
    typed.bench.show_problems([])
    typed.panel.show()
    assert marked(typed, 3) == []


def test_what_keeps_it_from_being_read_is_said_and_led_to(typed: Shown) -> None:
    broken = typed.panel.broken
    assert broken.isHidden()
    at(typed, 'day"')
    typed.editor.insertPlainText('"')
    at(typed, "outcome: mixed")
    assert typed.bench.document is not None
    assert typed.bench.document.broken is not None
    assert broken.isVisible()
    assert "Not readable from line" in broken._words.text()
    broken._link.click()
    line = typed.bench.document.broken.mark.line
    assert typed.editor.textCursor().blockNumber() + 1 == line
    typed.bench.undo()
    assert broken.isHidden()


def test_who_selects_elsewhere_sees_it_here_and_who_stands_here_selects(
    typed: Shown, stage: Stage
) -> None:
    typed.bench.select(("scenes", "beside"))
    stage.settle(0.01)
    assert typed.editor.textCursor().block().text() == "  beside:"
    at(typed, "- kim: Hel")
    typed.panel._select_here()
    assert typed.bench.path == ("scenes", "aboard", "lines", 0, "kim")
    typed.bench.select(("scenes", "aboard", "lines"))  # One stands in it: nothing jumps.
    stage.settle(0.01)
    assert typed.editor.textCursor().positionInBlock() == len("      - kim: Hel")
    typed.panel.show_words(("title",), 2, 3)
    assert typed.editor.textCursor().selectedText() == "😀"
    assert typed.panel.selected() == "😀"


def test_the_strip_beside_the_text_is_as_wide_as_its_numbers(typed: Shown) -> None:
    before = typed.editor._gutter.wide()
    typed.bench.show(Document(Path("long.yaml"), "# x\n" * 12_000))
    assert typed.editor._gutter.wide() > before
    assert typed.editor.viewport().mapTo(typed.editor, QPoint()).x() >= typed.editor._gutter.wide()
