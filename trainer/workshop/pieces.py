"""Long texts in several screens, each of which reads well from the back of a room.

How much goes on one does not depend on the screen: the clicker's steps are the same with every
projector, and on phones, on paper and after a restart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trainer.practice import view
from trainer.workshop.state import Phase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.practice.view import Passage, Spoken
    from trainer.workshop.making import Making
    from trainer.workshop.state import Place

MOST: Final = 60
"""Words on one screen; a single sentence that has more stays whole."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands on one screen: paragraphs of narration, then spoken lines."""

    text: str = ""
    lines: tuple[Spoken, ...] = ()


def parts(making: Making, place: Place, *, soften: bool) -> int:
    """Say on how many screens a place is shown."""
    return len(of(making, place, soften=soften))


def of(making: Making, place: Place, *, soften: bool, language: str = "") -> tuple[Piece, ...]:
    """Give the screens of a place; always at least one."""
    from trainer.workshop.doing import walking

    if place.phase is Phase.SCENE and place.run is not None:
        run = walking.session(making, place, soften=soften, language=language)
        # As many in every language as in the first one: the steps are the room's.
        own = screens(view.scene_passage(run, run.scene))
        if not language:
            return own
        first = of(making, place, soften=soften)
        return fitted(own, len(first))
    return (Piece(making.beat(place).text),)


def fitted(pieces: tuple[Piece, ...], wanted: int) -> tuple[Piece, ...]:
    """Give as many pieces as wanted: what is too much is joined to the last, or empty added."""
    if len(pieces) <= wanted:
        return (*pieces, *(Piece() for _one in range(wanted - len(pieces))))
    last = pieces[wanted - 1 :]
    text = "\n\n".join(one.text for one in last if one.text)
    lines = tuple(line for one in last for line in one.lines)
    return (*pieces[: wanted - 1], Piece(text, lines))


def screens(passage: Passage) -> tuple[Piece, ...]:
    """Divide a passage between paragraphs, sentences and lines."""
    found: list[Piece] = []
    text, words = "", 0
    lines: tuple[Spoken, ...] = ()
    for more in _bits(passage):
        length = len((more if isinstance(more, str) else more.text).split())
        if words and words + length > MOST:
            found.append(Piece(text.strip(), lines))
            text, lines, words = "", (), 0
        if isinstance(more, str):
            text += more
        else:
            lines = (*lines, more)
        words += length
    if words or not found:
        found.append(Piece(text.strip(), lines))
    return tuple(found)


def _bits(passage: Passage) -> Iterator[str | Spoken]:
    for paragraph in re.split(r"\n\s*\n", passage.text):
        if not paragraph.strip():
            continue
        if len(paragraph.split()) <= MOST:
            yield f"\n\n{paragraph.strip()}"
            continue
        for number, sentence in enumerate(re.split(r"(?<=[.!?…”])\s+", paragraph.strip())):
            yield f"{' ' if number else chr(10) * 2}{sentence}"
    yield from passage.lines
