"""What came with a template, and is of any story: so it is nobody's own words yet.

Reasons under “Why”, notes for whoever leads, and why one of the D's is left out. Questions for a
group are none of it: they say nothing of the story.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from trainer.authoring.document import Document
from trainer.authoring.prose import pieces
from trainer.authoring.templates.catalogue import EVERY

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path


def is_of_template(why: object) -> bool:
    """Whether a reason, or a note, is word for word one that a template has."""
    return isinstance(why, str) and bool(why) and _folded(why) in _every()


@cache
def _every() -> frozenset[str]:
    found: set[str] = set()
    for template in EVERY:
        if template.story:
            found |= _of(template.path.read_text("utf-8"))
    return frozenset(found)


def _of(text: str) -> set[str]:
    document = Document(EVERY[0].path, text)
    document.settle()
    return {_folded(one.node.value) for one in pieces(document) if _is_general(one.path)}


def _is_general(path: Path) -> bool:
    return path[-1] in ("why", "facilitator") or path[0] == "leaves_out"


def _folded(words: str) -> str:
    return " ".join(words.split())
