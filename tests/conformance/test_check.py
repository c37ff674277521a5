"""The format, read once more from its description: each mistake, its code and its place.

Written without looking at the reader, and run through the command line as other tools do.
Each case changes one thing in a scenario that has no problem. ``«`` marks the place where the
problem is expected; it is taken out before reading.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.conformance.story import GOOD
from trainer.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Case:
    """One change: ``old`` becomes ``new``, in which « marks the place of the problem."""

    code: str
    old: str
    new: str
    severity: str = "error"
    others: tuple[str, ...] = ()
    count: int = 1

    def __str__(self) -> str:
        return f"{self.code}: {self.new[:40]!r}"


CASES = [
    # the file itself
    Case("bad-character", "Rain runs", "Rain «\x07runs"),
    Case("bad-character", "Rain runs", "Rain «\u2028runs"),
    Case("bad-character", "Rain runs", "Rain «\u0085runs"),
    Case("not-yaml", "title: Shouting on the bus", "title: Shouting«: on the bus"),
    Case("alias", "status: draft", "status: «&x draft"),
    Case("tag", "status: draft", "status: «!!str draft"),
    Case("several-documents", "resources: [stop-aapi-hate]\n", "resources: []\n«---\na: b\n"),
    Case("unsupported-format", "format: scenario/1", "format: «scenario/2"),
    # shape
    Case("duplicate-key", "minutes: 8", "minutes: 8\n«minutes: 9"),
    Case("unknown-key", "minutes: 8", "minutes: 8\n«zebra: 9"),
    Case("unknown-key", "minutes: 8", "«minuts: 8"),
    Case("unknown-key", "summary: A man shouts", "«sumary: A man shouts"),
    Case("missing-key", "format: scenario/1\nid: bus-small\n", "«format: scenario/1\n"),
    Case("missing-key", "      - id: ask\n        say", "      - «say"),
    Case("missing-key", "      - id: tell\n", "      - «zebra: 1\n", others=("unknown-key",)),
    Case("missing-key", "        fit: strong\n", ""),
    Case("wrong-type", "minutes: 8", "minutes: «[8]"),
    Case("wrong-type", "minutes: 8", "minutes: «eight"),
    Case("wrong-type", "over: true", "over: «yes"),
    Case("wrong-type", "goals:\n  - Notice early", "goals: «Notice early"),
    Case("bad-value", "minutes: 8", "minutes: «61"),
    Case("bad-value", "setting: transit", "setting: «transitt"),
    Case("bad-value", "id: bus-small", "id: «Bus_Small"),
    Case("bad-value", "points: [Short, Calm]", "points: «[]"),
    Case("bad-value", "  calm: 2", "  calm: «11"),
    Case("bad-value", "  calm: 2\n", "  calm: 2\n  «no-way: true\n"),
    Case("empty-text", "title: Shouting on the bus", "title: «~"),
    Case("empty-text", "title: Shouting on the bus", 'title: «""'),
    # names
    Case("unknown-scene", "next: her-stop", "next: «her-stopp"),
    Case("unknown-scene", "start: look-up", "start: «look-pu"),
    Case("unknown-cast", "to: driver\n", "to: «drivr\n"),
    Case("unknown-cast", "- lin: Please", "- «lim: Please"),
    Case("unknown-variable", "when: calm >= 1 and", "when: «clam >= 1 and"),
    Case("unknown-variable", "set: {helped: true}\n        ch", "set: {«helpd: true}\n        ch"),
    Case("unknown-resource", "resources: [stop-aapi-hate]", "resources: [«stop-api-hate]"),
    Case("unknown-picture", "status: draft", "status: draft\nbackdrop: «no-such-place"),
    Case("duplicate-id", "- id: tell", "- id: «ask"),
    # conditions
    Case("bad-condition", "when: calm >= 1 and not helped", "when: calm «= 1 and not helped"),
    Case("bad-condition", "when: calm >= 1 and not helped", "when: «helped >= 1"),
    Case("bad-condition", "when: calm >= 1 and not helped", "when: calm >= 1 «&& helped"),
    Case("bad-condition", "when: calm >= 1 and not helped", "when: 0 < calm «< 3"),
    # assets and markup
    Case("missing-asset", "status: draft", "status: draft\nbackdrop: «here.png"),
    Case("unsafe-path", "status: draft", "status: draft\nbackdrop: «../there.png"),
    Case("unsafe-path", "status: draft", "status: draft\nbackdrop: «/etc/there.png"),
    Case("unsafe-markup", "Rain runs down", "Rain «<b>runs</b> down"),
    Case("unsafe-markup", "Rain runs down", "Rain «![x](y.png) down"),
    Case("unsafe-markup", "Rain runs down", "Rain «[x](http://example.org) down"),
    # exploring
    Case(
        "stub-reached",
        "  beside:\n    text: She turns to you.\n    next: her-stop\n",
        "  «beside: {stub: true}\n",
        "warning",
        ("unreachable-scene",),
    ),
    Case(
        "endless",
        "    next: her-stop\n  look-up",
        "    next: beside\n  look-up",
        others=("unreachable-scene",),
        count=2,  # of aboard too: having looked, every way from there leads to the circle
    ),
    # warnings
    Case("unreachable-scene", "debrief:",
         "  «alone:\n    text: Nobody.\n    next: her-stop\ndebrief:", "warning"),
    Case("never-offered", "        act: Walk to the driver.",
         "        act: Walk to the driver.\n        when: calm > 9", "warning",
         ("unreachable-scene", "d-missing", "one-right-answer")),
    Case("unused-variable", "  helped: false\n", "  helped: false\n  «tired: 1\n", "warning"),
    Case("unused-cast", "  driver: {name",
         "  «guard: {name: A guard, role: authority}\n  driver: {name", "warning"),
    Case("cut-text", "text: She gets off early.", "text: «She gets off early. # at her stop",
         "warning"),
    Case("review-missing", "status: draft", "status: «reviewed", "warning"),
    Case("review-expired", "status: draft",
         "status: reviewed\nreviewed: {by: A body, on: 2024-01-01, until: «2025-01-01}", "warning"),
]  # fmt: skip


def check(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, Any]:
    path = folder / "bus.yaml"
    path.write_text(text, "utf-8")
    code = main(["check", str(path), "--json", "--today", "2026-01-01"])
    return code, json.loads(capsys.readouterr().out)["files"][0]


def test_the_scenario_to_start_from_has_no_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = check(tmp_path, GOOD, capsys)
    assert (code, said["problems"]) == (0, [])
    assert said["id"] == "bus-small"
    analysis = said["analysis"]
    assert analysis["scenes"] == analysis["reachable"] == 5
    assert analysis["choices"] == 5
    assert analysis["endings"] == 2
    # look: helped, so ask is not offered, tell leads beside: two ways; away: ask, tell, own.
    assert analysis["paths"] == 5
    assert (analysis["shortest"], analysis["longest"]) == (2, 2)
    # look-up; aboard twice; beside and her-stop with helped, with helped and calm 3, and
    # with neither; she-leaves.
    assert analysis["states"] == 10


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_mistake_has_its_code_and_its_place(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert GOOD.count(case.old) == 1, "the change must be unambiguous"
    marked = GOOD.replace(case.old, case.new)
    before, mark, _after = marked.partition("«")
    code, said = check(tmp_path, marked.replace("«", ""), capsys)
    problems = said["problems"]
    found = [p for p in problems if p["code"] == case.code]
    assert [p["code"] for p in problems if p["code"] not in (case.code, *case.others)] == []
    assert len(found) == case.count
    assert found[0]["severity"] == case.severity
    assert code == (1 if case.severity == "error" else 0)
    if mark:
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        assert (found[0]["line"], found[0]["column"]) == (line, column), found[0]
