"""A row of the list: what is wrong or to be written, where, why, and what mends it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from trainer.authoring.checking import later
from trainer.authoring.fixes.fixing import fixes_for
from trainer.authoring.plainly.told import Kind, tell
from trainer.authoring.source.parts import SPLIT
from trainer.language import N_, _
from trainer.scenario.problems import METHOD, reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.authoring.document import Document
    from trainer.authoring.fixes.fix import Fix
    from trainer.authoring.plainly.told import Told
    from trainer.authoring.source.lines import Path
    from trainer.scenario.problems import Problem

MOST: Final = 300
"""Rows that are shown; whoever has more mends the first ones first."""

ICONS: Final = {
    Kind.ERROR: "circle-minus",
    Kind.UNWRITTEN: "pencil",
    Kind.WARNING: "info",
    Kind.METHOD: "book-open",
    Kind.HINT: "feather",
}

NAMES: Final = {
    Kind.ERROR: N_("Error"),
    Kind.UNWRITTEN: N_("To write"),
    Kind.WARNING: N_("Warning"),
    Kind.METHOD: N_("Method"),
    Kind.HINT: N_("Hint"),
}

TONES: Final = {
    Kind.ERROR: "direct",
    Kind.UNWRITTEN: "teal",
    Kind.WARNING: "delegate",
    Kind.METHOD: "distract",
    Kind.HINT: "soft",
}
"""Colours of the palette; never the only sign."""


class Row:
    """One line of what there is to mend or to write; what takes work is done when asked for."""

    def __init__(self, told: Told, *, waits: bool = False) -> None:
        self.told = told
        self.waits = waits
        self.kind = told.kind
        self.key = told.key
        self.problem = told.problems[0]

    @property
    def path(self) -> Path:
        """Where one goes for it."""
        return self.told.path

    @property
    def words(self) -> str:
        """What it says."""
        return self.told.words

    @cached_property
    def fixes(self) -> tuple[Fix, ...]:
        """What can be done about it."""
        if self.told.thing is not None:
            return ()
        return fixes_for(self.told.document, self.problem)

    @property
    def name(self) -> str:
        """How much it matters, in a word."""
        return _(NAMES[self.kind])

    @property
    def where(self) -> str:
        """Where it is, in words."""
        where = self.told.place
        if not self.waits:
            return where
        return _(
            "%(where)s. As it was before; whether it still is shows once the rest can be checked."
        ) % {"where": where}

    @property
    def why(self) -> str:
        """Why the rule is there and where that was found; empty for what needs no reason."""
        return reason(self.problem.code) if self.problem.code in METHOD else ""

    @property
    def read(self) -> str:
        """All of it where one stands on it, the reason too, as it shows there."""
        known = {"one": self.spoken, "other": self.why}
        return _("%(one)s %(other)s") % known if self.why else self.spoken

    @property
    def spoken(self) -> str:
        """What it is and where, for a screen reader."""
        return _("%(name)s: %(words)s %(where)s") % {
            "name": self.name,
            "words": self.words,
            "where": self.where,
        }

    def has(self, letters: str) -> bool:
        """Whether letters stand in what it says."""
        return letters in f"{self.words} {self.name} {self.where}".casefold()


class Rows:
    """Makes rows again and again; words are found anew only for what has been written in."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], tuple[tuple[object, ...], Told]] = {}

    def rows(self, document: Document, lines: Sequence[Told], *, waits: bool) -> list[Row]:
        """Give the rows of all lines; see :func:`rows`."""
        made = _of_lines(document, lines, waits=waits)
        before, self._kept = self._kept, {}
        if document.stale or document.broken is not None:
            return made
        heads = tuple(part.root for part in document.parts if not part.scene)
        scenes = document.scenes()
        for row in made:
            told, path = row.told, row.path
            scene = scenes.get(str(path[1])) if path[:1] == (SPLIT,) and len(path) > 1 else None
            about = (document, heads, scene and scene.root)
            key = (path, told.thing, row.problem.code, row.problem.case)
            known = before.get(key)
            if known is not None and known[0] == about:
                told.take_words(known[1])
            self._kept[key] = (about, told)
        return made


def rows(document: Document, problems: Sequence[Problem], *, waits: bool = False) -> list[Row]:
    """Give the rows of all problems, errors first, each kind by place.

    Args:
        document: of which they are.
        problems: all of them.
        waits: whether errors keep what only trying all ways finds from being looked at again.

    """
    return _of_lines(document, tell(document, problems), waits=waits)


def _of_lines(document: Document, lines: Sequence[Told], *, waits: bool) -> list[Row]:
    name = document.format
    return [Row(one, waits=waits and later.waits(name, one.problems[0].code)) for one in lines]
