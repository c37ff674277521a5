"""The page that a start opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.ui import pages

if TYPE_CHECKING:
    from trainer.ui.context import Context


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
    return settings.last_page if settings.last_page in pages.REOPENED else "home"
