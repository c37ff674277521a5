"""What the outline says of each scene and each way out of it: words and marks, without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring import called
from trainer.authoring.layout.marks import scene_of
from trainer.authoring.outline import Kind
from trainer.authoring.plainly import told
from trainer.language import _, ngettext
from trainer.method import ds
from trainer.method.ds import D

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from trainer.authoring.outline import Outline, SceneLine, Way
    from trainer.authoring.plainly.told import Told

_STUCK: Final = frozenset({"stuck", "endless"})
_TOLD_BY_MARKS: Final = frozenset({"stuck", "endless", "unreachable-scene", "stub-reached"})
_SOME: Final = 50
"""Rows that are made in one go."""

_KINDS_OF_D: Final = frozenset(one.value for one in D)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to look at, told by an icon and in words."""

    icon: str
    words: str


class Counted(NamedTuple):
    """What of a problem counts here: what it is, and whether another mark says it already."""

    kind: told.Kind
    stuck: bool
    by_mark: bool

    @classmethod
    def of(cls, line: Told) -> Counted:
        """Give it for a line that the author is told."""
        codes = {one.code for one in line.problems}
        return cls(line.kind, bool(codes & _STUCK), codes <= _TOLD_BY_MARKS)


@dataclass(frozen=True, slots=True)
class WayRow:
    """A way out of a scene, or a choice that leads nowhere yet."""

    way: Way
    exists: bool
    above: bool
    called: str = ""
    """How the scene is called that it leads to."""

    @property
    def words(self) -> str:
        """What the learner says or does, or how else it goes on there."""
        if self.way.timer:
            return _("When time is up")
        if self.way.choice is None:
            return _("Goes on by itself")
        return self.way.words or _("Choice %(n)d") % {"n": self.way.choice + 1}

    @property
    def d(self) -> D | None:
        """Which D it is, if that is written."""
        return D(self.way.d) if self.way.d in _KINDS_OF_D else None

    @property
    def target(self) -> str:
        """Where it leads."""
        known = {"scene": self.called}
        if not self.way.to:
            return _("leads nowhere yet")
        if not self.exists:
            return _("%(scene)s, which is not there yet") % known
        return _("%(scene)s, see above") % known if self.above else known["scene"]

    def spoken(self) -> str:
        """Everything, for a screen reader."""
        d = _("%(d)s: %(words)s") % {"d": ds.name(self.d), "words": self.words} if self.d else ""
        said = d or self.words
        if self.way.conditional:
            said = _("%(choice)s (only sometimes)") % {"choice": said}
        known = {"choice": said, "target": self.target}
        if self.way.to:
            return _("%(choice)s, leads to %(target)s") % known
        return _("%(choice)s, %(target)s") % known


@dataclass(frozen=True, slots=True)
class SceneRow:
    """The row of a scene: what is said of it, and the rows of its ways."""

    line: SceneLine
    is_start: bool
    marks: tuple[Mark, ...]
    ways: tuple[WayRow, ...]

    @property
    def name(self) -> str:
        """Its name in the file."""
        return self.line.name

    @property
    def title(self) -> str:
        """What it is called."""
        return self.line.title

    @property
    def kind(self) -> str:
        """How it goes on, in words."""
        return kind_of(self.line)

    def spoken(self, place: int, count: int) -> str:
        """Everything, for a screen reader; ``place`` counts from 1."""
        said = [self.title, *([_("start")] if self.is_start else []), self.kind]
        said += [mark.words for mark in self.marks]
        said.append(_("%(n)d of %(all)d") % {"n": place, "all": count})
        return _(", ").join(said)


def kind_of(line: SceneLine) -> str:
    """Say how a scene goes on."""
    if line.kind is Kind.CHOICES:
        return ngettext("%(n)d choice", "%(n)d choices", line.choices) % {"n": line.choices}
    if line.kind is Kind.ENDING:
        return called.ending(line.outcome)
    return {Kind.NEXT: _("Goes on by itself"), Kind.STUB: _("Only planned so far")}.get(
        line.kind, _("Not said yet how it goes on")
    )


class Rows:
    """Makes rows, and makes anew only those of which something has changed."""

    def __init__(self) -> None:
        self._names: tuple[str, ...] = ()
        self._order: dict[str, int] = {}
        self._start = ""
        self._reached: frozenset[str] = frozenset()
        self._made: list[SceneRow] = []
        self._told: list[Sequence[Counted]] = []

    @property
    def made(self) -> list[SceneRow]:
        """The rows as they were made last; none before that."""
        return self._made

    def rows(self, outline: Outline, problems: Mapping[str, Sequence[Counted]]) -> list[SceneRow]:
        """Give a row for each scene, in the story's order."""
        for _step in self.making(outline, problems):
            pass
        return self._made

    def making(self, outline: Outline, problems: Mapping[str, Sequence[Counted]]) -> Iterator[None]:
        """Make the rows, some at each step; they count once all of them are made."""
        names = outline.order
        told = [problems.get(name, ()) for name in names]
        if names != self._names or outline.start != self._start:
            self._names = names
            self._order = {name: place for place, name in enumerate(names)}
            self._start, self._made = outline.start, []
        lines = [outline.scenes[name] for name in names]
        if any(row.line.typed != line.typed for row, line in zip(self._made, lines, strict=False)):
            self._made = []  # What leads there says so, too.
        fresh = self._fresh(lines, told)
        if not self._made or any(self._made[at].line.ways != lines[at].ways for at in fresh):
            fresh = self._look_again(outline, names, fresh)
        made: list[SceneRow | None] = [*self._made] if self._made else [None] * len(names)
        for count, at in enumerate(fresh, 1):
            made[at] = self._row(at, lines[at], outline, told[at])
            if not count % _SOME:
                yield
        self._made = [one for one in made if one is not None]
        self._told = told

    def _fresh(self, lines: list[SceneLine], told: list[Sequence[Counted]]) -> list[int]:
        """Give the places at which something has changed."""
        if not self._made:
            return list(range(len(lines)))
        before = zip(self._made, self._told, strict=True)
        pairs = zip(before, lines, told, strict=True)
        return [
            at
            for at, ((row, was), line, now) in enumerate(pairs)
            if row.line is not line or was != now
        ]

    def _look_again(self, outline: Outline, names: Sequence[str], fresh: list[int]) -> list[int]:
        """Look what is reached, after a way has changed; add what is now, or no more."""
        before, self._reached = self._reached, outline.reached()
        changed = before ^ self._reached
        return sorted({*fresh, *(at for at, name in enumerate(names) if name in changed)})

    def _row(
        self, place: int, line: SceneLine, outline: Outline, problems: Sequence[Counted]
    ) -> SceneRow:
        order = self._order
        return SceneRow(
            line,
            line.name == self._start,
            _marks(line, outline, line.name in self._reached, problems),
            tuple(
                WayRow(
                    way, way.to in order, order.get(way.to, place) < place, outline.title(way.to)
                )
                for way in (_in_order(line) if line.loose else line.ways)
            ),
        )


def _in_order(line: SceneLine) -> list[Way]:
    """Give ways, and choices that lead nowhere yet, as the choices stand; the timer's last."""
    ways = [*line.ways, *line.loose]
    return sorted(ways, key=lambda way: (way.timer, -1 if way.choice is None else way.choice))


def _marks(
    line: SceneLine, outline: Outline, reached: bool, problems: Sequence[Counted]
) -> tuple[Mark, ...]:
    found: list[Mark] = []
    if not reached:
        found.append(Mark("route", _("cannot be reached")))
    if line.kind is Kind.STUB:
        said = _("how it goes on is still to be said") if line.words else _("still to be written")
        found.append(Mark("pencil", said))
    if line.kind is Kind.OPEN or any(one.stuck for one in problems):
        found.append(Mark("circle-pause", _("does not go on")))
    lost = sum(way.to not in outline.scenes for way in line.ways)
    lost += len(line.loose)
    if lost > 0:
        some = ngettext("%(n)d way leads nowhere", "%(n)d ways lead nowhere", lost)
        found.append(Mark("circle-minus", some % {"n": lost}))
    kinds = [one.kind for one in problems if not one.by_mark]
    unwritten = kinds.count(told.Kind.UNWRITTEN)
    if unwritten:
        some = ngettext("%(n)s to write", "%(n)s to write", unwritten)
        found.append(Mark("pencil", some % {"n": unwritten}))
    count = len(kinds) - unwritten - kinds.count(told.Kind.HINT)
    if count:
        some = ngettext("%(n)d problem", "%(n)d problems", count)
        found.append(Mark("info", some % {"n": count}))
    return tuple(found)


def problems_by_scene(lines: Iterable[Told]) -> dict[str, tuple[Counted, ...]]:
    """Sort the lines that the author is told by the scene that they are about."""
    found: dict[str, list[Counted]] = {}
    for one in lines:
        if name := scene_of(one):
            found.setdefault(name, []).append(Counted.of(one))
    return {name: tuple(some) for name, some in found.items()}
