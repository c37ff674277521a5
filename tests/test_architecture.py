"""Imports point down only, and Qt stays in its room."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).parent.parent
TRAINER = ROOT / "trainer"

ABOVE = {
    "trainer.method": ["trainer.scenario*", "trainer.practice*", "trainer.progress*"],
    "trainer.scenario": ["trainer.practice*", "trainer.progress*"],
    "trainer.practice": ["trainer.progress*"],
    "trainer.progress": [],
}
"""Each room below the window, and the rooms beside or above it that it may not enter."""


@pytest.mark.parametrize("room", ABOVE)
def test_a_room_imports_only_from_below(room: str) -> None:
    (
        archrule(f"{room} imports only from below")
        .match(f"{room}*")
        .should_not_import("trainer.ui*", "trainer.app", "trainer.cli*", *ABOVE[room])
        .check("trainer")
    )


@pytest.mark.parametrize("module", ["errors", "paths", "language", "settings"])
def test_the_ground_floor_imports_no_room(module: str) -> None:
    (
        archrule(f"{module} is on the ground floor")
        .match(f"trainer.{module}")
        .should_not_import(
            "trainer.ui*", "trainer.app", "trainer.cli*", "trainer.method*", "trainer.scenario*",
            "trainer.practice*", "trainer.progress*",
        )
        .check("trainer")
    )  # fmt: skip


def test_the_window_does_not_know_the_command_line() -> None:
    (
        archrule("ui below cli and app")
        .match("trainer.ui*")
        .should_not_import("trainer.cli*", "trainer.app")
        .check("trainer", only_direct_imports=True)
    )


def test_only_the_window_imports_qt() -> None:
    outside = [
        path.relative_to(ROOT)
        for path in TRAINER.rglob("*.py")
        if path.parts[len(TRAINER.parts)] not in ("ui", "app.py")
        and any(
            line.lstrip().startswith(("from PySide6", "import PySide6"))
            for line in path.read_text("utf-8").splitlines()
        )
    ]
    assert outside == []


def test_nothing_imports_the_network() -> None:
    """Nothing leaves the computer: no module of the program even knows how."""
    forbidden = ("socket", "http", "urllib.request", "ssl", "ftplib", "smtplib", "requests",
                 "aiohttp", "PySide6.QtNetwork")  # fmt: skip
    found = [
        (path.relative_to(ROOT), line.strip())
        for path in TRAINER.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if line.lstrip().startswith(("import ", "from "))
        and any(
            line.split()[1] == name or line.split()[1].startswith(name + ".") for name in forbidden
        )
    ]
    assert found == []


def test_no_file_is_two_rooms() -> None:
    """A file that grows past 400 lines is two rooms."""
    long = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in TRAINER.rglob("*.py")
    }
    assert {name: lines for name, lines in long.items() if lines > 400} == {}
