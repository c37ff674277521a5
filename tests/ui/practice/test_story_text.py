from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel

from trainer.practice.view import Spoken, Voice
from trainer.ui.practice.spoken_line import SpokenLine
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.link_sheet import LinkSheet
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def story(qtbot: QtBot, text: str) -> StoryText:
    widget = StoryText()
    qtbot.addWidget(widget)
    widget.set_markdown(text)
    return widget


def test_emphasis_lists_and_paragraphs(qtbot: QtBot) -> None:
    widget = story(qtbot, "One *two* **three**.\n\n- a\n- b\n\n1. c")
    assert widget.words() == "One two three.\n• a\n• b\n1. c"
    assert "italic" in widget.toHtml()


def test_html_and_pictures_stay_the_letters_that_they_are(qtbot: QtBot) -> None:
    text = '<img src="file:///etc/passwd"> ![x](file:///etc/passwd) <b>b</b>'
    widget = story(qtbot, text)
    assert '<img src="file:///etc/passwd">' in widget.words()
    assert "￼" not in widget.words()


def test_no_file_is_ever_read(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(picture))
    widget = story(qtbot, "text")
    widget.setHtml(f'<img src="{picture.as_uri()}">')
    kind = int(QTextDocument.ResourceType.ImageResource.value)
    given = widget.loadResource(kind, QUrl.fromLocalFile(str(picture)))
    assert (given.width(), given.height()) == (1, 1)
    assert given.pixelColor(0, 0).alpha() == 0


def test_a_link_shows_its_whole_address_and_opens_nothing_by_itself(qtbot: QtBot) -> None:
    widget = story(qtbot, "See [here](https://example.org/a/very/long/way?x=1).")
    widget.show()
    assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    wanted: list[str] = []
    widget.link_wanted.connect(wanted.append)
    widget.anchorClicked.emit(QUrl("https://example.org/a/very/long/way?x=1"))
    assert wanted == ["https://example.org/a/very/long/way?x=1"]
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, LinkSheet))
    shown = [label.accessibleName() for label in sheet.findChildren(QLabel)]
    assert "https://example.org/a/very/long/way?x=1" in shown
    sheet.reject()
    assert widget.source().isEmpty()


def test_another_scheme_is_never_offered_to_be_opened(qtbot: QtBot) -> None:
    sheet = LinkSheet(QUrl("file:///etc/passwd"))
    qtbot.addWidget(sheet)
    words = {button.words() for button in sheet.findChildren(Button)}
    assert "Open it" not in words


def test_its_height_follows_its_width_and_its_text(qtbot: QtBot) -> None:
    widget = story(qtbot, "word " * 60)
    assert widget.heightForWidth(200) > widget.heightForWidth(600) > 0
    tall = widget.heightForWidth(200)
    widget.set_markdown("word")
    assert widget.heightForWidth(200) < tall


def test_own_words_are_shown_letter_by_letter(qtbot: QtBot) -> None:
    widget = StoryText()
    qtbot.addWidget(widget)
    widget.set_literal("*not* <b>x</b>\nnext", ("“", "”"))
    assert widget.words() == "“*not* <b>x</b>\nnext”"


def test_who_did_something_stands_beside_it_once(qtbot: QtBot) -> None:
    line = SpokenLine()
    qtbot.addWidget(line)
    line.show()
    for text, names in (("You stay beside her.", []), ("Sit down beside her.", ["You"])):
        line.speak(Spoken(Voice.DONE, text, "you", "You"))
        assert [one.text() for one in line.findChildren(Words) if one.isVisible()] == names
