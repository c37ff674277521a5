"""Says, once it is saved, that other files name what a list of help does not have any more.

Taken out in the form, that is asked before; written in the text, a name has another one with each
letter, so nobody could be asked until it is saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring import formats
from trainer.authoring.document import AT_ONCE, Document
from trainer.language import _, ngettext

if TYPE_CHECKING:
    from trainer.ui.authoring.workbench import Workbench

_MOST = 3
"""Names, and titles of files for each, that are told."""


class Named:
    """Knows the names in the lists of help that are open, as they were when saved last."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._known: dict[Document, frozenset[str]] = {}
        bench.opened.connect(self._opened)

    def _opened(self) -> None:
        document = self._bench.document
        if document is not None and document not in self._known and _is_list(document):
            before = Document(document.path, document.saved)
            self._known[document] = _names(before) if before.settle() else frozenset()

    def saved(self, document: Document) -> None:
        """Say what others still name, of what was there when the file was saved before."""
        before = self._known.get(document)
        if before is None or not document.settle():
            return
        now = self._known[document] = _names(document)
        gone = [one for one in sorted(before - now) if ("entries", one) not in document.gone]
        for one in now:
            document.gone.pop(("entries", one), None)
        said = [words for one in gone[:_MOST] if (words := self._words(document, one))]
        if said:
            self._bench.say("\n".join(said), firm=True)

    def _words(self, document: Document, name: str) -> str:
        from trainer.authoring.giving.belonging import titles_naming

        texts = {file: one.text for file, one in self._bench.desk.documents.items()}
        titles = titles_naming(document.path, {("help", name)}, texts)
        if not titles:
            return ""
        said = ngettext(
            "“%(name)s” is not in this list any more, and %(n)d other file of yours points to it: "
            "%(titles)s.",
            "“%(name)s” is not in this list any more, and %(n)d other files of yours point to it: "
            "%(titles)s.",
            len(titles),
        )
        listed = _(", ").join(titles[:_MOST]) + (" …" if len(titles) > _MOST else "")
        return said % {"name": name, "n": len(titles), "titles": listed}


def _is_list(document: Document) -> bool:
    return len(document.saved) <= AT_ONCE and document.settle() and document.format == formats.HELP


def _names(document: Document) -> frozenset[str]:
    entries = document.data(("entries",))
    return frozenset(entries) if isinstance(entries, dict) else frozenset()
