"""Which form something has: that of a scene, of a choice, or of a thing of another file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring.forms import things
from trainer.authoring.forms.formats_fields import WHOLES
from trainer.authoring.source.nodes import Mapping

if TYPE_CHECKING:
    from trainer.authoring.document import Document
    from trainer.authoring.forms.things import Sort
    from trainer.authoring.source.lines import Path


class Which(NamedTuple):
    """Which form it is, and where the thing that it is of stands."""

    name: str
    base: Path
    sort: Sort | None = None


def which(document: Document | None, path: Path) -> Which | None:
    """Say which form what stands at a path has; None for the story as a whole, and for nothing."""
    if document is None:
        return None
    if not document.waits:
        document.settle()
    if not document.is_scenario:
        thing = things.top(WHOLES[document.format], document, path)
        return Which(f"{document.format} {thing.sort.key}", thing.path, thing.sort)
    if len(path) < 2 or path[0] != "scenes" or not _is_mapping(document, path[:2]):
        return None
    if len(path) > 3 and path[2] == "choices" and _is_mapping(document, path[:4]):
        return Which("choice", path[:4])
    return Which("scene", path[:2])


def _is_mapping(document: Document, path: Path) -> bool:
    """Whether a mapping stands there; what stands in it is not read for that."""
    found = document.find(path)
    return found is not None and isinstance(found[1], Mapping)
