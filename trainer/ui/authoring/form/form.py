"""What the forms of scenes, choices and entries have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.forms.places import nearest
from trainer.authoring.forms.questions import question
from trainer.ui import theme
from trainer.ui.authoring.form.box import FormBox
from trainer.ui.authoring.form.rows import Row
from trainer.ui.authoring.form.tool import Fold

if TYPE_CHECKING:
    from trainer.authoring.forms.known import Known
    from trainer.authoring.plainly.told import Told
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.form.writer import Writer


class Form(QWidget):
    """A form of one thing in the file; it is bound to another one when that is selected.

    ``base`` is where the thing stands; ``wrong`` what is wrong in it and belongs to no field.
    """

    ordered_when_shown: ClassVar[bool] = True
    """Where Tab goes is asked anew by the panel, each time another form shows."""

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.writer = writer.own(self)
        self.base: Path = ()
        self.is_bound = False
        self.folds: list[Fold] = []
        self._opened: dict[Fold, set[Path]] = {}
        self._rows: list[Row] | None = None
        self._boxes: list[FormBox] | None = None
        self.writer.grown.connect(self._has_grown)
        self.column = theme.lay(QVBoxLayout(self), spacing=14)

    def bind(self, base: Path) -> None:
        """Be of another thing; what was opened of that one is open."""
        self.base, self.is_bound = base, True
        for fold in self.folds:
            fold.open(base in self._opened[fold])

    def forget(self) -> None:
        """Be of nothing: another file shows."""
        self.is_bound = False
        for opened in self._opened.values():
            opened.clear()

    def refresh(self, known: Known) -> None:
        """Show what stands there now, where it is something else than what shows."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Give where writing begins."""
        raise NotImplementedError

    def _has_grown(self) -> None:
        """Look for its fields anew when they are asked for: there will be more of them."""
        self._rows = self._boxes = None

    def _all_rows(self) -> list[Row]:
        if self._rows is None:
            self._rows = self.findChildren(Row)
        return self._rows

    def boxes(self) -> list[FormBox]:
        """Give all fields of several lines, also those that are not needed now."""
        if self._boxes is None:
            self._boxes = self.findChildren(FormBox)
        return self._boxes

    def rows(self) -> dict[Path, Row]:
        """Give the fields by where they stand, also those that are folded away."""
        rows = (row for row in self._all_rows() if row.base)
        return {place: row for row in rows for place in row.places()}

    def ask(self) -> None:
        """Have the fields of a scenario ask for what is to be written in them."""
        for row in self.rows().values():
            row.ask(question(self.writer.document, row.path))

    def open_unwritten(self) -> None:
        """Open what is folded and has an empty text in it: nobody would find it."""
        for fold in self.folds:
            rows = (row for row in self._all_rows() if fold.body.isAncestorOf(row))
            if any(row.base and self.writer.data(row.path) == "" for row in rows):
                fold.open()

    def fold(self, words: str) -> Fold:
        """Make what folds away."""
        made = Fold(words, self)
        self.folds.append(made)
        self._opened[made] = set()
        made.opened.connect(self._turned)
        return made

    def _turned(self, is_open: bool) -> None:
        """Keep in mind of which thing something is open: the next one begins folded."""
        fold = self.sender()
        if isinstance(fold, Fold):
            (self._opened[fold].add if is_open else self._opened[fold].discard)(self.base)

    def show_problems(self, found: list[Told]) -> list[Told]:
        """Show what is wrong beside the fields; give what belongs to none of them."""
        rows = self.rows()
        by_row: dict[Row, list[Told]] = {row: [] for row in rows.values()}
        others = []
        for one in found:
            place = nearest(one.path, rows)
            if place is None:
                others.append(one)
            else:
                by_row[rows[place]].append(one)
        for row, wrong in by_row.items():
            row.show_problems(wrong)
        return others

    def row_at(self, path: Path) -> Row | None:
        """Give the field that a place is in; what is folded away opens."""
        rows = self.rows()
        place = nearest(path, rows)
        row = None if place is None else rows[place]
        if row is not None:
            self.reveal(row)
        return row

    def reveal(self, widget: QWidget) -> None:
        """Open what a widget is folded away in."""
        for fold in self.folds:
            if fold.body.isAncestorOf(widget):
                fold.open()

    def write_in(self, path: Path) -> None:
        """Put the keyboard where something at a path is written."""
        row = self.row_at(path)
        stop = self.first() if row is None else row.stop()
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
