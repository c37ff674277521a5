"""Drills on paper: what is ticked, one a page or four to cut, each back behind its front."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter

from tests.scenario.good_file import put
from tests.ui.drills.keys import ENTER, RIGHT, at_first_line, opened
from tests.ui.drills.sample import lines, without_repair
from tests.ui.practice.hands import Key
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import Document
from trainer.authoring.forms.licences import ONLY_OUR_GROUP
from trainer.authoring.keeping import side
from trainer.authoring.reviews.reviewing import set_reviewed
from trainer.drills.collection import Collection
from trainer.drills.hand import Part, cards
from trainer.drills.reading import DRILLS
from trainer.scenario.files import reading as files
from trainer.ui.drills import faces, sheets
from trainer.ui.drills.faces import Chosen
from trainer.ui.drills.print_sheet import CARDS, PrintSheet
from trainer.ui.paper.printed_pieces import Press, height
from trainer.ui.paper.printing import Paper, pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from tests.ui.practice.hands import Hands
    from trainer.drills.hand import Card
    from trainer.drills.model import Deck

A4 = (595, 842)


def read(path: Path, *, page: int = 0, box: tuple[int, int, int, int] | None = None) -> str:
    """The words of a PDF, of one page (from 1) or all, within a box (left, top, width, height)."""
    call = ["pdftotext", "-r", "72", "-raw"]
    if page:
        call += ["-f", str(page), "-l", str(page)]
    if box is not None:
        for name, value in zip(("-x", "-y", "-W", "-H"), box, strict=True):
            call += [name, str(value)]
    done = subprocess.run([*call, str(path), "-"], check=True, capture_output=True, text=True)
    return " ".join(done.stdout.split())


def facts(path: Path) -> dict[str, str]:
    done = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True)
    pairs = (line.partition(":") for line in done.stdout.splitlines())
    return {key: value.strip() for key, _colon, value in pairs}


def quarter(place: int) -> tuple[int, int, int, int]:
    """Box of a quarter of a sheet: 0 and 1 above, 2 and 3 below, as one looks at the page."""
    wide, tall = A4[0] // 2, A4[1] // 2
    return place % 2 * wide, place // 2 * tall, wide, tall


def sheet_of(hands: Hands) -> PrintSheet:
    hands.settle()
    sheet = hands.sheet()
    assert isinstance(sheet, PrintSheet)
    sheet.paper.choose(Paper.A4)
    return sheet


def save(hands: Hands, sheet: PrintSheet, path: Path) -> Path:
    sheet.ask = _answer(path)
    hands.button("Save as PDF …", sheet).click()
    hands.settle()
    return path.with_suffix(".pdf")


def _answer(path: Path) -> Callable[[QWidget, str, str, str], str]:
    """Stand in for the system's dialog: the person picks this file."""

    def ask(parent: QWidget, title: str, suggested: str, filters: str) -> str:
        assert title
        assert suggested.endswith(".pdf")
        assert "*.pdf" in filters
        return str(path)

    return ask


def test_two_drills_that_are_ticked_are_a_page_each(hands: Hands, tmp_path: Path) -> None:
    page = at_first_line(hands)
    page.pane.drill.head.tick.click()
    hands.press(RIGHT, RIGHT)
    page.pane.drill.head.tick.click()
    hands.press(Key.Key_P, ctrl=True)
    path = save(hands, sheet_of(hands), tmp_path / "two")
    assert facts(path)["Pages"] == "2"
    assert "A4" in facts(path)["Page size"]
    for number, line in ((1, 1), (2, 3)):
        words = read(path, page=number)
        for part in (
            "Work", f"Colleague {line}, to the table.", f"“Loud words {line}.”",
            "Direct", f"“Answer one to {line}.”", f"Does one for {line}.",
            "Distract", f"Deed two for {line}.", "Delay", f"“Answer three to {line}.”",
            f"Point one of {line}.", "If it was you who said it", f"I said it {line}.",
            f"It hurt {line}.", f"From now {line}.", f"“Only a joke {line}.”",
            "Not yet reviewed by a community organisation", "A body, CC-BY-4.0",
        ):  # fmt: skip
            assert part in words
        assert f"Loud words {4 - line}." not in words
    assert f"Saved as {path}." in hands.seen().replace("\u200b", "")
    assert not page.pane.drill.head.tick.isChecked()


def test_where_nobody_wrote_how_to_make_it_right_paper_says_nothing_of_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    text = without_repair(lines(2))
    deck = files.read_file(put(tmp_path / "a.yaml", text), (DRILLS,)).content
    assert deck is not None
    path = tmp_path / "both.pdf"
    both = [Chosen(deck, card) for card in deck.drills.values()]
    path.write_bytes(pdf("x", lambda to: sheets.put_pages(both, to), paper=Paper.A4))
    told = ["If it was you who said it" in read(path, page=number) for number in (1, 2)]
    assert told == [False, True]


def test_the_card_in_view_is_meant_if_nothing_was_ticked(hands: Hands, tmp_path: Path) -> None:
    page = at_first_line(hands)
    hands.press(RIGHT)
    page.open_print()
    sheet = sheet_of(hands)
    assert [one.card.key for one in sheet.chosen()] == ["line-2"]
    assert not page.pane.drill.head.tick.isChecked()
    assert "“Loud words 2.”" in read(save(hands, sheet, tmp_path / "one.pdf"))


def test_before_the_first_line_of_a_file_all_of_it_is_ticked(hands: Hands) -> None:
    opened(hands, file="small").open_print()
    sheet = sheet_of(hands)
    assert [one.card.key for one in sheet.chosen()] == ["line-1", "line-2", "line-3"]
    assert "Tick what shall be printed." not in hands.seen(sheet)
    assert hands.button("Save as PDF …", sheet).isEnabled()


def test_nothing_ticked_prints_nothing(hands: Hands) -> None:
    opened(hands).open_print()
    sheet = sheet_of(hands)
    assert "Tick what shall be printed." in hands.seen(sheet)
    button = hands.button("Save as PDF …", sheet)
    assert not button.isEnabled()
    hands.button("All of them", sheet).click()
    assert len(sheet.chosen()) == 3
    assert button.isEnabled()
    hands.button("None of them", sheet).click()
    assert not button.isEnabled()


def test_cards_are_chosen_by_keyboard_without_their_lines_being_read(hands: Hands) -> None:
    opened(hands).open_print()
    sheet = sheet_of(hands)
    hands.button("Choose", sheet).setFocus()
    hands.press(ENTER)
    seen = hands.seen(sheet)
    assert "Colleague 2, to the table." in seen
    assert "Loud words" not in seen
    hands.press(Key.Key_Space)
    assert [one.card.key for one in sheet.chosen()] == ["line-1"]
    assert "1 of 3 lines" in hands.seen(sheet)


def test_cancelled_what_was_ticked_stays_as_it_was(hands: Hands) -> None:
    page = at_first_line(hands)
    page.pane.drill.head.tick.click()
    page.open_print()
    sheet = sheet_of(hands)
    hands.button("All of them", sheet).click()
    hands.button("Cancel", sheet).click()
    hands.settle()
    assert page.pane.drill.head.tick.isChecked()


def test_softened_language_is_soft_on_paper(hands: Hands, tmp_path: Path) -> None:
    hands.context.change(soften=True)
    at_first_line(hands).open_print()
    sheet = sheet_of(hands)
    assert "Strong language is softened" in hands.seen(sheet)
    words = read(save(hands, sheet, tmp_path / "soft"))
    assert "A joke number 1." in words
    assert "Loud words" not in words


def test_a_whole_file_as_cards_has_each_back_behind_its_front(hands: Hands, tmp_path: Path) -> None:
    opened(hands).open_print()
    sheet = sheet_of(hands)
    more = next(group for group in sheet.groups if group.deck.id == "more")
    more._all.click()
    sheet.form.choose(CARDS)
    sheet.form.chosen.emit(CARDS)
    assert "turned on the long edge" in hands.seen(sheet)
    path = save(hands, sheet, tmp_path / "cards")
    assert facts(path)["Pages"] == "4"
    behind = {0: 1, 1: 0, 2: 3, 3: 2}
    for card in range(5):
        page, place = divmod(card, 4)
        front = read(path, page=2 * page + 1, box=quarter(place))
        back = read(path, page=2 * page + 2, box=quarter(behind[place]))
        assert f"“Loud words {card + 1}.”" in front
        assert f"Colleague {card + 1}, to the table." in front
        assert "Answer" not in front
        for words in (f"“Answer one to {card + 1}.”", f"Does two for {card + 1}.", "Delay"):
            assert words in back
        assert f"Point one of {card + 1}." in back
        assert "Loud words" not in back
    assert read(path, page=4, box=quarter(0)) == ""


def test_cards_to_think_about_are_printed_too(hands: Hands, tmp_path: Path) -> None:
    page = opened(hands, reflections=True)
    page.pane.thought.head.tick.click()
    page.open_print()
    sheet = sheet_of(hands)
    sheet.form.choose(CARDS)
    path = save(hands, sheet, tmp_path / "think")
    front, back = read(path, page=1), read(path, page=2)
    assert "Name five leaders." in front
    assert "Here are two of many." not in front
    assert "Here are two of many." in back
    assert "Source: A study" in back


def test_paper_may_be_letter(hands: Hands, tmp_path: Path) -> None:
    at_first_line(hands).open_print()
    sheet = sheet_of(hands)
    sheet.paper.choose(Paper.LETTER)
    path = save(hands, sheet, tmp_path / "letter")
    assert "letter" in facts(path)["Page size"]


def test_a_place_that_cannot_be_written_is_told_and_the_ticks_stay(
    hands: Hands, tmp_path: Path
) -> None:
    page = at_first_line(hands)
    page.pane.drill.head.tick.click()
    page.open_print()
    save(hands, sheet_of(hands), tmp_path / "nowhere" / "two.pdf")
    assert "could not be saved" in hands.seen(hands.sheet())
    assert page.pane.drill.head.tick.isChecked()


# What comes along


@pytest.fixture
def writer(qapp: QApplication) -> QPdfWriter:
    """A4 without margins, in memory."""
    buffer = QBuffer(QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QPdfWriter(buffer)
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    made.buffer = buffer  # type: ignore[attr-defined] # as long as the writer
    return made


def brought() -> list[Chosen]:
    decks = [placed.content for placed in Collection().decks()]
    return [Chosen(deck, card) for deck in decks for part in Part for card in _all(deck, part)]


def _all(deck: Deck, part: Part) -> Iterable[Card]:
    return cards(deck, part).values()


def room_of(writer: QPdfWriter, *, page: bool) -> tuple[float, float]:
    """Width and height that a page, or a card, has for what stands on it besides its foot."""
    mm = Press(writer).mm
    return (mm(170), mm(240)) if page else (mm(87), mm(118))


@pytest.mark.parametrize("page", [True, False], ids=["page", "card"])
def test_what_comes_along_is_large_enough_to_read_on_paper(
    writer: QPdfWriter, *, page: bool
) -> None:
    """Made as small as three quarters at most; the back of a card says all that it should."""
    width, tall = room_of(writer, page=page)
    make = faces.page if page else faces.back
    press = Press(writer, scale=0.75)
    high = {
        f"{one.deck.id}/{one.card.key}": round(height(make(press, one), width) / tall, 2)
        for one in brought()
    }
    assert high
    assert {name: part for name, part in high.items() if part > 1} == {}


def test_a_sheet_names_no_reviewer_of_what_was_changed_since(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = put(tmp_path / "a.yaml", lines(1))
    desk, made = Desk(), Document(path, path.read_text("utf-8"))
    with desk.step("Review", Place(made, ())) as step:
        set_reviewed(step, made, "Joan Lee", date.today(), date.today())
    side.write(path, made.arrangement)

    def foot(text: str) -> str:
        deck = files.read_file(put(path, text), (DRILLS,)).content
        assert deck is not None
        return faces.origin(Chosen(deck, deck.drills["line-1"], path=path))

    assert "Reviewed by Joan Lee." in foot(made.text)
    changed = made.text.replace("Loud words", "Louder words")
    assert "Changed since Joan Lee reviewed it." in foot(changed)


def test_what_is_only_for_a_group_says_so_in_words(qapp: QApplication, tmp_path: Path) -> None:
    text = re.sub("(?m)^licence: .*", f"licence: {ONLY_OUR_GROUP}", lines(1))
    deck = files.read_file(put(tmp_path / "a.yaml", text), (DRILLS,)).content
    assert deck is not None
    assert faces.origin(Chosen(deck, deck.drills["line-1"])).endswith("for our group only.")


def test_what_is_too_long_for_a_card_is_set_smaller_and_shorter_and_never_cut(
    qapp: QApplication, tmp_path: Path
) -> None:
    deck = files.read_file(put(tmp_path / "a.yaml", lines(1)), (DRILLS,)).content
    assert deck is not None
    drill = deck.drills["line-1"]
    long = replace(drill.replies[0], does="Long and longer it goes. " * 60, words="Say it. " * 30)
    chosen = Chosen(deck, replace(drill, replies=(long, long, long, drill.replies[1])))
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf("x", lambda to: sheets.put_cards([chosen], to), margin=0, paper=Paper.A4))
    back = read(path, page=2, box=quarter(1))
    assert "Deed two for 1." in back
    assert "Point two of 1." in back
    assert "Long and longer" not in back
    path.write_bytes(pdf("x", lambda to: sheets.put_pages([chosen], to), paper=Paper.A4))
    assert facts(path)["Pages"] == "1"
    assert read(path).count("Long and longer") == 180
    assert "“Only a joke 1.”" in read(path)
