"""After a workshop, on the screen: what is saved, changed, and really deleted."""

from __future__ import annotations

import shutil
import subprocess
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel

from tests.scenes import Stage
from tests.ui import sweep
from tests.ui.showing import every_layout, showing
from tests.workshop.evening import evening, told
from tests.workshop.room import Clock
from tests.workshop.small import small
from trainer import paths
from trainer.language import PSEUDO
from trainer.ui.dialogs import AskSheet
from trainer.ui.workshop import keeping, leading
from trainer.ui.workshop.after import printed
from trainer.ui.workshop.after.page import WorkshopAfterPage, say_day
from trainer.ui.workshop.home.page import WorkshopHomePage
from trainer.workshop import holding
from trainer.workshop.after import settling
from trainer.workshop.after.model import Asked, Count, Pass
from trainer.workshop.keeping import folders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from tests.screenshots import Look


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[WorkshopAfterPage]:
    """The page with a workshop that has just ended; what is saved goes into one folder."""
    with Stage() as stage:
        stage.shell.show()
        stage.shell.open_page("workshop-after", workshop=evening(Clock()))
        found = stage.shell.findChild(WorkshopAfterPage)
        assert found is not None

        def ask(_parent: QWidget, _title: str, name: str, _filters: str) -> str:
            return str(tmp_path / name)

        found.ask = ask
        yield found


def folder_of(page: WorkshopAfterPage) -> Path:
    assert page.settled is not None
    assert page.settled.folder is not None
    return page.settled.folder


def pages(data: bytes) -> list[str]:
    """Give the words of each page of a PDF file, their lines joined."""
    if shutil.which("pdftotext") is None:
        pytest.skip("this machine lacks pdftotext")
    run = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True
    )
    return [" ".join(page.split()) for page in run.stdout.decode().split("\f")][:-1]


def assert_printed(report: bytes, home: bytes) -> None:
    """Look that what is printed says what the report says."""
    reported = " ".join(pages(report))
    for said in ("A small evening", "15 (9 hands)", "Marisol", "whose own codes match"):
        assert said in reported
    (given,) = pages(home)
    for said in ("Distract", "Look at the person.", "Call 123"):
        assert said in given


def test_no_row_of_a_report_is_torn_over_two_pages(qapp: QApplication) -> None:
    long = " ".join(["word"] * 60)
    answers = tuple(Count(f"first{n} {long} last{n}", 5, 0) for n in range(30))
    asked = Asked("A part", "A question?", (Pass(1, "told", 150, answers),))
    given = replace(told(evening(Clock())), votes=(asked,))
    for page in pages(printed.report_pdf(given, say_day)):
        for n in range(30):
            assert (f"first{n} " in page) == (f" last{n} " in page)


def test_everything_is_saved_where_one_says(page: WorkshopAfterPage, tmp_path: Path) -> None:
    page.there.names.set_text("Zoe\nAna")
    for button in (page.save_pdf, page.save_csv, page.save_text, page.hand_out, page.there.save):
        button.click()
    saved = {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    assert saved.keys() == {
        "A small evening.pdf", "A small evening.csv", "A small evening.md",
        "To take home A small evening.pdf", "Who was there A small evening.csv",
    }  # fmt: skip
    assert saved["A small evening.pdf"].startswith(b"%PDF")
    assert "Words that attack" in saved["A small evening.md"].decode()
    names = saved["Who was there A small evening.csv"].decode("utf-8-sig").splitlines()
    assert names[1:] == ["Ana", "Zoe"]
    assert_printed(saved["A small evening.pdf"], saved["To take home A small evening.pdf"])
    # Names lie nowhere below the home, and are gone when another workshop is shown.
    assert not any(b"Zoe" in one.read_bytes() for one in folder_of(page).iterdir())
    page.open(folder=folder_of(page))
    assert page.there.listed() == ()


def test_what_is_changed_is_kept(page: WorkshopAfterPage) -> None:
    page.later.owners[0].setText("both hosts")
    page.later.owners[0].editingFinished.emit()
    QTest.keyClicks(page.later.more, "Write to the school")
    QTest.keyClick(page.later.more, Qt.Key.Key_Return)
    page.there.number.setText("41")
    page.there.number.editingFinished.emit()
    page.keep.days.choose(90)
    found = settling.read(folder_of(page))
    assert [(one.text, one.owner) for one in found.report.parked] == [
        ("Ask the venue for a ramp", "both hosts"), ("Write to the school", ""),
    ]  # fmt: skip
    assert (found.report.people, found.keep_days) == (41, 90)
    assert "Dec 20, 2026" in page.keep.when.text()


def test_it_is_deleted_once_that_is_agreed_to(page: WorkshopAfterPage) -> None:
    folder = folder_of(page)
    page.keep.delete.click()
    sheet = page.window().findChild(QDialog)
    assert isinstance(sheet, AskSheet)
    assert folder.exists()
    sheet.agreed.emit()
    sheet.close()
    assert list(folders.every()) == []
    assert not folder.exists()


def test_who_keeps_nothing_loses_it_when_the_window_closes(qapp: QApplication) -> None:
    with Stage() as stage:
        stage.shell.open_page("workshop-after", workshop=evening(Clock(time.time() - 7200)))
        page = stage.shell.page()
        assert isinstance(page, WorkshopAfterPage)
        folder = folder_of(page)
        page.keep.days.choose(0)
        assert "until you close Upstander" in page.keep.when.text()
        # Looking for help, or at the workshops, loses nothing.
        page.help.click()
        stage.shell.open_page("workshop-home")
        assert folder.exists()
        home = stage.shell.page()
        assert isinstance(home, WorkshopHomePage)
        assert home.kept is not None
        (card,) = home.kept.cards
        assert "when Upstander closes" in "".join(one.text() for one in card.findChildren(QLabel))
        card.report.click()
        assert stage.shell.page() is page
        page.keep.days.choose(7)
        page.keep.days.choose(0)
    assert not folder.exists()


def test_who_keeps_it_after_all_has_it_when_the_window_has_closed(qapp: QApplication) -> None:
    with Stage() as stage:
        stage.shell.open_page("workshop-after", workshop=evening(Clock(time.time() - 7200)))
        page = stage.shell.page()
        assert isinstance(page, WorkshopAfterPage)
        folder = folder_of(page)
        page.keep.days.choose(0)
        page.keep.days.choose(7)
    assert folder.exists()


def test_the_room_stays_open_until_one_is_back_at_the_workshops(qapp: QApplication) -> None:
    workshop = holding.begin(small(), clock=Clock())
    workshop.do("begin")
    with Stage() as stage:
        stage.shell.show()
        led = leading.take_up(stage.context, workshop)
        led.open_room("127.0.0.1")
        workshop.do("end")
        stage.shell.open_page("workshop-after", workshop=workshop)
        stage.context.open_page("help")
        assert led.is_room_open
        stage.context.open_page("workshop-home")
        assert not led.is_room_open
        assert leading.now(stage.context) is None


def test_a_full_disk_shows_the_report_all_the_same(qapp: QApplication) -> None:
    workshop = evening(Clock())
    assert workshop.folder is not None
    (workshop.folder / "settled.json" / "in the way").mkdir(parents=True)
    with Stage() as stage:
        told: list[object] = []
        stage.context.told.connect(told.append)
        stage.shell.open_page("workshop-after", workshop=workshop)
        found = stage.shell.findChild(WorkshopAfterPage)
        assert found is not None
        assert found.settled is not None
        assert found.settled.report.people == 40
        assert len(told) == 1
    workshop.close()


@every_layout
def test_the_page_fits(qapp: QApplication, look: Look) -> None:
    with showing("workshop-after", look.settings, look.size) as stage:
        assert sweep.all_of_it(stage) == []


def test_every_word_goes_through_gettext(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    theirs = [segment.title for segment in small().plan.segments.values()]
    theirs += [
        "Somebody shouts.",
        "What will you do?",
        "A small evening",
        "Ask the venue for a ramp",
        "Marisol",
        "Upstander",
    ]
    with showing("workshop-after") as stage:
        assert sweep.untranslated(stage.top(), tuple(theirs)) == []


def test_a_window_that_stays_open_a_moment_deletes_what_is_past_its_date(
    qapp: QApplication,
) -> None:
    old = evening(Clock(wall=1_000_000_000.0))
    settling.settle(old)
    with Stage() as stage:
        said: list[str] = []
        stage.context.noticed.connect(lambda notice: said.append(notice.text))
        stage.context.guest = True
        before = [one.read_bytes() for one in sorted(paths.workshops().rglob("*.json"))]
        assert len(keeping.look(stage.context).kept) == 1
        assert before == [one.read_bytes() for one in sorted(paths.workshops().rglob("*.json"))]
        stage.context.guest = False
        # Twenty-five years later by the clock: it is said first.
        assert len(keeping.look(stage.context).named) == 1
        assert "tomorrow" in said[-1]
        assert len(list(folders.every())) == 1
