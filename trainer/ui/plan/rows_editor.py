"""A list to write in, row by row: people to call, witnesses, who has been told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.progress.papers.paper_content import Row
    from trainer.ui.plan.questions import Rows

_SIDE_BY_SIDE = 520


class RowEditor(Fits, QWidget):
    """One row: its fields side by side, or one below the other where room is short.

    Signals:
        edited(): something was written.
        removed(): it shall go.
    """

    edited = Signal()
    removed = Signal()

    def __init__(self, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        theme.lay(self._line, spacing=10)
        self.fields: dict[str, TextField] = {}
        for ask in rows.columns:
            words, hint = _(ask.words), _(ask.hint) if ask.hint else ""
            column = theme.lay(QVBoxLayout(), spacing=2)
            column.addWidget(SoftLabel(words, self))
            field = self.fields[ask.key] = TextField(words, self, hint=hint)
            field.textEdited.connect(self.edited)
            column.addWidget(field)
            self._line.addLayout(column, 1)
        self._remove = QuietButton(_("Remove"), self, icon="x")
        self._remove.clicked.connect(self.removed)
        self._line.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignBottom)
        self.fit()

    def number(self, number: int) -> None:
        """Take a place in the list: a screen reader says which."""
        name = _(self._rows.one) % {"n": number}
        for field in self.fields.values():
            field.setAccessibleDescription(name)
        self._remove.setAccessibleName(_("Remove: %(name)s") % {"name": name})

    def row(self) -> Row:
        """What is written."""
        return {key: field.text() for key, field in self.fields.items()}

    def show_row(self, row: Row) -> None:
        """Show what was written before."""
        for key, field in self.fields.items():
            field.setText(row.get(key, ""))

    def fit(self) -> None:
        """Stack where room is short; the button is as tall as the fields beside it."""
        self._remove.setMinimumHeight(max(f.sizeHint().height() for f in self.fields.values()))
        wide = self.width() >= theme.px(_SIDE_BY_SIDE)
        theme.turn(self._line, beside=wide)
        align = Qt.AlignmentFlag.AlignBottom if wide else Qt.AlignmentFlag.AlignLeft
        self._line.setAlignment(self._remove, align)


class RowsEditor(QWidget):
    """All rows of a list. One is there to begin with; the others are added.

    Signals:
        edited(): something was written.
        removed(object): a row that somebody took out, as (place, what was written); bring it
            back with :meth:`bring_back`.
        arranged(): there are other fields now, to be put in the order of Tab.
    """

    edited = Signal()
    removed = Signal(object)
    arranged = Signal()

    def __init__(self, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._rows = rows.key, rows
        self.editors: list[RowEditor] = []
        column = theme.lay(QVBoxLayout(self), spacing=10)
        if rows.heading:
            column.addWidget(Words(_(rows.heading), self, role=Role.NOTE_STRONG))
        self._column = theme.lay(QVBoxLayout(), spacing=10)
        column.addLayout(self._column)
        foot = QWidget(self)
        flow = FlowLayout(foot)
        self.add = QuietButton(_(rows.add), foot, icon="plus")
        self.add.clicked.connect(self._add_pressed)
        flow.addWidget(self.add)
        column.addWidget(foot)
        self.show_rows(())

    def rows(self) -> tuple[Row, ...]:
        """What is written."""
        return tuple(editor.row() for editor in self.editors)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; a blank one where there are none."""
        for editor in self.editors:
            self._take_out(editor)
        self.editors = []
        for row in rows or ({},):
            self._put_in(len(self.editors), row)
        self._count()

    def bring_back(self, place: int, row: Row) -> None:
        """Put a row back that was taken out."""
        editor = self._put_in(min(place, len(self.editors)), row)
        self._count()
        self.edited.emit()
        next(iter(editor.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_in(self, place: int, row: Row) -> RowEditor:
        editor = RowEditor(self._rows, self)
        editor.show_row(row)
        editor.edited.connect(self.edited)
        editor.removed.connect(self._remove_pressed)
        self.editors.insert(place, editor)
        self._column.insertWidget(place, editor)
        editor.show()
        return editor

    def _take_out(self, editor: RowEditor) -> None:
        take_out(self._column, editor)
        editor.show_row({})

    def _count(self) -> None:
        for number, editor in enumerate(self.editors, 1):
            editor.number(number)
        self.arranged.emit()

    def _add_pressed(self) -> None:
        editor = self._put_in(len(self.editors), {})
        self._count()
        next(iter(editor.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_pressed(self) -> None:
        editor = self.sender()
        if not isinstance(editor, RowEditor):
            return
        place, row = self.editors.index(editor), editor.row()
        self.editors.remove(editor)
        self._take_out(editor)
        if not self.editors:
            self._put_in(0, {})
        self._count()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        if any(text.strip() for text in row.values()):
            self.removed.emit((place, row))
