"""What a selection is among is told without reading all that stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.authoring.files import ODD, document, read, shipped
from trainer.authoring.following import Around
from trainer.authoring.forms.things import keys_of

if TYPE_CHECKING:
    from trainer.authoring.document import Document

STORY = """\
format: scenario/1
start: a
scenes:
  a: {choices: [{id: x, next: b}, {id: y, next: b}]}
  b: {stub: true}
"""


@pytest.mark.parametrize("text", [*map(read, shipped()[:12]), *ODD.values()])
def test_names_and_places_are_those_of_what_stands_there(text: str) -> None:
    made = document(text)
    for path in paths_of(made):
        expected = keys_of(made.data(path[:-1]))
        assert Around(path, made)._before == expected, path


def paths_of(made: Document) -> list[tuple[str | int, ...]]:
    found: list[tuple[str | int, ...]] = [("title",), ("scenes", "nowhere")]
    for name in made.scenes():
        found += [("scenes", name), ("scenes", name, "choices", 0)]
    return found


def test_what_comes_back_has_returned() -> None:
    made = document(STORY)
    ways = {("scenes", "c"), ("scenes", "a", "choices", 2), ("title",), ("scenes", "d")}
    around = {path: Around(path, made) for path in ways}
    for path, data in (
        (("scenes", "c"), {"stub": "true"}),
        (("scenes", "a", "choices"), [{"id": "x"}, {"id": "y"}, {"id": "z"}]),
        (("title",), "A title"),
    ):
        made.apply(made.put(path, data))
    assert {path for path in ways if around[path].has_returned()} == ways - {("scenes", "d")}
