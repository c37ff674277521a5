"""The first page of workshops lists what can be led, and leads there."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.scenes.planning_scenes import begun
from trainer import paths
from trainer.authoring import own, shelf
from trainer.authoring.keeping import aside, versions
from trainer.authoring.shelf import Shelf
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.authoring.templates.making import Asked
from trainer.plans.collection import Collection
from trainer.plans.writing import written
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.dialogs import AskSheet, ErrorSheet
from trainer.ui.library.home import TODAY
from trainer.ui.workshop import leading
from trainer.ui.workshop.console.page import ConsolePage
from trainer.ui.workshop.home.go_on_card import GoOnCard
from trainer.ui.workshop.home.page import WorkshopHomePage
from trainer.workshop.keeping.listing import Condition

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.scenes import Stage
    from trainer.ui.workshop.bridge import Bridge


def home(stage: Stage) -> WorkshopHomePage:
    stage.shell.open_page("workshop-home")
    page = stage.shell.page()
    assert isinstance(page, WorkshopHomePage)
    return page


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_every_plan_has_a_card_that_says_how_long_and_that_nobody_reviewed_it(
    stage: Stage,
) -> None:
    page = home(stage)
    there = [placed.content for placed in Collection().plans()]
    assert [card.plan.id for card in page.cards] == [plan.id for plan in there]
    assert page.cards[0].plan.minutes == 60, "what most want first stands first"
    for card in page.cards:
        assert str(card.plan.minutes) in said(card)
        assert "Not yet reviewed by a community organisation" in said(card)


def test_a_plan_that_was_saved_meanwhile_shows_and_a_broken_one_is_told(stage: Stage) -> None:
    page = home(stage)
    known = len(page.cards)
    plan = page.cards[0].plan
    paths.own_plans().mkdir(parents=True)
    own = written(plan).replace(f"id: {plan.id}", "id: ours").replace(plan.title, "Ours")
    (paths.own_plans() / "ours.yaml").write_text(own, "utf-8")
    (paths.own_plans() / "half.yaml").write_text("format: plan/1\nid: half\n", "utf-8")
    stage.context.forget_plans()
    stage.shell.open_page("home")
    page = home(stage)
    assert len(page.cards) == known + 1
    # One's own comes first.
    assert "Ours" in said(page.cards[0])
    assert "1 plan in your own folder is not ready to be led" in said(page)
    shelf.lay(BY_NAME["plan"], Asked("Not yet"), ())
    stage.context.forget_plans()
    stage.shell.open_page("home")
    page = home(stage)
    assert len(page.cards) == known + 1
    assert "2 plans in your own folder are not ready to be led" in said(page)


def test_the_rail_leads_there(stage: Stage) -> None:
    button = next(one for one in stage.shell.rail.buttons if one.name == "workshop-home")
    button.click()
    assert stage.shell.page().name == "workshop-home"


def test_an_interrupted_workshop_goes_on_where_it_stood_and_can_be_shown_again(
    stage: Stage,
) -> None:
    made = begun(stage)
    at = made.state.at
    made.close()
    page = home(stage)
    assert page.kept is not None
    (card,) = page.kept.cards
    assert card.kept.condition is Condition.INTERRUPTED
    card.go_on.click()
    console = stage.shell.page()
    assert console.name == "workshop"
    bridge: Bridge = console.bridge  # type: ignore[attr-defined]
    assert bridge.workshop.state.at == at
    page = home(stage)
    assert page.kept is not None
    (card,) = page.kept.cards
    assert card.kept.condition is Condition.OPEN
    card.back.click()
    assert stage.shell.page() is console
    bridge.workshop.close()


def test_after_a_crash_the_first_page_goes_on_and_one_key_has_the_phones_back(
    stage: Stage,
) -> None:
    made = begun(stage)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    made.do("door", code="ABCDEF", salt="00" * 16, care="c" * 22, url=url)
    made.do("join", voter="a")
    made.close()
    (journal,) = paths.workshops().glob("*/journal.jsonl")
    now = journal.stat().st_mtime
    stage.context.guest = True
    assert first_page_offers(stage) is None
    stage.context.guest = False
    os.utime(journal, (now, now - TODAY - 60))
    assert first_page_offers(stage) is None
    os.utime(journal, (now, now))
    card = first_page_offers(stage)
    assert card is not None
    assert card.go_on is QApplication.focusWidget()
    card.go_on.click()
    console = stage.shell.page()
    assert isinstance(console, ConsolePage)
    band = console.body.reopen
    assert band.isVisible()
    assert band.words.text() == "The room was open. 1 phone may be waiting."
    QTest.keyClick(console, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    led = leading.now(stage.context)
    assert led is not None
    assert led.room is not None
    assert (led.room.url, led.room.door.code) == (url, "ABCDEF")
    stage.settle(0.05)
    assert not band.isVisible()
    led.close_room()
    stage.settle(0.05)
    assert not band.isVisible(), "it was closed on purpose"
    assert first_page_offers(stage) is None, "it is led in this window"
    leading.let_go(stage.context)


def first_page_offers(stage: Stage) -> GoOnCard | None:
    stage.shell.open_page("workshop-home")
    stage.shell.open_page("home")
    stage.settle(0.05)
    cards = stage.shell.page().findChildren(GoOnCard)
    return next((card for card in cards if card.isVisible()), None)


def test_what_ended_says_when_it_is_deleted_and_is_deleted_when_asked(stage: Stage) -> None:
    made = begun(stage)
    made.do("end")
    made.close()
    page = home(stage)
    assert page.kept is not None
    (card,) = page.kept.cards
    assert "by itself" in said(card)
    card.delete.click()
    sheet = stage.top()
    assert isinstance(sheet, AskSheet)
    sheet.agreed.emit()
    sheet.accept()
    assert page.kept.cards == []
    assert list(paths.workshops().glob("2*")) == []


def test_a_journal_of_another_laptop_is_taken_up_and_what_is_none_is_told(
    stage: Stage, tmp_path: Path
) -> None:
    made = begun(stage)
    made.close()
    (journal,) = paths.workshops().glob("*/journal.jsonl")
    other = tmp_path / "from-another.jsonl"
    other.write_bytes(journal.read_bytes())
    journal.unlink()
    page = home(stage)
    assert page.kept is not None
    page.kept.ask = lambda parent: str(tmp_path / "nothing.jsonl")
    page.kept.take.click()
    sheet = stage.top()
    assert isinstance(sheet, ErrorSheet)
    sheet.reject()
    page.kept.ask = lambda parent: str(other)
    page.kept.take.click()
    console = stage.shell.page()
    assert console.name == "workshop"
    console.bridge.workshop.close()  # type: ignore[attr-defined]


def test_ones_own_plan_is_deleted_and_brought_back_and_others_cannot_be(stage: Stage) -> None:
    page = home(stage)
    assert not any(hasattr(card, "delete") for card in page.cards)
    plan = replace(page.cards[0].plan, id="ours", title="Ours")
    paths.own_plans().mkdir(parents=True)
    file = paths.own_plans() / "ours.yaml"
    file.write_text(written(plan), "utf-8")
    stage.context.forget_plans()
    page = home(stage)
    before = file.read_bytes()
    count = len(page.cards)
    assert "Your own plan" in said(page.cards[0])
    page.cards[0].delete.click()
    assert not file.exists()
    assert len(page.cards) == count - 1
    stage.shell.undo()
    assert file.read_bytes() == before
    assert len(page.cards) == count


def test_a_plan_that_the_editor_has_open_is_deleted_and_comes_back_only_when_asked(
    stage: Stage,
) -> None:
    page = home(stage)
    plan = replace(page.cards[0].plan, id="ours", title="Ours")
    file = paths.own_plans() / "ours.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(written(plan), "utf-8")
    stage.context.forget_plans()
    page = home(stage)
    page.cards[0].change.click()
    author = stage.shell.page()
    assert isinstance(author, AuthorPage)
    document = author.bench.document
    assert document is not None
    with author.bench.step("shorter", ("title",)) as step:
        step.put(document, ("title",), "Never saved")
    page = home(stage)
    before = file.read_bytes()
    kept_aside = aside.find(file)
    assert kept_aside is not None
    page.cards[0].delete.click()
    assert "is deleted" in said(stage.shell.notices)
    author.keeping.outside.look()
    author.keeping.left()
    author.save()
    assert [one for one in file.parent.iterdir() if one.is_file()] == []
    assert "is deleted" in said(stage.shell.notices)
    assert author.bench.desk.undoes is None
    found = [content.text for content in map(versions.read, versions.every(file)) if content]
    assert before.decode() in found
    assert any("Never saved" in text for text in found)
    stage.shell.undo()
    assert file.read_bytes() == before
    found_again = aside.find(file)
    assert found_again is not None
    assert found_again.text == kept_aside.text
    page.cards[0].change.click()
    again = author.bench.document
    assert again is not None
    assert again is not document
    assert again.data(("title",)) == "Never saved"
    assert not again.fixed


def test_a_deleted_plan_is_not_written_when_another_file_is_saved(stage: Stage) -> None:
    page = home(stage)
    for name in ("ours", "others"):
        file = paths.own_plans() / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        plan = replace(page.cards[-1].plan, id=name, title=name)
        file.write_text(written(plan), "utf-8")
    ours = paths.own_plans() / "ours.yaml"
    stage.context.open_page("author", path=ours)
    author = stage.shell.page()
    assert isinstance(author, AuthorPage)
    ours.unlink()
    author.keeping.outside.look()
    stage.context.open_page("author", path=file)
    with author.bench.step("x", ("title",)) as step:
        assert author.bench.document is not None
        step.put(author.bench.document, ("title",), "Other")
    author.save()
    assert "Other" in file.read_text("utf-8")
    assert not ours.exists()
    stage.context.open_page("author", path=ours)
    author.save()
    assert ours.exists()


def test_the_editor_does_not_show_what_was_deleted(stage: Stage) -> None:
    file = paths.own_plans() / "ours.yaml"
    file.parent.mkdir(parents=True)
    page = home(stage)
    file.write_text(written(replace(page.cards[0].plan, id="ours", title="Ours")), "utf-8")
    stage.context.forget_plans()
    page = home(stage)
    page.cards[0].change.click()
    page = home(stage)
    page.cards[0].delete.click()
    stage.context.open_page("author")
    sheet = stage.top()
    assert isinstance(sheet, ErrorSheet)
    sheet.reject()
    stage.settle(0.02)
    assert stage.shell.page().name == "author-home"


def test_a_plan_that_comes_along_is_changed_as_a_copy_and_ones_own_in_its_place(
    stage: Stage,
) -> None:
    page = home(stage)
    count, first = len(page.cards), page.cards[0].plan
    page.cards[0].change.click()
    sheet = stage.top()
    assert isinstance(sheet, AskSheet)
    assert sheet.focusWidget() is sheet.go  # Nothing goes, so Enter makes it.
    sheet.agreed.emit()
    sheet.accept()
    author = stage.shell.page()
    assert isinstance(author, AuthorPage)
    made = author.bench.document
    assert made is not None
    assert own.is_own(made.path)
    assert made.data(("title",)) == f"{first.title} (my own)"
    with author.bench.step("shorter", ("title",)) as step:
        step.put(made, ("title",), "Ours")
    author.keeping.save()
    author.keeping.keeper.writer.flush()
    with author.bench.step("longer", ("title",)) as step:
        step.put(made, ("title",), "Ours, longer")
    stage.settle(0.05)
    page = home(stage)
    stage.settle(0.05)
    assert len(page.cards) == count + 1
    card = page.cards[0]
    assert card.plan.title == "Ours"
    assert "not saved that yet" in said(card)
    # Changing it again opens the same file: there is no second one.
    card.change.click()
    author = stage.shell.page()
    assert isinstance(author, AuthorPage)
    assert author.bench.document is made
    assert author.bench.desk.undoes is not None
    mine = [one for one in Shelf().files() if one.format == "plan/1"]
    assert [one.path for one in mine] == [made.path]
    page = home(stage)
    page.cards[0].delete.click()
    assert not made.path.exists()
