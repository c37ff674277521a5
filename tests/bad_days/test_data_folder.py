"""The folder that keeps everything is not what it should be when the program starts."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.bad_days import days
from tests.bad_days.days import upstander
from tests.built_in import BUILT_IN
from tests.ui.practice.hands import SMALL_BUS, Key
from trainer import paths
from trainer import settings as settings_file
from trainer.__main__ import main
from trainer.errors import KeepingError
from trainer.practice.snapshot import Phase
from trainer.progress.store import Store
from trainer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

RECORD = ("play", SMALL_BUS, "--choose", "1", "--record")
NOT_WRITABLE = "Nothing can be written in the folder that keeps what you do."
CANNOT_BE_READ = "The file that keeps what you did cannot be read."
NEWER = "What you did was last kept by a newer version of Upstander."
OPEN = "Upstander is already open with this profile."


@pytest.fixture
def kept(home: Path) -> Path:
    """A database with one run in it, and the scenario of that run."""
    days.own_scenario()
    settings_file.write(days.PLAIN, paths.settings())
    assert main(RECORD) == 0
    return paths.database()


def fingerprint(folder: Path) -> dict[str, bytes]:
    """Every file of a profile that holds something, byte by byte."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.endswith(".lock")
    }


def damage_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"\xff" * 32)


def damage_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)


def newer(path: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def be_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def be_empty(path: Path) -> None:
    path.write_bytes(b"")


def be_cut_off(path: Path) -> None:
    os.truncate(path, 5000)


BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (be_empty, CANNOT_BE_READ),
    "damaged header": (damage_header, CANNOT_BE_READ),
    "damaged page": (damage_page, CANNOT_BE_READ),
    "cut off": (be_cut_off, CANNOT_BE_READ),
    "newer": (newer, NEWER),
    "a folder": (be_a_folder, ""),
}


_TELLING = [*BAD][:2]
"""The short suite tries every damage with the window, and two of them everywhere."""

_EACH = [
    pytest.param(name, marks=() if name in _TELLING else pytest.mark.soak, id=name) for name in BAD
]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        *((name, "--smoke") for name in BAD),
        *(
            pytest.param(name, what, marks=() if name in _TELLING else pytest.mark.soak)
            for name in BAD
            for what in ("record", "list")
        ),
    ],
)
def test_a_database_that_cannot_be_opened(kept: Path, name: str, what: str) -> None:
    spoil, sentence = BAD[name]
    spoil(kept)
    before = fingerprint(kept.parent)
    arguments = {"--smoke": ("--smoke",), "record": RECORD, "list": ("progress", "list")}[what]
    result = upstander(*arguments)
    assert result.returncode == 1
    assert sentence in days.told(result)
    assert 2 <= len(result.stderr.splitlines()) <= 5
    assert fingerprint(kept.parent) == before


@pytest.mark.parametrize("name", _EACH)
def test_what_works_all_the_same(kept: Path, name: str) -> None:
    BAD[name][0](kept)
    played = upstander("play", SMALL_BUS, "--choose", "1")
    assert (played.returncode, days.told(played)) == (0, "")
    looked = upstander("doctor", "--json")
    assert looked.returncode == 1
    assert json.loads(looked.stdout)["attention"]
    days.told(looked)


# Nothing can be written


def arguments_that_write() -> list[tuple[str, ...]]:
    return [RECORD, ("progress", "delete", "--all", "--yes")]


@days.posix
@pytest.mark.parametrize("existed", [True, False])
@pytest.mark.soak
def test_a_home_that_may_not_be_written(home: Path, existed: bool) -> None:
    days.own_scenario()
    if existed:
        settings_file.write(days.PLAIN, paths.settings())
        assert upstander(*RECORD).returncode == 0
    before = fingerprint(home)
    for folder in (home, *(one for one in home.rglob("*") if one.is_dir())):
        folder.chmod(0o555)
    try:
        smoke = upstander("--smoke", without_rights=True)
        recorded = upstander(*RECORD, without_rights=True)
        played = upstander("play", SMALL_BUS, "--choose", "1", without_rights=True)
        looked = upstander("doctor", without_rights=True)
    finally:
        for folder in (home, *(one for one in home.rglob("*") if one.is_dir())):
            folder.chmod(0o755)
    if existed:
        assert (smoke.returncode, NOT_WRITABLE in days.told(smoke)) == (1, True)
    else:
        assert (smoke.returncode, days.told(smoke)) == (0, "")
    assert (recorded.returncode, NOT_WRITABLE in days.told(recorded)) == (1, True)
    assert (played.returncode, days.told(played)) == (0, "")
    assert "Nothing can be written in" in looked.stdout
    days.told(looked)
    assert fingerprint(home) == before


@days.posix
def test_a_file_where_the_home_should_be(home: Path) -> None:
    home.write_text("in the way")
    smoke = upstander("--smoke")
    assert (smoke.returncode, days.told(smoke)) == (0, "")
    recorded = upstander("play", "morning-train", "--choose", "1", "--record")
    assert (recorded.returncode, NOT_WRITABLE in days.told(recorded)) == (1, True)
    assert upstander("progress", "list").stdout == "Nothing is kept on this computer yet.\n"
    assert home.read_text() == "in the way"


@pytest.mark.parametrize(
    "name",
    [
        "äöü ß 漢字 🚌",
        "%s %(id)s {x} '\"",
        pytest.param("with spaces", marks=pytest.mark.soak),
        pytest.param("new\nline", marks=pytest.mark.soak),
    ],
)
@pytest.mark.soak
def test_a_home_of_any_name(tmp_path: Path, name: str) -> None:
    if os.name == "nt" and set(name) & set('"\n'):
        pytest.skip("Windows has no such names")
    folder = tmp_path / name
    for arguments in ((*RECORD[:1], "morning-train", *RECORD[2:]), ("--smoke",), ("doctor",)):
        result = upstander(*arguments, "--home", folder)
        assert result.returncode == 0
        days.told(result)
    assert "1 decision" in upstander("progress", "list", "--home", folder).stdout
    assert (folder / "profiles" / "default" / "progress.db").exists()


def test_a_home_of_somebody_nobody_knows(tmp_path: Path) -> None:
    result = upstander("progress", "list", env={"UPSTANDER_HOME": "~nobody-knows/x"}, cwd=tmp_path)
    assert (result.returncode, days.told(result)) == (0, "")
    named = upstander("progress", "list", "--home", "")
    assert (named.returncode, days.told(named)) == (2, "--home takes a folder.\n")


@days.posix
def test_the_folder_one_stands_in_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = "import os, sys; os.rmdir(os.getcwd()); sys.path.insert(0, sys.argv.pop(1));"
    code += "from trainer.__main__ import main; sys.exit(main(sys.argv[1:]))"
    for arguments in (RECORD, ("progress", "list"), ("doctor",), ("--smoke",)):
        result = subprocess.run(
            [sys.executable, "-c", code, str(days.ROOT), *arguments, "--home", "here"],
            cwd=gone,
            env=days.environment(),
            capture_output=True,
            text=True,
        )
        assert result.returncode == 2
        assert "The folder that you are in is gone." in days.told(result)
        gone.mkdir()


# Settings


HOSTILE = {
    "empty": b"",
    "bytes": b"\xff\xfe\0",
    "a list": b"[]",
    "a number": b"1e400",
    "deep": b"[" * 200_000,
    "huge": b'{"language": "' + b"x" * 2**21 + b'"}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_settings_that_cannot_be_read_are_set_aside(home: Path, name: str) -> None:
    home.mkdir()
    paths.settings().write_bytes(HOSTILE[name])
    assert settings_file.read(paths.settings()) == Settings()
    assert settings_file.set_aside(paths.settings()).read_bytes() == HOSTILE[name]
    assert not paths.settings().exists()


@days.posix
@pytest.mark.parametrize("what", ["pipe", "device", "folder", "ring"])
@pytest.mark.soak
def test_settings_that_are_no_file(home: Path, what: str) -> None:
    home.mkdir()
    place = paths.settings()
    if what == "pipe":
        os.mkfifo(place)
    elif what == "folder":
        (place / "inside").mkdir(parents=True)
    else:
        place.symlink_to("/dev/zero" if what == "device" else place)
    smoke = upstander("--smoke")
    assert (smoke.returncode, days.told(smoke)) == (0, "")


def test_settings_with_values_that_make_no_sense(qapp: QApplication, home: Path) -> None:
    half = "\ud800"
    raw = {
        "keep": "yes", "text_size": True, "palette": ["dark"], "motion": half, "language": half,
        "folders": ["/nowhere", half, "", 7, "~nobody-knows", "/a\0b", "/dev", "/" + "x" * 5000],
        "quick_page": "nothing", "last_page": "debrief", "window": "////", "read_aloud": 1,
        "unknown": {},
    }  # fmt: skip
    home.mkdir()
    paths.settings().write_text(json.dumps(raw))
    read = settings_file.read(paths.settings())
    assert read == Settings(
        folders=("/nowhere", "/a\0b", "/dev", "/" + "x" * 5000),
        quick_page="nothing", last_page="debrief", window="////",
    )  # fmt: skip
    with days.window(read.but(keep=True)) as hands:
        assert len(hands.context.library.cards()) == BUILT_IN
        for page in ("settings", "progress", "past-runs", "home"):
            hands.open(page)
        hands.context.leave_quickly()
        hands.settle()
        assert hands.shell.is_left()
    assert settings_file.read(paths.settings()).folders == read.folders


def test_settings_set_aside_are_said_at_the_next_start(qapp: QApplication, home: Path) -> None:
    home.mkdir()
    paths.settings().write_bytes(b"{")
    settings_file.read(paths.settings())
    with days.window(Settings()) as hands:
        hands.stage.settle()
        assert "Your settings could not be read" in hands.seen()


# Gone while it is open


@days.posix
@pytest.mark.parametrize("what", ["database", "profile", "home"])
def test_it_is_deleted_while_it_is_open(qapp: QApplication, home: Path, what: str) -> None:
    days.own_scenario()
    with days.window() as hands:
        hands.begin()
        if what == "database":
            paths.database().unlink()
        else:
            shutil.rmtree(paths.profile() if what == "profile" else home)
        hands.press(Key.Key_1)
        assert hands.session.last is None
        assert "was moved or deleted while it was open" in hands.seen()
        hands.button("Go on without keeping").click()
        hands.settle()
        assert hands.phase is Phase.FEEDBACK
        for page in ("home", "progress", "past-runs", "settings"):
            hands.open(page)
        hands.open("practice", scenario=SMALL_BUS)
        # With the home its scenario is gone, too; the run is played on from memory.
        gone = "The file of this scenario is gone or broken."
        assert (gone in hands.seen()) == (what == "home")
        assert hands.session.last is not None


# Held by another


STARTS = """
import sys
from tests.bad_days import driver
from trainer.__main__ import main

driver.when_shown(driver.own_words)
sys.exit(main([]))
"""


@days.posix
def test_a_second_window_says_so_and_after_a_kill_it_opens(home: Path) -> None:
    days.own_scenario()
    settings_file.write(days.PLAIN, paths.settings())
    first = subprocess.Popen(
        [sys.executable, "-c", STARTS],
        cwd=days.ROOT,
        env=days.environment({"PYTHONPATH": str(days.ROOT)}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert first.stdout is not None
        assert first.stdout.readline().startswith("there")
        for arguments in (("--smoke",), RECORD, ("progress", "list")):
            second = upstander(*arguments)
            assert (second.returncode, OPEN in days.told(second)) == (1, True)
            assert "Nothing was changed." in second.stderr
        with pytest.raises(KeepingError, match="already open"):
            Store.open(paths.database())
        looked = upstander("doctor")
        days.told(looked)
    finally:
        first.kill()
        first.communicate(timeout=30)
    third = upstander("--smoke")
    assert (third.returncode, days.told(third)) == (0, "")
    assert "not finished, 0 decisions" in upstander("progress", "list").stdout
