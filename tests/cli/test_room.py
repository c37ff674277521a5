"""``upstander room``: led by lines, killed in the middle of a vote, and gone on with."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.workshop.phones import Crowd
from trainer.__main__ import main
from trainer.workshop import acts
from trainer.workshop.act import Who
from trainer.workshop.room import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PROTOCOL = ROOT / "docs" / "room-protocol.md"


class Command:
    """``upstander room`` in a process of its own."""

    def __init__(self, *options: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "trainer", "room", "--json", *options],
            cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self.first = self.read()

    def read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        found: dict[str, Any] = json.loads(self._process.stdout.readline())
        return found

    def write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def do(self, act: str, **what: Any) -> dict[str, Any]:
        self.write(json.dumps({"act": act, **what}))
        return self.read()

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self.end()

    def end(self) -> int:
        self._process.communicate()
        return self._process.returncode


@pytest.fixture
def command(home: Path) -> Iterator[list[Command]]:
    made: list[Command] = []
    yield made
    for one in made:
        one.kill()


def test_led_by_lines_killed_in_a_vote_and_gone_on_with(command: list[Command]) -> None:
    room = Command("morning-train", "--keep")
    command.append(room)
    assert room.first["state"]["phase"] == "note"
    for line, code in (
        ("x", "bad-line"), ("[]", "bad-line"), ("{}", "bad-line"), ("[" * 5000, "bad-line"),
        ('{"act": "vote", "voter": "a"}', "unknown-act"), ('{"act": ["next"]}', "unknown-act"),
        ('{"act": "shut"}', "unknown-act"), ('{"act": "next", "on": true}', "bad-field"),
        ('{"act": "show"}', "not-now"),
    ):  # fmt: skip
        room.write(line)
        assert room.read()["error"]["code"] == code, line
    state = room.do("begin")["state"]
    while state["phase"] != "ask":
        state = room.do("next")["state"]
    with Crowd(room.first["url"], room.first["code"]) as crowd:
        phones = crowd.join(6)
        crowd.vote(phones, "-nothing")
        before = room.do("state")["state"]
        assert (before["joined"], before["answered"], before["open"]) == (6, 6, True)
        room.kill()
        again = Command("--go-on", room.first["folder"], "--events")
        command.append(again)
        for key in ("url", "code", "care_url"):
            assert again.first[key] == room.first[key]
        after = again.first["state"]
        assert after["t"] >= before["t"]
        for key in ("scene", "question", "phase", "pass", "open", "answered", "joined", "tally"):
            assert after[key] == before[key]
        crowd.run(phones[0].hello())
        assert phones[0].state["you"]["answers"] == {before["question"]: ["-nothing"]}
        crowd.run(phones[0].vote("-not-sure"))
    again.write('{"act": "show"}')
    lines = [again.read()]
    while "ok" not in lines[-1]:
        lines.append(again.read())
    assert lines[-1]["state"]["tally"]["-nothing"] == 5
    assert lines[-1]["state"]["tally"]["-not-sure"] == 1
    assert {one["event"] for one in lines[:-1]} <= {"state"}
    assert again.end() == 0


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["morning-train", "--plan", "sixty-minutes"],
        ["--plan", "nowhere"],
        ["nowhere"],
        ["morning-train", "--events"],
        ["morning-train", "--port", "70000"],
    ],
)
def test_what_cannot_be_opened_is_said(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["room", *options]) == 2
    assert capsys.readouterr().err


def test_a_plan_is_led_in_a_terminal_without_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with open(os.devnull) as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        assert main(["room", "--plan", "sixty-minutes", "--host", "localhost"]) == 0
    assert re.search(r"http://127.0.0.1:\d+/ with the code \w{6}", capsys.readouterr().out)


def test_the_protocol_names_every_message_and_act() -> None:
    text = PROTOCOL.read_text("utf-8")
    ours = {name for name, act in acts.ACTS.items() if act.who is Who.FACILITATOR}
    for name in ours | messages.PHONE | messages.CARE:
        assert f"`{name}`" in text or f'"type": "{name}"' in text, name
    codes = set(re.findall(r'Refused\(\s*"([a-z-]+)"', _source()))
    for code in codes - {"again", "unknown-act", "bad-line", "frozen"}:
        assert f"`{code}`" in text, code


def _source() -> str:
    places = (ROOT / "trainer" / "workshop").rglob("*.py")
    return "\n".join(path.read_text("utf-8") for path in places)
