"""``check`` reads five formats: which files, what clashes, what a tool is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.checking.marking import TODAY
from tests.drills.sample import GOOD as DRILLS
from tests.help.sample import GOOD as HELP
from tests.pages.sample import GOOD as PAGE
from tests.plans.sample import GOOD as PLAN
from tests.scenario.good_file import GOOD as SCENARIO
from tests.scenario.good_file import changed, put
from trainer.__main__ import main
from trainer.checking.files import check_paths
from trainer.drills.model import Deck
from trainer.help.model import HelpFile
from trainer.pages.model import Page
from trainer.plans.model import Plan
from trainer.scenario.model import Scenario
from trainer.scenario.problems import Severity, hint, sentence

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.scenario.checking import Checked

PLAIN_PAGE = PAGE.replace("order: 3\npicture: own.png", "order: 3").replace(
    "    picture: own.png\n", ""
)


def told(*paths: Path) -> dict[str, list[tuple[str, int]]]:
    """Codes and lines by file, of files that have any."""
    checked = check_paths(paths, TODAY)
    return {
        one.reading.path.name: [(found.code, found.mark.line) for found in one.problems]
        for one in checked
        if one.problems
    }


PACK = "id: some\ntitle: Some\nversion: '1'\nauthors: [Us]\nlicence: CC-BY-4.0\n"


@pytest.fixture
def five(tmp_path: Path) -> Path:
    folder = tmp_path / "five"
    put(folder / "bus" / "bus.yaml", SCENARIO)
    put(folder / "help" / "help.yaml", HELP)
    put(folder / "drills" / "drills.yaml", DRILLS)
    put(folder / "deep" / "er" / "page.yaml", PLAIN_PAGE)
    put(folder / "plans" / "plan.yaml", PLAN)
    put(folder / "notes.yaml", "just: notes\n")
    return folder


def test_a_folder_gives_all_five_formats(five: Path) -> None:
    checked = check_paths([five], TODAY)
    kinds = [type(one.reading.content) for one in checked]
    assert kinds == [Scenario, Page, Deck, HelpFile, Plan]
    assert [bool(one.analysis) for one in checked] == [True, False, False, False, False]
    assert [[found.code for found in one.problems] for one in checked][1:] == [[], [], [], []]


def test_a_tool_is_told_the_same_of_each(five: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", "--today", "2026-06-01", str(five)]) == 0
    files: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["files"]
    assert {tuple(one) for one in files} == {("path", "id", "problems", "analysis")}
    assert [one["id"] for one in files] == [
        "small", "small-page", "small-drills", "small-help", "small-plan",
    ]  # fmt: skip
    assert [one["analysis"] is None for one in files] == [False, True, True, True, True]


def test_warnings_and_method_findings_count_with_strict(tmp_path: Path) -> None:
    late = str(put(tmp_path / "a.yaml", HELP))
    assert main(["check", "--today", "2026-06-01", "--strict", late]) == 0
    assert main(["check", "--today", "2026-06-02", late]) == 0
    assert main(["check", "--today", "2026-06-02", "--strict", late]) == 1
    loud = str(put(tmp_path / "b.yaml", DRILLS.replace("content_notes: [racist language]\n", "")))
    assert main(["check", "--today", "2026-06-01", loud]) == 0
    assert main(["check", "--today", "2026-06-01", "--strict", loud]) == 1


@pytest.mark.parametrize(
    "good", [HELP, DRILLS, PLAIN_PAGE, PLAN], ids=["help", "drills", "page", "plan"]
)
def test_without_its_format_a_file_is_read_as_what_it_is_like(tmp_path: Path, good: str) -> None:
    path = put(tmp_path / "a.yaml", good.partition("\n")[2])
    (one,) = check_paths([path], TODAY)
    assert [(found.code, found.mark.line) for found in one.problems] == [("missing-key", 1)]


def test_the_format_that_it_names_counts_whatever_it_is_like(tmp_path: Path) -> None:
    """With so many keys of drills it is most like them; its places are places all the same."""
    strange = (
        "summary: S.\nstatus: draft\nsources: [S]\nfamily: joke\ncontent_notes: [N]\ndrills: {}\n"
    )
    (one,) = check_paths([put(tmp_path / "a.yaml", HELP + strange)], TODAY)
    assert [found.code for found in one.problems] == ["unknown-key"] * 6


@pytest.mark.parametrize(
    ("written", "meant"), [("helps/1", "help/1"), ("page/2", "page/1"), ("zebra", None)]
)
def test_an_unknown_format_says_what_is_read(
    tmp_path: Path, written: str, meant: str | None
) -> None:
    path = put(tmp_path / "a.yaml", HELP.replace("help/1", written).replace("needs", "neads"))
    (one,) = check_paths([path], TODAY)
    (found,) = one.problems
    assert (found.code, found.mark.line, found.mark.column) == ("unsupported-format", 1, 9)
    said = sentence(found)
    assert all(name in said for name in ("scenario/1", "help/1", "drills/1", "page/1", "plan/1"))
    assert (hint(found) or "") == (f'Did you mean "{meant}"?' if meant else "")
    assert one.reading.id == "small-help"


def test_an_id_is_one_files_among_its_kind(five: Path) -> None:
    put(five / "z-drills.yaml", DRILLS)
    put(five / "z-page.yaml", PLAIN_PAGE.replace("small-page", "small-drills"))
    assert told(five) == {"z-drills.yaml": [("duplicate-id", 2)], **told(five / "bus")}


def _entries(file_id: str, key: str = "first-line") -> str:
    return HELP.replace("id: small-help", f"id: {file_id}").replace("first-line:", f"{key}:")


@pytest.mark.parametrize(
    ("one", "other", "named", "found"),
    [
        ("help/a.yaml", "help/b.yaml", ["."], 2),
        ("help/a.yaml", "deep/b.yaml", ["."], 2),
        ("help/a.yaml", "help/b.yaml", ["help/a.yaml", "help/b.yaml"], 2),
        ("help/a.yaml", "deep/b.yaml", ["help", "deep"], 0),
        ("help/a.yaml", "deep/b.yaml", ["help/a.yaml", "deep/b.yaml"], 0),
        ("p/pack.yaml", "q/pack.yaml", ["."], 0),
        ("help/a.yaml", "q/pack.yaml", ["."], 0),
    ],
)
def test_an_entry_is_one_files_in_its_pack(
    tmp_path: Path, one: str, other: str, named: list[str], found: int
) -> None:
    """Both files have the entries ``first-line`` and ``988``, and the same places."""
    for number, place in enumerate((one, other)):
        path = tmp_path / place
        if path.name == "pack.yaml":
            put(path, PACK)
            path = path.parent / "help" / f"{number}.yaml"
        put(path, _entries(f"id-{number}"))
    checked = check_paths([tmp_path / name for name in named], TODAY)
    problems = [(one.code, one.case) for each in checked for one in each.problems]
    assert problems == [("duplicate-id", "entry")] * found
    assert all(not one.problems for one in checked[:1])


def test_a_place_may_stand_in_two_files_if_it_is_the_same(tmp_path: Path) -> None:
    put(tmp_path / "a.yaml", _entries("a"))
    other = _entries("b", "third").replace('"988":', "fourth:")
    put(tmp_path / "b.yaml", other)
    assert told(tmp_path) == {}
    put(
        tmp_path / "b.yaml", other.replace("{name: North, within: xx}", "{name: South, within: xx}")
    )
    assert told(tmp_path) == {"b.yaml": [("duplicate-id", 7)]}
    put(tmp_path / "b.yaml", other.replace("{name: North, within: xx}", "{name: North}"))
    assert told(tmp_path) == {"b.yaml": [("duplicate-id", 7)]}


def test_a_broken_help_file_claims_no_entries(tmp_path: Path) -> None:
    put(tmp_path / "a.yaml", _entries("a").replace("police: none", "police: nobody"))
    put(tmp_path / "b.yaml", _entries("b"))
    assert told(tmp_path) == {"a.yaml": [("bad-value", 43)]}


def test_a_scenario_names_the_help_of_its_pack(tmp_path: Path) -> None:
    text = changed(("stop-aapi-hate", "first-line"))
    story = put(tmp_path / "scenarios" / "bus" / "bus.yaml", text)

    def unknown() -> bool:
        (one,) = check_paths([story], TODAY)
        codes = [found.code for found in one.problems if found.severity is Severity.ERROR]
        assert codes in ([], ["unknown-resource"])
        return bool(codes)

    assert unknown()
    put(tmp_path / "help" / "ours.yaml", HELP)
    assert not unknown()


def test_hostile_files_end_soon_and_raise_nothing(tmp_path: Path) -> None:
    hostile = {
        "dots.yaml": HELP.replace("https://example.org/about", "https://" + "a." * 100_000 + " b"),
        "mail.yaml": HELP.replace("help@example.org", "@" * 100_000),
        "number.yaml": HELP.replace('"988"\n', '"' + "1" * 200_000 + '"\n'),
        "deep.yaml": "format: page/1\nsections: " + "[" * 5000,
        "wide.yaml": DRILLS + "".join(f"  k{n}: {{ask: x}}\n" for n in range(20_000)),
        "figures.yaml": PLAIN_PAGE.replace("Our own words.", "9 in 9 " * 20_000),
        "circle.yaml": "format: help/1\nid: x\ntitle: X\nlanguage: en\nplaces:\n"
        + "".join(f"  p{n}: {{name: P, within: p{n + 1}}}\n" for n in range(3000))
        + "  p3000: {name: P, within: p0}\n",
        "alias.yaml": HELP.replace("{name: Exland}", "&a {name: Exland, within: *a}"),
        "bytes.yaml": "format: help/1\n\x00\x01",
    }
    for name, text in hostile.items():
        put(tmp_path / name, text)
    checked: list[Checked] = check_paths([tmp_path], TODAY)
    assert [one.reading.path.name for one in checked] == sorted(hostile)
    fine = {one.reading.path.name for one in checked if not one.problems}
    assert fine == {"wide.yaml"}
    for one in checked:
        for found in one.problems:
            assert len(sentence(found)) < 2000
