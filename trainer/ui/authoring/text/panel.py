"""The text of the file, as it is: the third view of what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.plainly import in_text
from trainer.authoring.source.nodes import Scalar
from trainer.language import _
from trainer.scenario.files.positions import places
from trainer.ui import theme
from trainer.ui.authoring.spelling.text_marks import TextSpelling
from trainer.ui.authoring.text.broken import BrokenLine
from trainer.ui.authoring.text.completion import Completion
from trainer.ui.authoring.text.editor import TextEditor
from trainer.ui.authoring.text.keys import Keys
from trainer.ui.authoring.text.twin import Twin
from trainer.ui.theme import Role
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from trainer.authoring.source.lines import Path
    from trainer.scenario.problems import Problem
    from trainer.ui.authoring.spelling.asking import Asking
    from trainer.ui.authoring.workbench import Workbench
    from trainer.ui.page import KeyHelp

_LOOKING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
"""What one may do with a text that is only looked at."""

_FEW = 12
"""Letters up to which what was typed last is named."""

_REST = 120
"""Milliseconds that the cursor rests before what it stands in is selected everywhere."""


class TextPanel(QWidget):
    """The text of what is shown, what keeps it from being read, and what is wrong at the cursor."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._due = False
        """Whether what is wrong is still to be marked."""
        self.broken = BrokenLine(self)
        self.editor = TextEditor(self)
        self.twin = Twin(bench, self.editor.document())
        self.completion = Completion(self.editor, self.twin)
        self.editor.keys = Keys(self, self.completion)
        self.spelling: TextSpelling | None = None
        self.place = Words("", self, role=Role.SMALL, tone="soft")
        self._selecting = False
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._select_here)
        column = theme.lay(QVBoxLayout(self))
        column.addWidget(self.broken)
        column.addWidget(self.editor, 1)
        foot = theme.lay(QVBoxLayout(), margins=(12, 6, 12, 6))
        foot.addWidget(self.place)
        column.addLayout(foot)
        self._connect()

    def look_at_spelling(self, asking: Asking) -> None:
        """Mark what may be misspelt, from now on."""
        self.spelling = TextSpelling(self.editor, self.twin, asking)
        asking.told.connect(self._tell_place)

    def offer_spelling(self) -> bool:
        """Show what may be meant by the word that one is in; tell if it is perhaps misspelt."""
        spelling = self.spelling if self.editor.hasFocus() else None
        return spelling is not None and spelling.offer()

    def _connect(self) -> None:
        self.bench.opened.connect(self._opened)
        self.bench.changed.connect(self._changed)
        self.bench.selected.connect(self._selected)
        self.bench.problems_changed.connect(self._problems)
        self.twin.reached.connect(self._reached)
        self.twin.filled.connect(self._filled)
        self.editor.impatient.connect(self.twin.finish)
        self.broken.wanted.connect(self.go_to_line)
        self.editor.cursorPositionChanged.connect(self._moved)

    def key_help(self) -> KeyHelp:
        """Keys of the text."""
        return [
            (_("Ctrl Space"), _("What can be written here")),
            (_("Ctrl ] and Ctrl ["), _("Move lines in and out, as Alt and an arrow key do")),
            (_("F8 and Shift F8"), _("Next problem, and the one before")),
            (_("Tab"), _("Leave the text")),
        ]

    # What is shown

    def _opened(self) -> None:
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the text, and where it is about what is selected."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        document = self.bench.document
        if document is not None and self.twin.fresh and self.editor.isReadOnly() != document.fixed:
            self._allow(not document.fixed)
        if self.twin.fresh or self.twin.comes or document is None:
            if self._due and not self.editor.is_coming:
                self._problems()
            return
        self._selecting = True
        self.editor.begin(document.text.count("\n") + 1)
        self.editor.format_name = document.format
        span = document.span(self.bench.path)
        self.twin.begin(0 if span is None else span[0])
        self._tell_place()
        self._selecting = False

    def _reached(self) -> None:
        """Show the place that is selected as soon as it is there."""
        if self.editor.is_coming:
            self.editor.is_coming = False
            self._stand(0)  # What was put in has pushed the cursor along before it.
        self._problems()
        self._show(self.bench.path)

    def _filled(self) -> None:
        """Let it be written in, now that all of it is there."""
        document = self.bench.document
        self.editor.lines = 0
        self._reached()
        self._allow(document is None or not document.fixed)
        self._show_broken()

    def _allow(self, writing: bool) -> None:
        self.editor.setReadOnly(not writing)
        if not writing:
            self.editor.setTextInteractionFlags(_LOOKING)

    def _changed(self, changes: object) -> None:
        if not changes and self.bench.document is not None:
            self.editor.format_name = self.bench.document.format
        self._show_broken()

    def _show_broken(self) -> None:
        document = self.bench.document
        self.broken.tell(document, self._typed_last())

    def _typed_last(self) -> str:
        """Give the few letters that the last step of typing has put in; else nothing."""
        step = self.bench.desk.undoes
        if step is None or not step.typing or step.at.document is not self.bench.document:
            return ""
        splices = [one for change in step.changes for one in change.splices]
        if any(one.end > one.start for one in splices):
            return ""
        typed = "".join(one.new for one in splices).strip()
        return typed if len(typed) <= _FEW and typed.isprintable() else ""

    # What is selected

    def _selected(self, path: Path) -> None:
        if not self._selecting and self.isVisible():
            # Not before the text is what the path counts in.
            QTimer.singleShot(0, self, self._show_selected)

    def _show_selected(self) -> None:
        self._show(self.bench.path)

    def _show(self, path: Path) -> None:
        document = self.bench.document
        if document is None or not path:
            return
        span = document.key_span(path) or document.span(path)
        whole = document.span(path)
        if span is None or span[0] >= self.twin.there or not (self.twin.fresh or self.twin.comes):
            return
        here = self.twin.offsets.to_text(self.editor.textCursor().position())
        if whole is not None and span[0] <= here <= whole[1]:
            return
        self._stand(span[0])

    def _stand(self, place: int) -> None:
        """Put the cursor at a character; nothing is selected anew by that."""
        before, self._selecting = self._selecting, True
        self.editor.go_to(self.twin.offsets.to_qt(place))
        self._selecting = before

    def _moved(self) -> None:
        self._tell_place()
        if not self._selecting and self.editor.hasFocus():
            self._clock.start(_REST)

    def _select_here(self) -> None:
        document = self.bench.document
        if document is None or document.broken is not None or document.waits:
            return
        path = self.path_here()
        if path != self.bench.path:
            self._selecting = True
            self.bench.select(path)
            self._selecting = False

    def path_here(self) -> Path:
        """Give what the cursor stands in; before it stands anywhere, what is selected."""
        document = self.bench.document
        if document is None or not self.twin.fresh:
            return self.bench.path
        here = self.twin.offsets.to_text(self.editor.textCursor().position())
        return document.path_at(here)

    def selected(self) -> str:
        """Give the words of a line that are selected."""
        cursor = self.editor.textCursor()
        words = cursor.selectedText() if self.isVisible() else ""
        return "" if "\u2029" in words else words

    def show_words(self, path: Path, start: int, end: int) -> None:
        """Select characters of the text at a path, and stand there."""
        document = self.bench.document
        place = None if document is None else document.find(path)
        if document is None or place is None:
            return
        self.twin.finish()
        part, node = place
        if not isinstance(node, Scalar):
            return
        span = part.start + node.start, part.start + node.end
        found = list(places(document.text, span, node.style, node.value))
        if end >= len(found):
            found = [span[0]] * (end + 1)
        to_qt = self.twin.offsets.to_qt
        self.editor.go_to(to_qt(found[start]), until=to_qt(found[end]))
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is wrong

    def _problems(self) -> None:
        """Mark what is wrong, once it is seen."""
        self._due = not self.isVisible()
        if self._due:
            return
        self.editor.marks.renew(self.bench.problems)
        self.editor.restyled()
        self._tell_place()

    def _here(self) -> tuple[int, int]:
        """Give line and column of the cursor, from 0, as the file counts: an emoji is one."""
        cursor, to_text = self.editor.textCursor(), self.twin.offsets.to_text
        start = to_text(cursor.block().position())
        return cursor.blockNumber(), to_text(cursor.position()) - start

    def _tell_place(self) -> None:
        if self.editor.is_coming:
            self.place.setText(_("The text is coming."))
            return
        line, column = self._here()
        known = {"line": line + 1, "column": column + 1}
        said = [_("Line %(line)d, column %(column)d.") % known]
        said += [self._told(one) for one in self.editor.marks.at(line)]
        if self.spelling is not None and self.spelling.here() is not None:
            said.append(_("Perhaps misspelt. Alt Enter shows what may be meant."))
        self.place.setText(" ".join(said))
        keys = _("Tab leaves the text. Ctrl ] moves a line in, Ctrl [ moves it out.")
        self.editor.setAccessibleDescription(" ".join(said[1:]) or keys)

    def go_to_problem(self, step: int) -> None:
        """Go to the next problem, or the one before, and say it."""
        found = self.editor.marks.next(*self._here(), step)
        if found is None:
            self.bench.context.announce(_("Nothing is known to be wrong."))
            return
        line, problem = found
        self.go_to_line(line + 1, problem.mark.column)
        self.bench.context.announce(self._told(problem))

    def _told(self, problem: Problem) -> str:
        document = self.bench.document
        return "" if document is None else in_text.said(document, problem)

    def go_to_line(self, line: int, column: int = 1) -> None:
        """Put the cursor at a place that is counted from 1, and the focus into the text."""
        from trainer.ui.authoring.text.colouring import units

        self.twin.finish()
        block = self.editor.document().findBlockByNumber(line - 1)
        if not block.isValid():
            block = self.editor.document().lastBlock()
        text = block.text()
        self.editor.go_to(block.position() + units(text, min(max(0, column - 1), len(text))))
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
