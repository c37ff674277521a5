"""The journal: every act before it shows, and read again whatever happened to it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.bad_days.days import posix
from tests.workshop.room import Clock, begin, go_on, vote_all, walk_to
from trainer.errors import DamagedData, KeepingError, NewerData
from trainer.workshop.journal import reopening
from trainer.workshop.refusals import Refused

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal of a workshop in which people have voted."""
    path = tmp_path / "one" / "journal.jsonl"
    workshop = begin(path, Clock())
    workshop.do("begin")
    walk_to(workshop, "ladder")
    vote_all(workshop, {"verbal": 6})
    workshop.close()
    return path


def test_it_is_for_its_owner_alone_and_holds_no_refused_act(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    workshop = begin(path, Clock())
    with pytest.raises(Refused):
        workshop.do("vote", voter="a", question="b", answers=["c"])
    workshop.close()
    assert path.stat().st_mode & 0o077 == 0
    assert reopening.read(path).entries == ()


@posix
def test_a_journal_that_somebody_deleted_is_said_to_be_gone(tmp_path: Path) -> None:
    workshop = begin(tmp_path / "one" / "journal.jsonl", Clock())
    workshop.do("begin")
    shutil.rmtree(tmp_path / "one")
    before = workshop.state
    with pytest.raises(KeepingError, match="gone"):
        workshop.do("next")
    assert workshop.state is before
    workshop.go_on_unkept()
    workshop.do("next")
    assert workshop.waiting == 1
    workshop.close()


def test_an_act_that_cannot_be_written_has_not_happened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = begin(tmp_path / "journal.jsonl", Clock())
    workshop.do("begin")
    before = workshop.state
    told: list[object] = []
    workshop.watch(lambda: told.append(1))

    class Full:
        def write(self, data: bytes) -> int:
            with (tmp_path / "journal.jsonl").open("ab") as file:
                file.write(data[:10])
            return 10

        def __getattr__(self, name: str) -> object:
            return getattr(real, name)

    kept = workshop._journal
    assert kept is not None
    real = kept._file
    monkeypatch.setattr(kept, "_file", Full())
    with pytest.raises(KeepingError):
        workshop.do("next")
    monkeypatch.undo()
    assert workshop.state is before
    assert told == []
    workshop.do("blank", on=True)
    workshop.close()
    opened = reopening.read(tmp_path / "journal.jsonl")
    assert opened.whole
    assert [one.act for one in opened.entries] == ["begin", "blank"]


def test_a_line_that_was_being_written_is_left_out(journal: Path) -> None:
    whole = reopening.read(journal)
    data = journal.read_bytes()
    for cut in (1, 2, 30):
        journal.write_bytes(data[:-cut])
        opened = reopening.read(journal)
        assert opened.whole
        assert opened.entries == whole.entries[:-1]
    again = go_on(journal, Clock())
    again.do("next")
    again.close()
    acts = [one.act for one in reopening.read(journal).entries]
    assert acts == [*(one.act for one in whole.entries[:-1]), "resumed", "next"]


def test_damage_in_the_middle_keeps_what_stands_before_it_and_the_file(journal: Path) -> None:
    data = journal.read_bytes()
    lines = data.splitlines(keepends=True)
    vote = next(i for i, line in enumerate(lines) if b'"verbal"' in line)
    # A vote that somebody has changed by hand is damage like any other.
    lines[vote] = lines[vote].replace(b'"verbal"', b'"threat"')
    journal.write_bytes(b"".join(lines))
    opened = reopening.read(journal)
    assert not opened.whole
    assert len(opened.entries) == vote - 1
    damaged = journal.read_bytes()
    opened.go_on().close()
    assert journal.with_name(journal.name + ".damaged").read_bytes() == damaged
    assert reopening.read(journal).whole


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"", DamagedData),
        (b"[]\n", DamagedData),
        (b"\xff\xfe\n", DamagedData),
        (b"[" * 100_000 + b"\n", DamagedData),
        (b'{"format":"scenario/1"}\n', DamagedData),
        (b'{"format":"journal/1","sum":"no"}\n', DamagedData),
        (b'{"format":"journal/2","sum":"no"}\n', NewerData),
    ],
)
def test_what_is_no_journal_is_said_to_be_none(
    tmp_path: Path, line: bytes, error: type[Exception]
) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(line)
    with pytest.raises(error):
        reopening.read(path)
    assert path.read_bytes() == line


def test_lines_are_what_the_format_says(journal: Path) -> None:
    lines = [json.loads(line) for line in journal.read_text("utf-8").splitlines()]
    assert lines[0]["format"] == "journal/1"
    assert [one["n"] for one in lines[1:]] == list(range(1, len(lines)))
    assert set(lines[1]) == {"n", "t", "w", "at", "act", "what", "sum"}
