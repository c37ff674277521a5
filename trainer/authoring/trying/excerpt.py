"""A text with only some of its scenes, the others named and not written: quick to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from trainer.authoring.document import Document
    from trainer.authoring.source.parts import Part


def excerpt(document: Document, wanted: Collection[str]) -> str:
    """Give the text of a document in which only these scenes say anything.

    Where they lead is there by its name. Of a text that cannot be taken apart now, all is given.
    """
    if document.stale or document.broken is not None or not document.scenes():
        return document.text
    written: list[str] = []
    for part in document.parts:
        text = document.text[part.start : part.start + part.size]
        if part.scene and not part.heads and part.name not in wanted:
            text = _named_only(document, part)
        written.append(text if text.endswith("\n") else f"{text}\n")
    return "".join(written)


def _named_only(document: Document, part: Part) -> str:
    span = document.key_span(("scenes", part.name or ""))
    key = part.name if span is None else document.text[slice(*span)]
    return f"{' ' * part.column}{key}: {{stub: true}}\n"
