"""The sheets that take along and take in, in a real window: what they say, write and change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from tests.progress.carry.carried import done, held, live
from tests.progress.examples import Clock, play
from tests.scenes import Stage
from tests.ui.practice.hands import Hands, Key
from trainer.progress.carry import sealing, taking
from trainer.progress.papers.paper_content import Content, Kind
from trainer.progress.papers.papers import Papers
from trainer.progress.store import Store
from trainer.progress.stretching import Stretching
from trainer.settings import Settings
from trainer.ui.along import going
from trainer.ui.along.bring_sheet import BringSheet
from trainer.ui.along.card import AlongCard
from trainer.ui.along.parts import EverythingPart, OthersPart
from trainer.ui.along.take_sheet import TakeSheet
from trainer.ui.dialogs import ErrorSheet
from trainer.ui.widgets.fields import Dropdown
from trainer.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


def answer(path: Path) -> Callable[[QWidget, str, str, str], str]:
    """Stand in for the system's dialog: the person picks this file."""
    return lambda _parent, _title, _name, _filters: str(path)


def take(hands: Hands, number: int = 0) -> TakeSheet:
    """Open the sheet from the bar of the page, and choose with the keyboard."""
    hands.open("past-runs")
    hands.button("Export …").click()
    hands.settle()
    sheet = hands.sheet()
    assert isinstance(sheet, TakeSheet)
    tile = sheet._group.button(number)
    tile.setFocus()
    hands.press(Key.Key_Space)
    return sheet


def closed() -> bool:
    """Whether no sheet is open."""
    windows = QApplication.topLevelWidgets()
    return not any(isinstance(one, QDialog) and one.isVisible() for one in windows)


def save(hands: Hands, sheet: TakeSheet, path: Path) -> None:
    sheet.ask = answer(path)
    sheet.go.setFocus()
    hands.press(Key.Key_Return)
    hands.stage.settle(0.1)


def bring(hands: Hands, path: Path) -> BringSheet:
    hands.open("settings", section="along")
    card = hands.shell.page().findChildren(AlongCard)[0]
    card.ask = lambda _parent, _title, _filters: str(path)
    hands.button("Take in a file …").click()
    hands.stage.settle(0.1)
    sheet = hands.sheet()
    assert isinstance(sheet, BringSheet)
    return sheet


def elsewhere(path: Path, *, passphrase: str = "") -> Path:
    """A file from another computer."""
    clock = Clock()
    with Store.in_memory(now=clock) as store:
        live(store, clock)
        done(taking.write(store, path, passphrase=passphrase))
    return path


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "WORK", 1)
    monkeypatch.setattr(sealing, "MEMORY", 8192)


def test_each_choice_writes_its_own_file(hands: Hands, tmp_path: Path) -> None:
    play(hands.context.store, "mine", words="MARKER")
    for number, name in enumerate(("all.upstander", "tables.zip", "data.json")):
        sheet = take(hands, number)
        save(hands, sheet, tmp_path / name.split(".")[0])  # the ending is ours to add
        assert closed()
        assert f"Saved as {tmp_path / name}." in hands.seen().replace("\u200b", "")
    assert "MARKER" in (tmp_path / "all.upstander").read_text("utf-8")
    assert json.loads((tmp_path / "data.json").read_text("utf-8"))["runs"]
    with ZipFile(tmp_path / "tables.zip") as folder:
        assert "MARKER" in folder.read("runs.csv").decode("utf-8-sig")


def test_nothing_is_written_where_nowhere_is_said(hands: Hands, tmp_path: Path) -> None:
    sheet = take(hands)
    sheet.ask = lambda *_asked: ""
    sheet.save()
    hands.stage.settle(0.05)
    assert sheet.isVisible()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["home"]


@pytest.mark.usefixtures("quick")
def test_a_lock_needs_the_passphrase_twice(hands: Hands, tmp_path: Path) -> None:
    play(hands.context.store, "mine", words="MARKER")
    sheet = take(hands)
    part = sheet.part()
    assert isinstance(part, EverythingPart)
    assert "whoever has the file can read" in hands.seen(sheet)
    part.seal.setFocus()
    hands.press(Key.Key_Space)
    assert "nobody can read the file" in hands.seen(sheet)
    out = tmp_path / "all.upstander"
    for typed, said in (("", "Choose a passphrase"), ("one", "differ")):
        part.passphrase.fields[0].setText(typed)
        save(hands, sheet, out)
        assert said in hands.seen(sheet)
        assert not out.exists()
    part.passphrase.fields[1].setText("one")
    save(hands, sheet, out)
    assert b"MARKER" not in out.read_bytes()

    with Store.in_memory() as fresh:
        hands.context.use_store(fresh, keeps=False)
        sheet2 = bring(hands, out)
        for typed, seen in (("two", "does not open the file"), ("one", "Runs: 1 new")):
            field = sheet2.findChildren(SecretField)[0]
            field.setText(typed)
            field.setFocus()
            hands.press(Key.Key_Return)
            hands.stage.settle(0.2)
            assert seen in hands.seen(sheet2)
        assert "gone when you close the window" in hands.seen(sheet2)
        sheet2.reject()


def test_papers_go_only_where_they_are_wanted(hands: Hands, tmp_path: Path) -> None:
    papers = Papers(hands.context.store)
    made = papers.new(Kind.PLAN)
    papers.keep(type(made)(made.id, made.kind, made.made, made.touched, Content({"call": "ANA"})))
    sheet = take(hands, 2)
    part = sheet.part()
    assert isinstance(part, OthersPart)
    assert not part.papers.isChecked()
    save(hands, sheet, tmp_path / "without.json")
    sheet = take(hands, 2)
    ticked = sheet.part()
    assert isinstance(ticked, OthersPart)
    ticked.papers.setChecked(True)
    save(hands, sheet, tmp_path / "with.json")
    assert "ANA" not in (tmp_path / "without.json").read_text("utf-8")
    assert "ANA" in (tmp_path / "with.json").read_text("utf-8")
    papers.set_key(b"k" * 32, Stretching(b"s" * 16, 1, 2**23))
    sheet = take(hands, 2)
    assert "locked, and stay out of it" in hands.seen(sheet)
    assert "Also my safety plan" not in hands.seen(sheet)
    sheet.reject()


def test_a_place_that_cannot_be_written_is_told(hands: Hands, tmp_path: Path) -> None:
    sheet = take(hands)
    save(hands, sheet, tmp_path / "nowhere" / "all")
    windows = QApplication.topLevelWidgets()
    told = next(one for one in windows if isinstance(one, ErrorSheet) and one.isVisible())
    assert "could not be written" in told.windowTitle()
    told.reject()
    hands.settle()
    assert sheet.go.isEnabled()
    assert sheet.isVisible()


def test_a_file_is_looked_at_then_taken_in(hands: Hands, tmp_path: Path) -> None:
    path = elsewhere(tmp_path / "f.upstander")
    play(hands.context.store, "here")
    sheet = bring(hands, path)
    seen = hands.seen(sheet)
    assert "Runs: 3 new, 0 here already." in seen
    assert "Wish" not in seen
    assert "Records of what happened: 1 new" in seen
    assert "A backup of what is here is made first." in seen
    assert hands.context.store.run_count() == 1
    hands.press(Key.Key_Return)
    hands.stage.settle(0.2)
    assert hands.context.store.run_count() == 4
    seen = hands.seen(sheet)
    assert "3 runs were added." in seen
    assert "Delete it if nobody should find it there." in seen
    assert len(hands.context.store.backups()) == 1
    hands.press(Key.Key_Return)
    assert closed()
    assert "Shouting on the 22 bus" in {one.title for one in hands.context.store.runs()}

    before = held(hands.context.store)
    sheet = bring(hands, path)
    assert "Everything in this file was here already." in hands.seen(sheet)
    hands.press(Key.Key_Return)
    assert held(hands.context.store) == before


def test_a_new_laptop_is_led_to_taking_in(hands: Hands) -> None:
    hands.open("progress")
    hands.stage.settle(0.1)
    hands.button("I have a file from another computer").click()
    hands.stage.settle(0.1)
    assert hands.shell.page().name == "settings"
    assert hands.focus() is hands.button("Take it along …")


def test_cancel_changes_nothing(hands: Hands, tmp_path: Path) -> None:
    bring(hands, elsewhere(tmp_path / "f.upstander"))
    hands.press(Key.Key_Escape)
    assert closed()
    assert hands.context.store.run_count() == 0


@pytest.mark.parametrize("raw", [b"", b'{"format": "upstander-everything/1"}\n'])
def test_a_file_that_is_refused_is_told(hands: Hands, tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "bad").write_bytes(raw)
    hands.open("settings", section="along")
    card = hands.shell.page().findChildren(AlongCard)[0]
    card.ask = lambda _parent, _title, _filters: str(tmp_path / "bad")
    card.bring_in()
    hands.stage.settle(0.1)
    assert "Nothing was changed here." in hands.seen(hands.sheet())
    hands.sheet().reject()
    assert hands.context.store.run_count() == 0


def test_leaving_quickly_stops_it_and_keeps_nothing_of_it(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(going, "_SLICE", 0)
    path = tmp_path / "long.upstander"
    with Store.in_memory() as store:
        for number in range(120):
            play(store, f"run-{number}", decisions=20)
        done(taking.write(store, path))
    sheet = bring(hands, path)
    hands.stage.settle(0.5)
    sheet.go.click()
    QApplication.processEvents()
    assert sheet._going is not None
    assert hands.context.store.run_count() > 0  # in the middle of it
    hands.context.leave_quickly()
    hands.stage.settle(0.2)
    assert closed()
    assert hands.context.store.run_count() == 0
    play(hands.context.store, "goes-on")


def test_of_two_plans_the_person_chooses(hands: Hands, tmp_path: Path) -> None:
    path = elsewhere(tmp_path / "f.upstander")
    papers = Papers(hands.context.store)
    mine = papers.new(Kind.PLAN)
    papers.keep(type(mine)(mine.id, mine.kind, mine.made, mine.touched, Content({"call": "MINE"})))
    sheet = bring(hands, path)
    assert "There is a safety plan here, and another one in the file." in hands.seen(sheet)
    choice = next(one for one in sheet.findChildren(Dropdown) if one.isVisible())
    choice.setFocus()
    hands.press(Key.Key_Down)
    sheet.go.click()
    hands.stage.settle(0.2)
    assert "Your safety plan is here." in hands.seen(sheet)
    with hands.context.store.reading() as connection:
        plans = connection.execute("SELECT content FROM paper WHERE kind = 'plan'").fetchall()
    assert [plan[0] for plan in plans] == [b'{"call": "SECRET Ana"}']


def test_locked_papers_come_with_both_passphrases(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "f.upstander"
    clock = Clock()
    theirs, ours = (Stretching(bytes([one]) * 16, 1, 2**23) for one in (1, 2))
    with Store.in_memory(now=clock) as store:
        papers = Papers(store)
        one = papers.new(Kind.INCIDENT)
        papers.keep(type(one)(one.id, one.kind, one.made, one.touched, Content({"said": "THEIRS"})))
        papers.set_key(theirs.key("theirs"), theirs)
        done(taking.write(store, path))
    here = Papers(hands.context.store)
    here.set_key(ours.key("ours"), ours)
    sheet = bring(hands, path)
    assert "1 paper (safety plan or record) stays in the file" in hands.seen(sheet)
    in_file, at_home = [one for one in sheet.findChildren(SecretField) if one.isVisible()]
    for first, second, said in (
        ("theirs", "wrong", "not the passphrase of your papers here"),
        ("wrong", "ours", "not the passphrase of the papers in the file"),
        ("theirs", "ours", "Records of what happened: 1 new"),
    ):
        in_file.setText(first)
        at_home.setText(second)
        hands.button("Open these papers", sheet).click()
        hands.stage.settle(0.2)
        assert said in hands.seen(sheet)
    sheet.go.click()
    hands.stage.settle(0.2)
    assert "1 record of what happened was added." in hands.seen(sheet)
    assert [one.content.text("said") for one in here.shelf().papers] == ["THEIRS"]


def test_where_nothing_is_kept_nothing_reaches_the_disk(
    qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    path = elsewhere(tmp_path / "f.upstander")
    with Stage(Settings(keep=False, motion="reduced")) as stage:
        stage.shell.show()
        hands = Hands(stage)
        before = {one: one.stat().st_mtime_ns for one in home.rglob("*")}
        sheet = bring(hands, path)
        sheet.go.click()
        stage.settle(0.2)
        assert stage.context.store.run_count() == 3
        sheet.accept()
        after = {one: one.stat().st_mtime_ns for one in home.rglob("*")}
        assert {one for one in after if "cache" not in str(one)} == {
            one for one in before if "cache" not in str(one)
        }
        assert not [one for one in home.rglob("*.db*")]
