"""What every view asks of each scene, worked out where a long text is read.

It is kept with the lines that it is about. So the window, which is told when all of it is read,
shows it without working through thousands of scenes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.authoring import outline
from trainer.authoring.checking import at_once
from trainer.authoring.checking.standing import text_of
from trainer.authoring.layout.graph import graph_of
from trainer.authoring.layout.marks import lost_in
from trainer.authoring.layout.places import Places
from trainer.authoring.scenes import counting
from trainer.practice.map_layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.authoring.document import Document
    from trainer.authoring.layout.graph import Graph
    from trainer.authoring.outline import Outline
    from trainer.authoring.source.parts import Part


def work_out(text: str, parts: Iterable[Part]) -> None:
    """Work out what is asked of the parts of a text."""
    for part in parts:
        part.breaks(text)
        if part.scene:
            outline.line_in(part)
            counting.of_part(part)
            at_once.work_out(part)
            text_of(part, text)


@dataclass(frozen=True, slots=True)
class First:
    """What a story that has just been read shows at first: it is worked out once for all views.

    ``lost`` are the scenes to which nothing leads; ``places`` where each stands until all of
    them are laid out well.
    """

    outline: Outline
    graph: Graph
    lost: frozenset[str]
    places: Places


def first(document: Document) -> First | None:
    """Lay the scenes out as quickly as can be; None if there are none."""
    found = outline.Outliner(document).outline()
    graph = graph_of(found)
    if not graph.lines:
        return None
    places = Places()
    places.take(lay_out(graph.names(), graph.edges(), graph.start, quick=True))
    places.renew(graph, {})
    return First(found, graph, lost_in(graph), places)
