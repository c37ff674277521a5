"""A story that has just been opened stands on its map as far as it can be seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from tests.ui.showing import showing
from tests.until import until
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_a_new_story_is_seen_whole_before_anybody_moves_the_map(qapp: QApplication) -> None:
    with showing("author-begun") as stage:
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        view = page.map.view
        room = QRectF(view.rect())
        assert len(view.picture.boxes) > 3
        for name, box in view.picture.boxes.items():
            corners = box.rect.topLeft(), box.rect.bottomRight()
            assert all(room.contains(view.camera.pixel(one)) for one in corners), name


def test_what_mends_a_picture_is_offered_once(qapp: QApplication) -> None:
    with showing("author-map-writing") as stage:
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        form = page.form.form
        assert isinstance(form, SceneForm)
        row = form.present
        until(lambda: not row.wrong.isHidden() and not row.wrong.mend.isHidden())
        assert row.wrong.mend.words() == row.put_in.words() == "Put Amina in the picture"
        assert row.put_in.isHidden()


def test_what_tells_of_the_problems_leaves_the_rows_their_room(qapp: QApplication) -> None:
    with showing("author-map-writing") as stage:
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        stage.rest()
        panel = page.problems
        shown = [chip for chip in panel.chips.values() if chip.isVisibleTo(page)]
        assert len(shown) == 4
        assert panel.coverage.isVisibleTo(page)
        assert len({one.geometry().center().y() // 8 for one in (*shown, panel.coverage)}) == 1
