"""What may be meant by a word, as a list at the word; or that it is right as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QTextCursor
    from PySide6.QtWidgets import QPlainTextEdit

    from trainer.ui.authoring.spelling.asking import Asking


class SpellingMenu(QObject):
    """Shows it in one field, a moment after it was asked for."""

    def __init__(self, edit: QPlainTextEdit, asking: Asking) -> None:
        super().__init__(edit)
        self._edit = edit
        self._asking = asking
        self._cursor: QTextCursor | None = None
        self._mend: Callable[[str], object] = str

    def offer(self, cursor: QTextCursor, mend: Callable[[str], object]) -> None:
        """Show it for the word that a cursor selects; ``mend`` is given what was chosen."""
        self._cursor, self._mend = cursor, mend
        self._asking.suggest(cursor.selectedText(), self._show)

    def _show(self, found: list[str]) -> None:
        cursor, edit = self._cursor, self._edit
        word = cursor.selectedText() if cursor is not None else ""
        if cursor is None or not word or not edit.isVisible():
            return
        menu = Menu(_("What may be meant"), edit)
        for one in found:
            menu.add(one).setData(one)
        if not found:
            menu.add(_("Nothing like it is known"), enabled=False)
        menu.addSeparator()
        menu.add(_("Add “%(word)s” to my words") % {"word": word}).setData("")
        menu.triggered.connect(self._chosen)
        menu.popup(edit.viewport().mapToGlobal(edit.cursorRect(cursor).bottomLeft()))

    def _chosen(self, action: QAction) -> None:
        meant = action.data()
        if meant:
            self._mend(meant)
            return
        try:
            self._asking.add(self._cursor.selectedText() if self._cursor is not None else "")
        except OSError as wrong:
            self._asking.bench.context.tell(
                UpstanderError(
                    _("The word could not be kept."), _("What you wrote is as it was."),
                    _("It counts as right until the window closes."), str(wrong),
                )
            )  # fmt: skip
