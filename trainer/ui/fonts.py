"""Fonts that come along, and which family a language is set in.

A language is set whole in one family. Atkinson Hyperlegible Next covers Western and
Central European Latin; it has no Vietnamese, and no arrows or ticks (those are icons).
Vietnamese and other Latin are set in Noto Sans, and so is a text that has a letter of theirs
in a window of another language: whole, so that no word is of two faces. Scripts beyond that
are set in a family of the system, named first, so that Chinese does not get Japanese shapes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from trainer import paths

HYPERLEGIBLE: Final = "Atkinson Hyperlegible Next"
NOTO: Final = "Noto Sans"

_FILES: Final = {
    HYPERLEGIBLE: (
        "AtkinsonHyperlegibleNext-Regular.ttf",
        "AtkinsonHyperlegibleNext-SemiBold.ttf",
        "AtkinsonHyperlegibleNext-Bold.ttf",
        "AtkinsonHyperlegibleNext-Italic.ttf",
    ),
    NOTO: ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf"),
}

_NOTO_LANGUAGES: Final = frozenset(
    {"vi", "ha", "ig", "yo", "ee", "ak", "ln", "wo", "mi", "haw", "sm", "to", "nv"}
)
"""Languages in Latin letters of which Atkinson Hyperlegible Next lacks some."""

_SYSTEM: Final = {
    "zh-hant": ("Noto Sans CJK TC", "Microsoft JhengHei", "PingFang TC"),
    "zh-tw": ("Noto Sans CJK TC", "Microsoft JhengHei", "PingFang TC"),
    "zh-hk": ("Noto Sans CJK HK", "Microsoft JhengHei", "PingFang HK"),
    "zh": ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC"),
    "ja": ("Noto Sans CJK JP", "Yu Gothic UI", "Hiragino Sans"),
    "ko": ("Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo"),
    "ar": ("Noto Sans Arabic", "Segoe UI", "Geeza Pro"),
    "fa": ("Noto Sans Arabic", "Segoe UI", "Geeza Pro"),
    "ur": ("Noto Sans Arabic", "Segoe UI", "Geeza Pro"),
    "he": ("Noto Sans Hebrew", "Segoe UI", "Arial Hebrew"),
    "hi": ("Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari"),
    "bn": ("Noto Sans Bengali", "Nirmala UI", "Bangla Sangam MN"),
    "ta": ("Noto Sans Tamil", "Nirmala UI", "Tamil Sangam MN"),
    "th": ("Noto Sans Thai", "Leelawadee UI", "Thonburi"),
}

_LACKED: Final = re.compile(
    "[\u0108\u0109\u0114\u0115\u011c\u011d\u0124\u0125\u0128\u0129\u012c\u012d\u0134\u0135\u0138"
    "\u013f\u0140\u0149-\u014f\u0156\u0157\u015c\u015d\u0166-\u0169\u016c\u016d\u017f-\u0191"
    "\u0193-\u0217\u021c-\u0236\u0238-\u02af\u0302\u0305-\u0307\u0309-\u036f\u0370-\u0374\u0376"
    "\u0377\u037a-\u037d\u037f\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1\u03f0-\u03f5"
    "\u03f7-\u0481\u0483-\u052f\u1e00-\u1e7f\u1e86-\u1e9d\u1e9f-\u1ef1\u1ef4-\u1eff]"
)
"""Letters, and marks on them, that Noto Sans has and Atkinson Hyperlegible Next has not."""

_KEPT: Final = 400
"""Letters of the longest text of which it is remembered whether it has any of those."""

_loaded: dict[str, bool] = {}


def _load(family: str) -> bool:
    """Load a family that comes along, once; False when a file of it is missing."""
    if family not in _loaded:
        folder = paths.assets() / "fonts"
        ids = [QFontDatabase.addApplicationFont(str(folder / file)) for file in _FILES[family]]
        _loaded[family] = all(number >= 0 for number in ids)
    return _loaded[family]


def forget_loaded() -> None:
    """Load anew with the next application: fonts go with the application that loaded them."""
    _loaded.clear()


def families(language: str) -> tuple[str, ...]:
    """Families to set a language in (BCP 47), first the one meant, then what may stand in.

    Where a file that should have come along is missing, the system's own family is used.
    """
    code = language.lower()
    primary = code.split("-")[0]
    named = _SYSTEM.get(code) or _SYSTEM.get("-".join(code.split("-")[:2])) or _SYSTEM.get(primary)
    if named:
        return (*named, *((HYPERLEGIBLE,) if _load(HYPERLEGIBLE) else ()))
    family = NOTO if primary in _NOTO_LANGUAGES else HYPERLEGIBLE
    return (family,) if _load(family) else ()


@lru_cache(maxsize=4096)
def _has_lacked(text: str) -> bool:
    return _LACKED.search(text) is not None


def is_beyond(text: str) -> bool:
    """Tell whether a text has letters that only Noto Sans has."""
    if text.isascii():
        return False
    # What somebody is writing is another text at each key, and is not to be remembered.
    return _has_lacked(text) if len(text) <= _KEPT else _LACKED.search(text) is not None


def beyond(named: tuple[str, ...]) -> tuple[str, ...]:
    """Families for a text with letters that the first one lacks: those of one that has them."""
    if named[:1] != (HYPERLEGIBLE,) or not _load(NOTO):
        return named
    return (NOTO, *named)


def on_paper(named: tuple[str, ...]) -> tuple[str, ...]:
    """Families to print in, for those that the window is set in.

    Qt writes PDF files in which the "A" of Atkinson Hyperlegible Next shows but is no letter:
    nobody could search for it, copy it, or hear it.
    """
    return tuple(NOTO if one == HYPERLEGIBLE and _load(NOTO) else one for one in named)


def searchable(font: QFont) -> QFont:
    """Give a font of paper: two letters drawn as one are not the two that somebody looks for."""
    font.setFeature(QFont.Tag("liga"), 0)
    return font


def missing() -> tuple[str, ...]:
    """Files of fonts that should have come along and are not there."""
    folder = paths.assets() / "fonts"
    return tuple(
        file for files in _FILES.values() for file in files if not (folder / file).is_file()
    )
