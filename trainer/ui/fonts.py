"""Fonts that come along, and which family a language is set in.

A language is set whole in one family. Atkinson Hyperlegible Next covers Western and
Central European Latin; it has no Vietnamese, and no arrows or ticks (those are icons).
Vietnamese and other Latin are set in Noto Sans; scripts beyond that in a family of the
system, named first, so that Chinese does not get Japanese shapes.
"""

from __future__ import annotations

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
