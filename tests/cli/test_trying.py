"""``upstander play`` with --random and --everything."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.authoring.trying.drafts import TEXT
from tests.cli.test_play import BUS
from trainer.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

Captured = pytest.CaptureFixture[str]


def told(capsys: Captured, *more: str) -> Any:
    assert main(["play", str(BUS), "--json", *more]) == 0
    return json.loads(capsys.readouterr().out)


def test_at_random_the_same_seed_prints_the_same(capsys: Captured) -> None:
    one, again = (told(capsys, "--random", "60", "--seed", "9") for _time in range(2))
    assert one == again
    assert (one["runs"], one["seed"]) == (60, 9)
    assert sum(one["endings"].values()) == 60 == sum(one["outcomes"].values())
    assert told(capsys, "--random", "60") == told(capsys, "--random", "60", "--seed", "1") != one


def test_everything_prints_what_nothing_meets(capsys: Captured) -> None:
    found = told(capsys, "--everything")
    assert (found["seed"], found["whole"]) == (None, True)
    never = {"scene": "grey-stops", "choice": "tell-driver", "arm": 0, "to": "beside"}
    assert found["untested"] == [never]
    assert main(["play", str(BUS), "--everything"]) == 0
    assert "\nNever came up: 1\n- In “Grey stops”, the way of " in capsys.readouterr().out


def test_a_file_with_errors_prints_its_problems(capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "door.yaml"
    file.write_text(TEXT.replace("start: door", "start: window"), "utf-8")
    assert main(["play", str(file), "--everything"]) == 1
    assert "unknown-scene" in capsys.readouterr().out


@pytest.mark.parametrize(
    "more",
    [
        ["--seed", "1"],
        ["--random", "5", "--everything"],
        ["--random", "0"],
        ["--random", "5", "--seed", "-1"],
        ["--random", "5", "--choose", "1"],
        ["--everything", "--record"],
    ],
)
def test_what_does_not_go_together_is_said(capsys: Captured, more: list[str]) -> None:
    assert main(["play", str(BUS), *more]) == 2
    assert capsys.readouterr().err.count("--") >= 1


def test_without_a_scenario_nothing_is_tried(capsys: Captured) -> None:
    assert main(["play", "--random", "5"]) == 2
