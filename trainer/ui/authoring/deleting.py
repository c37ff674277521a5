"""Deleting a file of one's own from a page that lists it; one line at the foot brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import paths
from trainer.authoring.document import Document
from trainer.authoring.giving.belonging import defined_in, titles_naming
from trainer.authoring.keeping import deleting
from trainer.errors import UpstanderError
from trainer.language import _, ngettext
from trainer.ui.authoring.keeping.keeper import Keeper
from trainer.ui.authoring.keeping.moving import close

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


def delete(
    context: Context, path: Path, title: str, window: QWidget, then: Callable[[], object]
) -> None:
    """Delete a file; an editor that has it open lets it go first, and never writes it again.

    ``then`` is called when it is gone, and again when it is back.
    """
    for keeper in window.findChildren(Keeper):
        close(keeper, path)
    try:
        gone = deleting.delete(path, home=context.keeps and not context.guest)
    except UpstanderError as error:
        context.tell(error)
        return
    _Back(context, gone, title, then).tell()


class _Back:
    """Brings back what was deleted."""

    def __init__(
        self, context: Context, gone: deleting.Gone, title: str, then: Callable[[], object]
    ) -> None:
        self._context, self._gone, self._title, self._then = context, gone, title, then

    def tell(self) -> None:
        """Say that it is gone, and offer to bring it back."""
        self._renew()
        self._offer()

    def _offer(self) -> None:
        self._context.notice(self._said(), _("Bring it back"), self.bring_back)

    def _said(self) -> str:
        naming = self._naming()
        known = {"title": self._title, "n": len(naming), "one": naming[0] if naming else ""}
        if not naming:
            return _("“%(title)s” is deleted.") % known
        said = ngettext(
            "“%(title)s” is deleted. “%(one)s” uses it.",
            "“%(title)s” is deleted. %(n)d of your files use it, “%(one)s” among them.",
            len(naming),
        )
        return said % known

    def _naming(self) -> list[str]:
        """Titles of the other files of one's own that name something of it."""
        if not self._gone.pieces:
            return []
        text = self._gone.pieces[0][1].decode("utf-8-sig", "replace")
        document = Document(self._gone.path, text)
        wanted = defined_in(document) if document.settle() else set()
        return titles_naming(self._gone.path, wanted, {}) if wanted else []

    def bring_back(self) -> None:
        """Put the file back where it lay; what fails can be tried again."""
        try:
            deleting.bring_back(self._gone)
        except UpstanderError as error:
            self._offer()  # It is nowhere else: it can be tried again.
            self._context.tell(error)
            return
        self._renew()
        self._context.notice(_("“%(title)s” is back.") % {"title": self._title})

    def _renew(self) -> None:
        read_anew(self._context, self._gone.path)
        self._then()


def read_anew(context: Context, path: Path) -> None:
    """Read anew what a file of one's own that is gone, or back, belongs to."""
    context.forget_plans()
    if not path.is_relative_to(paths.own_plans()):
        context.read_library()
