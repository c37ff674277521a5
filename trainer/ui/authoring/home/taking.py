"""Taking in what somebody gave: chosen in the system's dialog, or dropped on the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.authoring import own
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trainer.ui.authoring.home.page import AuthorHomePage


def ask_given(parent: QWidget) -> str:
    """Ask which file somebody gave, in the system's own dialog; empty if none."""
    kinds = _("What was given away (*.zip *.fived *.yaml);;All files (*)")
    return QFileDialog.getOpenFileName(parent, _("Take in what somebody gave you"), "", kinds)[0]


class Taking(QObject):
    """Does it. ``ask`` chooses a file: (parent)."""

    def __init__(self, page: AuthorHomePage, renew: Callable[[], object]) -> None:
        super().__init__(page)
        self._page, self._renew = page, renew
        self._waiting: list[Path] = []
        self.ask: Callable[[QWidget], str] = ask_given

    def ask_which(self) -> None:
        """Ask which file, and look at it."""
        chosen = self.ask(self._page.window())
        if chosen:
            self.take([Path(chosen)])

    def is_packed(self, path: Path) -> bool:
        """Whether a file is no text to write on, but holds some."""
        return path.suffix.lower() in own.PACKED

    def take(self, paths: Iterable[Path]) -> None:
        """Look at files, one after the other."""
        self._waiting = list(paths)
        self._next()

    def _next(self) -> None:
        from trainer.ui.authoring.giving.take_sheet import take

        while self._waiting:
            path = self._waiting.pop(0)
            page = self._page
            sheet = take(page.context, path, page.taken(), page.window())
            if sheet is not None:
                sheet.taken.connect(self._taken)
                sheet.finished.connect(self._go_on)
                return

    def _go_on(self) -> None:
        # The sheet before is to be gone first.
        QTimer.singleShot(0, self, self._next)

    def _taken(self) -> None:
        context = self._page.context
        context.forget_plans()
        context.read_library()
        self._renew()
