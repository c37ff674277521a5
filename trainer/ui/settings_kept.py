"""Writing what was set: at once, or in another thread, while somebody goes on with something.

Each writing writes the settings as they are when its turn comes, so that none brings back what
was there before another.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer import paths
from trainer import settings as settings_file
from trainer.errors import KeepingError
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.settings import Settings
    from trainer.ui.context import Context


def at_once(context: Context) -> None:
    """Write the settings; where that fails it is said once, and they hold till the end.

    Before the first start has been answered, and for a guest, nothing is written at all.
    """
    if not _prepare(context):
        return
    try:
        _set_apart(context)
        settings_file.write(_of_file(context), paths.settings())
    except (OSError, KeepingError):
        if not context.told_of_settings:
            context.told_of_settings = True
            context.notice(_("Your settings hold until you close the window; they cannot be kept."))


def meanwhile(context: Context, do: Callable[[Callable[[], None]], object]) -> None:
    """Have ``do`` write the file in another thread.

    What cannot be written now is tried again, and said, on closing.
    """
    if not _prepare(context):
        return
    try:
        _set_apart(context)
    except KeepingError:
        return
    do(partial(settings_file.write_latest, partial(_still, context), paths.settings()))


def _prepare(context: Context) -> bool:
    if context.settings.keep is None or context.guest:
        return False
    tells = context.keeps and context.settings.last_page
    context.remember(last_at=int(context.store.now().timestamp()) if tells else 0)
    return True


def _set_apart(context: Context) -> None:
    """Keep with a person what tells of them, if others practise here, too."""
    if context.is_apart:
        from trainer.ui.people import own_settings

        own_settings.set_apart(context.store, context.settings)


def _of_file(context: Context) -> Settings:
    """Give what stands in the file: the settings that are the computer's, or all."""
    if not context.is_apart:
        return context.settings
    from trainer.ui.people import own_settings

    return own_settings.without(context.settings)


def _still(context: Context) -> Settings | None:
    """Give what is to be written, in another thread; nothing of a guest."""
    return None if context.guest or context.settings.keep is None else _of_file(context)
