"""All ways through a scenario as nodes and edges, with the one that was taken marked.

The same is given as an outline, for who does not look at maps; and an estimate of how
many decisions lie ahead, for the progress bar.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trainer.language import _
from trainer.method import ds
from trainer.practice.snapshot import Phase
from trainer.scenario import kind_words
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from trainer.method.ds import D, Fit
    from trainer.practice.course import Course
    from trainer.scenario.model import Outcome, Scenario, Scene


class NodeKind(StrEnum):
    """What happens in a scene."""

    DECISION = "decision"
    READING = "reading"
    ENDING = "ending"
    STUB = "stub"


@dataclass(frozen=True, slots=True)
class Node:
    """A scene on the map.

    ``taken`` tells that the run passed it, ``here`` that it stands in it; ``decision``
    is the number (from 0) of the latest decision made in it on the way, or None.
    """

    scene: str
    kind: NodeKind
    outcome: Outcome | None
    taken: bool
    here: bool
    decision: int | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one scene to another.

    It belongs to a choice, to the timer, or (neither) to a scene that only leads on.
    ``tried`` tells that its choice was tried and taken back.
    """

    source: str
    target: str
    choice: str | None = None
    words: str = ""
    d: D | None = None
    fit: Fit | None = None
    timer: bool = False
    taken: bool = False
    tried: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """The map: nodes in the order in which they are met from the start, edges alike.

    ``path`` are the scenes that the run passed, in order.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A line of the outline; ``depth`` counts from 0, ``decision`` as in :class:`Node`."""

    depth: int
    text: str
    taken: bool = False
    decision: int | None = None


def path(session: Course) -> tuple[str, ...]:
    """Give the scenes that the run passed, in order, the current one included."""
    passed = tuple(step.scene for step in session.steps)
    return passed if session.phase is Phase.FEEDBACK else (*passed, session.scene.id)


def way(session: Course) -> Way:
    """Give the map of the scenario with this run's way on it."""
    scenario, passed = session.scenario, path(session)
    decided = {decision.scene.id: decision.step for decision in session.decisions}
    order = _met(scenario)
    been, taken = set(passed), _taken(session, passed)
    tried = {(one.scene, one.choice) for one in session.all_tried}
    edges = tuple(
        _edge(scenario, bare, taken, tried)
        for name in order
        for bare in _leads(scenario.scenes[name])
    )
    nodes = tuple(
        Node(
            scene=name,
            kind=_kind(scenario.scenes[name]),
            outcome=ending.outcome if (ending := scenario.scenes[name].ending) else None,
            taken=name in been,
            here=name == session.scene.id,
            decision=decided.get(name),
        )
        for name in order
    )
    return Way(nodes, edges, passed)


def outline(session: Course) -> tuple[OutlineItem, ...]:
    """Give the map as indented lines: first the way taken, then the places left open.

    Names of scenes are for authors: a place is told by what is decided there.
    """
    found = way(session)
    leads: dict[str, list[Edge]] = {}
    for edge in found.edges:
        leads.setdefault(edge.source, []).append(edge)
    items = list(_way_taken(session, leads))
    been = set(found.path)
    rest = [
        node for node in found.nodes if node.scene not in been and node.kind is not NodeKind.READING
    ]
    if rest:
        items.append(OutlineItem(0, _("Places you did not pass")))
    for node in rest:
        items.append(OutlineItem(1, node_words(node.kind, node.outcome)))
        items += _choices(leads.get(node.scene, []), 2, None)
    return tuple(items)


_Bare = tuple[str, str, str | None, bool]
"""Source, target, choice, whether it is the timer's."""


def _leads(scene: Scene) -> Iterator[_Bare]:
    """Give every way out of a scene once, in the file's order."""
    for choice in scene.choices:
        for target in dict.fromkeys(arm.to for arm in choice.next):
            yield scene.id, target, choice.id, False
    for target in dict.fromkeys(arm.to for arm in scene.next):
        yield scene.id, target, None, False
    if scene.timer is not None:
        yield scene.id, scene.timer.then, None, True


def _met(scenario: Scenario) -> list[str]:
    """Give the scenes that any way leads to, nearest to the start first."""
    order = {scenario.start: None}
    ahead = deque([scenario.start])
    while ahead:
        for bare in _leads(scenario.scenes[ahead.popleft()]):
            if bare[1] not in order:
                order[bare[1]] = None
                ahead.append(bare[1])
    return list(order)


def _taken(session: Course, passed: tuple[str, ...]) -> set[_Bare]:
    steps = session.steps
    return {
        (step.scene, target, step.choice, step.timed_out)
        for step, target in zip(steps, passed[1:], strict=False)
    }


def _edge(scenario: Scenario, bare: _Bare, taken: set[_Bare], tried: set[tuple[str, str]]) -> Edge:
    source, target, choice_id, timer = bare
    if choice_id is None:
        return Edge(source, target, timer=timer, taken=bare in taken)
    choice = next(one for one in scenario.scenes[source].choices if one.id == choice_id)
    return Edge(
        source,
        target,
        choice.id,
        choice.words,
        choice.d,
        choice.fit,
        taken=bare in taken,
        tried=(source, choice_id) in tried,
    )


def _kind(scene: Scene) -> NodeKind:
    if scene.choices:
        return NodeKind.DECISION
    if scene.next:
        return NodeKind.READING
    return NodeKind.ENDING if scene.ending else NodeKind.STUB


def _way_taken(session: Course, leads: Mapping[str, list[Edge]]) -> Iterator[OutlineItem]:
    number = 0
    for step in session.steps:
        if not step.is_decision:
            yield OutlineItem(0, _("You read on."), taken=True)
            continue
        words = _("Decision %(number)s") % {"number": number + 1}
        yield OutlineItem(0, words, taken=True, decision=number)
        made = step.choice, step.timed_out
        yield from _choices(leads.get(step.scene, []), 1, made)
        number += 1
    if session.phase is not Phase.FEEDBACK:
        scene = session.scene
        outcome = scene.ending.outcome if scene.ending else None
        kind = _kind(scene)
        ends = kind in (NodeKind.ENDING, NodeKind.STUB)
        words = node_words(kind, outcome) if ends else _("You are here.")
        yield OutlineItem(0, words, taken=True)


_Made = tuple[str | None, bool]
"""What was decided in a scene: the choice, or whether the timer decided."""


def _choices(edges: Iterable[Edge], depth: int, made: _Made | None) -> Iterator[OutlineItem]:
    """Give a line for each choice, and for the timer."""
    by_choice: dict[_Made, Edge] = {}
    for edge in edges:
        by_choice.setdefault((edge.choice, edge.timer), edge)
    for key, edge in by_choice.items():
        yield OutlineItem(depth, _choice_words(edge, key == made), key == made)


def _choice_words(edge: Edge, chosen: bool) -> str:
    if edge.timer or edge.d is None:
        return _("The time ran out.") if chosen else _("The time may run out here.")
    known = {"words": plain(edge.words), "d": ds.name(edge.d)}
    if edge.fit is not None:
        known["d"] = _("%(d)s, %(fit)s") % {"d": known["d"], "fit": ds.fit_name(edge.fit)}
    if chosen:
        return _("Your choice (%(d)s): %(words)s") % known
    if edge.tried:
        return _("You tried (%(d)s): %(words)s") % known
    return _("Open (%(d)s): %(words)s") % known


def node_words(kind: NodeKind, outcome: Outcome | None) -> str:
    """Say what happens in a scene, without the name that its author gave it."""
    if outcome is not None:
        return _("Ending: %(outcome)s") % {"outcome": kind_words.outcome(outcome)}
    if kind is NodeKind.STUB:
        return _("A part that is not written yet")
    return _("Another decision") if kind is NodeKind.DECISION else _("A part to read")


class Ahead:
    """How many decisions probably lie ahead of any scene.

    It is the mean over all choices, each taken as likely as the other, conditions left
    aside: good enough for a bar that must not run backwards by much. Made once for a
    scenario (about 35 ms for 2,000 scenes), asked as often as one likes.
    """

    _SWEEPS: Final = 30
    _CLOSE: Final = 0.05

    def __init__(self, scenario: Scenario) -> None:
        order = _ends_first(scenario)
        number = {name: index for index, name in enumerate(order)}
        ways = [_weighed(scenario.scenes[name], number) for name in order]
        left = [0.0] * len(order)
        # Ends first, a story without circles is done in one sweep, and the next sees it.
        for _sweep in range(self._SWEEPS):
            moved = 0.0
            for index, (mean, shares) in enumerate(ways):
                for target, share in shares:
                    mean += share * left[target]
                moved = max(moved, abs(mean - left[index]))
                left[index] = mean
            if moved < self._CLOSE:
                break
        self._left = dict(zip(order, left, strict=True))

    def decisions_left(self, session: Course) -> int:
        """Estimate the decisions ahead, the open one included; 0 at the end."""
        if session.phase is Phase.ENDED:
            return 0
        left = self._left.get(session.scene.id, 0.0)
        if session.phase is Phase.FEEDBACK:
            return max(0, round(left) - 1)
        return max(1, round(left))


def _ends_first(scenario: Scenario) -> list[str]:
    """Give the scenes so that each comes after those it leads to, circles aside."""
    order: list[str] = []
    seen = {scenario.start}
    ahead = [(scenario.start, _leads(scenario.scenes[scenario.start]))]
    while ahead:
        name, ways = ahead[-1]
        target = next((bare[1] for bare in ways if bare[1] not in seen), None)
        if target is None:
            order.append(name)
            ahead.pop()
        else:
            seen.add(target)
            ahead.append((target, _leads(scenario.scenes[target])))
    return order


def _weighed(scene: Scene, number: Mapping[str, int]) -> tuple[float, list[tuple[int, float]]]:
    """Give the decisions in a scene (0 or 1), and where it leads with which share."""
    arms = [choice.next for choice in scene.choices] or ([scene.next] if scene.next else [])
    shares: dict[int, float] = {}
    for one in arms:
        for arm in one:
            target = number[arm.to]
            shares[target] = shares.get(target, 0.0) + 1 / len(arms) / len(one)
    return float(bool(scene.choices)), list(shares.items())
