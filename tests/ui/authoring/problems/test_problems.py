"""Problems as one types: found, gone to, mended with one key, undone; nothing is said too often."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.authoring.checking.breaking import FULL, broken
from tests.authoring.files import read
from tests.scenes.authoring_problems_scenes import mistaken, settle
from tests.ui.authoring.problems.checked import codes, opened, write
from trainer.authoring.checking.state import State
from trainer.authoring.source.splices import Splice
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.authoring.templates.making import Asked, text_of
from trainer.checking.files import check_text
from trainer.ui import theme
from trainer.ui.authoring.frame.places import View
from trainer.ui.authoring.problems.writing import LengthBar, WritingHints

if TYPE_CHECKING:
    from pathlib import Path

    from tests.scenes import Stage
    from trainer.ui.authoring.page import AuthorPage

Key = Qt.Key


def test_errors_come_first_and_each_is_mended_or_gone_to_by_a_key(stage: Stage) -> None:
    page = mistaken(stage)
    panel = page.problems
    page.frame.bring(panel)
    before = page.bench.document.text if page.bench.document else ""
    assert sorted(codes(page)) == ["bad-value", "unknown-key", "unknown-scene"]
    assert "3" in panel.tabs.words(0)
    panel.list.setFocus()
    panel.list.choose(0)
    row = panel.list.current()
    assert row is not None
    assert "· Leads to" in row.spoken
    QTest.keyClick(panel.list, Key.Key_Return)
    assert page.bench.path == ("scenes", "aboard", "choices", 0, "next")
    for _each in range(3):
        QTest.keyClick(panel.list, Key.Key_F)
    assert codes(page) == []
    settle(stage, page)
    assert panel.nothing.text() == "Nothing to mend."
    assert "30/30 scenes" in panel.coverage.text()
    for _each in range(3):
        page.bench.undo()
    assert page.bench.document is not None
    assert page.bench.document.text == before


def test_typing_is_answered_at_once_and_by_the_whole(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", broken("leads nowhere"))
    assert codes(page) == ["unknown-scene"]
    write(page, "calm >= 2", "calm => 2")
    assert page.bench.checking == State.CHECKING
    page.problems.watch.look()
    assert codes(page) == ["unknown-scene", "bad-condition"]
    write(page, "next: of\n", "next: off\n")
    write(page, "calm => 2", "calm >= 12")
    settle(stage, page)
    assert page.bench.checking.value == "checked"
    assert "never-offered" in codes(page)


def test_what_is_typed_is_told_before_the_whole_is_looked_at(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", broken("leads nowhere"))
    write(page, "calm >= 2", "calm => 2")
    page.problems.watch._later.stop()  # Nobody asks for the whole.
    until(stage, page, "bad-condition")
    assert page.bench.checking is State.CHECKING


def test_the_chosen_row_stays_and_only_what_is_new_is_announced(
    stage: Stage, tmp_path: Path
) -> None:
    page = opened(stage, tmp_path / "a.yaml", broken("leads nowhere"))
    page.bench.write_at(("scenes", "aboard"))  # On the map one hears of the box one stands on.
    said: list[str] = []
    page.context.announced.connect(said.append)
    write(page, "d: distract", "d: distrakt")
    settle(stage, page)
    assert len(said) == 1
    assert "distrakt" in said[0]
    page.problems.list.choose(1)
    kept = page.problems.list.current()
    assert kept is not None
    write(page, "title: Small", "title: Small one\n# with a line more")
    write(page, "next: of\n", "next: off\n")
    settle(stage, page)
    now = page.problems.list.current()
    assert now is not None
    assert (now.key, now.problem.mark.line) == (kept.key, kept.problem.mark.line + 1)
    write(page, "d: distrakt", "d: distract")
    settle(stage, page)
    assert said[1:] == ["1 problem is left", "Nothing is left to mend."]
    write(page, "title: Small one", "title:")  # That something is to write is no alarm.
    settle(stage, page)
    assert said[3:] == ["1 more to write"]


def test_what_is_simply_not_written_yet_is_no_problem(stage: Stage, tmp_path: Path) -> None:
    fresh = text_of(BY_NAME["workshop"], Asked("The bus"), "the-bus")
    page = opened(stage, tmp_path / "a.yaml", fresh)
    said: list[str] = []
    page.context.announced.connect(said.append)
    settle(stage, page)
    panel = page.problems
    assert panel.tabs.words(0) == f"To write {len(panel.list.rows.rows)}"
    write(
        page,
        "      - id: turn-to-them\n        say:",
        "      - id: turn-to-them\n        say: You!",
    )
    settle(stage, page)
    for words in ("The reason is still the example", "Why this is left out is still the exam"):
        row = next(row for row in panel.list.rows.rows if row.fixes)
        assert row.words.startswith(words)
        assert row.name == "To write"
        panel.list.choose(panel.list.rows.rows.index(row))
        QTest.keyClick(panel.list, Key.Key_F)
    assert not [one for one in panel.list.rows.rows if one.fixes]
    write(page, "d: distract", "d: distrakt")
    settle(stage, page)
    assert panel.tabs.words(0) == f"Problems 1 · To write {len(panel.list.rows.rows) - 1}"


def test_the_number_never_falls_because_something_got_worse(stage: Stage, tmp_path: Path) -> None:
    text = FULL.replace("  off:\n", "  lost: {stub: true}\n  off:\n")
    page = opened(stage, tmp_path / "a.yaml", text)
    panel = page.problems
    assert [row.waits for row in panel.list.rows.rows] == [False]
    write(page, "d: distract", "d: distrakt")
    settle(stage, page)
    error, warning = panel.list.rows.rows
    assert ("2" in panel.tabs.words(0), error.waits, warning.waits) == (True, False, True)
    assert "As it was before" in warning.spoken
    assert "mend 1 error; then" in panel.coverage.text()
    assert any(chip.isVisibleTo(panel) for chip in panel.chips.values())
    panel.setFixedWidth(240)
    assert not any(chip.isVisibleTo(panel) for chip in panel.chips.values())
    panel.setMinimumWidth(0)
    panel.setMaximumWidth(theme.ANY_SIZE)
    write(page, "d: distrakt", "d:")
    settle(stage, page)
    assert "1 thing is to write;" in panel.coverage.text()
    write(page, " d:\n", " d: distract\n")
    settle(stage, page)
    (warning,) = panel.list.rows.rows
    assert "Seen before" not in warning.spoken
    assert panel.coverage.text().endswith("checked")


def test_what_is_wrong_here_is_mended_without_the_list(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", broken("leads nowhere"))
    page.bench.select(("scenes", "off"))
    page.problems.fix_here()
    assert codes(page) == ["unknown-scene"]
    page.bench.select(("scenes", "aboard", "choices", 0))
    QTest.keyClick(page, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert codes(page) == []


def test_what_is_nearest_is_mended_first(stage: Stage, tmp_path: Path) -> None:
    text = FULL.replace("  aboard:\n", "  aboard:\n    colour: blue\n")
    page = opened(stage, tmp_path / "a.yaml", text.replace("d: distract", "d: distrakt"))
    page.bench.select(("scenes", "aboard"))
    page.problems.fix_here()
    assert codes(page) == ["unknown-key"]
    page.bench.select(("scenes", "off"))
    page.problems.fix_here()
    assert codes(page) == ["unknown-key"]
    page.bench.select(("scenes", "aboard", "text"))
    page.problems.fix_here()
    assert codes(page) == ["unknown-key"]  # It is beside this, not above.
    page.bench.select(("scenes", "aboard"))
    page.problems.fix_here()
    assert codes(page) == []


def test_what_mends_it_is_a_button_too(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", broken("two ends"))
    panel = page.problems
    page.frame.bring(panel)
    panel.list.choose(0)
    first, second = panel.bar.fixes
    row = panel.list.current()
    assert row is not None
    for fix, button in zip(row.fixes, (first, second), strict=True):
        assert fix.words in button.words()
    before = page.bench.document.text if page.bench.document else ""
    second.click()
    assert codes(page) == []
    assert page.bench.document is not None
    assert page.bench.document.data(("scenes", "off", "ending")) is not None
    page.bench.undo()
    settle(stage, page)
    panel.list.choose(0)
    panel.bar.go.click()
    assert page.bench.path[:2] == ("scenes", "off")
    first.click()
    assert page.bench.document is not None
    assert page.bench.document.text != before
    assert page.bench.document.data(("scenes", "off", "ending")) is None


def test_what_is_wrong_with_another_file_is_read_not_announced(
    stage: Stage, tmp_path: Path
) -> None:
    page = opened(stage, tmp_path / "a.yaml", FULL)
    said: list[str] = []
    page.context.announced.connect(said.append)
    page = opened(stage, tmp_path / "b.yaml", broken("leads nowhere"))
    page.problems.renew()
    assert codes(page) == ["unknown-scene"]
    assert [one for one in said if "Error" in one] == []
    write(page, "d: distract", "d: distrakt")
    settle(stage, page)
    assert any("Error" in one for one in said)


def test_the_list_is_sieved(stage: Stage, tmp_path: Path) -> None:
    text = broken("leads nowhere").replace("resources: [stop-aapi-hate]\n", "when-not: x\n")
    text = text.replace("text: She gets off.", "text: She gets off #2.")
    page = opened(stage, tmp_path / "a.yaml", text)
    panel = page.problems
    shown = panel.list.rows
    assert len(shown.rows) == 3
    panel.filter.setText("nowhere at all")
    assert len(shown.rows) == 0
    assert panel.nothing.text()
    panel.filter.setText("")
    (warning,) = [chip for kind, chip in panel.chips.items() if kind == "warning"]
    warning.click()
    assert [row.kind for row in shown.rows] == ["warning"]


def until(stage: Stage, page: AuthorPage, code: str, *, there: bool = True) -> None:
    """Wait until a problem is told by itself, or is not told any more."""
    end = time.monotonic() + 10
    while (code in codes(page)) is not there and time.monotonic() < end:
        stage.settle(0.01)
    assert (code in codes(page)) is there


def test_a_reviewed_file_that_changes_says_so_also_when_it_is_opened_again(
    stage: Stage, tmp_path: Path
) -> None:
    reviewed = "status: reviewed\nreviewed: {by: Oak Clinic, on: 2026-11-01, until: 2098-11-01}"
    path = tmp_path / "a.yaml"
    page = opened(stage, path, FULL.replace("status: draft", reviewed))
    assert codes(page) == []
    write(page, "It rains.", "It snows.")
    until(stage, page, "reviewed-other")
    page.bench.undo()
    until(stage, page, "reviewed-other", there=False)
    page.bench.redo()
    page.save()
    page.keeping.keeper.writer.flush()
    page = opened(stage, tmp_path / "b.yaml", FULL)
    assert codes(page) == []
    for one in page.keeping.keeper.open_files.values():
        if one.hold is not None:
            one.hold.release()
    page.keeping.keeper.open_files.clear()
    page.bench.desk.documents.clear()
    stage.shell.open_page("author", path=path)
    until(stage, page, "reviewed-other")
    page.problems.renew()
    row = page.problems.list.rows.rows[0]
    assert "Oak Clinic" in row.words
    page.problems.list.choose(0)
    page.problems.bar.fixes[0].click()
    settle(stage, page)
    assert codes(page) == []
    assert page.bench.document is not None
    assert page.bench.document.data(("status",)) == "draft"
    assert page.bench.document.data(("reviewed",)) is None
    page.bench.undo()
    until(stage, page, "reviewed-other")


def test_reviewed_written_by_hand_while_something_stands_is_an_error(
    stage: Stage, tmp_path: Path
) -> None:
    page = opened(stage, tmp_path / "a.yaml", FULL.replace("resources: [stop-aapi-hate]\n", ""))
    assert codes(page) == ["no-resources"]
    reviewed = "status: reviewed\nreviewed: {by: Oak Clinic, on: 2026-11-01, until: 2026-11-02}"
    write(page, "status: draft", reviewed)
    settle(stage, page)
    page.problems.renew()
    rows = page.problems.list.rows.rows
    assert [row.problem.code for row in rows] == [
        "reviewed-unmended", "review-expired", "no-resources",
    ]  # fmt: skip
    assert [fix.words for fix in rows[0].fixes] == ["Set it back to a draft"]
    assert [fix.words for fix in rows[1].fixes] == ["Set it back to a draft"]
    page.frame.bring(page.problems)
    page.problems.list.setFocus()
    page.problems.list.choose(0)
    QTest.keyClick(page.problems.list, Key.Key_Return)
    stage.settle(0.05)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.about.review.isAncestorOf(focused)
    assert "yet something is left" in page.about.review.wrong.words()
    page.problems.list.choose(0)
    page.problems.bar.fixes[0].click()
    settle(stage, page)
    assert codes(page) == ["no-resources"]


def test_another_file_has_its_own_problems(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", broken("leads nowhere"))
    assert codes(page) == ["unknown-scene"]
    page = opened(stage, tmp_path / "b.yaml", broken("starts nowhere"))
    assert [one.params["to"] for one in page.bench.problems] == ["abord"]
    assert read(tmp_path / "a.yaml") == broken("leads nowhere")


def test_hints_follow_the_scene_that_is_selected(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", FULL)
    page.problems.tabs.setCurrentIndex(1)
    hints = page.problems.pages.currentWidget()
    assert isinstance(hints, WritingHints)
    page.bench.select(())
    hints.renew()
    assert hints.none.isVisibleTo(hints)
    page.bench.select(("scenes", "aboard", "choices", 0))
    hints.renew()
    assert hints.length.text().startswith("5 words")
    bars = [bar for bar in hints.findChildren(LengthBar) if bar.isVisibleTo(hints)]
    assert [bar.accessibleName() for bar in bars] == ["Length: 15 letters", "Length: 17 letters"]
    write(page, "act: Sit beside her.", "act: Sit.")
    hints.renew()
    shown = [bar for bar in hints.findChildren(LengthBar) if bar.isVisibleTo(hints)]
    assert [bar.accessibleName() for bar in shown] == ["Length: 4 letters", "Length: 17 letters"]


def test_a_stray_quotation_mark_is_taken_out_by_one_key_and_nothing_else_can_be_pressed(
    stage: Stage, tmp_path: Path
) -> None:
    page = opened(stage, tmp_path / "a.yaml", FULL)
    document = page.bench.document
    assert document is not None
    page.frame.show_view(View.BOTH)
    at = FULL.index("She gets off.")
    with page.bench.step("type", (), typing="text") as step:
        step.splice(document, [Splice(at, at, '"')])
    said = page.text.broken._words.text()
    assert said.endswith('You typed “"” last: Ctrl Z takes it out again.')
    page.frame.show_view(View.OUTLINE)
    outline = page.outline
    assert not outline.scene_button.isEnabled()
    assert not outline.choice_button.isEnabled()
    assert "until it is mended" in outline.count.text()
    page.problems.renew()
    (row,) = page.problems.list.rows.rows
    assert row.words.startswith("A quotation mark opens here and never closes.")
    assert row.fixes[0].words == "Take the quotation mark out"
    page.undo()
    assert document.text == FULL
    assert outline.scene_button.isEnabled()
    assert page.text.broken.isHidden()


GOES: Final = {
    "        d: delay\n": ("", "Which of the five D’s"),
    "text: She gets off.": ("text:", "What happens"),
    ", role: harming": ("", "Man in grey: Their part in what happens"),
    "calm >= 2 and not told": ("calm >= 2", "Told, at the start"),
    "view: It rained.": ("view: ''", "How Mrs. Lin sees it"),
    ", direct: She did it herself.": ("", "Why there is no Direct"),
    "title: Small": ("title:", "Title"),
    "    ending: {outcome: mixed, view: It rained.}\n": ("", "How it goes on"),
    "        feedback: {headline: You asked., lin: She knew.}\n": ("", "What it did, in one line"),
}
"""What is taken out or changed, what stands there instead, and where Go there lands."""


def test_going_there_lands_in_the_very_field(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", FULL)
    document = page.bench.document
    assert document is not None
    for old, (instead, name) in GOES.items():
        write(page, old, instead)
        found = check_text(document.text.encode(), document.path, date(2026, 11, 30))[0].problems
        page.bench.show_problems(found)
        page.problems.renew()
        page.problems.list.choose(0)
        page.problems.go()
        stage.settle(0.01)
        landed = page.window().focusWidget()
        assert landed is not None, old
        assert page.form.isAncestorOf(landed), old
        assert landed.isVisible(), old
        assert name in landed.accessibleName(), (old, landed.accessibleName())
        page.bench.undo()


def test_the_form_is_never_blank(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", FULL)
    for path in ((), ("cast", "lin"), ("state", "told"), ("debrief",), ("scenes",), ("nothing", 3)):
        page.bench.select(path)
        assert page.about.isVisible(), path
        assert page.about.body.isVisible(), path
        assert page.form.empty.isHidden(), path
