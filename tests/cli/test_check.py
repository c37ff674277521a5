"""``upstander check``, as a person and as a tool use it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.scenario.good_file import GOOD, changed, good, put
from trainer.__main__ import main

ROOT = Path(__file__).parent.parent.parent
WARNS = ("start: aboard", "state: {calm: 2}\nstart: aboard")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def _json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    out, err = capsys.readouterr()
    assert err == ""
    told: dict[str, Any] = json.loads(out)
    return told


def test_a_person_reads_one_line_a_problem(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(here / "bus.yaml", changed(("next: off", "next: of")))
    assert main(["check", "bus.yaml"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        'bus.yaml:24:15: error: choice "sit" leads to "of", which does not exist. '
        'Did you mean "off"? [unknown-scene]',
        "1 file, 1 error, 0 warnings",
    ]


def test_a_tool_reads_one_object(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(here / "lib" / "bad.yaml", changed(("next: off", "next: of")))
    put(here / "lib" / "good.yaml", good(id="fine"))
    assert main(["check", "lib", "--json"]) == 1
    bad, fine = _json(capsys)["files"]
    assert bad == {
        "path": "lib/bad.yaml",
        "id": "small",
        "problems": [
            {
                "code": "unknown-scene",
                "severity": "error",
                "line": 24,
                "column": 15,
                "message": 'choice "sit" leads to "of", which does not exist.',
                "hint": 'Did you mean "off"?',
            }
        ],
        "analysis": None,
    }
    assert (fine["path"], fine["id"], fine["problems"]) == ("lib/good.yaml", "fine", [])
    assert fine["analysis"] == {
        "scenes": 2, "reachable": 2, "choices": 2, "endings": 1, "paths": 2, "states": 2,
        "shortest": 1, "longest": 1, "words": 27,
        "d": {"distract": 1, "delegate": 0, "document": 0, "delay": 1, "direct": 0},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "plain", "strict"),
    [(GOOD, 0, 0), (changed(WARNS), 0, 1), (changed(("next: off", "next: of")), 1, 1)],
)
def test_exit_status(here: Path, text: str, plain: int, strict: int) -> None:
    put(here / "a.yaml", text)
    assert main(["check", "a.yaml"]) == plain
    assert main(["check", "--strict", "a.yaml"]) == strict


def test_wrong_use_ends_with_2(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(here / "a.yaml", GOOD)
    for given in (["a.yaml", "nowhere.yaml"], [], ["a.yaml", "--today", "soon"], ["--what"]):
        assert main(["check", *given]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err
        assert "Traceback" not in err


@pytest.mark.parametrize("name", ["a.yaml", "A.YAML", "a.po"])
def test_a_report_is_never_written_over_what_somebody_wrote(
    here: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """``check --report *.yaml`` names a scenario where a page should stand."""
    written = put(here / name, GOOD).read_bytes()
    put(here / "b.yaml", GOOD)
    assert main(["check", "--report", name, "b.yaml"]) == 2
    assert main(["review", "b.yaml", "--out", name]) == 2
    assert "no name for a page" in capsys.readouterr().err
    assert (here / name).read_bytes() == written


def test_a_report_that_goes_nowhere_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(here / "a.yaml", GOOD)
    assert main(["check", "a.yaml", "--report", ""]) == 1
    assert "could not be saved" in capsys.readouterr().err


def test_no_name_steers_the_terminal(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(here / "a\x1b[31m\n\u202eb.yaml", changed(("next: off", "next: of")))
    assert main(["check", "."]) == 1
    assert main(["check", "gone\x1b[31m\u202e"]) == 2
    assert main(["play", "gone\x1b[31m\u202e"]) == 2
    out, err = capsys.readouterr()
    assert "gone\ufffd[31m\ufffd" in err
    assert not {"\x1b", "\u202e"} & {*out, *err}
    assert len(out.splitlines()) == 2


def test_a_review_is_looked_at_as_of_a_day(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reviewed = "status: reviewed\nreviewed: {by: Us, on: 2025-01-01, until: 2030-12-31}"
    put(here / "a.yaml", changed(("status: draft", reviewed)))
    for day, codes in (("2030-12-31", []), ("2031-01-01", ["review-expired"])):
        assert main(["check", "--json", "--today", day, "a.yaml"]) == 0
        (one,) = _json(capsys)["files"]
        assert [found["code"] for found in one["problems"]] == codes


def test_an_empty_folder_is_fine(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", "."]) == 0
    assert _json(capsys) == {"files": []}
    assert main(["check", "."]) == 0
    assert capsys.readouterr().out == "0 files, 0 errors, 0 warnings\n"


def test_json_survives_any_terminal(here: Path) -> None:
    put(here / "ö.yaml", good(title="“Ö”").replace("next: off", "next: “ö”"))
    done = subprocess.run(
        [sys.executable, "-m", "trainer", "check", "--json", str(here)],
        cwd=ROOT, check=False, capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )  # fmt: skip
    assert done.returncode == 1
    assert json.loads(done.stdout.decode("ascii"))["files"][0]["path"] == str(here / "ö.yaml")


def test_a_reader_that_leaves_early_is_no_error(here: Path) -> None:
    broken = "\n".join(f"k{number}: x" for number in range(20_000))
    put(here / "a.yaml", f"{GOOD}{broken}\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "trainer", "check", str(here / "a.yaml")],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 1
    assert errors == b""


def test_what_is_passed_over_in_a_folder_is_said(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(here / "a.yaml", good(id="a"))
    (here / "b.yaml").write_bytes(good(id="b").encode("utf-16"))
    (here / "c\x1b.yaml").write_text("# nothing yet\n")
    put(here / "d.YAML", good(id="d"))
    put(here / "deep" / "e.yml", good(id="e"))
    (here / "f.txt").write_text("no")
    assert main(["check", "."]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 file, 0 errors")
    said = "passed over, as no file of Upstander: "
    names = ("b.yaml", "c\ufffd.yaml", "d.YAML", "deep/e.yml")
    assert err.splitlines() == [f"{said}{name}" for name in names]
    for number in range(30):
        (here / f"g{number}.yml").touch()
    main(["check", ".", "a.yaml"])
    assert capsys.readouterr().err.splitlines()[20:] == ["and 14 more passed over"]
