"""A story that has just been opened stands on its map as far as it can be seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from tests.ui.showing import showing
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
