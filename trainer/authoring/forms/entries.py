"""Moving and doubling entries of a list, with their comments and as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.document import CannotChangeError
from trainer.authoring.scenes.naming import numbered
from trainer.authoring.source.around import column_of, dash, entry_span, line_start
from trainer.authoring.source.nodes import Scalar, Sequence
from trainer.authoring.source.splices import Splice

if TYPE_CHECKING:
    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path


def move(step: Step, document: Document, path: Path, by: int) -> Path:
    """Move an entry by one or more places; give where it is then. At an end it stays.

    The entries of a mapping move likewise, and keep their names.

    Raises:
        CannotChangeError: there is no such list, or the text is broken.

    """
    holder, key = path[:-1], path[-1]
    entries = document.data(holder)
    names = list(entries) if isinstance(entries, dict) else None
    at = names.index(key) if names is not None else key
    assert isinstance(at, int)
    to = min(max(at + by, 0), len(entries) - 1)
    while at != to:
        onward = 1 if to > at else -1
        _swap(step, document, holder, min(at, at + onward))
        at += onward
    return (*holder, at) if names is None else path


def double(step: Step, document: Document, path: Path) -> Path:
    """Write an entry a second time behind itself; give where that is.

    Raises:
        CannotChangeError: there is no such list, or the text is broken.

    """
    holder, key = path[:-1], path[-1]
    there = document.data(holder)
    at = list(there).index(key) if isinstance(there, dict) else key
    assert isinstance(at, int)
    name = numbered(str(key), [str(one) for one in there]) if isinstance(there, dict) else at + 1
    new = (*holder, name)
    spans = _spans(document, holder)
    if spans is None and isinstance(there, dict):
        step.put(document, new, document.data(path))
        return move(step, document, new, at + 2 - len(document.data(holder)))
    if spans is None:
        step.insert(document, new, document.data(path))
        return new
    start, end = spans[at]
    text = document.text[start:end]
    named = document.key_span(path) if isinstance(there, dict) else None
    if named is not None:
        text = f"{document.text[start : named[0]]}{name}{document.text[named[1] : end]}"
    lead = "" if text.endswith("\n") else "\n"
    step.splice(document, [Splice(end, end, lead + text)])
    return new


def _swap(step: Step, document: Document, holder: Path, at: int) -> None:
    entries = document.data(holder)
    spans = _spans(document, holder)
    if spans is None:
        if isinstance(entries, dict):
            raise CannotChangeError(holder)  # Of names in one line, the order is for the text.
        wanted = [*entries[:at], entries[at + 1], entries[at], *entries[at + 2 :]]
        step.put(document, holder, wanted)
        return
    (start, middle), (again, end) = spans[at], spans[at + 1]
    first, between, second = (
        document.text[start:middle], document.text[middle:again], document.text[again:end],
    )  # fmt: skip
    if not second.endswith("\n"):
        first, second = first.removesuffix("\n").removesuffix("\r"), second + _break(first)
    step.splice(document, [Splice(start, end, second + between + first)])


def _break(text: str) -> str:
    return "\r\n" if text.endswith("\r\n") else "\n"


def _spans(document: Document, holder: Path) -> list[tuple[int, int]] | None:
    """Give the lines of each entry; None if they do not stand in lines of their own."""
    found = document.find(holder)
    if found is None:
        return None
    part, node = found
    if isinstance(node, Scalar) or node.flow:
        return None
    values = node.items if isinstance(node, Sequence) else node.values
    text = document.text[part.start : part.end]
    if isinstance(node, Sequence):
        starts = [dash(text, node, at) for at in range(len(values))]
    else:
        starts = [key.start for key in node.keys]
    if any(text[line_start(text, start) : start].strip(" ") for start in starts):
        return None  # The first one stands behind its key's dash.
    if len({column_of(text, start) for start in starts}) > 1:
        return None
    spans = [entry_span(text, at, one.end) for at, one in zip(starts, values, strict=True)]
    return [(part.start + start, part.start + end) for start, end in spans]
