"""A word that is replaced over a story is told of where it still stands: in names nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tests.scenes import Stage
from tests.ui.authoring.finding.test_finding import lay, rows, sheet_of
from tests.ui.practice.hands import Hands
from tests.until import until
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TEXT = """\
format: scenario/1
id: stop
title: At the stop
cast:
  maly: {name: Maly, role: bystander}
start: maly-waits
scenes:
  maly-waits:
    lines: [{maly: Good morning.}]
    choices:
      - id: call-maly-by-her-name
        say: Hello Maly.
        next: away
  away:
    text: Maly waves.
    ending: {outcome: mixed}
"""


def opened(stage: Stage) -> AuthorPage:
    stage.shell.show()
    stage.shell.open_page("author", path=lay("stop", TEXT))
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    return page


def test_a_name_that_is_replaced_is_told_of_in_short_names_and_goes_there_too(
    qapp: QApplication,
) -> None:
    with Stage() as stage:
        page = opened(stage)
        bench, document = page.bench, page.bench.document
        assert document is not None
        sheet = sheet_of(page)
        QTest.keyClicks(sheet.fields.sought, "Maly")
        QTest.keyClicks(sheet.fields.instead, "Sreyneang")
        until(lambda: sheet.places.count() == 3 and sheet.replace.isEnabled())
        assert "It also stands in 3 short names" in sheet.said.text()
        assert sheet.short.isVisible()
        sheet.replace.click()
        until(lambda: bench.desk.undoes is not None)
        assert "“Maly” still stands in 3 short names" in Hands(stage).seen()
        assert document.text.count("maly") == 5
        # What is found nowhere else is told of, too; and there is a way there.
        sheet = sheet_of(page)
        QTest.keyClicks(sheet.fields.sought, "Maly")
        QTest.keyClicks(sheet.fields.instead, "Sreyneang")
        until(lambda: "Found nowhere." in sheet.said.text() and sheet.short.isVisible())
        assert "It also stands in 3 short names" in sheet.said.text()
        sheet.short.setFocus()
        sheet.short.click()
        until(lambda: sheet.places.count() == 3 and sheet.replace.isEnabled())
        assert not sheet.short.isVisible()
        assert sheet.focusWidget() is sheet.fields.sought
        assert "short name" not in sheet.said.text()
        assert any("her name" in one for one in rows(sheet))
        sheet.replace.click()
        until(lambda: "maly" not in document.text.casefold())
        assert document.settle()
        assert "call-sreyneang-by-her-name" in document.text
        assert document.text.count("sreyneang") == 5
        bench.undo()
        bench.undo()
        assert document.text == TEXT


def test_a_word_that_no_short_name_has_is_not_told_of(qapp: QApplication) -> None:
    with Stage() as stage:
        page = opened(stage)
        sheet = sheet_of(page)
        QTest.keyClicks(sheet.fields.sought, "Good")
        until(lambda: sheet.places.count() == 1)
        assert not sheet.short.isVisible()
        assert "short name" not in sheet.said.text()
