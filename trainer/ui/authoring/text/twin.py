"""Keeps the text that Qt shows and the document the same, whichever of them changes.

What is typed (or pasted, dragged, dictated) becomes a step of the desk; what is changed elsewhere
is put into the shown text where it has changed, so that cursor and scrolling stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from trainer.authoring.source.splices import Splice, all_spliced, between
from trainer.language import _
from trainer.ui.authoring.text.offsets import Offsets
from trainer.ui.building import Building
from trainer.ui.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextDocument

    from trainer.authoring.desk import Change
    from trainer.ui.authoring.workbench import Workbench

TYPING: Final = "text"
_SEPARATOR: Final = "\u2029"
_BREAKS: Final = re.compile("\r\n|[\r\n\u2029\ufdd0\ufdd1]")
"""What Qt takes for the end of a line."""

_QUICK: Final = 400_000

_AT_ONCE: Final = 120_000
"""Characters up to which all of a text is shown in one go."""

_SOME: Final = 8_000
"""Characters, or a few more, that are added at a time to a longer one."""


class Twin(QObject):
    """One document, as Qt shows it.

    Attributes:
        fresh: whether it shows the document, all of it; else it is filled when it comes into view.
        there: how many characters of the text it shows: all, or while it is filled the first.

    Signals:
        typed(str): something was typed; what is new, as the file has it.
        reached(): the place that was asked for is there, while the rest is still to come.
        filled(): all of it is there.

    """

    typed = Signal(str)
    reached = Signal()
    filled = Signal()

    def __init__(self, bench: Workbench, shown: QTextDocument) -> None:
        super().__init__(shown)
        self.bench = bench
        self.shown = shown
        self.offsets = Offsets()
        self.fresh = False
        self.there = 0
        self._coming: Building | None = None
        self._slices = Slices(self)
        self._quiet = False
        self._own: Splice | None = None
        shown.setUndoRedoEnabled(False)
        shown.contentsChange.connect(self._edited)
        bench.opened.connect(self._opened)
        bench.changed.connect(self._changed)

    def _opened(self) -> None:
        self.fresh = False
        self._coming = None
        self._slices.stop()

    # Filling

    @property
    def comes(self) -> bool:
        """Whether it is being filled."""
        return self._coming is not None

    def fill(self) -> None:
        """Show the document's text anew, at once."""
        self._put_in("" if self.bench.document is None else self.bench.document.text)
        self._done()

    def begin(self, place: int) -> None:
        """Show the document's text anew; a long one comes some of it at a time, from its start.

        Until all of it is there, nothing may be typed. Who cannot wait calls :meth:`finish`.

        Args:
            place: the character that shall be seen first.

        """
        document = self.bench.document
        assert document is not None
        if len(document.text) <= _AT_ONCE:
            self.fill()
            self.filled.emit()
        else:
            self._coming = Building(self._filling(document.text, place), ahead=True)
            self._slices.begin(self._going_on(self._coming))

    def finish(self) -> None:
        """Have all of it there now, if some of it is still to come."""
        if self._finished():
            self.filled.emit()

    def _finished(self) -> bool:
        coming = self._coming
        if coming is None or not coming.finish():
            return False
        self._done()
        return True

    def _done(self) -> None:
        self._coming = None
        self._slices.stop()
        self.fresh = True

    def _going_on(self, coming: Building) -> Iterator[None]:
        yield from coming.steps
        if self._coming is coming:
            self.finish()

    def _filling(self, text: str, place: int) -> Iterator[None]:
        self._put_in("")
        yield
        self.offsets = Offsets(text)
        reached = False
        while self.there < len(text):
            yield
            end = text.find("\n", self.there + _SOME) + 1 or len(text)
            self._add(text[self.there : end])
            self.there = end
            if not reached and end >= min(len(text), place + _SOME):
                reached = True
                self.reached.emit()

    def _put_in(self, text: str) -> None:
        self.offsets, self.there = Offsets(text), len(text)
        self._quiet = True
        try:
            self.shown.setPlainText(text)
        finally:
            self._quiet = False

    def _add(self, text: str) -> None:
        """Show more at the end; who stands at the start of what shows stays there."""
        if not self.there:
            offsets = self.offsets
            self._put_in(text)
            self.offsets = offsets
            return
        cursor = QTextCursor(self.shown)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._quiet = True
        try:
            cursor.insertText(text)
        finally:
            self._quiet = False

    # What is typed

    def _edited(self, start: int, removed: int, added: int) -> None:
        if self._quiet or not self.fresh or self._own is not None:
            return
        splice = self._splice(start, removed, added)
        if splice is not None:
            self._take(splice)

    def _splice(self, start: int, removed: int, added: int) -> Splice | None:
        """Give what has changed in the document's text. Qt may say that more has than is so."""
        old, last = self.offsets, self.shown.characterCount() - 1
        end = old.to_text(start + removed)
        first = old.to_text(start)
        cursor = QTextCursor(self.shown)
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(start + added, last), QTextCursor.MoveMode.KeepAnchor)
        before = old.text[first:end]
        seen = _BREAKS.sub("\n", before)
        change = between(seen, cursor.selectedText().replace(_SEPARATOR, "\n"))
        if change is None:
            return None
        start, end = (_place(before, seen, one) for one in (change.start, change.end))
        return Splice(first + start, first + end, self._with_breaks(change.new))

    def _with_breaks(self, new: str) -> str:
        """Write line breaks as the file does."""
        text = self.offsets.text
        windows = text.startswith("\r\n", text.find("\n") - 1)
        return new.replace("\n", "\r\n") if windows else new

    def _take(self, splice: Splice) -> None:
        """Let what was typed be a step."""
        document = self.bench.document
        assert document is not None
        words = _("What was typed in the text")
        path = document.path_at(splice.start)
        self._own = splice
        try:
            with self.bench.step(words, path, TYPING) as step:
                step.splice(document, [splice])
        finally:
            self._own = None
        if "\n" in splice.new:
            self.bench.desk.pause()
        self.typed.emit(splice.new)

    # What is changed

    def _changed(self, changes: Sequence[Change]) -> None:
        changes = [one for one in changes if one.splices]
        came = bool(changes) and self._finished()  # As it was before.
        for change in changes if self.fresh else ():
            if self._own is not None and change.splices == (self._own,):
                self._own = None
            else:
                for splice in change.splices:  # From the end to the start.
                    self._put(splice)
            self._note(change.splices, is_last=change is changes[-1])
        if came:
            self.filled.emit()

    def _put(self, splice: Splice) -> None:
        """Change what is shown."""
        splice = _whole(self.offsets.text, splice)
        cursor = QTextCursor(self.shown)
        cursor.setPosition(self.offsets.to_qt(splice.start))
        cursor.setPosition(self.offsets.to_qt(splice.end), QTextCursor.MoveMode.KeepAnchor)
        self._quiet = True
        try:
            cursor.insertText(splice.new)
        finally:
            self._quiet = False

    def _note(self, splices: Sequence[Splice], *, is_last: bool) -> None:
        """Go on from the text with splices made, which are shown already."""
        document = self.bench.document
        assert document is not None
        # A long text is not put together twice.
        text = document.text if is_last else all_spliced(self.offsets.text, splices)
        first = splices[-1].start
        if len(splices) == 1:
            self.offsets.renew(text, first, splices[0].new)
        else:
            self.offsets = Offsets(text)
        if not self._agrees():
            self.fill()

    def _agrees(self) -> bool:
        """Whether as much is shown as there is, as far as that is quickly told."""
        offsets = self.offsets
        if not offsets.is_same and len(offsets.text) > _QUICK:
            return True
        return offsets.to_qt(len(offsets.text)) == self.shown.characterCount() - 1


def _whole(text: str, splice: Splice) -> Splice:
    """Give a splice that does not begin or end inside of a line break, before or after."""
    start, end, new = splice
    if start and text[start - 1] == "\r" and (text.startswith("\n", start) or new[:1] == "\n"):
        start, new = start - 1, f"\r{new}"
    if not new and text.startswith("\n", end) and text[max(0, start - 1) : start] == "\r":
        start, new = start - 1, "\r"  # What stood between the two halves of one goes.
    if text.startswith("\n", end) and new[-1:] == "\r":
        end, new = end + 1, f"{new}\n"
    return Splice(start, end, new)


def _place(text: str, seen: str, at: int) -> int:
    r"""Give the place in a text of a character that is seen, where ``\r\n`` is one."""
    if len(text) == len(seen):
        return at
    place = 0
    for _line in range(seen.count("\n", 0, at)):
        found = _BREAKS.search(text, place)
        place = len(text) if found is None else found.end()
    return place + at - (seen.rfind("\n", 0, at) + 1)
