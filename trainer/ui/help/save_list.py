"""Saving the list as it is filtered, for paper: a button with a menu of papers."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from trainer.help import telling, words
from trainer.language import _
from trainer.ui import dates
from trainer.ui.paper import saving_as
from trainer.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.help.directory import Directory
    from trainer.help.looking import Found, Wish
    from trainer.ui.context import Context
    from trainer.ui.paper.printing import Paper


class SaveList(QuietButton):
    """Opens a menu: PDF on either paper, the usual one first.

    ``ask`` chooses the file: (parent, title, name, filter).
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Save as PDF"), parent, icon="printer")
        self.ask: saving_as.Ask = saving_as.ask_where
        self._context = context
        self._list: tuple[Directory, Wish, Found] | None = None
        self.setAccessibleDescription(_("Opens a menu: save this list as PDF, for paper"))
        self.clicked.connect(self._open)

    def set_list(self, directory: Directory, wish: Wish, found: Found) -> None:
        """Save this list from now on."""
        self._list = (directory, wish, found)
        self.setEnabled(bool(len(found)))

    def _open(self) -> None:
        from trainer.ui.paper.printing import Paper, usual_paper
        from trainer.ui.widgets.menu import Menu

        menu = Menu(self.words(), self)
        rows = [
            (Paper.A4, _("This list as PDF, on A4 …"), self._save_a4),
            (Paper.LETTER, _("This list as PDF, on Letter …"), self._save_letter),
        ]
        for _paper, said, act in sorted(rows, key=lambda row: row[0] is not usual_paper()):
            menu.add(said, act)
        menu.drop(self)

    def _save_a4(self) -> None:
        from trainer.ui.paper.printing import Paper

        self.save_pdf(Paper.A4)

    def _save_letter(self) -> None:
        from trainer.ui.paper.printing import Paper

        self.save_pdf(Paper.LETTER)

    def save_pdf(self, paper: Paper | None = None) -> None:
        """Ask where, then save."""
        from trainer.ui.paper import printed_text, printing

        if self._list is None:
            return
        filters = _("PDF (*.pdf)")
        chosen = self.ask(self.window(), _("Save this list"), "get-help.pdf", filters)
        if not chosen:
            return
        text = document(*self._list)

        def make() -> bytes:
            printed = printed_text.document(text)
            # A document leaves two centimetres of its own.
            return printing.pdf(_("Get help"), printed.print_, paper=paper, margin=0)

        printing.save_pdf(self._context, chosen, make)


def document(directory: Directory, wish: Wish, found: Found) -> str:
    """Give the list as a Markdown document, with what was looked for and when."""
    place = directory.place(wish.place)
    title = _("Get help: %(place)s") % {"place": place.name} if place else _("Get help")
    about = [_sought(wish)] if not wish.is_open() else []
    today = {"day": dates.full(datetime.date.today().isoformat())}
    about.append(_("Printed from Upstander on %(day)s. Check before you rely on it.") % today)
    return telling.as_markdown(directory, found, title, about, dates.full)


def _sought(wish: Wish) -> str:
    """Say what was looked for, apart from the place."""
    parts = [words.need(need) for need in sorted(wish.needs)]
    if wish.language:
        parts.insert(0, words.language(wish.language))
    if wish.without_police:
        parts.append(_("Only ways without police"))
    return words.listed(parts)
