"""The sheet by which a community organisation reviews a scenario."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.checking.test_report import Outline
from tests.scenario.good_file import changed, put
from trainer import paths
from trainer.__main__ import main
from trainer.checking import review_sheet
from trainer.checking.review_questions import QUESTIONS
from trainer.scenario.reading import read_file
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.scenario.model import Scenario

TODAY = date(2026, 11, 29)
FILES = sorted(paths.built_in_scenarios().glob("*/*.yaml"))


def _texts(told: Scenario) -> Iterator[str]:
    """Everything that a player, or whoever holds the workshop, can ever read of it."""
    for scene in told.scenes.values():
        yield from (one for one in (scene.text, scene.soft, scene.check, scene.skip) if one)
        yield from (one for one in (scene.facilitator, *scene.discuss) if one)
        for line in scene.lines:
            yield from (one for one in (line.text, line.soft) if one)
        if scene.ending and scene.ending.view:
            yield scene.ending.view
        for choice in scene.choices:
            yield from (choice.words, *choice.points)
            if choice.feedback:
                yield from (choice.feedback.headline, *choice.feedback.about.values())
                yield choice.feedback.why or ""
            if choice.consequence:
                yield choice.consequence.text or ""
                for line in choice.consequence.lines:
                    yield from (one for one in (line.text, line.soft) if one)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_sentence_of_a_scenario_stands_on_it(file: Path) -> None:
    told = read_file(file).content
    assert told is not None
    page = Outline(review_sheet.page(told, TODAY))
    assert (page.open, page.loads) == ([], [])
    shown = _folded(" ".join(page.words))
    missing = [text for text in _texts(told) if _folded(plain(text)) not in shown]
    assert missing == []


def _folded(text: str) -> str:
    return " ".join(text.split())


def test_every_question_has_three_answers_and_the_version_is_named() -> None:
    told = read_file(FILES[0]).content
    assert told is not None
    text = review_sheet.page(told, TODAY)
    asked = [question for _heading, questions in QUESTIONS for question in questions]
    assert text.count("☐") == 3 * len(asked)
    assert all(question in text for question in asked)
    assert text.count(told.content_hash[:12]) == 2


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sheet\x1b[31m.html"
    assert main(["review", FILES[0].stem, "--out", str(out)]) == 0
    assert str(out).replace("\x1b", "\ufffd") in capsys.readouterr().out
    assert "<h1>Review sheet" in out.read_text("utf-8")


def test_a_scenario_with_errors_gets_no_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = put(tmp_path / "broken.yaml", changed(("next: off", "next: of")))
    assert main(["review", str(broken), "--out", str(tmp_path / "sheet.html")]) == 1
    assert "[unknown-scene]" in capsys.readouterr().out
    assert not (tmp_path / "sheet.html").exists()


def test_what_the_file_says_is_never_taken_for_html(tmp_path: Path) -> None:
    text = changed(
        ("title: Small", 'title: "5 > 4 & <small"'), ("Someone stares.", '"Ink & paper < screens."')
    )
    told = read_file(put(tmp_path / "a.yaml", text)).content
    assert told is not None
    page = review_sheet.page(told, TODAY)
    assert "5 &gt; 4 &amp; &lt;small" in page
    assert "Ink &amp; paper &lt; screens." in page
