"""The way back: through which pages one came, so that a look aside ends where it began.

Pages ask for it with ``context.go_back()``. The page that one comes back to is not opened
anew: it stands as it was left, and what had the focus has it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from shiboken6 import isValid

from trainer.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Container

    from PySide6.QtWidgets import QWidget

NEVER_BACK: Final = frozenset({"first-start", "welcome"})
"""Pages that are gone through once; nothing leads back to them but a look aside."""

ASIDE: Final = "help"
"""The page that one key opens from any other, those included."""

_BACK_TO: Final = {
    "practice": N_("Back to the scenario"),
    "debrief": N_("Back to the debrief"),
    "learn": N_("Back to Learn"),
    "progress": N_("Back to Progress"),
    "past-runs": N_("Back to Past runs"),
    "workshop-home": N_("Back to Workshop"),
    "help": N_("Back to Get help"),
}


class Step(NamedTuple):
    """A page that one came through, and what had the focus on it."""

    page: str
    focus: QWidget | None

    def hand_back_focus(self, page: QWidget) -> None:
        """Give the focus to what had it on the page, if that still shows."""
        focus = self.focus
        if focus is None or not isValid(focus) or not page.isAncestorOf(focus):
            return
        if focus.isVisibleTo(page):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)


class Trail:
    """Pages that one came through, the latest last; none is in it twice."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    @property
    def latest(self) -> str:
        """Page that going back leads to; empty where there is none."""
        return self._steps[-1].page if self._steps else ""

    def went(self, before: str, to: str, focus: QWidget | None) -> None:
        """Note that one went from a page to another.

        Whoever comes to a page a second time has turned round: what lay behind it is gone.
        """
        if before == to:
            return
        pages = [step.page for step in self._steps]
        if to in pages:
            del self._steps[pages.index(to) :]
        if before and (before not in NEVER_BACK or to == ASIDE):
            self._steps.append(Step(before, focus))

    def back(self, there: Container[str]) -> Step | None:
        """Take the latest page that is still there off the trail; None if there is none."""
        while self._steps:
            step = self._steps.pop()
            if step.page in there:
                return step
        return None


def back_words(page: str) -> str:
    """Say what going back to a page is."""
    return _(_BACK_TO[page]) if page in _BACK_TO else _("Back")
