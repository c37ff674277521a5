"""Checking again what is saved, until Ctrl C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.authoring.checking.breaking import FULL, broken
from trainer.cli import watching

ROOT = Path(__file__).parent.parent.parent


def test_only_what_has_changed_is_said() -> None:
    before = Counter(["a.yaml:3:1: error: one [x]", "a.yaml:9:2: warning: two [y]"])
    after = Counter(["a.yaml:5:1: error: one [x]", "a.yaml:2:2: error: three [z]"])
    assert watching.changes(before, after) == [
        "a.yaml:2:2: error: three [z]",
        "1 problem is gone",
    ]
    assert watching.changes(before, before) == []


class Watched:
    """A folder that is watched, without waiting for the clock."""

    def __init__(self, tmp_path: Path, **files: str) -> None:
        self.folder = tmp_path
        for name, text in files.items():
            self.save(name, text)
        self.watching = watching.Watching([self.path(name) for name in files], None)

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.yaml"

    def save(self, name: str, text: str) -> None:
        """Save as editors do: beside it, and then in its place."""
        beside = self.folder / "beside"
        beside.write_text(text, "utf-8")
        beside.replace(self.path(name))

    def again(self) -> list[str]:
        """What is said, without the places and the time."""
        said = self.watching.again()
        return [line.rsplit(" ", 1)[-1] if line.endswith("]") else line for line in said]


NOWHERE, STRANGE = "[unknown-scene]", "[bad-value]"


def test_what_is_saved_is_said_once(tmp_path: Path) -> None:
    here = Watched(tmp_path, a=broken("leads nowhere"))
    assert len(here.watching.begin()) == 2
    assert here.again() == []
    here.save("a", broken("leads nowhere").replace("d: distract", "d: distrakt"))
    came, total = here.again()
    assert came == STRANGE
    assert "2 errors" in total
    assert here.again() == []
    here.save("a", broken("leads nowhere").replace("d: distract", "d: distrekt"))
    came, gone, total = here.again()
    assert (came, gone) == (STRANGE, "1 problem is gone")
    here.save("a", FULL)
    gone, total = here.again()
    assert gone == "2 problems are gone"
    assert "0 errors" in total
    assert here.again() == []


def test_the_same_mistake_twice_is_two(tmp_path: Path) -> None:
    line = "a.yaml:{}:1: error: the same [x]"
    one, two = Counter([line.format(3)]), Counter([line.format(3), line.format(9)])
    assert watching.changes(one, two) == [line.format(9)]
    assert watching.changes(two, one) == ["1 problem is gone"]
    assert watching.changes(two, two) == []


def test_translations_beside_a_file_count(tmp_path: Path) -> None:
    here = Watched(tmp_path, a=FULL)
    here.watching.begin()
    (tmp_path / "b.ko.po").write_text("")
    assert here.again() == []
    po = 'msgid ""\nmsgstr "Language: ko\\n"\n\nmsgctxt "off/text"\nmsgid "Old."\nmsgstr "새"\n'
    (tmp_path / "a.ko.po").write_text(po, "utf-8")
    assert here.again()[0] == "[stale-translation]"
    (tmp_path / "a.ko.po").unlink()
    assert here.again()[0] == "1 problem is gone"


def test_what_was_wrong_with_a_deleted_file_is_not_told_as_mended(tmp_path: Path) -> None:
    wrong = broken("leads nowhere")
    inside = tmp_path / "all"
    inside.mkdir()
    for name in ("a", "b"):
        (inside / f"{name}.yaml").write_text(wrong.replace("id: ", f"id: {name}-"), "utf-8")
    watched = watching.Watching([inside], None)
    watched.begin()
    (inside / "a.yaml").unlink()
    gone, total = watched.again()
    assert gone == f"{inside / 'a.yaml'} is gone."
    assert "1 error" in total
    (inside / "b.yaml").write_text(FULL, "utf-8")
    assert watched.again()[0] == "1 problem is gone"
    here = Watched(tmp_path, a=wrong, b=wrong.replace("id: ", "id: b-"))
    here.watching.begin()
    here.path("a").unlink()
    said = here.again()
    assert len(said) == 2
    assert "There is no file" in said[0]


def test_whatever_becomes_of_a_file_it_is_said_and_the_others_are_checked(tmp_path: Path) -> None:
    here = Watched(tmp_path, a=FULL, b=FULL.replace("id: ", "id: other-"))
    here.watching.begin()
    a, b = here.path("a"), here.path("b")
    a.unlink()
    gone, _total = here.again()
    assert str(a) in gone
    here.save("b", broken("leads nowhere"))
    came, _total = here.again()  # That the other is gone was said.
    assert came == NOWHERE
    a.mkdir()
    (a / "inside.yaml").write_text(broken("word misspelt").replace("id: ", "id: third-"), "utf-8")
    assert here.again()[0] == STRANGE
    (a / "inside.yaml").unlink()
    a.rmdir()
    os.symlink(a, a)
    assert any(str(a) in line for line in here.again())
    a.unlink()
    here.again()
    for wrong, code in (
        (b"\xff\xfe", "[not-utf8]"),
        (b"scenes: {", "[not-yaml]"),
        (b"x" * (9 << 20), "[too-large]"),
        (b"", "[not-yaml]"),
    ):
        b.write_bytes(wrong)
        assert code in here.again(), code
    b.unlink()
    assert len(here.again()) == 1
    assert here.again() == []


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes")
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    here = Watched(tmp_path, a=FULL, b=FULL.replace("id: ", "id: other-"))
    here.watching.begin()
    here.path("a").unlink()
    os.mkfifo(here.path("a"))
    assert "[unreadable]" in here.again()


def test_who_saves_without_end_is_checked_all_the_same(tmp_path: Path) -> None:
    here = Watched(tmp_path, a=FULL)
    here.watching.begin()
    ended = Event()

    def save() -> None:
        count = 0
        while not ended.wait(0.001):
            count += 1
            text = broken("leads nowhere") + "#" * (count % 100)
            here.path("a").write_text(text, "utf-8")  # Empty for a moment, each time.

    thread = Thread(target=save)
    thread.start()
    try:
        said = here.again()
        while not said:
            said = here.again()
        assert any(line.startswith("[") for line in said)
    finally:
        ended.set()
        thread.join()
    here.again()
    here.save("a", FULL)
    assert "0 errors" in here.again()[-1]


def test_a_file_that_goes_while_it_is_checked_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Watched(tmp_path, a=FULL)
    here.watching.begin()
    here.save("a", broken("leads nowhere"))

    def gone(path: Path) -> bool:
        path.unlink()
        return True

    with monkeypatch.context() as moment:
        # As if it went between the look and the check.
        moment.setattr(watching, "is_there", gone)
        assert len(here.again()) == 1
    here.save("a", broken("leads nowhere"))
    assert here.again()[0] == NOWHERE


@pytest.mark.skipif(os.name == "nt", reason="a terminal of its own")
def test_it_goes_on_until_ctrl_c_which_leaves_a_clean_line(tmp_path: Path) -> None:
    import pty

    file = tmp_path / "a.yaml"
    file.write_text(broken("leads nowhere"), "utf-8")
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "trainer", "check", "--watch", str(file)],
        cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    with open(ours, encoding="utf-8", newline="\r\n") as told:
        assert "unknown-scene" in told.readline()
        assert "1 error" in told.readline()
        kept = file.read_text("utf-8")
        file.unlink()
        assert "no file or folder" in told.readline()
        file.write_text(kept.replace("d: distract", "d: distrakt"), "utf-8")
        assert "distrakt" in told.readline()
        assert "2 errors" in told.readline()
        child.send_signal(signal.SIGINT)
        assert child.wait(30) == 0
        assert told.readline() == "\r\n"
        with pytest.raises(OSError, match=r"."):
            told.readline()


@pytest.mark.soak
def test_who_stops_reading_ends_it(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(FULL, "utf-8")
    child = subprocess.Popen(
        [sys.executable, "-m", "trainer", "check", "--watch", str(file)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.readline()
    child.stdout.close()
    file.write_text(broken("leads nowhere"), "utf-8")
    assert child.wait(30) == 0
    assert child.stderr.read() == ""
    child.stderr.close()
