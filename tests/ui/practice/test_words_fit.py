"""Words fit into what holds them, measured by the type alone and not by the widget itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tests.practice.story import BUS
from tests.scenes import Stage, all_scenes
from trainer.settings import Settings
from trainer.ui import theme
from trainer.ui.practice.choices import ChoiceCard, Dealt
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Button, LinkButton, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SIZES = [
    ((1280, 800), 100),
    pytest.param((1280, 800), 200, marks=pytest.mark.soak),
    ((800, 600), 200),
]
SCENES = ("practice", "tried", "feedback-poor", "own-words", "debrief", "past-runs", "settings")


def lower_than_its_words(root: QWidget) -> list[str]:
    """What is lower than its words are in the width that they have, and what stands below."""
    found = []
    held: list[Button | QLabel] = [*root.findChildren(Button), *root.findChildren(QLabel)]
    for widget in held:
        words = widget.words() if isinstance(widget, Button) else widget.text()
        if not widget.isVisible() or not words:
            continue
        if isinstance(widget, QLabel) and not widget.wordWrap():
            continue
        metrics = QFontMetrics(widget.font())
        beside = widget._beside() if isinstance(widget, Button) else 0
        room = QRect(0, 0, max(1, widget.width() - beside), 100_000)
        least = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()
        if isinstance(widget, ChoiceCard):
            below = QFontMetrics(theme.font(Role.SMALL_STRONG)).height() if widget.below() else 0
            least += below
        if isinstance(widget, Button):
            least += 2 * theme.px(widget.pad_y)
        if widget.height() < least:
            found.append(f"{words!r}: {widget.height()} of at least {least}")
    return found


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize(("size", "text_size"), SIZES)
@pytest.mark.soak
def test_nothing_is_lower_than_its_words(
    qapp: QApplication, scene: str, size: tuple[int, int], text_size: int
) -> None:
    settings = Settings(keep=True, motion="reduced", palette="light", text_size=text_size)
    with Stage(settings, size) as stage:
        stage.shell.open_page("home")
        stage.shell.show()
        all_scenes()[scene](stage)
        for _wait in range(10):
            stage.settle(0.3)
            if not lower_than_its_words(stage.top()):
                break
        assert lower_than_its_words(stage.top()) == []


@pytest.mark.parametrize("kind", [PrimaryButton, QuietButton, LinkButton])
def test_a_button_in_a_narrow_place_is_as_high_as_all_its_lines(
    qapp: QApplication, qtbot: QtBot, kind: type[Button]
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    button = kind("Begin without the hard parts, and read what happened in them instead", holder)
    column.addWidget(button)
    column.addStretch(1)
    holder.resize(220, 600)
    holder.show()
    qapp.processEvents()
    line = QFontMetrics(button.font()).height()
    assert button.height() >= 3 * line
    assert lower_than_its_words(holder) == []


def test_a_card_grows_by_the_line_that_says_it_was_tried(qapp: QApplication, qtbot: QtBot) -> None:
    holder, card = QWidget(), ChoiceCard()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(card)
    column.addStretch(1)
    choice = BUS.scenes["stop"].choices[0]
    card.deal(Dealt(choice, 1, None, tried=False))
    holder.resize(500, 400)
    holder.show()
    qapp.processEvents()
    before = card.height()
    card.deal(Dealt(choice, 1, None, tried=True))
    qapp.processEvents()
    assert card.height() > before
    assert lower_than_its_words(holder) == []
