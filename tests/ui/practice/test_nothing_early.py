"""What a screen reader is told of a scene; and what nobody is told before a choice is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.practice.hands import Key
from trainer.method import ds
from trainer.method.ds import D, Fit
from trainer.scenario.texts.markup import plain
from trainer.ui.practice.choices import ChoiceCard
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.story import StoryText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.practice.hands import Hands
    from trainer.scenario.model import Choice


def every_word(root: QWidget) -> str:
    """All that a window holds for eyes and for a screen reader, also what does not show."""
    return "\n".join(text for widget in (root, *root.findChildren(QWidget)) for text in _of(widget))


def _of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, StoryText | Button):
        yield widget.words()
    elif isinstance(widget, QLabel):
        yield widget.text()
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is not None:
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help):
            yield interface.text(kind)


def effects(choice: Choice) -> Iterator[str]:
    feedback, consequence = choice.feedback, choice.consequence
    if feedback is not None:
        yield from (feedback.headline, *feedback.about.values())
        yield feedback.why or feedback.headline
    if consequence is not None:
        yield from (line.text for line in consequence.lines)


def test_of_no_choice_before_the_first_is_made(hands: Hands) -> None:
    said: list[str] = []
    hands.context.announced.connect(said.append)
    hands.begin()
    known = "\n".join([every_word(hands.shell), *said])
    told = [text for choice in hands.session.offered for text in effects(choice)]
    assert len(told) > 20
    assert [text for text in told if plain(text) in known or text in known] == []
    cards = [card for card in hands.shell.findChildren(ChoiceCard) if card.isVisible()]
    assert len(cards) == len(hands.session.offered)
    for card in cards:
        words = "\n".join(_of(card)).lower()
        assert not any(str(name) in words for name in Fit)
        assert not any(f"{ds.fit_name(fit).lower()}" in words for fit in Fit)
        assert not any(ds.name(d).lower() in words for d in D)


def test_of_the_others_only_the_d_shows_until_their_reasons_are_asked_for(hands: Hands) -> None:
    hands.begin()
    others = [choice for choice in hands.session.offered if choice.id == "tell-driver"]
    hands.press(Key.Key_1)
    for other in others:
        assert not any(plain(text) in hands.seen() for text in effects(other))
    hands.button("See why").click()
    hands.settle()
    reasons = [one.feedback.why for one in others if one.feedback is not None]
    assert all(plain(why or "") in hands.seen() for why in reasons)


def test_what_has_the_keyboard_tells_the_whole_scene_to_a_screen_reader(hands: Hands) -> None:
    hands.context.change(soften=True)
    hands.begin()
    reading = QApplication.focusWidget()
    assert reading is not None
    assert reading.accessibleName() == "The scene"
    heard = reading.accessibleDescription()
    for words in ("A man in a grey jacket", "He tells her to go back", "I was born here."):
        assert words in heard
    hands.press(Key.Key_1)
    panel = QApplication.focusWidget()
    assert panel is not None
    for words in ("Distract. Strong fit.", "Mrs. Lin: Someone sat down with her."):
        assert words in panel.accessibleDescription()
