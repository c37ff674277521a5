"""``upstander doctor`` tells what is so, and changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.progress.examples import play
from tests.progress.test_bad_days import bytes_below
from trainer import language, paths
from trainer.__main__ import main
from trainer.cli import examining
from trainer.progress import files
from trainer.progress.store import Store

Said = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def qt() -> dict[str, Any]:
    """What Qt says here; asking takes a while, so it is asked once."""
    return examining.ask_qt()


@pytest.fixture
def kept() -> Path:
    with Store.open(paths.database()) as store:
        play(store)
    return paths.database()


def test_all_is_well(home: Path, capsys: Said) -> None:
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert said.endswith("All is well.\n")
    assert str(home / "profiles" / "default" / "progress.db") in said
    assert "Nothing is kept yet." in said
    assert not home.exists()


def test_as_json(kept: Path, home: Path, capsys: Said) -> None:
    before = bytes_below(home)
    assert main(["doctor", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["ok"], found["attention"]) == (True, [])
    assert found["versions"]["python"] == sys.version.split()[0]
    assert found["versions"]["qt"]
    assert found["places"]["database"] == {"path": str(kept), "exists": True}
    assert found["database"]["condition"] == "whole"
    assert (found["database"]["runs"], found["database"]["decisions"]) == (1, 2)
    assert len(found["database"]["backups"]) == 1
    assert found["library"]["playable"] >= 1
    assert found["fonts"]["missing"] == []
    assert "en_US" in found["spelling"]["dictionaries"]
    assert found["screens"]["platform"] == "offscreen"
    assert len(found["screens"]["screens"]) == 1
    assert found["voices"]["available"] in (True, False)
    assert bytes_below(home) == before


def test_a_damaged_database_needs_attention(kept: Path, capsys: Said) -> None:
    kept.write_bytes(b"damaged")
    kept.with_name("progress.db.unreadable-1").write_bytes(b"older")
    (backup,) = files.backup_files(kept)
    backup.write_bytes(b"damaged too")
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "! It is damaged" in said
    assert "! This backup cannot be read" in said
    assert "Kept aside" in said
    assert said.endswith("Something needs attention; see “!” above.\n")
    assert kept.read_bytes() == b"damaged"


@pytest.mark.parametrize(
    ("how", "told"),
    [("held", "Upstander is open"), ("gone", "It is gone"), ("newer", "newer version"),
     ("folder", "may not be read")],
)  # fmt: skip
def test_each_condition_is_told(kept: Path, how: str, told: str) -> None:
    match how:
        case "held":
            with Store.open(kept):
                found = examining.database()
        case "gone":
            kept.unlink()
            found = examining.database()
        case "newer":
            data = bytearray(kept.read_bytes())
            data[60:64] = (99).to_bytes(4, "big")
            kept.write_bytes(data)
            found = examining.database()
        case _:
            kept.unlink()
            kept.mkdir()
            found = examining.database()
    assert told in " ".join(found.lines if how == "held" else found.problems)


def test_places_without_room_or_rights(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert examining.places().problems == []
    (tmp_path / "file").touch()
    paths.move_home(tmp_path / "file")
    assert "Nothing can be written" in examining.places().problems[0]
    paths.move_home(None)
    full = shutil.disk_usage(tmp_path)._replace(free=3_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    monkeypatch.setattr(paths, "assets", lambda: tmp_path / "none")
    said = examining.places().problems
    assert said == [
        "The disk is nearly full: 3 MB are free.",
        f"{tmp_path / 'none'} is missing.",
    ]
    assert examining.size(1500) == "2 kB"


def test_broken_scenarios_are_named(home: Path) -> None:
    folder = paths.own_scenarios()
    folder.mkdir(parents=True)
    (folder / "broken.yaml").write_text("format: scenario/1\nid: [")
    found = examining.library()
    assert found.problems == []
    assert found.facts["broken"] == [str(folder / "broken.yaml")]
    assert "upstander check" in found.lines[1]


def test_no_scenario_at_all(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "built_in_scenarios", lambda: tmp_path)
    (tmp_path / "broken.yaml").write_text("format: scenario/1\nid: [")
    assert len(examining.library().problems) == 2


def test_fonts_are_missed_where_they_are_needed(qt: dict[str, Any]) -> None:
    lacking = qt | {"fonts_missing": ["A.ttf"], "languages_without_font": ["ko", "zh-Hant"]}
    found = examining.fonts(lacking)
    assert found.problems == ["A font that belongs to Upstander is missing: A.ttf"]
    assert "ko, zh-Hant" in found.lines[0]
    assert "apt-get" in found.lines[0]
    language.use("zh-Hant")
    assert len(examining.fonts(lacking).problems) == 2


def test_without_a_screen_it_says_so_and_still_tells_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nonsense")
    assert main(["doctor", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["versions"]["qt"]
    assert found["fonts"]["missing"] == []
    assert found["screens"]["screens"] == []
    assert "upstander play" in found["attention"][0]
    assert "apt-get" in found["attention"][1]


def test_without_qt_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    """A folder that stands for a Qt that cannot be loaded comes first on the path."""
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('libEGL.so.1')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "libEGL.so.1" in said
    assert "apt-get install libegl1" in said


def test_a_qt_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", os.path.join(os.sep, "nowhere", "python"))
    assert "error" in examining.ask_qt()


def test_an_old_sqlite(qt: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 34, 1))
    assert "too old" in examining.versions(qt).problems[0]


def test_a_voice_is_told(qt: dict[str, Any]) -> None:
    assert "can be read aloud" in examining.voices(qt | {"voice": True}).lines[0]


def test_it_does_not_load_qt_itself() -> None:
    code = (
        "import sys; from trainer.__main__ import main; main(['doctor']);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    root = Path(__file__).parent.parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, timeout=60)
    assert done.returncode == 0


def test_every_sentence_is_translated(kept: Path, capsys: Said, qt: dict[str, Any]) -> None:
    language.use(language.PSEUDO)
    sections = [
        examining.database(),
        examining.fonts(qt),
        examining.screens(qt | {"screens": []}),
        examining.voices(qt),
        examining.library(),
    ]
    said = [line for one in sections for line in (one.title, *one.lines, *one.problems)]
    assert [line for line in said if not line.startswith(language.OPEN)] == []
