"""The menu of a field to write in, under the right button: in our words and looks, not Qt's.

Undoing is not in it: in most places that is the page's, and has its keys there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit

from trainer.language import _
from trainer.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


def open_menu(field: QLineEdit | QPlainTextEdit | QTextEdit, event: QContextMenuEvent) -> None:
    """Open it where the button was pressed, or the cursor stands."""
    menu = Menu(_("What can be done"), field)
    if isinstance(field, QLineEdit):
        chosen, empty = field.hasSelectedText(), not field.text()
        hides = field.echoMode() is not QLineEdit.EchoMode.Normal
    else:
        chosen, empty = field.textCursor().hasSelection(), field.document().isEmpty()
        hides = False
    if not field.isReadOnly():
        can_paste = bool(QApplication.clipboard().text())
        menu.add(_("Cut"), field.cut, keys=_("Ctrl X"), enabled=chosen and not hides)
        menu.add(_("Copy"), field.copy, keys=_("Ctrl C"), enabled=chosen and not hides)
        menu.add(_("Paste"), field.paste, keys=_("Ctrl V"), enabled=can_paste)
    else:
        menu.add(_("Copy"), field.copy, keys=_("Ctrl C"), enabled=chosen and not hides)
    menu.addSeparator()
    menu.add(_("Select all"), field.selectAll, keys=_("Ctrl A"), enabled=not empty)
    menu.popup(event.globalPos())
