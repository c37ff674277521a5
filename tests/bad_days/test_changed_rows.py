"""Rows that make no sense, and files that are none, where boosters, papers and the rest lie."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from tests.bad_days import days
from tests.ui.practice.hands import SMALL_BUS
from trainer import paths
from trainer.errors import DamagedData, KeepingError
from trainer.method.ds import D
from trainer.method.five_steps import Step
from trainer.progress import files, profiles, stretching
from trainer.progress.boosters import boosters
from trainer.progress.boosters.boosters import Answer, Kind, Rating
from trainer.progress.carry import bringing, taking
from trainer.progress.confidence import confidence
from trainer.progress.export.export import Form
from trainer.progress.looking_back.statistics import Span
from trainer.progress.organisation import organisation
from trainer.progress.organisation.outbox import plan
from trainer.progress.papers.paper_content import Content
from trainer.progress.papers.paper_content import Kind as PaperKind
from trainer.progress.papers.papers import Papers
from trainer.progress.sealed import vault
from trainer.progress.store import Store
from trainer.ui.progress.progress_page import ProgressPage

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path
    from typing import Any

    from PySide6.QtWidgets import QApplication

LONG_AGO, FAR_OFF, NONSENSE = "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "soon"
PAGES = (
    "home", "progress", "past-runs", "look-again", "confidence", "booster", "safety-plan",
    "what-happened", "drills", "settings",
)  # fmt: skip


@pytest.fixture(params=["America/Los_Angeles", "Pacific/Kiritimati"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the first day there is begins the day before it, or the last one ends after it."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def run(qapp: QApplication, home: Path) -> str:
    """A history with something in each table."""
    days.own_scenario()
    with days.window() as hands:
        hands.play_to_the_end()
        run = hands.session.run_id
    with Store.open(paths.database()) as store:
        confidence.put(store, dict.fromkeys(Step, 3))
        boosters.meet(store, D.DELAY, "workplace")
        for words in ("I am with you.", "Shall we go?"):
            given = Answer(Kind.DRILL, D.DELAY, "workplace", "drill:a/b", Rating.YES, words)
            boosters.answer(store, given)
        papers = Papers(store)
        plan = replace(papers.new(PaperKind.PLAN), content=Content({"call": "Mei"}))
        papers.keep(plan)
    return run


def change(*statements: str) -> None:
    """Change the database as somebody else does, past every rule of it."""
    with closing(sqlite3.connect(paths.database())) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        trigger = connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchone()[0]
        connection.execute("DROP TRIGGER event_is_append_only")
        for statement in statements:
            connection.execute(statement)
        connection.execute(trigger)
        connection.commit()


def every_time(text: str) -> tuple[str, ...]:
    """Have every time and every day be this one."""
    columns = {
        "run": ("began", "touched", "ended"),
        "event": ("at", "day"),
        "answer": ("at", "day"),
        "card": ("met", "due", "reviewed"),
        "confidence": ("at", "day"),
        "paper": ("made", "touched"),
    }
    return tuple(
        f"UPDATE {table} SET {', '.join(f'{one} = {_value(one, text)}' for one in names)}"
        for table, names in columns.items()
    )


def _value(column: str, text: str) -> str:
    return f"'{text[:10] if column == 'day' else text}'"


NO_EVENT = (
    "UPDATE event SET d = 'dance' WHERE kind = 'decided' AND step = 0",
    "UPDATE event SET step = NULL WHERE kind = 'decided' AND step = 1",
    "UPDATE event SET outcome = 'dance' WHERE kind = 'ended'",
    "UPDATE run SET outcome = 'dance'",
    "INSERT INTO mark SELECT number, 1 FROM event WHERE kind = 'began'",
    "UPDATE confidence SET notice = 99, problem = NULL, act = -1",
    "UPDATE card SET stability = 9e999, difficulty = -9e999, due = '2020'",
    "UPDATE answer SET rating = 99, ticked = 'a,,-1' WHERE number = 1",
    "INSERT INTO tally VALUES ('soon', 'none', 'dance', 'well', 9e18 + 1)",
    f"INSERT INTO fact VALUES ('organisation', '{'[' * 50_000}')",
)


def _everything(change_first: str) -> tuple[str, ...]:
    return NO_EVENT if change_first == "rows" else every_time(change_first)


@pytest.mark.parametrize("changed", [LONG_AGO, FAR_OFF, NONSENSE, "rows"])
@pytest.mark.soak
def test_rows_that_make_no_sense_stop_no_page(run: str, zone: str, changed: str) -> None:
    if changed == "rows" and zone != "America/Los_Angeles":
        pytest.skip("nothing in it depends on the zone")
    change(*_everything(changed))
    with days.window() as hands:
        for page in PAGES:
            hands.open(page, **({"number": 2} if page == "look-again" else {}))
            shown = hands.shell.page()
            if isinstance(shown, ProgressPage):
                shown.show_span(Span.ALL)
                hands.settle()
        assert hands.context.store.run(run).summary.scenario == SMALL_BUS
        (entry,) = confidence.entries(hands.context.store)
        left = {Step.RESPONSIBILITY, Step.KNOW_HOW} if changed == "rows" else set(Step)
        assert set(entry.answers) == left
    assert not paths.logs().exists(), (paths.logs() / "errors.log").read_text("utf-8")


def steps(going: Generator[float, None, Any]) -> Any:
    while True:
        try:
            next(going)
        except StopIteration as end:
            return end.value


@pytest.mark.parametrize("changed", [NONSENSE, "rows"])
def test_what_can_be_read_goes_along(run: str, home: Path, changed: str) -> None:
    """A file of one bad row would be refused on the new laptop, with all that is in it."""
    change(*_everything(changed))
    out = home / "all.upstander"
    with Store.open(paths.database()) as store:
        left = steps(taking.write(store, out))["left"]
        assert plan(store).to is None
    assert left == (0 if changed == NONSENSE else 2)
    with Store.in_memory() as there:
        steps(bringing.put(there, out, steps(bringing.look(there, out))))
        assert [one.run for one in there.runs()] == [run]
        with there.reading() as connection:
            words = [row[0] for row in connection.execute("SELECT words FROM answer")]
        assert words == ["I am with you.", "Shall we go?"]
        (shown,) = Papers(there).shelf().papers
        assert shown.content.text("call") == "Mei"
        assert organisation.current(there) is None


def test_a_broken_letter_is_told(run: str, home: Path) -> None:
    change("UPDATE answer SET words = CAST(x'ff80' AS TEXT)")
    with Store.open(paths.database()) as store, pytest.raises(DamagedData):
        store.export(home / "all.json", Form.JSON)
    assert not (home / "all.json").exists()


@pytest.mark.parametrize("year", [1970, 1979, 2108, 2200])
def test_tables_are_written_whatever_the_year(home: Path, year: int) -> None:
    """Zip files know the years from 1980 to 2107 only."""
    now = datetime(year, 1, 3, 12, tzinfo=UTC)
    with Store.in_memory(now=lambda: now) as store:
        home.mkdir(exist_ok=True)
        store.export(home / "all.zip", Form.CSV)
    assert ZipFile(home / "all.zip").testzip() is None


@days.posix
def test_an_export_takes_the_place_of_a_file_only(home: Path) -> None:
    """Whoever may do everything would have no /dev/null any more."""
    home.mkdir(exist_ok=True)
    pipe = home / "pipe"
    os.mkfifo(pipe)
    with Store.in_memory() as store, soon(), pytest.raises(KeepingError):
        store.export(pipe, Form.JSON, force=True)
    assert pipe.is_fifo()


@pytest.mark.parametrize("left", [0, 30, 1000, 5000])
def test_a_sealed_file_is_cut_while_it_is_open(
    home: Path, monkeypatch: pytest.MonkeyPatch, left: int
) -> None:
    """What is told as kept afterwards is; nothing is put behind a hole."""
    monkeypatch.setattr(stretching, "MEMORY", 8 * 2**20)
    key = vault.new_key("a long walk")
    with Store.open(paths.database(), key=key) as store:
        confidence.put(store, {Step.ACT: 3})
        os.truncate(files.sealed(paths.database()), left)
        with pytest.raises(KeepingError):
            confidence.put(store, {Step.ACT: 4})
        assert [one.answers for one in confidence.entries(store)] == [{Step.ACT: 3}]
        confidence.put(store, {Step.ACT: 5})
    with Store.open(paths.database(), key=key) as store:
        assert [one.answers for one in confidence.entries(store)] == [{Step.ACT: 5}]


@contextmanager
def soon() -> Iterator[None]:
    """End a block that waits for ever."""

    def stop(*_what: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(5)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@days.posix
@pytest.mark.parametrize("name", ["about.json", "progress.db", "progress.sealed"])
@pytest.mark.parametrize("what", ["pipe", "device"])
def test_something_that_never_ends_lies_there(home: Path, name: str, what: str) -> None:
    place = paths.profile() / name
    place.parent.mkdir(parents=True)
    if what == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("/dev/tty" if name == "progress.sealed" else "/dev/zero")
    with soon():
        assert [one.name for one in profiles.listed()] == [""]
        if name == "progress.db":
            with pytest.raises(DamagedData):
                Store.open(paths.database())
        elif name == "progress.sealed":
            with pytest.raises(DamagedData):
                vault.unlock_profile(place, "a long walk")
