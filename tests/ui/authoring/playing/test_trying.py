"""Trying all of a story in the window: at random, everything, how a scene is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.authoring.trying.drafts import TEXT
from tests.scenes.authoring_playing_scenes import answered
from tests.ui.authoring.playing.player import CTRL, Hands
from trainer.authoring.trying.answering import AtRandom, Everything
from trainer.authoring.trying.starting import Start
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.authoring.playing.asker import Failure
from trainer.ui.authoring.playing.reach_sheet import ReachSheet
from trainer.ui.authoring.playing.try_page import TryPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.scenes import Stage
    from trainer.authoring.trying.answering import Answer


class Tries(Hands):
    """Somebody who tries all of it."""

    @property
    def page(self) -> TryPage:
        page = self.stage.shell.page()
        assert isinstance(page, TryPage)
        return page

    def rests(self) -> None:
        page = self.stage.shell._pages["author"]
        assert isinstance(page, AuthorPage)
        answered(self.stage, page)

    @property
    def reach(self) -> ReachSheet:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, ReachSheet)]
        return next(one for one in found if one.isVisible())


@pytest.fixture
def tries(stage: Stage) -> Iterator[Tries]:
    made = Tries(stage)
    yield made
    page = stage.shell._pages["author"]
    assert isinstance(page, AuthorPage)
    page.playing.asker.stop_all()


def test_everything_is_tried_by_keyboard_and_leads_to_what_nobody_meets(
    tries: Tries, tmp_path: Path
) -> None:
    author = tries.opens(TEXT)
    author.playing.play_from(Start("attic"))
    tries.key(Qt.Key.Key_Return)
    tries.key(Qt.Key.Key_Escape)
    tries.key(Qt.Key.Key_T, CTRL)
    tries.rests()
    page = tries.page
    assert page.heading.text() == "Played 1\u202f000 times at random"
    counts, model = page.counts, page.counts.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 0), role) == "Door: 1\u202f514"
    page.order.setFocus()
    tries.key(Qt.Key.Key_Down)
    assert page.order.currentText() == "What seldom comes up first"
    assert model.data(model.index(0, 0), role) == "Leave together.: 0, offered 0"
    assert model.data(model.index(0, 0)) == "Talk"
    counts.setFocus()
    tries.key(Qt.Key.Key_Return)
    assert tries.wanted.pop() == ("scenes", "talk", "choices", 1)
    tries.author.playing.try_all()
    page.everything.setFocus()
    tries.key(Qt.Key.Key_Return)
    tries.rests()
    assert page.missing_heading.text() == "Never came up: 3"
    assert page.missing.item(0).text() == "In “Talk”, the choice “Leave together.”"
    page.ask = lambda *_args: str(tmp_path / "tried.txt")
    page.save_text()
    written = (tmp_path / "tried.txt").read_text("utf-8")
    assert "- In “Talk”, the choice “Call.”\n" in written
    assert "- Door: 2\n    Look on.: 2, offered 2\n" in written
    page.missing.setFocus()
    tries.key(Qt.Key.Key_Down)
    tries.key(Qt.Key.Key_Return)
    assert tries.author is author
    assert tries.wanted == [("scenes", "talk", "choices", 2)]


def test_how_a_scene_is_reached_and_why_a_choice_never_is_offered(tries: Tries) -> None:
    author = tries.opens(TEXT)
    author.bench.select(("scenes", "talk", "choices", 2))
    author.playing.how_reached()
    tries.rests()
    sheet = tries.reach
    assert sheet.found.text() == (
        "What the story remembers is always the same here. This is a shortest way."
    )
    assert sheet.states.item(0).text() == (
        "Calm: 2, Helped: yes. By way of: Door (Hello!) → Door again → Talk"
    )
    assert sheet.offers.hasFocus()
    assert sheet.offers.currentItem().text() == (
        "“Call.” is never offered. Calm must be at least 9; "
        "the highest that ever reaches here is 2."
    )
    sheet.go.setFocus()
    tries.key(Qt.Key.Key_Return)
    assert dict(tries.session.state) == {"calm": 2, "helped": True}


@pytest.mark.soak
def test_what_takes_long_says_how_far_it_is_can_be_stopped_and_asked_again(tries: Tries) -> None:
    tries.opens(TEXT)
    tries.author.playing.try_all()
    tries.rests()
    page = tries.page
    asker, waiting = page._playing.asker, page.waiting  # type: ignore[union-attr]
    assert waiting is not None
    far: list[tuple[int, int]] = []
    asker.far.connect(lambda _key, done, of: far.append((done, of)))
    page.runs.set_number(100_000)
    page.play_at_random()
    for _turn in range(500):
        if far and waiting.isVisible():
            break
        tries.stage.settle(0.02)
    assert 0 < far[0][0] < far[0][1] == 100_000
    process = asker._holder.beside._process  # type: ignore[union-attr]
    waiting.stop.setFocus()
    tries.key(Qt.Key.Key_Return)
    assert process.poll() is not None
    assert waiting.isHidden()
    page.runs.set_number(100)
    page.play_at_random()
    tries.rests()
    assert page.heading.text() == "Played 100 times at random"


@pytest.mark.soak
def test_a_process_that_dies_is_told_and_the_next_question_has_a_new_one(tries: Tries) -> None:
    author = tries.opens(TEXT)
    asker, document = author.playing.asker, author.bench.document
    assert document is not None
    found: list[Answer | Failure] = []
    asker.ask("a", document, AtRandom(100_000), found.append)
    asker.ask("b", document, AtRandom(1), found.append)
    asker.ask("b", document, Everything(), found.append)  # in place of the one before
    asker._holder.beside._process.kill()  # type: ignore[union-attr]
    tries.rests()
    assert len(found) == 2
    assert isinstance(found[0], Failure)
    assert getattr(found[1], "seed", 0) is None
