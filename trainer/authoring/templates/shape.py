"""The shape of a template: which scenes it has, in steps from the start, and what leads where."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring.document import Document
from trainer.authoring.outline import Kind, Outliner

if TYPE_CHECKING:
    from trainer.authoring.templates.catalogue import Template


class Drawn(NamedTuple):
    """Names of scenes by how many steps they are from the start; endings; ways between names."""

    columns: tuple[tuple[str, ...], ...]
    endings: frozenset[str]
    ways: tuple[tuple[str, str], ...]


def shape_of(template: Template) -> Drawn:
    """Give the shape of a template.

    Raises:
        OSError: its file is not there.

    """
    document = Document(template.path, template.path.read_bytes().decode())
    outline = Outliner(document).outline()
    steps = {outline.start: 0}
    waiting = deque([outline.start])
    ways: dict[tuple[str, str], None] = {}
    while waiting:
        name = waiting.popleft()
        for way in outline.scenes[name].ways:
            ways[name, way.to] = None
            if way.to not in steps:
                steps[way.to] = steps[name] + 1
                waiting.append(way.to)
    last = max(steps.values())
    columns = tuple(tuple(name for name, at in steps.items() if at == step)
                    for step in range(last + 1))  # fmt: skip
    kinds = {name: line.kind for name, line in outline.scenes.items()}
    return Drawn(columns, frozenset(name for name in kinds if kinds[name] is Kind.ENDING),
                 tuple(ways))  # fmt: skip
