"""Going round the parts of the editor by keyboard, back to where one was in each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from trainer.ui.widgets.focus_order import focusable

if TYPE_CHECKING:
    from trainer.ui.authoring.frame.frame import Frame


class Rounds:
    """Knows where the focus was last in each part."""

    def __init__(self, frame: Frame, bar: QWidget) -> None:
        self._frame = frame
        self._bar = bar
        self._last: dict[QWidget, QWidget] = {}
        self.at: QWidget | None = None
        """Part in which the focus was last."""

    def _every(self) -> tuple[QWidget, ...]:
        frame = self._frame
        upper = (frame.map, frame.outline, frame.things)
        return (*upper, frame.text, frame.problems, frame.form, self._bar)

    def stay_in(self, part: QWidget | None) -> None:
        """Stand in a part still, where what had the focus there has gone and Qt took another one.

        Of the form it is the field in which something was changed.
        """
        focused = QApplication.focusWidget()
        if part is None or not part.isVisible():
            self.stay()
        elif focused is None or not (part is focused or part.isAncestorOf(focused)):
            self._last.pop(part, None)
            here: Any = getattr(part, "stand_here", None)
            if here is None or not here():
                self.stand(part)

    def strayed(self, old: QWidget | None, new: QWidget | None) -> bool:
        """Tell whether the focus came by itself to the bar, or out of the page, or from outside.

        What had it has gone, was disabled, or went while a sheet had the focus; Qt then takes the
        next control of the window, which may be the one that leads back. What has gone outside of
        all parts is the line at the foot, after its button was pressed.
        """
        if new is None or self.at in (None, self._bar) or self._is_in(self.at, new):
            return False
        if self._bar.isAncestorOf(new) or self._is_beside(new):
            return old is None or old.window() is not new.window() or not _can(old)
        if old is None or old.window() is not new.window() or _can(old):
            return False
        around = old.isAncestorOf(self._frame)
        return not around and not any(self._is_in(part, old) for part in self._every())

    def _is_beside(self, widget: QWidget) -> bool:
        """Tell whether something stands in the window, outside of the editor: a notice, say."""
        page = self._frame.parentWidget()
        if page is None or widget.window() is not page.window():
            return False
        return not self._is_in(page, widget)

    @staticmethod
    def _is_in(part: QWidget, widget: QWidget) -> bool:
        return part is widget or part.isAncestorOf(widget)

    def note(self) -> None:
        """Note where the focus is now."""
        focused = QApplication.focusWidget()
        for part in self._every():
            if focused is not None and (part is focused or part.isAncestorOf(focused)):
                self._last[part] = focused
                self.at = part

    def last(self, part: QWidget) -> QWidget | None:
        """Give what had the focus last in a part, if it is there still."""
        found = self._last.get(part)
        return found if found is not None and shiboken6.isValid(found) else None

    def go(self, by: int) -> None:
        """Go to the next part, or the one before."""
        parts = [*self._frame.regions(), self._bar]
        at = parts.index(self.at) if self.at in parts else -1 if by > 0 else 0
        for step in range(1, len(parts) + 1):
            if self.stand(parts[(at + by * step) % len(parts)]):
                return

    def stand(self, part: QWidget) -> bool:
        """Bring a part into view and stand where one was in it; tell whether that can be."""
        if part is not self._bar:
            self._frame.bring(part)
        preferred: Any = getattr(part, "preferred", None)
        last = (preferred() if preferred is not None else None) or self._last.get(part)
        if last is not None and not (shiboken6.isValid(last) and _can(last)):
            last = None
        enter: Any = getattr(part, "enter", None)
        if last is None and enter is not None:
            enter()  # It knows better than the order of its controls where one begins.
            focused = part.window().focusWidget()
            return focused is not None and self._is_in(part, focused)
        stand = last or next((one for one in focusable(part) if _can(one)), None)
        if stand is None:
            return False
        stand.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def stay(self) -> None:
        """Stand where one was, if the focus is nowhere.

        While the text cannot be read, one cannot stand in the form: what is wrong says why.
        """
        if QApplication.focusWidget() is not None:
            return
        for part in (self.at, self._frame.problems, *self._frame.regions()):
            if part is not None and part.isVisible() and self.stand(part):
                return


def leave_unselected(widget: QWidget | None) -> None:
    """Let no letter wipe a line that one came to without asking for it.

    Where what had the focus goes, Qt goes on as if Tab were pressed, and selects all of the line.
    """
    if isinstance(widget, QLineEdit) and widget.hasSelectedText():
        widget.deselect()


def _can(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()
