"""The files of drills and of cards to think about, to choose one from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer.drills import wording
from trainer.drills.hand import Part, cards
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Button, Dress
from trainer.ui.widgets.card import Card, paint_surface
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from trainer.drills.model import Deck
    from trainer.scenario.files.gathering import Placed

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class FileRow(Button):
    """One file: its title, and below it how many cards it has. Teal while it is open."""

    pad_x, pad_y = 12, 9
    role = Role.STRONG

    def __init__(self, deck: Deck, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(plain(deck.title), parent, align_left=True)
        self.deck, self.part = deck, part
        self._below = wording.how_many(part, len(cards(deck, part)))
        self.setCheckable(True)
        self.setAccessibleDescription(self._below)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def nextCheckState(self) -> None:
        """Stay as it is: the page says which file is open."""

    def _beside(self) -> int:
        return 2 * theme.px(self.pad_x)

    def _tall(self, width: int) -> int:
        small = QFontMetrics(theme.font(Role.SMALL)).height()
        return super()._tall(width) + theme.px(2) + small

    def dress(self) -> Dress:
        """Plain; washed while it is open."""
        palette = theme.colours()
        if self.isChecked():
            edge = palette.outline if palette.contrast else palette.wash
            return Dress(palette.wash, edge, palette.teal)
        pointed = self.underMouse() or self.isDown()
        fill = palette.well if pointed else palette.card
        return Dress(fill, fill, palette.ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface, both lines, and the ring."""
        dress = self.dress()
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_surface(painter, box, fill=dress.fill, border=dress.border, corner=self.corner)
        side, top = theme.px(self.pad_x), theme.px(self.pad_y)
        inside = self.rect().adjusted(side, top, -side, -top)
        painter.setFont(self.font())
        painter.setPen(QColor(dress.text))
        painter.drawText(inside, int(_WRAP), self._words)
        small = theme.font(Role.SMALL)
        high = QFontMetrics(small).height()
        painter.setFont(small)
        painter.setPen(QColor(dress.text if self.isChecked() else theme.colours().soft))
        foot = QRect(inside.left(), inside.bottom() + 1 - high, inside.width(), high)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignVCenter), self._below)
        if self.hasFocus():
            self._paint_ring(painter)

    def sizeHint(self) -> QSize:
        """As wide as its column."""
        width = max(theme.px(240), self.width() if self.isVisible() else 0)
        return QSize(theme.px(240), self.heightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            event.ignore()
        else:
            super().keyPressEvent(event)


class FileList(Card):
    """Files with something to answer, then those with cards to think about.

    Signals:
        chosen(object, object): a :class:`Deck`, and which part of it.
    """

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(10, 14, 10, 10), spacing=2)
        self._rows: list[FileRow] = []
        self._heads: dict[Part, QWidget] = {}
        self._columns: dict[Part, QVBoxLayout] = {}
        for part, words, above in (
            (Part.DRILLS, _("Someone says …"), 0),
            (Part.REFLECTIONS, _("Cards to think about"), 14),
        ):
            self._heads[part] = head = QWidget(self)
            inside = theme.lay(QVBoxLayout(head), margins=(12, above, 0, 4))
            inside.addWidget(Heading(words, role=Role.SUBHEADING))
            self.body.addWidget(head)
            self._columns[part] = theme.lay(QVBoxLayout(), spacing=2)
            self.body.addLayout(self._columns[part])

    def show_decks(self, decks: Sequence[Placed[Deck]]) -> None:
        """List these files."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for part, column in self._columns.items():
            found = [placed.content for placed in decks if cards(placed.content, part)]
            for deck in found:
                row = FileRow(deck, part, self)
                row.clicked.connect(self._pressed)
                column.addWidget(row)
                # At once, so that it can take the focus.
                row.show()
                self._rows.append(row)
            self._heads[part].setVisible(bool(found))

    def rows(self) -> list[FileRow]:
        """Every row, from top to bottom."""
        return list(self._rows)

    def mark(self, deck: Deck | None, part: Part) -> None:
        """Mark the file that is open."""
        for row in self._rows:
            row.setChecked(deck is not None and row.deck.id == deck.id and row.part is part)

    def focus_row(self) -> None:
        """Put the keyboard on the file that is open, or on the first one."""
        row = next((row for row in self._rows if row.isChecked()), None)
        for one in [row] if row else self._rows[:1]:
            one.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = next((index for index, row in enumerate(self._rows) if row.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        to = min(len(self._rows) - 1, max(0, at + step))
        self._rows[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, FileRow):
            self.chosen.emit(row.deck, row.part)
