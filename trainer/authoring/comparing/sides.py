"""What each of two sides has made of a place that both have changed, in the words of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring.comparing import telling
from trainer.authoring.comparing.comparing import MOST, Comparison, compare
from trainer.authoring.comparing.walking import Walk
from trainer.authoring.document import Document
from trainer.authoring.keeping.by_place import resolved
from trainer.authoring.keeping.pieces import SCENES, WHOLE
from trainer.authoring.plainly import labels
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path as File

    from trainer.authoring.keeping.merging import Clash
    from trainer.authoring.source.lines import Path

MOST_ASKED: Final = 40
"""Places that are asked about one by one; all further ones are decided together."""


class Question(NamedTuple):
    """A place to decide on: what it is, what each side has made of it, and its lines there.

    ``also`` are more places, which are decided with it.
    """

    clash: Clash
    where: str
    mine: Comparison
    theirs: Comparison
    also: tuple[tuple[str, ...], ...] = ()


def questions(
    file: File, base: str, ours: str, theirs: str, clashes: Iterable[Clash]
) -> tuple[Question, ...]:
    """Tell of each clash what is to be decided; ``base`` is what both sides began with."""
    given = list(clashes)
    if not given:
        return ()
    if given[0].key == WHOLE:
        sides = compare(file, base, ours), compare(file, base, theirs)
        return (Question(given[0], _("The whole file"), *sides),)
    files = [Document(file, text) for text in (base, ours, theirs)]
    for one in files:
        one.settle()
    singly = given if len(given) <= MOST_ASKED else given[: MOST_ASKED - 1]
    rest = given[len(singly) :]
    asked = [_question(files, one) for one in singly]
    if rest:
        where = _("All other places")
        more = Comparison(more=len(rest))
        also = tuple(one.key for one in rest[1:])
        asked.append(Question(rest[0]._replace(ours=None, theirs=None), where, more, more, also))
    return tuple(asked)


def _question(files: list[Document], clash: Clash) -> Question:
    began, here, there = files
    if not clash.key:
        nothing = Comparison(writing=1)
        return Question(clash, _("The beginning of the file"), nothing, nothing)
    path, document = next(
        (found, one) for one in (here, there, began) if (found := _path(one, clash.key)) is not None
    )
    where = labels.place(document, path)
    return Question(clash, where, _compared(began, here, clash), _compared(began, there, clash))


def _compared(old: Document, new: Document, clash: Clash) -> Comparison:
    """Say what one side has made of a place."""
    before, after = _path(old, clash.key), _path(new, clash.key)
    if before is None and after is None:
        return Comparison()
    found = Walk(old, new).at(before, after)
    lines = tuple(telling.line(old, new, one) for one in found)
    return Comparison(lines[:MOST], max(len(lines) - MOST, 0), int(not lines))


def _path(document: Document, key: tuple[str, ...]) -> Path | None:
    """Give where a place is in a file; None if it is not there."""
    head = key[:2] if key[:1] == SCENES else key[:1]
    held = document.data(head)
    if held is None:
        return None
    inside = resolved(held, key[len(head) :])
    return None if inside is None else (*head, *inside)
