"""In a low window the picture leaves room for what is said, and for what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from tests.scenes import Stage
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.authoring.trying.readable import playable
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.settings import Settings
from trainer.ui.practice.begin import BeginPanel
from trainer.ui.practice.page import PracticePage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from trainer.scenario.model import Scenario

LARGE = Settings(keep=True, palette="light", motion="reduced", text_size=150)


def short() -> Scenario:
    """A story in which little is said; what is not written says so."""
    template = BY_NAME["two-step"]
    made = playable(template.path.read_text("utf-8"), template.path).scenario
    assert made is not None
    return made


def end_of(widget: QWidget, page: PracticePage) -> int:
    return widget.mapTo(page, QPoint(0, widget.height())).y()


def test_what_is_said_and_the_first_choice_show_below_the_picture(qapp: QApplication) -> None:
    with Stage(LARGE, (1280, 720)) as stage:
        stage.shell.show()
        session = Session(short(), recorder=stage.context.store)
        while session.phase is Phase.READING:
            session.go_on()
        stage.shell.open_page("practice", session=session)
        page = stage.shell.page()
        assert isinstance(page, PracticePage)
        stage.settle()
        shown = page._stage
        assert shown._columns.is_one
        assert end_of(shown.reading, page) < page.height()
        card = shown.choices.cards()[0]
        assert end_of(card, page) - card.height() < page.height() - card.height() // 3
        picture = shown._picture.height()
        assert picture >= 0.25 * shown.height()
        card.click()
        stage.settle()
        wide = shown._picture.maximumWidth()
        shown.fit()
        assert shown._picture.maximumWidth() == wide  # What is said now was looked at.
        stage.shell.resize(1280, 1000)  # With more room the picture has it.
        stage.settle()
        assert shown._picture.height() > picture


def test_the_way_in_shows_where_a_lower_picture_has_room_for_it(qapp: QApplication) -> None:
    with Stage(LARGE) as stage:
        begin = BeginPanel(stage.context)
        begin.resize(900, 760)
        begin.show_scenario(short())
        begin.show()
        stage.settle()
        way_in = begin._begin
        assert way_in.mapTo(begin, QPoint(0, way_in.height())).y() <= begin.height()
        lower = begin._picture.height()
        begin.resize(900, 1000)
        stage.settle()
        assert begin._picture.height() > lower
        begin.deleteLater()
