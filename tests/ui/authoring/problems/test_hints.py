"""A hint may stay as it is, blocks no review, and is told again once it is about something else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.authoring.checking.breaking import FULL
from tests.scenes.authoring_problems_scenes import settle
from tests.ui.authoring.problems.checked import codes, opened, write
from tests.ui.authoring.test_review import review, sheet
from trainer.authoring import hints
from trainer.authoring.keeping import side
from trainer.authoring.scenes.renaming import arrange_renamed, rename_scene
from trainer.scenario.model import Mark
from trainer.scenario.problems import problem

if TYPE_CHECKING:
    from pathlib import Path

    from tests.scenes import Stage

LONG = FULL.replace("It rains.", "It rains. " * 91)


def test_a_scene_that_is_long_is_left_so_with_one_key(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    page = opened(stage, path, LONG)
    document = page.bench.document
    assert document is not None
    assert codes(page) == ["long-scene"]
    (row,) = page.problems.list.rows.rows
    assert row.name == "Hint"
    asked = sheet(stage, page)
    assert "which may stay as it is" in asked.hints.text()
    assert "words before one can decide" in asked.hints.text()
    asked.reject()
    told: list[str] = []
    page.context.noticed.connect(lambda notice: told.append("" if notice is None else notice.text))
    page.bench.select(("scenes", "off"))
    page.frame.bring(page.problems)
    page.problems.list.choose(0)
    QTest.keyClick(page.problems.list, Qt.Key.Key_F)
    assert codes(page) == []
    assert page.problems.nothing.text() == "Nothing to mend."
    assert "1 thing is left as it is" in page.problems.left.text()
    assert document.text == LONG
    page.bench.undo()
    assert told[-1] == "Taken back in “Aboard”: Leave it as it is", (
        "not where one was when it was done"
    )
    assert page.bench.scene == "aboard"
    page.problems.watch.look()
    page.problems.renew()
    assert codes(page) == ["long-scene"]
    assert page.problems.left.isHidden()
    page.bench.redo()
    page.save()
    stage.settle(0.1)
    assert json.loads(side.place(path).read_text("utf-8"))["left"] == {"long-scene aboard": 185}
    write(page, "It rains. It rains.", "It rains.")
    settle(stage, page)
    assert codes(page) == []
    write(page, "It rains.", "It rains and rains and rains again, all over the whole town. " * 3)
    settle(stage, page)
    assert codes(page) == ["long-scene"]
    page.bench.undo()
    settle(stage, page)
    page.problems.left.click()
    assert codes(page) == ["long-scene"]
    assert document.arrangement.left == {}
    page.bench.undo()
    assert told[-1] == "Taken back: Show again what was left"


def test_what_is_left_goes_with_the_scene_and_with_the_file(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", LONG)
    document = page.bench.document
    assert document is not None
    with page.bench.step("Leave") as step:
        hints.leave(step, document, page.bench.problems[0])
    lies = side.parsed(side.written(document.arrangement))
    assert lies == document.arrangement
    before = lies
    assert side.together(before, before, side.only_of(before, ["aboard"])).left == before.left
    with page.bench.step("Rename") as step:
        rename_scene(step, document, "aboard", "the-bus")
    assert document.arrangement.left == {"long-scene the-bus": 185}
    with page.bench.step("Rename another") as step:
        arrange_renamed(step, document, "off", "far")
    assert document.arrangement.left == {"long-scene the-bus": 185}


def test_a_finding_is_no_hint(stage: Stage, tmp_path: Path) -> None:
    page = opened(
        stage, tmp_path / "a.yaml", FULL.replace("  off:\n", "  lost: {stub: true}\n  off:\n")
    )
    assert codes(page) == ["unreachable-scene"]
    (row,) = page.problems.list.rows.rows
    assert [one.words for one in row.fixes if "Leave" in one.words] == []
    assert review(stage, page).reasons.text() == "1 warning is to be looked at."
    document = page.bench.document
    assert document is not None
    with page.bench.step("Leave") as step:
        hints.leave(step, document, page.bench.problems[0])
    page.problems.watch.look()
    assert codes(page) == ["unreachable-scene"]


def test_a_note_on_the_method_is_read_with_its_reason(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", FULL)
    page.bench.show_problems([problem("no-debrief", Mark()), problem("no-ending", Mark())])
    page.problems.renew()
    rows = page.problems.list.rows
    reads = [rows.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(2)]
    whys = [row.why for row in rows.rows]
    assert [bool(why) for why in whys] == [False, True]
    assert reads[1].endswith(whys[1])
    assert reads[0] == rows.rows[0].spoken


def test_each_hint_is_told_from_others_of_its_kind(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", FULL)
    document = page.bench.document
    assert document is not None
    slides = [problem("long-slide", Mark(line, 3), words=50) for line in (14, 30)]
    assert len({hints.key_of(document, one) for one in slides}) == 2
    named = [problem("unused-variable", Mark(), name=name) for name in ("a", "b")]
    with page.bench.step("Leave") as step:
        hints.leave(step, document, named[0])
    assert hints.parted(document, named) == ([named[1]], [named[0]])
    titled = problem("title-minutes", Mark(), told="60", minutes=70)
    with page.bench.step("Leave") as step:
        hints.leave(step, document, titled)
    for minutes, left in ((76, True), (64, True), (80, False), (60, False)):
        other = problem("title-minutes", Mark(), told="60", minutes=minutes)
        assert (hints.parted(document, [other])[1] == [other]) is left, minutes


def test_no_letter_takes_a_review_away(stage: Stage, tmp_path: Path) -> None:
    said = "status: reviewed\nreviewed: {by: Ana, on: 2020-01-01, until: 2021-01-01}"
    page = opened(stage, tmp_path / "a.yaml", FULL.replace("status: draft", said))
    document = page.bench.document
    assert document is not None
    assert codes(page) == ["review-expired"]
    page.frame.bring(page.problems)
    page.problems.list.choose(0)
    stage.settle(0.05)
    row, back = page.problems.list.current(), page.problems.bar.fixes[0]
    assert row is not None
    assert back.words() == "Set it back to a draft"
    page.bench.select(row.path)
    before = document.text
    notices: list[object] = []
    page.context.noticed.connect(notices.append)
    for by_letter in (page.problems.fix_here, page.problems.fix):
        by_letter()
        assert document.text == before
        assert "press “Set it back to a draft” itself" in str(notices.pop())
    back.click()
    assert document.data(("status",)) == "draft"
    assert document.data(("reviewed",)) is None
