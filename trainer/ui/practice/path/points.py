"""What the path map shows, as plain data: points, ways, and a sentence for each point."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.method import ds
from trainer.practice.view import decision_view
from trainer.practice.way import NodeKind, node_words, way
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from trainer.method.ds import D
    from trainer.practice.moves import Decision
    from trainer.practice.session import Session
    from trainer.practice.way import Node


@dataclass(frozen=True, slots=True)
class Point:
    """One scene on the map.

    Args:
        scene: id of the scene.
        label: what was done there, for a decision on the taken path; else empty.
        d: what that choice was, or None.
        index: position of that decision in the run, or None where nothing was decided.
        taken: the run passed here.
        ending: the story ends here.
        unwritten: it does, because it is not written any further.
        sentence: the point in words, for its tooltip.

    """

    scene: str
    label: str = ""
    d: D | None = None
    index: int | None = None
    taken: bool = False
    ending: bool = False
    unwritten: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class PathPicture:
    """The map of all ways with the taken one: ``taken`` are (from, to) in order."""

    points: tuple[Point, ...]
    ways: tuple[tuple[str, str], ...]
    taken: tuple[tuple[str, str], ...]
    start: str


def picture(session: Session) -> PathPicture:
    """Draw up the map of a run."""
    found = way(session)
    decisions = session.decisions
    return PathPicture(
        points=tuple(_point(session, node, decisions) for node in found.nodes),
        ways=tuple(dict.fromkeys((edge.source, edge.target) for edge in found.edges)),
        taken=tuple(pairwise(found.path)),
        start=session.scenario.start,
    )


def decision_words(session: Session, decision: Decision) -> str:
    """Give what was said or done in a decision, as plain text."""
    view = decision_view(session, decision)
    if view.made is None:
        return plain(view.headline)
    return view.made.text if view.made.literal else plain(view.made.text)


def decision_sentence(session: Session, decision: Decision) -> str:
    """Give a decision in one sentence: its number, what was done, which D, how it fitted."""
    view = decision_view(session, decision)
    known = {"number": decision.step + 1, "words": decision_words(session, decision)}
    if view.d is None:
        return _("Decision %(number)d: %(words)s") % known
    known["d"] = ds.name(view.d)
    if view.fit is None:
        return _("Decision %(number)d: %(words)s %(d)s, in your own words.") % known
    known["fit"] = ds.fit_name(view.fit)
    return _("Decision %(number)d: %(words)s %(d)s, %(fit)s.") % known


def _point(session: Session, node: Node, decisions: tuple[Decision, ...]) -> Point:
    ending = node.kind in (NodeKind.ENDING, NodeKind.STUB)
    if node.decision is None:
        return Point(
            node.scene,
            taken=node.taken,
            ending=ending,
            unwritten=node.kind is NodeKind.STUB,
            sentence=_open_sentence(node, ending),
        )
    decision = decisions[node.decision]
    return Point(
        node.scene,
        label=decision_words(session, decision),
        d=decision.choice.d if decision.choice else None,
        index=node.decision,
        taken=True,
        sentence=decision_sentence(session, decision),
    )


def _open_sentence(node: Node, ending: bool) -> str:
    known = {"what": node_words(node.kind, node.outcome)}
    if node.taken:
        return _("You were here. %(what)s") % known if ending else _("You were here.")
    return _("Open: %(what)s") % known
