"""What is deleted is gone: from every byte of every file in the profile's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.progress import children
from tests.progress.examples import Clock, decided, place, play, steps
from trainer import language, paths
from trainer.errors import HeldElsewhere, KeepingError
from trainer.practice.recorder import Began, Noted, Undone
from trainer.progress import backups, files
from trainer.progress.deletion import deletion, erasing, goes
from trainer.progress.store import Store

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "MARKER-own-words-7f3a"
NOTE = "MARKER-a-note-91cc"
TITLE = "MARKER-title-5b"
MARKER = "MARKER"


def fill(path: Path, clock: Clock) -> None:
    """Keep runs of others around one with markers, with backups from every stage."""
    with Store.open(path, now=clock) as store:
        for number in range(30):
            play(store, f"before-{number}", words="other words " * 50, note="other " * 300)
        store.backup()
        clock.go(days=1)
        store.name_scenario("secret", TITLE)
        play(store, "mine", "secret", words=WORDS * 40, note=NOTE * 200)
        store.record(Undone(1), place("mine", "secret", steps=steps(1, WORDS)))
        store.backup()
        clock.go(days=1)
        for number in range(30):
            play(store, f"after-{number}", words="other words " * 50)
    clock.go(days=1)


def test_it_was_there_before(path: Path, home: Path, clock: Clock) -> None:
    """What the other tests look for can be found."""
    fill(path, clock)
    for marker in (WORDS, NOTE, TITLE):
        assert len(deletion.traces(home, marker)) == 3


def test_a_run_is_gone_from_every_file(path: Path, home: Path, clock: Clock) -> None:
    fill(path, clock)
    with Store.open(path, now=clock) as store:
        assert store.what_goes("mine").backups == 2
        store.delete_run("mine")
        # While it is open as well: the log beside it is searched too.
        assert files.write_ahead_log(path).exists()
        assert store.run_count() == 60
        # One backup from before the run stays; a new one takes the place of the others.
        assert [one.runs for one in store.backups()] == [60, 30]
        assert deletion.traces(home, MARKER) == []
    assert deletion.traces(home, MARKER) == []
    with Store.open(path, now=clock) as store:
        assert store.run_count() == 60
        assert store.run("before-3").notes


def test_a_run_is_gone_from_what_was_kept_aside(path: Path, home: Path, clock: Clock) -> None:
    fill(path, clock)
    damaged = path.read_bytes()
    path.with_name("progress.db.unreadable-20260101T000000Z").write_bytes(damaged)
    files.beside(path.parent / "backups" / "progress-20260101T000000Z.db").write_bytes(damaged)
    files.backup_files(path)[0].write_bytes(damaged[:-5000])
    with Store.open(path, now=clock) as store:
        assert store.what_goes("mine").aside == 1
        store.delete_run("mine")
    assert deletion.traces(home, MARKER) == []


def test_a_run_is_gone_while_the_store_that_kept_it_stays_open(path: Path, home: Path) -> None:
    with Store.open(path) as store:
        play(store, "other")
        play(store, "mine", words=WORDS * 40, note=NOTE * 200)
        files.beside(path.parent / "progress-1.db").write_text(MARKER)
        store.delete_run("mine")
        assert deletion.traces(home, MARKER) == []
        freed = store._database.connection.execute("PRAGMA freelist_count").fetchone()[0]
        assert freed == 0


def test_the_last_run_leaves_no_backup(path: Path, home: Path, clock: Clock) -> None:
    with Store.open(path, now=clock) as store:
        play(store, "mine", words=WORDS)
        store.backup()
        store.delete_run("mine")
        assert store.backups() == []
    assert deletion.traces(home, MARKER) == []


def test_everything_is_gone(path: Path, home: Path, clock: Clock) -> None:
    fill(path, clock)
    path.with_name("progress.db.unreadable-20260101T000000Z").write_text(MARKER)
    with Store.open(path, now=clock) as store:
        play(store, "late", words=WORDS)
        store.delete_all()
        assert (store.run_count(), store.backups()) == (0, [])
        assert deletion.traces(home, MARKER) == []
        assert deletion.traces(home, "other words") == []
        play(store, "new")
    with Store.open(path, now=clock) as store:
        assert [one.run for one in store.runs()] == ["new"]


def test_words_that_a_replay_carries_as_its_past_go_too(
    path: Path, home: Path, clock: Clock
) -> None:
    own = "words of the second way"
    with Store.open(path, now=clock) as store:
        play(store, "mine", words=WORDS)
        again = place("again", steps=(*steps(1, WORDS), *steps(2, own)[1:]))
        store.record(Began("mine"), place("again", steps=steps(1, WORDS)))
        store.record(decided(1, words=own, first=False), again)
        third = place("third", steps=again.steps, replay_of="again")
        store.record(Began("again"), third)
        store.record(Noted("Why?", "so"), third)
        store.backup()

        store.delete_run("mine")
        assert [step.words for step in store.place("again").steps] == ["", own]
        assert [step.words for step in store.place("third").steps] == ["", own]
        assert store.place("third").replay_of == "again"
        assert [one.is_replay for one in store.runs()] == [True, True]
    assert deletion.traces(home, MARKER) == []


def test_words_go_also_where_a_run_between_was_deleted_before(
    path: Path, home: Path, clock: Clock
) -> None:
    with Store.open(path, now=clock) as store:
        play(store, "mine", words=WORDS)
        play(store, "other", words="words of another run")
        for run, origin in (("again", "mine"), ("third", "again")):
            store.record(Began(origin), place(run, steps=steps(1, WORDS), replay_of=origin))
        past = steps(1, "words of another run")
        store.record(Began("other"), place("beside", steps=past, replay_of="other"))
        store.delete_run("again")
        assert [step.words for step in store.place("third").steps] == [WORDS]
        store.delete_run("mine")
        assert [step.words for step in store.place("third").steps] == [""]
        assert store.place("beside").steps == past
    assert deletion.traces(home, MARKER) == []


def test_a_place_that_cannot_be_read_may_hold_words_and_is_emptied(path: Path, home: Path) -> None:
    with Store.open(path) as store:
        play(store, "mine", words=WORDS)
        play(store, "again", replay_of="mine")
        with store._database.writing() as connection:
            connection.execute(f"UPDATE place SET snapshot = '{WORDS}' WHERE run = 2")
        store.delete_run("mine")
    assert deletion.traces(home, MARKER) == []


def test_a_title_stays_while_a_run_of_its_scenario_does(store: Store) -> None:
    store.name_scenario("bus", TITLE)
    play(store, "one")
    play(store, "two")
    store.delete_run("one")
    assert store.runs()[0].title == TITLE
    store.delete_run("two")
    play(store, "three")
    assert store.runs()[0].title == ""


# Saying what goes


def test_what_goes_is_counted(store: Store, path: Path) -> None:
    play(store, "one", words="mine", note="mine", decisions=3)
    store.record(Noted("What would you do?", "newer"), place("one"))
    store.record(Noted("And then?", "more"), place("one"))
    play(store, "two", decisions=2)
    store.backup()
    files.keep_aside(path.with_name("none.db"), Clock()())
    path.with_name("progress.db.unreadable-1").touch()
    assert store.what_goes("one") == goes.Goes(1, 3, 3, 2, 1, 1)
    assert store.what_goes("two") == goes.Goes(1, 2, 0, 0, 1, 1)
    assert store.what_goes() == goes.Goes(2, 5, 3, 2, 1, 1)


def test_what_goes_is_said() -> None:
    assert goes.in_words(goes.Goes(1, 3, 1, 0, 2, 0)) == (
        "1 run.",
        "3 decisions.",
        "What you wrote in your own words for 1 decision.",
        "2 backups that hold it.",
        "This cannot be undone. What you exported or saved elsewhere stays there.",
    )


def test_every_sentence_is_translated() -> None:
    language.use(language.PSEUDO)
    said = (
        *goes.in_words(goes.Goes(1, 2, 3, 4, 5, 6, 7, 8, 1, 9, 10)),
        *goes.whole_profile(),
        *goes.everything_in_words(),
    )
    assert len(said) == 19
    assert all(sentence.startswith(language.OPEN) for sentence in said)


# Without opening, and everything


def test_a_profile_that_cannot_be_read_can_be_deleted(path: Path, home: Path) -> None:
    erasing.erase_profile(path)
    assert not home.exists()
    with Store.open(path) as store:
        play(store, words=WORDS)
    path.write_bytes(MARKER.encode())
    erasing.erase_profile(path)
    assert deletion.traces(home, MARKER) == []
    assert not path.exists()


def test_a_profile_that_is_open_elsewhere_is_not_deleted(store: Store, path: Path) -> None:
    play(store)
    with pytest.raises(HeldElsewhere):
        erasing.erase_profile(path)
    with pytest.raises(HeldElsewhere):
        erasing.erase_everything()
    assert store.run_count() == 1


def test_everything_takes_all_profiles_and_leaves_own_scenarios(home: Path) -> None:
    for name in ("default", "second"):
        with Store.open(paths.database(name)) as store:
            play(store, words=WORDS)
    for folder in (paths.cache(), paths.logs(), paths.own_scenarios()):
        folder.mkdir()
        (folder / "file").write_text(MARKER)
    paths.settings().write_text(MARKER)
    paths.settings().with_name("settings.json.unreadable").write_text(MARKER)
    erasing.erase_everything()
    assert [one.relative_to(home).as_posix() for one in sorted(home.rglob("*"))] == [
        "scenarios",
        "scenarios/file",
    ]
    erasing.erase_everything()


# Interruptions

DELETES = """
import os, sys
from pathlib import Path
from trainer.progress import files
from trainer.progress.store import Store
store = Store.open(Path(sys.argv[1]))
count = int(sys.argv[2])
def killed(event, arguments):
    global count
    if event in ("os.remove", "os.rename", "open") and "progress" in str(arguments[0]):
        count -= 1
        if count == 0:
            os._exit(9)
sys.addaudithook(killed)
store.delete_run("mine") if sys.argv[3] == "run" else store.delete_all()
"""


@pytest.mark.parametrize("what", ["run", "all"])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7, 9, 12])
@pytest.mark.soak
def test_a_deletion_that_is_killed_is_finished_when_opening(
    path: Path, home: Path, clock: Clock, what: str, count: int
) -> None:
    fill(path, clock)
    child = children.start(DELETES, path, count, what)
    _, err = child.communicate(timeout=60)
    assert child.returncode in (0, 9), err
    with Store.open(path, now=clock) as store:
        left = store.run_count()
        if left == 61:  # it was killed before anything was deleted
            store.delete_run("mine")
        else:
            assert left == (60 if what == "run" else 0)
    assert deletion.traces(home, MARKER) == []


def test_traces_that_cannot_be_cleared_now_are_told(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fill(path, clock)
    backup = files.backup_files(path)[0]
    backup.unlink()
    backup.mkdir()  # a folder cannot be removed like a file
    with Store.open(path, now=clock) as store:
        with pytest.raises(KeepingError) as told:
            store.delete_run("mine")
        assert "traces" in told.value.what
        assert store.run_count() == 60
    Store.open(path, now=clock).close()
    assert "traces of deleted runs remain" in caplog.text
    backup.rmdir()
    Store.open(path, now=clock).close()
    assert deletion.traces(path.parent, MARKER) == []
    assert backups.listed(path)[0].runs == 60
