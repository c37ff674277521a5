"""Whom a plan or a story names where there is help: one's own first, in an order of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.help.sample import GOOD
from tests.scenario.good_file import put
from tests.ui import sweep
from trainer import paths
from trainer.authoring.document import Document
from trainer.ui.authoring.form.things.help_rows import SpokenRow
from trainer.ui.authoring.form.things.thing_form import ThingForm
from trainer.ui.authoring.tables.resources import ResourcesRow

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.authoring.form.conftest import Writing

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CLOSE = ("segments", "close")
THERE = (*CLOSE, "contacts")


@pytest.fixture
def row(writing: Writing, tmp_path: Path) -> ResourcesRow:
    """The end of a plan; in one's own list the line that works with the police stands first."""
    put(paths.own_scenarios() / "help" / "ours.yaml", own_list())
    file = paths.assets() / "templates" / "plan.yaml"
    writing.bench.show(Document(tmp_path / "plan.yaml", file.read_text("utf-8")))
    writing.bench.write_at(CLOSE)
    QApplication.processEvents()
    form = writing.panel.form
    assert isinstance(form, ThingForm)
    found = form.rows()[THERE]
    assert isinstance(found, ResourcesRow)
    return found


def own_list() -> str:
    text = GOOD.replace("name: First Line", "name: A precinct").replace("choice", "works-with")
    return text.replace("first-line:", "precinct:").replace('"988":', "lawyers:")


def named(writing: Writing) -> list[str]:
    assert writing.bench.document is not None
    found: list[str] = writing.bench.document.data(THERE)
    return found


def test_ones_own_are_offered_and_named_first_the_police_after_those(
    writing: Writing, row: ResourcesRow
) -> None:
    assert list(row.names())[:2] == ["lawyers", "precinct"]
    assert row.pick.itemData(1) == "lawyers"
    before = named(writing)
    assert before, "the example names somebody who comes along"
    for key in ("988-lifeline", "lawyers", "precinct"):
        row.pick.chosen.emit(key)
    assert named(writing) == ["lawyers", "precinct", *before, "988-lifeline"]


def test_their_order_is_changed_by_keyboard_and_taken_back(
    writing: Writing, row: ResourcesRow
) -> None:
    (first,) = named(writing)
    assert row.note.isHidden(), "one alone has no order"
    row.pick.chosen.emit("988-lifeline")
    assert not row.note.isHidden()
    assert "Alt and an arrow key" in row.chips[first].accessibleDescription()
    row.chips["988-lifeline"].setFocus()
    writing.press(Key.Key_Up, ALT)
    assert named(writing) == ["988-lifeline", first]
    assert row.chips["988-lifeline"].hasFocus()
    assert writing.announced[-1] == "Now number 1 of 2."
    writing.press(Key.Key_Left, ALT)
    assert named(writing) == ["988-lifeline", first], "nothing is before the first"
    writing.press(Key.Key_Right, ALT)
    assert named(writing) == [first, "988-lifeline"]
    writing.bench.undo()
    assert named(writing) == ["988-lifeline", first]
    assert list(row.chips) == named(writing)
    QApplication.processEvents()
    stand = [row.mapFromGlobal(one.mapToGlobal(one.rect().topLeft())) for one in row.chips.values()]
    assert sorted(stand, key=lambda at: (at.y(), at.x())) == stand, "they show in that order, too"
    assert sweep.names(row) == []
    assert sweep.tab_order(writing.window) == []


def test_from_right_to_left_the_arrows_turn_round(writing: Writing, row: ResourcesRow) -> None:
    (first,) = named(writing)
    row.pick.chosen.emit("988-lifeline")
    chip = row.chips[first]
    chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chip.setFocus()
    writing.press(Key.Key_Left, ALT)
    assert named(writing) == ["988-lifeline", first]


def test_languages_have_no_order_that_means_something(writing: Writing, tmp_path: Path) -> None:
    writing.bench.show(Document(tmp_path / "help.yaml", GOOD))
    writing.bench.select(("entries", "first-line"))
    form = writing.panel.form
    assert isinstance(form, ThingForm)
    form.more.open()
    QApplication.processEvents()
    spoken = form.rows()["entries", "first-line", "languages"]
    assert isinstance(spoken, SpokenRow)
    spoken.chips["en"].setFocus()
    writing.press(Key.Key_Down, ALT)
    assert writing.bench.document is not None
    assert writing.bench.document.text == GOOD
