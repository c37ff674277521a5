"""Where one reads from the right, what is painted stands where its words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from tests.scenes import Stage
from trainer.authoring.layout.marks import Marks
from trainer.authoring.outline import Kind, SceneLine
from trainer.settings import Settings
from trainer.ui import theme
from trainer.ui.authoring.map import painting
from trainer.ui.authoring.map.picture import Box
from trainer.ui.authoring.map.tools import Tools
from trainer.ui.library.home_top import Steps

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RTL = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def parent(home: Path) -> Iterator[QWidget]:
    with Stage(Settings(keep=None, palette="light")):
        yield QWidget()


def chips(box: Any, direction: Qt.LayoutDirection, patch: pytest.MonkeyPatch) -> list[QRectF]:
    """Room of each word at a box, left to right."""
    rooms: list[QRectF] = []
    draw: Any = QPainter.drawText

    def drawn(painter: QPainter, room: QRectF, *more: Any) -> Any:
        rooms.append(QRectF(room))
        return draw(painter, room, *more)

    with patch.context() as patched:
        patched.setattr(QPainter, "drawText", drawn)
        picture = QImage(400, 300, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        painter.setLayoutDirection(direction)
        painting.chips(painter, box, Tools(theme.look()))
        painter.end()
    return rooms


def test_marks_of_a_scene_begin_at_the_side_where_one_reads(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    del parent
    line = SceneLine("desk", Kind.CHOICES, 2)
    marks = Marks(errors=1, unwritten=2)
    box = Box("desk", line, QRectF(100, 100, 180, 60), marks, starts=True, behind=3)
    there = chips(box, Qt.LayoutDirection.LeftToRight, monkeypatch)
    mirrored = chips(box, RTL, monkeypatch)
    assert len(there) == len(mirrored) > 1
    middle = box.rect.center().x()
    for one, other in zip(there, mirrored, strict=True):
        # As if seen in a mirror.
        assert other.right() == pytest.approx(2 * middle - one.left(), abs=1.5)
        assert other.width() == pytest.approx(one.width(), abs=1.5)


def test_a_picture_beside_words_is_not_painted_over_them(parent: QWidget) -> None:
    parent.setLayoutDirection(RTL)
    steps = Steps((("play", "Play", "From any scene, alone or with your group, or both."),), parent)
    steps.resize(400, 200)
    steps.ensurePolished()
    steps.grab()
    heading = next(one for one in steps.findChildren(QLabel) if one.text() == "Play")
    step = heading.parentWidget()
    assert step is not None
    assert heading.geometry().right() < step.width() - theme.px(40)
