"""The page that a start opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.ui import pages

if TYPE_CHECKING:
    from trainer.ui.context import Context

_HALF_A_DAY: Final = 12 * 60 * 60
"""Seconds; whoever stays away for longer begins on the first page, where what is due stands."""


def first_page(context: Context) -> str:
    """Name of the page to open first, for whoever practises now."""
    settings = context.settings
    if settings.keep is None:
        return "first-start"
    if context.guest and not context.asked:
        return "who"
    if settings.welcome:
        return "welcome"
    if context.reading is not None:
        return "home"
    return settings.last_page if _is_to_reopen(context) else "home"


def _is_to_reopen(context: Context) -> bool:
    """Tell whether to go on where one was; a clock that was set back says nothing of the sort."""
    settings = context.settings
    away = int(context.store.now().timestamp()) - settings.last_at
    return settings.last_page in pages.REOPENED and 0 <= away < _HALF_A_DAY
