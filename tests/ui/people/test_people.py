"""Several people on one computer: each finds what is theirs, and nothing of the others'."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from tests.bad_days import days
from tests.progress.examples import play, quick_key
from tests.scenes import Stage
from tests.ui import sweep
from tests.ui.looking import sheet
from tests.ui.showing import showing
from trainer import app, paths
from trainer import settings as settings_file
from trainer.language import PSEUDO
from trainer.progress import files, lock, profiles, stretching
from trainer.progress.deletion.deletion import traces
from trainer.progress.sealed import locking
from trainer.progress.store import Store
from trainer.settings import Settings
from trainer.ui.bad_start import BadStartSheet
from trainer.ui.dialogs import AskSheet
from trainer.ui.errors_hook import ErrorsHook
from trainer.ui.people.name_sheet import NameSheet
from trainer.ui.people.passphrase_sheet import PassphraseSheet
from trainer.ui.people.who_page import PersonButton
from trainer.ui.plan.page import SafetyPlanPage
from trainer.ui.practice.page import PracticePage
from trainer.ui.widgets.words import LineLabel, Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.progress.profiles import Profile

GONE = "Looked again: Upstander keeps nothing of it on this computer any more."
PHRASE = "four quiet green bottles"
LOCKED = "Lê"
PLAIN = Settings(keep=True, motion="reduced", palette="light")
Key = Qt.Key


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases that are quick to try: what stretching costs is no matter here."""
    monkeypatch.setattr(stretching, "WORK", 1)
    monkeypatch.setattr(stretching, "MEMORY", 8 * 1024**2)


@pytest.fixture
def people(home: Path) -> dict[str, Profile]:
    """Three people with a run each: one without a name, one with, one with a passphrase."""
    settings_file.write(PLAIN, paths.settings())
    with Store.open(paths.database()) as store:
        play(store, "run-of-the-first")
    jonas = profiles.add("Jonas")
    with Store.open(jonas.database) as store:
        play(store, "run-of-jonas")
    locked = profiles.add(LOCKED)
    with Store.open(locked.database) as store:
        play(store, "run-of-le", words="MARKER words")
        locking.lock(store.database, quick_key(PHRASE))
    return {"first": profiles.profile("default"), "jonas": jonas, "locked": locked}


@pytest.fixture
def started(qapp: QApplication, people: dict[str, Profile]) -> Iterator[Stage]:
    with begun() as stage:
        yield stage


class begun(Stage):  # noqa: N801 - read as a sentence: with begun() as stage
    """The window as it shows after a start, over what is in the home."""

    def __init__(self) -> None:
        super().__init__(settings_file.read(paths.settings()))

    def __enter__(self) -> Stage:
        super().__enter__()
        self.program.show()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        while self.context.reading is not None:
            self.app.processEvents()
        return self


def names(stage: Stage) -> list[str]:
    found = stage.shell.page().findChildren(PersonButton)
    return [one.accessibleName() for one in found if one.isVisible()]


def press(stage: Stage, words: str) -> None:
    stage.app.processEvents()
    for button in stage.top().findChildren(QAbstractButton):
        if words in (button.accessibleName(), button.text()) and button.isVisible():
            button.click()
            stage.app.processEvents()
            return
    raise LookupError(words)


def tick(stage: Stage) -> None:
    asked = stage.top()
    assert isinstance(asked, AskSheet)
    assert asked.tick is not None
    asked.tick.click()
    stage.app.processEvents()


def wait_for(stage: Stage, page: str) -> None:
    for _step in range(500):
        if stage.shell.page().name == page and QApplication.activeModalWidget() is None:
            return
        stage.settle(0.01)
    raise TimeoutError(page)


def words_of(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def type_passphrase(stage: Stage, *phrases: str) -> None:
    asked = sheet(PassphraseSheet)
    for field, phrase in zip(asked.fields(), phrases, strict=True):
        field.setText(phrase)
    asked.go_on()
    for _step in range(500):
        # Once it is closed it goes, sooner or later.
        if not shiboken6.isValid(asked) or not asked.isVisible() or asked.go.isEnabled():
            break
        stage.settle(0.01)
    stage.settle(0.02)


def unlock(stage: Stage) -> None:
    press(stage, LOCKED)
    type_passphrase(stage, PHRASE)
    wait_for(stage, "welcome" if stage.context.settings.welcome else "home")


def runs(stage: Stage) -> list[str]:
    return [one.run for one in stage.context.store.runs()]


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }


# Who is it?


def test_nobody_is_opened_before_it_is_said_who_it_is(
    started: Stage, people: dict[str, Profile]
) -> None:
    assert started.shell.page().name == "who"
    assert names(started) == [
        "The first person here", "Jonas", LOCKED, "Someone else, as a guest",
    ]  # fmt: skip
    assert not any(lock.is_held(one.database) for one in people.values())
    # Enter decides nothing by accident, and the search leads past nobody.
    focused = QApplication.focusWidget()
    assert focused is started.shell.page()
    QTest.keyClick(focused, Key.Key_Return)
    started.shell.open_search()
    assert QApplication.activeModalWidget() is None
    assert (started.shell.page().name, runs(started)) == ("who", [])


def test_each_finds_their_own(started: Stage, people: dict[str, Profile]) -> None:
    QTest.keyClick(started.shell.page(), Key.Key_2)
    wait_for(started, "welcome")
    assert runs(started) == ["run-of-jonas"]
    assert lock.is_held(people["jonas"].database)
    started.context.let_go()
    wait_for(started, "who")
    assert not lock.is_held(people["jonas"].database)
    assert runs(started) == []
    assert set(started.shell._pages) == {"who"}
    press(started, "The first person here")
    wait_for(started, "home")
    assert runs(started) == ["run-of-the-first"]


def test_leaving_quickly_stays_at_the_far_right(started: Stage) -> None:
    guest = "Someone else, as a guest"
    for who in ("Jonas", "The first person here", guest, "Jonas", guest):
        press(started, who)
        for page in ("progress", "safety-plan", "past-runs", "home", "progress"):
            started.shell.open_page(page)
            started.settle(0.02)
            bar = started.shell.bar
            ends = {
                one.geometry().right(): one
                for one in bar.children()
                if isinstance(one, QWidget) and one.isVisible()
            }
            assert ends[max(ends)] is bar.leave, (who, page)
            labels = [one for one in bar.findChildren(LineLabel) if one.isVisible()]
            said = [one.text() for one in labels]
            whose = {"Jonas": ["Jonas practises"], guest: ["Guest: nothing is kept"]}
            assert said[1:] == whose.get(who, []), (who, page)
            printing = [
                one
                for one in started.shell._frame._beside[started.shell._pages[page]]
                if one.isVisible()
            ]
            right = min(one.x() for one in (*labels[1:], started.shell.search))
            assert all(one.x() < right for one in printing), (who, page)
        started.context.let_go()
        wait_for(started, "who")
        # As the running loop does: pages that were let go of take their widgets along.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_passphrase_may_be_tried_again(started: Stage, people: dict[str, Profile]) -> None:
    press(started, LOCKED)
    for wrong in ("four quiet green bottle", PHRASE.upper()):
        type_passphrase(started, wrong)
        assert "does not open it" in words_of(sheet(PassphraseSheet))
    assert runs(started) == []
    type_passphrase(started, PHRASE)
    wait_for(started, "welcome")
    assert runs(started) == ["run-of-le"]
    database = started.context.store.database
    assert database.key is not None
    started.context.let_go()
    assert database.key is None


def test_whoever_looks_who_practises_here_goes_on_as_themselves(
    started: Stage, people: dict[str, Profile]
) -> None:
    unlock(started)
    store = started.context.store
    started.shell.open_page("who")
    unlock(started)
    assert started.top() is started.shell
    assert started.context.store is store
    assert store.database.is_open


def test_a_passphrase_that_is_being_tried_is_dropped_on_leaving_quickly(started: Stage) -> None:
    press(started, LOCKED)
    asked = sheet(PassphraseSheet)
    asked.fields()[0].setText(PHRASE)
    asked.go_on()
    started.shell.leave_quickly()
    started.settle(0.2)
    assert started.shell.is_left()
    assert QApplication.activeModalWidget() is None
    assert started.context.store.database.key is None
    assert started.shell.page().name == "who"


def test_what_tells_of_a_person_is_theirs(started: Stage, home: Path) -> None:
    unlock(started)
    started.context.change(text_size=125, help_place="us-ca-oakland")
    started.shell.open_page("settings")
    started.context.let_go()
    assert started.context.settings.help_place == ""
    assert settings_file.read(paths.settings()).last_at == 0, "when somebody was here is theirs"
    QTest.keyClick(started.shell.page(), Key.Key_2)
    wait_for(started, "welcome")
    assert started.context.settings.text_size == 125
    assert started.context.settings.help_place == ""
    assert traces(home, "us-ca-oakland") == []
    started.context.let_go()
    press(started, LOCKED)
    type_passphrase(started, PHRASE)
    started.settle(0.05)
    assert started.context.settings.help_place == "us-ca-oakland"
    assert started.context.settings.last_at > 0


def test_a_place_from_before_there_were_several_stays_with_whoever_was_first(
    qapp: QApplication, home: Path
) -> None:
    settings_file.write(PLAIN.but(help_place="us-ca-oakland"), paths.settings())
    with begun() as stage:
        assert stage.shell.page().name == "home"
        profiles.rename(profiles.only(), "Alone")
        stage.context.people_changed.emit()
        assert "practises" not in words_of(stage.shell.bar)
        (paths.profile("default") / "about.json").unlink()
        stage.context.people_changed.emit()
        stage.shell.open_page("settings", section="people")
        press(stage, "Add a person")
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, NameSheet)
        asked.field.setText("Jo\u202enas")
        assert asked.mine is not None
        asked.mine.setText("Ami\tna")
        asked.field.returnPressed.emit()
        assert [one.name for one in profiles.listed()] == ["Ami na", "Jo nas"]
        assert "Ami na practises now." in words_of(stage.shell.page())
        assert settings_file.read(paths.settings()).help_place == ""
        stage.context.let_go()
        QTest.keyClick(stage.shell.page(), Key.Key_2)
        assert stage.context.settings.help_place == ""
        stage.context.let_go()
        QTest.keyClick(stage.shell.page(), Key.Key_1)
        assert stage.context.settings.help_place == "us-ca-oakland"


def test_a_folder_that_is_nobodys_is_not_shown(home: Path) -> None:
    for name in ("..", "0123456789ab", "0123456789AB", "x", "0123456789ac"):
        (paths.profiles() / name).mkdir(parents=True, exist_ok=True)
    (paths.profiles() / "0123456789ad").symlink_to(paths.profiles() / "0123456789ab")
    (paths.profiles() / "0123456789ac" / "about.json").write_bytes(b'{"name": [1, 2]}')
    (paths.profiles() / "0123456789ab" / "about.json").write_bytes(
        '{"name": "\u202eevil\\n\\u0000name  and so on"}'.encode()
    )
    assert [(one.id, one.name) for one in profiles.listed()] == [
        ("0123456789ac", ""),
        ("0123456789ab", "evil name and so on"),
    ]


# A guest


def as_a_guest(stage: Stage) -> None:
    """Do whatever might leave something."""
    stage.context.change(text_size=150, palette="dark", help_place="us-ca-oakland")
    stage.context.change(folders=(str(days.SMALL.parent),))
    while stage.context.reading is not None:
        stage.app.processEvents()
    stage.play(stage.context.library.cards()[0].id, 3)
    for page in ("past-runs", "help", "settings"):
        stage.shell.open_page(page)
        stage.settle(0.02)
    stage.shell.leave_quickly()
    stage.settle(0.02)
    stage.shell.come_back()
    try:
        raise RuntimeError("MARKER of a bug")
    except RuntimeError as error:
        ErrorsHook(stage.context).take(RuntimeError, error, error.__traceback__)
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog):
            dialog.close()


def test_a_guest_leaves_no_trace(
    qapp: QApplication,
    people: dict[str, Profile],
    home: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "outside").mkdir()
    outside = shutil.copy(days.SMALL, tmp_path / "outside")
    os.utime(outside, (1_700_000_000, 1_700_000_000))
    settings_file.write(PLAIN.but(folders=(str(tmp_path / "outside"),)), paths.settings())
    with begun():
        pass  # The index of the library is made now.
    before = bytes_below(home)
    with begun() as stage:
        press(stage, "Someone else, as a guest")
        wait_for(stage, "home")
        with open(outside, "a", encoding="utf-8") as file:
            file.write("# changed\n")
        stage.context.read_library()
        as_a_guest(stage)
        assert stage.context.store.run_count() == 1
        stage.context.let_go()
        assert stage.context.settings.text_size == 100
        assert runs(stage) == []
    assert bytes_below(home) == before
    assert "MARKER" in capsys.readouterr().err


def test_a_guest_who_wants_to_keep_says_who_they_are(qapp: QApplication, home: Path) -> None:
    settings_file.write(PLAIN, paths.settings())
    with begun() as stage:
        stage.shell.open_page("settings", section="people")
        press(stage, "Practise as a guest")
        wait_for(stage, "home")
        stage.context.change(text_size=150)
        stage.context.keep(True)
        assert stage.shell.page().name == "who"
        assert stage.context.settings.text_size == 100
        press(stage, "The first person here")
        wait_for(stage, "settings")  # where they were when the guest came
        assert stage.context.keeps
    assert settings_file.read(paths.settings()).text_size == 100


GUEST = """
import sys
from tests.bad_days import driver
from trainer.__main__ import main

def act(shell):
    assert shell.page().name == "who"
    shell.context.practise_as(None)
    shell.context.change(text_size=150, help_place="us-ca-oakland")
    driver.play_for_ever(shell)

driver.when_shown(act)
sys.exit(main([]))
"""


def killed_as_a_guest(home: Path, lines: int) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", GUEST, "7"],
        cwd=days.ROOT,
        env=days.environment({"PYTHONPATH": str(days.ROOT), "UPSTANDER_HOME": str(home)}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    for _line in range(lines):
        assert child.stdout.readline(), child.communicate()[1]
    child.send_signal(signal.SIGKILL)
    child.communicate(timeout=60)


def test_a_guest_who_is_killed_leaves_no_trace(people: dict[str, Profile], home: Path) -> None:
    # A file that has just been written is read again at each start, whoever it is.
    os.utime(days.own_scenario(), (1_700_000_000, 1_700_000_000))
    killed_as_a_guest(home, 1)  # The index of the library is made at the start, of all alike.
    before = bytes_below(home)
    killed_as_a_guest(home, 15)
    assert bytes_below(home) == before
    assert b"us-ca-oakland" not in b"".join(before.values())


# A passphrase


def test_a_passphrase_is_put_on_changed_and_taken_off(qapp: QApplication, home: Path) -> None:
    settings_file.write(PLAIN.but(help_place="us-ca-oakland"), paths.settings())
    with Store.open(paths.database()) as store:
        play(store, "mine", words="MARKER words")
        store.backup()
    with begun() as stage:
        assert stage.shell.page().name == "home"
        stage.shell.open_page("settings", section="people")
        press(stage, "Lock it with a passphrase")
        assert "nobody can read" in words_of(sheet(PassphraseSheet))
        type_passphrase(stage, PHRASE, PHRASE + "x")
        assert "not the same" in words_of(sheet(PassphraseSheet))
        QTest.keyClick(sheet(PassphraseSheet).fields()[1], Key.Key_Backspace)
        assert "not the same" not in words_of(sheet(PassphraseSheet))
        type_passphrase(stage, PHRASE, PHRASE)
        assert traces(home, "MARKER") == []
        assert traces(home, "us-ca-oakland") == []
        assert runs(stage) == ["mine"]
        press(stage, "Change the passphrase")
        type_passphrase(stage, "wrong", "new", "new")
        assert "does not open it" in words_of(sheet(PassphraseSheet))
        type_passphrase(stage, PHRASE, "new", "new")
    with begun() as stage:
        assert stage.shell.page().name == "who"
        press(stage, "The first person here")
        type_passphrase(stage, PHRASE)
        assert "does not open it" in words_of(sheet(PassphraseSheet))
        type_passphrase(stage, "new")
        wait_for(stage, "settings")
        assert stage.context.settings.help_place == "us-ca-oakland"
        press(stage, "Remove the passphrase")
        type_passphrase(stage, "new")
        assert files.plain(paths.database()).exists()
    assert settings_file.read(paths.settings()).help_place == "us-ca-oakland"
    with begun() as stage:
        assert stage.shell.page().name == "settings"
        assert runs(stage) == ["mine"]


@pytest.mark.parametrize("place", ["who", "settings"])
def test_whoever_is_new_can_be_locked_from_the_start(
    started: Stage, people: dict[str, Profile], place: str
) -> None:
    if place == "settings":
        QTest.keyClick(started.shell.page(), Key.Key_2)
        wait_for(started, "welcome")
        started.shell.open_page("settings", section="people")
    press(started, "Add a person")
    asked = started.top()
    assert isinstance(asked, NameSheet)
    assert asked.mine is None  # asked only of whoever is here, and has no name yet
    assert "anyone at this computer can choose this name" in words_of(asked)
    asked.field.setText("Noor")
    asked.lock.click()
    press(started, "Add")
    assert "Lock what will be kept of Noor" in words_of(sheet(PassphraseSheet))
    type_passphrase(started, PHRASE, PHRASE)
    assert "kept of Noor is locked" in notice(started)
    noor = next(one for one in profiles.listed() if one.name == "Noor")
    assert noor.is_sealed
    assert not files.plain(noor.database).exists()
    assert not lock.is_held(noor.database)
    if place == "settings":
        assert runs(started) == ["run-of-jonas"]
        assert "Noor, locked with a passphrase" in words_of(started.shell.page())
        started.context.let_go()
    assert started.shell.page().name == "who"
    press(started, "Noor")
    type_passphrase(started, PHRASE)
    wait_for(started, "welcome")
    assert started.context.person == noor


def test_papers_say_which_passphrase_keeps_them(started: Stage) -> None:
    unlock(started)
    assert "behind the passphrase for all that is kept of you" in said_of_lock(started)
    started.context.let_go()
    press(started, "Jonas")
    assert "anyone at this computer can open Upstander and read them" in said_of_lock(started)


def said_of_lock(stage: Stage) -> str:
    stage.shell.open_page("safety-plan")
    page = stage.shell.page()
    assert isinstance(page, SafetyPlanPage)
    return words_of(page.lock_card)


def test_keeping_again_asks_whose_it_is(started: Stage, home: Path) -> None:
    unlock(started)
    started.context.change(help_place="us-ca-oakland")
    started.context.keep(False)
    assert started.context.person is None
    assert settings_file.read(paths.settings()).help_place == ""
    assert traces(home, "us-ca-oakland") == []
    with begun() as stage:
        assert (stage.shell.page().name, stage.context.guest) == ("home", False)
        stage.context.change(text_size=125)
        stage.context.keep(True)
        assert stage.shell.page().name == "who"
        press(stage, LOCKED)
        type_passphrase(stage, PHRASE)
        stage.settle(0.05)
        assert runs(stage) == ["run-of-le"]
        assert stage.context.settings.text_size == 125
        assert stage.context.settings.help_place == "us-ca-oakland"
    assert settings_file.read(paths.settings()).keep is True


# Deleting


def notice(stage: Stage) -> str:
    stage.settle(0.02)
    bar = stage.shell.notices
    return str(bar._words.text()).replace("\u200b", "") if bar.isVisible() else ""


def test_what_is_kept_of_one_is_deleted_and_looked_for(
    started: Stage, people: dict[str, Profile], home: Path
) -> None:
    unlock(started)
    started.shell.open_page("settings", section="keeping")
    press(started, "Delete my data")
    assert "1 run." in words_of(started.top())
    press(started, "Delete it for good")
    assert notice(started) == GONE
    assert runs(started) == []
    assert traces(home, "run-of-jonas") != []


def test_somebody_removes_themselves(
    started: Stage, people: dict[str, Profile], home: Path
) -> None:
    QTest.keyClick(started.shell.page(), Key.Key_2)
    wait_for(started, "welcome")
    started.context.change(help_place="us-ca-oakland")
    started.shell.open_page("settings", section="people")
    press(started, "Remove myself")
    press(started, "Remove for good")
    assert notice(started) == GONE
    assert started.shell.page().name == "who"
    assert names(started) == ["The first person here", LOCKED, "Someone else, as a guest"]
    assert not people["jonas"].folder.exists()
    for mine in ("run-of-jonas", "Jonas", "us-ca-oakland"):
        assert traces(home, mine) == []
    assert traces(home, "run-of-the-first") != []


def test_what_nobody_can_open_any_more_can_be_removed(
    started: Stage, people: dict[str, Profile], home: Path
) -> None:
    press(started, LOCKED)
    press(started, "I have forgotten the passphrase")
    press(started, "Cancel")
    assert people["locked"].folder.exists()
    press(started, LOCKED)
    press(started, "I have forgotten the passphrase")
    assert f"This removes {LOCKED} and all that is kept of {LOCKED}." in words_of(started.top())
    press(started, "Remove for good")
    assert people["locked"].folder.exists()
    tick(started)
    press(started, "Remove for good")
    assert notice(started) == GONE
    assert names(started) == ["The first person here", "Jonas", "Someone else, as a guest"]


def test_a_damaged_file_of_somebody_offers_their_backups(
    qapp: QApplication, people: dict[str, Profile], monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = people["locked"].database
    with Store.open(locked, key=quick_key(PHRASE)) as store:
        store.backup()
    files.sealed(locked).write_bytes(b"no such thing" * 100)
    with begun() as stage:
        asked: list[str] = []

        def answer(given: BadStartSheet) -> int:
            given.show()
            buttons = given.findChildren(QAbstractButton)
            asked.extend(one.text() for one in buttons)
            next(one for one in buttons if "1 run" in one.text()).click()
            return 1

        monkeypatch.setattr(BadStartSheet, "exec", answer)
        press(stage, LOCKED)
        type_passphrase(stage, PHRASE)
        stage.settle(0.05)
        assert runs(stage) == ["run-of-le"]
        assert "Start anew" in asked


def test_everything_goes_of_everybody(
    started: Stage, people: dict[str, Profile], home: Path
) -> None:
    unlock(started)
    started.shell.open_page("settings", section="keeping")
    press(started, "Delete everything")
    asked = started.top()
    assert isinstance(asked, AskSheet)
    first = asked.findChildren(Words)[1].text().replace("\u200b", "")
    assert first == "The first person here and Jonas lose everything, too."
    press(started, "Delete everything")
    assert asked.isVisible()
    assert people["jonas"].folder.exists()
    tick(started)
    press(started, "Delete everything")
    assert notice(started) == GONE
    assert started.shell.page().name == "first-start"
    assert bytes_below(home) == {}


def test_a_guest_is_promised_nothing_and_offered_nothing_of_the_others(started: Stage) -> None:
    press(started, "Someone else, as a guest")
    wait_for(started, "home")
    card = started.context.library.cards()[0].id
    started.shell.open_page("practice", scenario=card)
    page = started.shell.page()
    assert isinstance(page, PracticePage)
    assert "gone when the window closes" in words_of(page._stage.own_words)
    run = started.play(card, 30)
    started.shell.open_page("debrief", run=run)
    boxes = started.shell.page().findChildren(QPlainTextEdit)
    assert [one.placeholderText() for one in boxes if one.isVisible()]
    for box in boxes:
        assert "computer" not in box.placeholderText()
    started.shell.open_page("safety-plan")
    said = words_of(started.shell.page())
    assert "Nothing of it is kept here" in said
    assert "stays on this computer" not in said
    page = started.shell.page()
    assert isinstance(page, SafetyPlanPage)
    assert not page.lock_card.set.isVisibleTo(page)
    started.shell.open_page("settings", section="keeping")
    with pytest.raises(LookupError):
        press(started, "Delete everything")


# Looks


@pytest.mark.parametrize(
    "scene", ["who", "who-forgotten", "people-new", "people-lock", "settings-people"]
)
def test_every_page_reads_well(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, Settings(keep=True, text_size=200), (800, 600)) as stage:
        top = stage.top()
        assert sweep.names(top) == []
        assert sweep.cut(top) == []
        assert sweep.tab_order(top) == []
        theirs = (LOCKED, "Lê Thị Hồng Nhung", "Amina", "Jonas", "Upstander", str(paths.home()))
        assert sweep.untranslated(top, [*theirs, "English"]) == []


def test_the_real_start_asks_too(people: dict[str, Profile]) -> None:
    settings = settings_file.read(paths.settings())
    opened = app.open_first(settings, smoke=False)
    assert opened is not None
    assert opened[0].path is None
