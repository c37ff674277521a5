"""Leaves a file for others as soon as it is saved and somebody has gone elsewhere.

What was done to it can still be undone: before anything changes it, it is held again. If somebody
else has it open by then, it is only looked at here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, QTimer

from trainer.authoring.keeping import kept

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.document import Document
    from trainer.authoring.keeping.kept import Kept
    from trainer.ui.authoring.keeping.keeper import Keeper

_STILL_HERE: Final = {"author", "author-play", "author-try"}
"""Whoever plays a story goes on writing it after that."""


class Resting(QObject):
    """Lets go of what is left, and holds it again.

    Attributes:
        is_away: whether no file is looked at: the page was left.

    """

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._keeper = keeper
        self._page: QWidget | None = None
        self.is_away = False
        keeper.bench.desk.wake = self._wake_document
        keeper.bench.opened.connect(self.rest_soon)

    def watch(self, page: QWidget) -> None:
        """Know when somebody is on the page, and when elsewhere."""
        self._page = page
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hold the file again that shows."""
        if event.type() == QEvent.Type.Show:
            self._come_back()
        return False

    # Leaving it

    def left(self) -> None:
        """The page is left; where to is known as soon as the other one shows."""
        QTimer.singleShot(0, self, self._look_where)

    def _look_where(self) -> None:
        window: Any = None if self._page is None else self._page.window()
        there = getattr(window, "page", None)
        if there is None or self._page is None or self._page.isVisible():
            return
        if there().name in _STILL_HERE:
            # From there one may go elsewhere, too.
            window.page_left.connect(self._left_play)
            return
        self.is_away = True
        self.rest_soon()

    def _left_play(self) -> None:
        window: Any = self._page and self._page.window()
        window.page_left.disconnect(self._left_play)
        self.left()

    def rest_soon(self) -> None:
        """Let go of what nobody looks at, after all that is still being written."""
        for one in self._keeper.open_files.values():
            if one.hold is not None and self._may_rest(one):
                self._keeper.writer.do(int, partial(self._rest, one), self._keeper.failed)

    def _may_rest(self, one: Kept) -> bool:
        return (self.is_away or one is not self._keeper.shown) and self._keeper.is_settled(one)

    def _rest(self, one: Kept, _nothing: int) -> None:
        if one.hold is not None and self._may_rest(one):
            self._keeper.holds.release(one)
            one.rests = True

    # Holding it again

    def _wake_document(self, document: Document) -> None:
        one = self._keeper.open_files.get(document)
        if one is not None and not one.comes_in:
            self.wake(one)

    def wake(self, one: Kept) -> bool:
        """Hold a file again that was left, or that somebody else had; tell whether it was."""
        if not one.rests and (one.holder is None or one.hold is not None):
            return False
        one.rests = False
        if not kept.comes_along(one.place):
            self._keeper.holds.take(one)
        return True

    def open_again(self, one: Kept) -> None:
        """Show a file again that is open."""
        was_left = self.wake(one)
        self._keeper.bench.show(one.document)
        if was_left:
            self._tell(one)

    def _come_back(self) -> None:
        self.is_away = False
        one = self._keeper.shown
        if one is not None and one.rests:
            self.wake(one)
            if one.document.fixed:
                self._keeper.bench.opened.emit()
            self._tell(one)

    def _tell(self, one: Kept) -> None:
        if one.document.fixed:
            self._keeper.held.emit(one)
        else:
            self._keeper.look_for_unsaved(one)
