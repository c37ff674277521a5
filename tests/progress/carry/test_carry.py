"""Everything goes along in one file, and arrives as it was, beside what is there already."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from tests.progress.carry.carried import brought, done, held, live, looked, taken
from tests.progress.examples import decided, place, play, quick_key, steps
from trainer.errors import KeepingError, SealedFile, UsageError
from trainer.method.five_steps import Step
from trainer.practice.recorder import Began
from trainer.practice.snapshot import Phase
from trainer.progress.carry import bringing, sealing, tables
from trainer.progress.confidence import confidence
from trainer.progress.deletion import deletion
from trainer.progress.papers.papers import Papers
from trainer.progress.store import Store
from trainer.progress.stretching import Stretching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.progress.examples import Clock

ROOT = Path(__file__).parents[3]
NAME = "mine.upstander"


@pytest.fixture
def lived(store: Store, clock: Clock) -> Store:
    live(store, clock)
    return store


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """The new computer."""
    with Store.open(tmp_path / "new" / "progress.db", now=clock) as opened:
        yield opened


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch passphrases as little as may be: what is tested is the rest."""
    monkeypatch.setattr(sealing, "WORK", 1)
    monkeypatch.setattr(sealing, "MEMORY", 8192)


def do(store: Store, *statements: str) -> None:
    with store.writing() as connection:
        for statement in statements:
            connection.execute(statement)


def column(store: Store, query: str) -> list[Any]:
    with store.reading() as connection:
        return [row[0] for row in connection.execute(query)]


def test_everything_arrives_as_it_was(lived: Store, other: Store, tmp_path: Path) -> None:
    out = tmp_path / NAME
    rows = taken(lived, out)
    before = held(lived)
    brought(other, out)
    assert held(other) == before
    assert held(lived) == before
    assert [table for table in before if not before[table]] == ["paper_lock"]
    assert rows["event"] == len(before["event"])
    assert other.run("run-1").notes == {"Why?": "new"}
    assert other.place("run-2") == lived.place("run-2")
    assert other.run("run-2").summary.replay_of == "run-1"


def test_the_same_file_twice_changes_nothing(lived: Store, other: Store, tmp_path: Path) -> None:
    out = tmp_path / NAME
    taken(lived, out)
    brought(other, out)
    before = held(other)
    found = looked(other, out)
    assert not found.changes()
    assert (found.here["run"], found.here["incident"]) == (3, 1)
    brought(other, out)
    assert held(other) == before


def test_looking_counts_and_changes_nothing(lived: Store, other: Store, tmp_path: Path) -> None:
    out = tmp_path / NAME
    taken(lived, out)
    play(other, "run-1", "elsewhere")
    before = held(other)
    found = looked(other, out)
    assert held(other) == before
    kinds = ("run", "answer", "card", "confidence", "plan", "incident")
    assert [found.new[kind] for kind in kinds] == [2, 2, 3, 1, 1, 1]
    assert found.here["run"] == 1
    brought(other, out)
    assert other.run("run-1").summary.scenario == "elsewhere"
    assert column(other, "SELECT count(*) FROM event WHERE run IN"
                         " (SELECT number FROM run WHERE id = 'run-1')") == [3]  # fmt: skip


def test_nothing_goes_along_that_is_an_organisations(lived: Store, tmp_path: Path) -> None:
    do(
        lived,
        "INSERT INTO outbox (id, run, made, state, statement) VALUES ('OUT', 'run-1', 'x',"
        " 'waiting', X'00')",
        "INSERT INTO fact VALUES ('actor', 'ACTOR'), ('outbox-address', 'ADDRESS')",
    )
    out = tmp_path / NAME
    taken(lived, out)
    text = out.read_text("utf-8")
    assert "SECRET Ana" not in text  # bytes, as base64
    assert [one for one in ("OUT", "ACTOR", "ADDRESS", "outbox") if one in text] == []


def test_papers_stay_where_they_are_if_one_says_so(lived: Store, tmp_path: Path) -> None:
    out = tmp_path / NAME
    assert taken(lived, out, papers=False)["paper"] == 0
    assert '"paper"' not in out.read_text("utf-8")


def test_an_older_history_stands_before_a_newer_one(
    lived: Store, other: Store, clock: Clock, tmp_path: Path
) -> None:
    """On the new computer one has practised already before the file arrives."""
    out = tmp_path / NAME
    taken(lived, out)
    clock.go(days=3)
    play(other, "new-1", "shop")
    play(other, "new-2", "bus", decisions=1)
    brought(other, out)
    assert [one.run for one in other.runs()] == ["new-2", "new-1", "run-3", "run-2", "run-1"]
    assert other.last_played()["bus"] == clock()
    at = column(other, "SELECT at FROM event ORDER BY number")
    assert at == sorted(at)
    assert len(at) == 20
    # What is played from now on comes last, as ever.
    play(other, "new-3")
    assert other.runs()[0].run == "new-3"


def test_later_runs_stand_behind(lived: Store, other: Store, clock: Clock, tmp_path: Path) -> None:
    play(other, "early")
    clock.go(days=1)
    play(lived, "late")
    taken(lived, tmp_path / NAME)
    brought(other, tmp_path / NAME)
    assert [one.run for one in other.runs()] == ["late", "run-3", "run-2", "early", "run-1"]


def test_answers_stand_in_the_order_in_which_they_were_given(
    lived: Store, other: Store, clock: Clock, tmp_path: Path
) -> None:
    taken(lived, tmp_path / NAME)
    clock.go(days=3)
    confidence.put(other, {Step.ACT: 1})
    put = "INSERT INTO answer (id, at, day, kind, skill, family, variant) VALUES"
    do(
        other,
        f"{put} ('early', '2025-01-01T00:00:00.000Z', '2025-01-01', 'drill', 's', '', 'v')",
        f"{put} ('late', '2027-01-01T00:00:00.000Z', '2027-01-01', 'drill', 's', '', 'v')",
    )
    brought(other, tmp_path / NAME)
    by_number = "SELECT id FROM {} ORDER BY number"
    assert column(other, by_number.format("answer")) == ["early", "a1", "a2", "late"]
    assert [one.answers[Step.ACT] for one in confidence.entries(other)] == [5, 1]
    assert confidence.todays(other) is not None
    clock.go(days=1)
    confidence.put(other, {Step.ACT: 2})
    assert [one.answers[Step.ACT] for one in confidence.entries(other)] == [5, 1, 2]


def test_what_was_counted_is_counted_again(lived: Store, other: Store, tmp_path: Path) -> None:
    play(other, "here", "bus", decisions=3)
    do(other, "INSERT INTO tally VALUES ('2000-01-01', 'elsewhere', '', '', 7)")
    taken(lived, tmp_path / NAME)
    brought(other, tmp_path / NAME)
    counted = "SELECT sum(n) FROM tally WHERE scenario = '{}'"
    assert [column(other, counted.format(one))[0] for one in ("bus", "shop", "elsewhere")] == [
        4, 1, 7,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("here", "there", "stays"),
    [
        ("2026-01-01", "2026-02-01", "there"),
        ("2026-02-01", "2026-01-01", "here"),
        ("2026-02-01", "2026-02-01", "here"),
        (None, "2026-01-01", "there"),
        ("2026-01-01", None, "here"),
    ],
)
def test_of_a_card_the_later_review_stays(
    store: Store, other: Store, tmp_path: Path, here: str | None, there: str | None, stays: str
) -> None:
    for one, reviewed, stability in ((store, there, 9), (other, here, 1)):
        at = f"'{reviewed}T00:00:00.000Z'" if reviewed else "NULL"
        met = f"2025-01-0{stability}T00:00:00.000Z"
        do(one, f"INSERT INTO card VALUES ('d', 'f', '{met}', '{met}', {at}, {stability}, 1)")
    taken(store, tmp_path / NAME)
    brought(other, tmp_path / NAME)
    assert column(other, "SELECT stability FROM card") == [9 if stays == "there" else 1]
    assert column(other, "SELECT met FROM card") == ["2025-01-01T00:00:00.000Z"]


@pytest.mark.usefixtures("quick")
def test_a_sealed_file_opens_with_its_passphrase_only(
    lived: Store, other: Store, tmp_path: Path
) -> None:
    out = tmp_path / NAME
    do(lived, "UPDATE answer SET words = hex(randomblob(200000)) || 'MARKER'")  # several blocks
    taken(lived, out, passphrase="zwölf Äpfel")
    assert b"MARKER" not in out.read_bytes()
    for wrong in ("", "zwölf Apfel"):
        with pytest.raises(SealedFile):
            looked(other, out, passphrase=wrong)
    # Typed on another keyboard, in other pieces.
    brought(other, out, passphrase="zwo\u0308lf A\u0308pfel")
    assert held(other) == held(lived)


def test_keeping_nothing_works_as_well(lived: Store, home: Path, tmp_path: Path) -> None:
    taken(lived, tmp_path / NAME)
    before = sorted(home.rglob("*"))
    with Store.in_memory() as guest:
        brought(guest, tmp_path / NAME)
        assert held(guest) == held(lived)
        assert sorted(home.rglob("*")) == before


def test_it_comes_in_behind_a_passphrase_and_never_lies_open(
    lived: Store, clock: Clock, tmp_path: Path
) -> None:
    """The new computer's profile is sealed."""
    do(lived, "UPDATE answer SET words = 'MARKER-words'")
    taken(lived, tmp_path / NAME)
    folder, key = tmp_path / "sealed", quick_key()
    with Store.open(folder / "progress.db", key=key, now=clock) as behind:
        play(behind, "here")
        brought(behind, tmp_path / NAME)
        taken(behind, tmp_path / "back")
    assert deletion.traces(folder, "MARKER-words") == []
    with Store.open(folder / "progress.db", key=key, now=clock) as behind:
        assert behind.run_count() == 4
        assert len(behind.backups()) == 1
    assert "MARKER-words" in (tmp_path / "back").read_text("utf-8")


def test_stopping_halfway_leaves_everything_as_it_was(
    lived: Store, other: Store, tmp_path: Path
) -> None:
    out = tmp_path / NAME
    taken(lived, out)
    play(other, "here")
    before = held(other)
    for run in range(40):
        play(lived, f"more-{run}", decisions=20)
    taken(lived, out, force=True)
    found = looked(other, out)
    going = bringing.put(other, out, found)
    assert [next(going) for _step in range(2)][1] > 0.3
    going.close()
    assert held(other) == before
    play(other, "goes-on")
    assert len(other.backups()) == 1


def test_an_unfinished_run_goes_on_there(lived: Store, other: Store, tmp_path: Path) -> None:
    taken(lived, tmp_path / NAME)
    brought(other, tmp_path / NAME)
    at = place("run-3", "shop", steps=steps(2), phase=Phase.FEEDBACK)
    other.record(decided(1), at)
    assert other.unfinished()[0].run == "run-3"
    assert other.place("run-3") == at
    other.delete_run("run-1")
    assert other.run("run-2").summary.replay_of is None


def test_a_deleted_origin_is_no_loose_end(lived: Store, other: Store, tmp_path: Path) -> None:
    lived.delete_run("run-1")
    taken(lived, tmp_path / NAME)
    brought(other, tmp_path / NAME)
    assert other.run("run-2").summary.is_replay


def test_a_file_that_exists_is_not_replaced_unasked(lived: Store, tmp_path: Path) -> None:
    out = tmp_path / NAME
    out.write_text("precious")
    with pytest.raises(UsageError):
        taken(lived, out)
    assert out.read_text() == "precious"
    with pytest.raises(KeepingError):
        taken(lived, tmp_path / "nowhere" / NAME)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["home", NAME]


def test_every_line_is_as_the_schema_says(lived: Store, tmp_path: Path) -> None:
    committed = json.loads((ROOT / tables.schema_place()).read_text("utf-8"))
    assert committed == tables.schema(), "run python -m trainer.progress.carry.tables"
    jsonschema.Draft202012Validator.check_schema(committed)
    Papers(lived).set_key(b"k" * 32, Stretching(b"s" * 16, 1, 2**23))
    taken(lived, tmp_path / NAME)
    lines = [json.loads(line) for line in (tmp_path / NAME).read_text("utf-8").splitlines()]
    check = jsonschema.Draft202012Validator(committed)
    assert [line for line in lines if not check.is_valid(line)] == []
    named = {name for line in lines for name in line}
    assert {*tables.KINDS, "end"} - named == set()
    assert not check.is_valid({"run": {}})
    assert not check.is_valid({"event": {"at": "2026-03-01T12:00:00.000Z", "kind": "deleted"}})


def test_every_table_and_column_goes_along_or_is_known_to_stay(store: Store) -> None:
    """Whoever adds to the schema says here whether it is taken along."""
    stays = {"outbox", "erasing", "tally", "event", "place", "mark"}  # the last three with a run
    own = {"number", "one"}
    with store.reading() as connection:
        found = connection.execute("PRAGMA main.table_list").fetchall()
        there = {row["name"] for row in found if not row["name"].startswith("sqlite_")}
        columns = {
            name: {row["name"] for row in connection.execute(f"PRAGMA table_info({name})")}
            for name in there
        }
    assert there - stays == set(tables.ROWS)
    assert {name: columns[name] - own for name in tables.ROWS} == {
        name: set(fields) for name, fields in tables.ROWS.items()
    }
    of_events = {name for fields in tables.EVENTS.values() for name in fields} | {"at", "kind"}
    assert columns["event"] - {"number", "run"} == of_events - {"look"}


def test_what_a_database_can_hold_goes_along(store: Store, other: Store, tmp_path: Path) -> None:
    """A place that nobody can read, and a run without one, stop nothing."""
    store.record(Began(), place())
    store.record(Began(), place("two"))
    do(store, "UPDATE place SET snapshot = 'torn' WHERE run = 1", "DELETE FROM place WHERE run = 2")
    taken(store, tmp_path / NAME)
    brought(other, tmp_path / NAME)
    assert other.run_count() == 2


def test_steps_are_told_on_the_way(lived: Store, tmp_path: Path) -> None:
    from trainer.progress.carry import taking

    for run in range(60):
        play(lived, f"more-{run}", decisions=30)
    told = list(taking.write(lived, tmp_path / NAME))
    assert told == sorted(told)
    assert len(told) > 2
    assert done(bringing.look(lived, tmp_path / NAME)).here["run"] == 63
