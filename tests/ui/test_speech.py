"""Reading aloud is offered only where something would be heard."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QObject, Signal

from trainer.ui import speech
from trainer.ui.speech import Voice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Engine(QObject):
    """Stands for Qt's engine, which is an optional extra and needs a service of the system."""

    class State(Enum):
        Ready = 0
        Speaking = 1
        Error = 3

    stateChanged = Signal(object)  # noqa: N815 - Qt's name
    begins_in = State.Ready
    voices: tuple[str, ...] = ("a voice",)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.said: list[str] = []

    @staticmethod
    def availableEngines() -> list[str]:
        return ["speechd"]

    def state(self) -> Engine.State:
        return self.begins_in

    def availableVoices(self) -> tuple[str, ...]:
        return self.voices

    def setLocale(self, locale: QLocale) -> None:
        self.said.append(locale.name())

    def say(self, text: str) -> None:
        self.said.append(text)
        self.stateChanged.emit(Engine.State.Speaking)

    def stop(self) -> None:
        self.stateChanged.emit(Engine.State.Ready)


class Broken(Engine):
    begins_in = Engine.State.Error


class Mute(Engine):
    voices = ()


@pytest.mark.parametrize("kind", [None, Broken, Mute])
def test_without_a_voice_nothing_is_offered(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, kind: type[Engine] | None
) -> None:
    monkeypatch.setattr(speech, "_speech_class", lambda: kind)
    voice = Voice()
    assert not voice.available
    voice.say("Hello", "en")
    voice.stop()
    assert not voice.speaking


def test_a_voice_speaks_the_language_and_says_when(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "_speech_class", lambda: Engine)
    voice = Voice()
    assert voice.available
    heard: list[bool] = []
    voice.speaking_changed.connect(heard.append)
    voice.say("Bonjour", "fr")
    voice.stop()
    assert heard == [True, False]
    engine = voice.findChild(Engine)
    assert isinstance(engine, Engine)
    assert engine.said == ["fr_FR", "Bonjour"]
