"""Papers are kept as they were written, sealed so that nothing shows, and gone when deleted."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.progress import children
from tests.progress.examples import Clock, play
from trainer.errors import DamagedData, KeepingError
from trainer.progress import files, stretching
from trainer.progress.deletion import deletion, erasing
from trainer.progress.papers import papers, sealing
from trainer.progress.papers.paper_content import MOST, Content, Kind, content, from_json, to_json
from trainer.progress.papers.papers import Paper, Papers
from trainer.progress.papers.sealing import SealBroken
from trainer.progress.sealed import vault
from trainer.progress.store import Store
from trainer.progress.stretching import Stretching

if TYPE_CHECKING:
    from pathlib import Path

MARKER = "MARKER-Aunt-Phương"
KEY, OTHER = b"k" * 32, b"o" * 32
NUMBERS = Stretching(b"s" * 16, 1, 8 * 2**20)


def write(
    kept: Papers, kind: Kind = Kind.PLAN, words: str = MARKER, *, paper: Paper | None = None
) -> Paper:
    made = content({"if_me": words}, {"people": ({"name": words, "number": "555 0100"},)})
    return kept.keep(replace(paper or kept.new(kind), content=made))


def raw(path: Path, sql: str, *values: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(sql, values).fetchall()


def test_a_paper_is_there_again_after_closing(path: Path, clock: Clock) -> None:
    with Store.open(path, now=clock) as store:
        plan = write(Papers(store))
        clock.go(days=1)
        record = write(Papers(store), Kind.INCIDENT, "said")
        clock.go(days=1)
        again = write(Papers(store), words="another way", paper=plan)
    with Store.open(path, now=clock) as store:
        shelf = Papers(store).shelf()
    assert shelf.papers == (again, record)
    assert (again.id, again.made) == (plan.id, plan.made)
    assert again.touched > record.touched
    assert shelf.paper(record.id) == record
    assert shelf.of(Kind.PLAN) == [again]


def test_a_new_paper_that_nobody_wrote_on_is_not_kept(store: Store) -> None:
    Papers(store).new(Kind.INCIDENT)
    assert Papers(store).shelf().papers == ()


def test_what_is_blank_is_left_out_and_what_is_half_a_letter_is_mended() -> None:
    made = content({"a": "  \n", "b": "x\ud800"}, {"people": ({"name": " "}, {"name": "Mai"})})
    assert made == Content({"b": "x?"}, {"people": ({"name": "Mai"},)})
    assert from_json(to_json(made)) == made


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"format": 2, "texts": {}, "rows": {}}',
        b'{"format": 1, "texts": {"a": 1}, "rows": {}}',
        b'{"format": 1, "texts": {}, "rows": {"people": [[]]}}',
        b"[" * 200_000,
        b'{"a": "' + b"x" * MOST + b'"}',
    ],
    ids=["empty", "bytes", "list", "newer", "number", "row", "deep", "long"],
)
def test_what_is_no_paper_is_named_and_the_others_stay_readable(
    store: Store, path: Path, written: bytes
) -> None:
    kept = Papers(store)
    whole, bad = write(kept), write(kept, Kind.INCIDENT)
    with store.writing() as connection:
        connection.execute("UPDATE paper SET content = ? WHERE id = ?", (written, bad.id))
    shelf = kept.shelf()
    assert [paper.id for paper in shelf.papers] == [whole.id]
    assert [one.id for one in shelf.broken] == [bad.id]
    kept.set_key(KEY, NUMBERS)
    kept.lock()
    assert deletion.traces(path.parent, MARKER) == []
    assert kept.unlock(KEY)
    assert kept.shelf() == shelf


def test_too_much_is_refused_and_what_was_kept_stays(store: Store) -> None:
    kept = Papers(store)
    plan = write(kept)
    with pytest.raises(KeepingError, match="too long"):
        write(kept, words="x" * MOST, paper=plan)
    assert kept.waiting == 0
    assert kept.shelf().papers == (plan,)


# The lock


def test_sealed_papers_tell_nothing_in_any_file(path: Path, home: Path, clock: Clock) -> None:
    with Store.open(path, now=clock) as store:
        play(store, "run")
        kept = Papers(store)
        write(kept)
        write(kept, Kind.INCIDENT)
        store.backup()
        clock.go(days=1)
        assert len(deletion.traces(home, MARKER)) == 2
        kept.set_key(KEY, NUMBERS)
        assert deletion.traces(home, MARKER) == []
        write(kept, Kind.INCIDENT, MARKER + " again")
        # The one backup there is was made afterwards, and holds them sealed.
        assert [one.runs for one in store.backups()] == [1]
    assert deletion.traces(home, MARKER) == []
    rows = raw(path, "SELECT made, touched, is_sealed, length(content) % 4096 FROM paper")
    assert set(rows) == {("", "", 1, 1 + 24 + 16)}


def test_they_open_with_the_key_alone(path: Path, clock: Clock) -> None:
    with Store.open(path, now=clock) as store:
        kept = Papers(store)
        plan = write(kept)
        kept.set_key(KEY, NUMBERS)
        assert kept.has_lock
        assert not kept.is_locked
        assert kept.shelf().papers == (plan,)
    with Store.open(path, now=clock) as store:
        kept = Papers(store)
        assert kept.is_locked
        with pytest.raises(RuntimeError):
            kept.shelf()
        with pytest.raises(RuntimeError):
            write(kept)
        assert kept.waiting == 0
        assert not kept.unlock(OTHER)
        assert kept.is_locked
        assert kept.stretching() == NUMBERS
        assert kept.unlock(KEY)
        assert kept.shelf().papers == (plan,)
        kept.lock()
        assert kept.is_locked


def test_what_waits_for_the_disk_when_they_are_locked_waits_sealed(store: Store) -> None:
    kept = Papers(store)
    kept.set_key(KEY, NUMBERS)
    plan = write(kept)
    with store.writing() as connection:
        connection.execute("PRAGMA max_page_count = 1")
    try:
        with pytest.raises(KeepingError):
            write(kept, words="much " * 10_000, paper=plan)
    finally:
        with store.reading() as connection:
            connection.execute("PRAGMA max_page_count = 1000000")
    kept.lock()
    assert kept.waiting == 1
    assert b"much" not in b"".join(values[-1] for values in kept._waiting.values())
    assert kept.unlock(KEY)
    assert kept.waiting == 0
    assert "much" in kept.shelf().papers[0].content.text("if_me")


def test_another_passphrase_seals_anew_and_the_old_one_opens_no_backup(
    store: Store, path: Path
) -> None:
    kept = Papers(store)
    plan = write(kept)
    kept.set_key(OTHER, NUMBERS)
    store.backup()
    kept.set_key(KEY, NUMBERS)
    kept.lock()
    assert not kept.unlock(OTHER)
    assert kept.unlock(KEY)
    assert kept.shelf().papers == (plan,)
    for backup in files.backup_files(path):
        (sealed,) = raw(backup, "SELECT content FROM paper")[0]
        assert isinstance(sealed, bytes)
        with pytest.raises(SealBroken):
            sealing.unseal(OTHER, sealed)


def test_without_a_passphrase_again_everything_reads_as_before(store: Store) -> None:
    kept = Papers(store)
    plan = write(kept)
    kept.set_key(KEY, NUMBERS)
    kept.remove_key()
    assert not kept.has_lock
    assert Papers(store).shelf().papers == (plan,)


def test_what_came_in_unsealed_is_sealed_when_they_open(
    store: Store, path: Path, home: Path
) -> None:
    kept = Papers(store)
    kept.set_key(KEY, NUMBERS)
    kept.lock()
    stranger = Papers(Store.in_memory())
    made = to_json(write(stranger).content)
    with store.writing() as connection:
        connection.execute(
            "INSERT INTO paper VALUES ('imported', 'plan', ?, ?, 1, 0, ?)",
            ("2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z", made),
        )
    assert deletion.traces(home, MARKER)
    assert kept.unlock(KEY)
    assert deletion.traces(home, MARKER) == []
    assert kept.shelf().papers[0].content.text("if_me") == MARKER


def swap(content: bytes, other: bytes) -> bytes:
    return other


def cut(content: bytes, other: bytes) -> bytes:
    return content[:-1]


def turn(content: bytes, other: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def empty(content: bytes, other: bytes) -> bytes:
    return b""


def newer(content: bytes, other: bytes) -> bytes:
    return b"\x02" + content[1:]


@pytest.mark.parametrize("harm", [swap, cut, turn, empty, newer], ids=lambda harm: harm.__name__)
def test_a_sealed_paper_that_was_tampered_with_is_named_and_the_others_open(
    store: Store, harm: object
) -> None:
    kept = Papers(store)
    first, second = write(kept, Kind.INCIDENT), write(kept, Kind.INCIDENT, "another")
    kept.set_key(KEY, NUMBERS)
    assert callable(harm)
    with store.writing() as connection:
        found = dict(connection.execute("SELECT id, content FROM paper").fetchall())
        new = harm(found[first.id], found[second.id])
        connection.execute("UPDATE paper SET content = ? WHERE id = ?", (new, first.id))
    shelf = kept.shelf()
    assert [one.id for one in shelf.broken] == [first.id]
    assert shelf.papers == (second,)
    with pytest.raises(DamagedData, match="cannot be read"):
        kept.remove_key()
    kept.delete([first.id])
    kept.remove_key()
    assert kept.shelf().papers == (second,)


def test_a_paper_cannot_pass_for_one_of_another_kind(store: Store) -> None:
    kept = Papers(store)
    record = write(kept, Kind.INCIDENT)
    kept.set_key(KEY, NUMBERS)
    with store.writing() as connection:
        connection.execute("UPDATE paper SET kind = 'plan'")
    assert [one.id for one in kept.shelf().broken] == [record.id]


@pytest.mark.parametrize(
    "values",
    [
        ("salt", b"short"),
        ("work", 0),
        ("work", 2**40),
        ("memory", 1),
        ("memory", 2**40),
    ],
)
def test_a_lock_that_asks_for_too_much_is_no_lock(store: Store, values: tuple[str, object]) -> None:
    kept = Papers(store)
    write(kept)
    kept.set_key(KEY, NUMBERS)
    with store.writing() as connection:
        connection.execute(f"UPDATE paper_lock SET {values[0]} = ?", (values[1],))
    with pytest.raises(DamagedData, match="lock"):
        kept.stretching()


def test_without_its_lock_nothing_is_written_unsealed(store: Store) -> None:
    kept = Papers(store)
    write(kept)
    kept.set_key(KEY, NUMBERS)
    with store.writing() as connection:
        connection.execute("DELETE FROM paper_lock")
    kept = Papers(store)
    assert kept.is_locked
    assert not kept.unlock(KEY)
    with pytest.raises(DamagedData, match="lock"):
        kept.stretching()
    kept.delete_all()
    assert not kept.has_lock


def test_a_passphrase_is_the_same_however_its_letters_are_put_together() -> None:
    assert NUMBERS.key("Phươ\u0323ng") == NUMBERS.key("Phượng")
    assert NUMBERS.key("a") != NUMBERS.key("b")
    assert NUMBERS.key("a") != Stretching(b"t" * 16, 1, 8 * 2**20).key("a")


def test_a_new_lock_has_a_salt_of_its_own_and_asks_for_work() -> None:
    first, second = stretching.fresh(), stretching.fresh()
    assert first.salt != second.salt
    assert (first.work, first.memory) == (stretching.WORK, stretching.MEMORY)
    assert first.memory >= 64 * 2**20


# Deleting


def test_one_paper_is_gone_from_every_file_and_the_others_stay(
    path: Path, home: Path, clock: Clock
) -> None:
    with Store.open(path, now=clock) as store:
        kept = Papers(store)
        plan = write(kept, words="a plan " * 100)
        store.backup()
        clock.go(days=1)
        record = write(kept, Kind.INCIDENT, MARKER * 500)
        store.backup()
        assert len(deletion.traces(home, MARKER)) == 2
        kept.delete([record.id])
        assert deletion.traces(home, MARKER) == []
        assert kept.shelf().papers == (plan,)
        # The older backup never held it; a new one takes the place of the other.
        assert len(store.backups()) == 2
    assert deletion.traces(home, MARKER) == []


@pytest.mark.parametrize("lock", ["none", "open", "locked"])
def test_all_papers_are_gone_and_the_runs_stay(
    path: Path, home: Path, clock: Clock, lock: str
) -> None:
    with Store.open(path, now=clock) as store:
        play(store, "run")
        kept = Papers(store)
        write(kept)
        write(kept, Kind.INCIDENT)
        sealed = b""
        if lock != "none":
            kept.set_key(KEY, NUMBERS)
            with store.reading() as connection:
                sealed = connection.execute("SELECT content FROM paper").fetchone()[0][:64]
            store.backup()
        if lock == "locked":
            kept.lock()
        kept.delete_all()
        assert not kept.is_locked
        assert kept.shelf().papers == ()
        assert store.run_count() == 1
        write(kept, words="new")
    assert deletion.traces(home, MARKER) == []
    if sealed:
        assert not [one for one in home.rglob("*") if one.is_file() and sealed in one.read_bytes()]


def test_papers_are_counted_also_while_they_are_locked(store: Store) -> None:
    kept = Papers(store)
    for kind in (Kind.PLAN, Kind.INCIDENT, Kind.INCIDENT):
        write(kept, kind)
    kept.set_key(KEY, NUMBERS)
    kept.lock()
    with store.reading() as connection:
        assert papers.counts(connection) == (1, 2)


def test_everything_works_in_memory_as_well(home: Path) -> None:
    with Store.in_memory() as store:
        kept = Papers(store)
        plan, record = write(kept), write(kept, Kind.INCIDENT)
        kept.set_key(KEY, NUMBERS)
        kept.lock()
        assert kept.unlock(KEY)
        assert kept.shelf().papers == (record, plan)
        kept.delete([record.id])
        assert kept.shelf().papers == (plan,)
    assert not home.exists()


def test_a_profile_with_a_passphrase_of_its_own_holds_them_locked_as_well(
    path: Path, home: Path, clock: Clock
) -> None:
    profile = vault.new_key("another passphrase")
    with Store.open(path, now=clock, key=profile) as store:
        kept = Papers(store)
        plan = write(kept)
        kept.set_key(KEY, NUMBERS)
        record = write(kept, Kind.INCIDENT)
        with store.reading() as connection:
            rows = connection.execute("SELECT content FROM paper").fetchall()
        assert all(MARKER.encode() not in row["content"] for row in rows)
    with Store.open(path, now=clock, key=profile) as store:
        kept = Papers(store)
        assert kept.is_locked
        assert kept.unlock(KEY)
        assert kept.shelf().papers == (record, plan)
        kept.delete([record.id])
        assert kept.shelf().papers == (plan,)
    assert deletion.traces(home, MARKER) == []


_SEALS = """
import sys
from dataclasses import replace
from pathlib import Path
from trainer.progress.papers.paper_content import Content, Kind
from trainer.progress.papers.papers import Papers
from trainer.progress.stretching import Stretching
from trainer.progress.store import Store

store = Store.open(Path(sys.argv[1]))
kept = Papers(store)
for number in range(20):
    paper = kept.new(Kind.INCIDENT)
    kept.keep(replace(paper, content=Content({"said": f"{sys.argv[2]} {number} " * 200})))
store.backup()
print("ready", flush=True)
kept.set_key(b"k" * 32, Stretching(b"s" * 16, 1, 8 * 2**20))
print("sealed", flush=True)
sys.stdin.read()
"""


def kill_while_sealing(path: Path, home: Path, wait: float) -> bool:
    """Kill a process that seals; tell whether the papers were sealed by then."""
    child = children.start(_SEALS, path, MARKER)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(wait)
    children.stop(child)
    with Store.open(path) as store:
        kept = Papers(store)
        sealed = kept.has_lock
        # What an interruption left is cleared by opening, before anybody gives the passphrase.
        assert bool(deletion.traces(home, MARKER)) is not sealed
        assert not sealed or kept.unlock(KEY)
        assert len(kept.shelf().papers) == 20
    assert bool(deletion.traces(home, MARKER)) is not sealed
    shutil.rmtree(path.parent)
    return sealed


def test_killed_while_they_are_sealed(path: Path, home: Path) -> None:
    for wait in (0.0, 0.006, 0.012, 0.2):
        sealed = kill_while_sealing(path, home, wait)
    assert sealed


@pytest.mark.soak
def test_killed_often_while_they_are_sealed(path: Path, home: Path, short: bool) -> None:
    every = 4 if short else 1
    found = {kill_while_sealing(path, home, number / 2000) for number in range(0, 80, every)}
    assert found == {True, False}


def test_looking_again_sees_a_paper_that_is_still_in_a_backup(
    path: Path, store: Store, clock: Clock
) -> None:
    kept = Papers(store)
    plan, record = write(kept), write(kept, Kind.INCIDENT)
    backup = store.backup()
    assert backup is not None
    held = backup.read_bytes()
    kept.delete([plan.id])
    back = path.parent / "backups" / "progress-20200101T000000Z.db"
    back.write_bytes(held)
    assert erasing.left_of(store.database, plan.id) == [back]
    assert set(erasing.left_of(store.database, plan.id, record.id)) >= {path, back}
