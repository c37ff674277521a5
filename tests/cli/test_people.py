"""Commands where several people practise: whose history is said, and asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.progress.examples import play, quick_key
from trainer import paths
from trainer.__main__ import main
from trainer.progress import files, profiles
from trainer.progress.deletion import deletion
from trainer.progress.sealed import locking
from trainer.progress.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.progress.profiles import Profile

Said = pytest.CaptureFixture[str]


@pytest.fixture
def jonas(home: Path) -> Profile:
    """Two people, the second of them called Jonas."""
    with Store.open(paths.database()) as store:
        play(store, "run-of-the-first")
    made = profiles.add("Jonas")
    with Store.open(made.database) as store:
        play(store, "run-of-jonas")
        store.backup()
    return made


def lock(one: Profile) -> None:
    with Store.open(one.database) as store:
        locking.lock(store.database, quick_key())
        store.backup()


def test_it_has_to_be_said_whose(jonas: Profile, capsys: Said) -> None:
    for command in (["list"], ["delete", "--all", "--yes"], ["backups"]):
        assert main(["progress", *command]) == 2
        assert "Several people" in capsys.readouterr().err
    assert main(["progress", "list", "--profile", "jonas"]) == 0
    assert "run-of-jonas" in capsys.readouterr().out
    assert main(["progress", "list", "--profile", "default"]) == 0
    assert "run-of-the-first" in capsys.readouterr().out
    assert main(["progress", "list", "--profile", "Ada"]) == 2
    other = profiles.add("JONAS")
    assert main(["progress", "list", "--profile", "Jonas"]) == 2
    assert other.id in capsys.readouterr().err
    assert main(["progress", "list", "--profile", jonas.id]) == 0


def test_a_run_is_recorded_and_all_is_deleted_of_the_one_who_was_named(
    jonas: Profile, home: Path, capsys: Said
) -> None:
    given = ["play", "tests/data/scenarios/small-bus.yaml", "--choose", "1", "--record"]
    assert main(given) == 2
    assert main([*given, "--profile", "Jonas"]) == 0
    with Store.open(jonas.database) as store:
        assert store.run_count() == 2
    capsys.readouterr()
    assert main(["progress", "delete", "--all", "--yes", "--profile", "Jonas"]) == 0
    assert "keeps nothing of it on this computer" in capsys.readouterr().out
    assert deletion.traces(home, "run-of-jonas") == []
    assert deletion.traces(home, "run-of-the-first") != []


def test_without_a_terminal_a_locked_history_stays_locked(jonas: Profile, capsys: Said) -> None:
    lock(jonas)
    before = files.sealed(jonas.database).read_bytes()
    for command in (["list"], ["backups"], ["delete", "--all", "--yes"]):
        assert main(["progress", *command, "--profile", "Jonas"]) == 1
        assert "locked with a passphrase" in capsys.readouterr().err
    assert files.sealed(jonas.database).read_bytes() == before


def test_in_a_terminal_the_passphrase_is_asked_for(
    jonas: Profile, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock(jonas)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _ask: "four quiet green bottles")
    assert main(["progress", "list", "--profile", "Jonas"]) == 0
    assert "run-of-jonas" in capsys.readouterr().out
    assert main(["progress", "backups", "--profile", "Jonas"]) == 0
    assert "1 run" in capsys.readouterr().out
    monkeypatch.setattr("getpass.getpass", lambda _ask: "another")
    assert main(["progress", "list", "--profile", "Jonas"]) == 1
    assert "does not open" in capsys.readouterr().err


def test_doctor_tells_of_everybody_by_their_ids(
    jonas: Profile, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    from trainer.cli import examining

    lock(jonas)
    section = examining.database()
    assert section.problems == []
    assert "Jonas" not in json.dumps(section.facts) + " ".join(section.lines)
    assert [(one["id"], one["condition"]) for one in section.facts["people"]] == [
        ("default", "whole"),
        (jonas.id, "sealed"),
    ]
    backup = files.backup_files(files.sealed(jonas.database))[0]
    backup.write_bytes(b"no such thing" * 30)
    assert len(examining.database().problems) == 1
