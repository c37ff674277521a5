"""A workshop on paper: real PDF files, read back as a person's own program would."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from tests.scenes import Stage
from trainer import paths
from trainer.help import directory
from trainer.help import words as help_words
from trainer.method import five_steps
from trainer.pages.collection import Collection as Pages
from trainer.plans.collection import Collection as Plans
from trainer.plans.model import Care, Kind
from trainer.scenario.libraries.library import Library
from trainer.settings import Settings
from trainer.ui.dialogs import ErrorSheet
from trainer.ui.paper.printing import Paper
from trainer.ui.workshop.home.page import WorkshopHomePage
from trainer.ui.workshop.printed import parts
from trainer.ui.workshop.printed.cards import Door
from trainer.ui.workshop.printed.parts import Part, Wish
from trainer.ui.workshop.printed.sheet import PrintSheet, print_plan
from trainer.ui.workshop.ready.page import ReadyPage
from trainer.workshop import material

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from trainer.workshop.material import Material

pytestmark = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="this machine lacks pdftotext"
)


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Stage]:
    with Stage(Settings(keep=True)) as stage:
        stage.shell.open_page("workshop-home")
        stage.shell.show()
        yield stage


@lru_cache
def made() -> Material:
    """What a workshop of the plan for an hour is made of, gathered once: nothing changes it."""
    placed = Plans().plan("sixty-minutes")
    assert placed is not None
    given = replace(placed.content, care=Care("Noor", "in the foyer"))
    library = Library((paths.built_in_scenarios(),), None)
    return material.gather(given, "", library, Pages(), directory.built_in())


def pages(data: bytes, folder: Path) -> list[str]:
    """Give the words of each page, their lines joined."""
    path = folder / "printed.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")][:-1]


def printed(
    material_: Material, folder: Path, paper: Paper = Paper.A4, **wish: object
) -> list[str]:
    return pages(parts.pdf(material_, Wish(**wish), paper), folder)  # type: ignore[arg-type]


def test_all_of_it_is_one_file_in_order_and_only_the_run_of_show_has_notes(
    shown: Stage, tmp_path: Path
) -> None:
    given = made()
    every = printed(given, tmp_path, parts=tuple(Part), numbers=1)
    feet = [page.rsplit("·", 2)[-2].strip() for page in every]
    assert list(dict.fromkeys(feet)) == [
        "Run of show",
        "For you alone",
        "Slides",
        "What we agree on",
        "Role cards",
        "How to vote",
        "Numbers to hold up",
        "To take home",
        "Who was here",
    ]
    assert [page.rsplit(" ", 1)[-1] for page in every] == [str(n + 1) for n in range(len(every))]
    run = " ".join(page for page, foot in zip(every, feet, strict=True) if foot == "Run of show")
    yours = ("Run of show", "For you alone")
    rest = " ".join(page for page, foot in zip(every, feet, strict=True) if foot not in yours)
    for segment in given.plan.segments.values():
        assert segment.title in run
        for note in (segment.notes, *(slide.notes for slide in segment.slides)):
            words = " ".join((note or "").replace("*", "").split()[:6])
            assert words in run
            # What stands there is said by whoever leads, never shown.
            assert not words or words not in rest
    assert "Noor, in the foyer" in run
    assert "1:00" in run


@pytest.mark.parametrize("paper", list(Paper))
def test_what_is_asked_stands_with_its_answers_and_whom_to_call_with_the_number(
    qapp: QApplication, tmp_path: Path, paper: Paper
) -> None:
    given = made()
    run = printed(given, tmp_path, paper, parts=[Part.RUN])
    together = [
        (segment.ask, [one.text for one in segment.answers])
        for segment in given.plan.segments.values()
        if segment.answers
    ]
    together.append(("from a fist", [five_steps.statement(step) for step in five_steps.Step]))
    together.append(("You do something", ["You wait there, too", "You watch: Say nothing"]))
    for asked, answers in together:
        (page, *_again) = [one for one in run if (asked or "") in one]
        assert all(answer in page for answer in answers)
    slides = printed(given, tmp_path, paper, parts=[Part.SLIDES])
    for page in (run[-1], slides[-1]):
        for said in ("Call 988", *told(given)):
            assert said in page


def test_stories_are_on_paper_only_for_whoever_asks_and_softened(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert Part.STORY not in parts.USUAL
    told = " ".join(printed(made(), tmp_path, parts=[Part.STORY]))
    assert "She says that she cannot understand him" in told
    assert "I can’t understand one word" not in told
    assert "Rey, are you OK?" in told


@pytest.mark.parametrize("paper", list(Paper))
def test_the_list_of_names_is_one_page_of_lines_and_nothing_of_answers(
    qapp: QApplication, tmp_path: Path, paper: Paper
) -> None:
    (page,) = printed(made(), tmp_path, paper, parts=[Part.NAMES])
    assert page.startswith("Who was here Whoever does not want to be on this list stays off it.")
    assert "sure" not in page


def test_role_cards_go_round_so_many_times_and_nobody_is_given_the_targeted_part(
    qapp: QApplication, tmp_path: Path
) -> None:
    given = made()
    (groups,) = [one for one in given.plan.segments.values() if one.kind is Kind.GROUPS]
    first, *others = groups.cards
    cards = (replace(first, title="The one it happens to", targeted=True), *others)
    segments = {**given.plan.segments, groups.key: replace(groups, cards=cards)}
    given = replace(given, plan=replace(given.plan, segments=segments))
    said = " ".join(printed(given, tmp_path, parts=[Part.ROLES], groups=5))
    for card in others:
        assert said.count(card.title) >= 5
    assert said.count("The one it happens to") == 1
    assert said.count("Only for somebody who wants this part.") == 1
    assert said.count("You may pass, at any time and without a reason.") == 5 * len(others) + 1


def test_cards_to_join_are_blank_until_the_room_is_open(qapp: QApplication, tmp_path: Path) -> None:
    given = made()
    (page,) = printed(given, tmp_path, parts=[Part.JOIN], join_cards=8)
    assert page.count("and the code") == 8
    assert "http" not in page
    door = Door("http://10.0.0.2:8123/", "K7F2QA", "http://10.0.0.2:8123/#K7F2QA")
    filled = printed(given, tmp_path, parts=[Part.JOIN], join_cards=9, door=door)
    assert len(filled) == 2
    assert sum(page.count("K7F2QA") for page in filled) == 9
    assert sum(page.count("http://10.0.0.2:8123/") for page in filled) == 9
    assert all("Raise your hand" in page for page in filled)


def test_numbers_to_hold_up_are_a_page_a_person(qapp: QApplication, tmp_path: Path) -> None:
    every = printed(made(), tmp_path, parts=[Part.NUMBERS], numbers=3)
    assert [page.split()[:6] for page in every] == [["1", "2", "3", "4", "5", "6"]] * 3


def told(given: Material) -> tuple[str, str]:
    """Hours of somebody whom a plan names where there is help, and their languages."""
    contact = next(one for one in given.contacts.values() if one.languages)
    hours = next(way.about for way in contact.reach if way.about)
    languages = ", ".join(help_words.languages(contact.languages))
    return " ".join(f"({hours})".split()), f"Languages: {languages}"


def test_the_hand_out_has_the_ways_what_one_resolves_and_where_to_turn(
    qapp: QApplication, tmp_path: Path
) -> None:
    given = made()
    (said,) = printed(given, tmp_path, Paper.LETTER, parts=[Part.HAND_OUT])
    for name in ("Distract", "Delegate", "Document", "Delay", "Direct"):
        assert name in said
    assert given.contacts
    for contact in given.contacts.values():
        assert contact.name in said
    hours, languages = told(given)
    assert hours in said
    assert languages in said
    for source in given.plan.sources:
        assert " ".join(source.split()[:4]) in said


def test_slides_and_agreements_stay_within_their_pages(qapp: QApplication, tmp_path: Path) -> None:
    """A slide with more words than it has room for is set smaller, not cut, nor over the next."""
    given = made()
    long = " ".join(f"word{number}" for number in range(160))
    welcome = next(iter(given.plan.segments.values()))
    slides = (replace(welcome.slides[0], text=long), *welcome.slides[1:])
    segments = {**given.plan.segments, welcome.key: replace(welcome, slides=slides)}
    many = tuple(f"Agreement number {number}, which has a few words more." for number in range(30))
    given = replace(given, plan=replace(given.plan, segments=segments, agreements=many))
    every = printed(given, tmp_path, Paper.LETTER, parts=[Part.SLIDES, Part.AGREEMENTS])
    assert "word159" in every[0]
    assert "Agreement number 29" in every[-1]


def test_the_sheet_saves_what_is_ticked_where_it_is_said(shown: Stage, tmp_path: Path) -> None:
    page = shown.shell.page()
    assert isinstance(page, WorkshopHomePage)
    page.cards[0].print.click()
    sheet = shown.top()
    assert isinstance(sheet, PrintSheet)
    assert Part.NUMBERS not in sheet.ticked()
    sheet.all.click()
    assert Part.NUMBERS in sheet.ticked()
    sheet.all.click()
    assert not sheet.go.isEnabled()
    sheet.boxes[Part.HAND_OUT].click()
    place = tmp_path / "for-thursday"
    sheet.ask = lambda parent, title, name, kinds: str(place)
    sheet.go.click()
    data = place.with_suffix(".pdf").read_bytes()
    assert all("To take home" in one for one in pages(data, tmp_path))


def test_a_plan_without_groups_offers_no_role_cards(shown: Stage) -> None:
    placed = shown.context.plans.plan("sixty-minutes")
    assert placed is not None
    plan = placed.content
    left = {key: one for key, one in plan.segments.items() if one.kind is not Kind.GROUPS}
    assert Part.ROLES not in parts.there(replace(plan, segments=left))
    assert Part.AGREEMENTS not in parts.there(replace(plan, agreements=()))


def test_what_a_plan_names_and_is_not_there_is_told(shown: Stage) -> None:
    placed = shown.context.plans.plan("sixty-minutes")
    assert placed is not None
    segments = {
        key: replace(one, scenario="gone") if one.scenario else one
        for key, one in placed.content.segments.items()
    }
    assert (
        print_plan(shown.context, replace(placed.content, segments=segments), shown.shell) is None
    )
    assert isinstance(shown.top(), ErrorSheet)


def test_from_getting_ready_cards_are_ticked_with_whoever_was_named_there(shown: Stage) -> None:
    shown.shell.open_page("workshop-ready", plan="sixty-minutes")
    page = shown.shell.page()
    assert isinstance(page, ReadyPage)
    assert page.preparation is not None
    page.preparation.settle(care=("Mina", "by the window"))
    page.cards.print.click()
    sheet = shown.top()
    assert isinstance(sheet, PrintSheet)
    assert sheet.ticked() == (Part.ROLES, Part.JOIN, Part.NUMBERS)
    assert sheet.wish().door is None
    assert (sheet.wish().groups, sheet.wish().join_cards) == (20, 60)
    assert sheet.material.plan.care == Care("Mina", "by the window")
