"""What the scenes of a scenario are and where they lead, however unfinished it is.

Read from what is written, not from what is right: a way to a scene that does not exist is a way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.authoring.as_typed import in_words, words_in, words_of
from trainer.authoring.source.nodes import plain
from trainer.authoring.source.parts import SPLIT
from trainer.authoring.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from trainer.authoring.document import Document
    from trainer.authoring.source.parts import Part


class Kind(StrEnum):
    """How a scene goes on."""

    CHOICES = "choices"
    NEXT = "next"
    ENDING = "ending"
    STUB = "stub"
    OPEN = "open"
    """Nothing says yet how it goes on."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of a scene. ``choice`` is its place among the choices, None for the scene's own.

    ``d`` is what is written there; ``words`` what the choice says; ``timer`` the way when time
    is up.
    """

    to: str
    choice: int | None = None
    id: str = ""
    d: str = ""
    words: str = ""
    conditional: bool = False
    timer: bool = False


@dataclass(frozen=True, slots=True)
class SceneLine:
    """One scene as a line of the outline, or a box on the map."""

    name: str
    kind: Kind
    choices: int = 0
    outcome: str = ""
    ways: tuple[Way, ...] = ()
    words: str = ""
    """How its text or its first line begins."""
    loose: tuple[Way, ...] = ()
    """Choices that lead nowhere yet; their ``to`` is empty."""
    typed: str = ""
    """What somebody typed as its name, if the name does not say it."""

    @property
    def title(self) -> str:
        """How it is called."""
        return self.typed or in_words(self.name)


_LINE: Final = "line of the outline"
"""By that, a part keeps the line of its scene."""


@dataclass(frozen=True, slots=True)
class Outline:
    """All scenes in the file's order, and the first one of the story.

    ``order`` is that of the story: the start, then each scene below all that leads there, as far
    as the story does not go round; ``strays``, to which no way leads from the start, come last.
    While somebody writes, it may be ``kept`` as it was: then not all stands in the story's order.
    """

    scenes: Mapping[str, SceneLine]
    start: str
    order: tuple[str, ...] = ()
    strays: tuple[str, ...] = ()
    kept: bool = False

    def title(self, name: str) -> str:
        """Give how a scene is called; also of a name that is none's."""
        line = self.scenes.get(name)
        return in_words(name) if line is None else line.title

    def arrivals(self) -> dict[str, list[tuple[str, Way]]]:
        """Give, by name, the ways that lead there; also for names that are no scenes."""
        found: dict[str, list[tuple[str, Way]]] = {}
        for line in self.scenes.values():
            for way in line.ways:
                found.setdefault(way.to, []).append((line.name, way))
        return found

    def reached(self) -> frozenset[str]:
        """Give the scenes to which ways lead from the start, whatever their conditions."""
        return frozenset(self.order).difference(self.strays)


def outline_of(scenes: Mapping[str, SceneLine], start: str) -> Outline:
    """Give the outline of scenes."""
    told = tuple(_told(scenes, start))
    known = frozenset(told)
    strays = tuple(name for name in scenes if name not in known)
    return Outline(scenes, start, (*told, *strays), strays)


def _told(scenes: Mapping[str, SceneLine], start: str) -> list[str]:
    """Give the scenes as a reader comes to them; of two ways, all behind the first comes first.

    Walked to the end of each way, the last way first, and then read backwards: so a scene where
    ways meet again comes below all of them.
    """
    if start not in scenes:
        return []
    done: list[str] = []
    seen = {start}
    open_: list[tuple[str, Iterator[Way]]] = [(start, reversed(scenes[start].ways))]
    while open_:
        name, ways = open_[-1]
        for way in ways:  # After each change of a way: of thousands of scenes, a plain loop.
            if (to := way.to) not in seen and to in scenes:
                seen.add(to)
                open_.append((to, reversed(scenes[to].ways)))
                break
        else:
            done.append(name)
            open_.pop()
    return done[::-1]


class Outliner:
    """Gives the outline of a document; what has not changed since is not read again.

    Scenes keep the order in which they show, whatever way changes: nobody who goes from scene to
    scene is to come to another one than a minute ago. See :class:`Standing`.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._at = -1
        self._outline = outline_of(MappingProxyType({}), "")
        self._standing = Standing()

    def outline(self) -> Outline:
        """Give the outline as of now, or as it was when the text was last read and readable."""
        document = self._document
        if self._at != document.version and not document.waits and document.settle():
            self._at = self._document.version
            start = self._document.data(("start",))
            lines = MappingProxyType(self._lines())
            self._outline = self._made(lines, start if isinstance(start, str) else "")
        return self._outline

    def know(self, outline: Outline) -> None:
        """Take an outline that somebody has made of the document as it is now."""
        self._at, self._outline = self._document.version, self._standing.kept(outline)

    def put_in_order(self) -> None:
        """Let the scenes stand as the story goes."""
        self._standing = Standing()
        self._at, had = -1, self._outline
        self._outline = self._standing.kept(outline_of(had.scenes, had.start))

    def _made(self, lines: Mapping[str, SceneLine], start: str) -> Outline:
        """Give the outline of these; while no way has changed, the order is what it was."""
        had = self._outline
        if start == had.start and lines.keys() == had.scenes.keys():
            # After a key all lines but one are the very same, and that is soon seen of those.
            pairs = zip(lines.values(), had.scenes.values(), strict=True)
            if all([_leads_as(one, was) for one, was in pairs if one is not was]):
                return replace(had, scenes=lines)
        return self._standing.kept(outline_of(lines, start))

    def _lines(self) -> dict[str, SceneLine]:
        parts = self._document.scenes()
        if not parts:
            scenes = self._document.data(("scenes",))
            given = scenes if isinstance(scenes, dict) else {}
            typed = {name: words_of(self._document, (SPLIT, name)) for name in given}
            return {name: line_of(name, data, typed[name]) for name, data in given.items()}
        kept = ((name, part, part.memo.get(_LINE)) for name, part in parts.items())
        return {
            name: line if isinstance(line, SceneLine) else line_in(part)
            for name, part, line in kept
        }


def _leads_as(one: SceneLine, other: SceneLine) -> bool:
    return one.name == other.name and one.ways == other.ways


def line_in(part: Part) -> SceneLine:
    """Give the line of a scene that is a part; it is kept with that."""
    kept = part.memo.get(_LINE)
    if not isinstance(kept, SceneLine):
        name = part.name or ""
        data = {} if part.root is None else plain(part.root)
        told = data.get(name) if isinstance(data, dict) else None
        kept = part.memo[_LINE] = line_of(name, told, words_in(part, (SPLIT, name)))
    return kept


def line_of(name: str, scene: Any, typed: str = "") -> SceneLine:
    """Give the line of a scene, of its data as written."""
    if not isinstance(scene, dict):
        return SceneLine(name, Kind.OPEN, typed=typed)
    choices = scene.get("choices")
    choices = choices if isinstance(choices, list) else []
    ending = scene.get("ending")
    outcome = ending.get("outcome") if isinstance(ending, dict) else None
    return SceneLine(
        name,
        _kind(scene),
        len(choices),
        outcome if isinstance(outcome, str) else "",
        (*_ways(scene, choices),),
        _first_words(scene),
        (*_loose(choices),),
        typed,
    )


def _kind(scene: dict[str, Any]) -> Kind:
    for kind in (Kind.CHOICES, Kind.NEXT, Kind.ENDING, Kind.STUB):
        if kind.value in scene:
            return kind
    return Kind.OPEN


def _ways(scene: dict[str, Any], choices: list[Any]) -> Iterator[Way]:
    for to, conditional in _targets(scene.get("next")):
        yield Way(to, conditional=conditional)
    for place, choice in enumerate(choices):
        if isinstance(choice, dict):
            hidden = "when" in choice
            for to, conditional in _targets(choice.get("next")):
                yield _way(to, place, choice, conditional=conditional or hidden)
    timer = scene.get("timer")
    then = timer.get("then") if isinstance(timer, dict) else None
    if isinstance(then, str) and then:
        yield Way(then, timer=True)


def _loose(choices: list[Any]) -> Iterator[Way]:
    for place, choice in enumerate(choices):
        given = choice if isinstance(choice, dict) else {}
        if not any(_targets(given.get("next"))):
            yield _way("", place, given, conditional="when" in given)


def _way(to: str, place: int, choice: dict[str, Any], *, conditional: bool) -> Way:
    known = {key: choice[key] for key in ("id", "d") if isinstance(choice.get(key), str)}
    words = next((choice[key] for key in ("say", "act", "own_words") if key in choice), "")
    words = words if isinstance(words, str) else ""
    return Way(to, place, words=words, conditional=conditional, **known)


def _targets(given: Any) -> Iterator[tuple[str, bool]]:
    """Go through the names that ``next`` leads to, and whether there is a condition."""
    if isinstance(given, str) and given:
        yield given, False
    for way in given if isinstance(given, list) else ():
        to = way.get("to") if isinstance(way, dict) else None
        if isinstance(to, str) and to:
            yield to, "when" in way


def _first_words(scene: dict[str, Any]) -> str:
    text = scene.get("text")
    if isinstance(text, str):
        return text.strip()
    lines = scene.get("lines")
    first = lines[0] if isinstance(lines, list) and lines else ""
    if isinstance(first, dict):
        first = next((value for value in first.values() if isinstance(value, str)), "")
    return first.strip() if isinstance(first, str) else ""
