"""Lets other words stand at places that were found: in however many files, as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.document import CannotChangeError
from trainer.authoring.finding import names
from trainer.authoring.keeping import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.authoring.desk import Desk, Place
    from trainer.authoring.document import Document
    from trainer.authoring.finding.looking import Found
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.splices import Splice


class Replacing:
    """Works out what changes, piece by piece; then all of it is done at once.

    Attributes:
        count: places that will be changed.
        left: places that cannot be: what stood there is not there any more.
        closed: files that are not changed: they come with the program, or are open elsewhere.

    """

    def __init__(self, found: Sequence[Found], desk: Desk) -> None:
        self.count = self.left = self.closed = 0
        self._desk = desk
        self._texts: dict[Document, dict[Path, list[Found]]] = {}
        for one in found:
            # What is being written is another document than the one that was looked through.
            document = desk.documents.get(one.document.path, one.document)
            self._texts.setdefault(document, {}).setdefault(one.path, []).append(one)
        self._versions = {document: document.version for document in self._texts}
        self._splices: dict[Document, list[Splice]] = {}
        self._names: dict[Document, dict[Path, str]] = {}

    def steps(self) -> Iterator[None]:
        """Work it out; nothing is changed by that."""
        for document, texts in self._texts.items():
            yield
            if not self._is_free(document):
                self.closed += 1
                continue
            for path, here in texts.items():
                self._work_out(document, path, here)
                yield

    def _work_out(self, document: Document, path: Path, here: list[Found]) -> None:
        document.settle()
        is_name = here[0].is_name
        old = names.words_at(document, path) if is_name else document.data(path)
        fits = (
            document.broken is None
            and isinstance(old, str)
            and all(old[one.start : one.end] == one.words for one in here)
        )
        if not fits:
            self.left += len(here)
            return
        new = old
        for one in sorted(here, key=lambda one: one.start, reverse=True):
            new = new[: one.start] + one.instead + new[one.end :]
        if is_name:
            self._names.setdefault(document, {})[path] = new
            self.count += len(here)
            return
        try:
            splices = document.put(path, new)
        except CannotChangeError:
            self.left += len(here)
            return
        self._splices.setdefault(document, []).extend(splices)
        self.count += len(here)

    def _is_free(self, document: Document) -> bool:
        """Tell whether a file may be changed; of one that is not open, nobody else has it open."""
        is_open = document.path in self._desk.documents
        if is_open:
            self._desk.wake(document)
        return not document.fixed and (is_open or kept.may_be_written(document.path))

    @property
    def files(self) -> int:
        """How many files will be changed."""
        return len(self._splices.keys() | self._names.keys())

    def do(self, words: str, at: Place) -> bool:
        """Change all of it, as one step; False if something was written meanwhile.

        Files that do not lie on the desk yet are laid there, as they are not saved.
        """
        if any(document.version != version for document, version in self._versions.items()):
            return False
        desk = self._desk
        if any(
            desk.documents.get(one.path, one) is not one for one in (*self._splices, *self._names)
        ):
            return False
        with desk.step(words, at) as step:
            for document, splices in self._splices.items():
                step.splice(desk.add(document), splices)
            for document, told in self._names.items():
                for path in names.in_turn(list(told)):
                    names.rename(step, desk.add(document), path, told[path])
        return True
