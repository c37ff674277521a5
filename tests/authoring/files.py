# ruff: noqa: E501
"""Files to change in tests: those that come with the program, and odd ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from trainer import paths
from trainer.authoring.document import Document

ODD: Final = {
    "flow on top": "{format: scenario/1, id: a, scenes: {one: {text: Hello, next: two}}}\n",
    "comments": (
        "# first\nformat: scenario/1  # version\nid: a\n\n# the cast\ncast:\n"
        "  lin: {name: Mrs. Lin, role: targeted} # she\n  # he\n  grey:\n    name: Man\n"
        "    role: harming\nscenes:\n  # where it begins\n  one:\n    text: >-\n      folded words\n"
        "      go on\n\n      and on\n    lines:\n    - lin: 'It''s fine'\n    - plain\n      goes on\n"
        '    # way\n    choices:\n      - id: a  # the first\n        say: "Quoted \\u00e9"\n'
        "        next: [{when: calm > 1, to: two}, {to: one}]\n      -\n        id: b\n"
        "        act: x\n        next: two\n  two:\n    text: |+\n      Kept\n\n    ending:\n"
        "      outcome: mixed\ndebrief:\n  questions: [ 'a' , b ]\n# the end\n"
    ),
    "no line end": "format: scenario/1\nscenes:\n    one:\n        stub: true",
    "windows": "format: scenario/1\r\nid: a\r\nscenes:\r\n  one:\r\n    text: |\r\n      A\r\n      B\r\n"
    "    next: two\r\n  two: {stub: true}\r\n",
    "question marks": "? format\n: scenario/1\n? scenes\n: one: {text: a}\n  two: {text: b}\n",
    "quoted keys": '"format": scenario/1\n"scenes":\n  "one":\n    "text": a\n',
    "empty values": "format: scenario/1\ntitle:\ngoals: []\nscenes:\n  one:\n  two: {}\n",
    "marker": "---\nformat: scenario/1\nscenes:\n  one: {text: a}\n...\n",
    "emoji": "format: scenario/1\ntitle: A 😀 day\nscenes:\n  one:\n    text: 😀 a 😀 b\n    next: one\n",
}
"""By what is odd about it, the text of a file."""


@cache
def shipped() -> tuple[Path, ...]:
    """Every YAML file that comes with the program."""
    folders = (paths.built_in_scenarios(), paths.assets())
    return tuple(sorted(file for folder in folders for file in folder.rglob("*.yaml")))


def read(path: Path) -> str:
    """Give a file's text with its own line ends."""
    return path.read_bytes().decode()


def document(text: str) -> Document:
    """Give a document that was read."""
    made = Document(Path("a.yaml"), text)
    assert made.settle()
    return made
