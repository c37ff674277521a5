"""The words of the interface, for window and command line alike.

Every sentence a person reads goes through :func:`_` (or a sibling of it), so that
gettext can put it into the reader's language. The language ``en-XA`` is a pseudo
language: it brackets every sentence, so that a test sees one that was forgotten.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

from trainer import paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from gettext import NullTranslations

DOMAIN: Final = "upstander"
PSEUDO: Final = "en-XA"
SOURCE: Final = "en"
OPEN, CLOSE = "⟦", "⟧"


class _Source:
    """The words as they stand in the code. English needs no catalogue, and no gettext."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


class _Pseudo(_Source):
    """Brackets whatever it is given; what a test sees without brackets was forgotten."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"


_current: _Source | NullTranslations = _Source()
_code: str = SOURCE
_spoken: ContextVar[_Source | NullTranslations | None] = ContextVar("spoken", default=None)
_spoken_code: ContextVar[str] = ContextVar("spoken_code", default="")


def use(code: str) -> None:
    """Speak ``code`` (BCP 47) from now on; where no catalogue exists, English."""
    global _current, _code
    _code = code
    _current = _words(code)


def _words(code: str) -> _Source | NullTranslations:
    if code == PSEUDO:
        return _Pseudo()
    if code == SOURCE:
        return _Source()
    # Imported late: English needs none of it.
    from trainer import catalogues

    return catalogues.found(DOMAIN, paths.locale(), code.replace("-", "_")) or _Source()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak ``code`` for a while and in this thread alone, as to one of several phones.

    Empty stands for the language in use.
    """
    words, named = _spoken.set(_words(code) if code else None), _spoken_code.set(code)
    try:
        yield
    finally:
        _spoken.reset(words)
        _spoken_code.reset(named)


def spoken() -> str:
    """Language that is spoken for a while; empty where it is the one in use."""
    return _spoken_code.get()


def code() -> str:
    """Language in use, or spoken for a while, as BCP 47."""
    return _spoken_code.get() or _code


def available() -> tuple[str, ...]:
    """Languages with a catalogue, English first; the pseudo language is not listed."""
    found = (
        place.parent.parent.name for place in paths.locale().glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    )
    return (SOURCE, *sorted(found))


def from_environment(chosen: str | None) -> str:
    """Language to start with: ``UPSTANDER_LANGUAGE``, the person's setting, the system's."""
    forced = os.environ.get("UPSTANDER_LANGUAGE")
    if forced:
        return forced
    if chosen:
        return chosen
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "").split(".")[0].replace("_", "-")
        for known in available() if value else ():
            if known in (value, value.split("-")[0]):
                return known
    return SOURCE


def N_(message: str) -> str:
    """Mark a sentence for the translators; it is looked up later, by :func:`_`."""
    return message


def _(message: str) -> str:
    """Give the sentence in the reader's language."""
    return (_spoken.get() or _current).gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Give the sentence that goes with the number ``n``."""
    return (_spoken.get() or _current).ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """Give the sentence that means ``message`` in ``context``."""
    return (_spoken.get() or _current).pgettext(context, message)
