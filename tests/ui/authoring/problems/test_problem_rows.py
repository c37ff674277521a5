"""Rows that are made again say what they would say if they were made for the first time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.authoring.checking.breaking import FULL
from trainer.authoring.document import Document
from trainer.authoring.plainly.told import tell
from trainer.authoring.source.splices import Splice
from trainer.checking.files import check_text
from trainer.ui.authoring.problems.model import ProblemModel
from trainer.ui.authoring.problems.rows import Row, Rows, rows


def said(made: list[Row]) -> list[tuple[str, str]]:
    return [(row.words, row.where) for row in made]


def test_words_are_those_of_the_text_as_it_is() -> None:
    text = FULL.replace("fit: ", "fit: x")
    maker, document = Rows(), Document(Path("a.yaml"), text)
    document.settle()
    for _each in range(3):
        (checked,) = check_text(document.text.encode(), document.path, date(2026, 1, 1))
        found = tuple(checked.problems)
        fresh = said(rows(document, found))
        assert len(fresh) > 1
        assert said(maker.rows(document, tell(document, found), waits=False)) == fresh
        at = document.text.index("say: ", document.text.index("scenes:")) + 5
        document.apply([Splice(at, at, "Other ")])
        assert said(maker.rows(document, tell(document, found), waits=False)) == said(
            rows(document, found)
        )


def test_nothing_is_laid_out_again_that_reads_the_same() -> None:
    document = Document(Path("a.yaml"), FULL.replace("fit: ", "fit: x"))
    document.settle()
    (checked,) = check_text(document.text.encode(), document.path, date(2026, 1, 1))
    model = ProblemModel()
    heard: list[object] = []
    model.dataChanged.connect(lambda first, last: heard.append((first.row(), last.row())))
    model.modelReset.connect(lambda: heard.append("anew"))
    maker = Rows()
    for _each in range(2):
        model.show(maker.rows(document, tell(document, checked.problems), waits=False))
    assert heard == ["anew"]
    made = maker.rows(document, tell(document, [*checked.problems]), waits=False)
    made[1].told.__dict__["words"] = "Something else."
    model.show(made)
    assert heard == ["anew", (1, 1)]
