"""What every view asks of each scene, worked out where a long text is read.

It is kept with the lines that it is about. So the window, which is told when all of it is read,
shows it without working through thousands of scenes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring import outline
from trainer.authoring.layout.graph import graph_of
from trainer.authoring.scenes import counting
from trainer.practice.map_layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.authoring.document import Document
    from trainer.authoring.source.parts import Part
    from trainer.practice.map_layout import MapLayout


def work_out(text: str, parts: Iterable[Part]) -> None:
    """Work out what is asked of the parts of a text."""
    for part in parts:
        part.breaks(text)
        if part.scene:
            outline.line_in(part)
            counting.of_part(part)


def first_layout(document: Document) -> MapLayout | None:
    """Lay the scenes out as quickly as can be; None if there are none."""
    graph = graph_of(outline.Outliner(document).outline())
    if not graph.lines:
        return None
    return lay_out(graph.names(), graph.edges(), graph.start, quick=True)
