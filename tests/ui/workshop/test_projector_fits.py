"""Nothing on the projector is cut or too small, on any screen, whatever of what ships it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSize

from tests.ui.workshop.everything import JOIN, every, weight
from trainer.method.ds import D
from trainer.ui.workshop.projector import paper, sheet, views
from trainer.ui.workshop.projector.blocks import DMark
from trainer.ui.workshop.projector.paper import LEAST
from trainer.ui.workshop.projector.text import words
from trainer.ui.workshop.projector.views.calm import Hills
from trainer.ui.workshop.projector.views.view import Telling
from trainer.ui.workshop.projector.votes import Bar
from trainer.workshop.telling.room_view import RoomView, What

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from trainer.ui.workshop.projector.sheet import Sheet

WIDE = QSize(1280, 720)
"""Least room of all: 1920 × 1080 and 3840 × 2160 are of the same shape, and so the same page."""
SQUARE = QSize(1024, 768)
HEAVY = ("team-thread", "hot-pepper-potted", "four-hundred-and-twelve")
"""Scenarios with the longest questions, scenes and endings; all of them are read by the soak."""


def composed(seen: RoomView, size: QSize, second: RoomView | None = None) -> Sheet:
    busy = replace(seen, join=JOIN, ends=1)
    told = Telling(busy, second, left=3_600_000)
    return sheet.compose(views.of(told), paper.page(size), paper.ink("en"))


def check(made: Sheet, seen: RoomView) -> None:
    said = (seen.what, seen.title, weight(seen))
    assert not made.cut, said
    assert made.ink is not None
    page = made.page.adjusted(-1, -1, 1, 1)
    boxes = [one.box for one in made.placed if not isinstance(one.block, Hills)]
    for one in made.placed:
        assert page.contains(one.box), said
        assert one.size >= LEAST, said
        needed = one.block.height(one.box.width(), one.size, made.ink)
        assert needed <= one.box.height() + 1, said
    boxes += [made.picture] if made.picture is not None else []
    for number, box in enumerate(boxes):
        for other in boxes[number + 1 :]:
            both = box.intersected(other)
            assert min(both.width(), both.height()) <= 1, said


@pytest.mark.parametrize("size", [WIDE, SQUARE], ids=["wide", "square"])
def test_the_longest_texts_fit(qapp: QApplication, size: QSize) -> None:
    for what, found in every(*HEAVY).items():
        for seen in found[:6]:
            check(composed(seen, size), seen)
        assert found, what


def test_a_strip_for_captions_leaves_room(qapp: QApplication) -> None:
    for found in every(*HEAVY).values():
        seen = next(one for one in found if _answers(one) <= 13)
        made = composed(replace(seen, strip=""), WIDE)
        check(made, seen)
        foot = made.page.bottom() - 90
        covers = [one for one in made.placed if one.box.bottom() > foot]
        assert all(one.box.width() == made.page.width() for one in covers)


def _answers(seen: RoomView) -> int:
    return max((len(one.question.options) for one in seen.votes), default=0)


@pytest.mark.soak
@pytest.mark.parametrize("strip", [None, ""], ids=["plain", "captions"])
@pytest.mark.parametrize("size", [WIDE, SQUARE, QSize(1280, 800)], ids=["wide", "square", "usual"])
def test_every_text_that_ships_fits(qapp: QApplication, size: QSize, strip: str | None) -> None:
    for found in every().values():
        for seen in found:
            # Fourteen answers in two lines each, and captions: said in words that there is more.
            if strip is None or _answers(seen) <= 13:
                check(composed(replace(seen, strip=strip), size), seen)


@pytest.mark.parametrize(
    ("what", "least"),
    [(What.SLIDE, 56), (What.FEEDBACK, 50), (What.BREAK, 56), (What.TURN, 36), (What.CLOSE, 40)],
)
def test_type_grows_where_there_is_little(qapp: QApplication, what: What, least: int) -> None:
    """Half a page that stands empty is type that the last row could have read."""
    seen = every(*HEAVY)[what][-1]
    made = composed(replace(seen, ends=None), QSize(1280, 800))
    assert made.size >= least, made.size
    told = "\n".join(one.block.spoken for one in made.placed)
    assert ("KITE72" in told) == (what in (What.SLIDE, What.BREAK))


def test_the_longest_name_of_a_d_stands_clear_of_its_bar(qapp: QApplication) -> None:
    ink = paper.ink("en")
    for size in (28, 32, 40, 56):
        _text, mark, _bar, _below = Bar("", 1, (1,), 1, D.DOCUMENT, with_d=True).columns(1168, size)
        widest = max(DMark(one).natural(size, ink) for one in D)
        assert widest + 12 <= mark


def test_what_is_too_much_is_said_in_words(qapp: QApplication) -> None:
    much = RoomView(What.SLIDE, "Much", "\n\n".join(f"Sentence {n}. " * 30 for n in range(40)))
    made = composed(much, WIDE)
    assert made.cut
    said = [one.block.spoken for one in made.placed]
    assert any("There is more than fits here" in one for one in said)
    page = made.page.adjusted(-1, -1, 1, 1)
    assert all(page.contains(one.box) for one in made.placed)


def test_a_page_is_the_same_on_every_screen_of_its_shape(qapp: QApplication) -> None:
    pages = {
        (paper.page(size).width(), round(paper.page(size).height()))
        for size in (WIDE, QSize(1920, 1080), QSize(3840, 2160), QSize(320, 180))
    }
    assert pages == {(1280.0, 720)}
    # Wider than usual: nothing is larger than its height allows.
    assert paper.page(QSize(2560, 720)).height() == pytest.approx(720)
    assert paper.page(QSize(1024, 768)) == QRectF(0, 0, 1280, 960)


def test_type_is_never_smaller_than_reads_from_the_back(qapp: QApplication) -> None:
    ink = paper.ink("en")
    for size in (1, 12, 27, 28, 44):
        for told in (words("a"), words("a", grow=-40), words("a", second=True)):
            assert told.size(size) >= LEAST
            assert ink.font(size).pixelSize() >= LEAST


def test_two_languages_stand_beneath_each_other(qapp: QApplication) -> None:
    asked = every(*HEAVY)[What.ASK]
    seen = min((one for one in asked if len(one.votes) == 1), key=weight)
    question = seen.votes[0].question
    options = tuple(replace(one, text="我會留在她身邊，問她要不要陪。") for one in question.options)
    vote = replace(seen.votes[0], question=replace(question, options=options))
    second = replace(seen, title="你會怎麼做？", votes=(vote,))
    made = sheet.compose(
        views.of(Telling(replace(seen, join=JOIN), second)),
        paper.page(WIDE),
        paper.ink("en", "zh-Hant"),
    )
    check(made, seen)
    said = "\n".join(one.block.spoken for one in made.placed)
    assert question.options[0].text in said
    assert "我會留在她身邊" in said
    assert "你會怎麼做？" in said
    # Its own family is named first: else Chinese is drawn with Japanese shapes.
    assert paper.ink("en", "zh-Hant").font(28, second=True).families()[0].endswith("CJK TC")


def test_a_count_of_any_length_has_room_beside_its_bar(qapp: QApplication) -> None:
    ink = paper.ink("en")
    for most in (9, 64, 300, 2_000):
        made = Bar("A", 1, (most,), most)
        for size in (28, 34, 40):
            assert words(str(most), bold=True).natural(size, ink) <= made.digits(size) - 12
