"""Reading aloud, with a stand-in for the part of Qt that speaks: it may not be installed."""

from __future__ import annotations

import enum
import sys
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

import pytest
from PySide6.QtCore import QLocale, QObject, Signal

from tests.ui.practice.hands import Hands, Key
from trainer.ui import speech

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Engine(QObject):
    """Has the names and the states of ``QTextToSpeech``, and notes what would be heard."""

    class State(enum.Enum):
        Ready = 0
        Speaking = 1
        Paused = 2
        Error = 3
        Synthesizing = 4

    stateChanged = Signal(object)  # noqa: N815 - Qt's name
    heard: ClassVar[list[str]] = []
    languages: ClassVar[list[str]] = []

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = Engine.State.Ready

    @staticmethod
    def availableEngines() -> list[str]:
        return ["stand-in"]

    def availableVoices(self) -> list[str]:
        return ["somebody"]

    def state(self) -> State:
        return self._state

    def setLocale(self, locale: QLocale) -> None:
        Engine.languages.append(locale.bcp47Name())

    def say(self, text: str) -> None:
        Engine.heard.append(text)
        self._become(Engine.State.Speaking)

    def stop(self) -> None:
        self._become(Engine.State.Ready)

    def _become(self, state: State) -> None:
        if state is not self._state:
            self._state = state
            self.stateChanged.emit(state)


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    module = ModuleType("PySide6.QtTextToSpeech")
    module.QTextToSpeech = Engine  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", module)
    monkeypatch.setattr(Engine, "heard", [])
    monkeypatch.setattr(Engine, "languages", [])
    speech._speech_class.cache_clear()
    yield
    speech._speech_class.cache_clear()


@pytest.fixture
def softer(scenario_file: Path) -> None:
    """The scenario, with a softer text for its hard scene."""
    text = scenario_file.read_text("utf-8")
    start = text.index("    lines:\n      - grey: You people")
    scenario_file.write_text(
        f"{text[:start]}    soft: A man stands close.\n{text[start:]}", "utf-8"
    )


def test_nothing_is_read_unasked_and_the_button_reads_what_shows(hands: Hands) -> None:
    hands.begin()
    assert Engine.heard == []
    hands.button("Read aloud").click()
    (first,) = Engine.heard
    assert first.startswith("A man in a grey jacket")
    assert "Mrs. Lin: “I was born here. Please leave me alone.”" in first
    assert set(Engine.languages) == {"en"}
    hands.button("Stop reading").click()
    assert hands.button("Read aloud").isVisible()
    hands.press(Key.Key_1)
    assert len(Engine.heard) == 1
    hands.button("Read aloud").click()
    assert "You gave her your attention, not him." in Engine.heard[-1]


def test_with_the_setting_each_scene_is_read_as_it_comes(hands: Hands) -> None:
    hands.context.change(read_aloud=True)
    hands.begin()
    assert [one.split("\n")[0][:12] for one in Engine.heard] == ["The 22 is ha", "A man in a g"]
    hands.press(Key.Key_3)
    assert "A camera before a hand." in Engine.heard[-1]


@pytest.mark.usefixtures("softer")
def test_what_is_softened_or_left_out_is_not_heard(hands: Hands) -> None:
    hands.context.change(read_aloud=True, soften=True)
    hands.begin()
    assert "A man stands close." in Engine.heard[-1]
    assert "He tells her to go back where she came from." in Engine.heard[-1]
    assert not any("A man in a grey jacket" in one or "You people" in one for one in Engine.heard)
    hands.button("Skip the hard part").click()
    assert Engine.heard[-1].startswith("He says something about where she comes from.")
    assert "A man stands close." not in Engine.heard[-1]


@pytest.mark.parametrize("how", ["another page", "leaving quickly", "closing"])
def test_it_falls_silent_when_the_page_is_left(hands: Hands, how: str) -> None:
    hands.begin()
    hands.button("Read aloud").click()
    voice = hands.context.voice
    assert voice.speaking
    match how:
        case "another page":
            hands.open("home")
        case "leaving quickly":
            hands.context.leave_quickly()
        case _:
            hands.shell.close()
    assert not voice.speaking


def test_no_button_where_the_engine_is_in_an_error_state(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Engine, "state", lambda engine: Engine.State.Error)
    hands.begin()
    assert "Read aloud" not in hands.seen()
