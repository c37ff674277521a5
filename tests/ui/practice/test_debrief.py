from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.practice.story import BUS
from tests.practice.test_debrief import ended
from tests.ui.practice.hands import SMALL_BUS, Hands, Key
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.scenario.model import Outcome
from trainer.ui.practice.debrief import written
from trainer.ui.practice.path.geometry import measure
from trainer.ui.practice.path.map import PathMap
from trainer.ui.practice.path.points import picture
from trainer.ui.practice.two_runs.comparing import aligned

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.errors import UpstanderError


def to_debrief(hands: Hands) -> str:
    hands.play_to_the_end()
    run = hands.session.run_id
    hands.press(Key.Key_Return)
    return run


def test_the_debrief_tells_the_targeted_person_first_and_the_whole_way(hands: Hands) -> None:
    to_debrief(hands)
    seen = hands.seen()
    for words in (
        "Mrs. Lin",
        "She got off at her own stop, with you walking beside her.",
        "It ended with support.",
        "once · strong fit",
        "When did you first notice that something was wrong, and what made you wait?",
        "Stop AAPI Hate",
    ):
        assert words in seen
    kind = "That is the story’s end, not yours"
    assert kind not in seen
    found = hands.debrief._found
    assert found is not None
    hands.debrief._view.tell(replace(found, outcome=Outcome.HARMED))
    assert kind in hands.seen()
    outline = hands.debrief.path.outline
    model = outline.model()
    told = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert told[:2] == ["You read on.", "Decision 1"]
    assert told[-1] == "Places you did not pass"


def test_the_map_says_of_where_one_stopped_whether_it_is_an_end(hands: Hands) -> None:
    def painted(*choices: str) -> list[str]:
        way = PathMap()
        way.resize(900, 600)
        way.show_path(picture(ended(BUS, *choices)))
        drawn = QBuffer()
        sheet = QSvgGenerator()
        sheet.setOutputDevice(drawn)
        way.render(sheet)
        way.deleteLater()
        return re.findall(r"<text[^>]*>([^<]+)</text>", drawn.data().toStdString())

    assert "Not written" in painted("own", "noor", "plan")
    assert "End" not in painted("own", "noor", "plan")
    assert "End" in painted("own", "noor", "are-you")


def test_the_map_is_walked_and_a_decision_played_again_by_keyboard(hands: Hands) -> None:
    first = to_debrief(hands)
    assert QApplication.focusWidget() is hands.debrief.path.map
    hands.press(Key.Key_Right)
    assert "Decision 2: Are you all right?" in hands.seen()
    hands.press(Key.Key_Return)
    assert hands.session.replay_of == first
    assert hands.session.scene.id == "beside"
    assert hands.phase is Phase.DECIDING
    assert "You play on from here." in hands.seen()


def test_the_outline_plays_a_decision_again_too(hands: Hands) -> None:
    to_debrief(hands)
    hands.debrief.path.outline.setFocus()
    hands.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert hands.session.scene.id == "grey-stops"


def test_a_click_on_the_map_plays_a_decision_again(hands: Hands) -> None:
    to_debrief(hands)
    drawn = hands.debrief.path.map
    assert drawn._geometry is not None
    at = drawn._offset + drawn._geometry.centres["grey-stops"] * drawn._zoom
    QTest.mouseClick(drawn, Qt.MouseButton.LeftButton, pos=QPoint(int(at.x()), int(at.y())))
    hands.settle()
    assert hands.session.scene.id == "grey-stops"


def test_the_map_zooms_and_drags_and_shows_all_again(hands: Hands) -> None:
    to_debrief(hands)
    drawn = hands.debrief.path.map
    whole = (drawn._zoom, drawn._offset)
    hands.press(Key.Key_Plus, Key.Key_Plus, Key.Key_Minus)
    assert drawn._zoom > whole[0]
    QTest.mousePress(drawn, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseMove(drawn, QPoint(60, 40))
    QTest.mouseRelease(drawn, Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
    hands.press(Key.Key_0)
    assert (drawn._zoom, drawn._offset) == whole


def test_labels_of_the_map_do_not_lie_on_each_other(hands: Hands) -> None:
    to_debrief(hands)
    geometry = hands.debrief.path.map._geometry
    assert geometry is not None
    boxes = [label.box.adjusted(1, 1, -1, -1) for label in geometry.labels.values()]
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


@pytest.mark.parametrize("scenario", ["morning-train", "team-thread", "refund-counter"])
@pytest.mark.parametrize("pick", [0, 1, 3])
def test_labels_of_real_maps_do_not_lie_on_each_other_or_on_points(
    hands: Hands, scenario: str, pick: int
) -> None:
    session = Session(hands.context.library.load(scenario))
    while session.phase is not Phase.ENDED:
        if session.phase is Phase.DECIDING:
            session.choose(session.offered[pick % len(session.offered)].id)
        else:
            session.go_on()
    geometry = measure(picture(session), 680)
    boxes = {scene: label.box.adjusted(3, 1, -3, -1) for scene, label in geometry.labels.items()}
    for scene, box in boxes.items():
        assert not any(box.intersects(other) for at, other in boxes.items() if at != scene)
        assert not any(
            box.contains(centre) for at, centre in geometry.centres.items() if at != scene
        )


def test_try_another_way_starts_where_it_is_suggested(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_3, Key.Key_Return, Key.Key_1, Key.Key_Return)
    hands.press(Key.Key_1, Key.Key_Return, Key.Key_Return)
    assert "Decision 1, where you chose “Start filming the man" in hands.seen()
    assert "Your choice here was a poor fit." in hands.seen()
    hands.button("Try another way").click()
    assert hands.session.scene.id == "grey-stops"


def test_what_is_written_is_kept_when_the_page_is_left(hands: Hands) -> None:
    run = to_debrief(hands)
    box = next(iter(hands.debrief.reflection._boxes.values()))
    assert "only on this computer" in box.edit.placeholderText()
    box.setFocus()
    hands.write("I looked away first.")
    hands.button("Library").click()
    assert list(hands.context.store.run(run).notes.values()) == ["I looked away first."]
    hands.open("debrief", run=run)
    assert next(iter(hands.debrief.reflection._boxes.values())).text() == "I looked away first."


def test_what_is_written_is_kept_when_leaving_quickly(hands: Hands) -> None:
    run = to_debrief(hands)
    next(iter(hands.debrief.reflection._boxes.values())).setFocus()
    hands.write("Next time I sit down.")
    hands.context.leave_quickly()
    assert list(hands.context.store.run(run).notes.values()) == ["Next time I sit down."]


def test_a_run_that_has_not_ended_can_be_looked_at_and_gone_on_with(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_1)
    run = hands.session.run_id
    hands.open("debrief", run=run)
    assert "Not at an end yet" in hands.seen()
    hands.button("Go on with it").click()
    assert hands.session.run_id == run
    assert hands.phase is Phase.FEEDBACK


def test_saved_as_markdown_and_pdf(hands: Hands, tmp_path: Path) -> None:
    to_debrief(hands)
    save = hands.debrief._save
    for ending in ("md", "pdf"):
        path = str(tmp_path / f"a.{ending}")
        save.ask = _answer(path)
        (save.save_pdf if ending == "pdf" else save.save_markdown)()
    text = (tmp_path / "a.md").read_text("utf-8")
    assert text.startswith("# Shouting on the 22 bus\n")
    assert text.count("# Shouting on the 22 bus") == 1
    assert "Which stop" in text or "which stop is best for the market" in text
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert not list(tmp_path.glob("*.part"))


def test_saved_as_a_web_page_that_loads_nothing(hands: Hands, tmp_path: Path) -> None:
    to_debrief(hands)
    session = hands.debrief._session
    assert session is not None
    session.note(session.scenario.questions[0], "<img src=x> *mine* [a](http://b)")
    save = hands.debrief._save
    save.ask = _answer(str(tmp_path / "a"))
    save.save_web_page()
    page = (tmp_path / "a.html").read_text("utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "default-src 'none'" in page
    assert "<h1>Shouting on the 22 bus</h1>" in page
    assert "*mine*" in page
    for tag in ("<img", "<a ", "<em>mine", "<script"):
        assert tag not in page


def test_a_file_that_cannot_be_saved_is_told(hands: Hands, tmp_path: Path) -> None:
    to_debrief(hands)
    told: list[UpstanderError] = []
    hands.context.told.connect(told.append)
    hands.debrief._save.ask = _answer(str(tmp_path / "no" / "such" / "folder.md"))
    hands.debrief._save.save_markdown()
    assert "could not be saved" in told[0].what
    hands.sheet().close()


def test_the_printed_document_has_headings_and_no_marks_of_markdown(hands: Hands) -> None:
    hands.play_to_the_end()
    document = written.document(hands.session)
    assert isinstance(document, QTextDocument)
    text = document.toPlainText()
    assert "**" not in text
    assert "\n#" not in text
    assert "Distract. Strong fit. You gave her your attention, not him." in text
    block = document.findBlockByNumber(1)
    assert block.blockFormat().topMargin() > 0


def test_two_runs_are_laid_side_by_side_from_where_they_part(hands: Hands) -> None:
    to_debrief(hands)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_3, Key.Key_Return, Key.Key_1, Key.Key_Return)
    hands.press(Key.Key_1, Key.Key_Return, Key.Key_Return)
    hands.button("Compare").click()
    hands.settle()
    sheet = hands.sheet()
    next(one for one in sheet.findChildren(type(hands.button("Compare"))) if _is_run(one)).click()
    hands.settle()
    seen = hands.seen()
    assert hands.shell.page().name == "compare"
    assert "Here the two part" in seen
    assert "This run did not come here." in seen
    assert "Nobody was helping yet, and now she was being filmed as well." in seen
    hands.press(Key.Key_Backspace)
    assert hands.shell.page().name == "debrief"


def _is_run(button: object) -> bool:
    words: str = getattr(button, "words", str)()
    return "decisions" in words


def test_aligning_two_runs(hands: Hands) -> None:
    scenario = hands.context.library.load(SMALL_BUS)

    def played(*choices: str) -> Session:
        session = Session(scenario)
        session.go_on()
        for choice in choices:
            session.choose(choice)
            session.go_on()
        return session

    quick = played("ask-the-way", "say-nothing")
    slow = played("film", "drop-keys", "say-nothing")
    pairs = aligned(quick, slow)
    shown = [
        (
            pair.first.choice.id if pair.first and pair.first.choice else None,
            pair.second.choice.id if pair.second and pair.second.choice else None,
            pair.parts,
        )
        for pair in pairs
    ]
    assert shown == [
        ("ask-the-way", "film", True),
        (None, "drop-keys", False),
        ("say-nothing", "say-nothing", False),
    ]
    assert not any(pair.parts for pair in aligned(quick, quick))


def test_the_picture_holds_every_scene_and_marks_the_way(hands: Hands) -> None:
    hands.play_to_the_end()
    drawn = picture(hands.session)
    assert len(drawn.points) == 7
    assert [a for a, _b in drawn.taken] == ["aboard", "grey-stops", "beside"]
    by_scene = {point.scene: point for point in drawn.points}
    assert by_scene["grey-stops"].index == 0
    assert by_scene["her-stop"].ending
    assert not by_scene["he-turns"].taken


def test_the_map_is_drawn_without_the_native_layout(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "fast_sugiyama", None)
    to_debrief(hands)
    assert hands.debrief.path.map._geometry is not None
    assert len(hands.debrief.path.map._geometry.centres) == 7


def _answer(path: str) -> Callable[[QWidget, str, str, str], str]:
    """Stand in for the system's dialog: the person picks this file."""

    def ask(parent: QWidget, title: str, suggested: str, filters: str) -> str:
        assert title
        assert suggested
        return path

    return ask
