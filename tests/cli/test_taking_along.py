"""``upstander progress export --format everything`` on one computer, ``import`` on another."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from tests.progress.carry.carried import held, live
from tests.progress.examples import Clock
from trainer import paths
from trainer.__main__ import main
from trainer.progress.carry import sealing
from trainer.progress.store import Store

if TYPE_CHECKING:
    from pathlib import Path

Said = pytest.CaptureFixture[str]
EXPORT = ["progress", "export", "--format", "everything", "--out"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def kept(home: Path) -> Path:
    """Everything once, on the old computer."""
    clock = Clock()
    with Store.open(paths.database(), now=clock) as store:
        live(store, clock)
    return home


def at(home: Path) -> str:
    return f"--home={home}"


def test_from_one_computer_to_another(kept: Path, tmp_path: Path, capsys: Said) -> None:
    out, new = tmp_path / "mine.upstander", tmp_path / "new"
    assert main([*EXPORT, str(out)]) == 0
    assert capsys.readouterr().out == f"3 runs written to {out}.\n"
    assert main([*EXPORT, str(out)]) == 2
    capsys.readouterr()

    assert main([at(new), "progress", "import", str(out)]) == 2  # nobody there to ask
    said = capsys.readouterr()
    assert "Runs: 3 new, 0 here already." in said.out
    assert "--yes" in said.err
    assert not new.exists()

    assert main([at(new), "progress", "import", str(out), "--yes"]) == 0
    said = capsys.readouterr()
    assert "3 runs were added." in said.out
    assert "Your safety plan is here." in said.out
    with Store.open(kept / "profiles/default/progress.db") as old:
        before = held(old)
    with Store.open(new / "profiles/default/progress.db") as arrived:
        assert held(arrived) == before

    assert main([at(new), "progress", "import", str(out)]) == 0
    assert capsys.readouterr().out == "Everything in this file was here already.\n"


def test_no_is_no(
    kept: Path, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, new = tmp_path / "mine.upstander", tmp_path / "new"
    assert main([*EXPORT, str(out)]) == 0
    monkeypatch.setattr("sys.stdin", Terminal("no\n"))
    assert main([at(new), "progress", "import", str(out)]) == 1
    assert "Nothing was changed." in capsys.readouterr().out
    assert not new.exists()


def test_a_bad_file_is_told_and_makes_nothing(tmp_path: Path, home: Path, capsys: Said) -> None:
    for raw in (b"", b'{"format": "upstander-everything/9"}\n'):
        (tmp_path / "bad").write_bytes(raw)
        assert main(["progress", "import", str(tmp_path / "bad"), "--yes"]) == 1
        assert "Nothing was changed here." in capsys.readouterr().err
    assert main(["progress", "import", str(tmp_path / "nowhere")]) == 1
    assert not home.exists()


def test_sealed(kept: Path, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "MEMORY", 8192)
    out = tmp_path / "mine.upstander"
    assert main([*EXPORT, str(out), "--seal"]) == 2  # no terminal
    typed = iter(["one", "other", "", "one", "one", "wrong", "one"])
    monkeypatch.setattr("trainer.cli.taking_along.getpass", lambda _asked: next(typed))
    monkeypatch.setattr("sys.stdin", Terminal())
    assert main([*EXPORT, str(out), "--seal"]) == 2
    assert main([*EXPORT, str(out), "--seal"]) == 2
    assert not out.exists()
    assert main([*EXPORT, str(out), "--seal"]) == 0
    assert "nobody can read the file" in capsys.readouterr().out
    assert b"Shouting" not in out.read_bytes()
    new = at(tmp_path / "new")
    assert main([new, "progress", "import", str(out), "--yes"]) == 1
    assert "does not open" in capsys.readouterr().err
    assert main([new, "progress", "import", str(out), "--yes"]) == 0
    assert "3 runs were added." in capsys.readouterr().out


def test_papers_go_where_they_are_wanted(kept: Path, tmp_path: Path) -> None:
    everything, tables, data = tmp_path / "all", tmp_path / "t.zip", tmp_path / "data.json"
    assert main([*EXPORT, str(everything), "--no-papers"]) == 0
    assert '"paper"' not in everything.read_text("utf-8")
    for form, out in (("csv", tables), ("json", data)):
        asked = ["progress", "export", "--format", form, "--out", str(out)]
        assert main(asked) == 0
    assert "papers" not in json.loads(data.read_text("utf-8"))
    with ZipFile(tables) as folder:
        assert folder.namelist() == ["runs.csv", "answers.csv", "cards.csv", "confidence.csv"]
    for form, out in (("csv", tables), ("json", data)):
        asked = ["progress", "export", "--format", form, "--out", str(out), "--force", "--papers"]
        assert main(asked) == 0
    said = json.loads(data.read_text("utf-8"))
    assert said["papers"][0]["content"] == {"call": "SECRET Ana"}
    with ZipFile(tables) as folder, folder.open("papers.csv") as raw:
        rows = list(csv.DictReader(io.TextIOWrapper(raw, "utf-8-sig")))
    assert rows[0]["content"] == '{"call": "SECRET Ana"}'


@pytest.mark.parametrize(
    ("form", "option"),
    [("everything", "--papers"), ("json", "--seal"), ("csv", "--no-papers"), ("csv", "--for=x")],
)
def test_options_that_do_not_go_together(
    kept: Path, tmp_path: Path, form: str, option: str
) -> None:
    out = tmp_path / "out"
    assert main(["progress", "export", "--format", form, "--out", str(out), option]) == 2
    assert not out.exists()
