"""Scenes in which some words stand: by name, by what is read first, or anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.authoring.source.parts import SPLIT
from trainer.letters import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.outline import Outline
    from trainer.authoring.source.nodes import Data

_NO_TEXT: Final = frozenset({"next", "then", "to", "id", "d", "when", "fit", "picture", "backdrop"})
"""Keys whose values nobody reads as a text of the story."""


def matches(document: Document, outline: Outline, wanted: str) -> list[str]:
    """Give the scenes that have all the words wanted; those with them in the name come first."""
    words = alike(wanted).split()
    if not words:
        return []
    by_name = [name for name in outline.scenes if _has(f"{name} {outline.title(name)}", words)]
    known = set(by_name)
    inside = [
        name
        for name in outline.scenes
        if name not in known
        and _may_have(document, name, words)
        and _has_inside(document, name, words)
    ]
    return [*by_name, *inside]


def _has(text: str, words: list[str]) -> bool:
    folded = alike(text)
    return all(word in folded for word in words)


def _may_have(document: Document, name: str, words: list[str]) -> bool:
    """Look at the text as it stands, which is quick, and has every word that is not escaped."""
    part = document.scenes().get(name)
    if part is None:
        return True
    written = document.text[part.start : part.end]
    return "\\" in written or _has(written, words)


def _has_inside(document: Document, name: str, words: list[str]) -> bool:
    return _has("\n".join(_texts(document.data((SPLIT, name)))), words)


def _texts(data: Data) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _NO_TEXT:
                yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
