"""What can be played of a text as it stands, however unfinished.

A draft is played before it is right: what is missing is bridged, in a copy that nobody sees, so
that the rest can be tried. A way to a scene that does not exist leads to a part that is not
written yet; what cannot be understood is left out. What was bridged is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from trainer.authoring import formats
from trainer.authoring.called import of_person
from trainer.authoring.document import CannotChangeError, Document
from trainer.language import N_, _
from trainer.scenario.problems import HARMLESS, Severity
from trainer.scenario.reading import read_bytes

if TYPE_CHECKING:
    from pathlib import Path as File

    from trainer.authoring.source.lines import Path
    from trainer.scenario.model import Mark, Scenario
    from trainer.scenario.problems import Problem

_ROUNDS: Final = 8
"""Times that a text is read again after something was bridged."""

UNWRITTEN: Final = "not-written-yet"
"""The scene to which leads what leads nowhere yet."""

_STUB: Final = {"stub": "true"}
_NOTHING: Final = N_("Nothing is written here yet")
"""What stands in for a text, in the reader's language: as the forms say it."""

_INSTEAD: Final[dict[str, Any]] = {
    "format": formats.SCENARIO,
    "id": "unnamed",
    "language": "en",
    "setting": "community",
    "severity": "verbal",
    "minutes": "5",
    "authors": [_NOTHING],
    "status": "draft",
    "cast": {"somebody": {"name": "", "role": "targeted"}},
    "role": "bystander",
    "d": "distract",
    "fit": "fair",
    "feedback": {"headline": _NOTHING},
    "outcome": "mixed",
    "next": UNWRITTEN,
    "then": UNWRITTEN,
    "to": UNWRITTEN,
    "seconds": "60",
    "points": [_NOTHING],
}
"""What stands in for a key that is missing; that nothing is written, for any other text."""

_ONE_OF: Final = {"scene": ("next", UNWRITTEN), "choice": ("act", _NOTHING)}
"""What stands in where one of several keys is missing, by shape."""


@dataclass(frozen=True, slots=True)
class Playable:
    """What can be played, if anything, and what keeps the text from being right.

    ``bridged`` tells that something is missing or was left out for it.
    """

    scenario: Scenario | None
    errors: tuple[Problem, ...] = ()
    bridged: bool = False


def playable(text: str, path: File) -> Playable:
    """Read a text; where it is not right yet, bridge what is missing."""
    reading = read_bytes(text.encode("utf-8", "replace"), path)
    errors = tuple(one for one in reading.problems if one.severity is Severity.ERROR)
    if reading.content is not None:
        return Playable(reading.content, errors)
    return Playable(_bridged(text, path), errors, bridged=True)


def _bridged(text: str, path: File) -> Scenario | None:
    document = Document(path, text)
    if not document.settle() or not document.is_scenario:
        return None
    bridge = _Bridge(document)
    for _round in range(_ROUNDS):
        reading = read_bytes(document.text.encode("utf-8", "replace"), path)
        if reading.content is not None:
            return reading.content
        wrong = [one for one in reading.problems if one.code not in HARMLESS]
        if not bridge.over(wrong):
            return None
    return None


class _Bridge:
    """Bridges problems in a copy of what is written."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tried: set[Path] = set()
        self._filled: set[Path] = set()

    def over(self, wrong: list[Problem]) -> bool:
        """Bridge some problems, the last in the file first; tell whether anything was done."""
        lines = self._document.text.split("\n")
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        before = self._document.version
        for one in sorted(wrong, key=lambda one: (one.mark.line, one.mark.column), reverse=True):
            self._one(one, self._document.path_at(_offset(starts, one.mark)))
            if not self._document.settle():
                return False
        return self._document.version != before

    def _one(self, wrong: Problem, path: Path) -> None:
        if wrong.code == "missing-key" and "key" in wrong.params:
            self._add(path, str(wrong.params["key"]))
        elif wrong.code == "missing-key" and "keys" in wrong.params:
            self._add_one_of(path)
        elif wrong.code == "unknown-scene":
            to = self._document.data(path)
            if isinstance(to, str):
                self._put(("scenes", to), _STUB)
        elif wrong.code == "empty-text" and path not in self._filled:
            self._fill(path)
        else:
            self._leave_out(path)

    def _fill(self, path: Path) -> None:
        """Let something stand where it is empty; what cannot be so is left out the next time."""
        self._filled.add(path)
        key = path[-1] if path else 0
        if isinstance(key, str) and key != "format":
            self._put(path, self._instead(key, path[:-1]))
        elif path:
            self._put(path, _(_NOTHING))

    def _add(self, path: Path, key: str) -> None:
        """Let something stand at a key that the innermost mapping that may have it lacks."""
        name = self._document.format
        for end in range(len(path), -1, -1):
            shape = formats.shape_at(name, path[:end])
            if shape is not None and key in shape.keys:
                self._put((*path[:end], key), self._instead(key, path[:end]))
                return

    def _instead(self, key: str, path: Path) -> Any:
        if key == "start":
            return next(iter(self._document.scenes()), UNWRITTEN)
        if key == "id" and path:
            return f"choice-{path[-1]}"  # They are told apart by it.
        if key == "name":
            return of_person(self._document.data(path), str(path[-1]) if path else "")
        return {UNWRITTEN: _STUB} if key == "scenes" else _in_words(_INSTEAD.get(key, _NOTHING))

    def _add_one_of(self, path: Path) -> None:
        for end in range(len(path), -1, -1):
            shape = formats.shape_at(self._document.format, path[:end])
            if shape is not None and shape.name in _ONE_OF:
                key, value = _ONE_OF[shape.name]
                text = shape.name == "scene" and not self._says_anything(path[:end])
                self._put((*path[:end], "text"), _(_NOTHING)) if text else None
                self._put((*path[:end], key), _in_words(value))
                return

    def _says_anything(self, scene: Path) -> bool:
        data = self._document.data(scene)
        return isinstance(data, dict) and ("text" in data or "lines" in data)

    def _leave_out(self, path: Path) -> None:
        """Take away what cannot be understood; if it was tried before, what it is part of."""
        while path and path in self._tried:
            path = path[:-1]
        self._tried.add(path)
        if len(path) == 2 and path[0] == "scenes":
            self._put(path, None)
            self._put(path, _STUB)
        elif path:
            self._put(path, None)

    def _put(self, path: Path, data: Any) -> None:
        try:
            self._document.apply(self._document.put(path, data))
        except CannotChangeError:
            return


def _in_words(given: Any) -> Any:
    """Give what stands in for something in the reader's language."""
    if isinstance(given, dict):
        return {key: _in_words(value) for key, value in given.items()}
    if isinstance(given, list):
        return [_in_words(value) for value in given]
    return _(given) if given == _NOTHING else given


def _offset(starts: list[int], mark: Mark) -> int:
    line = min(mark.line, len(starts)) - 1
    return starts[line] + mark.column - 1
