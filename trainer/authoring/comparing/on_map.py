"""What differs between two ways in which a story lies on the map, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.comparing import words
from trainer.authoring.comparing.telling import Line
from trainer.authoring.comparing.walking import What
from trainer.authoring.comparing.words import How, Piece
from trainer.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.arrangement import Arrangement


def lines(old: Arrangement, new: Arrangement) -> tuple[Line, ...]:
    """Give a line for each way in which the map differs."""
    if old == new:
        return ()
    return tuple(_lines(old, new)) or (_said(_("What is kept beside the file")),)


def _lines(old: Arrangement, new: Arrangement) -> Iterator[Line]:
    moved = [name for name in {**old.pins, **new.pins} if old.pins.get(name) != new.pins.get(name)]
    if moved:
        said = ngettext(
            "%(n)d scene is elsewhere on the map", "%(n)d scenes are elsewhere on the map",
            len(moved),
        )  # fmt: skip
        yield _said(said % {"n": len(moved)})
    folded = len(old.folded ^ new.folded)
    if folded:
        said = ngettext(
            "%(n)d branch of the map is folded or unfolded",
            "%(n)d branches of the map are folded or unfolded",
            folded,
        )
        yield _said(said % {"n": folded})
    for key in {**old.notes, **new.notes}:
        before, after = old.notes.get(key), new.notes.get(key)
        if before == after:
            continue
        texts = ("" if before is None else before.text, "" if after is None else after.text)
        if texts[0] == texts[1]:
            yield _said(_("A note is elsewhere on the map"), Piece(How.SAME, texts[0]))
        else:
            pieces = words.shortened(words.compared(*texts))
            yield Line(What.FIELD, (), _("A note on the map"), pieces)
    if old.left != new.left:
        yield _said(_("Which hints stay as they are"))
    if old.review != new.review:
        yield _said(_("What is known of the text that was reviewed"))


def _said(where: str, *pieces: Piece) -> Line:
    return Line(What.ORDER, (), where, pieces)
