"""The catalogue for translators holds every sentence, and none is glued from pieces."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "trainer" / "locale" / "upstander.pot"
MARKS = {"_", "N_", "ngettext", "pgettext"}


def test_the_catalogue_is_up_to_date(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.pot"
    words = (
        (ROOT / "tools" / "words")
        .read_text("utf-8")
        .replace("trainer/locale/upstander.pot", str(fresh))
    )
    subprocess.run(
        ["sh", "-c", words, "words", str(Path(sys.executable).parent)], cwd=ROOT, check=True
    )
    assert CATALOGUE.read_text("utf-8") == fresh.read_text("utf-8"), "run `make words`"


def glued(nodes: Iterable[ast.AST]) -> list[int]:
    """Lines in which a sentence is built before it is looked up."""
    return [
        node.lineno
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in MARKS
        and node.args
        and isinstance(node.args[0], (ast.JoinedStr, ast.BinOp))
    ]


SENTENCE = re.compile(r"[“”]?[A-Z][a-z’']*[,:]? (?:[^|{}<>=]*[a-z“”(])?[^|{}<>=]*[\w.?!:…”)]")
"""A capital letter, a blank, and more: what reads like words for a person."""

NOT_TRANSLATED = {
    "scenario/files/json_schema.py": "for editors of scenario files, in the standard's words",
    "scenario/keys.py": "the same",
    "help/keys.py": "the same",
    "drills/keys.py": "the same",
    "pages/keys.py": "the same",
    "plans/keys.py": "the same",
    "checking/pack.py": "the same",
    "ui/fonts.py": "names of fonts",
}
BUGS = {"ValueError", "AssertionError", "LookupError", "RuntimeError", "OSError", "TypeError"}
"""Errors for programmers: their words reach nobody but a log."""


def spoken(nodes: Iterable[ast.AST]) -> list[str]:
    """Sentences of a file that do not go through gettext, with their lines."""
    known: set[int] = set()
    texts: list[tuple[int, int, str]] = []
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in MARKS | BUGS:
                known.update(id(inside) for inside in ast.walk(node))
        elif isinstance(node, ast.Expr):  # a docstring
            known.add(id(node.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.append((id(node), node.lineno, node.value))
    return [
        f"{line}: {text}"
        for which, line, text in texts
        if which not in known and SENTENCE.fullmatch(text)
    ]


def nodes_of(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text("utf-8"))))


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[list[int], list[str]]]:
    """What is wrong in each file; all of them are read once."""
    wrong = {}
    for path in (ROOT / "trainer").rglob("*.py"):
        nodes = nodes_of(path)
        wrong[path.relative_to(ROOT / "trainer").as_posix()] = glued(nodes), spoken(nodes)
    return wrong


def test_a_sentence_is_one_literal(found: dict[str, tuple[list[int], list[str]]]) -> None:
    """A sentence that is built before it is looked up is never found in a catalogue."""
    assert {name: lines for name, (lines, _said) in found.items() if lines} == {}


def test_no_sentence_goes_past_the_catalogue(
    found: dict[str, tuple[list[int], list[str]]],
) -> None:
    assert len(found) > 100
    past = {name: said for name, (_lines, said) in found.items() if said}
    assert {name: said for name, said in past.items() if name not in NOT_TRANSLATED} == {}


def test_a_sentence_that_was_forgotten_is_seen(tmp_path: Path) -> None:
    written = tmp_path / "written.py"
    written.write_text(
        'Words("You can stop here.")\nButton("Go on")\nx = f"It ended {y}"\n'
        'tell(_("Said well."), "He said: no!")\nrun("SELECT a FROM b")\n"""A docstring here."""\n'
        'say(_(f"{x} is so"))\n',
        "utf-8",
    )
    assert [line.split(": ", 1)[1] for line in spoken(nodes_of(written))] == [
        "You can stop here.",
        "Go on",
        "He said: no!",
    ]
    assert glued(nodes_of(written)) == [7]
