"""An export holds everything, opens safely in a spreadsheet, and overwrites nothing."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.progress.carry.carried import live
from tests.progress.examples import HASH, Clock, decided, every_event, place, play, steps
from trainer.errors import KeepingError, UsageError
from trainer.practice.recorder import Began, Ended, Noted
from trainer.practice.snapshot import Phase
from trainer.progress.export import export, export_learned
from trainer.progress.export.export import CSV_COLUMNS, EVENT_COLUMNS, RUN_COLUMNS, Form
from trainer.progress.papers.papers import Papers
from trainer.progress.store import Store
from trainer.progress.stretching import Stretching
from trainer.progress.summaries import written
from trainer.scenario.model import Outcome

DOCS = Path(__file__).parent.parent.parent / "docs" / "data.md"


@pytest.fixture
def lived(store: Store, clock: Clock) -> Store:
    """A history with one event of every kind, and a second run."""
    store.name_scenario("bus", "Shouting on the 22 bus")
    for event in every_event("@new"):
        store.record(event, place())
        clock.go(seconds=1)
    play(store, "run-2", "shop", replay_of="run-1")
    return store


def read_json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_json_holds_everything(lived: Store, tmp_path: Path) -> None:
    out = tmp_path / "mine.json"
    assert lived.export(out, Form.JSON) == 2
    data = read_json(out)
    assert data["format"] == "upstander-progress/1"
    first, second = data["runs"]
    assert first["title"] == "Shouting on the 22 bus"
    assert first["notes"] == {"Why?": "@new"}
    assert (second["is_replay"], second["replay_of"]) == (True, "run-1")
    assert [event["kind"] for event in first["events"]] == [
        "began", "decided", "undone", "decided", "retried", "decided", "skipped", "ended",
        "noted", "noted",
    ]  # fmt: skip
    assert first["events"][1] == {
        "event": 2,
        "at": "2026-03-01T12:00:01.000Z",
        "kind": "decided",
        "step": 0,
        "scene": "scene-0",
        "choice": "ask",
        "d": "delay",
        "fit": "strong",
        "is_first": True,
        "in_time": True,
        "undone": True,
        "retried": False,
        "words": "=1+1, “so”\nand 你好",
        "ticked": [0, 2],
    }
    assert first["events"][3]["choice"] is None
    assert first["events"][3]["retried"] is True
    assert first["events"][9]["note"] == "@new"


def test_csv_has_a_line_an_event(lived: Store, tmp_path: Path) -> None:
    out = tmp_path / "mine.csv"
    lived.export(out, Form.CSV)
    lines = read_csv(out)
    assert tuple(lines[0]) == CSV_COLUMNS
    assert sorted(CSV_COLUMNS) == sorted((*RUN_COLUMNS, *EVENT_COLUMNS))
    assert CSV_COLUMNS[:3] == ("title", "at", "kind")
    assert CSV_COLUMNS[-1] == "content_hash"
    assert len(lines) == 13
    assert (lines[1]["words"], lines[1]["ticked"]) == ("'=1+1, “so”\nand 你好", "0 2")
    assert (lines[1]["is_first"], lines[3]["in_time"], lines[3]["d"]) == ("true", "false", "")
    assert lines[9]["note"] == "'@new"
    assert {line["title"] for line in lines} == {"Shouting on the 22 bus", ""}
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")


def test_no_column_is_left_out_and_both_forms_say_the_same(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    store.name_scenario("bus", "Shouting on the 22 bus")
    play(store, "run-0")
    begun = written(clock())
    store.record(Began("run-0"), place(replay_of="run-0"))
    store.record(decided(words="mine", ticked=(1,)), place(steps=steps(1)))
    store.record(Noted("Why?", "so"), place(steps=steps(1)))
    clock.go(hours=1)
    store.record(Ended("end", Outcome.MIXED), place(phase=Phase.ENDED, steps=steps(1)))
    store.export(tmp_path / "mine.json", Form.JSON)
    store.export(tmp_path / "mine.csv", Form.CSV)
    run = read_json(tmp_path / "mine.json")["runs"][1]
    known = {name: run[name] for name in RUN_COLUMNS}
    assert known == {
        "run": "run-1",
        "scenario": "bus",
        "title": "Shouting on the 22 bus",
        "content_hash": HASH,
        "is_replay": True,
        "replay_of": "run-0",
        "began": begun,
        "touched": written(clock()),
        "ended": written(clock()),
        "run_outcome": "mixed",
    }
    lines = [line for line in read_csv(tmp_path / "mine.csv") if line["run"] == "run-1"]
    assert [column for column in CSV_COLUMNS if not any(line[column] for line in lines)] == []
    for line, event in zip(lines, run["events"], strict=True):
        said = {name: _in_a_table(value) for name, value in (known | event).items()}
        assert {name: cell for name, cell in line.items() if cell or name in said} == said


def _in_a_table(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_a_title_is_no_formula_either(store: Store, tmp_path: Path) -> None:
    store.name_scenario("bus", "=HYPERLINK(0)")
    play(store)
    store.export(tmp_path / "mine.csv", Form.CSV)
    assert {line["title"] for line in read_csv(tmp_path / "mine.csv")} == {"'=HYPERLINK(0)"}


@pytest.mark.skipif(os.name == "nt", reason="rights of files are another matter there")
@pytest.mark.parametrize("form", Form)
def test_only_its_owner_reads_an_export(lived: Store, tmp_path: Path, form: Form) -> None:
    out = tmp_path / "mine"
    lived.export(out, form)
    assert out.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("form", Form)
def test_an_empty_history_is_an_export_too(store: Store, tmp_path: Path, form: Form) -> None:
    out = tmp_path / "mine"
    assert store.export(out, form) == 0
    assert (read_json(out)["runs"] if form is Form.JSON else read_csv(out)) == []


def test_a_file_that_exists_is_not_replaced_unasked(lived: Store, tmp_path: Path) -> None:
    out = tmp_path / "mine.json"
    out.write_text("precious")
    with pytest.raises(UsageError):
        lived.export(out, Form.JSON)
    assert out.read_text() == "precious"
    lived.export(out, Form.JSON, force=True)
    assert len(read_json(out)["runs"]) == 2
    assert list(tmp_path.glob(".mine*")) == []


def test_a_place_that_cannot_be_written_changes_nothing(lived: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for out in (tmp_path / "nowhere" / "mine.json", tmp_path / "file" / "mine.json"):
        with pytest.raises(KeepingError) as told:
            lived.export(out, Form.JSON)
        assert "export" in told.value.what
    with pytest.raises(KeepingError):
        lived.export(tmp_path, Form.JSON, force=True)
    assert lived.run_count() == 2
    assert list(tmp_path.glob(".*.new")) == []


def test_every_column_is_documented() -> None:
    described = DOCS.read_text("utf-8")
    assert [column for column in CSV_COLUMNS if f"`{column}`" not in described] == []


@given(st.text(st.characters(codec="utf-8")))
def test_no_cell_is_a_formula_and_none_is_lost(words: str) -> None:
    with Store.in_memory() as store:
        store.record(Began(), place())
        store.record(decided(words=words), place())
        with store._database.reading() as connection:
            from trainer.progress import queries

            written = io.StringIO(newline="")
            export.write_csv(queries.every_run(connection), written)
    written.seek(0)
    cell = list(csv.DictReader(written))[1]["words"]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert words in (cell, cell.removeprefix("'"))


def test_what_was_learned_is_in_both_forms(store: Store, clock: Clock, tmp_path: Path) -> None:
    live(store, clock)
    Papers(store).set_key(b"k" * 32, Stretching(b"s" * 16, 1, 2**23))
    store.export(tmp_path / "mine.json", Form.JSON, papers=True)
    store.export(tmp_path / "mine.zip", Form.CSV, papers=True)
    data = read_json(tmp_path / "mine.json")
    assert data["papers"] == []  # sealed ones are nobody's to write out
    assert [one["words"] for one in data["answers"]] == ["@you ok", ""]
    assert data["confidence"][0]["act"] == 5
    assert "'@you ok" in tables_of(tmp_path / "mine.zip")["answers"]["words"]
    for name, columns in export_learned.COLUMNS.items():
        table = tables_of(tmp_path / "mine.zip")[name]
        assert tuple(table) == columns
        for column, cells in table.items():
            said = [_in_a_table("" if row[column] is None else row[column]) for row in data[name]]
            assert [cell.removeprefix("'") for cell in cells] == said
    described = DOCS.read_text("utf-8")
    assert [one for one in export_learned.COLUMNS if f"`{one}`" not in described] == []
    assert len(tables_of(tmp_path / "mine.zip")["runs"]["run"]) == 15


def tables_of(path: Path) -> dict[str, dict[str, list[str]]]:
    """Give each table of a zip file as its columns."""
    found = {}
    with ZipFile(path) as folder:
        assert folder.testzip() is None
        for name in folder.namelist():
            rows = list(csv.reader(io.StringIO(folder.read(name).decode("utf-8-sig"), newline="")))
            cells = {column: [row[at] for row in rows[1:]] for at, column in enumerate(rows[0])}
            found[name.removesuffix(".csv")] = cells
    return found
