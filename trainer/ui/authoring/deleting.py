"""Deleting a file of one's own from a page that lists it; one line at the foot brings it back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from trainer import paths
from trainer.authoring.keeping import deleting
from trainer.errors import UpstanderError
from trainer.language import _, ngettext
from trainer.scenario.texts.markup import plain
from trainer.ui.authoring.keeping.keeper import Keeper
from trainer.ui.authoring.keeping.moving import close

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context

_ID: Final = re.compile(rb"^id[ \t]*:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)


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
        plans = self._plans()
        known = {"title": self._title, "n": len(plans), "plan": plans[0] if plans else ""}
        if not plans:
            return _("“%(title)s” is deleted.") % known
        said = ngettext(
            "“%(title)s” is deleted. “%(plan)s” uses it.",
            "“%(title)s” is deleted. %(n)d workshop plans use it, “%(plan)s” among them.",
            len(plans),
        )
        return said % known

    def _plans(self) -> list[str]:
        """Titles of the plans of one's own that the story was picked for."""
        found = _ID.search(self._gone.pieces[0][1]) if self._gone.pieces else None
        name = found.group(1).decode() if found is not None else ""
        return [
            plain(one.content.title)
            for one in self._context.plans.plans()
            if name
            and one.path.is_relative_to(paths.own_plans())
            and any(part.scenario == name for part in one.content.segments.values())
        ]

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
        self._context.forget_plans()
        if not self._gone.path.is_relative_to(paths.own_plans()):
            self._context.read_library()
        self._then()
