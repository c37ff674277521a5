"""Asks a thread about words; what is known is never asked again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from trainer.authoring.spelling.speller import Speller, keep_own_words, names_of, own_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trainer.ui.authoring.workbench import Workbench

_MOST: Final = 50_000
"""Words that are remembered, so that memory has an end."""


class _Post(QObject):
    """Brings answers from the thread to the window's."""

    came = Signal(object)


class Asking(QObject):
    """What is known of the words of what is shown.

    Signals:
        told(): of some words it is known now whether they are fine.
    """

    told = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent or bench)
        self.bench = bench
        self.there: bool | None = None
        self._language = ""
        self._known: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._names: frozenset[str] = frozenset()
        self._own = own_words()
        self._post = post = _Post()
        self._thread = ThreadPoolExecutor(1, "spelling")
        self._speller: list[Speller] = []
        post.came.connect(self._answered)
        bench.opened.connect(self._opened)
        self.destroyed.connect(_Ending(self._thread))
        self._opened()

    def _opened(self) -> None:
        document = self.bench.document
        self._names = frozenset() if document is None or document.waits else names_of(document)
        language = document.data(("language",)) if document is not None else None
        language = language if isinstance(language, str) else "en"
        if language != self._language:
            self._language, self.there = language, None
            self._known, self._asked, self._speller = {}, set(), []

    def names_changed(self) -> None:
        """Look again who is in the story."""
        document = self.bench.document
        if document is not None and not document.waits:
            self._names = names_of(document)

    def is_wrong(self, word: str) -> bool:
        """Whether a word may be misspelt, as far as that is known."""
        known = self._names | self._own
        if word in known or word.removesuffix("’s").removesuffix("'s") in known:
            return False
        return not self._known.get(word, True)

    def ask(self, words: Iterable[str]) -> None:
        """Find out about words of which nothing is known yet."""
        new = {one for one in words if one not in self._known and one not in self._asked}
        if not new or len(self._known) > _MOST:
            return
        self._asked |= new
        language, held, post = self._language, self._speller, self._post

        def look() -> None:
            speller = _held(held, language)
            post.came.emit((language, speller.there, {one: speller.is_fine(one) for one in new}))

        self._thread.submit(look)

    def suggest(self, word: str, then: Callable[[list[str]], object]) -> None:
        """Have what may have been meant found, and handed on in the window's thread."""
        language, held, post = self._language, self._speller, self._post
        self._thread.submit(lambda: post.came.emit((then, _held(held, language).suggest(word))))

    def add(self, word: str) -> None:
        """Count a word among one's own from now on.

        Raises:
            OSError: it cannot be kept.

        """
        self._own.add(word)
        self.told.emit()
        keep_own_words(self._own)

    def _answered(self, answer: tuple[object, ...]) -> None:
        if len(answer) == 2:
            then, found = answer
            then(found)  # type: ignore[operator]
            return
        language, there, known = answer
        if language == self._language:
            self.there = bool(there)
            self._known.update(known)  # type: ignore[call-overload]
            self._asked -= self._known.keys()
            self.told.emit()


def _held(held: list[Speller], language: str) -> Speller:
    """Give the dictionary, which is read when the first word is asked about."""
    if not held:
        held.append(Speller(language))
    return held[0]


class _Ending:
    """Ends the thread with what asked it, and holds nothing of that."""

    def __init__(self, thread: ThreadPoolExecutor) -> None:
        self._thread = thread

    def __call__(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)
