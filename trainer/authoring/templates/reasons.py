"""Reasons that came with a template: they are of any story, so they are not of this one yet."""

from __future__ import annotations

from functools import cache

from trainer.authoring.document import Document
from trainer.authoring.prose import pieces
from trainer.authoring.templates.catalogue import EVERY


def is_of_template(why: object) -> bool:
    """Whether a reason is, word for word, one that a template has under “Why”."""
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
    return {_folded(one.node.value) for one in pieces(document) if one.path[-1] == "why"}


def _folded(words: str) -> str:
    return " ".join(words.split())
