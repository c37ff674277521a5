"""Asks a thread about words; what is known is never asked again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from trainer.authoring.spelling.speller import Speller, keep_own_word, names_of, own_words
from trainer.language import _
from trainer.ui.authoring.keeping.writer import Writer
from trainer.ui.scenario_words import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from trainer.ui.authoring.workbench import Workbench

_SOON: Final = 400
"""Milliseconds after a field shows, or a word is typed, until it is looked up."""

_MOST: Final = 50_000
"""Words that are remembered, so that memory has an end."""

_SHARE: Final = 3
"""Of so many words one has a letter of another language, in a line that is in one."""

_said: set[str] = set()
"""Languages of which was said that there is no dictionary."""


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
        self._foreign: set[str] = set()
        self._asked: set[str] = set()
        self._names: frozenset[str] = frozenset()
        self._own = own_words()
        self._thread = Writer(self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._look)
        bench.opened.connect(self._look_again)
        bench.changed.connect(self._look_again)
        self._look_again()

    def _look_again(self, _changes: object = None) -> None:
        """See who is in the story, and in which language it is."""
        document = self.bench.document
        if document is None or document.waits:
            return
        names, language = names_of(document), document.data(("language",))
        language = language if isinstance(language, str) else "en"
        if (names, language) == (self._names, self._language):
            return
        if language != self._language:
            self._language, self.there = language, None
            self._known, self._asked, self._foreign = {}, set(), set()
        self._names = names
        self.told.emit()

    def is_wrong(self, word: str) -> bool:
        """Whether a word may be misspelt, as far as that is known."""
        if self._known.get(word, True):
            return False
        known = (self._names, self._own)
        bare = word.removesuffix("’s").removesuffix("'s")
        return not any(word in some or bare in some for some in known)

    def is_elsewhere(self, line: Collection[str]) -> bool:
        """Whether the words of a line are another language's: many have letters that are."""
        count = sum(word in self._foreign for word in line)
        return count > 1 and count * _SHARE >= len(line)

    def ask(self, words: Iterable[str]) -> None:
        """Find out about words of which nothing is known yet."""
        new = {one for one in words if one not in self._known and one not in self._asked}
        if not new:
            return
        if len(self._known) > _MOST:
            self._known, self._foreign = {}, set()  # What shows is asked again.
        self._asked |= new
        self._soon.start()

    def _look(self) -> None:
        """Have all looked up that was asked about, in one go."""
        words, language = tuple(self._asked), self._language

        def look() -> _Answer:
            speller = _speller(language)
            foreign = frozenset(one for one in words if speller.is_foreign(one))
            known = {one: one in foreign or speller.is_fine(one) for one in words}
            return _Answer(language, speller.there, known, foreign)

        self._thread.do(look, self._answered, _nothing)

    def suggest(self, word: str, then: Callable[[list[str]], object]) -> None:
        """Have what may have been meant found, and handed on in the window's thread."""
        language = self._language

        def tell(found: list[str]) -> None:
            if shiboken6.isValid(getattr(then, "__self__", self)):
                then(found)

        self._thread.do(lambda: _speller(language).suggest(word), tell, _nothing)

    def add(self, word: str) -> None:
        """Count a word among one's own from now on.

        Raises:
            OSError: it cannot be kept.

        """
        self._own.add(word)
        self.told.emit()
        keep_own_word(word)
        self._own |= own_words()  # Another window may have added some.

    def _answered(self, answer: _Answer) -> None:
        if answer.language == self._language:
            self.there = answer.there
            self._known.update(answer.known)
            self._foreign |= answer.foreign
            self._asked -= self._known.keys()
            self.told.emit()
            if not answer.there:
                self._say_once()

    def _say_once(self) -> None:
        """Say that there is no dictionary, once for each language, and what brings one."""
        if self._language in _said:
            return
        _said.add(self._language)
        said = _(
            "No dictionary for %(language)s is found, so no word is marked. Those of Hunspell and "
            "LibreOffice are used once they are installed and Upstander starts again."
        )
        self.bench.context.notice(said % {"language": language_name(self._language)})


class _Answer(NamedTuple):
    """What a thread has found out about words of a language."""

    language: str
    there: bool
    known: dict[str, bool]
    foreign: frozenset[str]


@lru_cache(maxsize=2)
def _speller(language: str) -> Speller:
    """Give a dictionary, which is read when the first word is asked about, and then kept."""
    return Speller(language)


def _nothing(_wrong: Exception) -> None:
    """Let words of which nothing could be found out be as they are."""
