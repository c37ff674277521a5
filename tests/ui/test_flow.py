"""The layout that sets widgets in lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from trainer.ui.widgets.flow import FlowLayout


class Block(QWidget):
    def __init__(self, width: int, height: int = 20) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size


def laid(width: int, *parts: int | None, mirrored: bool = False) -> list[QRect]:
    """Places of blocks of these widths in a line of ``width``; None is the stretch."""
    window = QWidget()
    holder = QWidget(window)
    if mirrored:
        holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow = FlowLayout(holder, spacing=10, line_spacing=5)
    blocks = []
    for part in parts:
        if part is None:
            flow.add_stretch()
        else:
            blocks.append(Block(part))
            flow.addWidget(blocks[-1])
    holder.resize(width, flow.heightForWidth(width))
    window.show()
    return [block.geometry() for block in blocks]


def test_items_stand_in_a_line_while_there_is_room(qapp: QApplication) -> None:
    assert [(box.left(), box.top()) for box in laid(200, 50, 50, 50)] == [(0, 0), (60, 0), (120, 0)]


def test_a_line_breaks_where_the_room_ends(qapp: QApplication) -> None:
    assert [(box.left(), box.top()) for box in laid(115, 50, 50, 50)] == [(0, 0), (60, 0), (0, 25)]


def test_what_follows_the_stretch_stands_at_the_far_end(qapp: QApplication) -> None:
    assert [box.left() for box in laid(300, 50, None, 40, 30)] == [0, 220, 270]


def test_also_on_a_line_of_its_own(qapp: QApplication) -> None:
    boxes = laid(100, 80, None, 60)
    assert [(box.left(), box.top()) for box in boxes] == [(0, 0), (40, 25)]


def test_right_to_left_it_is_mirrored(qapp: QApplication) -> None:
    assert [box.left() for box in laid(200, 50, 40, mirrored=True)] == [150, 100]


def test_hidden_widgets_take_no_room(qapp: QApplication) -> None:
    window = QWidget()
    holder = QWidget(window)
    flow = FlowLayout(holder, spacing=10)
    first, second = Block(50), Block(50)
    flow.addWidget(first)
    flow.addWidget(second)
    holder.resize(200, 20)
    window.show()
    first.hide()
    flow.activate()
    assert second.geometry().left() == 0
