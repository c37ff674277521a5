"""The console is dark whatever the window's colours are: it stands in a dark room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from trainer.ui import palettes, theme
from trainer.ui.dress import dress

if TYPE_CHECKING:
    from trainer.settings import Settings


def on() -> None:
    """Turn the window dark; with more contrast where that was asked for."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and not theme.colours().dark:
        wanted = palettes.CONTRAST_DARK if theme.colours().contrast else palettes.DARK
        theme.apply(app, replace(theme.look(), colours=wanted))


def off(settings: Settings) -> None:
    """Give the window its own colours again."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        dress(app, settings)
