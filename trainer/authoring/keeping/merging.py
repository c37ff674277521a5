"""Puts together what was written here and what somebody else has written into the same file.

Three texts: as it was when both began, ours, theirs. Pieces that only one side has changed are
taken from there; inside a piece that both have changed, lines are, or what the form shows as one
(:mod:`places`). What cannot be decided so is a clash, which a person decides: nothing is decided
in silence, and no result is taken that is no readable file, or that lacks a piece of either side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring.keeping.by_place import is_asked, together
from trainer.authoring.keeping.lines import merged_lines
from trainer.authoring.keeping.pieces import LEAD, SCENES, WHOLE, Key, split
from trainer.scenario.files.not_yaml import MERGED

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping, Sequence

Texts = dict[Key, str]
_Sides = tuple[str | None, str | None, str | None]
_FORMAT: Key = ("format",)


class Clash(NamedTuple):
    """A place that both sides have changed, each in its own way.

    ``key`` is a piece, or a place in one, where entries of a list go by their ids; ``ours`` and
    ``theirs`` are the lines of the piece, None if it is gone there.
    """

    key: Key
    ours: str | None
    theirs: str | None


class Merged(NamedTuple):
    """What came of it: clashes to decide, or none, and then the text."""

    text: str
    clashes: tuple[Clash, ...] = ()


def merge(
    base: str,
    ours: str,
    theirs: str,
    taken: Mapping[Key, bool] | None = None,
    asked: frozenset[Key] = frozenset(),
) -> Merged:
    """Put two texts together.

    Args:
        base: as it was when both began.
        ours: what was written here.
        theirs: what somebody else has written.
        taken: what was decided of clashes: whether theirs is taken. Those not named stay.
        asked: pieces that were clashes when somebody was asked: as long as they differ, and
            that is not decided, they stay clashes, though ours may be as it was at first again.

    """
    if ours == theirs or base == theirs:
        return Merged(ours)
    if base == ours and not asked:
        return Merged(theirs)
    taken = taken or {}
    if WHOLE in taken:
        return Merged(theirs if taken[WHOLE] else ours)
    if WHOLE in asked:
        return Merged(ours, (Clash(WHOLE, ours, theirs),))
    marked = [found[0] for found in MERGED.finditer(theirs)]
    if marked:
        first_sides = MERGED.sub(_first_side, theirs)
        return _with_marks(merge(base, ours, first_sides, taken, asked), marked, ours, theirs)
    ends = _Ends.of(base, ours, theirs)
    merging = _Merging(ends.plain(base), ends.plain(ours), ends.plain(theirs), taken, asked)
    found = merging.merged()
    if found is None:
        return Merged(ours, (Clash(WHOLE, ours, theirs),))
    return Merged(ends.back(found.text), found.clashes)


def _first_side(found: re.Match[str]) -> str:
    return found["one"]


def _with_marks(merged: Merged, marked: list[str], ours: str, theirs: str) -> Merged:
    """Give what came of it with the lines in which another merge could not choose.

    They stand in it as that merge has left them: one chooses there, once all else is together.
    """
    text = merged.text
    for lines in () if merged.clashes else marked:
        side = MERGED.sub(_first_side, lines)
        if not side or text.count(side) != 1:
            return Merged(ours, (Clash(WHOLE, ours, theirs),))
        text = text.replace(side, lines)
    return Merged(text, merged.clashes)


class _Merging:
    """One merge of three texts whose lines all end alike, the last one too."""

    def __init__(
        self,
        base: str,
        ours: str,
        theirs: str,
        taken: Mapping[Key, bool],
        asked: frozenset[Key],
    ) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.taken, self.asked = taken, asked

    def merged(self) -> Merged | None:
        """Give what comes of it; None if only the files as a whole can be chosen from."""
        pieces = [split(text) for text in (self.base, self.ours, self.theirs)]
        found = None
        if all(one is not None for one in pieces):
            texts = [{one.key: one.text for one in piece or ()} for piece in pieces]
            if not any(WHOLE in one for one in texts):
                found = self._by_pieces(*texts)
        if found is None and not self.taken and not self.asked:
            lines = merged_lines(self.base, self.ours, self.theirs)
            if lines is not None and split(lines) is not None:
                found = Merged(lines)
        return found

    def _by_pieces(self, base: Texts, ours: Texts, theirs: Texts) -> Merged | None:
        made: Texts = {}
        clashes: list[Clash] = []
        for key in {**base, **ours, **theirs}:
            sides = base.get(key), ours.get(key), theirs.get(key)
            text, is_clash = _one(*sides)
            is_clash = is_clash or (is_asked(key, self.asked) and sides[1] != sides[2])
            if is_clash:
                text = self._decided(key, sides, ours, clashes)
            if text is not None:
                made[key] = text
        order = _ordered(list(base), list(ours), list(theirs), made)
        text = "".join(made[key] for key in order)
        if not clashes and not _is_sound(text, made):
            return None
        return Merged(text, tuple(clashes))

    def _decided(self, key: Key, sides: _Sides, ours: Texts, clashes: list[Clash]) -> str | None:
        """Put a piece together that both have changed: place by place if that can be."""
        base, here, there = sides
        is_whole = key in self.taken or key in self.asked
        if here is not None and there is not None and base is not None and not is_whole:
            lead = ours.get(_FORMAT, "") if key != _FORMAT else ""
            lead += f"{SCENES[0]}:\n" if _is_scene(key) else ""
            found = together(key, lead, (base, here, there), self.taken, self.asked)
            if found is not None:
                clashes += (Clash(one, here, there) for one in found.clashes)
                return found.text
        if key in self.taken:
            return there if self.taken[key] else here
        clashes.append(Clash(key, here, there))
        return here


def _one(base: str | None, ours: str | None, theirs: str | None) -> tuple[str | None, bool]:
    """Put one piece together; tell whether that cannot be decided."""
    if ours == theirs or base == theirs:
        return ours, False
    if base == ours:
        return theirs, False
    if base is None or ours is None or theirs is None:
        return ours, True
    found = merged_lines(base, ours, theirs)
    return (ours, True) if found is None else (found, False)


def _is_sound(text: str, made: Texts) -> bool:
    """Tell whether a text has all the pieces that it was made of, and no others."""
    found = split(text)
    return found is not None and {one.key for one in found} == set(made)


def _ordered(
    base: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key], made: Texts
) -> list[Key]:
    """Order the pieces: keys on top among themselves, and scenes below their key."""
    sides = (base, ours, theirs)
    on_top, scenes = [], []
    for side in sides:
        on_top.append([key for key in side if not _is_scene(key)])
        scenes.append([key for key in side if _is_scene(key)])
    order = _together(*_three(on_top), {key for key in made if not _is_scene(key)})
    below = _together(*_three(scenes), {key for key in made if _is_scene(key)})
    if SCENES in order:
        place = order.index(SCENES) + 1
        order[place:place] = below
    else:
        order += below
    return order


def _three(sides: list[list[Key]]) -> tuple[list[Key], list[Key], list[Key]]:
    return sides[0], sides[1], sides[2]


def _is_scene(key: Key) -> bool:
    return len(key) == 2 and key[:1] == SCENES


def _together(
    base: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key], kept: set[Key]
) -> list[Key]:
    """Give keys in the order of whoever has changed it; ours where both have."""
    common = set(base) & set(ours) & set(theirs)
    first, second = ours, theirs
    if _of(ours, common) == _of(base, common) != _of(theirs, common):
        first, second = theirs, ours
    order = _of(first, kept)
    there = set(order)
    before: Key | None = LEAD if LEAD in there else None
    for key in second:
        if key in kept and key not in there:
            order.insert(0 if before is None else order.index(before) + 1, key)
            there.add(key)
        if key in there:
            before = key
    return order


def _of(keys: Iterable[Key], some: set[Key]) -> list[Key]:
    return [key for key in keys if key in some]


class _Ends(NamedTuple):
    """How lines end in what comes of it, and whether the last one does."""

    breaks: str
    last: bool

    @classmethod
    def of(cls, base: str, ours: str, theirs: str) -> _Ends:
        """Decide it: whoever has changed it is right."""
        kinds = [_kind(text) for text in (base, ours, theirs)]
        lasts = [text.endswith("\n") for text in (base, ours, theirs)]
        breaks = kinds[2] if kinds[1] == kinds[0] else kinds[1]
        if "" in kinds:
            breaks = ""
        return cls(breaks, lasts[2] if lasts[1] == lasts[0] else lasts[1])

    def plain(self, text: str) -> str:
        """Give a text with all lines ending alike; as it is, where they do not to begin with."""
        if self.breaks:
            text = text.replace("\r\n", "\n")
        return text if not text or text.endswith("\n") else f"{text}\n"

    def back(self, text: str) -> str:
        """Give the lines their ends again."""
        if not self.last:
            text = text.removesuffix("\n")
        return text.replace("\n", "\r\n") if self.breaks == "\r\n" else text


def _kind(text: str) -> str:
    """Say how all lines of a text end; empty if some end so and some so."""
    windows, all_ = text.count("\r\n"), text.count("\n")
    return "\n" if not windows else "\r\n" if windows == all_ else ""
