"""A page about the method: its keys, its links, where it comes from, and the way back."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from tests.ui.learn.test_index import written
from tests.ui.practice.hands import Key
from trainer.pages.collection import Collection
from trainer.scenario.texts.markup import plain
from trainer.ui.learn.index_page import WELCOME
from trainer.ui.learn.sources import SourceLink
from trainer.ui.widgets.chips import DChip, FactChip
from trainer.ui.widgets.pictures.page_picture import PagePicture
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QWidget

    from tests.ui.learn.reader import Reader
    from trainer.pages.model import Page

PAGES = [one.content for one in Collection().pages() if one.content.id != WELCOME]


@pytest.mark.parametrize("content", PAGES, ids=lambda page: page.id)
def test_every_sentence_of_a_page_and_every_source_shows(reader: Reader, content: Page) -> None:
    reader.read(content.id)
    texts = [one.words() for one in reader.article.findChildren(StoryText)]
    links = [one.words() for one in reader.article.findChildren(SourceLink)]
    named = [one.text() for one in reader.article.findChildren(Words)]
    for section, view in zip(content.sections, reader.article.sections, strict=True):
        assert plain(section.heading) == view.accessibleName()
        assert "".join(plain(section.text).split()) in "".join("".join(texts).split())
        for key in section.sources:
            source = content.sources[key]
            assert f"Source: {plain(source.title)}" in (links if source.url else named)
        own = [one.text() for one in view.findChildren(Words)]
        assert ("In our own words" in own) == (section.ours and not section.sources)
        marks = [one.text() for one in view.findChildren(FactChip)]
        assert marks == (["Sources disagree here"] if section.disagreement else [])
    named_here = [content.sources[key] for one in content.sections for key in one.sources]
    assert len(links) == sum(source.url is not None for source in named_here)


def test_lines_are_as_long_as_is_pleasant(reader: Reader) -> None:
    for size in (100, 200):
        reader.context.change(text_size=size)
        reader.shell.resize(1280, 800)
        reader.read("hate-crime")
        lengths = [
            block.layout().lineAt(line).textLength()
            for text in reader.article.findChildren(StoryText)
            for block in _blocks(text)
            for line in range(block.layout().lineCount() - 1)
        ]
        assert len(lengths) > 20
        assert sum(lengths) / len(lengths) <= 70
        assert max(lengths) <= 76


def _blocks(text: StoryText) -> list[QTextBlock]:
    found: list[QTextBlock] = []
    block = text.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def test_digits_lead_to_sections_and_the_contents_follow(reader: Reader) -> None:
    reader.read("five-ds")
    assert reader.at() == "The five D’s"
    for key, heading in ((Key.Key_4, "Delegate"), (Key.Key_1, "Five ways to help")):
        reader.press(key)
        assert reader.at() == heading
        assert reader.top_section().accessibleName() == heading
        assert marked(reader) == [heading]
    reader.press(Key.Key_9)
    assert reader.at() == "Five ways to help"
    reader.method._reader.bar.setValue(reader.method._reader.bar.maximum())
    assert marked(reader) == ["Which one?"]


def marked(reader: Reader) -> list[str]:
    return [one.words() for one in reader.method.contents.buttons if one.is_read]


def test_the_contents_are_left_out_where_there_is_no_room(reader: Reader) -> None:
    reader.read("five-ds")
    assert reader.method.contents.isVisible()
    reader.shell.resize(800, 600)
    reader.stage.settle(0.05)
    assert not reader.method.contents.isVisible()
    reader.press(Key.Key_5)
    assert reader.at() == "Document"


def test_a_section_that_was_asked_for_stands_on_top(reader: Reader) -> None:
    reader.read("five-ds", "direct")
    assert reader.at() == "Direct"
    assert reader.top_section().accessibleName() == "Direct"
    chip = reader.top_section().findChild(DChip)
    assert chip is not None
    assert chip.text() == "Direct"
    reader.read("five-ds", "nothing-of-the-kind")
    assert reader.at() == "The five D’s"


def test_a_source_shows_its_whole_address_and_opens_nothing_by_itself(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    reader.read("five-ds")
    link = reader.article.findChildren(SourceLink)[0]
    link.setFocus()
    reader.press(Key.Key_Return)
    shown = reader.seen(reader.sheet()).replace("\u200b", "")
    assert "https://righttobe.org/guides/bystander-intervention-videos/" in shown
    assert not opened
    reader.press(Key.Key_Escape)
    assert not opened
    assert QApplication.activeModalWidget() is None


def test_a_link_in_a_text_leaves_the_keys_to_the_page(reader: Reader, own_folder: Path) -> None:
    written(own_folder, "our-door", "Our door", 2)
    reader.context.read_library()
    reader.open("learn")
    reader.read("our-door")
    text = reader.article.findChildren(StoryText)[0]
    reader.article.sections[0].setFocus()
    reader.press(Key.Key_Tab, Key.Key_Return)
    assert "https://example.org/door" in reader.seen(reader.sheet()).replace("\u200b", "")
    reader.press(Key.Key_Escape)
    text.setFocus()
    reader.press(Key.Key_1)
    assert reader.at() == "One"
    text.setFocus()
    reader.press(Key.Key_Backspace)
    assert reader.shell.page().name == "learn"


def test_pages_are_turned_and_backspace_still_leads_out(reader: Reader) -> None:
    reader.open("learn")
    reader.press(Key.Key_Return)
    reader.button("Next: Before you do anything").setFocus()
    reader.press(Key.Key_Return)
    reader.stage.settle(0.05)
    assert reader.shell.windowTitle() == "Before you do anything – Upstander"
    assert reader.method._reader.bar.value() == 0
    assert reader.button("Previous: The five D’s").isVisible()
    reader.press(Key.Key_Backspace)
    assert reader.shell.page().name == "learn"


def test_whoever_looks_elsewhere_comes_back_to_the_same_line(reader: Reader) -> None:
    reader.read("five-ds")
    reader.press(Key.Key_6)
    place = reader.method._reader.bar.value()
    reader.open("settings")
    reader.context.go_back()
    reader.stage.settle(0.05)
    assert reader.at() == "Delay"
    assert reader.method._reader.bar.value() == place


def saving_to(chosen: Path) -> Callable[[QWidget, str, str, str], str]:
    def ask(parent: QWidget, title: str, suggested: str, filters: str) -> str:
        assert suggested == "where-sources-disagree.pdf"
        return str(chosen)

    return ask


def test_a_page_is_saved_as_pdf_with_its_sources(reader: Reader, tmp_path: Path) -> None:
    reader.read("where-sources-disagree")
    reader.method.ask = saving_to(tmp_path / "page")
    reader.button("Save as PDF …").click()
    saved = tmp_path / "page.pdf"
    assert saved.read_bytes().startswith(b"%PDF")
    assert str(saved) in reader.seen().replace("\u200b", "")
    if shutil.which("pdftotext") is None:
        pytest.skip("this machine lacks pdftotext")
    done = subprocess.run(["pdftotext", str(saved), "-"], capture_output=True, check=True)
    # An address goes on in the next line.
    told = "".join(done.stdout.decode().split())
    for words in (
        "Where sources disagree",
        "Not yet reviewed by a community organisation",
        "Asking before you film",
        "Sources disagree here",
        "https://www.afsc.org/bystanderintervention, read on 2026-11-29",
        "In our own words",
        "Licence: CC-BY-4.0",
    ):
        assert "".join(words.split()) in told


def test_a_page_that_cannot_be_saved_is_told(reader: Reader, tmp_path: Path) -> None:
    reader.read("where-sources-disagree")
    reader.method.ask = saving_to(tmp_path / "not-there" / "page.pdf")
    reader.button("Save as PDF …").click()
    assert "could not be saved" in reader.sheet().windowTitle()


def test_a_page_is_copied_with_its_sources(reader: Reader) -> None:
    reader.read("safety-check")
    reader.button("Copy").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("# Before you do anything\n\nA few questions that take seconds")
    assert "## Not now\n\n“Not now” is an answer." in copied
    assert "Source: WFAA, Free training" in copied


def test_a_picture_that_is_missing_leaves_the_page_whole(reader: Reader, own_folder: Path) -> None:
    reader.read("five-ds")
    picture = reader.article.head.findChild(PagePicture)
    assert picture is not None
    assert picture.isVisible()
    assert picture.accessibleName() == plain(PAGES[0].summary)
    written(own_folder, "our-door", "Our door", 2)
    file, drawn = own_folder / "our-door.yaml", own_folder / "drawn.png"
    file.write_text(file.read_text("utf-8").replace("status:", "picture: drawn.png\nstatus:"))
    QImage(72, 27, QImage.Format.Format_RGB32).save(str(drawn))
    for there in (True, False):
        reader.context.read_library()
        reader.read("our-door")
        picture = reader.article.head.findChild(PagePicture)
        assert picture is not None
        assert picture.isVisible() == there
        assert "How we do it here." in reader.seen()
        reader.read("five-ds")
        drawn.unlink(missing_ok=True)
        # What was read before stands; the file is looked for when it is shown.
        reader.context.read_library = lambda: None  # type: ignore[method-assign]


def test_a_page_that_is_gone_says_so_and_leads_back(reader: Reader, own_folder: Path) -> None:
    written(own_folder, "our-door", "Our door", 2)
    reader.context.read_library()
    reader.open("learn")
    reader.read("our-door")
    (own_folder / "our-door.yaml").unlink()
    reader.context.read_library()
    reader.settle()
    assert "This page is not there any more" in reader.seen()
    reader.press(Key.Key_3, Key.Key_Backspace)
    assert reader.shell.page().name == "learn"


def test_the_search_finds_pages_and_sections(reader: Reader) -> None:
    reader.stage.settle(0.05)
    reader.press(Key.Key_K, ctrl=True)
    reader.write("delegate")
    reader.press(Key.Key_Return)
    reader.stage.settle(0.05)
    assert reader.method.title() == "The five D’s"
    assert reader.at() == "Delegate"
    reader.press(Key.Key_K, ctrl=True)
    reader.write("hate crime is")
    reader.press(Key.Key_Return)
    reader.stage.settle(0.05)
    assert reader.method.title() == "What a hate crime is, and is not"


def test_f1_lists_the_keys(reader: Reader) -> None:
    reader.read("five-ds")
    reader.press(Key.Key_F1)
    told = reader.seen(reader.sheet())
    assert "Go to the section with this number" in told
    assert "Back to where you came from" in told
