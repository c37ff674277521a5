"""A scenario folder with broken, hostile, huge and unreadable files beside good ones."""

from __future__ import annotations

import os
import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from tests.bad_days import days
from tests.built_in import BUILT_IN
from tests.ui.practice.hands import SMALL_BUS, Key
from tests.until import until
from trainer import paths
from trainer.practice.snapshot import Phase
from trainer.ui.authoring.home.page import AuthorHomePage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

HEAD = b"format: scenario/1\n"


def alias_bomb() -> bytes:
    lines = [b"format: scenario/1", b"a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip(b"abcdefgh", b"bcdefghi", strict=True):
        lines.append(b"%c: &%c [%s]" % (name, name, b", ".join([b"*%c" % before] * 9)))
    return b"\n".join(lines)


HOSTILE: dict[str, bytes] = {
    "alias-bomb": alias_bomb(),
    "anchor-of-itself": HEAD + b"scenes: &a {b: *a}\n",
    "list-in-list": HEAD + b"scenes: " + b"[" * 100_000,
    "mapping-in-mapping": HEAD + b"scenes: " + b"{a: " * 100_000,
    "dashes": HEAD + b"scenes:\n" + b"- " * 50_000,
    "question-marks": HEAD + b"? " * 50_000,
    "too-large": HEAD + b"# a comment\n" * (9 * 2**20 // 12),
    "one-long-line": HEAD + b"title: " + b"x" * (7 * 2**20),
    "many-keys": HEAD + b"a: 1\n" * 500_000,
    "nul": HEAD + b"\0\0\0",
    "latin-1": HEAD + "title: é".encode("latin-1"),
    "utf-16": "format: scenario/1\n".encode("utf-16"),
    "tag": HEAD + b"scenes: !!python/object/apply:os.system ['touch owned']\n",
    "two-documents": HEAD + b"---\n" + HEAD,
    "cut-off": days.SMALL.read_bytes()[:2000],
    "only-the-format": HEAD,
}
NAMES: tuple[str | bytes, ...] = (
    "new\nline.yaml", "right\u202eto-left.yaml", "bus 🚌.yaml", "é" * 120 + ".yaml",
    "<img src=x>.yaml", "%(id)s {x} &&.yaml", "-.yaml", ".yaml", b"no-unicode-\xff.yaml",
)  # fmt: skip


@pytest.mark.soak
def test_hostile_files_beside_a_good_one_on_the_command_line(home: Path) -> None:
    days.own_scenario()
    for name, data in HOSTILE.items():
        days.put(f"{name}.yaml", data)
    result = days.upstander("play", SMALL_BUS, "--choose", "1")
    assert (result.returncode, days.told(result)) == (0, "")
    checked = days.upstander("check", paths.own_scenarios())
    assert checked.returncode == 1
    named = {name for name in HOSTILE if f"{name}.yaml:" in checked.stdout}
    # What is not even UTF-8 cannot be seen to be a scenario.
    assert named == HOSTILE.keys() - {"utf-16"}
    days.told(checked)
    assert not (days.ROOT / "owned").exists()


@pytest.mark.soak
def test_all_of_them_at_once_in_the_window(qapp: QApplication, home: Path) -> None:
    days.own_scenario()
    for name, data in HOSTILE.items():
        days.put(f"{name}.yaml", data)
    with days.window() as hands:
        broken = {one.path.stem for one in hands.context.library.broken()}
        assert broken == HOSTILE.keys() - {"utf-16"}
        assert all(one.problems for one in hands.context.library.broken())
        assert "scenarios in your own folder are not ready to be played" in hands.seen()
        hands.button("Show in Author").click()
        hands.stage.rest()
        assert "Alias bomb" in hands.seen()
        hands.open("home")
        hands.begin()
        assert hands.phase is Phase.DECIDING


@days.posix
@pytest.mark.parametrize("settled", [False, True])
def test_names_that_nobody_expects(qapp: QApplication, home: Path, settled: bool) -> None:
    """Also the second time, when what was found is read from the index."""
    good = days.SMALL.read_bytes()
    for number, name in enumerate(NAMES):
        days.put(name, good.replace(b"small-bus", b"odd-%d" % number))
        days.put(b"broken/" + os.fsencode(name), HEAD)
    if settled:
        assert days.upstander("play", "odd-0", "--choose", "1").returncode == 0
    with days.window(size=(800, 600)) as hands:
        for number in range(len(NAMES)):
            hands.open("practice", scenario=f"odd-{number}", again=True)
            assert hands.shell.page().title() == "Shouting on the 22 bus"
        # However long a name is, the page is no wider than the window.
        for page in ("home", "author-home"):
            hands.open(page)
            scroller = hands.shell.page().scroller
            assert scroller is not None
            assert scroller.content.width() <= hands.shell.width()
    checked = days.upstander("check", paths.own_scenarios())
    # A sign that turns the rest of a line around is shown as one that does nothing.
    assert "\u202e" not in checked.stdout
    assert "\ufffd" in checked.stdout
    lines = checked.stdout.splitlines()
    assert all(line.startswith(str(home)) or line.endswith("warnings") for line in lines)


@days.posix
def test_what_is_no_file_at_all(qapp: QApplication, home: Path) -> None:
    folder = days.own_scenario().parent
    os.mkfifo(folder / "pipe.yaml")
    os.mkfifo(folder / "small-bus.ko.po")
    (folder / "folder.yaml").mkdir()
    shutil.copy(days.SMALL, folder / "folder.yaml" / "copy.yaml")
    (folder / "ring.yaml").symlink_to("ring.yaml")
    (folder / "gone.yaml").symlink_to("nowhere")
    (folder / "device.yaml").symlink_to("/dev/zero")
    (folder / "passwords.yaml").symlink_to("/etc/passwd")
    (folder / "ring").symlink_to(".")
    (folder / "root").symlink_to("/")
    with days.window() as hands:
        assert hands.context.library.card(SMALL_BUS) is not None
        assert [one.path.name for one in hands.context.library.broken()] == ["small-bus.yaml"]
        hands.begin()
        assert hands.phase is Phase.DECIDING


@days.posix
@pytest.mark.parametrize("command", ["check", "play"])
def test_a_pipe_or_a_device_is_said_and_not_waited_for(home: Path, command: str) -> None:
    home.mkdir()
    os.mkfifo(home / "pipe.yaml")
    for place in (home / "pipe.yaml", "/dev/zero"):
        result = days.upstander(command, place)
        assert result.returncode == 1
        assert "this is a pipe or a device, not a file." in result.stdout + days.told(result)


@days.posix
def test_a_file_that_may_not_be_read(home: Path) -> None:
    days.own_scenario()
    locked = days.own_scenario("locked.yaml", small_bus="locked-bus")
    locked.chmod(0)
    result = days.upstander("doctor", without_rights=True)
    assert f"{BUILT_IN + 1} scenarios can be played." in result.stdout
    assert str(locked) in result.stdout
    days.told(result)
    checked = days.upstander("check", locked, without_rights=True)
    assert "this file may not be read by you." in checked.stdout
    locked.chmod(0o644)
    told = days.upstander("doctor", without_rights=True).stdout
    assert f"{BUILT_IN + 2} scenarios can be played." in told


@days.posix
def test_a_folder_that_may_not_be_looked_into(home: Path) -> None:
    days.own_scenario()
    locked = days.own_scenario("locked/locked.yaml", small_bus="locked-bus").parent
    locked.chmod(0)
    try:
        result = days.upstander("doctor", without_rights=True)
    finally:
        locked.chmod(0o755)
    assert f"{BUILT_IN + 1} scenarios can be played." in result.stdout
    days.told(result)


def test_files_come_and_go_while_the_folder_is_read(home: Path) -> None:
    for number in range(40):
        days.own_scenario(f"{number}.yaml", small_bus=f"bus-{number}")
    from trainer.scenario.libraries.library import Library

    stop = threading.Event()

    def churn() -> None:
        while not stop.is_set():
            for number in range(40):
                (paths.own_scenarios() / f"{number}.yaml").unlink(missing_ok=True)
            for number in range(40):
                days.own_scenario(f"{number}.yaml", small_bus=f"bus-{number}")

    churning = threading.Thread(target=churn)
    churning.start()
    try:
        for _look in range(30):
            library = Library((paths.own_scenarios(),), paths.cache())
            library.refresh()
            assert len(library.cards()) <= 40
    finally:
        stop.set()
        churning.join()
    library.refresh()
    assert (len(library.cards()), library.broken()) == (40, ())


def a_page_of(scenarios: int, broken: int) -> None:
    for number in range(scenarios):
        days.own_scenario(f"good/{number}.yaml", small_bus=f"bus-{number}")
    for number in range(broken):
        days.put(f"broken/{number}.yaml", HEAD + b"id: [" * (number % 2))


@pytest.mark.soak
def test_a_thousand_scenarios_and_two_hundred_broken_files(qapp: QApplication, home: Path) -> None:
    a_page_of(1000, 200)
    with days.window() as hands:
        assert len(hands.context.library.cards()) == 1000 + BUILT_IN
        assert "200 scenarios in your own folder are not ready to be played" in hands.seen()
        hands.button("Show in Author").click()
        page = hands.shell.page()
        assert isinstance(page, AuthorHomePage)
        until(lambda: not page.is_drawing)
        assert hands.seen().splitlines().count("Go on writing") == 24
        assert "24 of 1200 show." in hands.seen()
        hands.press(Key.Key_K, ctrl=True)
        hands.write("22 bus")
        hands.press(Key.Key_Return)
        assert hands.shell.page().title() == "Shouting on the 22 bus"


def test_leaving_while_a_large_folder_is_still_read(qapp: QApplication, home: Path) -> None:
    from tests.scenes import Stage

    a_page_of(150, 0)
    with Stage(days.PLAIN) as stage:
        stage.program.show()
        stage.settle(0)
        stage.shell.close()
    with days.window() as hands:
        assert len(hands.context.library.cards()) == 150 + BUILT_IN


@pytest.mark.parametrize(
    "index",
    [
        b"[" * 100_000,
        b'{"version": 1, "files": []}',
        *(
            pytest.param(one, marks=pytest.mark.soak)
            for one in (b"", b"[]", b"{}", b"\xff\xfe", b"null")
        ),
    ],
    ids=["deep", "version", "empty", "list", "mapping", "bytes", "null"],
)
def test_an_index_that_was_damaged_is_made_anew(home: Path, index: bytes) -> None:
    days.own_scenario()
    assert days.upstander("play", SMALL_BUS, "--choose", "1").returncode == 0
    for place in paths.cache().iterdir():
        place.write_bytes(index)
    result = days.upstander("play", SMALL_BUS, "--choose", "1")
    assert (result.returncode, days.told(result)) == (0, "")


@days.posix
@pytest.mark.parametrize("how", ["folder", "ring", "file-in-the-way"])
def test_a_place_for_the_index_that_is_none(home: Path, how: str) -> None:
    days.own_scenario()
    cache = paths.cache()
    make: dict[str, Callable[[], object]] = {
        "folder": lambda: (cache / "library.json").mkdir(parents=True),
        "ring": lambda: cache.symlink_to(cache),
        "file-in-the-way": lambda: cache.write_text("in the way"),
    }
    make[how]()
    result = days.upstander("play", SMALL_BUS, "--choose", "1")
    assert (result.returncode, days.told(result)) == (0, "")
