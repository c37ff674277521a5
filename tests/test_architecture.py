"""Imports point down only, and Qt stays in its room."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_archon import archrule

if TYPE_CHECKING:
    from collections.abc import Collection

ROOT = Path(__file__).parent.parent
TRAINER = ROOT / "trainer"

SIBLINGS = ["trainer.help*", "trainer.drills*", "trainer.pages*", "trainer.plans*"]
UPPER = [
    "trainer.checking*", "trainer.practice*", "trainer.progress*", "trainer.workshop*",
    "trainer.authoring*",
]  # fmt: skip
ABOVE = {
    "trainer.method": ["trainer.scenario*", *SIBLINGS, *UPPER],
    "trainer.scenario": [*SIBLINGS, *UPPER],
    **{
        room: [*(one for one in SIBLINGS if one != f"{room}*"), *UPPER]
        for room in (
            "trainer.help",
            "trainer.drills",
            "trainer.pages",
            "trainer.plans",
        )
    },
    "trainer.checking": [
        "trainer.practice*", "trainer.progress*", "trainer.workshop*", "trainer.authoring*",
    ],
    "trainer.practice": [
        "trainer.checking*", "trainer.progress*", "trainer.workshop*", "trainer.authoring*",
    ],
    "trainer.progress": ["trainer.checking*", "trainer.workshop*", "trainer.authoring*"],
    "trainer.workshop": ["trainer.checking*", "trainer.progress*", "trainer.authoring*"],
    "trainer.authoring": ["trainer.progress*", "trainer.workshop*"],
}  # fmt: skip
"""Each room below the window, and the rooms beside or above it that it may not enter."""


@pytest.mark.parametrize("room", ABOVE)
def test_a_room_imports_only_from_below(room: str) -> None:
    (
        archrule(f"{room} imports only from below")
        .match(f"{room}*")
        .should_not_import("trainer.ui*", "trainer.app", "trainer.cli*", *ABOVE[room])
        .check("trainer")
    )


@pytest.mark.parametrize(
    "module",
    ["errors", "paths", "language", "settings", "saving", "locking", "spreadsheets"],
)
def test_the_ground_floor_imports_no_room(module: str) -> None:
    (
        archrule(f"{module} is on the ground floor")
        .match(f"trainer.{module}")
        .should_not_import(
            "trainer.ui*", "trainer.app", "trainer.cli*", "trainer.method*", "trainer.scenario*",
            *SIBLINGS, *UPPER,
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


@cache
def read(path: Path) -> tuple[set[str], list[str]]:
    """Every module that a file imports, wherever in it and however that is written.

    Beside it the imports that are made when the file itself is imported.
    """
    found: set[str] = set()
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{one.name}" for one in node.names)
        elif isinstance(node, ast.Call) and _called(node) in ("import_module", "__import__"):
            found.update(str(one.value) for one in node.args if isinstance(one, ast.Constant))
    early = [ast.dump(one) for one in tree.body if isinstance(one, ast.Import | ast.ImportFrom)]
    return found, early


def imported_early(path: Path, words: str) -> bool:
    """Whether the file cannot be imported without something with these words in its name."""
    return any(words in one for one in read(path)[1])


def _called(call: ast.Call) -> str:
    made = call.func
    return made.attr if isinstance(made, ast.Attribute) else getattr(made, "id", "")


def imports_any(path: Path, modules: Collection[str]) -> list[str]:
    """Those of a file's imports that are one of these modules, or inside one."""
    return sorted(
        name
        for name in read(path)[0]
        if any(name == module or name.startswith(f"{module}.") for module in modules)
    )


def test_only_the_window_imports_qt() -> None:
    outside = {
        path.relative_to(ROOT): found
        for path in TRAINER.rglob("*.py")
        if path.parts[len(TRAINER.parts)] not in ("ui", "app.py")
        and (found := imports_any(path, ("PySide6", "shiboken6")))
    }
    assert outside == {}


def test_one_door_to_the_network() -> None:
    """What leaves the computer goes through one module, what comes to it through the room.

    No other even knows how.
    """
    forbidden = (
        "socket", "socketserver", "ssl", "http", "urllib.request", "xmlrpc", "asyncio",
        "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "nntplib", "webbrowser",
        "requests", "httpx", "urllib3", "aiohttp", "websockets",
        "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets",
        "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtHttpServer",
    )  # fmt: skip
    found = {
        path.relative_to(TRAINER).as_posix(): names
        for path in TRAINER.rglob("*.py")
        if (names := imports_any(path, forbidden))
    }
    room = {name: names for name, names in found.items() if name.startswith("workshop/room/")}
    assert room == {
        "workshop/room/answers.py": ["aiohttp", "aiohttp.web"],
        "workshop/room/gates.py": ["asyncio"],
        "workshop/room/hall.py": ["asyncio"],
        "workshop/room/lines.py": [
            "aiohttp", "aiohttp.WSCloseCode", "aiohttp.WSMsgType", "aiohttp.web", "asyncio",
        ],
        "workshop/room/listening.py": ["socket"],
        "workshop/room/room.py": ["aiohttp", "aiohttp.web", "asyncio", "socket"],
        "workshop/room/serving.py": [
            "aiohttp", "aiohttp.WSCloseCode", "aiohttp.http_exceptions",
            "aiohttp.http_exceptions.HttpProcessingError", "aiohttp.web", "asyncio",
        ],
        "workshop/room/talk.py": ["asyncio"],
    }  # fmt: skip
    assert {name: names for name, names in found.items() if name not in room} == {
        "progress/organisation/sending.py": ["http.client", "socket", "ssl"],
        "workshop/network/asking.py": ["socket"],
        "workshop/network/trial.py": ["asyncio"],
    }


def test_the_room_is_opened_late_and_by_people() -> None:
    """Nothing listens at start: whoever opens the room imports it when it is to be opened."""
    early = {
        path.relative_to(TRAINER).as_posix()
        for path in TRAINER.rglob("*.py")
        if "room" not in path.parts and imported_early(path, "trainer.workshop.room")
    }
    assert early == set()


def test_what_listens_is_read_in_when_a_person_opens_it() -> None:
    """The doors of a workshop are imported inside functions, and by pages of a workshop only."""
    doors = ("trainer.workshop.network.asking", "trainer.workshop.network.trial")
    users = {
        path.relative_to(TRAINER).as_posix(): path
        for path in TRAINER.rglob("*.py")
        if imports_any(path, doors)
    }
    assert all(name.startswith("ui/workshop/") for name in users)
    for name, path in users.items():
        assert not any(imported_early(path, door.rsplit(".", 1)[1]) for door in doors), name


def test_the_door_is_opened_by_the_sender_alone_and_late() -> None:
    """No command, no page and no start can send; the sender reads the door in when it does."""
    users = {
        path.relative_to(TRAINER).as_posix(): path
        for path in TRAINER.rglob("*.py")
        if imports_any(path, ("trainer.progress.organisation.sending",))
    }
    assert set(users) == {"ui/organisation/sender.py"}
    assert not imported_early(users["ui/organisation/sender.py"], "sending")


def test_addresses_leave_by_one_door() -> None:
    """The sheet that shows an address first; the settings open the folder with the data."""
    users = {
        path.relative_to(TRAINER).as_posix()
        for path in TRAINER.rglob("*.py")
        if imports_any(path, ("PySide6.QtGui.QDesktopServices",))
    }
    assert users == {"ui/widgets/link_sheet.py", "ui/settings/keeping.py"}


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import os, socket",
        "import http.client as c",
        "from urllib import request",
        "def a():\n    from urllib.request import urlopen",
        "from PySide6 import QtNetwork",
        "import importlib\nimportlib.import_module('ssl')",
    ],
)
def test_an_import_is_seen_however_it_is_written(tmp_path: Path, line: str) -> None:
    written = tmp_path / "written.py"
    written.write_text(line, "utf-8")
    names = ("socket", "http", "urllib.request", "ssl", "PySide6.QtNetwork")
    assert imports_any(written, names)
    other = tmp_path / "other.py"
    other.write_text("import urllib.parse, socketry\nfrom httpd import a", "utf-8")
    assert not imports_any(other, names)


def test_no_file_is_two_rooms() -> None:
    """A file that grows past 400 lines is two rooms."""
    long = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in TRAINER.rglob("*.py")
    }
    assert {name: lines for name, lines in long.items() if lines > 400} == {}
