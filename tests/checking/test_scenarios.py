"""Checking real files: which are read, what is told, in which order."""

from __future__ import annotations

import datetime
import gc
from typing import TYPE_CHECKING

import polib
import pytest

from tests.scenario.good_file import GOOD, changed, good, line_of, put
from trainer.checking.files import check_paths
from trainer.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.scenario.checking import Checked

TODAY = datetime.date(2026, 3, 31)
STATE = ("start: aboard", "state: {calm: 2, helped: false}\nstart: aboard")


def _check(*paths: Path) -> list[Checked]:
    return check_paths(paths, TODAY)


def _problems(path: Path, text: str) -> list[tuple[str, str, int, int]]:
    (one,) = _check(put(path / "a.yaml", text))
    return [
        (found.code, found.severity.value, found.mark.line, found.mark.column)
        for found in one.problems
    ]


def test_a_good_file(tmp_path: Path) -> None:
    (one,) = _check(put(tmp_path / "a.yaml", GOOD))
    assert one.problems == ()
    assert one.analysis
    assert one.analysis.as_json() == {
        "scenes": 2, "reachable": 2, "choices": 2, "endings": 1, "paths": 2, "states": 2,
        "shortest": 1, "longest": 1, "words": 27,
        "d": {"distract": 1, "delegate": 0, "document": 0, "delay": 1, "direct": 0},
    }  # fmt: skip
    assert list(one.analysis.as_json()) == [
        "scenes", "reachable", "choices", "endings", "paths", "states", "shortest", "longest",
        "d", "words",
    ]  # fmt: skip


CASES = [
    ("stuck", "error", "  aboard:", 3, [STATE, ("d: delay", "when: helped\n        d: delay"),
                                        ("d: distract", "when: calm > 3\n        d: distract")]),
    ("endless", "error", "  aboard:", 3, [("next: off", "next: aboard"),
                                          ("next: off\n  off", "next: aboard\n  off")]),
    ("stub-reached", "warning", "  later:", 3, [("next: off", "next: later"),
                                                ("  off:", "  later: {stub: true}\n  off:")]),
    ("unreachable-scene", "warning", "  lost:", 3,
     [("  off:", "  lost:\n    text: Nobody is here.\n    next: off\n  off:")]),
    ("never-offered", "warning", "id: sit", 9,
     [STATE, ("id: sit", "id: sit\n        when: calm > 2 or helped")]),
    ("never-taken", "warning", "id: ask", 9,
     [STATE, ("next: off\n  off", "next: [{when: helped, to: aboard}, {to: off}]\n  off")]),
    ("unused-variable", "warning", "brave: true", 3,
     [("start: aboard", "state:\n  brave: true\nstart: aboard")]),
    ("unused-cast", "warning", "grey: {", 3,
     [("start: aboard", "  grey: {name: Man, role: harming}\nstart: aboard")]),
    ("long-scene", "warning", "  aboard:", 3, [("It rains.", "It rains." + " rain" * 179)]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "severity", "where", "column", "changes"), CASES, ids=[case[0] for case in CASES]
)
def test_each_finding_of_exploring_with_its_line(
    tmp_path: Path,
    code: str,
    severity: str,
    where: str,
    column: int,
    changes: list[tuple[str, str]],
) -> None:
    text = changed(*changes)
    found = [one for one in _problems(tmp_path, text) if one[0] == code]
    assert found == [(code, severity, line_of(text, where), column)]


@pytest.mark.soak
def test_past_200_000_states_the_figures_are_null(tmp_path: Path) -> None:
    names = [f"n{number}" for number in range(6)]
    more = "".join(
        f"      - {{id: {name}, act: Go., d: wait, fit: fair, when: {name} < 10,"
        f" change: {{{name}: 1}}, feedback: {{headline: So.}}, next: aboard}}\n"
        for name in names
    )
    text = changed(
        ("start: aboard", f"state: {{{', '.join(f'{name}: 0' for name in names)}}}\nstart: aboard"),
        ("  off:", f"{more}  off:"),
    )
    (one,) = _check(put(tmp_path / "a.yaml", text))
    told = [(one.code, one.mark.line) for one in one.problems if one.severity != "method"]
    assert told == [("too-many-states", 1)]
    assert one.analysis
    figures = one.analysis
    assert (figures.scenes, figures.choices, figures.endings) == (2, 8, 1)
    assert {figures.reachable, figures.states, figures.paths, figures.shortest} == {None}
    assert figures.longest is None


def test_an_error_of_the_story_leaves_the_analysis(tmp_path: Path) -> None:
    (one,) = _check(put(tmp_path / "a.yaml", changed(*CASES[0][4])))
    assert one.analysis
    assert (one.analysis.paths, one.analysis.shortest, one.analysis.longest) == (0, None, None)


def test_an_error_of_names_takes_it_away(tmp_path: Path) -> None:
    (one,) = _check(put(tmp_path / "a.yaml", changed(("next: off", "next: of"))))
    assert one.analysis is None
    assert [found.code for found in one.problems] == ["unknown-scene"]


def test_an_unsafe_text_leaves_it(tmp_path: Path) -> None:
    (one,) = _check(put(tmp_path / "a.yaml", changed(("It rains.", "<b>It</b> rains."))))
    assert one.analysis
    assert one.analysis.paths == 2


def test_folders_are_searched_and_files_named_by_hand_are_read(tmp_path: Path) -> None:
    put(tmp_path / "b" / "deep" / "x.yaml", good(id="x"))
    put(tmp_path / "b.yaml", good(id="b"))
    put(tmp_path / "b" / "notes.yaml", "notes: [buy milk]\n  format: no\n")
    put(tmp_path / "b" / "half.yaml", '\ufeff# a comment\n"scenes": {}\n')
    put(tmp_path / "b" / "flow.yaml", '{"format": scenario/1}')
    put(tmp_path / "b" / "text.yml", GOOD)
    by_hand = put(tmp_path / "hand.txt", "shopping: milk\n")
    checked = _check(tmp_path, by_hand, tmp_path / "b")
    paths = [str(one.reading.path) for one in checked]
    assert paths == sorted(paths)
    assert [path[len(str(tmp_path)) + 1 :] for path in paths] == [
        "b.yaml", "b/deep/x.yaml", "b/flow.yaml", "b/half.yaml", "hand.txt"
    ]  # fmt: skip


def test_a_path_that_is_not_there_ends_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        _check(put(tmp_path / "a.yaml", GOOD), tmp_path / "b.yaml")


def test_links_out_of_a_folder_and_circles_of_links_are_not_followed(tmp_path: Path) -> None:
    outside = put(tmp_path / "outside.yaml", GOOD)
    inside = put(tmp_path / "in" / "a.yaml", GOOD).parent
    (inside / "out.yaml").symlink_to(outside)
    (inside / "again").symlink_to(inside)
    (inside / ".#a.yaml").symlink_to("someone@somewhere")
    (inside / "folder.yaml").mkdir()
    assert [one.reading.path.name for one in _check(inside)] == ["a.yaml"]


def test_paths_stay_as_they_were_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "lib" / "a.yaml", GOOD)
    monkeypatch.chdir(tmp_path)
    here = type(tmp_path)()
    for given, shown in ((here, "lib/a.yaml"), (here / "lib", "lib/a.yaml")):
        assert [str(one.reading.path) for one in _check(given)] == [shown]


def test_a_duplicate_id_is_named_at_the_later(tmp_path: Path) -> None:
    for name in ("c", "a", "b"):
        put(tmp_path / f"{name}.yaml", GOOD)
    put(tmp_path / "d.yaml", changed(("next: off", "next: of")))
    checked = _check(tmp_path)
    places = [
        (one.reading.path.name, found.code, found.mark.line, found.mark.column)
        for one in checked
        for found in one.problems
    ]
    assert places == [
        ("b.yaml", "duplicate-id", 2, 5),
        ("c.yaml", "duplicate-id", 2, 5),
        ("d.yaml", "duplicate-id", 2, 5),
        ("d.yaml", "unknown-scene", 24, 15),
    ]
    assert checked[1].analysis is not None


def test_a_duplicate_id_is_named_across_folders(tmp_path: Path) -> None:
    for name in ("b/one", "a/two/three", "a/one"):
        put(tmp_path / f"{name}.yaml", GOOD)
    found = {
        one.reading.path.relative_to(tmp_path).as_posix(): [p.code for p in one.problems]
        for one in _check(tmp_path / "b", tmp_path / "a")
    }
    assert found == {
        "a/one.yaml": [],
        "a/two/three.yaml": ["duplicate-id"],
        "b/one.yaml": ["duplicate-id"],
    }


def test_problems_are_sorted_by_line(tmp_path: Path) -> None:
    text = changed(
        ("start: aboard", "  grey: {name: Man, role: harming}\nstart: aboard"),
        ("She gets off.", "She <b>gets</b> off."),
        ("  off:", "  lost:\n    text: Nobody.\n    next: off\n  off:"),
    )
    found = _problems(tmp_path, text)
    assert [one[0] for one in found] == [
        "unused-cast", "unreachable-scene", "unsafe-markup"
    ]  # fmt: skip
    assert [one[2:] for one in found] == sorted(one[2:] for one in found)


def test_a_review_that_is_over(tmp_path: Path) -> None:
    reviewed = "status: reviewed\nreviewed: {by: Someone, on: 2025-01-01, until: %s}"
    for until, expected in (("2026-03-31", []), ("2026-03-30", [("review-expired", 12)])):
        text = changed(("status: draft", reviewed % until))
        assert [(one[0], one[2]) for one in _problems(tmp_path, text)] == expected
    text = changed(("status: draft", "status: reviewed"))
    assert [(one[0], one[1]) for one in _problems(tmp_path, text)] == [
        ("review-missing", "warning")
    ]


def test_a_stale_translation_is_a_warning_on_the_first_line(tmp_path: Path) -> None:
    po = polib.POFile()
    po.append(polib.POEntry(msgctxt="aboard/text", msgid="It rains.", msgstr="비가 온다."))
    po.append(polib.POEntry(msgctxt="aboard/text", msgid="It snows.", msgstr="눈이 온다."))
    po.append(polib.POEntry(msgctxt="gone/text", msgid="It snows.", msgstr="눈이 온다."))
    po.save(str(tmp_path / "a.ko.po"))
    (tmp_path / "small.vi.po").write_bytes(b"\xff")
    assert _problems(tmp_path, GOOD) == [("stale-translation", "warning", 1, 1)] * 3


def test_the_collector_is_as_it_was(tmp_path: Path) -> None:
    path = put(tmp_path / "a.yaml", GOOD)
    _check(path)
    assert gc.isenabled()
    gc.disable()
    try:
        _check(path)
        assert not gc.isenabled()
    finally:
        gc.enable()
