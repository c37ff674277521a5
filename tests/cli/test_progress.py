"""``upstander progress``: what was kept, listed, exported, deleted, restored."""

from __future__ import annotations

import io
import json
import os
from typing import TYPE_CHECKING

import pytest

from tests.progress.examples import play
from trainer import paths
from trainer.__main__ import main
from trainer.progress import files
from trainer.progress.deletion import deletion
from trainer.progress.store import Store

if TYPE_CHECKING:
    from pathlib import Path

Said = pytest.CaptureFixture[str]


@pytest.fixture
def kept() -> Path:
    """Two runs that nobody has open, and a backup."""
    with Store.open(paths.database()) as store:
        store.name_scenario("bus", "Shouting on the 22 bus")
        play(store, "one", words="MARKER", ends=True)
        play(store, "two", "shop", decisions=1)
    return paths.database()


def runs() -> list[str]:
    with Store.open(paths.database()) as store:
        return [one.run for one in store.runs()]


def test_looking_at_nothing_makes_nothing(home: Path, tmp_path: Path, capsys: Said) -> None:
    assert main(["progress", "list"]) == 0
    assert "Nothing is kept" in capsys.readouterr().out
    assert main(["progress", "delete", "--all", "--yes"]) == 0
    assert main(["progress", "backups"]) == 0
    assert main(["progress", "list", "--json"]) == 0
    assert main(["progress", "delete", "--run", "one", "--yes"]) == 2
    assert main(["progress", "export", "--format", "json", "--out", str(tmp_path / "x")]) == 0
    assert json.loads((tmp_path / "x").read_text())["runs"] == []
    assert not home.exists()


def test_list(kept: Path, capsys: Said) -> None:
    assert main(["progress", "list"]) == 0
    newest, oldest = capsys.readouterr().out.splitlines()
    assert newest.startswith("two  ")
    assert "shop  (not finished, 1 decision)" in newest
    assert "Shouting on the 22 bus  (ended, 2 decisions)" in oldest

    assert main(["progress", "list", "--limit", "1"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(["progress", "list", "--limit", "0"]) == 2


def test_list_as_json(kept: Path, capsys: Said) -> None:
    assert main(["progress", "list", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)["runs"][1]
    assert (first["run"], first["outcome"], first["decisions"]) == ("one", "supported", 2)


def test_list_goes_through_all_pages(home: Path, capsys: Said) -> None:
    with Store.open(paths.database()) as store:
        for number in range(510):
            play(store, f"run-{number}", decisions=0)
    assert main(["progress", "list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 510


@pytest.mark.parametrize("form", ["json", "csv"])
def test_export(kept: Path, tmp_path: Path, capsys: Said, form: str) -> None:
    out = tmp_path / "out"
    asked = ["progress", "export", "--format", form, "--out", str(out)]
    assert main(asked) == 0
    assert capsys.readouterr().out == f"2 runs written to {out}.\n"
    assert "MARKER" in out.read_text("utf-8")

    out.write_text("precious")
    assert main(asked) == 2
    assert out.read_text() == "precious"
    assert "--force" in capsys.readouterr().err
    assert main([*asked, "--force"]) == 0
    assert "MARKER" in out.read_text("utf-8")


def test_what_is_deleted_is_said_and_confirmed(
    kept: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["progress", "delete", "--run", "one"]) == 2
    said = capsys.readouterr()
    assert "2 decisions." in said.out
    assert "1 backup that holds it." in said.out
    assert "cannot be undone" in said.out
    assert "--yes" in said.err
    assert runs() == ["two", "one"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("answer", "status"), [("yes\n", 0), (" YES \n", 0), ("no\n", 1), ("\n", 1), ("", 1)]
)
def test_an_answer_decides(
    kept: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, answer: str, status: int
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert main(["progress", "delete", "--run", "one"]) == status
    assert runs() == (["two"] if status == 0 else ["two", "one"])


def test_delete_a_run(kept: Path, home: Path, capsys: Said) -> None:
    assert main(["progress", "delete", "--run", "nobody", "--yes"]) == 2
    assert "nobody" in capsys.readouterr().err
    assert main(["progress", "delete", "--run", "one", "--yes"]) == 0
    assert runs() == ["two"]
    assert deletion.traces(home, "MARKER") == []


def test_delete_all(kept: Path, home: Path) -> None:
    assert main(["progress", "delete", "--all", "--yes"]) == 0
    assert runs() == []
    assert deletion.traces(home, "MARKER") == []


def test_delete_all_of_what_cannot_be_read(kept: Path, home: Path, capsys: Said) -> None:
    kept.write_bytes(b"damaged")
    assert main(["progress", "delete", "--run", "one", "--yes"]) == 1
    assert main(["progress", "delete", "--all", "--yes"]) == 0
    assert "cannot be read" in capsys.readouterr().out
    assert runs() == []
    assert deletion.traces(home, "MARKER") == []


def test_delete_everything(
    kept: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("no\n"))
    assert main(["progress", "delete", "--everything"]) == 1
    assert "Nothing was changed." in capsys.readouterr().out
    assert kept.exists()
    assert main(["progress", "delete", "--everything", "--yes"]) == 0
    assert list(home.iterdir()) == []


def test_damaged_and_unsure(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.write_bytes(b"damaged")
    monkeypatch.setattr("sys.stdin", Terminal("no\n"))
    assert main(["progress", "delete", "--all"]) == 1
    assert kept.read_bytes() == b"damaged"


def test_backups_and_restore(kept: Path, capsys: Said) -> None:
    (backup,) = files.backup_files(kept)
    assert main(["progress", "backups"]) == 0
    assert capsys.readouterr().out.startswith(f"{backup.name}  ")
    assert main(["progress", "backups", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["backups"][0]["runs"] == 2

    with Store.open(kept) as store:
        play(store, "three")
    assert main(["progress", "restore", "nothing.db", "--yes"]) == 2
    assert main(["progress", "restore", backup.name, "--yes"]) == 0
    assert runs() == ["two", "one"]


def test_restore_asks(kept: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    (backup,) = files.backup_files(kept)
    monkeypatch.setattr("sys.stdin", Terminal("no\n"))
    assert main(["progress", "restore", backup.name]) == 1
    assert files.backup_files(kept) == [backup]


def test_restore_names_one_that_cannot_be_read(kept: Path, capsys: Said) -> None:
    (backup,) = files.backup_files(kept)
    os.truncate(backup, 3000)
    assert main(["progress", "backups"]) == 0
    assert "cannot be read" in capsys.readouterr().out
    assert main(["progress", "restore", backup.name, "--yes"]) == 1
    assert runs() == ["two", "one"]


@pytest.mark.parametrize(
    "asked",
    [
        ["list"],
        ["export", "--format", "json", "--out", "out"],
        ["delete", "--all", "--yes"],
        ["delete", "--everything", "--yes"],
    ],
)
def test_while_the_window_is_open_it_says_so(
    kept: Path, capsys: Said, asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open(kept) as store:
        assert main(["progress", *asked]) == 1
        assert "already open" in capsys.readouterr().err
        assert store.run_count() == 2
    assert not (tmp_path / "out").exists()
