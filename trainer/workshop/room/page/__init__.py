"""The page that phones get, and the care person's: whole in one answer, nothing from elsewhere.

The parts lie beside this as files. A page is put together from them in a reader's language; the
server lets exactly its own script and style run.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from trainer.language import _, code, speaking
from trainer.workshop.room.page import packing, words

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST: Final = 40_000
"""Bytes of a page, at the most; a test measures it."""

_HERE: Final = Path(__file__).parent
_PHONE: Final = ("base", "wire", "votes", "screens", "sheets", "phone")
_CARE: Final = ("base", "wire", "care")

NAMES: Final = {
    "ar": "العربية", "bn": "বাংলা", "de": "Deutsch", "en": "English", "es": "Español",
    "fa": "فارسی", "fr": "Français", "he": "עברית", "hi": "हिन्दी", "hmn": "Hmoob",
    "id": "Indonesia", "ja": "日本語", "km": "ខ្មែរ", "ko": "한국어", "lo": "ລາວ",
    "pa": "ਪੰਜਾਬੀ", "pt": "Português", "ru": "Русский", "ta": "தமிழ்", "th": "ไทย",
    "tl": "Tagalog", "ur": "اردو", "vi": "Tiếng Việt", "yue": "粵語", "zh": "中文",
    "zh-hans": "简体中文", "zh-hant": "繁體中文", "zh-cn": "简体中文", "zh-tw": "繁體中文",
    "zh-hk": "繁體中文（香港）",
}  # fmt: skip
"""What languages are called by those who speak them."""


def name(language: str) -> str:
    """Say what a language is called by those who speak it; its code where that is not known."""
    low = language.lower().replace("_", "-")
    return NAMES.get(low) or NAMES.get(low.split("-")[0]) or language


def phone(spoken: str = "", languages: tuple[str, ...] = ()) -> str:
    """Give the phones' page in a language, for a workshop that can be followed in several."""
    return _phone(spoken or code(), languages)


@lru_cache(maxsize=64)
def _phone(spoken: str, languages: tuple[str, ...]) -> str:
    every = [[one, name(one)] for one in languages]
    return _page(spoken, {**told(spoken), "languages": every}, _PHONE)


def care(spoken: str = "") -> str:
    """Give the care person's page."""
    return _care(spoken or code())


@lru_cache(maxsize=16)
def _care(spoken: str) -> str:
    given = {"care": True, "language": spoken, "words": dict(words.care(spoken))}
    return _page(spoken, given, _CARE)


def told(spoken: str) -> dict[str, Any]:
    """Give the phones' words in a language, as a page asks for them when it is changed."""
    found = words.nearest(spoken)
    return {
        "language": spoken,
        "lang": found,
        "dir": words.direction(found),
        "words": dict(words.phone(spoken)),
    }


def _page(spoken: str, given: Mapping[str, Any], scripts: tuple[str, ...]) -> str:
    style, script = _style(), _script(scripts)
    # No "<" in it, so that nothing in it can end the element that it stands in.
    data = json.dumps(given, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    with speaking(spoken):
        without = _(
            "This page needs JavaScript. Without it, take part with your hands: they count."
        )
    parts = {
        "lang": escape(words.nearest(spoken)),
        "dir": words.direction(words.nearest(spoken)),
        "style": style,
        "script": script,
        "given": data,
        "without": escape(without),
    }
    template = (_HERE / "page.html").read_text("utf-8")
    return re.sub(r"\{\{(\w+)\}\}", lambda found: parts[found[1]], template)


@cache
def _style() -> str:
    return packing.style((_HERE / "style.css").read_text("utf-8"))


@cache
def _script(names: tuple[str, ...]) -> str:
    texts = ((_HERE / "js" / f"{one}.js").read_text("utf-8") for one in names)
    return packing.script("(function(){'use strict';\n" + "\n".join(texts) + "\n}());")
