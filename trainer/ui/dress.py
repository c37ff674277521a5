"""Giving the application its look, its language and its reading direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt

from trainer import language
from trainer.ui import dates, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from trainer.settings import Settings


def dress(app: QApplication, settings: Settings) -> bool:
    """Put the settings' look and language into use; True when the language is another now.

    Widgets that stand already keep the words they were made with: whoever owns them makes
    them anew.
    """
    before = language.code()
    language.use(language.from_environment(settings.language))
    locale = dates.locale()
    QLocale.setDefault(locale)
    mirrored = locale.textDirection() == Qt.LayoutDirection.RightToLeft
    directions = Qt.LayoutDirection
    app.setLayoutDirection(directions.RightToLeft if mirrored else directions.LeftToRight)
    theme.apply(app, theme.look_for(app, settings, language.code()))
    return language.code() != before
