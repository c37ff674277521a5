"""Saving a debrief and its transcript: a button with a short menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.ui.paper import saving_as
from trainer.ui.practice.debrief import written
from trainer.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.practice.session import Session
    from trainer.ui.context import Context


class SaveMenu(QuietButton):
    """Opens a menu: PDF, web page, Markdown.

    ``ask`` chooses the file: (parent, title, name, filter).
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Save"), parent, icon="printer")
        self.ask: saving_as.Ask = saving_as.ask_where
        self._context = context
        self._session: Session | None = None
        self.setAccessibleDescription(_("Opens a menu: save as PDF, as web page, as Markdown"))
        self.clicked.connect(self._open)

    def set_session(self, session: Session) -> None:
        """Save this run from now on."""
        self._session = session

    def _open(self) -> None:
        from trainer.ui.widgets.menu import Menu

        menu = Menu(self.words(), self)
        menu.add(_("Debrief and transcript as PDF …"), self.save_pdf)
        menu.add(_("Debrief and transcript as web page …"), self.save_web_page)
        menu.add(_("Debrief and transcript as Markdown …"), self.save_markdown)
        menu.drop(self)

    def save_pdf(self) -> None:
        """Ask where, then save as PDF."""
        self._save("pdf", _("PDF (*.pdf)"), written.save_pdf)

    def save_web_page(self) -> None:
        """Ask where, then save as one HTML file."""
        self._save("html", _("Web page (*.html)"), written.save_web_page)

    def save_markdown(self) -> None:
        """Ask where, then save as Markdown."""
        self._save("md", _("Markdown (*.md)"), written.save_markdown)

    def _save(self, ending: str, filters: str, save: Callable[[Session, Path], None]) -> None:
        if self._session is None:
            return
        name = written.suggested_name(self._session, ending)
        chosen = self.ask(self.window(), _("Save debrief and transcript"), name, filters)
        if chosen:
            saving_as.write(self._context, chosen, ending, partial(save, self._session))
