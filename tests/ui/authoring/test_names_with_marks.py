"""A story of Vietnamese names: they stay as they were typed, and two names are two scenes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.scenes import Stage
from tests.scenes.outline_scenes import outlined_file
from tests.until import until
from trainer.authoring import as_typed
from trainer.ui.authoring.form.pick_list import PickList
from trainer.ui.authoring.form.scene_edit import SceneEdit
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.authoring.outline.sheets import NameSheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.ui.authoring.page import AuthorPage

STORY = """\
format: scenario/1
title: Phòng đợi
cast:
  phuc: {name: Bác Tư, role: targeted}
state: {calm: 2}
start: one
scenes:
  one:
    text: She waits.
    choices:
      - id: a
        act: Ngồi xuống
      - id: b
        act: Đứng lên
"""


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[AuthorPage]:
    with Stage() as stage:
        shown = outlined_file(stage, tmp_path / "story.yaml", STORY)
        stage.settle(0.05)
        yield shown


def text_of(page: AuthorPage) -> str:
    assert page.bench.document is not None
    return page.bench.document.text


def scene_form(page: AuthorPage) -> SceneForm:
    form = page.form.form
    assert isinstance(form, SceneForm)
    return form


def lead(page: AuthorPage, at: int, words: str) -> list[str]:
    """Type where a choice leads, and take the last that is offered; give all that was."""
    page.bench.write_at(("scenes", page.bench.scene or "", "choices", at, "next"))
    until(lambda: isinstance(page.window().focusWidget(), SceneEdit))
    edit = page.window().focusWidget()
    assert isinstance(edit, SceneEdit)
    edit.setText(words)
    edit.textEdited.emit(words)
    assert edit.popup is not None
    shown = edit.popup.list
    offered = [shown.item(row).text() for row in range(shown.count())]
    shown.setCurrentRow(shown.count() - 1)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    return offered


def test_names_stay_as_typed_wherever_they_show_and_in_the_file(page: AuthorPage) -> None:
    bench = page.bench
    bench.select(("scenes", "one"))
    name = scene_form(page).name
    name.begin()
    name.edit.setText("Có người bên cạnh")
    QTest.keyClick(name.edit, Qt.Key.Key_Return)
    assert "\n  co-nguoi-ben-canh:  # Có người bên cạnh\n" in text_of(page)
    assert scene_form(page).name.heading.text() == "Scene: Có người bên cạnh"
    first = bench.path[:2]
    assert lead(page, 0, "Má đến")[-1] == "Create the scene “Má đến”"
    bench.select(first)
    assert lead(page, 1, "Mã đền") == ["Má đến", "Create the scene “Mã đền”"]
    assert "\n  ma-den:  # Má đến\n" in text_of(page)
    assert "\n  ma-den-2:  # Mã đền\n" in text_of(page)
    assert bench.document is not None
    choices = bench.document.data((*first, "choices"))
    assert [one["next"] for one in choices] == ["ma-den", "ma-den-2"]
    bench.select(first)
    assert lead(page, 1, "ma den")[:2] == ["Má đến", "Mã đền"], "they are found without marks"
    bench.undo()
    rows = page.outline.model.scene_rows()
    assert [row.title for row in rows] == ["Có người bên cạnh", "Má đến", "Mã đền"]
    assert [way.target for way in rows[0].ways] == ["Má đến", "Mã đền"]
    page.outline.find_words()
    page.outline.search.setText("nguoi ben")
    assert page.outline.tree.isRowHidden(1, page.outline.tree.rootIndex())
    while bench.desk.undo() is not None:
        pass
    assert text_of(page) == STORY


def test_marks_put_on_later_are_only_that(page: AuthorPage) -> None:
    bench = page.bench
    bench.select(("scenes", "one"))
    page.outline.acts.rename()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, NameSheet)
    assert not sheet.go.isEnabled()
    sheet.field.setText("Ône")
    assert sheet.go.isEnabled()
    assert sheet._told.isHidden()
    sheet.go.click()
    assert "\n  one:  # Ône\n" in text_of(page)
    assert text_of(page) == STORY.replace("  one:\n", "  one:  # Ône\n")
    with bench.step("lead", ()) as step:
        step.put(step.at[0], ("scenes", "one", "choices", 0, "next"), "one")
    page.outline.acts.duplicate()
    assert bench.names.scene("one-2") == "Ône 2"
    page.outline.acts.rename_scene("one", "one", "Onë")
    rows = {row.name: row for row in page.outline.model.scene_rows()}
    assert rows["one-2"].ways[0].target == "Onë, see above", "what leads there says so, too"
    bench.undo()
    page.outline.acts.new_scene()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, NameSheet)
    sheet.field.setText("ône")
    assert "This one becomes “ône 3”" in sheet._told.text()
    sheet.go.click()
    assert bench.names.scene("one-3") == "ône 3"


def test_what_is_remembered_is_called_so_in_conditions_and_behind_the_scene(
    page: AuthorPage,
) -> None:
    bench = page.bench
    assert bench.document is not None
    with bench.step("remember", ()) as step:
        step.put(bench.document, ("state", "ngoi_canh"), "false")
        as_typed.keep(step, bench.document, ("state", "ngoi_canh"), "ngồi cạnh")
        step.put(bench.document, ("scenes", "one", "choices", 0, "when"), "ngoi_canh")
    bench.write_at(("scenes", "one", "choices", 0, "when"))
    names = [
        one.itemText(row) for one in page.form.findChildren(PickList) for row in range(one.count())
    ]
    assert "ngồi cạnh" in names
    page.outline.about()
    table = page.about.memory
    assert [part.label.text() for part in table.parts.shown] == ["Calm", "ngồi cạnh"]
