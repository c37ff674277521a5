"""A story, drills and a plan on paper, and what was read there is written down."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from tests.authoring.checking.breaking import FULL
from tests.bench.story import long_story
from tests.scenes import Stage, all_scenes
from tests.scenes.authoring_problems_scenes import settle
from tests.ui import sweep
from tests.ui.authoring.problems.checked import opened, write
from tests.ui.authoring.test_review import review, sheet
from tests.ui.practice.hands import Hands, Key
from tests.ui.showing import every_layout
from tests.until import until
from trainer import paths
from trainer.authoring.keeping import own_copies
from trainer.ui.authoring.on_paper.offered import print_shown
from trainer.ui.authoring.on_paper.sheet import StoryPrintSheet
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.drills.print_sheet import PrintSheet as DrillsSheet
from trainer.ui.paper import printing
from trainer.ui.paper.book import Book
from trainer.ui.workshop.printed.sheet import PrintSheet as PlanSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.screenshots import Look


def pages(file: Path) -> list[str]:
    """Give the words of each page."""
    if shutil.which("pdftotext") is None:
        pytest.skip("this machine lacks pdftotext")
    call = ["pdftotext", "-raw", str(file), "-"]
    done = subprocess.run(call, capture_output=True, check=True)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


def printed(stage: Stage, place: Path, *, large: bool) -> list[str]:
    asked = stage.top()
    assert isinstance(asked, StoryPrintSheet)
    asked.ask = lambda *_said: str(place)
    asked.letters.choose(large)
    asked.save()
    until(place.exists)
    return pages(place)


SMALL = Path(__file__).parents[2] / "data/scenarios/small-bus.yaml"
SHIPPED = paths.built_in_scenarios() / "morning-train/morning-train.yaml"


@pytest.mark.parametrize(
    ("source", "least"), [(SMALL, 4), pytest.param(SHIPPED, 40, marks=pytest.mark.soak)]
)
def test_a_story_is_printed_with_the_page_of_every_scene(
    stage: Stage, tmp_path: Path, source: Path, least: int
) -> None:
    path = own_copies.copy(source, ())
    stage.shell.open_page("author", path=path)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    hands = Hands(stage)
    hands.press(Key.Key_P, ctrl=True)
    told = printed(stage, tmp_path / "a.pdf", large=True)
    whole = " ".join(told)
    goes = re.findall(r"Goes on with (\d+), ([^(]+) \(page (\d+)\)", whole)
    assert len(goes) > least
    for number, scene, at in set(goes):
        assert f"{number}. {scene}" in told[int(at) - 1]
    assert source.stem not in whole
    assert "Would the people it is about recognise themselves" in whole
    assert "Which organisation, or group?" in " ".join(told[-2:])


def test_pages_of_a_long_story_are_made_between_turns_and_can_be_stopped(
    stage: Stage, tmp_path: Path
) -> None:
    place = tmp_path / "a.pdf"
    page = opened(stage, tmp_path / "a.yaml", long_story(14, choices=3))
    page.bar.more.setFocus()
    turns: list[int] = []
    for stops in (True, False):
        turns.clear()
        clock = QTimer(stage.shell)
        clock.timeout.connect(partial(turns.append, 0))
        print_shown(page.bench, page)
        asked = stage.top()
        assert isinstance(asked, StoryPrintSheet)
        asked.ask = lambda *_said: str(place)
        clock.start(0)
        asked.save()
        assert not turns
        going = asked._going
        assert going is not None
        if stops:
            until(lambda: len(turns) > 3)
            QTest.keyClick(asked.cancel, Qt.Key.Key_Escape)
            assert not going._timer.isActive()
            stage.settle(0.02)
            assert not place.exists()
        else:
            until(place.exists)
            assert len(turns) > 5
        clock.stop()
        assert stage.top() is stage.shell


def test_the_first_round_only_finds_the_pages(stage: Stage) -> None:
    with printing.opened("x") as (writer, data):
        with Book.written(writer, "en", "x", paints=False) as book:
            for _part in range(3):
                book.begin("Part")
                book.put(*[book.text("Some words") for _line in range(200)])
            found = book.at
        assert found > 9
    assert not bytes(data.data())
    with printing.opened("x") as (writer, data), Book.written(writer, "en", "x") as book:
        for _part in range(3):
            book.begin("Part")
            book.put(*[book.text("Some words") for _line in range(200)])
        assert book.at == found
    assert len(re.findall(rb"/Type /Page\b", bytes(data.data()))) == found


def test_what_was_read_on_paper_is_of_the_text_that_is_here(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", FULL)
    settle(stage, page)
    block = review(stage, page)
    block.print.click()
    (*_others, last) = printed(stage, tmp_path / "a.pdf", large=False)
    mark = re.search(r"Mark of this text: (\w+ \w+)", last)
    assert mark is not None
    asked = sheet(stage, page)
    asked.whose.setText("Oak Clinic")
    asked.agreed.setChecked(True)
    asked.mark.setText("000 000")
    asked.write()
    assert asked.isVisible()
    assert asked.wrong.text().startswith("That paper is of another text")
    asked.mark.setText(mark[1].lower())
    asked.write()
    document = page.bench.document
    assert document is not None
    assert isinstance(document.data(("reviewed",)), dict)
    write(page, "It rains.", "It snows.")
    page.problems.watch.look_at_review()
    settle(stage, page)
    again = sheet(stage, page)
    again.whose.setText("Oak Clinic")
    again.agreed.setChecked(True)
    again.mark.setText(mark[1])
    again.write()
    assert again.wrong.text().startswith("That paper is of another text")


def test_drills_and_plans_are_printed_as_they_stand(stage: Stage) -> None:
    drills = own_copies.copy(min(paths.built_in_drills().glob("*.yaml")), ())
    plan = own_copies.copy(min(paths.built_in_plans().glob("*.yaml")), ())
    helps = own_copies.copy(min(paths.built_in_help().glob("*.yaml")), ())
    for path, kind in ((drills, DrillsSheet), (plan, PlanSheet)):
        stage.shell.open_page("author", path=path)
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        assert page.bench.document is not None
        with page.bench.step("x", ("title",)) as step:
            step.put(page.bench.document, ("title",), "As it stands")
        page.things.print.click()
        asked = stage.top()
        assert isinstance(asked, kind)
        if isinstance(asked, DrillsSheet):
            assert asked.groups[0].deck.title == "As it stands"
            assert asked.chosen()
        else:
            assert isinstance(asked, PlanSheet)
            assert asked.material.plan.title == "As it stands"
        asked.reject()
        stage.settle(0.01)
        page.bench.undo()
    stage.shell.open_page("author", path=helps)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    (row,) = (one for one in page.bar.more.made_menu().actions() if one.text().startswith("Print"))
    assert not row.isEnabled()


@pytest.mark.soak
@every_layout
def test_the_sheet_is_named_reached_in_order_and_not_cut(qapp: QApplication, look: Look) -> None:
    with Stage(look.settings, look.size) as stage:
        stage.shell.show()
        all_scenes()["author-print"](stage)
        stage.rest()
        assert sweep.all_of_it(stage) == []
