"""Scenes of what opens over the editor: the pictures, a list of scenes, finding."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author
from trainer.ui.authoring.form.choice_form import ChoiceForm
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.widgets.fields import Dropdown


@scene("author-places")
def author_places(stage: Stage) -> None:
    page = author(stage)
    page.bench.write_at(("scenes", "aboard"))
    form = page.form.form
    assert isinstance(form, SceneForm)
    form.backdrop.open_grid()  # type: ignore[attr-defined]
    QApplication.processEvents()


@scene("author-leads-to")
def author_leads_to(stage: Stage) -> None:
    page = author(stage)
    page.bench.write_at(("scenes", "aboard", "choices", 1, "next"))
    form = page.form.form
    assert isinstance(form, ChoiceForm)
    field = QApplication.focusWidget()
    if field is not None:
        QTest.keyClick(field, Qt.Key.Key_Down)


@scene("author-dropped")
def author_dropped(stage: Stage) -> None:
    page = author(stage)
    page.bench.write_at(("scenes", "aboard", "choices", 1, "d"))
    stage.settle()
    field = QApplication.focusWidget()
    assert isinstance(field, Dropdown)
    field.showPopup()
