"""Each step runs once, whole or not at all; every schema ever written is still read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.progress import children
from tests.progress.data import make_schema
from tests.progress.examples import play
from trainer.errors import NewerData
from trainer.method.five_steps import Step
from trainer.progress import files
from trainer.progress.boosters import boosters
from trainer.progress.confidence import confidence
from trainer.progress.connecting import connect, create
from trainer.progress.database import Database
from trainer.progress.migrations import APPLICATION_ID, LATEST, STEPS, migrate, version
from trainer.progress.papers.papers import Papers
from trainer.progress.store import Store

DATA = Path(__file__).parent / "data"

ADDS = ("CREATE TABLE later (x TEXT NOT NULL) STRICT", "INSERT INTO later VALUES ('there')")
FAILS = ("CREATE TABLE half (x TEXT) STRICT", "nonsense")

IS_KILLED = """
import os, sys
from pathlib import Path
from trainer.progress.database import Database
from trainer.progress.migrations import STEPS
from tests.progress.test_migrations import ADDS
import sqlite3, trainer.progress.migrations
class Killed(tuple):
    def __iter__(self):
        yield from ADDS
        os._exit(9)
Database(Path(sys.argv[1]), (*STEPS, Killed(ADDS)))
"""


@pytest.mark.parametrize("schema", range(1, LATEST + 1))
def test_every_schema_ever_written_is_still_read(schema: int, path: Path) -> None:
    with Store.open(_given_out(schema, path)) as store:
        newest, oldest = store.runs()
        assert (newest.run, newest.is_replay, newest.replay_of) == ("second", True, "first")
        assert (oldest.title, oldest.decisions) == ("Shouting on the 22 bus", 2)
        detail = store.run("first")
        assert [one.decided.words for one in detail.decisions] == ["“Are you all right?”"] * 2
        assert detail.notes == {"What would you do?": "Sit down beside her."}
        assert store.place("second").scenario == "bus"
        assert version(store._database.connection) == LATEST
        # A history from before is backed up before it is changed.
        assert len(store.backups()) == (schema < LATEST)


def test_a_new_file_has_the_latest_schema(path: Path) -> None:
    path.parent.mkdir(parents=True)
    create(path)
    with closing(sqlite3.connect(path)) as connection:
        assert version(connection) == LATEST
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        tables = connection.execute("PRAGMA table_list").fetchall()
    ours = [row for row in tables if not row[1].startswith("sqlite_")]
    assert {row[5] for row in ours} == {1}, "every table is strict"


def test_a_step_runs_once() -> None:
    with closing(connect(":memory:")) as connection:
        assert migrate(connection) == LATEST
        assert migrate(connection) == 0
        assert migrate(connection, (*STEPS, ADDS)) == 1
        assert migrate(connection, (*STEPS, ADDS)) == 0
        assert version(connection) == LATEST + 1


def test_a_step_that_fails_leaves_the_schema_before_it() -> None:
    with closing(connect(":memory:")) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, (*STEPS, ADDS, FAILS))
        assert version(connection) == LATEST + 1
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
        assert "later" in names
        assert "half" not in names


def test_a_kill_within_a_step_leaves_the_schema_before_it(path: Path) -> None:
    with Store.open(path) as store:
        play(store)
    child = children.start(IS_KILLED, path)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 9, err
    with Store.open(path) as store:
        assert version(store._database.connection) == LATEST
        assert store.run_count() == 1
    Database(path, (*STEPS, ADDS)).close()
    with pytest.raises(NewerData):
        Store.open(path)


def test_an_older_history_is_backed_up_before_it_changes(path: Path) -> None:
    with Store.open(path) as store:
        play(store)
    seen: list[int] = []
    database = Database(path, (*STEPS, ADDS), lambda before: seen.append(version(before)))
    assert database.connection.execute("SELECT x FROM later").fetchone()[0] == "there"
    database.close()
    assert seen == [LATEST]
    assert files.half_written(path) == []


def test_what_was_learned_is_read_from_the_second_schema(path: Path) -> None:
    with Store.open(_given_out(2, path)) as store:
        (entry,) = confidence.entries(store)
        assert entry.answers == {Step.NOTICE: 4, Step.ACT: 2}
        with store.reading() as connection:
            assert boosters.counts(connection) == (1, 1, 1)
        papers = Papers(store)
        assert papers.is_locked
        assert papers.unlock(make_schema.KEY)
        assert papers.shelf().papers[0].content.text("if_me") == "To the shop."


def test_a_schema_that_was_given_out_is_not_changed_any_more(path: Path) -> None:
    with (
        closing(sqlite3.connect(_given_out(LATEST, path))) as old,
        closing(connect(":memory:")) as new,
    ):
        migrate(new)
        query = "SELECT name, sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY name"
        assert old.execute(query).fetchall() == [tuple(row) for row in new.execute(query)]


def _given_out(schema: int, path: Path) -> Path:
    """Put a history of that schema where the profile's is."""
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((DATA / f"schema-{schema}.sql").read_text("utf-8"))
    return path
