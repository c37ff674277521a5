"""The editor of plans in the real window: by keyboard alone, undone, saved, and left in between."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.scenes import Stage
from trainer import paths
from trainer.plans.collection import Collection
from trainer.plans.editing import drafts
from trainer.plans.model import Kind
from trainer.settings import Settings
from trainer.ui.authoring.things.kind_sheet import KindSheet, KindTile
from trainer.ui.widgets.number_field import NumberField
from trainer.ui.workshop.editor.findings import PartLink
from trainer.ui.workshop.editor.page import PlanEditorPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.plans.model import Plan, Segment

PLANS = Path(__file__).parents[2] / "data" / "plans"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Editor:
    """Hands on the editor."""

    def __init__(self, stage: Stage, plan: str = "sixty-minutes") -> None:
        self.stage = stage
        stage.shell.open_page("workshop-home")
        stage.shell.open_page("plan-editor", plan=plan)
        page = stage.shell.page()
        assert isinstance(page, PlanEditorPage)
        self.page = page

    @property
    def plan(self) -> Plan:
        assert self.page.editing is not None
        return self.page.editing.plan

    def segment(self, key: str) -> Segment:
        return self.plan.segments[key]

    def order(self) -> list[str]:
        return list(self.plan.segments)

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focus(), key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        now = QApplication.focusWidget()
        assert now is not None
        return now

    def choose(self, key: str) -> None:
        """Stand in the list, on a part."""
        parts = self.page.parts
        parts.setFocus()
        parts.setCurrentRow([*self.order()].index(key) + 1 if key else 0)

    def named(self, name: str) -> QWidget:
        """Give the control of a form that shows, by its object name."""
        found = [
            one for one in self.page.form.findChildren(QWidget, name)
            if one.isVisibleTo(self.page.form)
        ]  # fmt: skip
        assert len(found) == 1, name
        return found[0]

    def said(self) -> str:
        labels = self.page.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisibleTo(self.page))


@pytest.fixture(autouse=True)
def one_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plans that come along change; what is done here is done to one that does not."""
    monkeypatch.setattr(paths, "built_in_plans", lambda: PLANS)


@pytest.fixture
def editor(stage: Stage) -> Iterator[Editor]:
    yield Editor(stage)
    assert not drafts.every() or stage.context.keeps


def test_by_keyboard_alone_a_part_is_moved_timed_renamed_and_all_of_it_undone(
    editor: Editor,
) -> None:
    before = editor.plan
    for _step in range(4):
        editor.key(Qt.Key.Key_Down)
    assert editor.page.parts.key() == "reasons"
    editor.key(Qt.Key.Key_Up, ALT)
    assert editor.order()[:4] == ["welcome", "before", "reasons", "ladder"]
    editor.key(Qt.Key.Key_Return)
    assert editor.focus() is editor.named("title")
    editor.key(Qt.Key.Key_End)
    editor.type(" back")
    editor.named("minutes").setFocus()
    editor.key(Qt.Key.Key_Up)
    editor.key(Qt.Key.Key_Up)
    made = editor.segment("reasons")
    assert (made.title, made.minutes) == ("What holds us back back", 7)
    assert "62 minutes · 10 parts" in editor.said()
    for _step in range(3):
        editor.key(Qt.Key.Key_Z, CTRL)
    assert editor.plan == before
    assert editor.order() == list(before.segments)
    for _step in range(3):
        editor.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert editor.segment("reasons") == made
    assert editor.order()[2] == "reasons"


def undo_in_a_field_goes_through_the_one_stack_and_the_field_shows_it(editor: Editor) -> None:
    editor.choose("train")
    editor.key(Qt.Key.Key_Delete)
    editor.choose("threes")
    editor.key(Qt.Key.Key_Return)
    editor.type("X")
    assert editor.segment("threes").title.startswith("X")
    editor.key(Qt.Key.Key_Z, CTRL)
    assert editor.focus() is editor.named("title")
    assert not editor.segment("threes").title.startswith("X")
    assert "train" not in editor.order()
    editor.key(Qt.Key.Key_Z, CTRL)
    assert "train" in editor.order()
    assert editor.page.parts.key() == "train"


def parts_are_doubled_and_taken_out_by_key_and_by_button(editor: Editor) -> None:
    editor.choose("will-do")
    editor.key(Qt.Key.Key_D, CTRL)
    assert editor.page.parts.key() == "will-do-2"
    editor.page.delete.click()
    assert "will-do-2" not in editor.order()
    editor.choose("")
    assert not editor.page.delete.isEnabled()
    editor.key(Qt.Key.Key_Delete)
    assert len(editor.order()) == 10


def a_part_is_moved_with_the_mouse(editor: Editor) -> None:
    parts = editor.page.parts
    editor.choose("welcome")
    below = parts.visualItemRect(parts.item(3)).center()
    event = QDropEvent(
        QPointF(below.x(), below.y() + 8), Qt.DropAction.MoveAction, QMimeData(),
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    parts.dropEvent(event)
    assert editor.order()[:3] == ["before", "ladder", "welcome"]
    assert parts.key() == "welcome"
    # Dropped onto the plan itself it comes first.
    event = QDropEvent(
        QPointF(below.x(), 1), Qt.DropAction.MoveAction, QMimeData(),
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    parts.dropEvent(event)
    assert editor.order()[0] == "welcome"


def a_part_of_a_kind_is_added_and_says_what_it_needs(editor: Editor) -> None:
    kind = Kind.GROUPS
    editor.choose("five-ds")
    editor.page.acts.add.click()
    sheet = editor.stage.top()
    assert isinstance(sheet, KindSheet)
    tile = next(one for one in sheet.findChildren(KindTile) if one.kind is kind)
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Return)
    at = editor.order().index("five-ds") + 1
    key = editor.order()[at]
    assert editor.segment(key).kind is kind
    assert editor.focus() is editor.named("title")
    assert "Before it can be led: Still missing:" in editor.said()
    editor.page.acts.save.click()
    assert not list(paths.own_plans().glob("*.yaml")) if paths.own_plans().exists() else True
    assert editor.page.parts.key() == key


def a_story_is_chosen_and_its_content_notes_stand_there(editor: Editor) -> None:
    editor.page.insert(Kind.SCENARIO)
    key = editor.page.parts.key()
    pick = editor.page.form.rows["scenario"].control
    pick.setFocus()
    editor.key(Qt.Key.Key_Down)
    assert editor.segment(key).scenario == editor.stage.context.library.cards()[0].id
    assert "Content notes, shown before the story appears:" in editor.said()


def slides_from_a_page_show_what_the_room_will_see(editor: Editor) -> None:
    editor.choose("welcome")
    slides = editor.page.form.lists["slides"]
    slides._adds()[0][2]()
    made = editor.segment("welcome").slides
    assert len(made) == 2
    assert made[1].page is not None
    assert editor.focus() is editor.named("slides.1.page")
    page = editor.stage.context.method.page(made[1].page)
    assert page is not None
    assert f"The room sees {len(page.content.sections)} slide" in editor.said()
    editor.named("slides.1.arrow-up").setFocus()
    editor.key(Qt.Key.Key_Space)
    assert editor.segment("welcome").slides == (made[1], made[0])
    # At the top it cannot go further up: the keyboard stays on the same slide.
    assert editor.focus() is editor.named("slides.0.arrow-down")
    editor.named("slides.0.x").setFocus()
    editor.key(Qt.Key.Key_Space)
    assert editor.segment("welcome").slides == (made[0],)


def another_page_does_not_keep_the_section_of_the_one_before(editor: Editor) -> None:
    editor.choose("five-ds")
    assert editor.segment("five-ds").slides[0].section == "distract"
    editor.named("slides.0.page").setFocus()
    editor.key(Qt.Key.Key_Down)
    made = editor.segment("five-ds").slides[0]
    assert (made.page != "five-ds", made.section) == (True, None)


def less_minutes_than_it_can_be_cut_to_take_that_along(editor: Editor) -> None:
    editor.choose("five-ds")
    minutes = editor.named("minutes")
    assert isinstance(minutes, NumberField)
    minutes.setValue(6)
    assert (editor.segment("five-ds").minutes, editor.segment("five-ds").least) == (6, 6)
    assert not editor.page.found or all(one.part == "" for one in editor.page.found)
    least = editor.named("least")
    assert isinstance(least, NumberField)
    least.setValue(least.minimum())
    assert editor.segment("five-ds").least is None


def care_agreements_and_what_holds_for_the_whole(editor: Editor) -> None:
    editor.named("care.name").setFocus()
    editor.type("Noor")
    assert any("Still empty: where they are to be found" in one.sentence
               for one in editor.page.found)  # fmt: skip
    editor.named("care.where").setFocus()
    editor.type("in the foyer")
    care = editor.plan.care
    assert care is not None
    assert (care.name, care.where) == ("Noor", "in the foyer")
    assert not editor.page.found
    assert "Nothing is missing." in editor.said()
    editor.named("agreements.0.").setFocus()
    editor.key(Qt.Key.Key_Home)
    editor.type("Please: ")
    assert editor.plan.agreements[0].startswith("Please: You may")
    editor.page.form.rows["interpreted"].control.setFocus()
    editor.key(Qt.Key.Key_Space)
    assert editor.plan.interpreted
    for text in ("care.name", "care.where"):
        field = editor.named(text)
        field.setFocus()
        field.selectAll()  # type: ignore[attr-defined]
        editor.key(Qt.Key.Key_Delete)
    assert editor.plan.care is None


def test_what_was_not_saved_is_there_again_and_saving_makes_it_ones_own(stage: Stage) -> None:
    editor = Editor(stage)
    editor.choose("welcome")
    editor.key(Qt.Key.Key_Return)
    editor.type("Hello. ")
    stage.shell.open_page("home")
    assert drafts.every() == ("sixty-minutes",)
    stage.shell.forget_pages()
    editor = Editor(stage)
    assert editor.segment("welcome").title == "Hello. Welcome"
    assert "Not saved yet" in editor.said()
    editor.key(Qt.Key.Key_S, CTRL)
    assert drafts.every() == ()
    own = [one for one in Collection().plans() if one.folder is not None]
    assert [one.content.segments["welcome"].title for one in own] == ["Hello. Welcome"]
    assert own[0].content.title == "Stepping in, 60 minutes (my own)"
    built_in = Collection().plan("sixty-minutes")
    assert built_in is not None
    assert built_in.content.segments["welcome"].title == "Welcome"
    # From now on it is saved in its place.
    editor.choose("welcome")
    editor.key(Qt.Key.Key_Return)
    editor.type("Good day. ")
    editor.key(Qt.Key.Key_S, CTRL)
    assert len(list(paths.own_plans().iterdir())) == 1
    stage.shell.go_back()
    assert len(stage.shell.page().cards) == len(Collection().plans())  # type: ignore[attr-defined]


def back_to_what_was_saved_can_itself_be_undone(editor: Editor) -> None:
    editor.choose("train")
    editor.key(Qt.Key.Key_Delete)
    changed = editor.plan
    editor.page.acts.drop.click()
    assert "train" in editor.order()
    assert drafts.every() == ()
    editor.page.undo()
    assert editor.plan == changed


def test_the_editor_shows_of_a_slide_what_the_room_will_see(stage: Stage) -> None:
    editor = Editor(stage)
    editor.choose("five-ds")
    sections = [one.section for one in editor.segment("five-ds").slides]
    at = sections.index("distract")
    card = editor.page.form.lists["slides"].cards[at]
    assert card._preview is not None
    card.thing = replace(card.thing, title="One thing else", text="About the bus.")
    card._preview.show_slide(card.thing)
    assert card._preview._heading.text() == "One thing else"
    assert card._preview._text.toPlainText() == "About the bus."
    section = next(row for row in card.rows if row.field.name == "section")
    section.changed.emit("delay")
    slide = editor.segment("five-ds").slides[at]
    assert (slide.section, slide.title, slide.text) == ("delay", None, None)
    assert "About the bus." not in card._preview._text.toPlainText()


def test_where_nothing_is_kept_no_draft_is(qapp: QApplication) -> None:
    with Stage(Settings(keep=False)) as stage:
        stage.shell.open_page("home")
        stage.shell.show()
        editor = Editor(stage)
        editor.page.parts.removed.emit("train")
        assert "train" not in editor.order()
        stage.shell.open_page("home")
        assert drafts.every() == ()
        assert "train" not in Editor(stage).order()


def what_is_to_be_looked_at_leads_to_its_part(editor: Editor) -> None:
    editor.choose("reasons")
    editor.page.insert(Kind.LADDER)
    key = editor.page.parts.key()
    editor.choose("")
    editor.page.acts.look.click()
    link = editor.focus()
    assert isinstance(link, PartLink)
    assert link.part == key  # What keeps it from being led comes first.
    editor.key(Qt.Key.Key_Return)
    assert editor.page.parts.key() == key


def test_what_a_hand_can_do(editor: Editor) -> None:
    """One window for all of these: opening one takes longer than each of them."""
    for step in (
        undo_in_a_field_goes_through_the_one_stack_and_the_field_shows_it,
        parts_are_doubled_and_taken_out_by_key_and_by_button,
        a_part_is_moved_with_the_mouse,
        a_part_of_a_kind_is_added_and_says_what_it_needs,
        a_story_is_chosen_and_its_content_notes_stand_there,
        slides_from_a_page_show_what_the_room_will_see,
        another_page_does_not_keep_the_section_of_the_one_before,
        less_minutes_than_it_can_be_cut_to_take_that_along,
        care_agreements_and_what_holds_for_the_whole,
        back_to_what_was_saved_can_itself_be_undone,
        what_is_to_be_looked_at_leads_to_its_part,
    ):
        editor.page.drop_draft()
        step(editor)
