"""When a file may say that somebody has reviewed it, and of which text that was.

A review is somebody's word for one text. It can be given only while nothing is left to mend (a hint
is no such thing), names a real person or body, which whoever sets it types, and has an end. Whoever
changes the text afterwards is told that the review was of another one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final
from unicodedata import combining

from trainer.authoring import formats, hints
from trainer.authoring.checking.marks import marks
from trainer.authoring.checking.state import State
from trainer.authoring.reviews import reviewed_text
from trainer.authoring.reviews.reviewed_text import REVIEWED, STATUS
from trainer.language import _, ngettext
from trainer.scenario.model import Status
from trainer.scenario.problems import problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.scenario.problems import Problem

YEARS: Final = 1
"""Years for which a review is offered to hold."""

OF_THE_REVIEW: Final = frozenset(
    {"review-missing", "review-expired", "reviewed-unmended", "reviewed-other"}
)
"""Codes that a new review mends."""


def may_be_reviewed(kinds: Iterable[str], checking: State = State.CHECKED) -> tuple[str, ...]:
    """Give, in words, what keeps a file from being called reviewed; nothing if it may be.

    Hints do not: they are no findings.

    Args:
        kinds: what is left to mend, as the author is told of it: the kind of each line.
        checking: whether all of it has been checked as it is now.

    """
    counts = Counter(str(kind) for kind in kinds)
    reasons = []
    if checking is State.CHECKING:
        reasons.append(_("It is still being checked."))
    if checking is State.FAILED:
        reasons.append(_("It could not be checked as a whole."))
    reasons += [_left(kind, counts[kind]) for kind in _KINDS if counts[kind]]
    return tuple(reasons)


_KINDS: Final = ("error", "unwritten", "warning", "method")


def _left(kind: str, n: int) -> str:
    said = {
        "error": ngettext("%(n)d error is to be mended.", "%(n)d errors are to be mended.", n),
        "unwritten": ngettext(
            "%(n)d thing is still to be written.", "%(n)d things are still to be written.", n
        ),
        "warning": ngettext(
            "%(n)d warning is to be looked at.", "%(n)d warnings are to be looked at.", n
        ),
        "method": ngettext(
            "%(n)d note on the method is to be looked at.",
            "%(n)d notes on the method are to be looked at.",
            n,
        ),
    }
    return said[kind] % {"n": n}


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


def wrote_it(document: Document, person: str, body: str, by: str) -> str:
    """Give the author of a file who would be its reviewer, too; empty if it is somebody else.

    Another person of the same body may review it: she is somebody else.

    Args:
        document: the file.
        person: who reviewed it; empty if only a body is named.
        body: for which organisation or group.
        by: all of it, as everybody would read it.

    """
    whole = {_folded(by), _folded(f"{person} {body}")}
    alone = {_alone(person)[0] or _folded(body)}
    authors = document.data(("authors",))
    for author in authors if isinstance(authors, list) else [authors]:
        if not isinstance(author, str):
            continue
        if (whole & {_folded(author)} or alone & _pieces(author, person)) - {""}:
            return " ".join(author.split())
    return ""


def _pieces(author: str, person: str) -> set[str]:
    """Give what an author may be called; a body alone only if that is all, or comes first."""
    return {_folded(author), *(_alone(author) if person.strip() else _alone(author)[:1])}


def _folded(name: str) -> str:
    """Give a name as it is compared: letters and digits alone, big and small alike."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(one if one.isalnum() else " " for one in plain if not combining(one))
    return " ".join(letters.split())


def _alone(name: str) -> list[str]:
    """Give the pieces of a name such as ``Rosa, Oak Clinic``."""
    return [_folded(one) for one in re.split(r"[,;(/·–—]", name)]


def set_reviewed(
    step: Step, document: Document, by: str, on: date, until: date, looked_at: str = ""
) -> None:
    """Write down who has reviewed a file, until when that holds, and of which text it was.

    Raises:
        ValueError: nobody is named.
        CannotChangeError: the text is broken.

    """
    if not by.strip():
        raise ValueError("nobody is named")
    said = {"by": by.strip(), "on": on.isoformat(), "until": until.isoformat()}
    step.put(document, STATUS, Status.REVIEWED.value)
    step.put(document, REVIEWED, said)
    step.arrange(document, reviewed_text.noted(document, looked_at.strip()))


def set_back(step: Step, document: Document) -> None:
    """Let a file be a draft again, reviewed by nobody.

    Raises:
        CannotChangeError: the text is broken.

    """
    step.put(document, STATUS, Status.DRAFT.value)
    if document.data(REVIEWED) is not None:
        step.put(document, REVIEWED, None)
    step.arrange(document, replace(document.arrangement, review=None))


def knows_reviews(document: Document) -> bool:
    """Whether files of its format can be reviewed."""
    return formats.key_at(document.format, REVIEWED) is not None


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says of its review.

    Attributes:
        status: as it is written.
        by: who reviewed it; empty if that is not said.
        on: the day of it.
        until: the last day on which it holds.
        looked_at: what the reviewer has looked at; empty if that is not known.
        ended: whether that day is past.

    """

    status: str
    by: str = ""
    on: str = ""
    until: str = ""
    looked_at: str = ""
    ended: bool = False


def told(document: Document, today: date) -> Told:
    """Give what a file says of its review."""
    status = document.data(STATUS)
    status = status if isinstance(status, str) else ""
    said = reviewed_text.review_of(document)
    if said is None:
        return Told(status)
    by, on, until = (
        one if isinstance(one := said.get(key), str) else "" for key in ("by", "on", "until")
    )
    kept = reviewed_text.record(document)
    looked_at = "" if kept is None else kept.looked_at
    return Told(status, by, on, until, looked_at, bool(until) and until < today.isoformat())


class ReviewedText:
    """Looks whether the text is still the one that a review was of."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._digests = reviewed_text.Digests(document)

    def look(self, go_on: Callable[[], bool] = lambda: True) -> bool | None:
        """Tell whether the file says that it is reviewed, and its text is another than it was.

        None if that is not known: the text cannot be read now, or ``go_on`` has ended it.
        """
        document = self.document
        if document.stale or document.broken is not None:
            return None
        kept = reviewed_text.record(document)
        if kept is None:
            return False
        now = self._digests.look(go_on)
        return None if now is None else now != kept.text


def findings(document: Document, problems: Sequence[Problem], *, another: bool) -> list[Problem]:
    """Give what is wrong with a file that says that it was reviewed; no check of it alone tells.

    Args:
        document: the file.
        problems: all else that is wrong with it.
        another: whether its text is another than the one that was reviewed.

    """
    at = document.span(STATUS)
    unknown = document.stale or document.broken is not None
    if unknown or at is None or document.data(STATUS) != Status.REVIEWED.value:
        return []
    codes = []
    if any(one.code not in OF_THE_REVIEW | hints.CODES for one in problems):
        codes.append("reviewed-unmended")
    if another:
        codes.append("reviewed-other")
    (mark,) = marks(document.text, [at[0]])
    by = told(document, date.min).by
    return [problem(code, mark, by=by) for code in codes]
