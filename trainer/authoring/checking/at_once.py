"""What is known of a story without walking through it: told at once, whatever else is to mend.

A check does not explore a story with errors in it. Whether any way leads to a scene, and whether
any scene ends the story, shows from what is written all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.authoring.checking import not_yet
from trainer.authoring.outline import Kind, Outliner, line_in
from trainer.authoring.source.around import breaks
from trainer.authoring.source.parts import SPLIT
from trainer.scenario.model import YOU, Mark
from trainer.scenario.problems import problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from trainer.authoring.document import Document
    from trainer.authoring.outline import Outline
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.authoring.source.parts import Part
    from trainer.scenario.problems import Problem

_ALIKE: Final = "choices alike"
"""By that, a part keeps which choices of its scene have the same words."""

_MAY_END: Final = frozenset({Kind.STUB, Kind.OPEN})
"""How scenes go on of which nobody knows yet whether the story ends there."""


class AtOnce:
    """Works out what is known of one document; what has not changed is not read again.

    ``outline`` gives its outline as of now, of whoever has it already.
    """

    def __init__(self, document: Document, outline: Callable[[], Outline] | None = None) -> None:
        self._document = document
        self._outline = outline or Outliner(document).outline
        self._has_ended = False
        self._asked = self._version = -1
        self._written: tuple[Problem, ...] = ()
        self._reached: frozenset[str] = frozenset()

    def told(self, found: Sequence[Problem], *, waits: bool, checking: bool) -> list[Problem]:
        """Give the problems that hold now: those that were found, and what shows besides.

        Args:
            found: what is known from checking.
            waits: whether errors keep the story from being explored.
            checking: whether it is being checked at the moment.

        """
        document = self._document
        readable = not document.stale and document.broken is None and document.scenes()
        if not readable or not document.is_scenario:
            return list(found)
        outline = self._outline()
        now = list(self._of_ways(found, outline)) if waits else list(found)
        if self._asked != document.version:
            self._asked = document.version
            self._written = (*_alike(document), *_not_yet(document))
        now += self._written
        if waits or not checking:
            now += self._of_the_end(now, outline)
        return now

    def _of_ways(self, found: Sequence[Problem], outline: Outline) -> Iterator[Problem]:
        """Tell of what no way leads to as of now, not as of when it was last explored."""
        reached, known = self._ways(outline), set()
        for one in found:
            scene = str(one.params.get("scene"))
            if one.code == "unreachable-scene":
                if scene in reached:
                    continue
                known.add(scene)
            yield one
        if reached:
            marks = _Marks(self._document)
            for name in outline.scenes:
                if name not in reached and name not in known:
                    yield problem("unreachable-scene", marks.of_key(name), scene=name)

    def _ways(self, outline: Outline) -> frozenset[str]:
        if self._version != self._document.version:
            self._version, self._reached = self._document.version, outline.reached()
        return self._reached

    def _of_the_end(self, found: Sequence[Problem], outline: Outline) -> Iterator[Problem]:
        """Tell if no scene ends the story; of one that is being begun, nothing."""
        kinds = {line.kind for line in outline.scenes.values()}
        if Kind.ENDING in kinds:
            self._has_ended = True
            return
        begun = kinds & _MAY_END and not self._has_ended
        if not begun and not any(one.code == "endless" for one in found):
            yield problem("no-ending", Mark())


def _alike(document: Document) -> Iterator[Problem]:
    """Tell of choices of one scene that have the same words and can be offered at once."""
    marks = None
    for name, part in document.scenes().items():
        # Asked after every key, of every scene: of almost all of them it is known, and nothing.
        pairs = part.memo.get(_ALIKE)
        if pairs == ():
            continue
        choices = document.data((SPLIT, name, "choices")) if (pairs := _pairs(part)) else None
        for at, other in pairs:
            if not _both_offered(choices, at, other):
                continue
            marks = marks or _Marks(document)
            mark = marks.of_choice(name, at)
            yield problem("same-words", mark, scene=name, n=at + 1, other=other + 1)


def _not_yet(document: Document) -> Iterator[Problem]:
    """Tell who is told of, or seen, nowhere, and which reasons and notes are a template's."""
    marks = None
    for lost in not_yet.forgotten(document):
        marks = marks or _Marks(document)
        mark, case = marks.of_choice(lost.scene, lost.at), "you" if lost.key == YOU else ""
        yield problem("forgotten-target", mark, case, name=lost.key)
    for hidden in not_yet.unseen(document):
        marks = marks or _Marks(document)
        mark = marks.of_key(hidden.scene)
        yield problem("unseen-target", mark, scene=hidden.scene, who=hidden.who)
    for one in not_yet.unowned(document):
        marks = marks or _Marks(document)
        yield problem("template-reason", marks.of_value(one.path), one.case, where=one.where)


def _both_offered(choices: Data, *places: int) -> bool:
    """Whether two choices can be offered at once: one always is, or both in the same case."""
    given = choices if isinstance(choices, list) else []
    found = [given[at] for at in places if at < len(given)]
    whens = [one.get("when") for one in found if isinstance(one, dict)]
    return len(whens) == len(places) and (None in whens or len(set(map(str, whens))) == 1)


def work_out(part: Part) -> None:
    """Work out what is asked of the choices of a scene; that is kept with its lines."""
    _pairs(part)
    not_yet.work_out(part)


def _pairs(part: Part) -> tuple[tuple[int, int], ...]:
    kept = part.memo.get(_ALIKE)
    if isinstance(kept, tuple):
        return kept
    line, first, found = line_in(part), dict[str, int](), dict[int, int]()
    said = {way.choice: way.words for way in (*line.ways, *line.loose) if way.choice is not None}
    for at, words in sorted(said.items()):
        plain = " ".join(words.casefold().split()).rstrip(".!?… ")
        if plain and first.setdefault(plain, at) != at:
            found[at] = first[plain]
    made = part.memo[_ALIKE] = tuple(found.items())
    return made


class _Marks:
    """Gives the line and the column of what stands in scenes; only their own lines are counted."""

    def __init__(self, document: Document) -> None:
        self._document = document
        lines = zip(document.parts, document.lines_before(), strict=True)
        self._lines = {part.name: (part, before) for part, before in lines if part.scene}

    def of_key(self, name: str) -> Mark:
        """Give where a scene's name stands."""
        return self._at(name, self._document.key_span((SPLIT, name)))

    def of_choice(self, name: str, at: int) -> Mark:
        """Give where a choice begins."""
        return self._at(name, self._document.span((SPLIT, name, "choices", at)))

    def of_value(self, path: Path) -> Mark:
        """Give where something begins, inside a scene or on top."""
        found = self._document.find(path)
        if found is None:
            return Mark()
        part, node = found
        return self._mark(part, self._document.lines_to(part), part.start + node.start)

    def _at(self, name: str, span: tuple[int, int] | None) -> Mark:
        if span is None or name not in self._lines:
            return Mark()
        return self._mark(*self._lines[name], span[0])

    def _mark(self, part: Part, before: int, offset: int) -> Mark:
        text = self._document.text
        lead = text[part.start : offset]
        start = max(lead.rfind("\n"), lead.rfind("\r")) + 1
        return Mark(before + breaks(text, part.start, offset) + 1, len(lead) - start + 1)
