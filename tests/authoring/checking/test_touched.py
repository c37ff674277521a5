"""What is read again by itself says the same as ``check`` does of the whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.authoring.checking.breaking import BROKEN, FULL, broken
from tests.authoring.files import read, shipped
from trainer.authoring.checking.later import EXPLORED
from trainer.authoring.checking.touched import Touched, problems
from trainer.authoring.document import Document
from trainer.checking.files import check_text
from trainer.scenario.problems import Problem, hint, sentence

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 30)


def of_parts(document: Document) -> list[Problem]:
    """All that is found by reading each part by itself."""
    touched = Touched(document)
    scenes = [touched.scene(part, TODAY) for part in document.parts if part.scene]
    found = [touched.head(TODAY), *scenes]
    assert None not in found
    return [one for each in found if each is not None for one in each]


def as_told(found: list[Problem]) -> list[tuple[object, ...]]:
    return sorted(
        (one.mark.line, one.mark.column, one.code, one.severity, sentence(one), hint(one) or "")
        for one in found
    )


def read_as_a_whole(text: str, path: Path) -> list[Problem]:
    (checked,) = check_text(text.encode(), path, TODAY)
    return [one for one in checked.problems if one.code not in EXPLORED]


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_told_as_the_checker_tells_it(name: str, tmp_path: Path) -> None:
    document = Document(tmp_path / "a.yaml", broken(name))
    assert document.settle()
    found = of_parts(document)
    assert found
    assert as_told(found) == as_told(read_as_a_whole(document.text, document.path))


def test_line_ends_of_other_systems_are_counted(tmp_path: Path) -> None:
    text = broken("leads nowhere").replace("\n", "\r\n")
    document = Document(tmp_path / "a.yaml", text)
    assert document.settle()
    assert as_told(of_parts(document)) == as_told(read_as_a_whole(text, document.path))


def test_what_cannot_be_read_by_itself_is_left_to_the_whole(tmp_path: Path) -> None:
    document = Document(tmp_path / "a.yaml", FULL.replace("It rains.", "It\n  rains"))
    document.settle()
    assert document.broken is not None
    assert Touched(document).head() is None
    assert problems(document, "aboard") is None
    drills = Document(tmp_path / "a.yaml", FULL.replace("scenario/1", "drills/1"))
    assert drills.settle()
    assert problems(drills, "aboard") is None


@pytest.mark.soak
@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_shipped_files_say_the_same_in_parts(path: Path) -> None:
    text = read(path)
    for old, new in (("", ""), ("next: ", "next: x"), ("d: d", "d: dd"), ("lines:", "linse:")):
        document = Document(path, text.replace(old, new) if old else text)
        if document.settle() and Touched(document).can:
            whole = as_told(read_as_a_whole(document.text, path))
            assert as_told(of_parts(document)) == whole
