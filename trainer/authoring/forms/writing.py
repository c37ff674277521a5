"""Writing what a field holds: what it stands in is made for it, and goes when it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring import formats

if TYPE_CHECKING:
    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data


def write(step: Step, document: Document, path: Path, data: Data) -> None:
    """Let data stand at a place; None takes it away.

    What ought to hold it is made if it is not there. What would hold nothing then goes as well,
    unless it must be there.

    Raises:
        CannotChangeError: it cannot be written there, or the text is broken.

    """
    if data is None:
        take(step, document, path)
        return
    depth = len(path) - 1
    while depth and not isinstance(document.data(path[:depth]), dict | list):
        depth -= 1
        data = [data] if isinstance(path[depth + 1], int) else {str(path[depth + 1]): data}
    step.put(document, path[: depth + 1], data)


def take(step: Step, document: Document, path: Path) -> None:
    """Take away what stands at a place, and what would hold nothing then.

    Raises:
        CannotChangeError: the text is broken.

    """
    while len(path) > 1:
        holder = document.data(path[:-1])
        if not isinstance(holder, dict | list) or len(holder) != 1 or _must_stay(document, path):
            break
        path = path[:-1]
    if document.data(path) is not None:
        step.put(document, path, None)


def _must_stay(document: Document, path: Path) -> bool:
    """Whether what holds the last step of a path stays there even if it is empty."""
    key = formats.key_at(document.format, path[:-1])
    return key is None or key.required
