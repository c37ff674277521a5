"""What is known to be wrong with a document while it is changed: never a place that lies.

What checking the whole has found stays until it is looked for again, moved along by each change.
What stood in characters that are gone is gone. A scene that was changed is read again at once,
and what that finds takes the place of what reading it had found before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from trainer.authoring import hints
from trainer.authoring.checking import later
from trainer.authoring.checking.at_once import AtOnce
from trainer.authoring.checking.later import EXPLORED
from trainer.authoring.checking.marks import marks, offsets
from trainer.authoring.checking.state import State
from trainer.authoring.checking.telling import Answer, Found, Question
from trainer.authoring.checking.touched import Touched
from trainer.authoring.reviews import reviewing
from trainer.scenario.model import Mark
from trainer.scenario.problems import Problem, order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from trainer.authoring.desk import Change
    from trainer.authoring.document import Document
    from trainer.authoring.outline import Outline
    from trainer.authoring.source.parts import Part
    from trainer.authoring.source.splices import Splice

_OF_NAMES: Final = frozenset(
    {"unknown-scene", "unknown-cast", "unknown-variable", "bad-condition"}
) | {"wrong-type"}
"""Codes that may come or go in a scene when a name is given elsewhere."""

_UNREADABLE: Final = frozenset({"not-yaml", "too-deep", "several-documents"})
"""Codes after which nothing, or not all, was looked at."""

_TEXT: Final = "what its text hashes to"
"""By that, a part keeps it."""

_HEAD: Final = ""
"""Stands for all that is outside the scenes; no scene has that name."""


class Standing:
    """The problems of one document; ``outline`` gives its outline, of whoever has it already.

    Attributes:
        document: the document.
        state: whether all of it has been checked as it is now.
        answer: what checking the whole told last, if it could be; of an older text, maybe.
        another: whether the file says that it was reviewed, and its text was another one then.
        left: hints that stay as they are, as of when the problems were last asked for.
        waits: whether the last check has found errors beyond which it did not look. What was seen
            there before counts until it is looked for again.

    """

    def __init__(self, document: Document, outline: Callable[[], Outline] | None = None) -> None:
        self.document = document
        self.state = State.CHECKING
        self.answer: Answer | None = None
        self.waits = False
        self.another = False
        self.left: list[Problem] = []
        self._found: list[Found] = []
        self._moved = False
        self._log: list[tuple[int, tuple[Splice, ...]]] = []
        self._touched = Touched(document)
        self._at_once = AtOnce(document, outline)
        self._seen = self._texts()
        self._collected = -1
        self._waiting: dict[str, None] = {}
        self._read_at: dict[str, int] = {}

    def problems(self) -> tuple[Problem, ...]:
        """Give what is known to be wrong, by place, as of the text as it is now.

        What the author has left as it is stands in :attr:`left`.
        """
        if self._moved:
            places = marks(self.document.text, (one.offset for one in self._found))
            pairs = zip(self._found, places, strict=True)
            self._found = [_at(one, place) for one, place in pairs]
            self._moved = False
        found = [one.problem for one in self._found]
        broken = self.document.broken
        if broken is not None and not self.document.stale and broken not in found:
            found.append(broken)
        checking = self.state is State.CHECKING
        found = self._at_once.told(found, waits=self.waits, checking=checking)
        found, self.left = hints.parted(self.document, found)
        found += reviewing.findings(self.document, found, another=self.another)
        return tuple(sorted(found, key=order))

    # Changes

    def changed(self, changes: Iterable[Change]) -> None:
        """Take note of changes of the document, which have been made."""
        made = [change for change in changes if change.splices]
        alone = made[0].back[0].new if len(made) == 1 == len(made[0].splices) else None
        for change in made:
            self._move(change.splices, alone)
            self._log.append((self.document.version, change.splices))
            self.state = State.CHECKING

    def _move(self, splices: Sequence[Splice], gone: str | None = None) -> None:
        """Move what is known along; ``gone`` is what stood where the one splice was made."""
        self._found = _moved_along(self._found, splices)
        text = self.document.text
        if self._moved or gone is None or "\r" in gone or "\r" in text:
            self._moved = True
        else:
            self._found = _at_their_lines(self._found, text, splices[0], gone)

    def look(self, go_on: Callable[[], bool], first: str | None = None) -> bool:
        """Read again the scenes that have changed, as long as ``go_on``; tell whether all were.

        Args:
            go_on: asked after each scene.
            first: name of the scene to begin with, if it has changed.

        """
        if not self._touched.can:
            return True
        self._collect()
        waiting = self._waiting
        while waiting:
            name = first if first in waiting else next(iter(waiting))
            del waiting[name]
            self._read_at[name] = self.document.version
            self._read(name)
            if waiting and not go_on():
                return False
        return True

    def _collect(self) -> None:
        """Find out which scenes say something else than when that was last asked."""
        if self._collected == self.document.version:
            return
        self._collected = self.document.version
        before, self._seen = self._seen, self._texts(self._seen)
        if len(before) < 2:
            return  # It could not be read before, so nothing is known to have changed.
        changed = [
            name
            for name, seen in self._seen.items()
            if (was := before.get(name)) is not seen and was != seen
        ]
        self._waiting.update(dict.fromkeys(changed))
        if _HEAD in changed or before.keys() != self._seen.keys():
            self._waiting.update(dict.fromkeys(self._naming()))
            self._waiting[_HEAD] = None
        for name in [one for one in self._waiting if one not in self._seen]:
            del self._waiting[name]

    def _texts(self, before: dict[str, _Seen] | None = None) -> dict[str, _Seen]:
        """Give, by name, the root of each scene and what its text hashes to."""
        text, known = self.document.text, before or {}
        found = {
            name: seen
            if (seen := known.get(name, _NEVER))[0] is part.root
            else _Seen(part.root, text_of(part, text))
            for name, part in self._parts().items()
        }
        heads = [part for part in self.document.parts if not part.scene]
        root = tuple(part.root for part in heads)
        found[_HEAD] = _Seen(root, hash("".join(text[one.start : one.end] for one in heads)))
        return found

    def _parts(self) -> dict[str, Part]:
        """Give the parts of scenes; a name that was there before gets a line end and a number."""
        scenes = self.document.scenes()
        if sum(part.scene for part in self.document.parts) == len(scenes):
            return scenes
        found: dict[str, Part] = {}
        for part in self.document.parts:
            if part.scene and part.name is not None:
                name = part.name if part.name not in found else f"{part.name}\n{len(found)}"
                found[name] = part
        return found

    def _naming(self) -> list[str]:
        """Give the scenes in which a name is wrong, as far as that is known."""
        parts = self.document.parts
        starts = [part.start for part in parts]
        found = []
        for one in self._found:
            if one.problem.code in _OF_NAMES:
                part = parts[bisect_right(starts, one.offset) - 1]
                if part.scene and part.name:
                    found.append(part.name)
        return found

    def _read(self, name: str) -> None:
        if name == _HEAD:
            pieces = [part for part in self.document.parts if not part.scene]
            fresh = self._touched.head()
        else:
            part = self._parts().get(name)
            if part is None:
                return  # It was told while its name was being typed, and is called otherwise now.
            pieces = [part]
            fresh = self._touched.scene(part)
        if fresh is not None:
            self._replace(pieces, fresh)

    def _replace(self, pieces: list[Part], fresh: list[Problem]) -> None:
        starts = [part.start for part in pieces]
        last = len(self.document.text)
        ends = [part.end + (part.end == last) for part in pieces]

        def is_old(one: Found) -> bool:
            at = bisect_right(starts, one.offset) - 1
            inside = at >= 0 and one.offset < ends[at]
            return inside and one.problem.code not in EXPLORED

        kept = [one for one in self._found if not is_old(one)]
        text, first = self.document.text, starts[0]
        line = self.document.lines_to(pieces[0]) + 1 if fresh else 1
        kept += map(Found, fresh, offsets(text, (one.mark for one in fresh), first, line))
        self._found = sorted(kept, key=attrgetter("offset"))

    # The whole

    def question(self, today: date) -> Question:
        """Give what is to be asked of the whole now."""
        document = self.document
        return Question(document.path, document.text, document.version, today, self)

    def answered(self, answer: Answer) -> None:
        """Take what checking the whole has found, though the text may have changed since."""
        version = answer.question.version
        self._log = [one for one in self._log if one[0] > version]
        if answer.failed:
            self.state = State.FAILED if not self._log else State.CHECKING
            return
        self.answer = answer
        if not self._log:
            self.state = State.CHECKED
        if self._knows_better(answer):
            return
        self.waits = not answer.whole
        before = self._seen_before() if self.waits else []
        self._found = sorted(answer.found, key=attrgetter("offset"))
        self._moved = False
        for _version, splices in self._log:
            self._move(splices)
        if before:
            self._found = sorted([*self._found, *before], key=attrgetter("offset"))
        self._read_at = {name: at for name, at in self._read_at.items() if at > version}
        self._waiting.update(dict.fromkeys(self._read_at))

    def _seen_before(self) -> list[Found]:
        """Give what was known that a check did not look for, because of the errors it found."""
        name = self.document.format
        waiting = (one for one in self._found if later.waits(name, one.problem.code))
        return [one for one in waiting if not self._was_written(one.problem)]

    def _was_written(self, found: Problem) -> bool:
        """Whether it is about a scene that was only planned, and is so no more: that is sure."""
        if found.code != "stub-reached" or self.document.stale:
            return False
        scene = self.document.data(("scenes", str(found.params.get("scene"))))
        return isinstance(scene, dict) and "stub" not in scene

    def _knows_better(self, answer: Answer) -> bool:
        """Whether an answer only tells that the text cannot, or could not, be read.

        Then all that was known before stays.
        """
        if self.document.stale:
            return False
        unreadable = any(one.problem.code in _UNREADABLE for one in answer.found)
        return self.document.broken is not None or unreadable


def text_of(part: Part, text: str) -> int:
    """Give what the text of a part hashes to; that is kept with its lines."""
    kept = part.memo.get(_TEXT)
    if isinstance(kept, int):
        return kept
    found = part.memo[_TEXT] = hash(text[part.start : part.end])
    return found


class _Seen(tuple[object, int]):
    """What a scene was when it was read: its root, and what its text hashes to."""

    __slots__ = ()

    def __new__(cls, root: object, text: int) -> _Seen:
        return super().__new__(cls, (root, text))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Seen) and self[1] == other[1]

    def __hash__(self) -> int:
        return hash(self[1])


_NEVER: Final = _Seen(_Seen, 0)
"""Of a scene that was never seen: no root is the one of it."""


def _at_their_lines(found: list[Found], text: str, splice: Splice, gone: str) -> list[Found]:
    """Give problems with their lines after one splice; only its last line is looked at for it."""
    lines = splice.new.count("\n") - gone.count("\n")
    offsets_ = [one.offset for one in found]
    first = bisect_left(offsets_, splice.start)
    end = text.find("\n", splice.start + len(splice.new))
    last = len(found) if end < 0 else bisect_right(offsets_, end)
    places = marks(text, offsets_[first:last])
    beside = [_at(one, place) for one, place in zip(found[first:last], places, strict=True)]
    if not lines:
        return [*found[:first], *beside, *found[last:]]
    below = [
        _at(one, Mark(one.problem.mark.line + lines, one.problem.mark.column))
        for one in found[last:]
    ]
    return [*found[:first], *beside, *below]


def _at(one: Found, place: Mark) -> Found:
    """Give a problem with its line and column; the same one, if it stands there already."""
    return one if place == one.problem.mark else Found(replace(one.problem, mark=place), one.offset)


def _moved_along(found: list[Found], splices: Sequence[Splice]) -> list[Found]:
    """Give problems with their places after splices, which go from the text's end to its start.

    What stood in characters that are gone is left out; the first of the text is the whole file's.
    """
    kept: list[Found] = []
    grown, ahead = 0, len(splices) - 1
    for one in found:
        place = one.offset
        while ahead >= 0 and splices[ahead].end <= place:
            grown += splices[ahead].grows
            ahead -= 1
        if not place:
            kept.append(one)
        elif ahead < 0 or splices[ahead].start > place:
            kept.append(Found(one.problem, place + grown) if grown else one)
    return kept
