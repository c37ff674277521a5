"""The runs as a list that reads what is in view, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer.language import _
from trainer.ui import theme
from trainer.ui.practice.run_words import run_line
from trainer.ui.theme import Role
from trainer.ui.widgets.words import tip

if TYPE_CHECKING:
    from trainer.progress.store import Store
    from trainer.progress.summaries import RunSummary

Index = QModelIndex | QPersistentModelIndex

_PAGE = 64
"""Runs read at once."""
_ROOT = QModelIndex()


class RunModel(QAbstractTableModel):
    """Runs of a store, the latest begun first; read a page at a time when they are shown."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._count = 0
        self._pages: dict[int, list[RunSummary]] = {}

    def read(self, store: Store) -> None:
        """Begin anew with a store; what was read before is forgotten.

        Raises:
            KeepingError: it cannot be read; the list is empty then.

        """
        self.beginResetModel()
        self._store, self._count, self._pages = store, 0, {}
        try:
            self._count = store.run_count()
        finally:
            self.endResetModel()

    def run(self, row: int) -> RunSummary | None:
        """Run of a row, or None when there is none any more."""
        if not 0 <= row < self._count:
            return None
        page, place = divmod(row, _PAGE)
        if page not in self._pages:
            self._pages[page] = self._store.runs(limit=_PAGE, offset=page * _PAGE)
        found = self._pages[page]
        return found[place] if place < len(found) else None

    def row_of(self, run: str) -> int:
        """Row of a run among those that were read, or 0."""
        for page, found in self._pages.items():
            for place, one in enumerate(found):
                if one.run == run:
                    return page * _PAGE + place
        return 0

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count all runs."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One column, that holds all of a run."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a run."""
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in wanted and role != Qt.ItemDataRole.ToolTipRole:
            return None
        run = self.run(index.row())
        if run is None:
            return ""
        if role == Qt.ItemDataRole.DisplayRole:
            return run.title or run.scenario
        known = {"title": run.title or run.scenario, "line": run_line(run)}
        words = _("%(title)s. %(line)s") % known
        return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words


class RunDelegate(QStyledItemDelegate):
    """Paints a run in two lines. Both stand in full beside the list once it is chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air."""
        return QSize(theme.px(200), self.tall())

    @staticmethod
    def tall() -> int:
        """Height of each row."""
        high = QFontMetrics(theme.font(Role.STRONG)).height()
        return high + QFontMetrics(theme.font(Role.NOTE)).height() + theme.px(22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint surface, title, line, and the ring while the keyboard is on it."""
        model = index.model()
        run = model.run(index.row()) if isinstance(model, RunModel) else None
        if run is None:
            return
        palette = theme.colours()
        state, box = option.state, QRect(option.rect)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        # Some versions of Qt paint a selected row in its own colour first; its corners showed.
        painter.fillRect(box, QColor(palette.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        surface = box.adjusted(3, 2, -3, -2)
        corner = theme.px(theme.CONTROL_CORNER)
        if chosen:
            painter.setPen(QColor(palette.teal))
            painter.setBrush(QColor(palette.wash))
            painter.drawRoundedRect(surface, corner, corner)
        if state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(QColor(palette.focus))
            pen.setWidth(theme.RING + 1)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(surface, corner, corner)
        inner = surface.adjusted(theme.px(12), theme.px(8), -theme.px(12), -theme.px(8))
        self._line(painter, inner, run.title or run.scenario, Role.STRONG, palette.ink)
        inner.setTop(inner.top() + QFontMetrics(theme.font(Role.STRONG)).height())
        self._line(painter, inner, run_line(run), Role.NOTE, palette.soft)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, box: QRect, words: str, role: Role, colour: str) -> None:
        font = theme.font(role, of=words)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        painter.drawText(box, int(flags), shown)
