"""Where the author goes for a problem: the field of the form in which it can be mended."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakKeyDictionary

from trainer.authoring.checking.places import places_of
from trainer.authoring.source.parts import SPLIT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.scenario.problems import Problem

_BELOW: Final[MappingProxyType[str, Path]] = MappingProxyType(
    {
        "no-view": ("ending", "view"),
        "unseen-target": ("present",),
        "delegate-to-nobody": ("to",),
        "never-offered": ("when",),
        "filming-first": ("fit",),
        "recording-not-asked": ("asks",),
        "police-not-asked": ("asks",),
        "wait-closes-delay": ("fit",),
        "stuck": ("choices",),
        "one-right-answer": ("choices",),
        "long-scene": ("text",),
        "direct-too-long": ("say",),
    }
)
"""By code, where in what the problem stands at it is mended."""

_ELSEWHERE: Final[MappingProxyType[tuple[str, str], Path]] = MappingProxyType(
    {
        ("no-debrief", ""): ("debrief", "questions"),
        ("no-resources", ""): ("resources",),
        ("no-content-notes", ""): ("content_notes",),
        ("no-content-notes", "drills"): ("content_notes",),
        ("no-care", ""): ("care", "name"),
        ("no-agreements", ""): ("agreements",),
        ("title-minutes", ""): ("title",),
    }
)
"""By code and case, where it is mended in the file as a whole."""

_FIRST: Final[MappingProxyType[str, str]] = MappingProxyType(
    {"feedback": "headline", "ending": "outcome", "timer": "seconds", "debrief": "questions"}
)
"""What stands first in something that is missing as a whole."""


class _Asked(NamedTuple):
    """What was asked last of a document, of which version, and what was found."""

    version: int
    stale: bool
    problems: tuple[Problem, ...]
    paths: list[Path]


_asked: WeakKeyDictionary[Document, _Asked] = WeakKeyDictionary()
"""By document: form, map and list ask for the same problems, one after the other."""


def targets(document: Document, problems: Iterable[Problem]) -> list[Path]:
    """Give, for each problem, the path of the field in which it is mended."""
    asked, now = _asked.get(document), (document.version, document.stale)
    if asked is not None and asked.problems is problems and asked[:2] == now:
        return asked.paths
    found = _targets(document, problems)
    if isinstance(problems, tuple):  # What stays as it is.
        _asked[document] = _Asked(*now, problems, found)
    return found


def _targets(document: Document, problems: Iterable[Problem]) -> list[Path]:
    given = problems if isinstance(problems, tuple) else list(problems)
    if document.broken is not None or document.stale:
        # Nothing is known of what stands where, and looking for it goes through all lines.
        return [_target(document, one, ()) for one in given]
    places = places_of(document, given)
    return [_target(document, one, at) for one, (_offset, at) in zip(given, places, strict=True)]


def target(document: Document, problem: Problem) -> Path:
    """Give the path of the field in which a problem is mended; empty for the file as a whole."""
    return targets(document, [problem])[0]


def _target(document: Document, problem: Problem, at: Path) -> Path:
    code, case, params = problem.code, problem.case, problem.params
    if document.broken is not None:
        return at
    if code in _BELOW:
        return (*at, *_BELOW[code])
    if code == "missing-key":
        return _missing(document, problem, at)
    if (code, case) in _ELSEWHERE:
        return _ELSEWHERE[code, case]
    if (code, case) == ("no-resources", "close"):
        return (*at, "contacts")
    if (code, case) == ("recording-not-asked", "ending"):
        return (*at, "ending", "outcome")
    if code == "d-missing":
        return ("leaves_out", str(params.get("d", "")))
    if code == "no-targeted-feedback":
        return (*at, "feedback", targeted(problem))
    if code == "forgotten-target":
        return (*at, "feedback", str(params.get("name", "")))
    if code == "silent-target":
        start = document.data(("start",))
        return (SPLIT, start, "lines") if isinstance(start, str) else ()
    if code == "stub-reached":
        return (*at, "choices") if is_begun(document, at) else (*at, "text")
    if (code, case) == ("wrong-type", "scene"):
        return (*at, "text")
    if code == "bad-value" and case in ("few", "many"):
        # A list begins where its first item does.
        key = params.get("key")
        return at[: at.index(key) + 1] if key in at else at
    return at


def is_begun(document: Document, scene: Path) -> bool:
    """Whether something is written in a planned scene, so that only its way on is to be said."""
    there = document.data(scene)
    return isinstance(there, dict) and any(there.get(key) for key in ("text", "lines"))


def targeted(problem: Problem) -> str:
    """Give the first person of whom a choice does not say what it did for them."""
    names = "" if problem.hint is None else str(problem.hint.params.get("names", ""))
    return names.split(",")[0].strip()


def _missing(document: Document, problem: Problem, at: Path) -> Path:
    key = problem.params.get("key") or str(problem.params.get("keys", "")).split(", ")[0]
    if not key:
        return at
    if problem.params.get("keys") and key == "say" and document.is_scenario:
        key = "act"  # What a choice is as long as nobody says otherwise.
    path = (*at, str(key))
    if document.is_scenario and key in _FIRST and _is_own(path):
        path = (*path, _FIRST[str(key)])
    return path


def _is_own(path: Path) -> bool:
    """Whether a path leads to what the fields of the form are of, rather than to a name."""
    return path[0] == SPLIT or len(path) == 1
