"""Deleting a file of one's own from a page that lists it; one line at the foot brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import paths
from trainer.authoring.keeping import deleting
from trainer.errors import UpstanderError
from trainer.language import _
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
        said = _("“%(title)s” is deleted.") % {"title": self._title}
        self._context.notice(said, _("Bring it back"), self.bring_back)

    def bring_back(self) -> None:
        """Bring it back."""
        try:
            deleting.bring_back(self._gone)
        except UpstanderError as error:
            self._offer()  # It is nowhere else: it can be tried again.
            self._context.tell(error)
            return
        self._renew()

    def _renew(self) -> None:
        self._context.forget_plans()
        if not self._gone.path.is_relative_to(paths.own_plans()):
            self._context.read_library()
        self._then()
