"""The story goes into other hands and comes back: see ``the_next_day.py``."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.stories import clinic, clinic_next_day, clinic_tries, clinic_words
from tests.stories import the_next_day as day
from tests.stories.evening import Evening
from tests.workshop.room import Clock
from trainer import paths
from trainer.authoring.reviews import reviewed_since
from trainer.workshop import holding

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = [
    pytest.mark.soak,
    pytest.mark.qt_log_ignore("plugin does not support", "OpenType support", extend=True),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="this machine lacks pdftotext"),
]


def test_a_story_is_read_on_paper_given_away_and_led_by_somebody_else(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "our-hour.zip"
    with Evening(clinic.SETTINGS) as hands:
        written = clinic.write_it(hands)
        clinic_tries.mend_all(written)
        written.save()
        ana = day.Hand(hands, types=False)
        day.open_story(ana)
        pages = day.print_it(ana, tmp_path / "story.pdf")
        assert day.follow(pages, list(clinic_next_day.WAY)) == ["1", "3", "5", "7"]
        assert clinic_words.VIEWS["At the door"] in " ".join(pages)
        names = [clinic.named(one) for one in clinic_words.SCENES if " " in one]
        assert not [one for one in names if one in " ".join(pages)]
        mark = re.search(r"Mark of this text: (\w+ \w+)", pages[0])
        assert mark is not None
        day.write_review_down(ana, mark[1])
        clinic_next_day.choose_for_plan(hands)
        day.give_plan(ana, hands.shell.page().title(), given)
    story = paths.own_scenarios() / "number-forty-one/number-forty-one.yaml"
    hers = story.read_bytes()
    assert b"Elders Circle" in hers
    paths.move_home(tmp_path / "hers")
    clock = Clock()
    monkeypatch.setattr(holding, "SystemClock", lambda: clock)
    with Evening(clinic.SETTINGS) as hands:
        day.take_in(hands, given)
        story = paths.own_scenarios() / "number-forty-one/number-forty-one.yaml"
        assert story.read_bytes() == hers
        assert reviewed_since.changed(story) is False
        assert clinic_words.VIEWS["At the door"] in clinic_next_day.practise(hands)
        assert clinic_next_day.lead(hands, clock) == "ask-them"
        assert "Number Forty-One, decision 1" in hands.seen()
