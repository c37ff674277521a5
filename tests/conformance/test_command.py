"""``check`` as a person and as a tool use it: files, order, lines, exit status, shape."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conformance.story import GOOD, changed, choice, end, fork, marked, story

if TYPE_CHECKING:
    from tests.conformance.story import Command

WARNS = changed(("  helped: false", "  helped: false\n  tired: 1"))
ERRS = changed(("    next: her-stop", "    next: her-stopp"))


@pytest.fixture
def here(upstander: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(upstander.folder)
    return upstander.folder


def test_the_line_a_person_reads(upstander: Command, here: Path) -> None:
    text, ((line, column),) = marked(changed(("    next: her-stop", "    next: «her-stopp")))
    upstander.put("bus.yaml", text)
    status, out, err = upstander.run("check", "bus.yaml")
    assert (status, err) == (1, "")
    first = out.splitlines()[0]
    assert first.startswith(f"bus.yaml:{line}:{column}: error: ")
    assert first.endswith(' Did you mean "her-stop"? [unknown-scene]')
    assert '"her-stopp", which does not exist.' in first


def test_the_line_of_the_description(upstander: Command, here: Path) -> None:
    scenes = {"a": fork(choice("film", "film-him")), "filming": end()}
    text = story(scenes)
    upstander.put("bus.yaml", text)
    _status, out, _err = upstander.run("check", "bus.yaml")
    line = len(text.splitlines()) - 1
    column = text.splitlines()[line - 1].index('"film-him"') + 1
    assert out.splitlines()[0] == (
        f'bus.yaml:{line}:{column}: error: choice "film" leads to "film-him", which does not '
        'exist. Did you mean "filming"? [unknown-scene]'
    )


def test_a_line_for_each_problem(upstander: Command, here: Path) -> None:
    upstander.put("b.yaml", changed(("minutes: 8", "minutes: 99"), ("status: draft", "status: x")))
    upstander.put("a.yaml", WARNS)
    status, out, _err = upstander.run("check", ".")
    assert status == 1
    found = re.findall(r"^(\S+?):(\d+):(\d+): (\w+): .+ \[([a-z-]+)\]$", out, re.MULTILINE)
    assert found == [
        ("a.yaml", "25", "3", "warning", "unused-variable"),
        ("b.yaml", "2", "5", "error", "duplicate-id"),
        ("b.yaml", "8", "10", "error", "bad-value"),
        ("b.yaml", "14", "9", "error", "bad-value"),
    ]


@pytest.mark.parametrize(
    ("text", "plain", "strict"), [(GOOD, 0, 0), (WARNS, 0, 1), (ERRS, 1, 1)], ids=["good", "w", "e"]
)
@pytest.mark.parametrize("shape", [[], ["--json"]])
def test_exit_status(
    upstander: Command, here: Path, text: str, plain: int, strict: int, shape: list[str]
) -> None:
    upstander.put("bus.yaml", text)
    assert upstander.run("check", "bus.yaml", *shape)[0] == plain
    assert upstander.run("check", "--strict", "bus.yaml", *shape)[0] == strict
    assert upstander.run("check", "bus.yaml", *shape, "--strict")[0] == strict


def test_one_bad_file_among_good_ones(upstander: Command, here: Path) -> None:
    upstander.put("a.yaml", ERRS)
    upstander.put("b.yaml", GOOD.replace("bus-small", "other"))
    status, files = upstander.files("a.yaml", "b.yaml")
    assert status == 1
    assert [bool(file["problems"]) for file in files] == [True, False]
    assert upstander.run("check", "b.yaml", "a.yaml")[0] == 1


WRONG_USE: list[list[str]] = [
    ["check"],
    ["check", "nowhere.yaml"],
    ["check", "bus.yaml", "nowhere.yaml"],
    ["check", "nowhere/"],
    ["check", "bus.yaml", "--today", "soon"],
    ["check", "bus.yaml", "--today", "2026-13-01"],
    ["check", "bus.yaml", "--today"],
    ["check", "bus.yaml", "--zebra"],
    ["zebra"],
]


@pytest.mark.parametrize("given", WRONG_USE, ids=" ".join)
def test_wrong_use(upstander: Command, here: Path, given: list[str]) -> None:
    upstander.put("bus.yaml", ERRS)
    for more in ([], ["--json"]) if len(given) > 1 else ([],):
        status, out, err = upstander.run(*given, *more)
        assert status == 2
        assert out == ""
        assert err
        assert "Traceback" not in err


def test_folders_are_searched_downwards(upstander: Command, here: Path) -> None:
    for name in ("b.yaml", "sub/a.yaml", "sub/deep/er/c.yaml", "a/z.yaml", "with space/ö.yaml"):
        upstander.put(name, GOOD.replace("bus-small", f"id-{len(name)}-{name[0]}"))
    upstander.put("starts.yaml", "scenes:\n  a: {text: x}\n")
    upstander.put("commented.yaml", "# a comment\n\nscenes: {}\n")
    upstander.put("other.yaml", "name: x\njobs: []\n")
    upstander.put("nested.yaml", "jobs:\n  format: scenario/1\n  scenes: {}\n")
    upstander.put("bus.yml", GOOD)
    upstander.put("bus.txt", GOOD)
    upstander.put("bus.ko.po", "")
    status, files = upstander.files(".")
    names = ["a/z.yaml", "b.yaml", "commented.yaml", "starts.yaml", "sub/a.yaml",
             "sub/deep/er/c.yaml", "with space/ö.yaml"]  # fmt: skip
    assert [file["path"].removeprefix("./") for file in files] == names
    assert status == 1
    broken = {file["path"] for file in files if file["analysis"] is None}
    assert {name.removeprefix("./") for name in broken} == {"commented.yaml", "starts.yaml"}


def test_a_broken_scenario_is_found_in_a_folder(upstander: Command, here: Path) -> None:
    upstander.put("lib/a.yaml", changed(("title: Shouting on the bus", "title: [Shouting")))
    upstander.put("lib/b.yaml", GOOD.encode("utf-16-le").replace(b"\x00", b"") + b"\xff")
    _status, files = upstander.files("lib")
    assert [[p["code"] for p in file["problems"]] for file in files] == [["not-yaml"], ["not-utf8"]]


def test_a_file_named_by_hand_is_always_read(upstander: Command, here: Path) -> None:
    upstander.put("other.yaml", "name: x\n")
    upstander.put("bus.txt", GOOD)
    status, files = upstander.files("other.yaml", "bus.txt")
    assert status == 1
    assert [file["path"] for file in files] == ["bus.txt", "other.yaml"]
    assert files[0]["problems"] == []
    assert {p["code"] for p in files[1]["problems"]} == {"missing-key", "unknown-key"}
    assert len(files[1]["problems"]) == 14 + 1


def test_files_come_by_path_and_once(upstander: Command, here: Path) -> None:
    for name in ("c.yaml", "a.yaml", "b.yaml"):
        upstander.put(name, GOOD.replace("bus-small", name[0]))
    _status, files = upstander.files("c.yaml", ".", "a.yaml", "c.yaml")
    assert [file["path"].removeprefix("./") for file in files] == ["a.yaml", "b.yaml", "c.yaml"]
    assert all(file["problems"] == [] for file in files)


def test_the_shape_for_tools(upstander: Command, here: Path) -> None:
    upstander.put("bus.yaml", ERRS)
    upstander.put("good.yaml", GOOD.replace("bus-small", "good"))
    status, out, err = upstander.run("check", "bus.yaml", "good.yaml", "--json")
    assert (status, err) == (1, "")
    told = json.loads(out)
    assert list(told) == ["files"]
    bad, good = told["files"]
    assert set(bad) == set(good) == {"path", "id", "problems", "analysis"}
    assert bad["path"] == "bus.yaml"
    assert bad["analysis"] is None
    (problem,) = bad["problems"]
    assert set(problem) == {"code", "severity", "line", "column", "message", "hint"}
    assert problem["hint"] == 'Did you mean "her-stop"?'
    assert problem["message"]
    assert problem["hint"] not in problem["message"]
    assert set(good["analysis"]["d"]) == {"distract", "delegate", "document", "delay", "direct"}


def test_a_hint_may_be_null(upstander: Command) -> None:
    told = upstander.check(changed(("minutes: 8", "minutes: 8\nzebra: 1")))
    assert told.one["hint"] is None


def test_an_id_that_is_not_there(upstander: Command) -> None:
    assert upstander.check(changed(("id: bus-small\n", ""))).id is None
    assert upstander.check("- a\n").id is None
    assert upstander.check(changed(("id: bus-small", "id: []"))).id is None


NULL = [
    ("shape", "minutes: 8", "minutes: eight"),
    ("a key too many", "minutes: 8", "minutes: 8\nzebra: 1"),
    ("a key too few", "minutes: 8\n", ""),
    ("names", "    next: her-stop", "    next: zebra"),
    ("cast", "        to: driver\n", "        to: zebra\n"),
    ("state", "  calm: 2", "  calm: 11"),
    ("set", "set: {helped: true}\n        ch", "set: {helped: 2}\n        ch"),
    ("conditions", "and not helped", "and not calm"),
    ("ids", "- id: tell", "- id: ask"),
]
KEPT = [
    ("markup", "Rain runs", "Rain <b> runs"),
    ("a file", "status: draft", "status: draft\nbackdrop: here.png"),
    ("a path", "status: draft", "status: draft\nbackdrop: ../here.png"),
    (
        "stuck",
        "        act: Keep looking.\n",
        "        act: Keep looking.\n        when: calm > 5\n",
    ),
    ("a warning", "status: draft", "status: reviewed"),
]


@pytest.mark.parametrize(("old", "new"), [each[1:] for each in NULL], ids=[n[0] for n in NULL])
def test_no_analysis_after(upstander: Command, old: str, new: str) -> None:
    told = upstander.check(changed((old, new)))
    assert told.status == 1
    assert told.analysis is None


@pytest.mark.parametrize(("old", "new"), [each[1:] for each in KEPT], ids=[k[0] for k in KEPT])
def test_analysis_in_spite_of(upstander: Command, old: str, new: str) -> None:
    told = upstander.check(changed((old, new)))
    assert told.problems
    assert told.analysis is not None


def test_exploring_goes_on_after_errors_of_text(upstander: Command) -> None:
    text = changed(("Rain runs", "Rain <b> runs"), ("  helped: false", "  helped: false\n  x: 1"))
    assert upstander.check(text).codes == ["unused-variable", "unsafe-markup"]


@pytest.mark.parametrize("folder", ["morning-train", "refund-counter", "team-thread"])
def test_built_in_scenarios_have_nothing(upstander: Command, folder: str) -> None:
    from trainer import paths

    status, files = upstander.files("--strict", paths.built_in_scenarios() / folder)
    assert status == 0
    assert [file["problems"] for file in files] == [[]]


def test_the_example_of_the_description(upstander: Command) -> None:
    """It is complete but for scenes that it only names."""
    text = (Path(__file__).parent / "example.yaml").read_text("utf-8")
    told = upstander.check(text)
    assert told.id == "bus-shouting"
    assert told.codes == ["unknown-scene"] * 5
    missing = ("too-late", "beside", "driver-acts", "he-turns", "he-turns")
    rows = text.splitlines()
    for problem, name in zip(told.problems, missing, strict=True):
        assert rows[problem["line"] - 1][problem["column"] - 1 :].startswith(name)


def test_a_place_is_the_first_key_of_a_choice(upstander: Command) -> None:
    text, ((line, column),) = marked(
        changed(("      - id: tell\n        act: Walk to the driver.\n",
                 "      - # whom\n        «act: Walk to the driver.\n        when: calm > 9\n"
                 "        id: tell\n"))
    )  # fmt: skip
    told = upstander.check(text)
    assert ("never-offered", line, column) in told.places
