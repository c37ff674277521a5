"""Printed plans and records: everything that was written, on the pages that there are for it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtTest import QTest

from tests.scenes.plan_scenes import PLAN, RECORD, keep, plan, record
from trainer.progress.papers.paper_content import Content, Kind, content
from trainer.ui.paper import printing
from trainer.ui.paper.printing import Paper
from trainer.ui.plan import on_paper, wallet_card
from trainer.ui.plan.on_paper import Writer
from trainer.ui.plan.print_sheet import CARD, PrintPlanSheet, PrintRecordSheet
from trainer.ui.widgets.fields import TextBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.scenes import Stage

MADE = datetime(2026, 12, 1, 20, tzinfo=UTC)
LONG = content(
    {"if_me": "What I will do. " * 60, "safe_places": "x" * 900},
    {"people": ({"name": "A very long name " * 20, "number": "0" * 90},) * 9},
)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def text(write: Callable[[Writer], None]) -> str:
    to = Writer(10)
    write(to)
    return to.document.toPlainText()


@pytest.mark.parametrize("paper", Paper)
def test_a_plan_stands_on_one_page(qapp: QApplication, paper: Paper) -> None:
    full = content({name: "Something to do. " * 18 for name in PLAN.texts}, PLAN.rows)
    for one in (Content(), PLAN, full):
        made = printing.pdf("Notes", partial(on_paper.put_plan, one), paper=paper)
        assert pages(made) == 1


def test_what_is_long_goes_on_and_is_not_cut(qapp: QApplication) -> None:
    endless = content({"if_me": "word " * 12_000 + "the end"}, {})
    assert "the end" in text(partial(on_paper.write_plan, endless))
    assert pages(printing.pdf("Notes", partial(on_paper.put_plan, endless))) > 1


def test_a_very_long_word_goes_on_in_the_next_line(qapp: QApplication) -> None:
    writer = QPdfWriter(QBuffer(QByteArray()))
    odd = content({"if_me": "x" * 2000}, {"people": ({"name": "y" * 200},)})
    document = on_paper.paged(writer, partial(on_paper.write_plan, odd), pages=1)
    assert document.size().width() <= writer.width()


def test_what_was_written_is_text_and_nothing_else(qapp: QApplication) -> None:
    odd = "<img src='file:///etc/passwd'> **not bold** # no heading"
    assert odd in text(partial(on_paper.write_plan, content({"if_me": odd}, {})))


def test_a_record_is_in_the_order_of_reporting_forms_and_says_when_it_was_written(
    qapp: QApplication,
) -> None:
    written = text(partial(on_paper.write_record, RECORD, MADE))
    parts = ("Written from memory on Dec 1, 2026.", "who wanted it", "Nov 16", "about right",
             "22 bus", "You people", "English", "hit the window", "Jo Park", "Injuries",
             "bus company", "Her daughter", "Photos", "Their ancestry")  # fmt: skip
    places = [written.index(part) for part in parts]
    assert places == sorted(places)
    could_not = content(dict(RECORD.texts) | {"asked": "could_not"}, {})
    assert "could not be asked" in text(partial(on_paper.write_record, could_not, MADE))


def test_what_is_empty_has_lines_to_write_on(qapp: QApplication) -> None:
    to, filled = Writer(10), Writer(10)
    on_paper.write_plan(Content(), to)
    on_paper.write_plan(content({"if_me": "I go."}, {}), filled)
    assert to.document.blockCount() == filled.document.blockCount() + 2


def test_no_question_stands_alone_at_the_foot_of_a_page(qapp: QApplication) -> None:
    writer = QPdfWriter(QBuffer(QByteArray()))
    for length in range(0, 1200, 100):
        long = content(dict(RECORD.texts) | {"said": "word " * length}, RECORD.rows)
        document = on_paper.paged(writer, partial(on_paper.write_record, long, MADE), pages=2)
        place, block = document.documentLayout().blockBoundingRect, document.begin()
        while block.next().isValid():
            if block.userState() == on_paper._WITH_NEXT:
                tops = [place(one).top() // writer.height() for one in (block, block.next())]
                assert tops[0] == tops[1], block.text()
            block = block.next()


@pytest.mark.parametrize("side", [wallet_card._front, wallet_card._back])
def test_a_card_for_the_wallet_holds_what_fits(
    qapp: QApplication, side: Callable[[Writer, Content, int], None]
) -> None:
    data = QBuffer(QByteArray())
    writer = QPdfWriter(data)
    unit = writer.resolution() / 25.4
    made = wallet_card._fitting(LONG, writer, unit, side)
    assert made.size().height() <= wallet_card._room(unit).height()
    usual = wallet_card._fitting(PLAN, writer, unit, side).toPlainText()
    assert ("415-555-0134" if side is wallet_card._front else "call Mei") in usual
    assert pages(printing.pdf("Notes", partial(wallet_card.put_card, LONG))) == 1


def test_paper_is_black_on_white_also_from_a_dark_window(stage: Stage) -> None:
    stage.context.change(palette="dark")
    to = Writer(20)
    to.words("mmmmmmmm")
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    on_paper.draw(to.document, painter, QRectF(0, 0, 400, 60))
    painter.end()
    darkest = min(image.pixelColor(x, y).value() for x in range(0, 400, 2) for y in range(60))
    assert darkest < 60


def test_plan_card_and_record_are_saved_under_a_name_that_tells_nothing(
    stage: Stage, tmp_path: Path
) -> None:
    keep(stage, Kind.PLAN, PLAN)
    asked: list[str] = []

    def where(_parent: object, _title: str, name: str, _filters: str) -> str:
        asked.append(name)
        return str(tmp_path / f"{len(asked)}")

    page = plan(stage)
    for form in ("page", CARD):
        box = page.form.answer("if_me")
        assert isinstance(box, TextBox)
        QTest.keyClick(box.edit, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        sheet = stage.top()
        assert isinstance(sheet, PrintPlanSheet)
        sheet.ask = where
        sheet.form.choose(form)
        sheet.save()
    record(stage, keep(stage, Kind.INCIDENT, RECORD).id).print()
    sheet = stage.top()
    assert isinstance(sheet, PrintRecordSheet)
    sheet.ask = where
    sheet.save()
    assert asked == ["notes.pdf"] * 3
    files = [(tmp_path / f"{number}.pdf").read_bytes() for number in (1, 2, 3)]
    assert all(file.startswith(b"%PDF") for file in files)
    assert len(set(files)) == 3
    assert not any(word in file for word in (b"afety", b"happened") for file in files)
