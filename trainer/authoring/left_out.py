"""Which entries of a help list are not shown to anybody yet, and whether any is."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from trainer.authoring.checking.marks import offset_in
from trainer.scenario.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.authoring.document import Document

_OF_ONE: Final = frozenset(
    {"missing-key", "unknown-key", "duplicate-key", "bad-value", "wrong-type", "cut-text"}
    | {"unknown-place", "unsafe-markup", "empty-text"}
)
"""Errors that one entry can have by itself; with any other nothing of the file is shown."""


def left_out(document: Document, problems: Iterable[Problem]) -> frozenset[str] | None:
    """Give the names of the entries with an error; None where nothing of the file is shown."""
    errors = [one for one in problems if one.severity is Severity.ERROR]
    if not errors:
        return frozenset()
    entries, span = document.data(("entries",)), document.span(("entries",))
    if document.broken or not isinstance(entries, dict) or span is None:
        return None
    known = ((document.key_span(("entries", name)), name) for name in entries)
    keys = sorted((found, name) for found, name in known if found is not None)
    starts = [key[0] for key, _name in keys]
    wrong = set()
    for one in errors:
        at = offset_in(document.text, one.mark)
        before = bisect_right(starts, at) - 1
        # What is wrong with a name is wrong with the list.
        inside = before >= 0 and keys[before][0][1] <= at <= span[1]
        if not inside or one.code not in _OF_ONE:
            return None
        wrong.add(keys[before][1])
    return frozenset(wrong) if len(wrong) < len(entries) else None
