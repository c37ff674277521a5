"""The index: what there is, and where it leads."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.scenario.good_file import put
from tests.ui.drills.sample import lines
from tests.ui.practice.hands import Key
from trainer import paths
from trainer.pages.collection import Collection
from trainer.scenario.texts.markup import plain
from trainer.ui.drills.page import DrillsPage
from trainer.ui.learn.index_page import WELCOME

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.learn.reader import Reader

PAGE = """\
format: page/1
id: {id}
title: {title}
summary: How we do it here.
language: en
order: {order}
status: draft
authors: [Our house]
licence: CC-BY-4.0
sections:
  - id: one
    heading: One
    ours: true
    text: |
      Ask us at [our door](https://example.org/door).
"""


def written(folder: Path, name: str, title: str, order: int) -> None:
    (folder / f"{name}.yaml").write_text(PAGE.format(id=name, title=title, order=order), "utf-8")


def titles(reader: Reader) -> list[str]:
    return [tile.accessibleName() for tile in reader.index.tiles]


def test_the_pages_of_the_method_stand_in_their_order(reader: Reader) -> None:
    reader.open("learn")
    method = [
        one.content.title for one in Collection().pages() if one.content.id != WELCOME
    ]  # by their order
    assert titles(reader)[: len(method)] == method
    assert method[:2] == ["The five D’s", "Before you do anything"]
    seen = reader.seen()
    assert "A few questions that take seconds, and the answer “not now”." in seen
    assert "Not yet reviewed by a community organisation" in seen


def test_a_tile_leads_to_its_page_by_key_and_by_mouse(reader: Reader) -> None:
    reader.open("learn")
    assert reader.at() == "The five D’s"
    reader.press(Key.Key_Tab, Key.Key_Return)
    assert reader.method.title() == "Before you do anything"
    reader.press(Key.Key_Backspace)
    assert reader.shell.page().name == "learn"
    assert reader.at() == "Before you do anything"
    QTest.mouseClick(reader.index.tiles[0], Qt.MouseButton.LeftButton)
    assert reader.method.title() == "The five D’s"


@pytest.mark.parametrize("part", ["drills", "reflections"])
def test_drills_and_cards_are_opened_where_they_are_walked_through(
    reader: Reader, part: str
) -> None:
    reader.open("learn")
    decks = [one.content for one in reader.context.drills.decks()]
    deck = next(one for one in decks if getattr(one, part))
    seen = reader.seen()
    assert "Someone says …: what do you say?" in seen
    assert "Cards to think about" in seen
    tiles = [one for one in reader.index.tiles if one.accessibleName() == plain(deck.title)]
    count = len(getattr(deck, part))
    tile = next(one for one in tiles if f"{count} " in one.accessibleDescription())
    tile.setFocus()
    reader.press(Key.Key_Return)
    page = reader.shell.page()
    assert isinstance(page, DrillsPage)
    hand = page._hand
    assert hand.deck is not None
    assert hand.deck.id == deck.id
    assert hand.part.value == part
    assert [one.name for one in reader.shell.rail.buttons if one.isChecked()] == ["learn"]
    reader.context.go_back()
    reader.settle()
    assert reader.focus() is tile


def test_the_rail_stays_with_learn(reader: Reader) -> None:
    reader.read("five-ds")
    checked = [one.name for one in reader.shell.rail.buttons if one.isChecked()]
    assert checked == ["learn"]


def test_a_page_of_an_organisation_is_added_and_says_whose_it_is(
    reader: Reader, own_folder: Path
) -> None:
    reader.open("learn")
    before = len(titles(reader))
    written(own_folder, "our-door", "Our door", 2)
    written(own_folder, "five-ds", "Our five D’s", 2)
    reader.context.read_library()
    reader.settle()
    assert len(titles(reader)) == before + 1
    assert "Our five D’s" in titles(reader)
    assert "The five D’s" not in titles(reader)
    seen = reader.seen()
    assert "From your own folder, in place of what comes with Upstander" in seen
    assert "From your own folder\n" in f"{seen}\n"
    reader.read("our-door")
    assert "From your own folder" in reader.seen(reader.method)


def test_drills_of_an_organisation_say_whose_they_are(reader: Reader, own_folder: Path) -> None:
    put(own_folder / "drills.yaml", lines(3, deck="slurs", title="Our slurs", cards=True))
    reader.open("learn")
    ours = [tile for tile in reader.index.tiles if tile.accessibleName() == "Our slurs"]
    assert len(ours) == 2
    said = "From your own folder, in place of what comes with Upstander"
    assert all(said in reader.seen(tile) for tile in ours)


def test_a_page_with_a_mistake_is_told_and_keeps_nothing_else_away(
    reader: Reader, own_folder: Path
) -> None:
    reader.open("learn")
    before = titles(reader)
    (own_folder / "half.yaml").write_text("format: page/1\nid: half\ntitel: Half\n", "utf-8")
    reader.context.read_library()
    reader.settle()
    assert titles(reader) == before
    assert "1 file in your own folder is not ready to be shown here" in reader.seen()
    reader.button("Show in Author").click()
    reader.settle()
    assert "Half" in reader.seen()


def test_without_any_page_it_says_what_would_be_here(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assets = tmp_path / "assets"
    shutil.copytree(paths.assets(), assets, ignore=shutil.ignore_patterns("*.yaml"))
    monkeypatch.setattr(paths, "assets", lambda: assets)
    reader.context.read_library()
    reader.open("learn")
    assert titles(reader) == []
    assert "Nothing to read yet" in reader.seen()


def test_the_first_pages_can_be_seen_again(reader: Reader) -> None:
    reader.open("learn")
    reader.button("See the first pages again").setFocus()
    reader.press(Key.Key_Return)
    assert reader.welcome.title() == "Welcome"
    reader.press(Key.Key_Return, Key.Key_Return)
    assert reader.button("Back to Learn").isVisible()
    reader.press(Key.Key_Backspace, Key.Key_Backspace, Key.Key_Backspace)
    assert reader.shell.page().name == "learn"
