"""The mark on a sheet: by it, whoever writes a review down knows of which text it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.authoring.reviews.reviewed_text import Digests

if TYPE_CHECKING:
    from trainer.authoring.document import Document

_SIGNS: Final = 6


def mark_of(document: Document) -> str:
    """Give the mark of a text as it is now, such as ``A3F 90C``; empty if it cannot be read.

    A comment, another way to write the same, or who reviewed it, changes nothing of it.
    """
    digest = Digests(document).look()
    if digest is None:
        return ""
    signs = digest[:_SIGNS].upper()
    return f"{signs[: _SIGNS // 2]} {signs[_SIGNS // 2 :]}"


def is_of(document: Document, typed: str) -> bool:
    """Whether what somebody has typed from a sheet is the mark of the text as it is now."""
    return _bare(typed) == _bare(mark_of(document)) != ""


def _bare(mark: str) -> str:
    # A letter O is no sign of a mark: who types one has read a nought.
    return "".join(one for one in mark.upper() if one.isalnum()).replace("O", "0")
