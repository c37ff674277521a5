"""The catalogue for translators holds every sentence, and none is glued from pieces."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    "path", sorted((ROOT / "trainer").rglob("*.py")), ids=lambda path: path.stem
)
def test_a_sentence_is_one_literal(path: Path) -> None:
    """A sentence that is built before it is looked up is never found in a catalogue."""
    built = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in MARKS
        and node.args
        and isinstance(node.args[0], (ast.JoinedStr, ast.BinOp))
    ]
    assert built == []
