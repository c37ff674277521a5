"""What the pages of papers share: one paper that is kept as it is written, and the lock."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.errors import KeepingError
from trainer.language import _
from trainer.ui import theme
from trainer.ui.page import Page
from trainer.ui.plan.form import Form
from trainer.ui.plan.locked_pane import LockedPane
from trainer.ui.theme import Role
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.two_columns import TwoColumns
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.progress.papers.paper_content import Content
    from trainer.progress.papers.papers import Paper, Shelf
    from trainer.ui.context import Context
    from trainer.ui.plan.rows_editor import RowsEditor

_PAUSE = 700
"""Milliseconds after the last letter until a paper is kept."""


class PaperPage(Page):
    """A form at the left, what goes with it at the right; or the pane that asks for the key.

    A page of this kind makes ``self.side`` and implements :meth:`show_papers` and
    :meth:`empty`. Whatever is written is kept a moment after the last letter, and when the
    page is left; nothing of it stays in the window while the papers are locked.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.paper: Paper | None = None
        self._papers = context.drawer.papers
        self.form = Form()
        self.form.edited.connect(self._edited)
        self.form.row_removed.connect(self._row_removed)
        self.form.arranged.connect(self.order_anew)
        self.left_side = QWidget()
        self.left_column = theme.lay(QVBoxLayout(self.left_side), spacing=theme.GAP)
        self.side = QWidget()
        self.side_column = theme.lay(QVBoxLayout(self.side), spacing=theme.GAP)
        self.kept = LineLabel("", role=Role.NOTE, tone="soft")
        self._fresh = self._refused = False
        self._removed: tuple[RowsEditor, int, object] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.keep)

    def build(self) -> None:
        """Put it together, once both sides are filled."""
        self.columns = TwoColumns(self.left_side, self.side, shares=(760, 440), edge=0, parent=self)
        self.locked = LockedPane(self.context, self)
        self.locked.hide()
        self.locked.opened.connect(self._opened)
        whole = theme.lay(QVBoxLayout(self))
        whole.addWidget(self.columns)
        whole.addWidget(self.locked)
        self.context.drawer.turned.connect(self._turned)

    # What a page of this kind says

    def show_papers(self, shelf: Shelf) -> None:
        """Show what it is about."""
        raise NotImplementedError

    def empty(self) -> None:
        """Take away everything that was written."""
        self._soon.stop()
        self.paper = None
        self._removed = None
        self.form.empty()
        self.say("")

    # The lock

    def refresh(self) -> None:
        """Show the papers as they are now, or ask for the passphrase."""
        if self._papers is not self.context.drawer.papers:
            # Somebody else's: what was written before is not for these.
            self.empty()
            self._papers = self.context.drawer.papers
        locked = self.context.drawer.is_locked()
        if locked:
            self.empty()
            self.locked.ready()
        elif self.keep():
            # What could not be kept stays where it stands.
            self._show_all()
        self.columns.setVisible(not locked)
        self.locked.setVisible(locked)
        self.lock_shown(locked)
        self.order_anew()

    def _show_all(self) -> None:
        try:
            shelf = self.context.drawer.papers.shelf()
        except KeepingError as error:
            # Nothing is written over what cannot be seen.
            self.empty()
            self.columns.setEnabled(False)
            self.context.tell(error)
            return
        self.columns.setEnabled(True)
        self.show_papers(shelf)

    def lock_shown(self, locked: bool) -> None:
        """Take note whether the passphrase is asked for."""

    def _turned(self) -> None:
        if self.context.drawer.is_locked():
            # Also while another page is in view: nothing of it stays in the window.
            self.empty()
            self.locked.ready()
        if self.isVisible():
            self.refresh()
            self._focus_now()

    def _opened(self) -> None:
        self.context.announce(self.title())
        self._focus_now()

    def _focus_now(self) -> None:
        focused = self.window().focusWidget()
        if self.locked.isHidden():
            # Whoever comes back stands where they were.
            if focused is None or not self.columns.isAncestorOf(focused):
                self.focus_open()
        else:
            self.locked.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_open(self) -> None:
        """Put the keyboard where one goes on, while the papers are open."""
        self.form.focus_first()

    def shown(self) -> None:
        """Show the papers as they are now; ask for the passphrase where it is needed."""
        # Another page may have added to them, or locked them.
        self.refresh()
        self.say(self.kept.text())
        self._focus_now()
        if self._fresh:
            self._fresh = False
            self.to_top_soon()

    def to_top_soon(self) -> None:
        """Begin reading at the top, although the keyboard stands further down."""
        QTimer.singleShot(0, self, self.columns.to_top)

    def left(self) -> None:
        """Keep what is not kept yet."""
        self.keep()

    def order_tabs(self) -> None:
        """The form, then what goes with it."""
        chain(self.left_side, self.side, self.locked.scroller)

    def order_anew(self) -> None:
        """Put Tab in order again, after something on the page was made anew."""
        if self.isVisible():
            self.order_tabs()

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll what shows."""
        if self.locked.isHidden():
            return self.columns.scroll_by_key(event)
        return self.locked.scroller.scroll_by_key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Print with Ctrl P, scroll with the keys for it."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_P:
            self.print()
        elif not self.scroll_by_key(event):
            super().keyPressEvent(event)

    def print(self) -> None:
        """Print what shows."""

    # Keeping

    def show_paper(self, paper: Paper) -> None:
        """Show one paper in the form."""
        self._soon.stop()
        self.paper = paper
        self.form.show_content(paper.content)
        self.say("")

    def written(self) -> Content:
        """What the paper holds now."""
        return self.form.content()

    def keep(self) -> bool:
        """Keep what was written since, now; tell whether all of it is on the disk."""
        self._soon.stop()
        paper = self.paper
        if paper is None:
            return True
        written = self.written()
        if written == paper.content:
            return True
        papers = self.context.drawer.papers
        try:
            if papers.is_locked:
                return False
            self.paper = papers.keep(replace(paper, content=written))
        except KeepingError as error:
            self._say_refused(error)
            return False
        self._refused = False
        self.say(_("Kept.") if self.context.keeps else "")
        self.context.drawer.changed.emit()
        return True

    def say(self, text: str) -> None:
        """Say quietly how it stands."""
        self.kept.setText(text)
        self.kept.setVisible(bool(text))

    def _say_refused(self, error: KeepingError) -> None:
        """Say once why nothing can be kept; what is written stays where it stands."""
        if not self._refused:
            self._refused = True
            self.context.tell(error)

    def _edited(self) -> None:
        self.say("")
        self._soon.start()

    def _row_removed(self, removed: object) -> None:
        if isinstance(removed, tuple):
            self._removed = removed
            self.context.notice(_("The row was removed."), _("Undo"), self._bring_back)

    def _bring_back(self) -> None:
        removed, self._removed = self._removed, None
        if removed is not None and self.paper is not None:
            editor, place, row = removed
            editor.bring_back(place, row)  # type: ignore[arg-type]
