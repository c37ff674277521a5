"""The button that reads aloud; there is none where no voice is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _
from trainer.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class ReadAloud(QuietButton):
    """Reads a text, and stops when pressed again. What it is given is softened already."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Read aloud"), parent, icon="volume-2")
        self._context = context
        self._text, self._language = "", "en"
        self._connected = False
        self.clicked.connect(self._pressed)
        self.hide()

    def offer(self) -> None:
        """Show the button if something would be heard."""
        voice = self._context.voice
        if voice.available and not self._connected:
            voice.speaking_changed.connect(self._speaking_changed)
            self._connected = True
        self.setVisible(voice.available)

    def set_text(self, text: str, language: str) -> None:
        """Have another text ready; read it at once if the setting says so."""
        self._text, self._language = text, language
        if self._context.settings.read_aloud and not self.isHidden():
            self._context.voice.say(text, language)

    def stop(self) -> None:
        """Fall silent."""
        if self._connected:
            self._context.voice.stop()

    def _pressed(self) -> None:
        voice = self._context.voice
        if voice.speaking:
            voice.stop()
        else:
            voice.say(self._text, self._language)

    def _speaking_changed(self, speaking: object) -> None:
        if speaking:
            self.set_words(_("Stop reading"), icon="volume-x")
        else:
            self.set_words(_("Read aloud"), icon="volume-2")
