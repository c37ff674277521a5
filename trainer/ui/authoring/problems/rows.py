"""A row of the list: one problem, with where it is, why, and what mends it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from trainer.authoring.checking import later
from trainer.authoring.checking.marks import place_of
from trainer.authoring.checking.place_words import place_words
from trainer.authoring.fixes.fixing import fixes_for
from trainer.language import N_, _
from trainer.scenario.problems import METHOD, Severity, hint, reason, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.authoring.document import Document
    from trainer.authoring.fixes.fix import Fix
    from trainer.authoring.source.lines import Path
    from trainer.scenario.problems import Problem

MOST: Final = 300
"""Rows that are shown; whoever has more mends the first ones first."""

ICONS: Final = {
    Severity.ERROR: "circle-minus",
    Severity.WARNING: "info",
    Severity.METHOD: "book-open",
}

NAMES: Final = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.METHOD: N_("Method"),
}

TONES: Final = {
    Severity.ERROR: "direct",
    Severity.WARNING: "delegate",
    Severity.METHOD: "distract",
}
"""Colours of the palette; never the only sign."""


class Row:
    """One problem. What takes work is worked out when it is first asked for."""

    def __init__(self, document: Document, problem: Problem, *, waits: bool = False) -> None:
        self.document = document
        self.waits = waits
        self.problem = problem
        self.severity = problem.severity
        self.line = problem.mark.line
        told = " ".join(part for part in (sentence(problem), hint(problem)) if part)
        self.words = told[:1].upper() + told[1:]
        self.key = (problem.code, problem.case, tuple(problem.params.items()))

    @cached_property
    def path(self) -> Path:
        """Where it is."""
        return place_of(self.document, self.problem)[1]

    @cached_property
    def place(self) -> str:
        """Where it is, in words."""
        return place_words(self.document, self.path)

    @cached_property
    def fixes(self) -> tuple[Fix, ...]:
        """What can be done about it."""
        return fixes_for(self.document, self.problem)

    @property
    def name(self) -> str:
        """How much it matters, in a word."""
        return _(NAMES[self.severity])

    @property
    def where(self) -> str:
        """Place and line."""
        where = _("%(place)s, line %(line)d") % {"place": self.place, "line": self.line}
        if not self.waits:
            return where
        return _("%(where)s. Seen before the errors; it is looked at again after them.") % {
            "where": where
        }

    @property
    def why(self) -> str:
        """Why the rule is there and where that was found; empty for what needs no reason."""
        return reason(self.problem.code) if self.problem.code in METHOD else ""

    @property
    def spoken(self) -> str:
        """All of it for a screen reader."""
        return _("%(name)s: %(words)s %(where)s") % {
            "name": self.name,
            "words": self.words,
            "where": self.where,
        }

    def has(self, letters: str) -> bool:
        """Whether letters stand in what it says."""
        return letters in f"{self.words} {self.name}".casefold()


def rows(document: Document, problems: Sequence[Problem], *, waits: bool = False) -> list[Row]:
    """Give the rows of all problems, errors first, each kind by place.

    Args:
        document: of which they are.
        problems: all of them.
        waits: whether errors keep what only trying all ways finds from being looked at again.

    """
    kinds = list(Severity)
    name = document.format
    made = [Row(document, one, waits=waits and later.waits(name, one.code)) for one in problems]
    return sorted(made, key=lambda one: kinds.index(one.severity))
