"""A pack may do without a method rule, for a reason, and that is told."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.checking.test_report import Outline
from tests.scenario.good_file import put
from tests.scenario.rules.story import good, written
from trainer.__main__ import main
from trainer.checking import report
from trainer.checking.files import check_paths

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 29)

PACK = """\
id: our-clinic
title: Our clinic
version: "1"
authors: [Us]
licence: CC-BY-4.0
languages: [en]
rules_off:
  no-resources: Our leaflets lie on every table.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    text = written(good(), resources=None, debrief=None, state=None)
    return put(tmp_path / "scenarios" / "story" / "story.yaml", text)


def _codes(path: Path) -> list[str]:
    return [found.code for one in check_paths([path], TODAY) for found in one.problems]


def test_without_a_pack_every_rule_holds(story: Path) -> None:
    assert _codes(story) == ["no-debrief", "no-resources"]


def test_a_rule_that_is_off_finds_nothing_in_the_whole_pack(tmp_path: Path, story: Path) -> None:
    put(tmp_path / "pack.yaml", PACK)
    assert _codes(story) == ["no-debrief"]
    assert _codes(tmp_path) == ["no-debrief"]


def test_the_nearest_pack_counts(tmp_path: Path, story: Path) -> None:
    put(tmp_path / "pack.yaml", PACK)
    put(story.parent / "pack.yaml", PACK.replace("no-resources", "no-debrief"))
    assert _codes(story) == ["no-resources"]


def test_it_is_told_to_a_person_and_in_the_report(
    tmp_path: Path, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path / "pack.yaml", PACK)
    assert main(["check", str(story)]) == 0
    assert "no-resources found is left out by the pack: Our leaflets lie" in capsys.readouterr().out
    words = Outline(report.page(check_paths([story], TODAY), TODAY)).words
    assert any("no-resources is switched off in this pack: Our leaflets" in one for one in words)


def test_nothing_is_told_where_the_rule_would_have_found_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path / "pack.yaml", PACK)
    put(tmp_path / "story.yaml", written(good(), state=None))
    assert main(["check", str(tmp_path)]) == 0
    assert "left out" not in capsys.readouterr().out


def test_errors_and_warnings_cannot_be_switched_off(tmp_path: Path, story: Path) -> None:
    put(tmp_path / "pack.yaml", PACK.replace("no-resources", "unknown-scene"))
    assert _codes(story) == ["unknown-rule", "no-debrief", "no-resources"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("no-resources:", "no-resurces:", "unknown-rule"),
        ("title: Our clinic\n", "", "missing-key"),
        ("version:", "verson:", "unknown-key"),
        ("Our leaflets lie on every table.", '""', "empty-text"),
        ("id: our-clinic", "id: [", "not-yaml"),
    ],
)
def test_a_pack_that_is_wrong_switches_nothing_off_and_is_told(
    tmp_path: Path, story: Path, old: str, new: str, code: str
) -> None:
    put(tmp_path / "pack.yaml", PACK.replace(old, new))
    codes = _codes(story)
    assert code in codes
    assert {"no-debrief", "no-resources"} <= set(codes)


def test_a_pack_is_read_as_one_where_it_is_named_and_where_nothing_lies_below(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = put(tmp_path / "pack.yaml", PACK)
    assert main(["check", str(named)]) == 0
    assert capsys.readouterr().out == "1 file, 0 errors, 0 warnings\n"
    assert _codes(tmp_path) == []
    put(named, PACK.replace("version:", "verson:"))
    assert _codes(named) == _codes(tmp_path) == ["unknown-key"]


def test_the_shape_for_tools_stays(
    tmp_path: Path, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path / "pack.yaml", PACK)
    assert main(["check", "--json", str(story)]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert set(file) == {"path", "id", "problems", "analysis"}
    assert [one["code"] for one in file["problems"]] == ["no-debrief"]
