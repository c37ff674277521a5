"""Where one was in a file: noted while one works, so that one goes on there, also after a kill."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trainer.ui import settings_kept
from trainer.ui.authoring.form.rows import Row
from trainer.ui.authoring.frame import last_places
from trainer.ui.authoring.frame.last_places import FORM, TEXT, Stood
from trainer.ui.authoring.keeping.writer import nothing_to_do

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.page import AuthorPage

SOON: Final = 1000
"""Milliseconds after which it is noted that one has gone elsewhere; no key of typing does that."""


class GoingOn(QObject):
    """Notes where one is, and goes there when a file is opened again."""

    def __init__(self, page: AuthorPage) -> None:
        super().__init__(page)
        self._page = page
        self._due = Stood()
        self._waits = False
        self._at: QWidget | None = None
        self._part = ""
        self._noting = QTimer(self, singleShot=True, interval=SOON)
        self._noting.timeout.connect(self._keep)
        page.bench.selected.connect(self.note_soon)
        page.frame.arranged.connect(self.note_soon)
        page.bench.changed.connect(self._was_read)
        page.keeping.went_on.connect(self._come_soon)

    # Noting it

    def note_soon(self) -> None:
        """Note where one is, before long."""
        self._here()
        if not self._noting.isActive():
            self._noting.start()

    def note(self) -> None:
        """Note where one is, and how the editor is arranged."""
        self._noting.stop()
        page, shown = self._page, self._page.keeping.keeper.shown
        document = page.bench.document
        if document is None:
            return
        context = page.context
        context.remember(author_view=page.frame.remembered().written())
        if not document.waits and (shown is None or shown.found is None):
            last_places.note(context, document.path, Stood(self._here(), self._path()))

    def _keep(self) -> None:
        """Have it on the disk: nobody knows how this ends."""
        context = self._page.context
        before = context.settings
        self.note()
        if self._page.isVisible() and context.settings != before:
            do = self._page.keeping.keeper.writer.do
            settings_kept.meanwhile(context, lambda act: do(act, nothing_to_do, nothing_to_do))

    def _here(self) -> str:
        """In which part one is; whoever is on the bar or at the problems was elsewhere before."""
        page = self._page
        parts: dict[QWidget | None, str]
        parts = {page.form: FORM, page.text: TEXT, page.map: "", page.outline: "", page.things: ""}
        self._part = parts.get(page.rounds.at, self._part)
        return self._part

    def _path(self) -> Path:
        page = self._page
        if self._part == TEXT:
            return page.text.path_here()
        row = page.rounds.last(page.form) if self._part == FORM else None
        while row is not None and not isinstance(row, Row):
            row = row.parentWidget()
        return page.bench.path if row is None or not row.isVisible() else row.path

    # Going there

    def stand(self) -> None:
        """Select where one was in the file that has just been opened, or where the story starts."""
        page, document = self._page, self._page.bench.document
        if document is None:
            return
        self._due = due = last_places.of(page.context, document.path)
        self._waits, self._part = document.waits, due.part
        if due.path or page.frame.regions()[0] in (page.map, page.outline):
            page.bench.select_first(due.path)  # Before another form shows.

    def stand_again(self, *, new: bool) -> bool:
        """Stand where one was: in a file that was just opened, or on the page; tell if one does."""
        if new:
            return self.write()
        rounds = self._page.rounds
        return rounds.at is not None and rounds.stand(rounds.at)

    def write(self) -> bool:
        """Stand in the field in which one wrote, or in the text; tell whether one does."""
        page, document = self._page, self._page.bench.document
        if document is None or document.waits or not self._due.path:
            return False
        if self._due.part == TEXT and page.text.isVisible():
            return page.rounds.stand(page.text)
        if self._due.part != FORM or not page.bench.has(self._due.path):
            return False
        self.write_in_form(self._due.path)
        _go_to_end(page.window().focusWidget())
        return True

    def write_in_form(self, path: Path) -> None:
        """Have a place written in, or whatever is the first in the form."""
        page = self._page
        page.bench.write_at(path)
        focused = page.window().focusWidget()
        if focused is None or not page.form.isAncestorOf(focused):
            page.rounds.stand(page.form)

    def stands(self) -> None:
        """Take note where one stands now: whoever has gone elsewhere since is not taken away."""
        self._at = self._page.window().focusWidget()

    def _was_read(self, changes: object) -> None:
        if self._waits and not changes:
            self._waits = False
            self._come_soon()

    def _come_soon(self) -> None:
        QTimer.singleShot(0, self, self._come)

    def _come(self) -> None:
        """Go there now that it is there, unless one has gone elsewhere meanwhile."""
        page, document = self._page, self._page.bench.document
        if document is None or self._at is not page.window().focusWidget():
            return
        if document.waits:
            self._waits = True
            return
        if not page.bench.has(self._due.path):
            return
        page.bench.select(self._due.path)
        self.write()
        self.stands()


def _go_to_end(field: QWidget | None) -> None:
    """Go on behind what was written."""
    if isinstance(field, QPlainTextEdit):
        field.moveCursor(QTextCursor.MoveOperation.End)
    elif isinstance(field, QLineEdit):
        field.end(False)
