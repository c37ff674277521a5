"""A tile of the index: a drawing, what is to be read there, and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.pictures import drawings
from trainer.ui.widgets.pictures.late_picture import LatePicture
from trainer.ui.widgets.pictures.picture_layout import HEIGHT, WIDTH
from trainer.ui.widgets.surface_button import SurfaceButton
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPixmap

    from trainer.ui.context import Wanted


class TilePicture(LatePicture):
    """A page's drawing on top of its tile."""

    def __init__(self, tile: SurfaceButton, name: str, folder: Path) -> None:
        super().__init__(tile)
        self._tile, self._name, self._folder = tile, name, folder
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Keep the proportion of the drawings."""
        return round(width * HEIGHT / WIDTH)

    def sizeHint(self) -> QSize:
        """As wide as it is, and as high as it is then."""
        return QSize(1, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, 1)

    def draw(self) -> QPixmap:
        """Draw it, or hills where there is no picture."""
        ratio = self.devicePixelRatioF()
        shown = drawings.page_picture(self._name, self._folder, self.size(), ratio)
        return shown or drawings.calm_backdrop(self.size(), ratio)

    def frame(self) -> tuple[QRectF, float]:
        """Within the tile's edge; only the upper corners are also the tile's."""
        inset = self._tile.edge_width()
        corner = theme.px(theme.CARD_CORNER) - inset
        return QRectF(self.rect()).adjusted(inset, inset, -inset, corner), corner


class Tile(SurfaceButton):
    """Leads to ``wanted``; ``notes`` stand small below the summary.

    Signals:
        opened(object): what it leads to, a ``Wanted``.
    """

    opened = Signal(object)

    def __init__(
        self,
        wanted: Wanted,
        title: str,
        summary: str,
        notes: Sequence[str] = (),
        *,
        picture: tuple[str, Path] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._notes = [note for note in notes if note]
        said = "\n".join([summary, *self._notes])
        super().__init__(title, said, parent, margins=(16, 14, 16, 16), spacing=4)
        self._wanted = wanted
        if picture is not None:
            self.add_top(TilePicture(self, *picture))
        self.add(Heading(title, self))
        self._summary = SoftLabel(summary, self)
        self.add(self._summary)
        self.add_stretch()
        for note in self._notes:
            self.add(SoftLabel(note, self, role=Role.SMALL))
        self.clicked.connect(self._open)

    def say(self, summary: str) -> None:
        """Say something else of what it leads to."""
        self._summary.setText(summary)
        self.setAccessibleDescription("\n".join([summary, *self._notes]))

    def _open(self) -> None:
        self.opened.emit(self._wanted)
