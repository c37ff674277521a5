"""Reading aloud, where a voice is really installed.

``context.voice.available`` says whether to show a button for it; then ``say`` and ``stop``.
The part of Qt that speaks is an optional extra (``upstander[speech]``); without it, or when
its engine is in an error state, nothing is offered.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal


@cache
def _speech_class() -> Any:
    """Class of Qt that speaks, or None where it is not installed."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return None
    return QTextToSpeech


class Voice(QObject):
    """A voice of the system.

    Signals:
        speaking_changed(object): True when it began to speak, False when it stopped.
    """

    speaking_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: Any = None
        self.speaking = False
        made = _speech_class()
        if made is None or not made.availableEngines():
            return
        engine = made(self)
        # Without its service the engine is listed all the same, in an error state.
        if engine.state() != made.State.Error and engine.availableVoices():
            self._engine = engine
            engine.stateChanged.connect(self._state_changed)

    @property
    def available(self) -> bool:
        """Whether something would be heard."""
        return self._engine is not None

    def say(self, text: str, language: str) -> None:
        """Speak a plain text in a language (BCP 47); what is being said is cut short."""
        if self._engine is None:
            return
        self._engine.stop()
        self._engine.setLocale(QLocale(language))
        self._engine.say(text)

    def stop(self) -> None:
        """Fall silent."""
        if self._engine is not None:
            self._engine.stop()

    def _state_changed(self, state: Any) -> None:
        speaking = getattr(state, "name", "") in {"Speaking", "Synthesizing"}
        if speaking != self.speaking:
            self.speaking = speaking
            self.speaking_changed.emit(speaking)
