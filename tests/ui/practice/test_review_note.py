"""Before the first scene it is said who has reviewed it, or that nobody has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.ui.practice.hands import SMALL_BUS, Hands, Key
from trainer.scenario.model import Review, Status
from trainer.ui.practice.review_note import ReviewSheet, review_words, what_that_means

if TYPE_CHECKING:
    from pathlib import Path


def _sheet(hands: Hands) -> ReviewSheet:
    hands.open("practice", scenario=SMALL_BUS)
    hands.button("Not yet reviewed by a community organisation").click()
    hands.settle()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, ReviewSheet)
    return sheet


def test_what_a_draft_is_and_where_it_comes_from(hands: Hands) -> None:
    _sheet(hands)
    seen = hands.seen()
    assert "nobody of the communities" in seen
    assert "Sources" in seen
    hands.press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_the_review_sheet_is_saved_where_one_says(hands: Hands, tmp_path: Path) -> None:
    sheet = _sheet(hands)
    sheet.ask = lambda *_asked: str(tmp_path / "mine")
    hands.button("Save the review sheet …").click()
    hands.settle()
    text = (tmp_path / "mine.html").read_text("utf-8")
    assert "Review sheet: " in text
    assert "Saved as" in hands.seen()


def test_a_place_that_cannot_be_written_is_said(hands: Hands, tmp_path: Path) -> None:
    sheet = _sheet(hands)
    sheet.ask = lambda *_asked: str(tmp_path / "no" / "mine.html")
    hands.button("Save the review sheet …").click()
    hands.settle()
    assert "could not be saved" in hands.seen()
    assert "Choose another folder." in hands.seen()


def test_who_reviewed_it_and_until_when(hands: Hands) -> None:
    told = hands.context.library.load(SMALL_BUS)
    review = Review("The Corner House", "2026-01-31", "2097-01-31")
    told = replace(told, status=Status.REVIEWED, reviewed=review)
    assert review_words(told) == "Reviewed by The Corner House"
    review = Review("The Corner House", "2025-01-31", "2026-01-31")
    assert "good until 2026-01-31" in review_words(replace(told, reviewed=review))
    review = Review("The Corner House", "2026-01-31", "2027-01-31")
    told = replace(told, reviewed=review)
    good, over = date(2027, 1, 31), date(2027, 2, 1)
    assert "That is good until 2027-01-31." in what_that_means(told, good)
    assert "it should be read again" in what_that_means(told, over)
