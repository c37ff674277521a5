"""Deleting a file of one's own from a page that lists it; one line at the foot brings it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer import paths
from trainer.authoring.document import Document
from trainer.authoring.giving.belonging import defined_in, titles_naming
from trainer.authoring.keeping import deleting, files
from trainer.errors import UpstanderError
from trainer.language import _, ngettext
from trainer.ui.authoring.keeping.keeper import Keeper
from trainer.ui.authoring.keeping.moving import close
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


def delete(
    context: Context, path: Path, title: str, window: QWidget, then: Callable[[], object]
) -> None:
    """Delete a file; where other files of one's own use it, ask first.

    An editor that has it open lets it go, and never writes it again. ``then`` is called when it is
    gone, and again when it is back.
    """
    act = partial(_delete, context, path, title, window, then)
    naming = _naming(path)
    if not naming:
        act()
        return
    known = {"title": title, "n": len(naming), "one": naming[0]}
    used = ngettext(
        "“%(one)s” uses it.", "%(n)d of your files use it, “%(one)s” among them.", len(naming)
    )
    later = _("What uses it will lack it.")
    if _keeps(context):
        later = _("What uses it will lack it. You can bring it back, also another day.")
    heading = _("Delete “%(title)s”?") % known
    asked = AskSheet(context, heading, (used % known, later), _("Delete it"), window)
    asked.agreed.connect(act)
    asked.open()


def _keeps(context: Context) -> bool:
    return context.keeps and not context.guest


def _naming(path: Path) -> list[str]:
    """Give the titles of the other files of one's own that name something of a file."""
    try:
        document = Document(path, files.read(path).text)
    except UpstanderError:
        return []  # Nothing of it can be used.
    wanted = defined_in(document) if document.settle() else set()
    return titles_naming(path, wanted, {}) if wanted else []


def _delete(
    context: Context, path: Path, title: str, window: QWidget, then: Callable[[], object]
) -> None:
    for keeper in window.findChildren(Keeper):
        close(keeper, path)
    try:
        gone = deleting.delete(path, home=_keeps(context))
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
        said = _("“%(title)s” is deleted.") % {"title": self._title}
        self._context.notice(said, _("Bring it back"), self.bring_back)

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
