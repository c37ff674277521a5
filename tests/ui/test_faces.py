"""A text is set whole in one face that has all its letters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication, QWidget

from tests.scenes import Stage
from trainer import paths
from trainer.settings import Settings
from trainer.ui import fonts, theme
from trainer.ui.dress import dress
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.fields import CheckBox, TextBox, TextField
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import Heading
from trainer.ui.workshop.projector import text as projected
from trainer.ui.workshop.projector.paper import ink

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Phòng đợi thứ Ba"


@pytest.fixture
def app(home: Path) -> QApplication:
    with Stage(Settings(keep=None, palette="light")) as stage:
        return stage.app


def face(font: QFont) -> str:
    return font.families()[0]


def test_which_letters_a_face_lacks_is_what_it_lacks(app: QApplication) -> None:
    del app
    folder = paths.assets() / "fonts"
    usual = QRawFont(str(folder / "AtkinsonHyperlegibleNext-Regular.ttf"), 16)
    other = QRawFont(str(folder / "NotoSans-Regular.ttf"), 16)
    wrong = [
        hex(code)
        for code in (*range(0x100, 0x250), *range(0x300, 0x530), *range(0x1E00, 0x1F00))
        if unicodedata.category(chr(code))[0] in "LM"
        and not 0x2B0 <= code <= 0x2FF
        and fonts.is_beyond(chr(code))
        is not (other.supportsCharacter(code) and not usual.supportsCharacter(code))
    ]
    assert wrong == []
    # Marks that are written by themselves, as some programs do.
    assert fonts.is_beyond("Tu\u031b")
    assert fonts.is_beyond("é" * 1000 + "ơ")
    assert not fonts.is_beyond("é" * 1000)
    assert not fonts.is_beyond("Ângela, Łukasz, Đorđe, ¿qué? “…”")


def test_no_word_is_of_two_faces_in_what_shows_and_what_one_types(app: QApplication) -> None:
    del app
    parent = QWidget()
    heading = Heading(TITLE, parent, role=Role.TITLE)
    button, tick = QuietButton(TITLE, parent), CheckBox(TITLE, parent)
    field, box, story = TextField("", parent), TextBox("", parent), StoryText(parent)
    plain = Heading("Waiting room", parent)
    field.setText(TITLE)
    box.set_text(TITLE)
    story.set_markdown(f"She looks at **{TITLE}**.")
    every = [one.font() for one in (heading, button, tick, field, box.edit)]
    every.append(story.document().defaultFont())
    assert {face(one) for one in every} == {fonts.NOTO}
    assert heading.font().weight() is Role.TITLE.weight
    assert heading.font().pixelSize() == Role.TITLE.size
    assert face(plain.font()) == fonts.HYPERLEGIBLE
    for one in (heading, field):
        one.setText("Waiting room")
    box.set_text("Waiting room")
    story.set_markdown("Waiting room")
    back = [heading.font(), field.font(), box.edit.font(), story.document().defaultFont()]
    assert {face(one) for one in back} == {fonts.HYPERLEGIBLE}


def test_it_stays_whole_at_another_size(app: QApplication) -> None:
    heading, story = Heading(TITLE), StoryText()
    story.set_markdown(TITLE)
    for size in (200, 100):
        dress(app, Settings(text_size=size, palette="light"))
        assert face(heading.font()) == face(story.document().defaultFont()) == fonts.NOTO
        assert heading.font().pixelSize() == Role.HEADING.size * size // 100


def test_what_is_painted_and_what_the_room_sees_is_whole_too(app: QApplication) -> None:
    del app
    assert face(theme.font(Role.NOTE, of=TITLE)) == fonts.NOTO
    assert face(theme.font(Role.NOTE, of="Waiting room")) == fonts.HYPERLEGIBLE
    page = ink("en")
    for words, family in ((TITLE, fonts.NOTO), ("Waiting room", fonts.HYPERLEGIBLE)):
        laid = projected.lines(projected.words(words, bold=True), 800, 40, page)
        assert face(laid.font()) == family
        assert laid.font().weight() is QFont.Weight.Bold
    assert fonts.beyond(fonts.families("vi")) == fonts.families("vi")
