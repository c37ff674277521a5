"""Scenes of what opens over the editor: the pictures, a list of scenes, finding."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author, author_home
from trainer.ui.authoring.form.choice_form import ChoiceForm
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.authoring.home.file_card import FileCard
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.widgets.fields import Dropdown, PlainEdit


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


def _press_down() -> None:
    """Go to the first row of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)


@scene("author-more")
def author_more(stage: Stage) -> None:
    page = author(stage)
    stage.settle()
    page.bar.more.open_menu()
    _press_down()


@scene("author-map-menu")
def author_map_menu(stage: Stage) -> None:
    page = author(stage)
    page.bench.select(("scenes", "aboard"))
    stage.settle()
    page.map.view.setFocus()
    page.map._open_menu()
    _press_down()


@scene("author-outline-menu")
def author_outline_menu(stage: Stage) -> None:
    page = author(stage)
    page.frame.bring(page.outline)
    page.bench.select(("scenes", "aboard"))
    stage.settle()
    page.outline._menu_below()


@scene("author-home-menu")
def author_home_menu(stage: Stage) -> None:
    author_home(stage)
    stage.settle()
    stage.shell.page().findChildren(FileCard)[0].more.open_menu()


@scene("author-field-menu")
def author_field_menu(stage: Stage) -> None:
    page = author(stage)
    page.bench.write_at(("scenes", "aboard"))
    stage.settle()
    form = page.form.form
    assert isinstance(form, SceneForm)
    edit = QApplication.focusWidget()
    assert isinstance(edit, PlainEdit)
    edit.selectAll()
    at = edit.mapToGlobal(QPoint(40, 20))
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.postEvent(edit, QContextMenuEvent(reason, QPoint(40, 20), at))
    stage.settle()


@scene("author-ready-made")
def author_ready_made(stage: Stage) -> None:
    author_home(stage)
    stage.settle()
    page = stage.shell.page()
    assert isinstance(page, AuthorHomePage)
    page._ask_copy()


@scene("author-deleted")
def author_deleted(stage: Stage) -> None:
    page = author(stage)
    page.bench.select(("scenes", "announcement"))
    page.map.acts.scenes.delete()
    stage.settle()
