"""Changing a file that shows on another page: one's own is opened, of any other a copy is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer.authoring import own
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


def change(
    context: Context, path: Path, title: str, taken: Collection[str], parent: QWidget
) -> None:
    """Open a file in Author; of one that is not one's own, offer a copy.

    ``taken`` are ids that a copy may not have.
    """
    if own.is_own(path):
        context.open_page("author", path=path)
        return
    said = _("You get a copy of your own, and change that. What you have here stays as it is.")
    heading = _("Change a copy of “%(title)s”") % {"title": plain(title)}
    act = _("Make my own copy")
    sheet = AskSheet(context, heading, (said,), act, parent, icon="copy", harmless=True)
    sheet.agreed.connect(partial(_copy, context, path, frozenset(taken)))
    sheet.open()


def _copy(context: Context, path: Path, taken: frozenset[str]) -> None:
    from trainer.authoring.keeping import own_copies

    try:
        made = own_copies.copy(path, taken, context.settings.author_name)
    except UpstanderError as error:
        context.tell(error)
        return
    context.read_library()
    context.open_page("author", path=made)
