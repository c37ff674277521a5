"""Which languages go with each other when somebody asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_SAME: Final = {"fil": "tl", "zho": "zh"}
"""Two codes of one language."""

_OF: Final = {"cmn": "zh", "yue": "zh", "wuu": "zh", "hak": "zh", "nan": "zh"}
"""Languages that are also told by one wider code."""


def base(code: str) -> str:
    """Give a language without its script and country: ``zh-Hant`` is ``zh``, ``fil`` is ``tl``."""
    first = code.casefold().split("-")[0]
    return _SAME.get(first, first)


def speaks(spoken: Iterable[str], wanted: str) -> bool | None:
    """Tell whether one of the languages will do for whoever wants one; None if unknown.

    Whoever asks for Chinese is helped in Cantonese, too. Where only Chinese is named, nobody
    knows whether it is Cantonese; where Mandarin is named beside it, it is not.
    """
    known = [one.casefold() for one in spoken]
    if any(_goes_with(one, wanted.casefold()) for one in known):
        return True
    wider = _OF.get(base(wanted))
    if wider is None or wider not in map(base, known):
        return None if not known else False
    return False if any(_OF.get(base(one)) == wider for one in known) else None


def _goes_with(one: str, wanted: str) -> bool:
    """Whether two codes are of one language, the less exact of them holding for both."""
    if one == wanted or one.startswith(f"{wanted}-") or wanted.startswith(f"{one}-"):
        return True
    same = base(one) == base(wanted) and one.split("-")[0] != wanted.split("-")[0]
    return same or _OF.get(base(one)) == wanted
