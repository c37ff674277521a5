"""When a file may say that somebody has reviewed it, and of which text that was.

A review is somebody's word for one text. It can be given only while nothing is left to mend, names
a real person or body, which whoever sets it types, and has an end. Whoever changes the text
afterwards is told that the review was of another one.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from trainer.authoring import formats
from trainer.authoring.checking.standing import State
from trainer.authoring.source.nodes import is_same, plain
from trainer.language import _, ngettext
from trainer.scenario.model import Status
from trainer.scenario.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.nodes import Node
    from trainer.scenario.problems import Problem

STATUS: Final = ("status",)
REVIEWED: Final = ("reviewed",)

YEARS: Final = 2
"""Years for which a review is offered to hold."""

_OF_THE_REVIEW: Final = frozenset({"review-missing", "review-expired"})
"""Codes that a new review mends."""


def may_be_reviewed(
    problems: Iterable[Problem], checking: State = State.CHECKED
) -> tuple[str, ...]:
    """Give, in words, what keeps a file from being called reviewed; nothing if it may be.

    Args:
        problems: all that is wrong with it.
        checking: whether all of it has been checked as it is now.

    """
    standing = [one.severity for one in problems if one.code not in _OF_THE_REVIEW]
    errors, warnings, method = (standing.count(one) for one in Severity)
    reasons = []
    if checking is State.CHECKING:
        reasons.append(_("It is still being checked."))
    if checking is State.FAILED:
        reasons.append(_("It could not be checked as a whole."))
    if errors:
        said = ngettext("%(n)d error is to be mended.", "%(n)d errors are to be mended.", errors)
        reasons.append(said % {"n": errors})
    if warnings:
        said = ngettext(
            "%(n)d warning is to be looked at.", "%(n)d warnings are to be looked at.", warnings
        )
        reasons.append(said % {"n": warnings})
    if method:
        said = ngettext(
            "%(n)d finding about the method is to be looked at.",
            "%(n)d findings about the method are to be looked at.",
            method,
        )
        reasons.append(said % {"n": method})
    return tuple(reasons)


def offered_until(day: date) -> date:
    """Give the day until which a review of that day is offered to hold."""
    try:
        return day.replace(year=day.year + YEARS)
    except ValueError:
        return date(day.year + YEARS, 2, 28)


def wrong_with(by: str, on: date, until: date, today: date) -> str:
    """Say what is wrong with a review that somebody gives; empty if nothing is."""
    if not by.strip():
        return _("Say who reviewed it: the name of a person, or of a body.")
    if on > today:
        return _("The day of the review is yet to come.")
    if until < today or until < on:
        return _("The review would have ended already.")
    return ""


def set_reviewed(step: Step, document: Document, by: str, on: date, until: date) -> None:
    """Write down who has reviewed a file, and until when that holds.

    Raises:
        ValueError: nobody is named.
        CannotChangeError: the text is broken.

    """
    if not by.strip():
        raise ValueError("nobody is named")
    said = {"by": by.strip(), "on": on.isoformat(), "until": until.isoformat()}
    step.put(document, STATUS, Status.REVIEWED.value)
    step.put(document, REVIEWED, said)


def set_back(step: Step, document: Document) -> None:
    """Let a file be a draft again, reviewed by nobody.

    Raises:
        CannotChangeError: the text is broken.

    """
    step.put(document, STATUS, Status.DRAFT.value)
    if document.data(REVIEWED) is not None:
        step.put(document, REVIEWED, None)


def knows_reviews(document: Document) -> bool:
    """Whether files of its format can be reviewed."""
    return formats.key_at(document.format, REVIEWED) is not None


def is_reviewed(document: Document) -> bool:
    """Whether a file says that it is reviewed, and by whom."""
    return document.data(STATUS) == Status.REVIEWED.value and document.data(REVIEWED) is not None


class ReviewedText:
    """Remembers the text that a review was of: the one that was there when it was first seen.

    A comment, or another way to write the same, is no other text.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._of: object = None
        self._roots: dict[tuple[bool, str], Node] = {}
        self.look()

    def look(self) -> bool:
        """Tell whether the file says that it is reviewed and its text is another than it was."""
        document = self.document
        if document.stale or document.broken is not None:
            return False
        said = document.data(REVIEWED) if is_reviewed(document) else None
        if said != self._of:
            self._of = said
            self._roots = {} if said is None else self._read()
        return said is not None and not self._is_the_same()

    def _read(self) -> dict[tuple[bool, str], Node]:
        left_out = {STATUS[0], REVIEWED[0]}
        return {
            (part.scene, part.name or ""): part.root
            for part in self.document.parts
            if part.root is not None and (part.scene or part.name not in left_out)
        }

    def _is_the_same(self) -> bool:
        now = self._read()
        return now.keys() == self._roots.keys() and all(
            root is self._roots[name] or is_same(plain(root), plain(self._roots[name]))
            for name, root in now.items()
        )
