"""The console in the looks that tell: names, Tab, nothing cut, every word translated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from tests.screenshots import Look
from tests.ui import sweep
from tests.ui.showing import showing
from trainer.language import PSEUDO
from trainer.settings import Settings
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.workshop.console.now import gist
from trainer.ui.workshop.console.page import ConsolePage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.scenes import Stage

_SMALL = Look("small-200", Settings(keep=True, text_size=200, motion="reduced"), (800, 600))
_LOOKS = {
    "usual": Look("usual", Settings(keep=True, motion="reduced")),
    "1024": Look("1024", Settings(keep=True, motion="reduced"), (1024, 700)),
    "small-200": _SMALL,
}
_TELLING = (
    ("console-vote", "usual"),
    ("console-pause-late", "1024"),
    ("console-vote", "small-200"),
    pytest.param("console-questions", "small-200", marks=pytest.mark.soak),
    pytest.param("console-room", "1024", marks=pytest.mark.soak),
)


def come_to_rest(stage: Stage) -> None:
    """Wait until every column is as high as what stands in it, which a busy machine takes long for.

    What breaks into lines by its width says how high it is only after it has been set once.
    """
    page = stage.shell.page()
    assert isinstance(page, ConsolePage)
    for _turn in range(100):
        stage.settle(0.03)
        insides = [one.content for one in page.findChildren(Scroller) if one.isVisibleTo(page)]
        if all(one.height() >= _wanted(one) for one in insides):
            return


def _wanted(widget: QWidget) -> int:
    layout = widget.layout()
    assert layout is not None
    return layout.totalHeightForWidth(widget.width())


@pytest.mark.parametrize(("scene", "look"), _TELLING)
def test_the_console_fits(qapp: QApplication, scene: str, look: str) -> None:
    with showing(scene, _LOOKS[look].settings, _LOOKS[look].size, rest=0.05) as stage:
        come_to_rest(stage)
        assert sweep.all_of_it(stage) == []


def test_where_there_is_little_room_an_open_vote_is_what_one_sees(qapp: QApplication) -> None:
    with showing("console-vote", _SMALL.settings, _SMALL.size, rest=0.05) as stage:
        come_to_rest(stage)
        page = stage.shell.page()
        assert isinstance(page, ConsolePage)
        columns, vote = page.body.columns, page.body.vote
        assert columns.at == "vote"
        view = columns._scrollers[-1].viewport()
        row = vote._answers[0]
        top = row.mapTo(view, QPoint(0, 0)).y()
        assert 0 <= top < view.height() / 4
        # Whoever scrolls elsewhere stays there, whatever comes in.
        columns._scrollers[-1].bar.setValue(0)
        poll = vote.poll()
        assert poll is not None
        page.do("hands", question=poll.id, answer=poll.answers[0].id, count=3)
        columns._scrollers[-1].content.resized.emit()
        assert columns._scrollers[-1].bar.value() == 0
        # Nothing is asked any more: back to what goes on.
        while vote.poll() is not None:
            assert page.do("next")
        assert columns.at == "now"


def test_beside_the_rest_most_answers_are_seen_at_once(qapp: QApplication) -> None:
    with showing("console-vote", _LOOKS["usual"].settings, rest=0.05) as stage:
        come_to_rest(stage)
        page = stage.shell.page()
        assert isinstance(page, ConsolePage)
        view = page.body.columns._scrollers[-1].viewport()
        rows = [row for row in page.body.vote._answers if row.isVisible()]
        seen = [row for row in rows if row.mapTo(view, row.rect().bottomLeft()).y() < view.height()]
        assert len(seen) >= len(rows) - 1 > 4


def test_every_word_of_the_console_goes_through_gettext(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing("console-pause-late") as stage:
        page = stage.shell.page()
        assert isinstance(page, ConsolePage)
        view = page._view
        assert view is not None
        theirs = {view.title, view.room.title, view.next.title, "KITE72", "K I T E 7 2", "Ana"}
        theirs |= {words for row in view.rows for words in (row.title, *row.steps)}
        if view.next.view is not None:
            theirs.add(gist(view.next.view))
        theirs.add(gist(view.room))
        clocks = {
            word.text()
            for word in page.findChildren(QLabel)
            if re.fullmatch("[0-9:]+", word.text())
        }
        assert sweep.untranslated(stage.top(), theirs | clocks) == []
