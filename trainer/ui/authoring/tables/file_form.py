"""The form of a scenario as a whole: what it is about, who is in it, what the story remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.forms import of_file, places
from trainer.authoring.forms.fields import Field
from trainer.authoring.forms.known import known
from trainer.authoring.scenes import counting
from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.authoring.form.form import Form
from trainer.ui.authoring.form.making import add_rows, row_for
from trainer.ui.authoring.form.side_by_side import SideBySide
from trainer.ui.authoring.form.wrong import Wrong
from trainer.ui.authoring.tables.cast import CastTable
from trainer.ui.authoring.tables.remembered import MemoryTable
from trainer.ui.authoring.tables.resources import ResourcesRow
from trainer.ui.authoring.tables.review import Review, is_of_review
from trainer.ui.slices import Slices
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QShowEvent

    from trainer.authoring.document import Document
    from trainer.authoring.forms.known import Known
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.scenario.problems import Problem
    from trainer.ui.authoring.form.rows import Row
    from trainer.ui.authoring.form.writer import Writer

_RESOURCES: Final = Field(("resources",), N_("Where there is help, shown at the end"))
_LATER: Final = 150
"""Milliseconds after which it is counted anew where names are used: that looks at every scene."""


class FileForm(Form):
    """Shown while the file as a whole is selected; it looks after itself.

    Signals:
        arranged(): there are other fields now, for Tab to go through.
    """

    arranged = Signal()

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(writer, parent)
        writer = self.writer
        self._simple: list[Row] = []
        self._is_made = False
        self._of: Document | None = None
        self._making: Iterator[None] = self._make()
        self._told: tuple[Problem, ...] | None = None
        self._entries = (-1, -1)
        self._counted = Slices(self)
        self._counting = QTimer(self, singleShot=True, interval=_LATER)
        self._counting.timeout.connect(self._count)
        bench = writer.bench
        bench.opened.connect(self.renew)
        bench.changed.connect(self.renew)
        bench.selected.connect(self._selected)
        bench.problems_changed.connect(self.renew)
        bench.wanted.connect(self._wanted)

    def ahead(self) -> Iterator[None]:
        """Make the fields before they show, a few at each step."""
        return self._making

    def _make(self) -> Iterator[None]:
        """Make the fields, a few at each step."""
        self.body = QWidget(self)
        self.body.hide()
        self.column.addWidget(self.body)
        column, writer = theme.lay(QVBoxLayout(self.body), spacing=14), self.writer
        self._lines = column
        column.addWidget(Heading(_("About this scenario"), self.body))
        self.wrong = Wrong(self.body)
        column.addWidget(self.wrong)
        self._add(of_file.TITLE, of_file.SUMMARY)
        pairs = ((of_file.SETTING, of_file.SEVERITY), (of_file.MINUTES, of_file.START))
        for pair in pairs:
            made = [row_for(field, writer, self.body) for field in pair]
            self._simple += made
            column.addWidget(SideBySide(made[0], made[1], self.body))
            yield
        self._add(of_file.BACKDROP, of_file.NOTES, of_file.GOALS)
        yield
        self.cast = CastTable(writer, self.body)
        self.cast.arranged.connect(self.arranged)
        self.memory = MemoryTable(writer, self.body)
        column.addWidget(self.cast)
        column.addWidget(self.memory)
        self.resources = ResourcesRow(_RESOURCES, writer, self.body)
        self._simple.append(self.resources)
        yield
        for words, fields in (
            (_("Who the person practising is"), of_file.OF_YOU),
            (_("At the end of the story"), of_file.AT_THE_END),
            (_("What is left out, and why"), of_file.LEFT_OUT),
            (_("Where it comes from"), of_file.ORIGIN),
        ):
            fold = self.fold(words)
            fold.setParent(self.body)
            self._simple += add_rows(fields, writer, fold.body, fold.column)
            if fields is of_file.AT_THE_END:
                fold.column.addWidget(self.resources)
            column.addWidget(fold)
            yield
        self.review = Review(writer.bench, self.body)
        column.addWidget(self.review)
        column.addStretch(1)

    def _make_rest(self) -> None:
        for _step in self._making:
            pass  # What was not made ahead.
        for row in self._simple:
            row.bind(())
        self._is_made = True

    def _add(self, *fields: Field) -> None:
        self._simple += add_rows(fields, self.writer, self.body, self._lines)

    # Showing

    def showEvent(self, event: QShowEvent) -> None:
        """Show what stands there now."""
        super().showEvent(event)
        self.renew()

    def _selected(self) -> None:
        """Show it, unless it shows: coming into view it has just done so."""
        problems = self.writer.bench.problems
        if not (self.isVisible() and self.writer.shows_all() and self._told is problems):
            self.renew()

    def renew(self) -> None:
        """Show what stands there now, if it shows at all."""
        document = self.writer.bench.document
        if document is None or self._is_elsewhere() or not self.isVisible():
            return
        if document.waits:
            if self._is_made and document is not self._of:
                self.body.hide()  # It is being read: what another one says is not said of it.
            return
        readable = document.settle()
        if not document.is_scenario:
            if self._is_made:
                self.body.hide()
            return
        if not self._is_made:
            self._make_rest()
        self._of = document
        self.body.setVisible(True)
        self.body.setEnabled(readable)
        self.refresh(known(document))
        self.ask()
        self.writer.saw()
        if not document.stale:
            self._told = self.writer.bench.problems
            found = places.outside_scenes(document, self._told)
            here = [one for one in found if not is_of_review(one.path)]
            self.wrong.show_problems(self.show_problems(here))
        self.review.renew()
        self._counted.stop()
        self._counting.start()

    def refresh(self, known: Known) -> None:
        """Show what stands there now, where it is something else than what shows."""
        writer = self.writer
        tops = {row.field.path[0] for row in self._simple}
        there: dict[str, Data] = {key: writer.data((key,)) for key in tops}
        for row in self._simple:
            row.show_in(there)
        self.cast.show_cast(writer.data(("cast",)))
        self.memory.show_state(writer.data(("state",)))
        count = len(self.cast.people.shown), len(self.memory.parts.shown)
        if count != self._entries:
            self._entries = count
            self.arranged.emit()
        for fold in self.folds:
            inside = [row for row in self._simple if fold.body.isAncestorOf(row)]
            fold.tell_filled(sum(row.is_filled(there) for row in inside))

    def _count(self) -> None:
        """Count where each name is used."""
        document = self.writer.bench.document
        if not self.isVisible() or document is None or document.waits:
            return
        self._counted.begin(self._count_on(document))

    def _count_on(self, document: Document) -> Iterator[None]:
        """Count in slices; what was changed meanwhile is counted anew from the start."""
        counts = counting.Counts()
        for _step in counting.steps_of(document, counts):
            yield
        for one in (*self.cast.people.shown, *self.memory.parts.shown):
            one.renew_uses(counts)

    def rows(self) -> dict[Path, Row]:
        """Give the fields by where they stand."""
        people = self.cast.people.shown if self._is_made else ()
        return {
            row.path: row for row in (*self._simple, *(one for part in people for one in part.rows))
        }

    def first(self) -> QWidget:
        """Writing begins with the title."""
        return self._simple[0].stop()

    def write_in(self, path: Path) -> None:
        """Put the keyboard where something at a path is written, or can be done."""
        if is_of_review(path):
            self.review.stand()
        elif path[:1] == ("cast",) and len(path) > 1:
            self.cast.stand(path)
        elif path[:1] == ("state",) and len(path) > 1:
            self.memory.stand(path)
        else:
            super().write_in(path)

    def _is_elsewhere(self) -> bool:
        """Whether a scene is selected: what else there is in a file is about the whole."""
        return self.writer.bench.scene is not None

    def _wanted(self, path: Path) -> None:
        if self._is_made and not self.isHidden() and not self._is_elsewhere():
            self.write_in(path)
