"""What the form says is shown is what the directory shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.help.sample import GOOD
from trainer.authoring.document import Document
from trainer.authoring.left_out import left_out
from trainer.help.reading import HELP
from trainer.scenario.files import reading as files
from trainer.scenario.problems import Severity

KEYS = list(files.read_bytes(GOOD.encode(), Path("a.yaml"), (HELP,)).content.entries)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("name: First Line", "name:", KEYS[1:]),
        ("name: Lawyers", 'name: ""', KEYS[:1]),
        ("name: Lawyers", "name: <b>", KEYS[:1]),
        ("    name: Lawyers\n", "", KEYS[:1]),
        ("needs: [crisis, counselling]", "needs: crises", KEYS[1:]),
        ("    summary: ", "    sumary: ", []),
        ("name: Exland", "name:", []),
        ("title:", "titel:", []),
        ("name: Lawyers", "name: [", []),
        ('  "988":', "  first-line:", []),
        ("  first-line:", "  First line:", []),
        ("until: 2027-01-31", "until: 2020-01-31", KEYS),
    ],
)
def test_it_goes_with_what_is_read(old: str, new: str, shown: list[str]) -> None:
    assert len(KEYS) == 2
    assert old in GOOD
    text = GOOD.replace(old, new)
    reading = files.read_bytes(text.encode(), Path("a.yaml"), (HELP,))
    wrong = any(one.severity is Severity.ERROR for one in reading.problems)
    read = reading.partly if wrong else reading.content
    document = Document(Path("a.yaml"), text)
    document.settle()
    out = left_out(document, reading.problems)
    assert ([] if read is None else list(read.entries)) == shown
    assert (None if out is None else [key for key in KEYS if key not in out]) == (shown or None)
