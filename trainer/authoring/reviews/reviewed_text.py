"""Of which text a review was: known by a digest, which lies beside the file with its map.

A review holds for what was read. So that a change is noticed also by somebody else, months later,
the digest of the story is kept when a review is given, or else just before a reviewed story is
first changed here. A comment, or another way to write the same, is no other text.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from trainer.authoring.arrangement import ReviewOf
from trainer.authoring.source.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.authoring.arrangement import Arrangement
    from trainer.authoring.document import Document
    from trainer.authoring.source.nodes import Data, Node
    from trainer.authoring.source.parts import Part
    from trainer.authoring.source.splices import Splice

STATUS: Final = ("status",)
REVIEWED: Final = ("reviewed",)
_OF_THE_REVIEW: Final = frozenset({*STATUS, *REVIEWED})
_SAYS_SO: Final = "reviewed"


def review_of(document: Document) -> dict[str, Data] | None:
    """Give who reviewed a file, and when, as it says; None if it does not say that it was."""
    said = document.data(REVIEWED)
    says_so = document.data(STATUS) == _SAYS_SO
    return said if says_so and isinstance(said, dict) and said else None


def record(document: Document) -> ReviewOf | None:
    """Give what is kept of the review that a file tells of; None if nothing is."""
    kept, said = document.arrangement.review, review_of(document)
    return kept if kept is not None and said is not None and kept.said == _digest(said) else None


def noted(document: Document, looked_at: str = "") -> Arrangement:
    """Give the arrangement that keeps of which text the review is: of the one that is there now."""
    text = Digests(document).look()
    said = review_of(document)
    if said is None or text is None:
        return document.arrangement
    review = ReviewOf(_digest(said), text, looked_at, whole_of(document.text))
    return replace(document.arrangement, review=review)


def whole_of(text: str) -> str:
    """Give the digest of a file to the letter."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def take_back(document: Document) -> None:
    """Let a file that is no document of the editor be a draft that nobody has reviewed.

    Raises:
        CannotChangeError: the text is broken.

    """
    for path, new in ((STATUS, "draft"), (REVIEWED, None)):
        if document.data(path) is not None:
            document.apply(document.put(path, new))


def before(document: Document, splices: tuple[Splice, ...]) -> Arrangement:
    """Give the arrangement that keeps of which text the review was, before that is changed.

    It is the one that is there, if that is kept already, or if only what is said of the review
    changes.
    """
    unknown = document.stale or document.broken is not None
    if unknown or review_of(document) is None or record(document) is not None:
        return document.arrangement
    story = any(_is_of_story(document, one) for one in splices)
    return noted(document) if story else document.arrangement


def _is_of_story(document: Document, splice: Splice) -> bool:
    """Whether a splice touches anything but what is said of the review."""
    touched = [
        part
        for part in document.parts
        if part.start < max(splice.end, splice.start + 1) and splice.start < part.end
    ]
    return not touched or any(part.scene or part.name not in _OF_THE_REVIEW for part in touched)


class Digests:
    """The digest of a story; of what has not changed since the last look it is known already."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._known: dict[tuple[bool, str], tuple[Node, str]] = {}

    def look(self, go_on: Callable[[], bool] = lambda: True) -> str | None:
        """Give the digest of the text as it is now; None if that is not known, or not yet.

        Args:
            go_on: asked again and again; the next look goes on where this one has ended.

        """
        document = self.document
        if document.stale or document.broken is not None:
            return None
        found: list[str] = []
        for part in document.parts:
            if part.root is None or (not part.scene and part.name in _OF_THE_REVIEW):
                continue
            known = self._known.get(key := (part.scene, part.name or ""))
            if known is None or known[0] is not part.root:
                if not go_on():
                    return None
                known = self._known[key] = (part.root, _digest(_story(part)))
            found.append(known[1])
        return _digest(sorted(found))


def _story(part: Part) -> list[Any]:
    assert part.root is not None
    told = _plain(part.root)
    if part.name is None and isinstance(told, dict):  # A file that is one part holds all its keys.
        told = {key: value for key, value in told.items() if key not in _OF_THE_REVIEW}
    return [part.scene, part.name, told]


def _plain(node: Node) -> Any:
    """Give what a node says; at the end of a text, line ends do not count."""
    if isinstance(node, Scalar):
        return node.value.rstrip("\n")
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {key.value: _plain(value) for key, value in node.pairs() if isinstance(key, Scalar)}


def _digest(said: Any) -> str:
    written = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
