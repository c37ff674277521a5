"""A card that is pressed as a whole: labels on a surface that is a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.widgets import enter
from trainer.ui.widgets.card import paint_surface

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from trainer.ui.widgets.words import Words


class SurfaceButton(QPushButton):
    """Put labels on it with :meth:`add`; what else is on it, a subclass paints.

    ``words`` is its name to a screen reader, ``meaning`` what is said after that. ``margins``
    are unscaled: left, top, right, bottom.
    """

    def __init__(
        self,
        words: str,
        meaning: str,
        parent: QWidget | None = None,
        *,
        margins: tuple[int, int, int, int] = (20, 18, 20, 20),
        spacing: int = 6,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        self.setAccessibleDescription(meaning)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Fixed, it would never be narrower again than it has been once.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._whole = theme.lay(QVBoxLayout(self))
        self._column = theme.lay(QVBoxLayout(), margins=margins, spacing=spacing)
        self._whole.addLayout(self._column, 1)

    def add(self, label: Words) -> None:
        """Put a label below the others; pressing it presses the card."""
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column.addWidget(label)

    def add_top(self, widget: QWidget) -> None:
        """Put a picture on top, from edge to edge."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._whole.insertWidget(0, widget)

    def add_stretch(self) -> None:
        """Leave what room there is between the labels before and after."""
        self._column.addStretch()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the labels at a width."""
        return self._whole.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """As wide as it is, and as high as its labels are then."""
        width = max(1, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for its longest word."""
        return QSize(self._whole.minimumSize().width(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press as well as Space."""
        if not enter.is_taken(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface with its edge; the words are labels on it."""
        painter = QPainter(self)
        palette = theme.colours()
        over = self.underMouse() or self.isDown()
        paint_surface(
            painter,
            QRectF(self.rect()),
            fill=palette.wash if over else palette.card,
            border=palette.focus if self.hasFocus() else palette.outline,
            width=self.edge_width(),
        )
        self.paint_on(painter)

    def edge_width(self) -> int:
        """Width of the edge: that of the ring while it has the focus."""
        return theme.RING + 1 if self.hasFocus() else 1

    def paint_on(self, painter: QPainter) -> None:
        """Paint what is on the surface beside the words."""
