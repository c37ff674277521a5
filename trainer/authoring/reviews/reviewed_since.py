"""Whether a file was changed after somebody reviewed it: for those who only read it.

The file itself says who reviewed it, and nothing else: of which text that was lies beside it,
wherever it lies.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from trainer.authoring.document import Document

_AT_ONCE: Final = 400_000
"""Letters of a file that is read while somebody waits; more than a long story has."""


def changed(path: Path) -> bool | None:
    """Tell whether a text is another than the one that was reviewed.

    False if nothing speaks for that; None if it cannot be known here, as of a very large file in
    which something, if only a comment, is not as it was.
    """
    from trainer.authoring.keeping import side

    try:
        beside, file = side.place(path).stat(), path.stat()
    except (OSError, ValueError):
        return False
    seen = (beside.st_mtime_ns, beside.st_size, file.st_mtime_ns, file.st_size)
    return _changed(str(path), seen)


@lru_cache(maxsize=256)
def _changed(name: str, _seen: tuple[int, ...]) -> bool | None:
    from trainer.authoring.document import Document
    from trainer.authoring.keeping import files, side
    from trainer.authoring.reviews import reviewed_text
    from trainer.errors import UpstanderError

    path = Path(name)
    review = side.read(path)[0].review
    if review is None:
        return False
    try:
        text = files.read(path).text
    except UpstanderError:
        return None
    if review.whole == reviewed_text.whole_of(text):
        return False
    document = Document(path, text)
    if len(text) > _AT_ONCE or not document.settle():
        return None
    return of_document(document)


def of_document(document: Document) -> bool | None:
    """Tell the same of a file that is read already, however large it is."""
    from trainer.authoring.keeping import side
    from trainer.authoring.reviews.reviewing import ReviewedText

    found, _understood = side.read(document.path)
    if found.review is None:
        return False
    document.arrangement = found
    return ReviewedText(document).look()
