"""What can be wrong with a file: codes and parameters here, words only at the end.

Whoever finds a problem reports a code, a place and parameters; :func:`sentence` and
:func:`hint` put them into the reader's language. One code may have several sentences,
told apart by ``case``, because "bad-value" alone helps nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.language import _
from trainer.scenario.wording import HINTS, SENTENCES
from trainer.scenario.wording_method import REASONS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from trainer.scenario.model import Mark

LONGEST_SHOWN: Final = 80
"""Characters of an author's own words that a message repeats before it cuts them."""

_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
"""Control characters, and those that would have the rest of a line read the other way round."""

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""What nobody sees; two words that look the same are two by it, so it is named."""


class Severity(StrEnum):
    """How much a problem matters: an error keeps the file from being used."""

    ERROR = "error"
    WARNING = "warning"
    METHOD = "method"


WARNINGS: Final = frozenset(
    {
        "unreachable-scene",
        "never-offered",
        "never-taken",
        "unused-variable",
        "unused-cast",
        "stale-translation",
        "cut-text",
        "review-missing",
        "review-expired",
        "reviewed-other",
        "too-many-states",
        "long-scene",
        "same-words",
        "forgotten-target",
        "unseen-target",
        "template-reason",
        "no-ending",
        "unused-source",
        "long-section",
        "entry-expired",
        "unknown-scenario",
        "unknown-page",
        "unknown-section",
        "unknown-contact",
        "long-slide",
        "no-care",
        "title-minutes",
        "survey-twice",
        "cards-and-size",
    }
)
"""Codes that are warnings; every other code in :data:`CODES` is an error or a method finding."""

METHOD: Final = frozenset(REASONS)
"""Codes of the method rules."""

CODES: Final = frozenset(code for code, _case in SENTENCES)
"""Every code that has a sentence."""

HARMLESS: Final = WARNINGS | METHOD | {"unsafe-markup", "missing-asset", "unsafe-path"}
"""Codes after which the ways through a scenario can still be explored."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What to do about a problem; ``case`` picks the sentence in :data:`wording.HINTS`."""

    case: str
    params: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where.

    ``case`` picks among the sentences of a code; ``params`` fills its placeholders.
    """

    code: str
    severity: Severity
    mark: Mark
    params: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    case: str = ""
    hint: Hint | None = None


def problem(
    code: str,
    mark: Mark,
    case: str = "",
    *,
    hint: Hint | None = None,
    severity: Severity | None = None,
    **params: str | int,
) -> Problem:
    """Make a problem; without ``severity`` it takes the one of its code."""
    return Problem(code, severity or usual(code), mark, MappingProxyType(params), case, hint)


def usual(code: str) -> Severity:
    """Give the severity that a code has where nothing else is said."""
    if code in METHOD:
        return Severity.METHOD
    return Severity.WARNING if code in WARNINGS else Severity.ERROR


def reason(code: str) -> str:
    """Say why a method rule is there and where that was found, in the reader's language.

    Raises:
        KeyError: ``code`` is not in :data:`METHOD`.

    """
    return _(REASONS[code])


def did_you_mean(near: str | None) -> Hint | None:
    """Give the hint that offers ``near``, or None if nothing is near."""
    return None if near is None else Hint("near", MappingProxyType({"near": near}))


def order(found: Problem) -> tuple[int, int]:
    """Key to sort problems by: line, then column."""
    return found.mark.line, found.mark.column


def sentence(found: Problem) -> str:
    """Say what is wrong, in the reader's language."""
    return _(SENTENCES[found.code, found.case]) % shown(found.params)


def hint(found: Problem) -> str | None:
    """Say what to do about it, in the reader's language, or None."""
    if found.hint is None:
        return None
    return _(HINTS[found.hint.case]) % shown(found.hint.params)


def shown_path(path: Path | str) -> str:
    """Give a path, or what names one, on one line that does not steer the terminal."""
    return _UNSHOWABLE.sub("\ufffd", str(path))


def person_line(path: str, found: Problem) -> str:
    """Give the whole line that the command line prints for a person."""
    words = " ".join(part for part in (sentence(found), hint(found)) if part)
    where = f"{shown_path(path)}:{found.mark.line}:{found.mark.column}"
    return f"{where}: {found.severity.value}: {words} [{found.code}]"


def switched_off_line(path: str, code: str, why: str) -> str:
    """Give the line that says which finding a pack leaves out, and why."""
    told = {"code": code, "reason": _showable(why)}
    words = _("what the rule %(code)s found is left out by the pack: %(reason)s") % told
    return f"{shown_path(path)}: {words}"


def shown(params: Mapping[str, str | int]) -> dict[str, str | int]:
    """Give parameters as a message may repeat them: short, on one line, nothing that steers."""
    return {name: _showable(value) for name, value in params.items()}


def _showable(value: str | int) -> str | int:
    """Make an author's words fit for a terminal: one line, no control characters, not long."""
    if isinstance(value, int):
        return value
    clean = _UNSHOWABLE.sub("\ufffd", value.strip().replace("\n", " "))
    clean = _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", clean)
    return clean if len(clean) <= LONGEST_SHOWN else clean[: LONGEST_SHOWN - 1] + "…"
