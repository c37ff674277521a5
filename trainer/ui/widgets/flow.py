"""A layout that sets its items in lines, as words are set, and breaks where room ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget, QWidgetItem

from trainer.ui import theme


@dataclass(slots=True)
class _Line:
    """Items of one line with the width that each gets."""

    items: list[tuple[QLayoutItem, int]] = field(default_factory=list)
    width: int = 0
    height: int = 0
    far: bool = False


class FlowLayout(QLayout):
    """Sets items side by side and breaks into further lines where the width ends.

    ``spacing`` parts items, ``line_spacing`` parts lines, both unscaled. What comes after
    :meth:`add_stretch` moves to the far end of its line. Items stand in the middle of their
    line's height, unless ``top`` is True. Mirrors itself where reading goes right to left.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        spacing: int = 8,
        line_spacing: int = 8,
        top: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._line_spacing = line_spacing
        self._top = top
        self._broken: dict[int, list[_Line]] = {}
        theme.lay(self, margins=margins, spacing=spacing)

    def set_air(
        self, *, margins: tuple[int, int, int, int], spacing: int, line_spacing: int
    ) -> None:
        """Leave this much around and between the items from now on."""
        self._line_spacing = line_spacing
        theme.lay(self, margins=margins, spacing=spacing)
        self.invalidate()

    def add_stretch(self) -> None:
        """Push what follows to the far end of its line."""
        policy = QSizePolicy.Policy
        self._items.append(QSpacerItem(0, 0, policy.Expanding, policy.Minimum))
        self.invalidate()

    def stretch_at(self) -> int:
        """Position of the first stretch now; behind the last item where there is none."""
        stretches = (at for at, item in enumerate(self._items) if _is_stretch(item))
        return next(stretches, len(self._items))

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Put a widget before the item that stands at ``index`` now."""
        self.addChildWidget(widget)
        self._items.insert(index, QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Count the items, stretches included."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Item at a position, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def widgets(self) -> list[QWidget]:
        """Widgets that it holds, in their order."""
        return [widget for item in self._items if (widget := item.widget()) is not None]

    def invalidate(self) -> None:
        """Forget the lines: an item has changed."""
        self._broken.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width."""
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        between = theme.px(self._line_spacing) * max(0, len(lines) - 1)
        return sum(line.height for line in lines) + between + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        items = [item for item in self._items if not self._left_out(item)]
        wide = sum(item.sizeHint().width() for item in items)
        wide += self.spacing() * max(0, sum(not _is_stretch(item) for item in items) - 1)
        tall = max((item.sizeHint().height() for item in items), default=0)
        return QSize(wide, tall).grownBy(self._around())

    def minimumSize(self) -> QSize:
        """The widest single item, on as many lines as there are items."""
        items = [item for item in self._items if not self._left_out(item)]
        wide = max((item.minimumSize().width() for item in items), default=0)
        tall = max((item.minimumSize().height() for item in items), default=0)
        return QSize(wide, tall).grownBy(self._around())

    def setGeometry(self, rect: QRect) -> None:
        """Set the items into a rectangle."""
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self._around())
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        lines = self._lines(inner.width())
        needed = self.heightForWidth(rect.width())
        top = inner.top() + (0 if self._top else max(0, rect.height() - needed) // 2)
        for line in lines:
            self._set_line(line, QRect(inner.left(), top, inner.width(), line.height), mirrored)
            top += line.height + theme.px(self._line_spacing)

    def _around(self) -> QMargins:
        return self.contentsMargins()

    def _left_out(self, item: QLayoutItem) -> bool:
        return item.isEmpty() and not _is_stretch(item)

    def _lines(self, width: int) -> list[_Line]:
        if width not in self._broken:
            self._broken[width] = self._break(width)
        return self._broken[width]

    def _break(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        line = _Line()
        stretched = False
        for item in self._items:
            if self._left_out(item):
                continue
            wanted = 0 if _is_stretch(item) else min(item.sizeHint().width(), width)
            wanted = max(wanted, item.minimumSize().width())
            gap = self.spacing() if line.width and wanted else 0
            if line.width and line.width + gap + wanted > width:
                lines.append(line)
                # What stood behind the stretch stays at the far end on its new line.
                line, gap = _Line(far=stretched), 0
            stretched = stretched or _is_stretch(item)
            line.items.append((item, wanted))
            line.width += gap + wanted
            line.height = max(line.height, _height(item, wanted))
        return [*lines, line] if line.items else lines

    def _set_line(self, line: _Line, box: QRect, mirrored: bool) -> None:
        spare = box.width() - line.width
        left = max(0, spare) if line.far else 0
        for item, width in line.items:
            if _is_stretch(item):
                left += max(0, spare)
                spare = 0
                continue
            height = _height(item, width)
            down = 0 if self._top else (box.height() - height) // 2
            start = box.width() - left - width if mirrored else left
            item.setGeometry(QRect(box.topLeft() + QPoint(start, down), QSize(width, height)))
            left += width + self.spacing()


def _is_stretch(item: QLayoutItem) -> bool:
    return item.spacerItem() is not None


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        # An item asks its widget's layout, past what the widget itself has to say.
        widget = item.widget()
        own = widget.heightForWidth(width) if widget is not None else 0
        return max(own, item.heightForWidth(width))
    return item.sizeHint().height()
