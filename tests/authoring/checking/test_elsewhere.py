"""The other process finds what ``check`` finds, and what becomes of it loses nothing."""

from __future__ import annotations

import os
import signal
import sys
from datetime import date
from queue import Queue
from typing import TYPE_CHECKING

import pytest

from tests.authoring.checking.breaking import BROKEN, FULL, broken
from tests.authoring.files import read, shipped
from trainer.authoring.checking.elsewhere import Elsewhere
from trainer.authoring.checking.process import Process
from trainer.authoring.checking.telling import Answer, Question
from trainer.checking.files import check_paths, check_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TODAY = date(2026, 11, 30)
PACK = "id: some\ntitle: Some\nversion: '1'\nauthors: [Us]\nlicence: CC-BY-4.0\n"
STALE = 'msgid ""\nmsgstr ""\n\nmsgctxt "off/text"\nmsgid "She got off."\nmsgstr "Sie stieg aus."\n'


class Asking:
    """Asks the other process, and waits for what it tells."""

    def __init__(self, **how: object) -> None:
        self.told: Queue[Answer] = Queue()
        self.elsewhere = Elsewhere(self.told.put, **how)  # type: ignore[arg-type]

    def ask(self, path: Path, text: str, version: int = 0) -> None:
        self.elsewhere.ask(Question(path, text, version, TODAY))

    def answer(self) -> Answer:
        return self.told.get(timeout=30)

    def check(self, path: Path, text: str) -> Answer:
        self.ask(path, text)
        return self.answer()


@pytest.fixture
def asking() -> Iterator[Asking]:
    made = Asking()
    yield made
    made.elsewhere.close()


def same_as_check(asking: Asking, path: Path, text: str) -> Answer:
    """Assert that a file and the same text tell the same; give the answer."""
    path.write_bytes(text.encode())
    checked = check_paths([path], TODAY)
    answer = asking.check(path, text)
    own = [one for one in checked if one.reading.path == path]
    others = [one for one in checked if one.reading.path != path]
    assert tuple(one.problem for one in answer.found) == own[0].problems
    assert answer.analysis == own[0].analysis
    assert dict(answer.switched_off) == dict(own[0].switched_off)
    assert answer.beside == tuple(
        (one.reading.path, each) for one in others for each in one.problems
    )
    for found in answer.found:
        if found.offset == len(text):
            continue  # Its place is behind the last line.
        lines = text[: found.offset].replace("\r\n", "\n").split("\n")
        assert (len(lines), len(lines[-1]) + 1) == (
            found.problem.mark.line,
            found.problem.mark.column,
        )
    return answer


def test_it_finds_what_check_finds(asking: Asking, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    assert same_as_check(asking, path, FULL).analysis is not None
    for name in BROKEN:
        assert same_as_check(asking, path, broken(name)).found
    for text in ("", "{", "- a\n", "\x00", "a: *b\n", FULL + "---\na: b\n", FULL[:200]):
        assert same_as_check(asking, path, text).found


def test_what_lies_around_a_file_counts(asking: Asking, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    (tmp_path / "a.de.po").write_text(STALE, "utf-8")
    text = FULL.replace("debrief: {questions: [What did you see?]}\n", "")
    codes = [one.problem.code for one in same_as_check(asking, path, text).found]
    assert "stale-translation" in codes
    assert "no-debrief" in codes
    (tmp_path / "pack.yaml").write_text(f"{PACK}rules_off: {{no-debrief: Ours is aloud.}}\n")
    answer = same_as_check(asking, path, text)
    assert dict(answer.switched_off) == {"no-debrief": "Ours is aloud."}
    assert "no-debrief" not in [one.problem.code for one in answer.found]
    (tmp_path / "pack.yaml").write_text(f"{PACK}rules_off: {{no-debrif: Ours is aloud.}}\n")
    assert same_as_check(asking, path, text).beside


def test_every_format_is_checked(asking: Asking, tmp_path: Path) -> None:
    others = {path.parent.name: path for path in shipped() if path.parent.name != path.stem}
    assert len(others) >= 4
    for path in others.values():
        same_as_check(asking, tmp_path / path.name, read(path).replace("title", "tittle", 1))


def test_the_latest_text_is_what_counts(asking: Asking, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    for version in range(50):
        asking.ask(path, FULL, version)
    seen = [asking.answer().question.version]
    while seen[-1] != 49:
        seen.append(asking.answer().question.version)
    assert len(seen) < 5


def test_a_process_that_dies_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    processes: list[Process] = []

    def start() -> Process:
        processes.append(Process.begin())
        return processes[-1]

    asking = Asking(start=start)
    assert asking.check(path, FULL).analysis is not None
    os.kill(processes[0].number, signal.SIGTERM)
    assert asking.check(path, FULL).analysis is not None
    assert len(processes) == 2
    asking.elsewhere.close()


DYING = "import sys; sys.stdin.readline(); sys.exit(3)"
BABBLING = "import sys; sys.stdin.readline(); print('no JSON', flush=True); sys.stdin.read()"
HANGING = "import sys, time; sys.stdin.readline(); time.sleep(60)"


@pytest.mark.parametrize("code", [DYING, BABBLING])
def test_what_cannot_be_checked_is_told(code: str, tmp_path: Path) -> None:
    asking = Asking(start=lambda: Process((sys.executable, "-S", "-c", code)))
    assert asking.check(tmp_path / "a.yaml", FULL).failed
    asking.elsewhere.close()


def test_where_no_process_can_be_started_that_is_told(tmp_path: Path) -> None:
    asking = Asking(start=lambda: Process((str(tmp_path / "nothing"),)))
    assert asking.check(tmp_path / "a.yaml", FULL).failed
    asking.elsewhere.close()


def test_a_check_that_hangs_is_given_up(tmp_path: Path) -> None:
    hanging = (sys.executable, "-S", "-c", HANGING)
    commands = [hanging, hanging]
    asking = Asking(start=lambda: Process(commands.pop()), hangs=0.1)
    assert asking.check(tmp_path / "a.yaml", FULL).failed
    asking.elsewhere.close()


def test_an_outdated_check_is_given_up_for_the_next(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    hanging = (sys.executable, "-S", "-c", HANGING)
    starts: list[Callable[[], Process]] = [Process.begin, lambda: Process(hanging)]

    def start() -> Process:
        return starts.pop()()

    asking = Asking(start=start, outdated=0.1)
    asking.ask(path, FULL, 1)
    while starts[1:]:
        pass
    asking.ask(path, FULL, 2)
    answer = asking.answer()
    assert (answer.question.version, answer.failed) == (2, False)
    asking.elsewhere.close()


def test_closing_ends_what_goes_on(tmp_path: Path) -> None:
    started: list[Process] = []

    def start() -> Process:
        started.append(Process((sys.executable, "-S", "-c", HANGING)))
        return started[-1]

    asking = Asking(start=start)
    asking.ask(tmp_path / "a.yaml", FULL)
    while not started:
        pass
    asking.elsewhere.close()
    assert asking.told.empty()
    with pytest.raises(ProcessLookupError):
        os.kill(started[0].number, 0)


@pytest.mark.soak
@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_every_shipped_file_tells_the_same(path: Path, asking: Asking) -> None:
    for old, new in (("", ""), ("next: ", "next: x"), ("text:", "txet:"), (": ", ": {")):
        text = read(path).replace(old, new, 3) if old else read(path)
        answer = asking.check(path, text)
        checked = check_text(text.encode(), path, TODAY)
        own = next(one for one in checked if one.reading.path == path)
        assert tuple(one.problem for one in answer.found) == own.problems
        assert answer.analysis == own.analysis
